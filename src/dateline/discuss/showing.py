"""From the rows of comments to what the ledger says of them.

Readers see a comment that is approved. One that is not stays as a gap, without name and words, as long as something
below it is seen: so an answer always hangs on what it answered. A gap can come and go with the comment below it, and
that is climbed level by level; each level costs two queries, and a gap goes once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any

from django.db.models import F

from dateline import story, thread
from dateline.discuss.models import Comment, Thread
from dateline.discuss.models.choices import DELETED, ERASED
from dateline.ledger import record

CHUNK = 500
"""Comments that are read and recorded together."""

ABSENCE: dict[str, thread.Absence] = {DELETED: "deleted", ERASED: "erased"}


def subject(number: int) -> str:
    return f"{thread.COMMENT}{number}"


def value(row: Comment) -> thread.Comment | None:
    """What readers see of a comment; None for nothing."""
    if not row.stands:
        return None
    place = {
        "number": row.number,
        "story": row.story,
        "at": story.moment(row.written_at),
        "parent": row.parent_id or 0,
        "root": row.root_id or 0,
    }
    if not row.shown:
        return thread.Comment(**place, absent=ABSENCE.get(row.state, "removed"))
    return thread.Comment(
        **place,
        name=row.name,
        text=row.text,
        badge=row.badge,
        edited=story.moment(row.edited_at),
        highlighted=row.highlighted,
    )


def snapshot(row: Comment) -> dict[str, Any] | None:
    seen = value(row)
    return None if seen is None else story.as_dict(seen)


def read(numbers: Collection[int]) -> dict[int, Comment]:
    """The rows as they are now, by number; the ledger's lock is to be held, so that nothing changes them meanwhile."""
    return Comment.objects.in_bulk(list(numbers))


def change(rows: Iterable[Comment], act: Callable[[Comment], None], columns: Iterable[str]) -> int:
    """Change rows that were read under the lock, save those columns, and record all that readers see differently.

    The number of the last entry that this made, 0 for none.
    """
    found = list(rows)
    before = {row.number: (row.stands, row.shown) for row in found}
    for row in found:
        act(row)
    if found:
        Comment.objects.bulk_update(found, list(columns), batch_size=CHUNK)
    return announce(found, before)


def announce(rows: Collection[Comment], before: dict[int, tuple[bool, bool]]) -> int:
    """Record rows that were saved, their gaps above, and the numbers of their threads; the last entry, 0 for none.

    ``before`` says of each whether it stood and whether its words were shown; (False, False) for a new one.
    """
    touched = {row.number: row for row in rows}
    shown: dict[int, int] = {}
    for row in touched.values():
        shown[row.story] = shown.get(row.story, 0) + row.shown - before[row.number][1]
    _climb(touched, {number: stood for number, (stood, _) in before.items()})
    # A comment comes behind what it answers, so that no follower meets an answer to nothing.
    changes = [(subject(number), snapshot(touched[number])) for number in sorted(touched)]
    last = 0
    for start in range(0, len(changes), CHUNK):
        entries = record.record_many(changes[start : start + CHUNK])
        last = entries[-1].seq if entries else last
    for code, more in shown.items():
        if more:
            Thread.objects.filter(story=code).update(shown=F("shown") + more)
    return last


def _climb(touched: dict[int, Comment], stood: dict[int, bool]) -> None:
    """Count the answers that came to stand or ceased to, and take along each gap that comes or goes by it."""
    level = {number: row for number, row in touched.items() if row.stands != stood[number]}
    while level:
        more: dict[int, int] = {}
        for row in level.values():
            if row.parent_id:
                more[row.parent_id] = more.get(row.parent_id, 0) + (1 if row.stands else -1)
        missing = [number for number in more if number not in touched]
        found = read(missing) if missing else {}
        level = {}
        for number, delta in more.items():
            row = touched.get(number) or found[number]
            was = row.stands
            row.replies += delta
            if row.stands != was:
                level[number] = touched[number] = row
        parents = [touched.get(number) or found[number] for number in more]
        if parents:
            Comment.objects.bulk_update(parents, ["replies"], batch_size=CHUNK)
