"""Stories from rows of named values, as spreadsheets, databases and small systems give them.

Which name means what is told by a mapping or, without one, by the names themselves: the usual ones in several
languages, their case, spaces and underscores aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from dateline.errors import CopyError
from dateline.wire import assembly
from dateline.wire.assembly import assemble, byline, picture, told, when
from dateline.wire.bodies import markup, plain
from dateline.wire.page.inline import resolve
from dateline.wire.page.words import words
from dateline.wire.record import Record, State

DEEPEST = 6
MOST_NAMES = 100

_NAMES: Mapping[str, tuple[str, ...]] = {
    field: tuple(names.split())
    for field, names in {
        "headline": """
            headline title posttitle titel überschrift schlagzeile titre titulo título titular titolo tittel rubrik
            заголовок العنوان عنوان 标题
        """,
        "body": """
            body bodyhtml text content contenthtml html articlebody articletext maintext fulltext
            postcontent article story plaintext inhalt fließtext artikel texte contenu texto contenido testo tekst
            текст النص متن 正文 description
        """,
        "standfirst": """
            standfirst summary subtitle dek deck subheadline excerpt abstract teaser lead customexcerpt
            postexcerpt description untertitel vorspann chapo chapeau entradilla sommario
        """,
        "kicker": "kicker overline supertitle dachzeile spitzmarke surtitre",
        "authors": """
            authors author byline by writer writers reporter creator contributors postauthor autor autoren
            auteur autore автор الكاتب 作者
        """,
        "published": """
            published publishedat publishdate datepublished publicationdate pubdate publishedon postdate
            date datetime timestamp time created createdat createdon datum fecha data дата التاريخ 日期
        """,
        "updated": """
            updated updatedat modified modifiedat datemodified lastmodified postmodified dateupdated
            lastupdated changed
        """,
        "section": """
            section category desk department channel ressort rubrique seccion sección sezione раздел القسم
            categories communitygroups
        """,
        "topics": """
            topics tags keywords labels subjects categories tag schlagworte motsclés etiquetas
            communitygroups
        """,
        "url": "url link permalink canonicalurl canonical address href weburl posturl",
        "external_id": "id guid uuid uid externalid articleid postid storyid identifier",
        "code": "code storycode",
        "language": "language lang locale sprache langue idioma",
        "image": """
            image imageurl leadimage mainimage featuredimage featureimage coverimage photo picture topimage
            bild thumbnail
        """,
        "caption": "imagecaption caption photocaption bildunterschrift",
        "credit": "imagecredit photocredit credit photographer",
        "alt": "imagealt alttext alt",
        "source": "source publisher publication outlet site newspaper quelle",
        "agency": "agency newsagency agentur wire",
        "place": "place dateline location city ort lieu lugar luogo",
        "state": "status state poststatus",
        "slug": "slug urlslug postname",
    }.items()
}
"""The names that a field goes by, the likeliest first."""

FIELDS = frozenset(_NAMES)
_TEXTS = frozenset(_NAMES["body"]) | frozenset(_NAMES["headline"])
_STATES: Mapping[str, State] = {
    **dict.fromkeys(words("published publish public live out online active usable 1 true yes"), "out"),
    **dict.fromkeys(words("scheduled future"), "scheduled"),
    **dict.fromkeys(words("private protected members paid"), "private"),
    **dict.fromkeys(words("canceled cancelled withdrawn deleted trash killed"), "canceled"),
}
_SAID = (
    "rendered",
    "html",
    "value",
    "text",
    "content",
    "name",
    "displayname",
    "fullorusername",
    "title",
    "url",
    "src",
    "label",
)
_PARTS = ("components", "blocks", "paragraphs", "children", "contents")


def key(name: str) -> str:
    """A name as it is looked for."""
    return re.sub(r"[\W_]+", "", name.casefold())


def are_known(names: list[str]) -> bool:
    """Whether some names of columns are those of stories: a headline or a text among them, and another one."""
    found = {key(name) for name in names}
    return bool(found & _TEXTS) and sum(any(k in known for known in _NAMES.values()) for k in found) > 1


class Meaning(Protocol):
    """What a mapping says of the columns."""

    def named(self, field: str) -> tuple[str, ...] | None: ...

    def given(self, field: str) -> str: ...


def read(row: Mapping[str, Any], mapping: Meaning, origin: str) -> Record:
    """The record of a row. Raises CopyError with the reason if its columns are not known or hold no text."""
    if not mapping and not are_known([str(name) for name in row]):
        names = ",".join("".join(str(name).split()) for name in row)[:100]
        raise CopyError(f'None of its names are those of a story, which a mapping could tell: "{names}".')
    values = _Values(row, mapping)
    url = resolve(values.line("url"), "")
    body_name, text = values.body()
    image = picture(
        resolve(values.line("image"), url),
        values.line("alt"),
        markup.text_of(values.line("caption")),
        values.line("credit"),
    )
    record = assemble(
        origin,
        headline=values.line("headline"),
        body=plain.either(text, url),
        written=values.line("language"),
        state=_state(values.line("state")),
        kicker=values.line("kicker"),
        standfirst=markup.text_of(values.line("standfirst", but=body_name)),
        authors=[name for value in values.lines("authors") for name in byline(value)],
        published=when(values.line("published"), written=values.line("language")),
        updated=when(values.line("updated"), written=values.line("language")),
        place=values.line("place"),
        section=next(iter(values.lines("section")), ""),
        topics=[name for value in values.lines("topics") for name in re.split(r"[,;|]", value)][:MOST_NAMES],
        image=image,
        source=values.line("source"),
        agency=values.line("agency"),
        url=url,
        external_id=values.line("external_id"),
        code=assembly.code(values.line("code")),
        slug=values.line("slug"),
    )
    return told(record, "It has no text, only a headline.")


def _state(value: str) -> State:
    """What a word for a state means; one that is not known holds a story back, for it may be any."""
    return _STATES.get(value.casefold(), "draft") if value else "out"


class _Values:
    """The values of a row by field."""

    def __init__(self, row: Mapping[str, Any], mapping: Meaning) -> None:
        self.row = {key(str(name)): value for name, value in row.items()}
        self.mapping = mapping

    def lines(self, field: str, but: str = "") -> list[str]:
        """The texts of the first column of a field that has any."""
        if fixed := self.mapping.given(field):
            return [fixed]
        for name in self._names(field):
            if name != but and (found := [line for line in _said(self.row.get(name)) if line.strip()]):
                return found
        return []

    def line(self, field: str, but: str = "") -> str:
        return next(iter(self.lines(field, but)), "").strip()

    def body(self) -> tuple[str, str]:
        """The column of the body and its text; several columns of a mapping are joined in their order."""
        if chosen := self.mapping.named("body"):
            parts = ["\n\n".join(_said(self.row.get(key(name)))) for name in chosen]
            return "", "\n\n".join(part for part in parts if part.strip())
        for name in self._names("body"):
            if text := "\n\n".join(_said(self.row.get(name))):
                return name, text
        return "", ""

    def _names(self, field: str) -> tuple[str, ...]:
        chosen = self.mapping.named(field)
        return _NAMES[field] if chosen is None else tuple(map(key, chosen))


def _said(value: Any, depth: int = 0) -> list[str]:
    """The texts in a value: itself, those of a list, the telling one of an object."""
    if isinstance(value, str):
        return [value] if value.strip() else []
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [str(value)]
    if depth > DEEPEST:
        return []
    if isinstance(value, list):
        return [text for one in value for text in _said(one, depth + 1)]
    if isinstance(value, dict):
        return next(filter(None, _inside(value, depth)), [])
    return []


def _inside(value: dict[str, Any], depth: int) -> Iterator[list[str]]:
    known = {key(str(name)): inner for name, inner in value.items()}
    for name in _PARTS:
        if isinstance(known.get(name), list):
            yield [f"<p>{text}</p>" for one in known[name] for text in _said(one, depth + 1)]
        elif name in known:
            yield _said(known[name], depth + 1)
    for name in _SAID:
        yield _said(known.get(name), depth + 1)
