"""How comments stand, decided: by a moderator, or by the machine on its own rules. With the undo.

A decision about a comment settles the reports on it. What its writer took back, and what was erased, is decided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.db.models import F
from django.db.models.functions import Greatest
from django.utils import timezone

from dateline.discuss import notices, showing
from dateline.discuss.doors.transaction import locked
from dateline.discuss.models import Comment, Decision, Reader, Report
from dateline.discuss.models.choices import APPROVED, FINAL, REJECTED
from dateline.discuss.refusal import NotAllowed, NotThere

COLUMNS = ("state", "decided_at", "decided_by", "highlighted", "reports")


def decide(
    numbers: Collection[int], to: str, by: Any = None, *, actor: str = "", reason: str = "", note: str = ""
) -> list[int]:
    """Put comments into a state: approved, rejected, held or pending; the numbers of those that were decided.

    ``by`` is the moderator's account; ``actor`` who decided if it was none. Reports on all of them are settled. One
    that stood so already is decided if there were any, and is left alone if not.
    """
    now = timezone.now()
    with locked():
        rows = [row for _, row in sorted(showing.read(numbers).items()) if row.state not in FINAL]
        changed = [row for row in rows if row.state != to]
        # To leave a reported comment as it is, is a decision as well, and can be taken back.
        decided = [row for row in rows if row.state != to or row.reports]
        noted = _note(decided, Decision(after=to, by=by, actor=actor, reason=reason, note=note, at=now))
        _settle([row.number for row in rows], by, now, upheld=to == REJECTED)
        _move(rows, dict.fromkeys((row.number for row in changed), to), by)
        notices.tell_answered(changed, noted)
    return [row.number for row in decided]


def undo(decisions: Collection[int], by: Any) -> list[int]:
    """Take decisions back, each if it is the last one about its comment; the numbers of those comments.

    The reports that a decision settled are open again.
    """
    with locked():
        found = list(Decision.objects.filter(pk__in=decisions, undone_by=None).select_related("comment"))
        last = set(last_decisions([one.comment_id for one in found]).values())
        rows = showing.read([one.comment_id for one in found])
        back = {
            one.comment_id: one
            for one in found
            if one.pk in last and one.before and rows[one.comment_id].state not in FINAL
        }
        Decision.objects.bulk_create(
            Decision(comment=rows[number], by=by, before=rows[number].state, after=one.before, undoes=one)
            for number, one in back.items()
        )
        open_again = {number: rows[number].reports + _reopen(one) for number, one in back.items()}
        _move([rows[number] for number in back], {number: one.before for number, one in back.items()}, by, open_again)
    return sorted(back)


def last_decisions(numbers: Collection[int]) -> dict[int, int]:
    """The last decision about each comment that has one."""
    rows = Decision.objects.filter(comment__in=numbers).order_by("comment", "pk")
    return dict(rows.values_list("comment_id", "pk"))


def highlight(number: int, chosen: bool, by: Any) -> None:  # noqa: ARG001 (the desk's log names who)
    """Put a comment first in its thread, or back. Raises NotThere, NotAllowed for one that readers do not see."""
    with locked():
        row = showing.read([number]).get(number)
        if row is None:
            raise NotThere("There is no such comment any more.")
        if chosen and not row.shown:
            raise NotAllowed("Only a comment that readers see can be highlighted.", "Approve it first.")
        showing.change([row], lambda one: setattr(one, "highlighted", chosen), ["highlighted"])


def count(changes: Iterable[tuple[int, str, str]]) -> None:
    """Keep readers' numbers of approved and rejected comments; each change is (reader, state before, state after)."""
    approved: Counter[int] = Counter()
    rejected: Counter[int] = Counter()
    for reader, before, after in changes:
        approved[reader] += (after == APPROVED) - (before == APPROVED)
        rejected[reader] += (after == REJECTED) - (before == REJECTED)
    for reader in approved.keys() | rejected.keys():
        if approved[reader] or rejected[reader]:
            Reader.objects.filter(pk=reader).update(
                approved=Greatest(F("approved") + approved[reader], 0),
                rejected=Greatest(F("rejected") + rejected[reader], 0),
            )


def _note(rows: list[Comment], said: Decision) -> list[Decision]:
    """Note the same decision about each of the rows, before they change."""
    same = {name: getattr(said, name) for name in ("after", "by", "actor", "reason", "note", "at")}
    return Decision.objects.bulk_create(Decision(comment=row, before=row.state, **same) for row in rows)


def _settle(numbers: list[int], by: Any, at: datetime, upheld: bool) -> None:
    """Close reports at the time of the decision that settles them: by it they are found if that is taken back."""
    Report.objects.filter(comment__in=numbers, settled_at=None).update(settled_at=at, settled_by=by, upheld=upheld)


def _reopen(decision: Decision) -> int:
    """Open the reports again that a decision settled; how many."""
    settled = Report.objects.filter(comment=decision.comment_id, settled_at=decision.at)
    return settled.update(settled_at=None, settled_by=None, upheld=None)


def _move(rows: list[Comment], to: dict[int, str], by: Any, reports: Mapping[int, int] = MappingProxyType({})) -> None:
    """Write the new states of rows that were read under the lock, and how many open reports each has now: else none."""
    now = timezone.now()
    count((row.reader_id, row.state, to[row.number]) for row in rows if row.number in to)

    def act(row: Comment) -> None:
        row.reports = reports.get(row.number, 0)
        if row.number in to:
            row.state, row.decided_at, row.decided_by = to[row.number], now, by
            row.highlighted = row.highlighted and row.shown

    showing.change(rows, act, COLUMNS)
