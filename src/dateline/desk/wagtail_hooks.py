"""What Wagtail is told about the desk when it starts. Only registrations; what they do is elsewhere."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField
from django.urls import path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.compare import register_comparison_class
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.viewsets.base import ViewSet
from wagtail.snippets.models import register_snippet

from dateline.desk import accounts
from dateline.desk.models import Story
from dateline.desk.publishing import PublishStory, UnpublishStory
from dateline.desk.room import addresses, arrangement, bulk, comparing, dashboard, links, menu, named, reports
from dateline.desk.room.fronts import FrontViewSet
from dateline.desk.room.stories import StoryViewSet

for viewset in (StoryViewSet, named.PersonViewSet, named.TopicViewSet, named.SourceViewSet):
    register_snippet(viewset)

for action in (bulk.PublishStories, bulk.WithdrawStories, bulk.DeleteStories):
    # After Wagtail's own: the last one registered for an action is the one that is used.
    hooks.register("register_bulk_action", action, order=100)


hooks.register("register_rich_text_features", links.offer_addresses, order=100)


register_comparison_class(DateTimeField, comparison_class=comparing.TimeComparison)


@hooks.register("register_admin_viewset")
def register_fronts() -> ViewSet:
    return FrontViewSet()


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [
        path("fronts/<int:number>/filled/", arrangement.filled, name="desk_front_filled"),
        path("fronts/<int:number>/preview/", arrangement.previewed, name="desk_front_previewed"),
        path("fronts/<int:number>/found/", arrangement.found, name="desk_front_found"),
        path("fronts/planned/<int:number>/cancel/", arrangement.cancelled, name="desk_front_cancelled"),
        path("refresh/<slug:kind>/<int:pk>/", named.refresh, name="desk_refresh"),
        path("log/", reports.LogView.as_view(), name="desk_log"),
        path("log/results/", reports.LogView.as_view(results_only=True), name="desk_log_results"),
        path("scheduled/", reports.ScheduleView.as_view(), name="desk_schedule"),
        path("scheduled/results/", reports.ScheduleView.as_view(results_only=True), name="desk_schedule_results"),
    ]


@hooks.register("after_create_user")
def sign_stories_of(request: Any, user: Any) -> None:
    """An account made at the desk has a byline, as one made by the command line has."""
    person = accounts.give_byline(user)
    messages.info(request, f"Stories of this account begin with the byline {person.name}.")


@hooks.register("register_actions")
def publish_in_one_transaction(registry: Any) -> None:
    registry.register(Story, PublishStory)
    registry.register(Story, UnpublishStory)


@hooks.register("register_admin_menu_item")
def register_pictures() -> MenuItem:
    return menu.pictures()


hooks.register("register_reports_menu_item", reports.log_item)
hooks.register("register_reports_menu_item", reports.schedule_item)


@hooks.register("register_admin_search_area")
def search_stories() -> SearchArea:
    """First among the areas, and so what the sidebar's search box looks through."""
    return menu.StoriesSearchArea("Stories", addresses.story("list"), name="stories", icon_name="doc-full", order=-1)


hooks.register("construct_main_menu", menu.keep(menu.SHOWN))
hooks.register("construct_snippet_action_menu", menu.rename_actions)
hooks.register("construct_settings_menu", menu.keep(menu.SETTINGS))
hooks.register("construct_reports_menu", menu.keep(menu.REPORTS))


@hooks.register("construct_homepage_panels")
def fill_dashboard(_: Any, panels: list[Any]) -> None:
    panels[:] = dashboard.panels()


@hooks.register("construct_homepage_summary_items")
def no_counts(_: Any, items: list[Any]) -> None:
    """How many pages and documents there are is of no use to anybody here."""
    items.clear()


@hooks.register("insert_global_admin_css")
def dress() -> str:
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("desk/desk.css"))


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    actions.register_action("desk.own_story", "Own story", "Published a story of their own, without a review")
    actions.register_action("desk.withdraw", "Withdraw", "Withdrew the story")
    actions.register_action("desk.retract", "Retract", "Retracted the story")
    actions.register_action("desk.arrange", "Arrange", "Arranged the front")
    actions.register_action("desk.plan_front", "Plan front", "Planned a change of the front")
    actions.register_action("desk.cancel_front", "Cancel planned front", "Took back a planned change of the front")
    actions.register_action("desk.arrange_planned", "Arrange as planned", "The front changed as it was planned")
    actions.register_action("desk.take_off", "Take off", "The story's time on the front was over")
