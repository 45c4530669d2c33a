"""Arranging a front: now, for a time, or at a time. The screen, the clock and the plans all come through here.

What is arranged is recorded by ``publicity`` in the same transaction, and logged. It asks nobody's permission.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from dateline.desk import publicity
from dateline.desk.models import FrontPlan, Placement, PlannedFront, Story
from dateline.errors import DatelineError
from dateline.ledger import record

MOST = 40
"""Stories that an editor may place on one front."""


@dataclass(frozen=True, slots=True)
class Place:
    """A story on a front, and until when."""

    code: int
    until: datetime | None = None

    @property
    def written(self) -> list[Any]:
        """As JSON keeps it."""
        return [self.code, self.until.isoformat() if self.until else None]

    @classmethod
    def read(cls, written: Sequence[Any]) -> Place:
        code, until = written
        return cls(int(code), datetime.fromisoformat(until) if until else None)


def placed(plan: FrontPlan) -> list[Place]:
    """What is placed on a front, best first."""
    rows = Placement.objects.filter(plan=plan).order_by("sort_order", "pk")
    return [Place(row.story_id, row.until) for row in rows]


def arrange(
    plan: FrontPlan, places: Sequence[Place], user: Any = None, seen: Sequence[Place] | None = None
) -> list[Place]:
    """Place these stories on a front, in their order, instead of those that are there; what is there then.

    ``seen`` is what the editor had before them. Raises DatelineError if somebody else has arranged it since.
    """
    with transaction.atomic():
        record.lock()
        before = placed(plan)
        if seen is not None and list(seen) != before:
            raise DatelineError("Somebody else has arranged this front in the meantime.", "Look at it and try again.")
        after = _put(plan, places)
        log(instance=plan, action="desk.arrange", user=user, data=_told(before, after))
    return after


def plan_change(plan: FrontPlan, at: datetime, places: Sequence[Place], user: Any = None) -> PlannedFront:
    """Let an arrangement take the place of the one there is at a time."""
    with transaction.atomic():
        row = PlannedFront.objects.create(plan=plan, at=at, places=[one.written for one in places], planned_by=user)
        data = {"at": at.isoformat(), "codes": [one.code for one in places]}
        log(instance=plan, action="desk.plan_front", user=user, data=data)
    return row


def cancel(row: PlannedFront, user: Any = None) -> None:
    """Take a planned arrangement back."""
    with transaction.atomic():
        log(instance=row.plan, action="desk.cancel_front", user=user, data={"at": row.at.isoformat()})
        row.delete()


def carry_out(number: int, now: datetime) -> bool:
    """Put a planned arrangement in if it is due; what should have been off by now is left out."""
    row = PlannedFront.objects.select_related("plan").filter(pk=number, at__lte=now).first()
    if row is None:
        return False
    places = [Place.read(one) for one in row.places]
    with transaction.atomic():
        record.lock()
        before = placed(row.plan)
        after = _put(row.plan, [one for one in places if one.until is None or one.until > now])
        log(instance=row.plan, action="desk.arrange_planned", user=row.planned_by, data=_told(before, after))
        row.delete()
    return True


def take_off(number: int, now: datetime) -> bool:
    """Take a story off its front if its time there is over."""
    row = Placement.objects.select_related("plan").filter(pk=number, until__lte=now).first()
    if row is None:
        return False
    plan = row.plan
    with transaction.atomic():
        row.delete()
        publicity.announce_fronts([plan.pk])
        log(instance=plan, action="desk.take_off", data={"codes": [row.story_id]})
    return True


def _put(plan: FrontPlan, places: Sequence[Place]) -> list[Place]:
    """Each story once, and none that is no more."""
    wanted = {one.code: one for one in reversed(places[:MOST])}
    there = set(Story.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    kept = [one for one in reversed(wanted.values()) if one.code in there]
    Placement.objects.filter(plan=plan).delete()
    Placement.objects.bulk_create(
        [Placement(plan=plan, story_id=one.code, until=one.until, sort_order=i) for i, one in enumerate(kept)]
    )
    publicity.announce_fronts([plan.pk])
    return kept


def _told(before: Sequence[Place], after: Sequence[Place]) -> dict[str, Any]:
    """What the log keeps of an arrangement."""
    codes = [one.code for one in after]
    return {"codes": codes, "removed": [one.code for one in before if one.code not in codes]}
