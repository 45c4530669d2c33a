"""What every page of the moderation desk stands in: who may see it, and the ways to the other pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from dateline.discuss.desk import queues
from dateline.discuss.models import Notice, Statement

MODERATE = "discuss.moderate"

Answers = Callable[..., HttpResponse]


def moderators_only(view: Answers) -> Answers:
    """Refuse whoever may not moderate."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.has_perm(MODERATE):  # type: ignore[union-attr]
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return require_admin_access(guarded)  # type: ignore[no-any-return]


class DeskPage(WagtailAdminTemplateMixin, View):  # type: ignore[misc]
    """A page with the queues beside it."""

    header_icon = "comment"
    page_title = "Comments"
    here = ""
    """The name of the page among the ways."""

    @classmethod
    def as_view(cls, **words: Any) -> Answers:
        return moderators_only(super().as_view(**words))

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        top = {"url": reverse("discuss_desk:queue", args=["pending"]), "label": "Comments"}
        own = {"url": "", "label": self.get_page_title()}
        return [*self.breadcrumbs_items, top, own]

    def get_context_data(self, **words: Any) -> dict[str, Any]:
        return super().get_context_data(ways=ways(self.here), **words)


def ways(here: str) -> list[dict[str, Any]]:
    """The links to all pages of the desk, with how much waits behind each."""
    counted = queues.counts()
    found = [
        _way(queue.name, queue.label, reverse("discuss_desk:queue", args=[queue.name]), here, counted.get(queue.name))
        for queue in queues.QUEUES
    ]
    waiting = Notice.objects.filter(decided_at=None).count() + _contested()
    return [
        *found,
        _way("notices", "Notices", reverse("discuss_desk:notices"), here, queues.shown(waiting)),
        _way("people", "People", reverse("discuss_desk:people"), here),
        _way("rules", "Rules", reverse("discuss_desk:rules"), here),
        _way("words", "Word lists", reverse("discuss_desk:words"), here),
    ]


def _contested() -> int:
    return int(Statement.objects.filter(contested_at__isnull=False, settled_at=None).count())


def _way(name: str, label: str, url: str, here: str, count: str | None = None) -> dict[str, Any]:
    return {"name": name, "label": label, "url": url, "here": name == here, "count": count}
