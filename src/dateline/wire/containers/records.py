"""The records of a web archive, one after the other, each with its bytes; lengths that are wrong are mended.

Reads WARC and, as warcio does, its forerunner ARC. Pure but for the tape it is given.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader

from dateline.wire.containers.tape import BLOCK, Place, Tape
from dateline.wire.sources import LARGEST

HEADS = (b"WARC/1.", b"WARC/0.", b"filedesc://")

FIRST = 1 << 18
"""Bytes of a block that tell whether the rest of it is wanted."""

LONGER, SHORTER = "The record says it is longer than it is.", "The record says it is shorter than it is."
CUT = "The crawler cut it short."
JUNK = "Something between two records is none; it was left out."

# It would print addresses that are wrong, which may be anything that stands in a damaged archive.
logging.getLogger("warcio").setLevel(logging.ERROR)

_HEAD = re.compile(rb"WARC/[01]\.\d+\s*$")
_HEAD_INSIDE = re.compile(rb"\r?\n\r?\n(?=WARC/[01]\.\d+\r?\n)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One record. ``data`` is its block, which for an answer of a server begins with the HTTP header."""

    number: int
    """From 1."""
    place: Place
    kind: str = ""
    """As WARC-Type has it; empty if only ``fault`` is told."""
    address: str = ""
    at: str = ""
    """When it was captured, ISO 8601 in UTC, if the record says so."""
    media: str = ""
    """The Content-Type of the block."""
    data: bytes = b""
    note: str = ""
    """What is wrong with it that did not keep it from being read."""
    fault: str = ""
    """What is lost here."""


def entries(tape: Tape, wanted: Callable[[Entry], bool] = lambda _: True) -> Iterator[Entry]:
    """All records from where the tape stands, as far as they can be read; what is lost is told in its place.

    Of a large record that is not ``wanted``, which its beginning tells, no more than that is read: most of an archive
    may be videos.
    """
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    number = 0
    known = None
    while _go_to_record(tape, known):
        number += 1
        place = tape.place()
        try:
            record = loader.parse_record_stream(tape, known_format=known, no_record_parse=True)
            known = known or record.format
            yield _entry(tape, record, Entry(number, place), wanted)
        except EOFError:
            return
        except (ArchiveLoadFailed, ValueError) as error:
            told = str(error).partition("\n")[0][:200]
            yield Entry(number, place, fault=f"What begins at byte {place.start:,} is no record: {told}.")
        if tape.fault:
            yield Entry(number, tape.place(), fault=tape.fault)
            tape.fault = ""


def _go_to_record(tape: Tape, known: str | None) -> bool:
    """Pass over the lines that part records, and over whatever is none; whether there is a record."""
    while True:
        tape.begin_record()
        line = tape.readline(BLOCK)
        if not line and not _is_at_fence(tape):
            return False
        if line.strip() and (known != "warc" or _HEAD.match(line)):
            tape.unread(line)
            return True


def _is_at_fence(tape: Tape) -> bool:
    tape.begin_record()
    byte = tape.read(1)
    tape.unread(byte)
    return bool(byte)


def _entry(tape: Tape, record: Any, entry: Entry, wanted: Callable[[Entry], bool]) -> Entry:
    told = _told_by_arc(entry, record) if record.format == "arc" else _told_by_warc(entry, record)
    length, start = record.length or 0, tape.place()
    if length > FIRST and tape.can_go_back:
        beginning = replace(told, data=tape.read(FIRST))
        if not wanted(beginning) and tape.leap(length - FIRST) and (record.format == "arc" or _is_between(tape)):
            return beginning
        tape.go_back(start)
        tape.fault = ""
    data, note = _block(tape, length, mend=record.format != "arc")
    return replace(told, data=data, note=note or told.note)


def _told_by_arc(entry: Entry, record: Any) -> Entry:
    address = record.rec_headers.get_header("uri") or ""
    media = "application/http" if address.startswith("http") else record.content_type or ""
    return replace(entry, kind=record.rec_type, address=address, at=_time_of_arc(record), media=media)


def _told_by_warc(entry: Entry, record: Any) -> Entry:
    head = record.rec_headers
    return replace(
        entry,
        kind=(record.rec_type or "").lower(),
        address=head.get_header("WARC-Target-URI") or "",
        at=_time(head.get_header("WARC-Date") or ""),
        media=record.content_type or "",
        note=CUT if head.get_header("WARC-Truncated") else "",
    )


def _is_between(tape: Tape) -> bool:
    """Whether a record ends here: behind it are empty lines, and the next record or nothing."""
    line = b"\n"
    while line and not line.strip():
        line = tape.readline(BLOCK)
    tape.unread(line)
    return not line or bool(_HEAD.match(line))


def _block(tape: Tape, stated: int, mend: bool) -> tuple[bytes, str]:
    """The block of a record, and what is wrong with its length. Of one that is too large only the beginning."""
    data = tape.read(min(stated, LARGEST + 1))
    left = stated - len(data)
    while left > 0 and (more := tape.read(min(left, BLOCK))):
        left -= len(more)
    if not mend or len(data) > LARGEST:
        return data, ""
    return _mended(tape, data, short=left > 0)


def _mended(tape: Tape, data: bytes, short: bool) -> tuple[bytes, str]:
    """The block with what follows looked at: two empty lines, and the next record or the end."""
    line = b"\n"
    while line and not line.strip():
        line = tape.readline(BLOCK)
    if not line or _HEAD.match(line):
        tape.unread(line)
        inside = _HEAD_INSIDE.search(data) if short else None
        if inside:
            tape.unread(data[inside.end() :])
            return data[: inside.start()], LONGER
        return data, LONGER if short else ""
    if inside := _HEAD_INSIDE.search(data):
        tape.unread(data[inside.end() :] + line)
        return data[: inside.start()], LONGER
    rest = [line]
    size = len(data)
    while (line := tape.readline(BLOCK)) and not _HEAD.match(line):
        size += len(line)
        if size <= LARGEST:
            tape.begin_record()
            rest.append(line)
    tape.unread(line)
    return (data + b"".join(rest)).rstrip(b"\r\n"), SHORTER


def _time(text: str) -> str:
    try:
        when = datetime.fromisoformat(text.strip())
    except ValueError:
        return ""
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _time_of_arc(record: Any) -> str:
    digits = (record.rec_headers.get_header("archive-date") or "").strip()
    try:
        return datetime.strptime(digits[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return ""
