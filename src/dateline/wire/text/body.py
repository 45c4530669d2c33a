"""Which lines of a page's text are the body of its story: the stretch of lines that is worth most.

Prose counts by its length, everything else against it: the more stray lines follow one another the more each costs, so
that a subhead is bridged and a menu is not. A label of what follows stories, where prose stands before it, ends one.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.wire.page.clutter import is_clutter
from dateline.wire.text.sheet import LABELS, Kind, Sheet

MOST_OF_ONE = 600
"""One line counts no more, however long: pages of rules and cookies have long ones."""
STRAY, ONE_MORE, MOST_STRAY = 18.0, 2.0, 40.0
FURNITURE = 40.0
BARRIER, ENOUGH = 300.0, 600.0
"""What a label costs, if there was so much prose before it."""
COMMENTED, LISTED, NEAR = 0.1, 0.3, 6
"""What prose is worth below a label of comments; so many lines below one of other stories, if it is short."""
TEASER = 200
REPEATED = 60
RUN = 2
"""So many stray lines in a row are a list of something else."""
SHORTEST_SUBHEAD = 6


def find(sheet: Sheet) -> tuple[int, int]:
    """The first line of the stretch that is worth most, and the one behind its last; equal if there is no prose."""
    stretch = _Stretch()
    for i in range(len(sheet.lines)):
        stretch.add(i, sheet)
    return stretch.best


class _Stretch:
    """The stretch that ends at the line reached, and the best so far."""

    def __init__(self) -> None:
        self.best = (0, 0)
        self.most = self.total = 0.0
        self.start = self.strays = 0
        self.below = NEAR
        """Lines since the last label of other stories."""
        self.commented = False

    def add(self, i: int, sheet: Sheet) -> None:
        if self.total <= 0:
            self.start, self.total = i, 0.0
        self.total += self._worth(i, sheet)
        if self.total > self.most:
            self.best, self.most = (self.start, i + 1), self.total

    def _worth(self, i: int, sheet: Sheet) -> float:
        kind, weight = sheet.kinds[i], sheet.weights[i]
        self.below += 1
        if kind is Kind.PROSE:
            self.strays = self.strays if weight > 0.5 else 0
            return self._worth_of_prose(sheet.chunks[i].size, weight)
        self.strays += 1
        if kind in LABELS:
            self.below = 0
            self.commented |= kind is Kind.COMMENTS and self.most >= ENOUGH
            if self.total >= ENOUGH:
                return -BARRIER
        return -min(MOST_STRAY, STRAY + ONE_MORE * self.strays) - FURNITURE * weight / 2

    def _worth_of_prose(self, size: int, weight: float) -> float:
        value = min(size, MOST_OF_ONE) * (1 - weight) - FURNITURE * weight
        if value > 0 and self.commented:
            return value * COMMENTED
        if value > 0 and self.below <= NEAR and size < TEASER:
            return value * LISTED
        return value


def keep(sheet: Sheet, first: int, last: int) -> list[int]:
    """The lines of a stretch that are text of the story."""
    seen: set[str] = set()
    kept = []
    for i in range(first, last):
        line, kind = sheet.lines[i], sheet.kinds[i]
        if sheet.weights[i] >= 0.5 or is_clutter(sheet.chunks[i]):
            continue
        if kind is Kind.PROSE:
            if line.key in seen and line.size >= REPEATED:
                continue
            seen.add(line.key)
            kept.append(i)
        elif kind is Kind.STRAY and is_subhead(sheet, i, first, last):
            kept.append(i)
    return kept


def is_subhead(sheet: Sheet, i: int, first: int, last: int) -> bool:
    """Whether a stray line stands alone between prose, or is one of a list that begins as lists do."""
    if sheet.lines[i].size < SHORTEST_SUBHEAD:
        return False
    return _run(sheet.kinds, i, first, last) < RUN


def _run(kinds: Sequence[Kind], i: int, first: int, last: int) -> int:
    """How many lines that are no prose stand together with this one."""
    before, after = i, i
    while before > first and kinds[before - 1] is not Kind.PROSE:
        before -= 1
    while after + 1 < last and kinds[after + 1] is not Kind.PROSE:
        after += 1
    return after - before + 1
