"""What an import comes to: stories by year, what was left out and why, what is missing, and twenty to look at. Pure.

It holds as much of ten records as of ten million.
"""

from __future__ import annotations

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.wire.report import Line

SAMPLE = 20
MOST_MISSING = 1000
"""Of what is missing that is listed; all of it is counted."""

UNDATED = ""
"""The year of a story whose copy names no date."""

_CAME_IN = ("imported", "review")


@dataclass
class Account:
    """Told of every line of a report."""

    years: Counter[str] = field(default_factory=Counter)
    """Of the stories that came in, by the year that they were published in."""
    unread: int = 0
    """Of those, how many were not read again, so that their years are not known here."""
    missing: list[tuple[str, str]] = field(default_factory=list)
    """The pictures that a piece names and that could not be had, with the piece."""
    missed: int = 0
    unpinned: list[tuple[int, str]] = field(default_factory=list)
    """Related stories that are named and not here: the code of the story that names each, and the headline."""
    lost: int = 0
    """How many those are in all."""
    _sample: list[tuple[int, int, Line]] = field(default_factory=list)

    def add(self, line: Line) -> None:
        for address in line.missing:
            self.missed += 1
            if len(self.missing) < MOST_MISSING:
                self.missing.append((line.file, address))
        if line.outcome not in _CAME_IN:
            return
        if line.record is None:
            self.unread += 1
            return
        self.years[line.record.published[:4] or UNDATED] += 1
        self._consider(line)

    def sample(self) -> list[Line]:
        """Up to twenty stories that came in, chosen by chance, yet the same ones of the same archive."""
        return [line for _, _, line in sorted(self._sample, key=lambda one: -one[0])]

    def _consider(self, line: Line) -> None:
        """Keep the twenty whose names have the smallest digests: a draw that needs no memory of the others."""
        mark = int.from_bytes(hashlib.blake2b(line.file.encode(errors="replace"), digest_size=8).digest())
        entry = (-mark, self.years.total(), line)
        if len(self._sample) < SAMPLE:
            heapq.heappush(self._sample, entry)
        elif entry > self._sample[0]:
            heapq.heapreplace(self._sample, entry)


def bars(years: Counter[str]) -> Iterator[tuple[str, int]]:
    """The years in their order with those between them that have none; decades if there are more than forty."""
    dated = {int(year): count for year, count in years.items() if year.isdigit()}
    if dated:
        first, last = min(dated), max(dated)
        if last - first < 40:
            yield from ((str(year), dated.get(year, 0)) for year in range(first, last + 1))
        else:
            tens: Counter[int] = Counter()
            for year, count in dated.items():
                tens[year // 10] += count
            yield from ((f"{ten}0s", tens[ten]) for ten in sorted(tens))
    if undated := years.total() - sum(dated.values()):
        yield UNDATED, undated
