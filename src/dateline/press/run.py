"""A run: parts of a story's page that stand one behind the other and nearly always go out as they were pressed. Pure.

Its texts lie together and have one head, so that they go out as one stretch. The stamps of all its boxes are in one
place. The slots of a story's discussion (its ``talk``) stand within it: while there is no discussion they are nothing,
and otherwise the texts around each go out as a stretch of their own.

Layout: how much there is of each, the codes that the boxes were joined from and their stamps, the heads of the texts
around the slots and where each ends, the names of the slots, the head of all texts, the texts, and last what the parts
are beside their texts.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate

from dateline.press.fragment import HEADER, Fragment, head_of
from dateline.press.page import BOX, OWN, Box, Own, Part, Slot, numbers_of, read_part, tagged

TALK = ("count", "thread")
"""The slots of a story's discussion, by what stands before the colon and the story's code."""

_RUN = struct.Struct("<HHHI")
_SEGMENT = struct.Struct("<QIII")
_PART = struct.Struct("<BII")


def takes(part: Part, code: int) -> bool:
    """Whether a part of the page of a story may stand in a run."""
    if isinstance(part, Own):
        return len(part.text) > HEADER.size
    if isinstance(part, Box):
        return not part.codes or (len(part.joined) > HEADER.size and len(part.stamps) <= len(part.codes))
    return isinstance(part, Slot) and part.name in (f"{name}:{code}" for name in TALK)


def is_plain(parts: Sequence[Part], code: int) -> bool:
    """Whether no story stands twice in the boxes of these parts, nor the one with this code at all."""
    codes = [one for part in parts if isinstance(part, Box) for one in _looked_at(part)]
    return len({code, *codes}) == len(codes) + 1


def encode(parts: Sequence[Part]) -> bytes:
    """The record of parts that ``takes`` lets stand in a run."""
    boxes = [part for part in parts if isinstance(part, Box)]
    codes = [code for box in boxes for code in _looked_at(box)]
    stamps = [stamp for box in boxes for stamp in box.stamps if box.codes]
    segments = _segments(parts)
    ends = accumulate(sum(len(text) - HEADER.size for text in texts) for texts in segments)
    names = "\n".join(part.name for part in parts if isinstance(part, Slot)).encode()
    texts = [text for segment in segments for text in segment]
    bare = b"".join(text[HEADER.size :] for text in texts)
    return b"".join(
        (
            _RUN.pack(len(codes), len(segments), len(names), len(bare)),
            numbers_of(len(codes), len(stamps)).pack(*codes, *stamps),
            *(head_of(segment) + end.to_bytes(4, "little") for segment, end in zip(segments, ends, strict=True)),
            names,
            head_of(texts),
            bare,
            *map(_outline, parts),
        )
    )


def places(data: bytes, base: int) -> tuple[int, int, int, int]:
    """What of a run's record is asked for whenever its page goes out, if it stands at ``base`` in that of the page.

    How many codes the boxes were joined from, where these begin, which their stamps follow, where the head of all texts
    begins, which the texts follow, and where these end.
    """
    codes, first, head, end = _places(data, 0)
    return codes, base + first, base + head, base + end


def has_all_cards(data: bytes) -> bool:
    """Whether there was a card of each of the stories that the boxes were joined from; of the record of a run."""
    return 0 not in read(data, 0)[1]


def read(data: bytes, at: int) -> tuple[Sequence[int], Sequence[int], int, int]:
    """Of the run that begins there: the codes, their stamps, where the head of all texts begins, where they end."""
    codes, first, head, end = _places(data, at)
    numbers = numbers_of(codes, codes).unpack_from(data, first)
    return numbers[:codes], numbers[codes:], head, end


def _places(data: bytes, at: int) -> tuple[int, int, int, int]:
    codes, count, names, size = _RUN.unpack_from(data, at)
    first = at + _RUN.size
    head = first + 12 * codes + _SEGMENT.size * count + names
    return codes, first, head, head + HEADER.size + size


def segments(data: bytes, at: int) -> Iterator[tuple[int, int, int, str]]:
    """Between the slots: where the head of the texts stands, where they begin and end, and the slot that follows."""
    codes, count, named, _ = _RUN.unpack_from(data, at)
    first = at + _RUN.size + 12 * codes
    names_at = first + _SEGMENT.size * count
    names = data[names_at : names_at + named].decode().split("\n")
    texts = start = names_at + named + HEADER.size
    for number in range(count):
        head = first + _SEGMENT.size * number
        end = texts + int.from_bytes(data[head + HEADER.size : head + _SEGMENT.size], "little")
        yield head, start, end, names[number] if number < count - 1 else ""
        start = end


def parts(data: bytes, at: int, end: int) -> list[Part]:
    """The parts of a run, as they went in."""
    _, _, head, place = read(data, at)
    found: list[Part] = []
    text = head + HEADER.size
    while place < end:
        tag, long, size = _PART.unpack_from(data, place)
        place += _PART.size
        beside, place = data[place : place + size], place + size
        if tag in (OWN, BOX):  # the head of its text, then what is beside it
            beside = beside[HEADER.size :] + beside[: HEADER.size] + data[text : text + long]
        found.append(read_part(tag, beside))
        text += long
    return found


def _looked_at(box: Box) -> Sequence[int]:
    return box.codes[: len(box.stamps)]


def _text_of(part: Part) -> Fragment:
    """The text with which a part goes out; of a box that names no story, and of a slot, none."""
    if isinstance(part, Own):
        return part.text
    return part.joined if isinstance(part, Box) and part.codes else b""


def _segments(parts: Sequence[Part]) -> list[list[Fragment]]:
    """The texts before, between and behind the slots."""
    found: list[list[Fragment]] = [[]]
    for part in parts:
        if isinstance(part, Slot):
            found.append([])
        elif text := _text_of(part):
            found[-1].append(text)
    return found


def _outline(part: Part) -> bytes:
    """A part without what of its text lies with the others: its tag, how long that is, and the rest."""
    text = _text_of(part)
    tag, beside = tagged(part._replace(joined=b"") if text and isinstance(part, Box) else part)
    if text:
        beside = text[: HEADER.size] + (b"" if isinstance(part, Own) else beside)
    return _PART.pack(tag, max(0, len(text) - HEADER.size), len(beside)) + beside
