"""Why a comment is rejected: the presets that moderators choose from, and what its writer is told for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Reason:
    name: str
    label: str
    """For moderators."""
    rule: str
    """For the writer: the rule that it is against."""
    ground: Literal["terms", "law"] = "terms"


PRESETS = (
    Reason("insult", "Insults somebody", "Comments do not insult people."),
    Reason("spam", "Advertising or spam", "Comments do not advertise, and are not posted again and again."),
    Reason("off-topic", "Not about the story", "Comments are about the story they stand under."),
    Reason("hate", "Hatred or threats", "Comments do not threaten, and do not call for hatred of a group of people."),
    Reason("false", "False or misleading", "Comments do not state as fact what is known to be false."),
    Reason("private", "Tells what is private", "Comments do not publish other people's private matters."),
    Reason("impersonation", "Poses as somebody else", "Comments are written under a name that is not another's."),
    Reason("illegal", "Against the law", "Comments with content that is against the law are removed.", "law"),
    Reason("other", "Something else", "Comments follow the rules of the discussion."),
)
BY_NAME = {one.name: one for one in PRESETS}


def suggested(findings: list[dict[str, str]]) -> str:
    """The preset that fits what the checks found; ``other`` if none does, for its writer is told the reason."""
    return next((one["reason"] for one in findings if one.get("reason") in BY_NAME), "other")


def label(name: str) -> str:
    """A reason for moderators; one that is no preset as it is."""
    return BY_NAME[name].label if name in BY_NAME else name
