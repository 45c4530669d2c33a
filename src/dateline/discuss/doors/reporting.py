"""Readers say that something is wrong with a comment; moderators settle it. Enough reports take it off the page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from dateline.desk import cleaning
from dateline.discuss import showing, standing
from dateline.discuss.doors.deciding import count
from dateline.discuss.doors.transaction import locked
from dateline.discuss.models import Comment, Decision, Reader, Report
from dateline.discuss.models.choices import HELD, REASONS
from dateline.discuss.refusal import NotThere, Refused
from dateline.discuss.rules import Policy

LONGEST = 1000
"""Characters of what somebody says with a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A report as it was sent; by a reader, or by somebody at a network who may have left an address."""

    reason: str
    words: str = ""
    reader: Reader | None = None
    email: str = ""
    network: str = ""


def report(number: int, sent: Complaint) -> Comment:
    """Report a comment that readers see; a second report by the same person changes nothing.

    Raises NotThere, Refused for a reason that is none.
    """
    if sent.reason not in dict(REASONS):
        raise Refused("Please say what is wrong with the comment.", "", "reason")
    said = cleaning.storable(sent.words).strip()[:LONGEST]
    with locked():
        row = Comment.objects.filter(pk=number).first()
        if row is None or not row.shown:
            raise NotThere("There is no such comment any more.")
        if not _known(row, sent):
            Report.objects.create(
                comment=row, reader=sent.reader, email=sent.email, reason=sent.reason, words=said, network=sent.network
            )
            _add(row)
    return row


def settle(numbers: Collection[int], by: Any, upheld: bool = False) -> None:
    """Close all open reports on comments without deciding about the comments themselves."""
    with locked():
        rows = showing.read(numbers)
        Report.objects.filter(comment__in=rows, settled_at=None).update(
            settled_at=timezone.now(), settled_by=by, upheld=upheld
        )
        Comment.objects.filter(pk__in=rows).update(reports=0)


def _known(row: Comment, sent: Complaint) -> bool:
    """Whether this person has a report on it: as a reader, or by the network that it comes from."""
    reports = Report.objects.filter(comment=row, settled_at=None)
    if sent.reader:
        return reports.filter(reader=sent.reader).exists()
    return bool(sent.network) and reports.filter(reader=None, network=sent.network).exists()


def _add(row: Comment) -> None:
    """Count a report, and hold a comment that has too many of them and that nobody has approved by hand."""
    place = standing.place(row.story)
    most = (standing.policy(place) if place else Policy()).reports_hold
    hold = bool(most) and row.reports + 1 >= most and row.decided_by_id is None and not row.badge

    def act(one: Comment) -> None:
        one.reports += 1
        if hold:
            one.state, one.highlighted = HELD, False
            one.findings = [*one.findings, {"check": "reports", "says": f"{one.reports} readers reported it."}]

    before = row.state
    showing.change([row], act, ["reports", "state", "highlighted", "findings"])
    if hold:
        count([(row.reader_id, before, HELD)])
        Decision.objects.create(comment=row, actor="reports", before=before, after=HELD)
