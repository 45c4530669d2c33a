"""What stands on top of each front, told from the rows by the rules that readers' pages are filled by.

The ledger keeps it (``shown:home``), so that anyone can ask later what a front led with. Every question here is
answered from an index and reads a bounded number of rows, whatever the size of the archive. Writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models.expressions import RawSQL

from dateline import story
from dateline.desk import snapshot, subjects
from dateline.front import fill
from dateline.ledger import read

if TYPE_CHECKING:
    from dateline.search.text import Text

HOME = "home"
FEATURED = "featured"

_COLUMNS = ("pk", "published_at", "precision", "urgency", "section__slug", "genre", "lead_image__key")
_STANDING = {"opinion": 1, "sponsored": 2}

# Written out and not a parameter: only so does SQLite know that the index of urgent stories has what is asked for.
_USUAL = RawSQL(str(fill.USUAL), ())  # noqa: S611  # a number of our own

Changes = dict[str, dict[str, Any] | None]
Placed = Mapping[str, Sequence[int]]
"""The live stories that an editor placed, by the key of the front."""


def changes(codes: Collection[int], plans: Collection[int] = (), without: Collection[int] = ()) -> Changes:
    """The fronts that lead with something else since these stories, or these plans, changed, and with what.

    ``without`` are stories about to go. What the stories say must be recorded already.
    """
    keys = dict(apps.get_model("desk", "FrontPlan").objects.exclude(key=FEATURED).values_list("pk", "key"))
    before = _shown(keys.values())
    touched = {keys[plan] for plan in plans if plan in keys}
    if codes:
        showing = {key for key, shown in before.items() if not shown.keys().isdisjoint(codes)}
        touched |= {HOME, *_sections(codes), *showing} & set(keys.values())
    placed = _placed({number: key for number, key in keys.items() if key in touched}, without)
    return {
        subjects.shown_subject(key): subjects.shown(key, now)
        for key, now in tops(sorted(touched), placed, without).items()
        if key not in before or now != tuple(before[key])
    }


def tops(keys: Sequence[str], placed: Placed, without: Collection[int] = ()) -> dict[str, tuple[int, ...]]:
    """The stories on top of each of these fronts."""
    return {key: pool[: _size(key)] for key, pool in orders(keys, placed, without).items()}


def orders(keys: Sequence[str], placed: Placed, without: Collection[int] = ()) -> dict[str, tuple[int, ...]]:
    """What fronts and the rail may show, best first; on top there are no near copies but those that were placed."""
    texts = _Texts()
    found = {key: [one for one in some if one.code not in without] for key, some in _candidates(keys).items()}
    texts.fetch(chain.from_iterable(_fill(key, placed, found[key], {})[: _size(key)] for key in keys))
    return {key: _without_copies(key, placed, found[key], texts) for key in keys}


def _without_copies(key: str, placed: Placed, found: Sequence[fill.Candidate], texts: _Texts) -> tuple[int, ...]:
    twins: dict[int, set[int]] = {}
    while True:
        pool = _fill(key, placed, found, twins)
        fresh = [(one, other) for one, other in texts.copies(pool[: _size(key)]) if other not in twins.get(one, ())]
        if not fresh:
            return pool
        for one, other in fresh:
            twins.setdefault(one, set()).add(other)


def _fill(key: str, placed: Placed, found: Iterable[fill.Candidate], twins: fill.Twins) -> tuple[int, ...]:
    return fill.order_pool(placed.get(key, ()), found, twins, mixed=fill.TOP_OF_HOME if key == HOME else 0)


def _size(key: str) -> int:
    return {HOME: fill.TOP_OF_HOME, FEATURED: fill.RAIL_LENGTH}.get(key, fill.TOP_OF_SECTION)


def _candidates(keys: Iterable[str]) -> dict[str, list[fill.Candidate]]:
    """The stories that each front may be filled with: the newest, and the urgent ones that are older."""
    rows = {key: _rows(key) for key in keys}
    codes = set(chain.from_iterable(rows.values()))
    corrections = apps.get_model("desk", "StoryCorrection").objects.filter(story__in=codes, kind="retraction")
    retracted = set(corrections.order_by().values_list("story_id", flat=True))
    return {key: [_candidate(row, row[0] in retracted) for row in some.values()] for key, some in rows.items()}


def _rows(key: str) -> dict[int, Sequence[Any]]:
    """Of each story the columns above, by its code."""
    stories = apps.get_model("desk", "Story").objects.filter(live=True).values_list(*_COLUMNS)
    pool = fill.HOME_POOL
    if key not in (HOME, FEATURED):
        stories, pool = stories.filter(section__slug=key), fill.SECTION_POOL
    dated = stories.filter(published_at__isnull=False).order_by("-published_at", "-code")
    found = {row[0]: row for row in dated[:pool]}
    found |= {row[0]: row for row in dated.filter(urgency__lt=_USUAL)[: fill.URGENT_POOL]}
    if len(found) < pool:
        undated = stories.filter(published_at__isnull=True).order_by("-code")
        found |= {row[0]: row for row in undated[: pool - len(found)]}
    return found


def _candidate(row: Sequence[Any], retracted: bool) -> fill.Candidate:
    code, at, precision, urgency, section, genre, picture = row
    when = story.instant(snapshot.moment_of(at, precision))
    return fill.Candidate(
        code,
        max(0, int(when.timestamp())) if when else 0,
        urgency,
        section or "",
        pictured=bool(picture),
        retracted=retracted,
        standing=_STANDING.get(genre, 0),
    )


def _sections(codes: Collection[int]) -> set[str]:
    """The sections that any of these stories stands in now."""
    rows = apps.get_model("desk", "Story").objects.filter(pk__in=codes, section__isnull=False)
    return set(rows.order_by().values_list("section__slug", flat=True).distinct())


def _shown(keys: Iterable[str]) -> dict[str, dict[int, None]]:
    """What the ledger has of these fronts: the codes in their order, to be compared and to be looked in."""
    names = {subjects.shown_subject(key): key for key in keys}
    bodies = {names[name]: state.body for name, state in read.current(list(names)).items()}
    return {key: dict.fromkeys(subjects.read_shown(body).codes) for key, body in bodies.items() if body is not None}


def _placed(plans: Mapping[int, str], without: Collection[int]) -> dict[str, list[int]]:
    """The live stories that an editor placed, by the key of the front."""
    rows = apps.get_model("desk", "Placement").objects.filter(plan__in=plans, story__live=True)
    found: dict[str, list[int]] = {}
    for plan, code in rows.order_by("sort_order", "pk").values_list("plan_id", "story_id"):
        if code not in without:
            found.setdefault(plans[plan], []).append(code)
    return found


class _Texts:
    """What readers have of stories, each read once."""

    def __init__(self) -> None:
        self._bodies: dict[int, bytes | None] = {}

    def fetch(self, codes: Iterable[int]) -> None:
        wanted = {f"story:{code}": code for code in codes if code not in self._bodies}
        states = read.current(list(wanted)) if wanted else {}
        self._bodies |= {code: states[name].body if name in states else None for name, code in wanted.items()}

    def copies(self, codes: Sequence[int]) -> Iterator[tuple[int, int]]:
        """The pairs of these stories that are near copies."""
        self.fetch(codes)
        bodies = {code: body for code in codes if (body := self._bodies[code]) is not None}
        for one, other in combinations(bodies, 2):
            if _are_copies(bodies[one], bodies[other]):
                yield one, other


@lru_cache(8192)
def _are_copies(one: bytes, other: bytes) -> bool:
    return _text(one).copied(_text(other)) > 0


@lru_cache(512)
def _text(body: bytes) -> Text:
    # Here and not above: reading tantivy's library is left to who compares something.
    from dateline.search.text import Text

    return Text.of(story.from_dict(story.Story, json.loads(body)))
