"""What the clock does: publish what is due, take down what has expired, arrange fronts. One pass; the loop is outside.

Everything is its own transaction, and one that fails keeps no other from its time: it is reported, stays due, and is
tried again after a pause. All questions are answered from small indexes, whatever the size of the archive.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from dateline.desk import arranging
from dateline.desk.models import Placement, PlannedFront, Story

logger = logging.getLogger("dateline.desk")


PAUSE = timedelta(minutes=1)
"""How long what failed is left alone; it would fail at every look of the clock."""

Action = Literal["publish", "expire", "take off", "arrange"]


@dataclass(frozen=True, slots=True)
class Ran:
    """One thing that was due: what and when, how late it was, and what went wrong.

    ``code`` is the story's; of a front that was arranged, the number of its plan. ``front`` is the name of the front
    that it was about, if it was.
    """

    code: int
    action: Action
    due: datetime
    late: timedelta
    failure: str = ""
    front: str = ""


@dataclass(frozen=True, slots=True)
class _Due:
    at: datetime
    code: int
    action: Action
    do: Callable[[], bool]
    front: str = ""

    @property
    def name(self) -> tuple[int, Action, str]:
        return self.code, self.action, self.front


_resting: dict[tuple[int, Action, str], datetime] = {}
"""Until when to leave what failed in this process."""


def run_due(now: datetime | None = None) -> list[Ran]:
    """Do everything that is due at ``now``, in the order of its times."""
    now = now or timezone.now()
    due = sorted([*_stories_due(now), *_fronts_due(now)], key=lambda one: (one.at, one.code))
    awake = [one for one in due if _resting.get(one.name, now) <= now]
    ran = (_run(one, now) for one in awake)
    return [one for one in ran if one]


def _stories_due(now: datetime) -> Iterator[_Due]:
    # By time alone: asked for the kind as well, SQLite reads every version of every story, four times a second.
    publish = Revision.objects.filter(approved_go_live_at__lte=now)
    ours = ContentType.objects.get_for_model(Story).pk
    for at, code, pk, kind in publish.values_list("approved_go_live_at", "object_id", "pk", "content_type"):
        if kind == ours:
            yield _Due(at, int(code), "publish", partial(_publish, pk, now))
    expire = Story.objects.filter(live=True, expire_at__lte=now).order_by("expire_at").values_list("expire_at", "pk")
    for at, code in expire:
        yield _Due(at, code, "expire", partial(_expire, code, now))


def _fronts_due(now: datetime) -> Iterator[_Due]:
    over = Placement.objects.filter(until__lte=now).order_by("until")
    for at, code, front, pk in over.values_list("until", "story_id", "plan__name", "pk"):
        yield _Due(at, code, "take off", partial(arranging.take_off, pk, now), front)
    planned = PlannedFront.objects.filter(at__lte=now).order_by("at", "pk")
    for at, front, pk in planned.values_list("at", "plan__name", "pk"):
        yield _Due(at, pk, "arrange", partial(arranging.carry_out, pk, now), front)


def _revisions() -> Any:
    return Revision.objects.filter(content_type=ContentType.objects.get_for_model(Story))


def _publish(pk: int, now: datetime) -> bool:
    """Publish the version if it is still to be: another one of the same story may have gone out a moment ago."""
    revision = _revisions().filter(pk=pk, approved_go_live_at__lte=now).first()
    if revision:
        revision.publish(log_action="wagtail.publish.scheduled")
    return bool(revision)


def _expire(code: int, now: datetime) -> bool:
    story = Story.objects.filter(pk=code, live=True, expire_at__lte=now).first()
    if story:
        story.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return bool(story)


def _run(one: _Due, now: datetime) -> Ran | None:
    """One thing that was due, done; None if it was no longer."""
    ran = Ran(one.code, one.action, one.at, now - one.at, front=one.front)
    try:
        with transaction.atomic():
            done = one.do()
    except Exception as error:  # whatever is wrong with this one, the next one has its time
        logger.exception("%s %s was due to %s at %s and could not", one.front, one.code, one.action, one.at.isoformat())
        _resting[one.name] = now + PAUSE
        return replace(ran, failure=f"{type(error).__name__}: {error}")
    _resting.pop(one.name, None)
    return ran if done else None
