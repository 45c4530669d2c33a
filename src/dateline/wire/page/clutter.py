"""What is left out of a body chunk by chunk: labels, stray words, date lines, lone links, what hangs on its ends."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.wire.page.fields.moments import Found, find
from dateline.wire.page.labels import CHANGED, PUBLISHED, is_label, is_rights_line
from dateline.wire.page.outline import Chunk
from dateline.wire.page.prose import ends_as_sentence, is_heading, is_prose

STRAY = 40
STRAY_IN = frozenset({"div", "section", "header", "center", "address", "dt"})
"""Elements of no meaning: a few words alone in one are a button's or a line's about the story."""
DATE_LINE = 80
BESIDE = 12
"""Letters between the label of a date and the date."""
LABELLED = 200


def is_clutter(chunk: Chunk) -> bool:
    """Whether a chunk inside a body is none of its text."""
    if _is_link_alone(chunk) or _is_stray(chunk) or _is_date_line(chunk) or not any(c.isalnum() for c in chunk.text):
        return True
    may_be_label = chunk.size < LABELLED or chunk.linked * 3 > chunk.size
    return (may_be_label and is_label(chunk.text)) or is_rights_line(chunk.text)


def _is_link_alone(chunk: Chunk) -> bool:
    unlinked = chunk.size - chunk.linked
    return chunk.linked * 20 >= chunk.size * 17 or (chunk.linked * 2 >= chunk.size and unlinked < 45)


def _is_stray(chunk: Chunk) -> bool:
    """Whether a chunk is a few words in a box of their own, which is neither paragraph, heading nor item."""
    box = chunk.box
    return chunk.size < STRAY and box.tag in STRAY_IN and box.last - box.first == 1 and not ends_as_sentence(chunk.text)


def _is_date_line(chunk: Chunk) -> bool:
    if chunk.size > DATE_LINE or not any(c.isdecimal() for c in chunk.text):
        return False
    found = list(find(chunk.text))
    return any((one.end - one.start) * 2 >= len(chunk.text) for one in found) or is_labelled(chunk.text, found)


def is_labelled(text: str, dates: Sequence[Found]) -> bool:
    """Whether a short text says that its date is that of the publication, or of a change, and is no sentence."""
    label = PUBLISHED.match(text)
    if label and any(one.start - label.end() <= BESIDE for one in dates):
        return True
    return bool(dates and CHANGED.search(text)) and not ends_as_sentence(text)


def trimmed(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Chunks without what stands before the first prose and after the last, but for the heading over the first."""
    solid = [
        i
        for i, c in enumerate(chunks)
        if (is_prose(c) and not is_heading(c)) or (c.box.tag == "li" and c.size >= STRAY)
    ]
    if not solid:
        return list(chunks)
    first, last = solid[0], solid[-1] + 1
    if first and is_heading(chunks[first - 1]):
        first -= 1
    while last < len(chunks) and chunks[last].box.tag in ("p", "blockquote") and ends_as_sentence(chunks[last].text):
        last += 1
    return list(chunks[first:last])
