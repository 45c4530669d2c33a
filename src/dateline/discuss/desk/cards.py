"""Comments as the desk shows them, each with its story, what it answers, its person and what the checks said.

Whatever the number of comments, the queries are the same few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline import urls
from dateline.discuss import reasons, standing
from dateline.discuss.desk import naming
from dateline.discuss.learned.learning import learner
from dateline.discuss.models import Comment, Decision, Notice, Reader, Report
from dateline.discuss.models.choices import APPROVED, FINAL, REASONS, STATES
from dateline.discuss.standing import Place

_REASONS, _STATES = dict(REASONS), dict(STATES)


@dataclass(frozen=True, slots=True)
class Card:
    comment: Comment
    place: Place | None
    parent: Comment | None
    reports: list[Report] = field(default_factory=list)
    decision: Decision | None = None
    notices: int = 0
    weighed: tuple[str, ...] = ()
    """The words that weigh most towards a rejection, as the learned score has it today."""

    @property
    def number(self) -> int:
        return self.comment.number

    @property
    def headline(self) -> str:
        return self.place.headline if self.place else f"Story {self.comment.story}, which is not there any more"

    @property
    def address(self) -> str:
        """Where readers see it, or would."""
        return urls.comment(self.comment.story, self.number) if self.place and self.place.live else ""

    @property
    def answers_hidden(self) -> bool:
        """It answers a comment that readers do not see, and so is not seen where it belongs."""
        return self.parent is not None and not self.parent.shown

    @property
    def waited(self) -> str:
        return naming.since(self.comment.written_at)

    @property
    def history(self) -> str:
        return history(self.comment.reader)

    @property
    def standing(self) -> str:
        return naming.standing_of(self.comment.reader)

    @property
    def findings(self) -> list[dict[str, str]]:
        return list(self.comment.findings)

    @property
    def score(self) -> str:
        return "" if self.comment.score is None else f"{self.comment.score:.2f}"

    @property
    def suggested(self) -> str:
        """The reason of a rejection unless the moderator chooses another: that of most reports, or the checks'."""
        said = [one.reason for one in self.reports if one.reason in reasons.BY_NAME]
        return max(said, key=said.count) if said else reasons.suggested(self.findings)

    @property
    def state(self) -> str:
        return _STATES[self.comment.state]

    @property
    def is_final(self) -> bool:
        return self.comment.state in FINAL

    @property
    def is_shown(self) -> bool:
        return self.comment.state == APPROVED

    @property
    def complaints(self) -> list[tuple[str, str]]:
        return [(_REASONS[one.reason], one.words) for one in self.reports]

    @property
    def tells_decision(self) -> bool:
        """Whether the last decision says more than that the checks hold it, which their findings say."""
        return self.decision is not None and (self.decision.actor != "checks" or bool(self.decision.before))

    @property
    def decided(self) -> str:
        """Who decided last, when and why."""
        return told(self.decision) if self.decision else ""


def told(decision: Decision) -> str:
    """One decision in a line."""
    what = {"": "Came in as", decision.after: "Stays"}.get(decision.before, "From " + decision.before + " to")
    who = naming.who(decision.by, decision.actor)
    why = f", {reasons.label_of(decision.reason).lower()}" if decision.reason else ""
    note = f": “{decision.note}”" if decision.note else ""
    undone = " (taken back)" if hasattr(decision, "undone_by") else ""
    return f"{what} {decision.after} by {who}, {naming.moment(decision.at)}{why}{note}{undone}"


def history(reader: Reader) -> str:
    """A person's numbers, in words."""
    if reader.erased_at:
        return "erased"
    if not reader.approved and not reader.rejected:
        return "nothing decided yet"
    return f"{reader.approved:,} approved, {reader.rejected:,} rejected"


def cards(rows: Sequence[Comment]) -> list[Card]:
    """The cards of comments that were read with their readers."""
    numbers = [row.number for row in rows]
    places = standing.places({row.story for row in rows})
    parents = Comment.objects.in_bulk({row.parent_id for row in rows if row.parent_id})
    reports: dict[int, list[Report]] = defaultdict(list)
    for report in Report.objects.filter(comment__in=[row.number for row in rows if row.reports], settled_at=None):
        reports[report.comment_id].append(report)
    notices = Notice.objects.filter(comment__in=numbers, decided_at=None).values_list("comment_id", flat=True)
    open_notices = list(notices)
    decisions = _last_decisions(numbers)
    model = learner().model
    explains = not model.lacking
    return [
        Card(
            comment=row,
            place=places.get(row.story),
            parent=parents.get(row.parent_id or 0),
            reports=reports[row.number],
            decision=decisions.get(row.number),
            notices=open_notices.count(row.number),
            weighed=model.opinion(row.text).words if explains and row.score is not None else (),
        )
        for row in rows
    ]


def _last_decisions(numbers: list[int]) -> dict[int, Decision]:
    rows = Decision.objects.filter(comment__in=numbers).select_related("by", "undone_by").order_by("pk")
    return {one.comment_id: one for one in rows}
