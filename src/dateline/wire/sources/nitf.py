"""NITF, the news text format of the IPTC, a document a story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from dateline.errors import CopyError
from dateline.story import Correction
from dateline.wire.assembly import assemble, signed, told, version, when
from dateline.wire.bodies import markup, nitf
from dateline.wire.notation import trees
from dateline.wire.notation.cutting import cut, shelled
from dateline.wire.notation.letters import read_text
from dateline.wire.notation.roots import root_of
from dateline.wire.notation.trees import Element, child, children, every, text
from dateline.wire.page.inline import resolve
from dateline.wire.record import Record, State
from dateline.wire.roles import Part, role_of
from dateline.wire.sources.ninjs import at_utc, genre_of, urgency_of
from dateline.wire.sources.source import About

ORIGIN = "nitf"


class Nitf:
    """A document a story; a file may hold several."""

    name = "nitf"
    whole = False

    def fits(self, head: bytes) -> bool:
        return root_of(head) == "nitf"

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield from shelled(cut(read_text(file), ("nitf",)), "There is no NITF document in it.")

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        root = trees.parse(data.decode("utf-8", "replace"))
        if trees.local(root) != "nitf":
            raise CopyError("It is no NITF document.")
        return told(read(root), "It has no text, only a headline.")


def read(root: Element) -> Record:
    """The record of an NITF document."""
    head, body = child(root, "head"), nitf.body_of(root)
    data = child(head, "docdata")
    content = child(body, "body.content")
    top = child(body, "body.head")
    released = _norm(data, "date.release")
    issued = _norm(data, "date.issue")
    title = nitf.headline(body) or text(head, "title")
    end = [text(one) for one in every(child(body, "body.end"), "tagline")]
    html = (nitf.to_html(content) if content is not None else "") + "".join(
        f"<p>{trees.escaped(t)}</p>" for t in end if t
    )
    state, embargo = _state(data, released)
    authors, others = _people(top)
    return assemble(
        ORIGIN,
        headline=title,
        body=markup.blocks(html),
        written=_language(root, body),
        state=state,
        embargo=embargo,
        standfirst=text(top, "abstract") or _second(top, title),
        authors=authors,
        others=others,
        published=issued or released,
        place=_place(top),
        section=_section(head),
        topics=_topics(head, data),
        agency=text(top, "distributor") or _attribute(data, "doc.copyright", "holder"),
        url=resolve(_attribute(head, "pubdata", "ex-ref"), ""),
        external_id=_attribute(data, "doc-id", "id-string"),
        version=version(_attribute(data, "du-key", "version")),
        genre=genre_of([one.get("tobject.property.type", "") for one in every(head, "tobject.property")]),
        urgency=urgency_of(_attribute(data, "urgency", "ed-urg")),
        corrections=tuple(_corrections(data, issued)),
        note=_attribute(data, "ed-msg", "info"),
    )


def _attribute(element: Element | None, name: str, attribute: str) -> str:
    return next((value for one in every(element, name) if (value := str(one.get(attribute, "")).strip())), "")


def _norm(data: Element | None, name: str) -> str:
    return when(_attribute(data, name, "norm"))


def _state(data: Element | None, released: str) -> tuple[State, str]:
    status = str(data.get("management-status", "")) if data is not None else ""
    if status == "embargoed":
        return ("out", released) if released else ("scheduled", "")
    return ("out" if status in ("", "usable") else "canceled"), ""


def _language(root: Element, body: Element | None) -> str:
    name = "{http://www.w3.org/XML/1998/namespace}lang"
    return str(root.get(name) or (body.get(name) if body is not None else "") or "")


def _second(top: Element | None, title: str) -> str:
    lines = [text(one) for one in children(child(top, "hedline"), "hl2")] if child(top, "hedline") is not None else []
    return next((line for line in lines if line and line != title), "")


def _people(top: Element | None) -> tuple[list[str], list[Part]]:
    """Those who wrote it, and those whom a byline's title says had another part in it."""
    found: list[str] = []
    others: list[Part] = []
    for line in children(top, "byline") if top is not None else ():
        named = [text(one) for one in every(line, "person")]
        own = " ".join(t for t in (line.text, *(one.tail for one in line)) if t)
        authors, helpers = (named, []) if named else signed(own if own.strip() else text(line))
        role = role_of(text(line, "byttl"))
        others += [(name, role) for name in authors] if role else helpers
        found += [] if role else authors
    return found, others


def _place(top: Element | None) -> str:
    return text(top, "dateline", "location")


def _section(head: Element | None) -> str:
    return _attribute(head, "pubdata", "position.section")


def _topics(head: Element | None, data: Element | None) -> list[str]:
    subjects = []
    for one in every(head, "tobject.subject"):
        names = ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
        subjects += [next((str(one.get(name)) for name in names if one.get(name)), "")]
    return subjects + [str(one.get("key", "")) for one in every(data, "keyword")]


def _corrections(data: Element | None, issued: str) -> Iterator[Correction]:
    for one in every(data, "correction"):
        if info := str(one.get("info", "")).strip():
            yield Correction(kind="correction", at=at_utc(issued), text=info)
