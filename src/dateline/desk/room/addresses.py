"""Where the pages of the desk are."""

from __future__ import annotations

from django.urls import reverse


def story(action: str, *code: int) -> str:
    """A page about a story, such as ``edit`` or ``history``; or, without a code, ``list`` and ``add``."""
    return reverse(f"wagtailsnippets_desk_story:{action}", args=code)


def named(kind: str, action: str, *number: int) -> str:
    """A page about a person, a topic or a source."""
    return reverse(f"wagtailsnippets_desk_{kind}:{action}", args=number)
