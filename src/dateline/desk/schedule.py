"""What the clock does: publish what is due, take down what has expired. One pass; the loop is outside.

Every story is its own transaction, and one that fails keeps no other from going out: it is reported, stays due, and
is tried again after a pause. Both questions are answered from small indexes, whatever the size of the archive.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Literal

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Revision

from dateline.desk.models import Story

logger = logging.getLogger("dateline.desk")


PAUSE = timedelta(minutes=1)
"""How long a story that failed is left alone; it would fail at every look of the clock."""

Action = Literal["publish", "expire"]
_Due = tuple[datetime, int, Action, Callable[[], bool]]


@dataclass(frozen=True, slots=True)
class Ran:
    """One thing that was due: which story, when it should have happened, how late it was, and what went wrong."""

    code: int
    action: Action
    due: datetime
    late: timedelta
    failure: str = ""


_resting: dict[tuple[int, Action], datetime] = {}
"""Until when to leave what failed in this process."""


def run_due(now: datetime | None = None) -> list[Ran]:
    """Do everything that is due at ``now``, in the order of its times."""
    now = now or timezone.now()
    publish = _revisions().filter(approved_go_live_at__lte=now).values_list("approved_go_live_at", "object_id", "pk")
    expire = Story.objects.filter(live=True, expire_at__lte=now).order_by("expire_at").values_list("expire_at", "pk")
    due: list[_Due] = [
        *((at, int(code), "publish", partial(_publish, pk, now)) for at, code, pk in publish),
        *((at, code, "expire", partial(_expire, code, now)) for at, code in expire),
    ]
    due.sort(key=lambda one: one[:2])
    awake = [one for one in due if _resting.get((one[1], one[2]), now) <= now]
    ran = (_run(at, code, action, do, now) for at, code, action, do in awake)
    return [one for one in ran if one]


def next_due(after: datetime) -> datetime | None:
    """The next moment after ``after`` at which something will be due."""
    publish = _revisions().filter(approved_go_live_at__gt=after).order_by("approved_go_live_at")
    expire = Story.objects.filter(live=True, expire_at__gt=after).order_by("expire_at")
    times = [
        publish.values_list("approved_go_live_at", flat=True).first(),
        expire.values_list("expire_at", flat=True).first(),
    ]
    return min((time for time in times if time), default=None)


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


def _run(due: datetime, code: int, action: Action, do: Callable[[], bool], now: datetime) -> Ran | None:
    """One thing that was due, done; None if it was no longer."""
    try:
        with transaction.atomic():
            done = do()
    except Exception as error:  # whatever is wrong with this story, the next one goes out
        logger.exception("Story %s was due to %s at %s and could not", code, action, due.isoformat())
        _resting[code, action] = now + PAUSE
        return Ran(code, action, due, now - due, f"{type(error).__name__}: {error}")
    _resting.pop((code, action), None)
    return Ran(code, action, due, now - due) if done else None
