"""Web archives: WARC, its forerunner ARC, and WET. Pages and texts of pages come out; all else is counted.

A page that was captured several times comes out capture after capture, the oldest first, if the whole of the input was
listed before (see ``captures``); else in the order of the file.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO
from urllib.parse import urljoin

from dateline.wire.containers.answer import answer
from dateline.wire.containers.member import Member, Tally
from dateline.wire.containers.records import HEADS, Entry, entries
from dateline.wire.containers.tape import Place, Tape
from dateline.wire.sources import About

__all__ = ["HEADS", "Listed", "listing", "member_at", "members", "picture_of"]

TEXT, PAGE = "text", "html"
"""The sources that read what comes out."""
PICTURES = "pictures in web archives"
MOVED = "answers of status 30"


def members(file: IO[bytes], tally: Tally) -> Iterator[tuple[Place, Member]]:
    """The pages in a web archive and where they stand; ``tally`` counts what is none, by kind."""
    for entry in entries(Tape(file), _is_copy):
        member = _member(entry)
        if isinstance(member, Member):
            yield entry.place, member
        else:
            tally[member] += 1


@dataclass(frozen=True, slots=True)
class Listed:
    """One capture in the list of a web archive."""

    place: Place
    number: int
    address: str
    at: str
    is_picture: bool = False
    leads_to: str = ""
    """Where the server sent whoever asked for it."""
    text: Member | None = None
    """What only the text was kept of."""


def listing(file: IO[bytes]) -> Iterator[Listed]:
    """The pages and pictures in a web archive, without reading them."""
    for entry in entries(Tape(file), lambda entry: _kind(entry) == TEXT):
        kind = _kind(entry)
        if kind in (PAGE, TEXT, PICTURES):
            text = _made(entry, TEXT, entry.data, "utf-8") if kind == TEXT else None
            yield Listed(entry.place, entry.number, entry.address, entry.at, kind == PICTURES, text=text)
        elif entry.kind == "response" and kind.startswith(MOVED) and (leads_to := _target(entry)):
            yield Listed(entry.place, entry.number, entry.address, entry.at, leads_to=leads_to)


def _target(entry: Entry) -> str:
    try:
        target = urljoin(entry.address, answer(entry).headers.get("location", ""))
    except ValueError:
        return ""
    return target if target.startswith(("http:", "https:")) else ""


def member_at(file: IO[bytes], place: Place, number: int) -> Member | None:
    """The page that stands at a place of the file, where ``members`` found it."""
    file.seek(place.start)
    entry = next(entries(Tape(file, place)), None)
    member = _member(entry) if entry else ""
    if not isinstance(member, Member):
        return None
    member.number = number
    return member


def picture_of(file: IO[bytes], place: Place) -> bytes | None:
    """The picture that stands at a place of the file."""
    file.seek(place.start)
    entry = next(entries(Tape(file, place)), None)
    return answer(entry).unpacked() if entry else None


def _member(entry: Entry) -> Member | str:
    """The page in a record, or what it is if it is none."""
    if entry.fault:
        return Member("", number=entry.number, fault=entry.fault)
    kind = _kind(entry)
    if kind == TEXT:
        return _made(entry, TEXT, entry.data, "utf-8")
    if kind == PAGE:
        found = answer(entry)
        return _made(entry, PAGE, found.unpacked(), found.charset)
    return kind


def _kind(entry: Entry) -> str:
    """``PAGE``, ``TEXT``, or what a record holds that is no copy, in words for the report."""
    if entry.kind == "conversion" and entry.media.startswith("text/plain"):
        return TEXT
    if entry.kind not in ("response", "resource"):
        return f"{entry.kind or 'nameless'} records of web archives"
    if not entry.address.lower().startswith(("http:", "https:")):
        return "records of web archives about other things than pages"
    found = answer(entry)
    if found.status != 200:
        return f"answers of status {found.status} in web archives"
    if found.is_page():
        return PAGE
    return PICTURES if found.is_picture() else "styles, scripts and other files in web archives"


def _is_copy(entry: Entry) -> bool:
    return _kind(entry) in (PAGE, TEXT)


def _made(entry: Entry, source: str, data: bytes, charset: str) -> Member:
    about = About(name=entry.address, address=entry.address, charset=charset, captured=entry.at)
    return Member(entry.address, io.BytesIO(data), about, source, entry.number, note=entry.note)
