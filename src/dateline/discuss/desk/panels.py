"""Where the rest of the desk leads to the comments: the menu, the first page, the list and the form of stories."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.ui.components import Component
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import ActionMenuItem

from dateline.desk.models import Story
from dateline.discuss.desk import naming, queues
from dateline.discuss.desk.frame import MODERATE
from dateline.discuss.models import Comment
from dateline.discuss.models.choices import HELD, PENDING


class CommentsMenuItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm(MODERATE))


class CommentsSearchArea(SearchArea):  # type: ignore[misc]
    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm(MODERATE))


class CommentsPanel(Component):  # type: ignore[misc]
    """What waits for a moderator, and for how long."""

    template_name = "discuss/desk/panel.html"
    order = 100
    side = "top"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:  # noqa: ARG002
        counted = queues.counts()
        firsts = [
            Comment.objects.filter(state=state).order_by("number").values_list("written_at", flat=True).first()
            for state in (PENDING, HELD)
        ]
        oldest = min(filter(None, firsts), default=None)
        waiting = [(queues.BY_NAME[name], count) for name, count in counted.items()]
        return {
            "waiting": waiting,
            "oldest": naming.since(oldest) if oldest else "",
            "id": "comments",
            "outbox": _outbox(),
        }


def _outbox() -> str:
    """Where letters to readers lie instead of being sent; empty if they are sent."""
    folder = settings.FOLDER
    return "" if folder.config["mail.url"] else str(folder.outbox)


def with_comments(user: Any, shown: list[Any]) -> list[Any]:
    """The panels of the first page; somebody who only moderates has no use for those about stories."""
    if not user.has_perm(MODERATE):
        return shown
    return [CommentsPanel(), *(shown if user.has_perm("desk.view_story") else [])]


def queue_of_story(code: int) -> str:
    return reverse("discuss_desk:queue", args=["all"]) + f"?story={code}"


def button_of_story(snippet: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:  # noqa: ARG001
    if isinstance(snippet, Story) and user.has_perm(MODERATE):
        yield Button("Comments", url=queue_of_story(snippet.pk), icon_name="comment", priority=30)


class StoryComments(ActionMenuItem):  # type: ignore[misc]
    """In the footer of a story's form."""

    label = "Comments and their rules"
    name = "comments"
    icon_name = "comment"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return bool(context.get("instance") and context["instance"].pk and context["request"].user.has_perm(MODERATE))

    def get_url(self, context: dict[str, Any]) -> str:
        return queue_of_story(context["instance"].pk)


def action_of_story(model: Any) -> ActionMenuItem | None:
    return StoryComments(order=200) if model is Story else None
