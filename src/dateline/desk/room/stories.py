"""The stories at the desk, put together: list, form, actions, choosers."""

from __future__ import annotations

from typing import Any

from django.urls import path
from wagtail.snippets.views import snippets

from dateline.desk.models import Story
from dateline.desk.room import notices
from dateline.desk.room.listing import StoryFilters, StoryIndexView
from dateline.desk.room.story_choosers import StoryChooserViewSet
from dateline.desk.room.story_panels import EDIT_HANDLER
from dateline.desk.room.story_views import DeleteStoryView, EditStoryView, NewStoryView, ReviewView, StoryHistoryView


class StoryViewSet(snippets.SnippetViewSet):  # type: ignore[misc]
    model = Story
    icon = "doc-full"
    menu_label = "Stories"
    menu_order = 100
    add_to_admin_menu = True
    list_per_page = 25
    filterset_class = StoryFilters
    index_view_class = StoryIndexView
    add_view_class = NewStoryView
    copy_view_enabled = False
    edit_view_class = EditStoryView
    history_view_class = StoryHistoryView
    delete_view_class = DeleteStoryView
    workflow_action_view_class = ReviewView
    chooser_viewset_class = StoryChooserViewSet
    edit_handler = EDIT_HANDLER
    create_template_name = "desk/story_new.html"
    edit_template_name = "desk/story_edit.html"

    @property
    def unpublish_view(self) -> Any:
        """Taking a story down takes words of explanation."""
        return notices.withdraw_view

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("retract/<int:pk>/", notices.retract_view, name="retract")]
