"""Numbers for comments that are written many at a time, so that an answer can name what it answers beforehand."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.models import Max

from dateline.discuss.models import Comment


def take(count: int) -> Sequence[int]:
    """So many numbers that nobody has or will be given. The ledger's lock must be held.

    SQLite counts on from the largest that is written. PostgreSQL counts by itself, so it is asked.
    """
    if connection.vendor != "postgresql":
        first = (Comment.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        return range(first, first + count)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'number')) FROM generate_series(1, %s)",
            [Comment._meta.db_table, count],
        )
        return [row[0] for row in cursor.fetchall()]
