"""What time does to discussions: threads close, what nobody confirmed goes, addresses are forgotten. One pass.

Everything is found by an index and done in small steps, each its own transaction, so that nobody waits long for it.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction
from django.utils import timezone

from dateline.discuss import standing
from dateline.discuss.doors.erasing import erase_step, unfinished
from dateline.discuss.models import Comment, Report, Thread, Waiting

log = logging.getLogger("dateline.discuss")

THREADS = 200
"""Threads of one step."""

ROWS = 500
"""Rows of one step of forgetting."""

PAUSE = timedelta(minutes=1)
"""How long a thread that could not be recorded is left alone."""

NETWORK_KEPT = timedelta(days=30)
"""For so long it is kept from which range of addresses a comment came."""


def run_due(now: datetime | None = None) -> bool:
    """One step of everything that is due; whether there may be more of it."""
    at = now or timezone.now()
    more = False
    for step in (_close_threads, _erase, _forget):
        try:
            more |= step(at)
        except DatabaseError:
            raise
        except Exception:  # whatever is wrong with this, the rest has its time
            log.exception("Discussions: %s could not be done and is tried again", step.__name__)
    return more


def _close_threads(at: datetime) -> bool:
    due = list(Thread.objects.filter(due__lte=at).order_by("due").values_list("pk", flat=True)[:THREADS])
    try:
        _announce(due, at)
    except DatabaseError:
        raise
    except Exception:  # one of them is wrong, and keeps no other from its time
        log.exception("Threads could not be recorded together, so each is tried alone")
        for code in due:
            _announce_alone(code, at)
    return len(due) == THREADS


def _announce(codes: list[int], at: datetime) -> None:
    if codes:
        with transaction.atomic():
            standing.announce(codes, at=at)


def _announce_alone(code: int, at: datetime) -> None:
    try:
        _announce([code], at)
    except DatabaseError:
        raise
    except Exception:
        log.exception("How the thread of story %d stands could not be recorded", code)
        Thread.objects.filter(pk=code).update(due=at + PAUSE)


def _erase(_: datetime) -> bool:
    """Go on with an erasing that was begun, a step of each."""
    return any([erase_step(number) for number in unfinished()])  # noqa: C419 (each has its step)


def _forget(at: datetime) -> bool:
    """Empty what is kept for a time only."""
    gone = list(Waiting.objects.filter(expires_at__lte=at).values_list("pk", flat=True)[:ROWS])
    if gone:
        Waiting.objects.filter(pk__in=gone).delete()
    for model, when in ((Comment, "written_at"), (Report, "at")):
        old = model.objects.filter(**{f"{when}__lte": at - NETWORK_KEPT}).exclude(network="")
        numbers = list(old.order_by(when).values_list("pk", flat=True)[:ROWS])
        if numbers:
            model.objects.filter(pk__in=numbers).update(network="")
    return False
