"""Who may do what: the roles of the newsroom, as groups with permissions.

The tables here are what a new site starts with (a migration applies them); after that the groups belong to the
site, and an administrator may change them.
"""

from __future__ import annotations

from typing import Literal

Role = Literal["reporter", "editor", "administrator", "moderator"]

GROUPS: dict[Role, str] = {
    "reporter": "Reporters",
    "editor": "Editors",
    "administrator": "Administrators",
    "moderator": "Moderators",
}

_ALL = ("add", "change", "delete", "view")
_ENTER = {("wagtailadmin", "admin"): ("access_admin",)}
_NAMED = [("desk", "person"), ("desk", "topic"), ("desk", "source")]
_MODERATE = {("discuss", "comment"): ("moderate",)}
_EDITOR = (
    _ENTER
    | _MODERATE
    | {("desk", "story"): (*_ALL, "publish", "lock", "unlock"), ("desk", "frontplan"): ("change", "view")}
    | dict.fromkeys(_NAMED, _ALL)
)

PERMISSIONS: dict[Role, dict[tuple[str, str], tuple[str, ...]]] = {
    "reporter": _ENTER | {("desk", "story"): ("add", "change", "view")} | dict.fromkeys(_NAMED, ("add", "view")),
    "editor": _EDITOR,
    "administrator": _EDITOR
    | {
        ("auth", "user"): _ALL,
        ("auth", "group"): _ALL,
        ("wagtailcore", "workflow"): _ALL,
        ("wagtailcore", "task"): _ALL,
        ("wagtailcore", "collection"): _ALL,
    },
    # Reads and decides comments; neither writes nor sees stories that are not out.
    "moderator": _ENTER | _MODERATE,
}
"""By (app, model): the actions allowed."""

PICTURES: dict[Role, tuple[str, ...]] = {
    "reporter": ("add_image", "choose_image"),
    "editor": ("add_image", "change_image", "choose_image", "delete_image"),
    "administrator": ("add_image", "change_image", "choose_image", "delete_image"),
    "moderator": (),
}
"""In all collections. Who may add a picture may change and delete their own."""

REVIEWERS: tuple[Role, ...] = ("editor", "administrator")
"""Whose approval ends a review; all of them may publish, for otherwise their approval would publish nothing."""


def codename(action: str, model: str) -> str:
    return action if action in ("access_admin", "moderate") else f"{action}_{model}"
