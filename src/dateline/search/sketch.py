"""A story's text in some four hundred bytes, from which is told how much of one text stands in another. Pure.

The text is seen as its runs of three words (of neighbouring pairs of characters where a script has no spaces). Each
run is hashed and the smallest hashes are kept (Broder, On the resemblance and containment of documents, 1997). Of two
sketches only the hashes below the lower of their two ceilings are compared: what the shorter text has there is a fair
sample of it, whichever text is longer. A story cut to half leaves fifty hashes to judge it by.
"""

from __future__ import annotations

import re
import struct
import zlib
from bisect import bisect_right

from dateline.search.fold import fold
from dateline.story import Story, paragraphs

KEPT = 96
"""Hashes of a sketch."""

LONGEST = 200_000
"""Characters of a text that are looked at."""

FEWEST = 12
"""Runs that a text needs to be compared: shorter ones are alike by chance."""

_WORD = re.compile(r"\w+")
_MASK = 0xFFFFFFFF


def sketch(story: Story) -> bytes:
    """The sketch of a story's body: not of its headline, which is what another newsroom changes first."""
    return of_text("\n".join(paragraphs(story)), story.language)


def of_text(text: str, language: str = "") -> bytes:
    """The hashes, four bytes each, smallest first; empty if the text is too short to be compared."""
    words = _WORD.findall(fold(text[:LONGEST], language).lower())
    # Words hold no spaces, so all of them are encoded in one go, which is quicker than one by one.
    row = [zlib.crc32(word) for word in " ".join(words).encode(errors="surrogatepass").split(b" ")]
    runs = {
        (first * 0x9E3779B1 + second * 0x85EBCA77 + third * 0xC2B2AE3D) & _MASK
        for first, second, third in zip(row, row[1:], row[2:], strict=False)
    }
    if len(runs) < FEWEST:
        return b""
    kept = sorted(runs)[:KEPT]  # of a text of a newspaper's length, quicker than looking for the smallest
    return struct.pack(f"<{len(kept)}I", *kept)


def share(one: bytes, other: bytes) -> float:
    """How much of the shorter text stands in the longer one, from 0 to 1; 0 if either is too short."""
    if not one or not other:
        return 0.0
    first, second = _hashes(one), _hashes(other)
    shared = set(first).intersection(second)
    if not shared:
        return 0.0
    ceiling = min(_ceiling(first), _ceiling(second))
    fewer = min(bisect_right(first, ceiling), bisect_right(second, ceiling))
    return sum(number <= ceiling for number in shared) / fewer if fewer else 0.0


def _hashes(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 4}I", packed)


def _ceiling(hashes: tuple[int, ...]) -> int:
    """Up to where a sketch holds every hash of its text."""
    return hashes[-1] if len(hashes) == KEPT else _MASK
