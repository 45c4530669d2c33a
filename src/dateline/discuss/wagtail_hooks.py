"""What Wagtail is told about the moderation desk. Only registrations; what they do is elsewhere."""

from __future__ import annotations

from typing import Any

from django.urls import include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.staticfiles import versioned_static

from dateline.discuss.desk import panels


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("comments/", include("dateline.discuss.desk.urls"))]


@hooks.register("register_admin_menu_item")
def register_comments() -> MenuItem:
    return panels.CommentsMenuItem(
        "Comments", reverse("discuss_desk:first"), name="comments", icon_name="comment", order=250
    )


@hooks.register("register_admin_search_area")
def search_comments() -> SearchArea:
    """For who may see stories these come first; for a moderator, comments are all there is."""
    return panels.CommentsSearchArea(
        "Comments", reverse("discuss_desk:queue", args=["all"]), name="comments", icon_name="comment", order=10
    )


# After the desk's own, which say what else is on the first page and in the menu.
@hooks.register("construct_homepage_panels", order=100)
def add_panel(request: Any, shown: list[Any]) -> None:
    shown[:] = panels.with_comments(request.user, shown)


hooks.register("register_snippet_listing_buttons", panels.button_of_story)
hooks.register("register_snippet_action_menu_item", panels.action_of_story)


@hooks.register("insert_global_admin_css")
def dress() -> str:
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("discuss/moderating.css"))


@hooks.register("register_log_actions")
def name_actions(actions: Any) -> None:
    actions.register_action("discuss.highlight", "Highlight a comment", "Put a comment first")
    actions.register_action("discuss.plain", "No longer highlight", "Put a comment back in its place")
