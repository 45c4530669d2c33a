"""A comment judged before it is kept: what is known of its writer is looked up, then ``checks`` decide.

Reads by indexes, a bounded number of rows each time. Done before the lock is taken: a slow check holds nobody up.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from dateline.discuss import badges, checks, memory
from dateline.discuss.draft import Draft, Verdict
from dateline.discuss.models import Comment
from dateline.discuss.models.choices import APPROVED, REJECTED
from dateline.discuss.rules import Policy
from dateline.ledger.rows import NO_TEXT

RECENT = 20
DECIDED = 10
"""Comments of a person whose fate says how the next ones will fare."""

LATELY = timedelta(hours=1)
OF_NETWORK = 50


def draft_of(row: Comment, at: datetime, seconds: float | None = None) -> Draft:
    """All that a check may know of a comment with its new words, saved or not; ``seconds``: how long it was written."""
    reader = row.reader
    own = Comment.objects.filter(reader=reader.pk).exclude(pk=row.number).order_by("-number")[:RECENT]
    recent = list(own.values_list("text", "written_at", "state"))
    return Draft(
        text=row.text,
        name=row.name,
        story=row.story,
        at=at,
        parent=row.parent_id or 0,
        reader=reader.pk or 0,
        standing=reader.standing,
        approved=reader.approved,
        rejected=reader.rejected,
        badge=badges.badge(reader, row.story),
        seconds=seconds,
        recent=[words for words, _, _ in recent],
        lately=sum(written > at - LATELY for _, written, _ in recent),
        fates=[state for _, _, state in recent if state in (APPROVED, REJECTED)][:DECIDED],
        network=row.network,
        network_rejected=_rejected_of(row.network),
        edits=row.number or 0,
    )


def judge(draft: Draft, policy: Policy) -> Verdict:
    """What becomes of a draft under a policy."""
    return checks.judge(draft, policy, memory.of(draft))


def _rejected_of(network: str) -> int:
    if not network:
        return 0
    theirs = Comment.objects.filter(network=network).exclude(network=NO_TEXT).order_by("-number")
    return sum(state == REJECTED for state in theirs.values_list("state", flat=True)[:OF_NETWORK])
