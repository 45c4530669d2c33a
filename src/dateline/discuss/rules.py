"""The rules of discussions: what site, section and story say, resolved, and how a thread stands by them. Pure.

The narrower scope wins, field by field: the story before its section before the site before the house's own defaults.
What an editor chose at the story itself (``Story.comments``) can only close more, never less: the field is ``open``
unless somebody chose otherwise. A thread closes so many days after its story was published; a story's own rule of 0
days keeps its thread open for good.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from dateline import thread
from dateline.story import CommentPolicy, moment

SITE = "site"

_STRICTNESS: dict[str, int] = {"open": 0, "closed": 1, "off": 2}


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules that hold for one story, every one of them said."""

    comments: CommentPolicy = "open"
    moderation: Literal["before", "after"] = "after"
    close_after_days: int = 14
    """0: never."""
    hold_first: int = 3
    """So many comments of a new reader are read before they are shown; 0: none."""
    links_held: int = 2
    """A comment with so many links is held; 0: links hold nothing."""
    seconds_least: int = 3
    """A form that was sent sooner than this after it was opened was not filled in by a person; 0: not asked."""
    threshold: float | None = None
    """A learned score from this on holds a comment; None: the score holds nothing."""
    longest: int = 5000
    """Characters of the longest comment."""
    reports_hold: int = 3
    """Reports by so many readers hold a comment that was shown; 0: reports hold nothing."""
    proof_bits: int = 0
    """Bits of work that the form of somebody without an account has to show; 0: none."""


NAMES = tuple(field.name for field in fields(Policy))

Rule = Mapping[str, Any]
"""What one scope says: some of the names of a Policy; None: nothing said."""


def section_scope(slug: str) -> str:
    return f"section:{slug}"


def story_scope(code: int) -> str:
    return f"story:{code}"


def resolve(site: Rule | None, section: Rule | None = None, story: Rule | None = None) -> Policy:
    """The policy that three scopes make together; None is a scope that says nothing."""
    said: dict[str, Any] = {}
    for rule in (site, section, story):
        said.update({name: rule[name] for name in NAMES if rule.get(name) is not None} if rule else {})
    return replace(Policy(), **said)


def closing_time(policy: Policy, published: datetime | None) -> datetime | None:
    """When a thread closes by itself, in whole seconds as readers are told; None for never."""
    if not policy.close_after_days or published is None:
        return None
    return published.replace(microsecond=0) + timedelta(days=policy.close_after_days)


def standing(
    policy: Policy, code: int, comments: CommentPolicy, published: datetime | None, now: datetime
) -> thread.Thread:
    """How the thread of a story that is out stands now; ``comments`` is what its editor chose."""
    chosen: CommentPolicy = max(policy.comments, comments, key=_STRICTNESS.__getitem__)
    closes = closing_time(policy, published)
    if chosen != "open" or (closes is not None and closes <= now):
        return thread.Thread(story=code, standing="closed" if chosen == "open" else chosen)
    held = policy.moderation == "before"
    return thread.Thread(story=code, closes=moment(closes), held=held, longest=policy.longest)
