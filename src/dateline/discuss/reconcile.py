"""Recording again what readers may see of all discussions: for rows that were changed past the doors, and repairs."""

from __future__ import annotations

from collections.abc import Callable

from dateline.discuss import showing, standing
from dateline.discuss.doors.transaction import locked
from dateline.discuss.models import Comment, Thread
from dateline.ledger import record

CHUNK = 500


def reconcile(progress: Callable[[int], None] = lambda _: None) -> int:
    """Bring the ledger to what the rows say, a chunk in each transaction; how many entries that took."""
    written = done = last = 0
    while True:
        with locked():
            rows = list(Comment.objects.filter(pk__gt=last).order_by("pk")[:CHUNK])
            written += len(record.record_many([(showing.subject(row.number), showing.snapshot(row)) for row in rows]))
        if not rows:
            break
        last, done = rows[-1].number, done + len(rows)
        progress(done)
    codes = list(Thread.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(codes), CHUNK):
        with locked():
            standing.announce(codes[start : start + CHUNK])
    return written
