"""What a check is given: the draft, the rules of its discussion, and what the newsroom remembers.

Values only. Whoever asks for a judgement fills them in; nothing here reads a row, a clock or a file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, Protocol

from dateline.discuss.checks.matching import NO_WORDS, WordList
from dateline.discuss.draft import Draft
from dateline.discuss.rules import Policy


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the learned score says of a text: how likely this newsroom would reject it, from 0 to 1, and why."""

    score: float
    words: tuple[str, ...] = ()
    """Those that weighed most towards rejection, the heaviest first."""


class Scorer(Protocol):
    """A model that has learned enough to be asked."""

    def opinion(self, text: str) -> Opinion: ...


@dataclass(frozen=True, slots=True)
class OutsideAnswer:
    """What the outside checker said; ``away`` if it did not answer in time or not as agreed."""

    verdict: Literal["pass", "hold", "reject", "away"]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What the newsroom remembers and has said, beside the rules of the discussion."""

    words: WordList = NO_WORDS
    staff: frozenset[str] = frozenset()
    """Names of the newsroom's people, as ``names.skeleton`` gives them."""
    note: str = ""
    """What moderators wrote of the person."""
    decided: int = 0
    """How many of the person's latest comments are decided, at most ten."""
    rejected: int = 0
    """How many of those were rejected."""
    same_by_others: int = 0
    """Recent comments of other people that say the same (``repeats.fingerprint``)."""
    scorer: Scorer | None = None
    ask_outside: Callable[[], OutsideAnswer] | None = field(default=None, compare=False)
    """Asks the outside checker, if there is one. Called at most once, and not if the comment is rejected anyway."""
    when_away: Literal["hold", "pass"] = "hold"
    """What becomes of a comment when the outside checker is away."""


@dataclass(frozen=True, slots=True)
class Case:
    draft: Draft
    policy: Policy
    memory: Memory
    opinion: Opinion | None = None
    """The learned score of the text; None: it has not learned enough to be asked."""
