"""NewsML-G2 of the IPTC: news items, alone or in messages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import IO

from dateline.errors import CopyError
from dateline.story import Correction
from dateline.wire.assembly import assemble, embargo, signed, told, when
from dateline.wire.assembly import version as version_of
from dateline.wire.bodies import markup, nitf, plain
from dateline.wire.notation import trees
from dateline.wire.notation.cutting import cut, shelled
from dateline.wire.notation.letters import read_text
from dateline.wire.notation.roots import root_of
from dateline.wire.notation.trees import Element, child, children, every, inner, local, text
from dateline.wire.page.inline import resolve
from dateline.wire.record import FoundBlock, Record, State
from dateline.wire.roles import Part, role_of
from dateline.wire.sources.ninjs import at_utc, genre_of, urgency_of
from dateline.wire.sources.source import About

ORIGIN = "newsml-g2"

_ITEMS = ("newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
_OTHERS = {
    "packageItem": "a package of other items",
    "conceptItem": "the description of a person or a thing",
    "knowledgeItem": "a list of terms",
    "planningItem": "a plan of coverage",
    "catalogItem": "a list of vocabularies",
}
_CLASSES = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a film",
    "audio": "a sound recording",
    "animation": "an animation",
    "composite": "a package of other items",
}
_STATES: Mapping[str, State] = {"usable": "out", "": "out"}
"""What may go out; every other status, known or not, holds an item back."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class NewsMlG2:
    """A newsItem a story."""

    name = "newsml-g2"
    whole = False

    def fits(self, head: bytes) -> bool:
        return root_of(head) in (*_ITEMS, "newsMessage", "itemSet")

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield from shelled(cut(read_text(file), _ITEMS, nests=True), "There is no item in it.")

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        root = trees.parse(data.decode("utf-8", "replace"))
        item = next((one for one in root.iter() if local(one) in _ITEMS), None)
        if item is None:
            raise CopyError("There is no item in it.")
        if local(item) in _OTHERS:
            raise CopyError(f"It is {_OTHERS[local(item)]}, not a story.")
        kind = _code(child(item, "itemMeta", "itemClass"))
        blocks = _body(item)
        if kind in _CLASSES and not blocks:
            raise CopyError(f"It is {_CLASSES[kind]}, not a story.")
        return told(_read(item, blocks), "It has no text, only a headline.")


def _read(item: Element, blocks: tuple[FoundBlock, ...]) -> Record:
    about, content = child(item, "itemMeta"), child(item, "contentMeta")
    changed, created = when(text(about, "versionCreated")), when(text(about, "firstCreated"))
    note = " ".join(text(one) for one in children(about, "edNote")) if about is not None else ""
    signals = {_code(one) for one in children(about, "signal")} if about is not None else set()
    authors, others = _people(content)
    corrected = "correction" in signals and bool(note) and bool(changed)
    return assemble(
        ORIGIN,
        headline=_headline(item, about, content),
        body=blocks,
        written=_language(item, content),
        state=_STATES.get(_code(child(about, "pubStatus")), "canceled"),
        embargo=embargo(text(about, "embargoed")),
        standfirst=_summary(content),
        authors=authors,
        others=others,
        published=created or changed,
        updated=changed,
        created=when(text(content, "contentCreated")),
        place=_place(content),
        filed=text(content, "located", "name"),
        section=text(about, "service", "name"),
        topics=_topics(item, content),
        agency=_agency(item, about, content),
        url=resolve(next((str(one.get("href", "")) for one in children(item, "altLoc")), ""), ""),
        external_id=str(item.get("guid", "")),
        version=version_of(str(item.get("version", ""))),
        genre=genre_of([_name(one) for one in every(content, "genre")]),
        urgency=urgency_of(text(content, "urgency")),
        corrections=(Correction(kind="correction", at=at_utc(changed), text=note),) if corrected else (),
        note="" if corrected else note,
    )


def _code(element: Element | None) -> str:
    """The last part of what names a concept: ``stat:usable`` and ``http://.../usable`` are both ``usable``."""
    value = str(element.get("qcode") or element.get("uri") or "") if element is not None else ""
    return re.split(r"[:/]", value)[-1].lower()


def _name(element: Element) -> str:
    return text(element, "name") or str(element.get("literal") or "")


def _headline(item: Element, about: Element | None, content: Element | None) -> str:
    lines = list(children(content, "headline")) if content is not None else []
    lines.sort(key=lambda one: "main" not in str(one.get("role", "")) and bool(one.get("role")))
    inline = next(every(item, "hl1"), None)
    said = next((line for one in lines if (line := text(one))), "")
    page = next(every(child(item, "contentSet"), "title"), None)
    return said or (text(inline) if inline is not None else "") or text(about, "title") or text(page)


def _language(item: Element, content: Element | None) -> str:
    told = child(content, "language")
    return str((told.get("tag") if told is not None else "") or item.get(_LANGUAGE) or "")


def _summary(content: Element | None) -> str:
    lines = [one for one in every(content, "description") if "caption" not in str(one.get("role", ""))]
    return next((line for one in lines if (line := text(one))), "")


def _people(content: Element | None) -> tuple[list[str], list[Part]]:
    """Those who wrote it, and those who had another part in it."""
    line = next((line for one in every(content, "by") if (line := text(one))), "")
    authors, others = signed(line)
    creators, helpers = (
        [(name, role_of(one.get("role", ""))) for one in every(content, kind) if (name := text(one, "name"))]
        for kind in ("creator", "contributor")
    )
    others += [(name, role) for name, role in (*creators, *helpers) if role]
    return authors or [name for name, role in creators if not role], others


def _place(content: Element | None) -> str:
    """The dateline, if it is a place and nothing else: a day stands in some."""
    line = text(content, "dateline")
    return line if len(line) < 60 and not any(c.isdecimal() for c in line) else ""


def _agency(item: Element, about: Element | None, content: Element | None) -> str:
    makers = [
        *every(content, "infoSource"),
        *every(about, "provider"),
        *every(child(item, "rightsInfo"), "copyrightHolder"),
    ]
    names = [text(content, "creditline").strip("–- "), *map(_name, makers)]
    return next((name for name in names if name and not name.isdecimal()), "") or _code(child(about, "provider"))


def _topics(item: Element, content: Element | None) -> list[str]:
    """The names of subjects; what only has a code gets the name that the item asserts for it."""
    asserted = {one.get("qcode"): _name(one) for one in children(item, "assert") if one.get("qcode")}
    subjects = [_name(one) or asserted.get(one.get("qcode"), "") for one in every(content, "subject")]
    return subjects + [text(one) for one in every(content, "keyword")]


def _body(item: Element) -> tuple[FoundBlock, ...]:
    """The blocks of the first content that holds any."""
    content = child(item, "contentSet")
    for one in children(content, "inlineXML", "inlineData") if content is not None else ():
        if found := _blocks(one):
            return found
    return ()


def _blocks(content: Element) -> tuple[FoundBlock, ...]:
    if local(content) == "inlineData":
        return plain.either("".join(content.itertext()))
    document = next(every(content, "nitf"), None)
    if document is not None:
        inside = child(document, "body", "body.content")
        return markup.blocks(nitf.to_html(inside)) if inside is not None else ()
    page = next(every(content, "body"), content)
    for header in [one for one in children(page, "header") if any(True for _ in every(one, "h1"))]:
        page.remove(header)  # the headline once more, with what the item says in its metadata
    return markup.blocks(inner(page))
