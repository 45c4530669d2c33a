"""A person erased: their words leave the rows, the pages and the record, which still proves itself.

It is done in steps, each a transaction of its own, because somebody may have written for years. The first step takes
the person's account and name; from then on the clock goes on with it, whatever stops this process.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from dateline.discuss import showing
from dateline.discuss.doors.transaction import locked
from dateline.discuss.models import Comment, Decision, Letter, Mute, Notice, Reader, Report, Statement, Waiting
from dateline.discuss.models.choices import ERASED
from dateline.discuss.models.reader import Session
from dateline.ledger import record
from dateline.ledger.entry import GONE
from dateline.ledger.models import LedgerEntry, Snapshot
from dateline.ledger.rows import NO_TEXT

STEP = 50
"""Comments of a step, so that nobody else waits long for the lock."""

REASON = "A reader had what they wrote erased."


def erase(number: int, at_once: int = 0) -> int:
    """Erase a reader and every word of theirs; how many comments were erased. A second call does nothing.

    With ``at_once`` so many steps are done now, and the clock does the rest within moments; 0: all of them.
    """
    _forget_person(number)
    done = steps = 0
    while step := erase_step(number):
        done, steps = done + step, steps + 1
        if steps == at_once:
            break
    return done


def erase_step(number: int) -> int:
    """Erase the next comments of a reader whose person is gone already; how many, 0 when there is nothing left."""
    with locked():
        rows = list(_left(number).order_by("number")[:STEP])
        if not rows:
            Reader.objects.filter(pk=number).update(erasing=False)
            return 0
        showing.change(rows, _empty, ["state", "name", "text", "badge", "findings", "score", "network", "highlighted"])
        Report.objects.filter(comment__in=rows).update(words="", email="", network="")
        Statement.objects.filter(comment__in=rows).update(facts="", contest="")
        Notice.objects.filter(comment__in=rows).update(quoted="")
        Decision.objects.filter(comment__in=rows).update(note="")
        for row in rows:
            _redact(row)
    return len(rows)


def unfinished() -> list[int]:
    """Readers whose erasing was begun and not brought to its end."""
    return list(Reader.objects.filter(erasing=True).order_by("pk").values_list("pk", flat=True)[:10])


def _forget_person(number: int) -> None:
    with locked():
        reader = Reader.objects.select_for_update().get(pk=number)
        if reader.erased_at:
            return
        if reader.email:
            Waiting.objects.filter(email=reader.email).delete()
            Letter.objects.filter(to=reader.email).delete()
            reports = Report.objects.filter(email=reader.email).exclude(email=NO_TEXT)
            reports.update(words="", email="", network="")
            notices = Notice.objects.filter(email=reader.email).exclude(email=NO_TEXT)
            notices.update(name="", email="", explanation="")
        Report.objects.filter(reader=reader).update(words="", email="", network="", reader=None)
        Mute.objects.filter(reader=reader).delete()
        Mute.objects.filter(muted=reader).delete()
        reader.treatments.update(note="")
        user: Any = reader.user
        reader.name, reader.email, reader.note, reader.user = "", None, "", None
        reader.external_id, reader.replies_by_mail = "", False
        reader.erased_at, reader.erasing = timezone.now(), True
        reader.save()
        if user:
            Session.objects.filter(account=user.pk).delete()
            user.delete()


def _left(number: int) -> Any:
    return Comment.objects.filter(reader=number).exclude(state=ERASED)


def _empty(row: Comment) -> None:
    row.state, row.name, row.text, row.badge = ERASED, "", "", ""
    row.findings, row.score, row.network, row.highlighted = [], None, "", False


def _redact(row: Comment) -> None:
    """Remove from the record every state of a comment that had words."""
    entries = LedgerEntry.objects.filter(subject=showing.subject(row.number)).exclude(digest=GONE)
    digests = set(entries.values_list("digest", flat=True))
    for digest in Snapshot.objects.filter(pk__in=digests, removed="", body__contains='"text"').values_list(
        "pk", flat=True
    ):
        record.redact(digest, REASON)
