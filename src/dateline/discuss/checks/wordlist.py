"""A list of words as a newsroom writes it: one on a line.

word        that word and no longer one
word*       words that begin with it;  *word  that end with it;  *word*  that have it anywhere
some words  those words after one another
-word       never that word: what the list finds by mistake
# ...       a line for whoever reads the list
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dateline.discuss.checks.finding import Weight

Place = Literal["whole", "start", "end", "inside"]

MOST = 20_000
"""Lines of a list. More are refused, for nobody reads them."""
LONGEST = 100
"""Characters of a line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list."""

    word: str
    weight: Weight
    place: Place = "whole"

    @property
    def shown(self) -> str:
        before, after = self.place in ("end", "inside"), self.place in ("start", "inside")
        return f"{'*' * before}{self.word}{'*' * after}"


_PLACES: dict[tuple[bool, bool], Place] = {
    (False, False): "whole",
    (False, True): "start",
    (True, False): "end",
    (True, True): "inside",
}


def read(text: str, weight: Weight) -> tuple[list[Entry], list[str]]:
    """The entries of a list, and the words that it must never find."""
    entries, spared = [], []
    for line in _lines(text):
        if line.startswith("-"):
            spared.append(line[1:].strip())
            continue
        word = " ".join(line.strip("*").split())
        if word:
            entries.append(Entry(word, weight, _PLACES[line.startswith("*"), line.endswith("*")]))
    return entries, [word for word in spared if word]


def faults(text: str) -> list[str]:
    """What is wrong with a list, in sentences that name the line; empty: nothing."""
    found = []
    if text.count("\n") >= MOST:
        found.append(f"The list has more than {MOST:,} lines.")
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST:
            found.append(f"Line {number} is longer than {LONGEST} characters.")
        elif line.strip() and not line.startswith("#") and not any(one.isalnum() for one in line):
            found.append(f"Line {number}, “{line.strip()}”, has no letter or digit.")
        elif "*" in line.strip().strip("*"):
            found.append(f"Line {number}, “{line.strip()}”: * may stand at the beginning and the end only.")
    return found[:10]


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines()[:MOST]:
        kept = line.strip()
        if kept and not kept.startswith("#") and len(kept) <= LONGEST:
            yield kept
