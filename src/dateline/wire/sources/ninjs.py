"""News in JSON: ninjs 1, 2 and 3 of the IPTC, as Superdesk and agencies send it; one item, a list of them, or lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import IO, Any

from dateline.errors import CopyError
from dateline.story import Correction, Genre, Moment, moment
from dateline.wire.assembly import assemble, code, embargo, picture, signed, told, when
from dateline.wire.assembly import version as version_of
from dateline.wire.bodies import markup, plain
from dateline.wire.notation.objects import Object, cut, dump, load, raw, rows, text, texts
from dateline.wire.page.inline import resolve
from dateline.wire.record import FoundBlock, FoundImage, Record, State
from dateline.wire.roles import Part, role_of
from dateline.wire.sources.source import About

ORIGIN = "ninjs"

_SIGNS = re.compile(
    rb'"(?:pubstatus|versioncreated|firstcreated|contentcreated|body_x?html|body_text|copyright(?:holder|notice)|usageterms'
    rb'|headlines|bodies|ednote|edNote|altids|renditions|plannedCoverage|eventDetails)"\s*:|ninjs|^\s*\{\s*"uri"\s*:',
    re.IGNORECASE,
)
_LISTS = re.compile(r"(?:data\.|response\.)?(?:_?items|newsitems|results|docs)\.item", re.IGNORECASE)
_STATES: Mapping[str, State] = dict.fromkeys(("", "usable", "published", "updated", "corrected"), "out")
"""What may go out; every other status, known or not, holds an item back."""
_OTHERS = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a film",
    "audio": "a sound recording",
    "event": "an event of a calendar",
    "planning": "a plan of coverage",
    "component": "a part of other items",
    "composite": "a package of other items",
}
_LEADS = ("featuremedia", "featureimage", "mainpic", "main", "lead")
_SIZES = ("original", "baseimage", "main", "large", "viewimage", "preview", "web", "thumbnail")
_CORRECTED = re.compile(r"\bcorrect(?:s|ed|ion|ions|ing)\b|\bberichtig|\bkorrig|\brectifi|\bcorrigé", re.IGNORECASE)
_GENRES: Mapping[Genre, re.Pattern[str]] = {
    "opinion": re.compile(
        r"\b(?:opinion|comment(?:ary)?|column|editorial|op-ed|kommentar|leitartikel)\b", re.IGNORECASE
    ),
    "analysis": re.compile(r"\b(?:analysis|analyse|background(?:er)?|explainer)\b", re.IGNORECASE),
    "interview": re.compile(r"\b(?:interview|q ?(?:&|and) ?a)\b", re.IGNORECASE),
    "feature": re.compile(r"\b(?:feature|reportage|profile)\b", re.IGNORECASE),
}


class Ninjs:
    """An item a story."""

    name = "ninjs"
    whole = False

    def fits(self, head: bytes) -> bool:
        return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_SIGNS.search(head))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        for _, item in cut(file, _LISTS):
            yield dump(item)

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        item = load(data)
        if not isinstance(item, dict):
            raise CopyError("It is no JSON object.")
        inner = item.get("item")
        return _read(_lowered(inner if isinstance(inner, dict) else item))


def _lowered(item: Mapping[str, Any]) -> Object:
    """The item with its names as the first two versions wrote them: ninjs 3 writes them with capitals."""
    return {key.lower(): value for key, value in item.items()}


def _read(item: Object) -> Record:
    html, words = _body(item)
    kind = text(item, "type").lower()
    if kind in _OTHERS and not (kind == "composite" and (html or words)):
        raise CopyError(f"It is {_OTHERS[kind]}, not a story.")
    lead, pictures = _pictures(item, html)
    blocks = markup.blocks(html) if html else plain.either(words)
    changed, note = when(text(item, "versioncreated")), text(item, "ednote")
    state: State = _STATES.get(text(item, "pubstatus").rpartition(":")[2].lower(), "canceled")
    corrected = bool(_CORRECTED.search(note)) and bool(changed)
    authors, others = _people(item)
    record = assemble(
        ORIGIN,
        headline=_said(item, "headline") or _said(item, "title") or text(item, "name", "slugline"),
        body=blocks + pictures,
        written=text(item, "language"),
        state=state,
        standfirst=_standfirst(item, html or words),
        authors=authors,
        others=others,
        published=when(text(item, "firstpublished"), text(item, "firstcreated"), text(item, "contentcreated"))
        or changed,
        updated=changed,
        created=when(text(item, "contentcreated"), text(item, "firstcreated")),
        embargo=embargo(text(item, "embargoed")),
        place=text(item, "located") or text(item, "dateline"),
        kicker=_role(item, "headlines", "kicker"),
        section=_section(item),
        topics=_topics(item),
        image=lead,
        agency=text(item, "source", "creditline", "copyrightholder") or next(iter(texts(item, "infosources")), ""),
        url=resolve(_web(item), ""),
        addresses=tuple(a for row in rows(item, "altids") if (a := resolve(text(row, "value"), ""))),
        external_id=text(item, "guid", "uri"),
        version=version_of(text(item, "version")),
        code=_code(item),
        genre=genre_of(texts(item, "genre", "genres")),
        urgency=urgency_of(item.get("urgency")),
        corrections=(Correction(kind="correction", at=at_utc(changed), text=note),) if corrected else (),
        note="" if corrected else note,
    )
    return told(record, "It has no text, only a headline.")


def _body(item: Object) -> tuple[str, str]:
    """The body as HTML and as plain text, as far as it is there."""
    html = raw(item, "body_html", "body_xhtml", "body_nitf")
    words = raw(item, "body_text")
    for body in rows(item, "bodies"):
        row = _lowered(body)
        kind = text(row, "contenttype").lower()
        if "html" in kind or "xml" in kind or (not kind and plain.is_markup(raw(row, "value"))):
            html = html or raw(row, "value")
        else:
            words = words or raw(row, "value")
    if not html and not words:
        words = _said(item, "description")
    return html, words


def _said(item: Object, name: str) -> str:
    """A text that ninjs 1 has under its name, and the later ones in a list with roles; the main one first."""
    found = raw(item, name, f"{name}_text", f"{name}_html")
    listed = rows(item, f"{name}s")
    listed = [row for row in listed if "main" in text(row, "role").lower()] + list(listed)
    return found or next((value for row in listed if (value := raw(row, "value"))), "")


def _role(item: Object, name: str, role: str) -> str:
    return next((text(row, "value") for row in rows(item, name) if text(row, "role") == role), "")


def _section(item: Object) -> str:
    told = next((text(row, "name") for row in rows(item, "subjects") if text(row, "rel") == "section"), "")
    return told or next(iter(texts(item, "service", "categories", "section", "sections", "anpa_category")), "")


def _topics(item: Object) -> list[str]:
    subjects = [
        text(row, "name", "literal") for row in rows(item, "subject", "subjects") if text(row, "rel") != "section"
    ]
    return [name for name in [*subjects, *texts(item, "keywords")] if name and not name.isdecimal()]


def _standfirst(item: Object, body: str) -> str:
    said = markup.text_of(_said(item, "description"))
    return "" if said and said in markup.text_of(body[: len(said) * 4 + 2000]) else said


def _people(item: Object) -> tuple[list[str], list[Part]]:
    """Those who wrote it, and those who had another part in it."""
    authors, others = signed(text(item, "byline", "by"))
    named = [
        (name, text(row, "role"))
        for row in (*rows(item, "authors"), *rows(item, "contributors"))
        if (name := text(row, "name"))
    ]
    others += [(name, role) for name, said in named if (role := role_of(said))]
    return authors or [name for name, said in named if not role_of(said) and not _is_other(said)], others


def _is_other(role: str) -> bool:
    return bool(re.search(r"photo|editor|camera|graphic|translat", role, re.IGNORECASE))


def _pictures(item: Object, html: str) -> tuple[FoundImage | None, tuple[FoundBlock, ...]]:
    """The picture that leads, and those that stand neither there nor in the body."""
    value = item.get("associations")
    pairs = (
        list(value.items()) if isinstance(value, dict) else [(text(r, "name"), r) for r in rows(item, "associations")]
    )
    found: dict[str, FoundImage] = {}
    for name, row in pairs:
        if isinstance(row, dict) and (image := _picture(_lowered(row))):
            found[str(name)] = image
    lead = next((name for wanted in _LEADS for name in found if name.lower().startswith(wanted)), None)
    lead = lead or next((name for name in found if not name.startswith("editor_")), None)
    others = [image for name, image in found.items() if name != lead and image.address not in html]
    return found.get(lead or ""), tuple(others)


def _picture(item: Object) -> FoundImage | None:
    if text(item, "type") not in ("picture", "graphic"):
        return None
    value = item.get("renditions")
    sizes = value if isinstance(value, dict) else {text(row, "name"): row for row in rows(item, "renditions")}
    order = {str(name).lower(): text(row, "href") for name, row in sizes.items() if isinstance(row, dict)}
    address = next((order[name] for name in _SIZES if order.get(name)), next(iter(order.values()), ""))
    caption = markup.text_of(_said(item, "description") or _said(item, "headline"))
    alt = text(item, "body_text") or text(item, "alt_text")
    return picture(resolve(address, ""), alt, caption, text(item, "byline", "by", "creditline", "copyrightholder"))


def _web(item: Object) -> str:
    """The story's address for readers: not its ``uri``, which only names it, unless it is nothing else."""
    return next((v for k in ("link", "url", "uri") if (v := text(item, k)).startswith("http")), "")


def _code(item: Object) -> int | None:
    for row in rows(item, "altids"):
        if re.search("code", text(row, "role"), re.IGNORECASE):
            return code(text(row, "value"))
    return None


def genre_of(names: list[str]) -> Genre:
    """The genre that one of some names means."""
    return next((genre for genre, words in _GENRES.items() for name in names if words.search(name)), "news")


def urgency_of(value: Any) -> int:
    """The urgency a value means; 5 for what is none."""
    found = int(value) if str(value).isascii() and str(value).isdecimal() and len(str(value)) < 3 else 5
    return found if 1 <= found <= 9 else 5


def at_utc(when: str) -> Moment:
    """A time of a record as the story has it; one that names no zone is taken for UTC."""
    if len(when) <= 10:
        return Moment(when)
    found = datetime.fromisoformat(when)
    return moment(found if found.tzinfo else found.replace(tzinfo=UTC))
