"""Filling fronts and rails.

The rules, in the order of their weight (2026-11-22):

1. What an editor placed is sacred: it stands first and in the editor's order.
2. The newest stories fill the rest.
3. A retracted story is never placed by the machine, and drops out where an editor placed it.
4. A front whose top nobody arranged leads with the newest story that has a picture, if one is among the newest.
5. No story stands twice on a page. Each row therefore names more stories than it shows; whoever joins the page takes
   the first that are not shown already, so a withdrawn story closes its own gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

Form = Literal["lead", "top", "brief"]

SPARES = 12
"""How many stories each row names beyond those that the rows above and it show."""

RAIL_LENGTH = 12
LEAD_AMONG = 8
"""How many of the newest are looked at for one with a picture to lead with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    code: int
    pictured: bool = False
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a front: ``size`` cards in a form, filled from the top or from one section."""

    name: str
    form: Form
    size: int
    section: str = ""


HOME_ROWS = (Row("lead", "lead", 1), Row("top", "top", 4), Row("latest", "brief", 8))
SECTION_ROWS = (Row("lead", "lead", 1), Row("top", "top", 4))
STRIP = 4
"""How many stories of each section the home front shows below its own rows."""

# A rail stands beside as many stories as the largest front shows and must still find twelve others.
RAIL_BENCH = RAIL_LENGTH + sum(row.size for row in HOME_ROWS) + 8 * STRIP


def order_pool(curated: Sequence[int], newest: Sequence[Candidate]) -> tuple[int, ...]:
    """Every story a page may show, best first: the editor's, then the newest, each once."""
    kept = {candidate.code: candidate for candidate in newest if not candidate.retracted}
    auto = list(kept)
    if not curated:
        pictured = next((code for code in auto[:LEAD_AMONG] if kept[code].pictured), None)
        if pictured is not None:
            auto.remove(pictured)
            auto.insert(0, pictured)
    return tuple(dict.fromkeys([*curated, *auto]))


def bench(rows: Iterable[Row], pool: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """The stories each row of a front may take from the pool, by the row's name."""
    benches, shown = {}, 0
    for row in rows:
        shown += row.size
        benches[row.name] = tuple(pool[: shown + SPARES])
    return benches
