"""A comment that is about to be judged, and the judgement. Values between the doors and ``checks``; no rows in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

Outcome = Literal["approved", "pending", "held", "rejected"]

Finding = dict[str, Any]
"""What one check says, as JSON: ``check`` (its name), ``says`` (a sentence for moderators) and what explains it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text and all that a check may know of where it comes from; ``text`` and ``name`` are cleaned already."""

    text: str
    name: str
    story: int
    at: datetime
    parent: int = 0
    """The comment that it answers; 0: the story."""
    reader: int = 0
    """The number of the reader; 0: nobody known yet."""
    standing: str = "normal"
    """The reader's: normal, trusted, held. Who is banned does not get so far."""
    approved: int = 0
    rejected: int = 0
    """How many comments of the reader were approved and rejected so far."""
    badge: str = ""
    seconds: float | None = None
    """How long the form was open; None: not known."""
    recent: Sequence[str] = ()
    """The reader's last texts, newest first, at most 20, whatever became of them."""
    lately: int = 0
    """How many comments the reader wrote within the last hour."""
    fates: Sequence[str] = ()
    """What became of those of the reader's last comments that are decided: ``approved`` or ``rejected``, at most 10."""
    network: str = ""
    network_rejected: int = 0
    """How many of the last 50 comments from the same network were rejected."""
    edits: int = 0
    """The number of the comment, if it is the new text of one that is there already."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What becomes of a draft, why, and its learned score if one was asked for."""

    state: Outcome
    findings: tuple[Finding, ...] = ()
    score: float | None = None
