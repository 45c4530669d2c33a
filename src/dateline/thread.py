"""What readers may see of a discussion: frozen values, the contract between ``discuss`` and everything that shows it.

A thread belongs to a story by its code. Its standing is one subject of the ledger, ``thread:<code>``; every comment is
another, ``comment:<number>``, for a snapshot of the whole thread would grow with it. The rules of ``story`` hold:
nothing internal is in here, so who wrote it by account or address, what was held and why, is not.

A text is what its writer typed, cleaned of control characters: plain text, paragraphs parted by empty lines, escaped
by whoever shows it. Addresses in it become links, marked ``nofollow ugc``, only when it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.story import CommentPolicy, Moment

THREAD = "thread:"
COMMENT = "comment:"

UNKNOWN = Moment("")

Badge = Literal["", "author", "staff"]
"""Whose words these are: one of the story's authors, somebody else of the newsroom, or neither."""

Absence = Literal["", "deleted", "removed", "erased"]
"""Why the words are not there: their writer took them back, a moderator did, or the person was erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment. One that is absent has neither name nor text; it stands only while something answers it."""

    number: int
    """Permanent, larger than that of every comment written before."""
    story: int
    at: Moment
    parent: int = 0
    """The comment that it answers; 0: it answers the story."""
    root: int = 0
    """The comment at the beginning of its branch; 0: it is that."""
    name: str = ""
    text: str = ""
    badge: Badge = ""
    edited: Moment = UNKNOWN
    highlighted: bool = False
    """Chosen by an editor to stand first; a root, or shown apart from its branch."""
    absent: Absence = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """How a discussion stands: whether readers can add to it, until when, and whether somebody reads it first."""

    story: int
    standing: CommentPolicy = "open"
    closes: Moment = UNKNOWN
    """When it closes by itself, empty: never."""
    held: bool = False
    """Comments are shown after a moderator has read them, not before."""
    longest: int = 5000
    """Characters of the longest comment."""
