"""How threads stand: read from the stories and the rules, kept in their rows, recorded in the ledger.

A thread has a row from the first time that readers can comment. Before that nothing is recorded, so an archive of
closed stories costs nothing. The clock looks at a thread when it is to close, and when its rules have changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from dateline import story, thread
from dateline.desk.models import Story
from dateline.discuss import rules
from dateline.discuss.models import Rules, Thread
from dateline.discuss.rules import Policy
from dateline.ledger import record

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Place:
    """A story as its discussion knows it."""

    code: int
    slug: str
    headline: str
    section: str
    comments: str
    published: datetime | None
    live: bool


def place(code: int) -> Place | None:
    """The story of a code, out or not; None if there is none."""
    return places([code]).get(code)


def places(codes: Collection[int]) -> dict[int, Place]:
    columns = ("slug", "headline", "section__slug", "comments", "published_at", "live")
    rows = Story.objects.filter(pk__in=codes).values_list("pk", *columns)
    return {row[0]: Place(row[0], row[1], row[2], row[3] or "", *row[4:]) for row in rows}


def policies(found: Iterable[Place]) -> dict[int, Policy]:
    """The policy of each story, by one query for all of their rules."""
    scopes = {rules.SITE}
    for one in found:
        scopes |= {rules.section_scope(one.section), rules.story_scope(one.code)}
    said: Mapping[str, Any] = {row["scope"]: row for row in Rules.objects.filter(scope__in=scopes).values()}
    return {
        one.code: rules.resolve(
            said.get(rules.SITE), said.get(rules.section_scope(one.section)), said.get(rules.story_scope(one.code))
        )
        for one in found
    }


def policy(found: Place) -> Policy:
    return policies([found])[found.code]


def now_of(found: Place, at: datetime, its: Policy) -> thread.Thread:
    """How the thread of a story that is out stands at a moment, whatever the ledger has said of it so far."""
    return _value(found, its, at)


def announce(codes: Collection[int], gone: bool = False, at: datetime | None = None) -> None:
    """Record how the threads of these stories stand now; ``gone``: their rows are about to go for good.

    Must run in the transaction of the change.
    """
    ordered = sorted(codes)
    for start in range(0, len(ordered), CHUNK):
        _announce(ordered[start : start + CHUNK], gone, at or timezone.now())


def _announce(codes: Sequence[int], gone: bool, at: datetime) -> None:
    record.lock()
    out = {} if gone else {code: one for code, one in places(codes).items() if one.live}
    policy_of = policies(out.values())
    rows = Thread.objects.in_bulk(codes)
    values = {code: _value(one, policy_of[code], at) for code, one in out.items()}
    fresh = [
        _fill(Thread(story=code), value)
        for code, value in values.items()
        if code not in rows and value.standing == "open"
    ]
    Thread.objects.bulk_create(fresh)
    kept = [_fill(row, values.get(code)) for code, row in rows.items()]
    if kept:
        Thread.objects.bulk_update(kept, ["standing", "closes_at", "held", "hidden", "due"], batch_size=CHUNK)
    record.record_many([(f"{thread.THREAD}{row.story}", _snapshot(values.get(row.story))) for row in (*fresh, *kept)])


def _value(found: Place, its: Policy, at: datetime) -> thread.Thread:
    return rules.standing(its, found.code, found.comments, found.published, at)  # type: ignore[arg-type]


def _snapshot(value: thread.Thread | None) -> dict[str, Any] | None:
    return None if value is None else story.as_dict(value)


def _fill(row: Thread, value: thread.Thread | None) -> Thread:
    """The row after what readers see of the thread; a story that is not out takes its thread along."""
    row.hidden = value is None
    if value is not None:
        row.standing, row.held = value.standing, value.held
    row.closes_at = story.instant(value.closes) if value is not None else None
    row.due = row.closes_at
    return row


def mark_due(scope: str, at: datetime | None = None) -> None:
    """Have the clock look at every thread that the rules of the site or a section reach.

    Stories without a thread get a row, but for those that are older than any rule keeps a thread open.
    """
    reached = Story.objects.filter(live=True)
    kind, _, slug = scope.partition(":")
    if kind == "section":
        reached = reached.filter(section__slug=slug)
    due = at or timezone.now()
    Thread.objects.filter(story__in=reached.values("pk")).update(due=due)
    fresh = _still_open(reached, due).exclude(pk__in=Thread.objects.values("story"))
    codes = fresh.order_by("-published_at", "-code").values_list("pk", flat=True)
    Thread.objects.bulk_create(
        (Thread(story=code, standing="closed", due=due) for code in codes.iterator(CHUNK)),
        batch_size=CHUNK,
        ignore_conflicts=True,
    )


def _still_open(reached: Any, at: datetime) -> Any:
    """Those stories whose thread some rule would keep open by the time of their publication."""
    days = Rules.objects.filter(close_after_days__isnull=False).exclude(scope__startswith="story:")
    said = [Policy().close_after_days, *days.values_list("close_after_days", flat=True)]
    return reached if 0 in said else reached.filter(published_at__gt=at - timedelta(days=max(said)))
