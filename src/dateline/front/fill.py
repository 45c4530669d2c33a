"""Filling fronts and rails.

The rules, in the order of their weight (2026-11-22):

1. What an editor placed is sacred: it stands first and in the editor's order.
2. The newest stories fill the rest, news before opinion, and opinion before what is paid for: the machine puts
   neither above news. Opinion has a row of its own on the home front.
3. A retracted story is never placed by the machine, and drops out where an editor placed it.
4. A front whose top nobody arranged leads with the newest story that has a picture, if one is among the newest.
5. No story stands twice on a page. Each row therefore names more stories than it shows; whoever joins the page takes
   the first that are not shown already, so a withdrawn story closes its own gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Form = Literal["lead", "top", "line"]
StripForm = Literal["broad", "half", "deep"]

SPARES = 12
"""How many stories each row names beyond those that the rows above and it show."""

RAIL_LENGTH = 12
LEAD_AMONG = 8
"""How many of the newest are looked at for one with a picture to lead with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that may be placed; ``standing`` is 0 for news, 1 for opinion, 2 for what is paid for."""

    code: int
    pictured: bool = False
    retracted: bool = False
    standing: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a front: ``size`` cards in a form."""

    name: str
    form: Form
    size: int


@dataclass(frozen=True, slots=True)
class Strip:
    """A section on the home front: a few stories with pictures beside a few lines, laid out in a form."""

    form: StripForm
    tops: int
    lines: int


HOME_ROWS = (Row("lead", "lead", 1), Row("second", "top", 2), Row("top", "top", 4), Row("latest", "line", 8))
SECTION_ROWS = (Row("lead", "lead", 1), Row("top", "top", 3))
OPINIONS = 4
"""How many opinion pieces the home front shows in their row."""

# The forms take turns down the page, so that it has a rhythm; two halves stand side by side.
STRIPS = (
    Strip("broad", 3, 4),
    Strip("half", 1, 3),
    Strip("half", 1, 3),
    Strip("deep", 1, 5),
    Strip("half", 1, 3),
    Strip("half", 1, 3),
)
LARGEST_STRIP = max(strip.tops + strip.lines for strip in STRIPS)

STRIP_BENCH = LARGEST_STRIP + sum(row.size for row in HOME_ROWS) + OPINIONS + SPARES
"""How many stories a strip names: all that stand above it may be of its section."""

USUAL_SECTIONS = 14
"""How many strips the rail can stand beneath and still find twelve other stories."""

RAIL_BENCH = (
    RAIL_LENGTH
    + sum(row.size for row in HOME_ROWS)
    + OPINIONS
    + sum(STRIPS[i % len(STRIPS)].tops + STRIPS[i % len(STRIPS)].lines for i in range(USUAL_SECTIONS))
)


def strip(place: int) -> Strip:
    """The form of the strip in a place, counted from 0."""
    return STRIPS[place % len(STRIPS)]


def order_pool(curated: Sequence[int], newest: Sequence[Candidate]) -> tuple[int, ...]:
    """Every story a page may show, best first: the editor's, then the newest, each once."""
    kept = {candidate.code: candidate for candidate in newest if not candidate.retracted}
    auto = sorted(kept, key=lambda code: kept[code].standing)
    if auto and not curated:
        equals = [code for code in auto[:LEAD_AMONG] if kept[code].standing == kept[auto[0]].standing]
        lead = next((code for code in equals if kept[code].pictured), auto[0])
        auto.remove(lead)
        auto.insert(0, lead)
    return tuple(dict.fromkeys([*curated, *auto]))


def bench(rows: Iterable[Row], pool: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """The stories each row of a front may take from the pool, by the row's name."""
    benches, shown = {}, 0
    for row in rows:
        shown += row.size
        benches[row.name] = tuple(pool[: shown + SPARES])
    return benches
