"""Filling fronts and rails.

The rules, in the order of their weight (2026-11-22):

1. What an editor placed is sacred: it stands first and in the editor's order.
2. The machine fills the rest: news before opinion, and opinion before what is paid for; it puts neither above news.
   Opinion has a row of its own on the home front.
3. Among equals the newest and most important comes first. A step of urgency is worth two hours: a flash (1) stands
   with what came eight hours after it, a note for the record (9) with what came eight hours before. So a flash leads
   for a working day unless another comes, and nothing leads for ever, though no clock is asked: the order of two
   stories never changes by itself, and a front is another one only when a story or an editor made it so.
4. A retracted story is never placed by the machine, and drops out where an editor placed it.
5. A front whose top nobody arranged leads with a story that has a picture, if one of those that come first has one
   and is as urgent as the first: a picture is no reason to put a flash second.
6. On top of the home front, a section's fourth story gives way to one of another section that is at most a day older.
7. The machine places no near copy of what stands on the front. Two that an editor placed both stay, by rule 1.
8. A list that readers are told is the latest goes by the clock: on the home front what is left of the news once the
   top has taken its own, the newest first, however urgent. What an editor placed beyond the top waits there to move up.
9. No story stands twice on a page. Each row therefore names more stories than it shows; whoever joins the page takes
   the first that are not shown already, so a withdrawn story closes its own gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Form = Literal["lead", "top", "line"]
StripForm = Literal["broad", "half", "deep"]

SPARES = 12
"""How many stories each row names beyond those that the rows above and it show."""

RAIL_LENGTH = 12
LEAD_AMONG = 8
"""How many of those that come first are looked at for one with a picture to lead with."""

USUAL = 5
"""The urgency that a story has if nobody says otherwise (ninjs)."""

STEP = 2 * 3600
"""Seconds that a step of urgency is worth."""

MOST_OF_SECTION = 3
"""Stories of one section among the mixed ones, as long as others have something."""

GIVES_WAY = 24 * 3600
"""Seconds of merit that a section's next story gives away to another section's."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story that may be placed.

    ``order`` is when it was published, in seconds, 0 if nobody knows; ``standing`` is 0 for news, 1 for opinion and 2
    for what is paid for.
    """

    code: int
    order: int = 0
    urgency: int = USUAL
    section: str = ""
    pictured: bool = False
    retracted: bool = False
    standing: int = 0

    @property
    def merit(self) -> int:
        """When it would have been published to stand where it stands, were all stories as urgent as most."""
        return self.order + (USUAL - self.urgency) * STEP if self.order else 0

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """By which candidates are sorted, the first being the best."""
        return (self.standing, -self.merit, -self.order, -self.code)


Twins = Mapping[int, Collection[int]]
"""The near copies of stories; it is enough if one of two names the other."""


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


HOME_ROWS = (Row("lead", "lead", 1), Row("second", "top", 2), Row("top", "top", 4))
LATEST = Row("latest", "line", 8)
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
TOP_OF_HOME = sum(row.size for row in HOME_ROWS)
"""Stories on top of the home front: those that an editor places, that sections are mixed in, and that its history
tells of."""

ON_HOME = TOP_OF_HOME + LATEST.size
"""Stories that stand above the parts of the home front that have a heading."""

TOP_OF_SECTION = sum(row.size for row in SECTION_ROWS)
LARGEST_STRIP = max(strip.tops + strip.lines for strip in STRIPS)

STRIP_BENCH = LARGEST_STRIP + ON_HOME + OPINIONS + SPARES
"""How many stories a strip names: all that stand above it may be of its section."""

HOME_POOL = 2 * (ON_HOME + SPARES)
"""How many of the newest stories the home front is filled from."""

SECTION_POOL = 2 * (TOP_OF_SECTION + SPARES)

URGENT_POOL = ON_HOME + SPARES
"""How many of the stories more urgent than most are looked at beside the newest."""

USUAL_SECTIONS = 14
"""How many strips the rail can stand beneath and still find twelve other stories."""

RAIL_BENCH = (
    RAIL_LENGTH
    + ON_HOME
    + OPINIONS
    + sum(STRIPS[i % len(STRIPS)].tops + STRIPS[i % len(STRIPS)].lines for i in range(USUAL_SECTIONS))
)


def strip(place: int) -> Strip:
    """The form of the strip in a place, counted from 0."""
    return STRIPS[place % len(STRIPS)]


def order_pool(
    curated: Sequence[int],
    candidates: Iterable[Candidate],
    twins: Twins | None = None,
    *,
    mixed: int = 0,
    above: Sequence[int] = (),
) -> tuple[int, ...]:
    """Every story a page may show, best first: the editor's, then the machine's, each once.

    Sections are mixed among the first ``mixed`` stories. What the editor placed counts for its section if it is among
    the candidates as well. No near copy of what stands ``above`` is placed.
    """
    known = {one.code: one for one in candidates}
    auto = sorted((one for one in known.values() if not one.retracted and one.code not in curated), key=_rank)
    auto = _distinct([*above, *curated], auto, twins or {})
    placed = [known[code] for code in curated if code in known][:mixed]
    if auto and not curated:
        placed = [_lead(auto)]
        auto.remove(placed[0])
        curated = [placed[0].code]
    auto = _mix(Counter(one.section for one in placed), auto, mixed - len(curated))
    return tuple(dict.fromkeys([*curated, *(one.code for one in auto)]))


def _distinct(placed: Iterable[int], auto: Iterable[Candidate], twins: Twins) -> list[Candidate]:
    """The candidates that are near copies neither of what was placed nor of a better candidate."""
    taken = set(placed)
    near = {copy for code in taken for copy in twins.get(code, ())}
    kept = []
    for one in auto:
        mine = twins.get(one.code, ())
        if one.code in near or not taken.isdisjoint(mine):
            continue
        kept.append(one)
        taken.add(one.code)
        near.update(mine)
    return kept


def _rank(one: Candidate) -> tuple[int, int, int, int]:
    return one.rank


def _lead(auto: Sequence[Candidate]) -> Candidate:
    """What leads a front that nobody arranged: something to look at, if it is worth as much."""
    first = auto[0]
    equals = (one for one in auto[:LEAD_AMONG] if one.standing == first.standing and one.urgency <= first.urgency)
    return next((one for one in equals if one.pictured), first)


def _mix(counts: Counter[str], auto: list[Candidate], places: int) -> list[Candidate]:
    """The candidates with the first of them from several sections, so far as others have something of the day."""
    top: list[Candidate] = []
    waiting: list[Candidate] = []
    for one in auto:
        first = waiting[0] if waiting else one
        if len(top) >= places or one.standing != first.standing or first.merit - one.merit > GIVES_WAY:
            break
        if counts[one.section] < MOST_OF_SECTION:
            counts[one.section] += 1
            top.append(one)
        else:
            waiting.append(one)
    chosen = {one.code for one in top}
    return [*top, *(one for one in auto if one.code not in chosen)]


def bench(rows: Iterable[Row], pool: Sequence[int]) -> dict[str, tuple[int, ...]]:
    """The stories each row of a front may take from the pool, by the row's name."""
    benches, shown = {}, 0
    for row in rows:
        shown += row.size
        benches[row.name] = tuple(pool[: shown + SPARES])
    return benches


def latest(pool: Collection[int], candidates: Iterable[Candidate]) -> tuple[int, ...]:
    """The news of a pool by the clock, the newest first; among them those that stand above, which a page leaves out.

    Opinion has a row of its own, and what is paid for is no news.
    """
    news = (one for one in candidates if one.code in pool and not one.standing and not one.retracted)
    return tuple(one.code for one in sorted(news, key=lambda one: (-one.order, -one.code)))[: ON_HOME + SPARES]
