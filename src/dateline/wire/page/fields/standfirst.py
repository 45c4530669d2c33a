"""The standfirst: the summary that stands between headline and body, or the one the page declares for machines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.wire.page.clutter import is_labelled
from dateline.wire.page.fields.moments import find
from dateline.wire.page.fields.names import is_name
from dateline.wire.page.furniture import Kind, kind_of
from dateline.wire.page.outline import Box, Chunk
from dateline.wire.page.prose import is_prose
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.words import key

LONGEST = 900
SAME = 40
"""Two texts whose first so many letters are the same tell the same."""
MOST_PARTS = 4
DATED = 120
"""A longer text with a date in it is prose."""
NEAR = 3
"""Boxes around a text in which the picture that it belongs to may be."""


@dataclass(frozen=True, slots=True)
class Standfirst:
    """``chunks`` are those of the page that it was made of, none if readers do not see it."""

    text: str = ""
    origin: str = ""
    chunks: tuple[Chunk, ...] = ()


def choose(claims: Claims, above: Sequence[Chunk], body: Sequence[Chunk]) -> Standfirst:
    """The standfirst, apart from the body; empty if it says only what the first paragraph says."""
    declared = claims.first("standfirst")
    parts = [c for c in above if _is_standfirst(c, declared.value)]
    if not parts and body and len(body) > 1 and _is_named(body[0].box) and body[0].size <= LONGEST:
        parts = [body[0]]
    parts = parts[-MOST_PARTS:]
    rest = " ".join(c.text for c in body if c not in parts)[: 2 * LONGEST]
    parts = [c for c in parts if not _repeats(c.text, rest)]
    if parts:
        return Standfirst(" ".join(c.text for c in parts), "page", tuple(parts))
    if declared.value and len(declared.value) <= LONGEST and not _repeats(declared.value, rest):
        return Standfirst(declared.value, declared.origin)
    return Standfirst()


def _is_standfirst(chunk: Chunk, declared: str) -> bool:
    if not 30 <= chunk.size <= LONGEST or chunk.linked * 2 > chunk.size or is_name(chunk.text):
        return False
    if _is_dated(chunk.text) or _is_of_a_picture(chunk.box):
        return False
    return _is_named(chunk.box) or is_prose(chunk) or _repeats(chunk.text, declared)


def _is_dated(text: str) -> bool:
    """Whether a text is the line that tells the day, whatever it tells beside it."""
    dates = list(find(text)) if len(text) <= DATED else []
    return is_labelled(text, dates) or any((one.end - one.start) * 4 >= len(text) for one in dates)


def _is_of_a_picture(box: Box | None) -> bool:
    for _ in range(NEAR):
        if box is None:
            return False
        if box.tag in ("figure", "figcaption") or kind_of(box.tag, box.names) & Kind.CAPTION:
            return True
        box = box.parent
    return False


def _is_named(box: Box | None) -> bool:
    for _ in range(2):
        if box is None:
            return False
        if kind_of(box.tag, box.names) & Kind.STANDFIRST:
            return True
        box = box.parent
    return False


def _repeats(text: str, other: str) -> bool:
    """Whether a text begins as another does, or is a part of it that was cut short."""
    one, two = key(text)[:LONGEST], key(other)
    return bool(one) and (one in two or (len(one) > SAME and one[: max(SAME, len(one) * 2 // 3)] in two))
