"""What time does to discussions: threads close, what nobody confirmed goes, addresses are forgotten. One pass.

Everything is found by an index and done in small steps, each its own transaction, so that nobody waits long for it.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from dateline.discuss import standing
from dateline.discuss.doors.erasing import erase_step, unfinished
from dateline.discuss.models import Comment, Report, Thread, Waiting

THREADS = 200
"""Threads of one step."""

ROWS = 500
"""Rows of one step of forgetting."""

NETWORK_KEPT = timedelta(days=30)
"""For so long it is kept from which range of addresses a comment came."""


def run_due(now: datetime | None = None) -> bool:
    """One step of everything that is due; whether there may be more of it."""
    at = now or timezone.now()
    more = _close_threads(at)
    for number in unfinished():
        more |= erase_step(number) > 0
    _forget(at)
    return more


def _close_threads(at: datetime) -> bool:
    due = list(Thread.objects.filter(due__lte=at).order_by("due").values_list("pk", flat=True)[:THREADS])
    if due:
        with transaction.atomic():
            standing.announce(due, at=at)
    return len(due) == THREADS


def _forget(at: datetime) -> None:
    """Empty what is kept for a time only."""
    gone = list(Waiting.objects.filter(expires_at__lte=at).values_list("pk", flat=True)[:ROWS])
    if gone:
        Waiting.objects.filter(pk__in=gone).delete()
    for model, when in ((Comment, "written_at"), (Report, "at")):
        old = model.objects.filter(**{f"{when}__lte": at - NETWORK_KEPT}).exclude(network="")
        numbers = list(old.order_by(when).values_list("pk", flat=True)[:ROWS])
        if numbers:
            model.objects.filter(pk__in=numbers).update(network="")
