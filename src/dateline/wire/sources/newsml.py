"""NewsML 1.0 to 1.2, as agencies sent it before NewsML-G2."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import IO

from dateline.errors import CopyError
from dateline.wire.assembly import assemble, picture, signed, told, version, when
from dateline.wire.bodies import markup, nitf, plain
from dateline.wire.notation import trees
from dateline.wire.notation.cutting import cut, shelled
from dateline.wire.notation.letters import read_text
from dateline.wire.notation.roots import root_of
from dateline.wire.notation.trees import Element, child, every, inner, local, raw, text
from dateline.wire.page.inline import resolve
from dateline.wire.record import FoundBlock, FoundImage, Record, State
from dateline.wire.sources.ninjs import genre_of, urgency_of
from dateline.wire.sources.source import About

ORIGIN = "newsml"

_STATES: Mapping[str, State] = {"usable": "out", "": "out"}
"""What may go out; every other status, known or not, holds an item back."""
_MAIN = frozenset({"main", "main text", "body", "bodytext", "story"})
"""The roles of the part that is the story, among those that are a headline, a contact, a caption."""
_STYLES = frozenset({"text/css", "css"})


class NewsMl:
    """A NewsItem a story."""

    name = "newsml"
    whole = False

    def fits(self, head: bytes) -> bool:
        return root_of(head).lower() == "newsml"

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield from shelled(cut(read_text(file), ("NewsItem",), nests=True), "There is no NewsItem in it.")

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        root = trees.parse(data.decode("utf-8", "replace"))
        item = next(every(root, "NewsItem"), None)
        if item is None:
            raise CopyError("There is no NewsItem in it.")
        return told(_read(item), "It has no text, only a headline.")


def _read(item: Element) -> Record:
    management = child(item, "NewsManagement")
    lines = _lines(item)
    created = when(text(management, "FirstCreated"))
    state, embargo = _state(management)
    images = list(_pictures(item))
    authors, others = signed(text(lines, "ByLine"))
    return assemble(
        ORIGIN,
        headline=raw(lines, "HeadLine") or text(lines, "SlugLine"),
        body=_body(item),
        written=_formal(item, "Language"),
        state=state,
        embargo=embargo,
        standfirst=markup.text_of(raw(lines, "SubHeadLine")),
        authors=authors,
        others=others,
        published=created or when(text(management, "ThisRevisionCreated")),
        updated=when(text(management, "ThisRevisionCreated")),
        created=created,
        place=_property(item, "City"),
        section=_property(item, "Section"),
        topics=_topics(item, lines),
        image=images[0] if images else None,
        agency=_party(item, "Provider") or _party(item, "Source") or text(lines, "CreditLine"),
        external_id=_identifier(item),
        version=version(text(next(every(item, "NewsIdentifier"), None), "RevisionId")),
        genre=genre_of([_formal(item, "Genre")]),
        urgency=urgency_of(_formal(management, "Urgency")),
        note=_note(item, lines),
    )


def _lines(item: Element) -> Element | None:
    """The lines of the story: the first that have a headline, for an item may also have some that only tell rights."""
    found = list(every(item, "NewsLines"))
    return next((one for one in found if text(one, "HeadLine")), found[0] if found else None)


def _formal(element: Element | None, name: str) -> str:
    return next((str(v) for one in every(element, name) if (v := one.get("FormalName"))), "")


def _party(item: Element, role: str) -> str:
    return next((name for one in every(item, role) if (name := _formal(one, "Party"))), "")


def _property(item: Element, name: str) -> str:
    found = (one.get("Value", "") for one in every(item, "Property") if one.get("FormalName") == name)
    return next((str(value) for value in found if value), "")


def _identifier(item: Element) -> str:
    """The name of the item without its revision: a later one is the same story."""
    identifier = next(every(item, "NewsIdentifier"), None)
    name = text(identifier, "PublicIdentifier")
    revision = text(identifier, "RevisionId")
    return name.removesuffix(f":{revision}") if revision else name or text(identifier, "NewsItemId")


def _state(management: Element | None) -> tuple[State, str]:
    status = _formal(management, "Status").lower()
    changes = when(text(management, "StatusWillChange", "DateAndTime"))
    if status == "embargoed":
        return ("out", changes) if changes else ("scheduled", "")
    return _STATES.get(status, "canceled"), ""


def _body(item: Element) -> tuple[FoundBlock, ...]:
    """The blocks of the first content that is text; those that are said to be the story's text go before others."""
    for content in [*_in_role(item, _MAIN), *every(item, "ContentItem")]:
        if _formal(content, "MediaType").lower() not in ("", "text", "complexdata") or _is_style(content):
            continue
        for data in every(content, "DataContent"):
            if found := _blocks(data):
                return found
    return ()


def _in_role(item: Element, roles: Container[str]) -> Iterator[Element]:
    for component in every(item, "NewsComponent"):
        role = child(component, "Role")
        if role is not None and role.get("FormalName", "").lower() in roles:
            yield from every(component, "ContentItem")


def _is_style(content: Element) -> bool:
    named = {_formal(content, "MimeType").lower(), _formal(content, "Format").lower()}
    return not named.isdisjoint(_STYLES)


def _blocks(data: Element) -> tuple[FoundBlock, ...]:
    document = next((one for one in data.iter() if local(one) == "nitf"), None)
    if document is not None:
        content = child(document, "body", "body.content")
        return markup.blocks(nitf.to_html(content)) if content is not None else ()
    page = next((one for one in data.iter() if local(one) == "body"), None)
    if page is not None or len(data):
        return markup.blocks(inner(page if page is not None else data))
    return plain.either(data.text or "")


def _pictures(item: Element) -> Iterator[FoundImage]:
    for content in every(item, "ContentItem"):
        is_picture = _formal(content, "MediaType").lower() in ("photo", "picture", "image")
        if is_picture and (found := picture(resolve(str(content.get("Href", "")), ""))):
            yield found


def _topics(item: Element, lines: Element | None) -> list[str]:
    """The keywords, and the names that the item gives to the subjects it is filed under, in one language."""
    names: dict[str, str] = {}
    for topic in every(item, "Topic"):
        said = [one for one in every(topic, "Description") if one.get("Variant", "Name") == "Name"]
        said.sort(key=lambda one: one.get("{http://www.w3.org/XML/1998/namespace}lang") != "en")
        names[text(topic, "FormalName")] = text(said[0]) if said else ""
    keywords = [word for one in every(lines, "KeywordLine") for word in text(one).split(",")]
    return [name for name in names.values() if name] + keywords


def _note(item: Element, lines: Element | None) -> str:
    said = (text(one) for name in ("NewsLineText", "ednote") for one in every(lines, name))
    return next((line for line in said if line), "") or _property(item, "EditorialNote")
