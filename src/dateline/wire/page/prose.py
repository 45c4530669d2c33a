"""How much a chunk is worth as part of a story: whole sentences count for it, links and stray words against it."""

from __future__ import annotations

from dateline.wire.page.outline import Box, Chunk
from dateline.wire.page.words import words

LEAVES = words("p li h1 h2 h3 h4 h5 h6 blockquote pre figcaption dd dt")
HEADINGS = words("h1 h2 h3 h4 h5 h6")
SENTENCE, SHORT_SENTENCE, HEADING = 70, 25, 200
"""In Latin letters: so long is prose; so long, if it ends as a sentence does; so long is no heading."""
STRAY = -5.0

_END = tuple(".!?…。！？»”\"'）)।॥။።៕။؟:;』」›’")


def worth(chunk: Chunk) -> float:
    """Positive for prose, by its length; negative for links and stray words; nothing for headings and pictures."""
    if chunk.image is not None:
        return 0.0
    if is_heading(chunk):
        return STRAY if chunk.linked * 2 > chunk.size else 0.0
    if chunk.linked * 3 >= chunk.size * 2:
        return -10.0 - chunk.linked * 0.2
    if is_prose(chunk):
        return float(max(1, chunk.size - 2 * chunk.linked + min(chunk.linked, chunk.size // 2)))
    return STRAY


def is_heading(chunk: Chunk) -> bool:
    return chunk.box.tag in HEADINGS and chunk.size < HEADING


def is_prose(chunk: Chunk) -> bool:
    """Whether a chunk reads as sentences."""
    unlinked = chunk.size - chunk.linked
    return unlinked >= SENTENCE or (unlinked >= SHORT_SENTENCE and ends_as_sentence(chunk.text))


def ends_as_sentence(text: str) -> bool:
    return text.endswith(_END)


def holder(chunk: Chunk) -> Box:
    """The box whose text a chunk is: the one around its paragraph, item or heading."""
    box = chunk.box
    while box.tag in LEAVES and box.parent is not None:
        box = box.parent
    return box
