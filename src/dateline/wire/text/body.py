"""Which lines of a page's text are the body of its story: the stretch of lines that is worth most.

Prose counts by its length, everything else against it: the more stray lines follow one another the more each costs, so
that a subhead is bridged and a menu is not. A label of what follows stories, where prose stands before it, ends one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.wire.page.clutter import is_clutter
from dateline.wire.text.sheet import LABELS, Kind, Sheet

MOST_OF_ONE = 600
"""One line counts no more, however long: pages of rules and cookies have long ones."""
STRAY, ONE_MORE, MOST_STRAY = 8.0, 2.0, 30.0
FURNITURE = 40.0
BARRIER, ENOUGH = 150.0, 300.0
"""What a label costs, if there was so much prose before it."""
COMMENTED, LISTED, NEAR = 0.1, 0.3, 6
"""What prose is worth below a label of comments; so many lines below one of other stories, if it is short."""
TEASER = 200
REPEATED = 60
RUN = 3
"""So many stray lines in a row are a list of something else."""
SHORTEST_SUBHEAD = 6


def find(sheet: Sheet) -> tuple[int, int]:
    """The first line of the stretch that is worth most, and the one behind its last; equal if there is no prose."""
    best, most = (0, 0), 0.0
    start, total = 0, 0.0
    for i, value in enumerate(_worths(sheet)):
        if total <= 0:
            start, total = i, 0.0
        total += value
        if total > most:
            best, most = (start, i + 1), total
    return best


def _worths(sheet: Sheet) -> Iterator[float]:
    prose, strays, below, label = 0.0, 0, NEAR, Kind.STRAY
    for chunk, kind, weight in zip(sheet.chunks, sheet.kinds, sheet.weights, strict=True):
        below += 1
        if kind in LABELS:
            label = label if label is Kind.COMMENTS and prose >= ENOUGH else kind
            below, strays = 0, strays + 1
            yield -BARRIER if prose >= ENOUGH else -STRAY
        elif kind is Kind.PROSE:
            value = float(min(chunk.size, MOST_OF_ONE)) * (1 - weight) - FURNITURE * weight
            if label is Kind.COMMENTS and prose >= ENOUGH:
                value *= COMMENTED if value > 0 else 1.0
            elif label in LABELS and below <= NEAR and chunk.size < TEASER and value > 0:
                value *= LISTED
            prose += max(0.0, value)
            strays = strays if weight > 0.5 else 0
            yield value
        else:
            strays += 1
            yield -min(MOST_STRAY, STRAY + ONE_MORE * strays) - FURNITURE * weight / 2


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
