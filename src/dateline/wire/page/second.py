"""A second opinion on the body, by trafilatura: it sees with other eyes, and where two agree the body is surer."""

from __future__ import annotations

from copy import deepcopy

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from dateline.wire.page.outline import Outline

MOST_BOXES = 6_000
"""Its rules look at each element many times over; a page with three times the boxes of a long one goes without."""


def opinion(root: HtmlElement, outline: Outline) -> str:
    """The text that trafilatura takes for the body, or ``""`` if it has none to offer."""
    if len(outline.boxes) > MOST_BOXES:
        return ""
    try:
        found = bare_extraction(deepcopy(root), fast=True, include_comments=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - whatever it stumbles over, there is a first opinion
        return ""
    return (found.text or "") if found is not None and not isinstance(found, dict) else ""
