"""The record of a page in the store. Pure; encodes and decodes.

    head     CRC-32 of all that follows it; status, type, how many entries, how long the address is, code; where the
             pieces of a plain page are
    address  the one right one
    outline  where each entry ends, then what each is
    entries  a part each; or a run of a story's parts (run.py); or the names of slots that stand together

What is in an entry beside its part is there for whoever joins the page, for whom fewer pieces are less work. A *plain*
page is a run and slots behind it, and there was a card of each story that its boxes were joined from: so are the pages
of nearly all stories. Its head says all that is asked of it when it goes out as it was pressed: how many codes its
boxes were joined from, where these and their stamps are, where the head of the run's text is, where that text ends, and
where the names of the slots begin. Of other pages it says zeros there.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, groupby
from zlib import crc32

from dateline.press import run
from dateline.press.page import ContentType, Page, Part, Slot, Status, read_part, tagged

HEAD = struct.Struct("<IBBHHQHIIII")
"""The head of a record, as above."""

RUN, SHARED = 6, 7
"""What the tag of an entry says that it is, if it is not one part."""

Outline = Sequence[int]
"""Where each entry ends, then what each is."""

Entries = tuple[int, int, Outline]
"""The code of the page's story, where the first entry begins, and the outline."""

_NOT_PLAIN = (0,) * 5
_CRC = 4

# Looked up, for calling an Enum class costs more than all else that decoding a page does.
_STATUSES, _TYPES = tuple(Status), tuple(ContentType)


def encode(page: Page) -> bytes:
    """The record of a page."""
    path = page.path.encode()
    entries = list(_entries(page))
    outline = _outline(len(entries))
    begin = HEAD.size + len(path) + outline.size
    _, *ends = accumulate((len(data) for _, data in entries), initial=begin)
    tags = [tag for tag, _ in entries]
    is_plain = page.status is Status.PUBLIC and tags == [RUN, SHARED] and run.has_all_cards(entries[0][1])
    pieces = (*run.places(entries[0][1], begin), ends[0]) if is_plain else _NOT_PLAIN
    head = HEAD.pack(0, page.status, page.type, len(entries), len(path), page.code, *pieces)[_CRC:]
    told = b"".join((head, path, outline.pack(*ends, *tags), *(data for _, data in entries)))
    return crc32(told).to_bytes(_CRC, "little") + told


def decode(data: bytes) -> Page:
    """The page of its record."""
    status, kind, path, (code, at, outline) = opened(data)
    parts: list[Part] = []
    for tag, end in each(outline):
        parts += parts_of(tag, data, at, end)
        at = end
    return Page(tuple(parts), status, kind, code, path)


def opened(data: bytes) -> tuple[Status, ContentType, str, Entries]:
    """The status, the type and the one right address of a page, and where its entries are; of its record."""
    _, status, kind, count, path_length, code, *_ = HEAD.unpack_from(data)
    at = HEAD.size + path_length
    outline = _outline(count)
    entries = code, at + outline.size, outline.unpack_from(data, at)
    return _STATUSES[status], _TYPES[kind], data[HEAD.size : at].decode(), entries


def each(outline: Outline) -> Iterable[tuple[int, int]]:
    """Of each entry its tag and its end."""
    return zip(outline[len(outline) // 2 :], outline, strict=False)


def head_of(data: bytes) -> Page:
    """The page of a record without its parts."""
    status, kind, path, (code, *_) = opened(data)
    return Page((), status, kind, code, path)


def parts_of(tag: int, data: bytes, at: int, end: int) -> Sequence[Part]:
    """The parts of an entry."""
    if tag == RUN:
        return run.parts(data, at, end)
    if tag == SHARED:
        return [Slot(name) for name in data[at:end].decode().split("\n")]
    return [read_part(tag, data[at:end])]


def is_whole(data: bytes) -> bool:
    """Whether a record is as it was encoded, and what is said of texts that lie together is true of them."""
    return encode(decode(data)) == data


def _entries(page: Page) -> Iterator[tuple[int, bytes]]:
    for kind, group in groupby(page.parts, lambda part: _kind(part, page.code)):
        parts = list(group)
        if kind == RUN and len(parts) > 1 and run.is_plain(parts, page.code):
            yield RUN, run.encode(parts)
        elif kind == SHARED and len(parts) > 1:
            yield SHARED, "\n".join(part.name for part in parts if isinstance(part, Slot)).encode()
        else:
            yield from map(tagged, parts)


def _kind(part: Part, code: int) -> int:
    """As what a part may stand with its neighbours: in a run, among slots that all pages share, or (0) alone."""
    if code and run.takes(part, code):
        return RUN
    return SHARED if isinstance(part, Slot) and part.name.isalnum() else 0


@cache
def _outline(count: int) -> struct.Struct:
    """Where each of so many entries ends, and what it is."""
    return struct.Struct(f"<{count}I{count}B")
