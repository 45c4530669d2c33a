"""The first page after signing in: what waits, what is coming, what is mine, what just went out."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import Revision

from dateline.desk import standing
from dateline.desk.models import Story
from dateline.desk.room import addresses

SHOWN = 8


class StoriesPanel(Component):  # type: ignore[misc]
    """A short list of stories under a heading."""

    template_name = "desk/dashboard_panel.html"
    order = 250
    heading = ""
    empty = ""
    more = ""
    states = False
    """Whether the stories of this list are in more than one state."""

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        stories = list(self.stories(request.user)[:SHOWN])
        if self.states:
            standing.note(stories)
        return {
            "states": self.states,
            "heading": self.heading,
            "empty": self.empty,
            "stories": [(story, self.moment(story)) for story in stories],
            "more_url": addresses.story("list") + self.more,
            "id": type(self).__name__.lower(),
            "request": request,
        }

    def stories(self, user: Any) -> QuerySet[Story]:
        raise NotImplementedError

    def moment(self, story: Story) -> Any:
        """The time that matters in this list."""
        return story.updated_at


def _stories() -> QuerySet[Story]:
    return Story.objects.select_related("section", "latest_revision", "edited_by", "created_by").defer(
        "latest_revision__content", "body", "standfirst", "internal_note"
    )


class ScheduledPanel(StoriesPanel):
    side = "left"
    heading = "Scheduled next"
    empty = "Nothing is scheduled."
    more = "?state=scheduled"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        kind = ContentType.objects.get_for_model(Story)
        coming = Revision.objects.filter(content_type=kind, approved_go_live_at__isnull=False)
        times = coming.order_by("approved_go_live_at").values_list("object_id", "approved_go_live_at")[:SHOWN]
        self.times = {int(code): at for code, at in times}
        return super().get_context_data(parent_context)

    def stories(self, user: Any) -> Any:  # noqa: ARG002
        rows = _stories().in_bulk(self.times)
        return [rows[code] for code in self.times if code in rows]

    def moment(self, story: Story) -> Any:
        return self.times[story.pk]


class MyDraftsPanel(StoriesPanel):
    side = "left"
    heading = "My drafts"
    states = True
    empty = "You have no drafts."
    more = "?state=draft"

    def stories(self, user: Any) -> QuerySet[Story]:
        mine = Q(created_by=user) & (Q(live=False) | Q(has_unpublished_changes=True))
        return _stories().filter(mine).order_by("-updated_at")


class JustOutPanel(StoriesPanel):
    side = "right"
    heading = "Just published"
    empty = "Nothing has been published yet."
    more = "?state=published"

    def stories(self, user: Any) -> QuerySet[Story]:  # noqa: ARG002
        return _stories().filter(live=True).order_by("-first_published_at")

    def moment(self, story: Story) -> Any:
        return story.first_published_at


class ReviewPanel(WorkflowObjectsToModeratePanel):  # type: ignore[misc]
    side = "top"


def panels() -> list[Component]:
    return [ReviewPanel(), ScheduledPanel(), MyDraftsPanel(), JustOutPanel()]
