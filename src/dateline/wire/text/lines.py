"""The text of a page as lines, each with what it is compared by. Lines folded at a column are joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.wire.page.words import key, size, tidy

MOST_CHARACTERS = 4_000_000
MOST_LINES = 20_000
FOLDED_AT = (60, 100)
"""Columns at which old programs folded text."""
FEWEST_FOLDED = 12

_NUMBER = re.compile(r"\d+")
_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029\t]")


@dataclass(frozen=True, slots=True)
class Line:
    """``key`` is the same for texts that differ in case and marks only, ``shape`` also if they differ in numbers."""

    text: str
    key: str
    shape: str
    size: int


def lines_of(text: str) -> list[Line]:
    """The lines of a page that hold letters or figures, in order."""
    found = []
    for raw in _BREAK.split(_unfolded(text[:MOST_CHARACTERS])):
        one = tidy(raw)
        if one and (same := key(one)):
            found.append(Line(one, same, _NUMBER.sub("0", same), size(one)))
            if len(found) == MOST_LINES:
                break
    return found


def _unfolded(text: str) -> str:
    """Text whose paragraphs are one line each; only text that is folded at a column throughout is changed."""
    lines = text.splitlines()
    column = max(map(len, lines), default=0)
    if not FOLDED_AT[0] <= column <= FOLDED_AT[1]:
        return text
    full = sum(len(line) > column * 0.8 for line in lines)
    if full < FEWEST_FOLDED or full * 3 < sum(bool(line.strip()) for line in lines):
        return text
    joined: list[list[str]] = []
    before = ""
    for line in lines:
        if len(before) > column * 0.7 and line.strip() and not line[:1].isspace():
            joined[-1].append(line)
        else:
            joined.append([line])
        before = line
    return "\n".join(" ".join(parts) for parts in joined)
