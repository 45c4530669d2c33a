"""The sidebar, in the newsroom's words and order. Pages and documents are for nobody here."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.images.wagtail_hooks import ImagesMenuItem
from wagtail.snippets.action_menu import SubmitForModerationMenuItem

SHOWN = frozenset(
    {"stories", "fronts", "comments", "incoming", "pictures", "people", "topics", "sources", "reports", "settings"}
)
REPORTS = frozenset({"desk-log", "desk-scheduled"})
SETTINGS = frozenset({"workflows", "workflow-tasks", "users", "groups", "collections"})


def pictures() -> MenuItem:
    return ImagesMenuItem("Pictures", reverse("wagtailimages:index"), name="pictures", icon_name="image", order=300)


ACTIONS = {
    "action-unpublish": "Withdraw…",
    "action-cancel-workflow": "Take out of review",
    "action-restart-workflow": "Send to review again",
    "action-submit": "Submit for review",
    "reject": "Send back…",
}


class StoriesSearchArea(SearchArea):  # type: ignore[misc]
    """For those who may see stories."""

    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm("desk.view_story"))


class SubmitMenuItem(SubmitForModerationMenuItem):  # type: ignore[misc]
    """Wagtail's would say "Submit to" and the name of a workflow."""

    label = ACTIONS["action-submit"]

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {**super().get_context_data(parent_context), "label": self.label}


def rename_actions(items: list[Any], *_: Any) -> None:
    """The footer of the form in the newsroom's words."""
    items[:] = [SubmitMenuItem(order=item.order) if item.name == "action-submit" else item for item in items]
    for item in items:
        item.label = ACTIONS.get(item.name, item.label)
        if item.name == "approve":
            item.label = "Approve with a comment…" if item.launch_modal else "Approve and publish"


def keep(names: frozenset[str]) -> Any:
    """A hook that leaves only these items in a menu."""

    def leave_only(_: Any, items: list[MenuItem]) -> None:
        items[:] = [item for item in items if item.name in names]

    return leave_only
