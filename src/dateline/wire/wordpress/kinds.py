"""What of WordPress's things is a story, and what its states mean here."""

from __future__ import annotations

from dateline.errors import CopyError
from dateline.wire.record import RemarkState, State

_STATES: dict[str, State] = {
    "publish": "out",
    "future": "scheduled",
    "draft": "draft",
    "auto-draft": "draft",
    "pending": "draft",
    "private": "private",
}
_REMARKS: dict[str, RemarkState] = {
    "1": "out",
    "approved": "out",
    "0": "waiting",
    "hold": "waiting",
    "spam": "spam",
    "trash": "deleted",
    "post-trashed": "deleted",
}
_MACHINERY = {
    "attachment": "a file of the media library; it comes in with the stories that show it",
    "nav_menu_item": "an entry of a menu",
    "revision": "an older version that readers never saw",
    "custom_css": "a style sheet",
    "customize_changeset": "a change of the site's look",
    "oembed_cache": "a cached embed",
    "user_request": "a request about personal data",
    "wp_block": "a reusable part of pages",
    "wp_template": "a template",
    "wp_template_part": "a part of a template",
    "wp_global_styles": "a style sheet",
    "wp_navigation": "a menu",
    "wp_font_family": "a typeface",
    "wp_font_face": "a typeface",
    "wpcf7_contact_form": "a form",
    "wpforms": "a form",
    "feedback": "an answer to a form",
    "acf-field": "a definition of a field",
    "acf-field-group": "a definition of fields",
    "elementor_library": "a template",
}


def state_of(status: str, kind: str, password: str) -> State:
    """What became of a post. Raises CopyError for what is no story, or was thrown away."""
    if kind in _MACHINERY:
        raise CopyError(f"It is no story but {_MACHINERY[kind]}.")
    if status == "trash":
        raise CopyError("It lay in the bin of the old site.")
    if status == "inherit":
        raise CopyError(f"It is no story but a part of something else ({kind or 'unknown'}).")
    state = _STATES.get(status, "draft" if status else "out")
    if password and state == "out":
        return "private"
    return "page" if kind == "page" and state == "out" else state


def remark_state(approved: str) -> RemarkState:
    """The state of a comment; one that cannot be known waits for a person."""
    return _REMARKS.get(approved, "waiting")
