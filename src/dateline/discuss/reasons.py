"""Why a comment is rejected: the presets that moderators choose from, and what its writer is told for each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.press.words import label


@dataclass(frozen=True, slots=True)
class Reason:
    name: str
    label: str
    """For moderators."""
    rule: str
    """For the writer: the rule that it is against."""
    ground: Literal["terms", "law"] = "terms"


PRESETS = (
    Reason("insult", "Insults somebody", label("Comments do not insult people.")),
    Reason("spam", "Advertising or spam", label("Comments do not advertise, and are not posted again and again.")),
    Reason("off-topic", "Not about the story", label("Comments are about the story they stand under.")),
    Reason("hate", "Hatred or threats", label("Comments do not threaten, and do not call for hatred of a group.")),
    Reason("false", "False or misleading", label("Comments do not state as fact what is known to be false.")),
    Reason("private", "Tells what is private", label("Comments do not publish other people's private matters.")),
    Reason("impersonation", "Poses as somebody else", label("Comments are not written under another's name.")),
    Reason("illegal", "Against the law", label("Comments with content that is against the law are removed."), "law"),
    Reason("other", "Something else", label("Comments follow the rules of the discussion.")),
)
BY_NAME = {one.name: one for one in PRESETS}


def suggested(findings: list[dict[str, str]]) -> str:
    """The preset that fits what the checks found; ``other`` if none does, for its writer is told the reason."""
    return next((one["reason"] for one in findings if one.get("reason") in BY_NAME), "other")


def label_of(name: str) -> str:
    """A reason for moderators; one that is no preset as it is."""
    return BY_NAME[name].label if name in BY_NAME else name
