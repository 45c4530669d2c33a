"""The sidebar, in the newsroom's words and order. Pages and documents are for nobody here."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.images.wagtail_hooks import ImagesMenuItem

SHOWN = frozenset({"stories", "fronts", "pictures", "people", "topics", "sources", "reports", "settings"})
REPORTS = frozenset({"desk-log", "desk-scheduled"})
SETTINGS = frozenset({"workflows", "workflow-tasks", "users", "groups", "collections"})


def pictures() -> MenuItem:
    return ImagesMenuItem("Pictures", reverse("wagtailimages:index"), name="pictures", icon_name="image", order=300)


def rename_actions(items: list[Any], *_: Any) -> None:
    """The footer of the form in the newsroom's words."""
    words = {"action-unpublish": "Withdraw…"}
    for item in items:
        item.label = words.get(item.name, item.label)


def keep(names: frozenset[str]) -> Any:
    """A hook that leaves only these items in a menu."""

    def leave_only(_: Any, items: list[MenuItem]) -> None:
        items[:] = [item for item in items if item.name in names]

    return leave_only
