"""The pages on which comments are read: a queue, one comment, one person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from dateline.desk.models import Section
from dateline.discuss import reasons, standing
from dateline.discuss.desk import cards, naming, queues
from dateline.discuss.desk.frame import DeskPage, moderators_only
from dateline.discuss.learned.learning import learner
from dateline.discuss.models import Comment, Decision, Reader, Report
from dateline.discuss.models.choices import NORMAL, WAITING

LAST = 10
"""Comments of a person that are shown at once."""
PEOPLE = 50

BANS = (("1", "For a day"), ("7", "For a week"), ("30", "For a month"), ("0", "For good"))
STANDINGS = (
    ("normal", "As everybody"),
    ("trusted", "Trusted: goes out at once, past all checks but words and floods"),
    ("held", "Held: each comment is read first"),
    ("banned", "Banned: cannot comment"),
)


class QueuePage(DeskPage):
    """A queue; with ``part`` in the query, its comments alone, to be put behind those that are there."""

    template_name = "discuss/desk/queue.html"

    def get(self, request: HttpRequest, name: str) -> HttpResponse:
        if name not in queues.BY_NAME:
            raise Http404
        self.queue, self.here = queues.BY_NAME[name], name
        self.wish = queues.read(self.queue, request.GET)
        if "part" in request.GET:
            return render(request, "discuss/desk/cards.html", self._list())
        return self.render_to_response(self.get_context_data())

    def get_page_title(self) -> str:
        return self.queue.label

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        return super().get_context_data(
            wish=self.wish,
            sections=Section.objects.filter(retired=False),
            story=standing.place(self.wish.story) if self.wish.story else None,
            person=Reader.objects.filter(pk=self.wish.person).first() if self.wish.person else None,
            back=self._address(),
            turned=self._address(newest=not self.wish.newest, after=0),
            searched=queues.SEARCHED if self.wish.words else 0,
            lacking=learner().model.lacking,
            **self._list(),
            **words,
        )

    def _list(self) -> dict[str, Any]:
        rows, more = queues.page(self.wish)
        after = self._address(after=rows[-1].number) if more else ""
        return {"cards": cards.cards(rows), "next": after, "presets": reasons.PRESETS, "queue": self.queue}

    def _address(self, **changes: Any) -> str:
        query = self.wish.query(**changes)
        return reverse("discuss_desk:queue", args=[self.queue.name]) + (f"?{query}" if query else "")


class CommentPage(DeskPage):
    """One comment with everything there is to know: its place in the thread, decisions, reports, notices."""

    template_name = "discuss/desk/comment.html"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG002
        found = Comment.objects.select_related("reader", "decided_by").filter(pk=number)
        self.comment = get_object_or_404(found)
        return self.render_to_response(self.get_context_data())

    def get_page_title(self) -> str:
        return f"Comment {self.comment.number}"

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        decisions = Decision.objects.filter(comment=self.comment).select_related("by", "undone_by").order_by("pk")
        answers = Comment.objects.filter(parent=self.comment).select_related("reader").order_by("number")
        return super().get_context_data(
            cards=cards.cards([self.comment]),
            answers=answers[:LAST],
            decisions=[cards.told(one) for one in decisions],
            reports=Report.objects.filter(comment=self.comment).select_related("settled_by").order_by("at"),
            notices=self.comment.notices.order_by("at"),
            statements=self.comment.statements.order_by("at"),
            presets=reasons.PRESETS,
            back=reverse("discuss_desk:comment", args=[self.comment.number]),
            **words,
        )


class PersonPage(DeskPage):
    """A person: numbers, last comments, what moderators decided; and the form to decide."""

    template_name = "discuss/desk/person.html"
    here = "people"

    def get(self, request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG002
        self.reader = get_object_or_404(Reader, pk=number)
        return self.render_to_response(self.get_context_data())

    def get_page_title(self) -> str:
        return str(self.reader)

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        treatments = self.reader.treatments.select_related("by").order_by("-pk")[:LAST]
        return super().get_context_data(
            reader=self.reader,
            history=cards.history(self.reader),
            standing=naming.standing_of(self.reader),
            waiting=Comment.objects.filter(reader=self.reader, state__in=WAITING).count(),
            treatments=[(one, naming.who(one.by), naming.moment(one.at)) for one in treatments],
            bans=BANS,
            standings=STANDINGS,
            back=reverse("discuss_desk:person", args=[self.reader.pk]),
            **_last(self.reader),
            **words,
        )


class PeoplePage(DeskPage):
    """People whom a moderator gave a standing, the newest first; or those of a name."""

    template_name = "discuss/desk/people.html"
    page_title = "People"
    here = "people"

    def get(self, request: HttpRequest) -> HttpResponse:
        words = request.GET.get("name", "").replace("\0", "").strip()[:100]
        rows = Reader.objects.filter(erased_at=None).order_by("-pk")
        # By a name, among the newest: whoever makes trouble has written lately.
        newest = Reader.objects.order_by("-pk").values_list("pk", flat=True)[: queues.SEARCHED]
        rows = rows.filter(name__icontains=words, pk__in=list(newest)) if words else rows.exclude(standing=NORMAL)
        people = [(one, naming.standing_of(one), cards.history(one)) for one in rows[:PEOPLE]]
        return self.render_to_response(self.get_context_data(people=people, words=words))


@moderators_only
def history(request: HttpRequest, number: int) -> HttpResponse:
    """A person's numbers and last comments, to be shown beside a comment of theirs."""
    reader = get_object_or_404(Reader, pk=number)
    return render(request, "discuss/desk/history.html", {"reader": reader, **_last(reader)})


@moderators_only
def first(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The desk opens with what waits."""
    return redirect("discuss_desk:queue", "pending")


def _last(reader: Reader) -> dict[str, Any]:
    rows = Comment.objects.filter(reader=reader).select_related("reader", "decided_by").order_by("-number")[:LAST]
    return {"last": cards.cards(list(rows)), "since": naming.moment(reader.created_at)}


def ban_length(days: str) -> timedelta | None:
    """For how long; None for good."""
    return timedelta(days=int(days)) if days in {"1", "7", "30"} else None
