"""Notices and contested decisions at the desk: a queue with deadlines, a page for each, the statements as a table."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from wagtail.admin import messages

from dateline.discuss.desk import cards, naming
from dateline.discuss.desk.frame import DeskPage, moderators_only
from dateline.discuss.legal import notice, statement
from dateline.discuss.models import Notice, Statement
from dateline.discuss.models.legal import OUTCOMES
from dateline.errors import DatelineError

SHOWN = 50
_KINDS = dict(notice.KINDS)
COLUMNS = ("number", "at", "story", "comment", "restriction", "automated", "detected", "ground", "rule", "facts",
           "sent", "contested", "settled")  # fmt: skip


class NoticesPage(DeskPage):
    """What waits: notices by their deadline, contested decisions by their age; below, what was decided last."""

    template_name = "discuss/desk/notices.html"
    page_title = "Notices"
    here = "notices"

    def get(self, request: HttpRequest) -> HttpResponse:  # noqa: ARG002
        now = timezone.now()
        waiting = Notice.objects.filter(decided_at=None).select_related("comment").order_by("due")[:SHOWN]
        contested = Statement.objects.filter(contested_at__isnull=False, settled_at=None).select_related("comment")
        done = Notice.objects.exclude(decided_at=None).select_related("decided_by").order_by("-decided_at")[:SHOWN]
        return self.render_to_response(
            self.get_context_data(
                waiting=[(one, _KINDS.get(one.law, one.law), one.due <= now) for one in waiting],
                contested=contested.order_by("contested_at")[:SHOWN],
                done=[(one, dict(OUTCOMES)[one.outcome], naming.who(one.decided_by)) for one in done],
            )
        )


class NoticePage(DeskPage):
    """A notice, the comment that it is about, and the decision."""

    template_name = "discuss/desk/notice.html"
    here = "notices"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG002
        self.notice = get_object_or_404(Notice.objects.select_related("comment__reader", "decided_by"), pk=number)
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        try:
            notice.decide(number, request.POST.get("outcome", ""), request.POST.get("answer", ""), request.user)
        except DatelineError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        messages.success(request, "Decided, and told to whoever sent the notice.")
        return redirect("discuss_desk:notices")

    def get_page_title(self) -> str:
        return f"Notice {self.notice.pk}"

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        return super().get_context_data(
            notice=self.notice,
            kind=_KINDS.get(self.notice.law, self.notice.law),
            outcomes=OUTCOMES,
            cards=cards.cards([self.notice.comment]),
            overdue=self.notice.decided_at is None and self.notice.due <= timezone.now(),
            **words,
        )


class StatementPage(DeskPage):
    """A statement of reasons, what its receiver says to it, and the answer."""

    template_name = "discuss/desk/statement.html"
    here = "notices"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG002
        self.statement = get_object_or_404(
            Statement.objects.select_related("comment__reader", "decision__by"), pk=number
        )
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        try:
            restore = request.POST.get("do") == "restore"
            statement.settle(number, restore, request.POST.get("answer", ""), request.user)
        except DatelineError as error:
            messages.error(request, str(error))
            return redirect(request.path)
        messages.success(request, "Settled, and told to the writer.")
        return redirect("discuss_desk:notices")

    def get_page_title(self) -> str:
        return f"Statement {self.statement.pk}"

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        row = self.statement
        return super().get_context_data(
            statement=row,
            letter=statement.text(row, row.comment),
            decided=cards.told(row.decision),
            cards=cards.cards([row.comment]),
            own=row.decision.by_id == self.request.user.pk,
            **words,
        )


class _Echo:
    def write(self, line: str) -> str:
        return line


@moderators_only
def export(request: HttpRequest) -> StreamingHttpResponse:  # noqa: ARG001
    """All statements of reasons as a table, without names or addresses: what a transparency report is made from."""
    writer = csv.writer(_Echo())
    lines = (writer.writerow(row) for row in itertools.chain([COLUMNS], _rows()))
    answer = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="statements.csv"'
    return answer


def _rows() -> Iterator[tuple[Any, ...]]:
    for row in Statement.objects.select_related("comment").order_by("pk").iterator(chunk_size=500):
        yield (
            row.pk,
            row.at.isoformat(timespec="seconds"),
            row.comment.story,
            row.comment_id,
            row.restriction,
            int(row.automated),
            int(row.detected),
            row.ground,
            row.rule,
            row.facts,
            int(row.sent),
            row.contested_at.isoformat(timespec="seconds") if row.contested_at else "",
            row.settled_at.isoformat(timespec="seconds") if row.settled_at else "",
        )
