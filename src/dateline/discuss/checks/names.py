"""Checks of the name that somebody writes under."""

from __future__ import annotations

import re

from dateline.discuss.checks.case import Case
from dateline.discuss.checks.finding import Finding
from dateline.discuss.checks.folding import alphabet, unmask
from dateline.discuss.checks.manner import links_in

SHORTEST = 5
"""Letters of a name that can be taken for somebody's; shorter ones are everybody's first name."""


def skeleton(name: str) -> str:
    """What a name looks like at a glance: no case, no spaces, no marks, look-alikes alike."""
    return unmask(re.sub(r"[\W_]", "", alphabet("en").fold(name)))


def looks_like_staff(case: Case) -> Finding | None:
    """The name of somebody of the newsroom, or theirs with something added, by somebody who is not of it."""
    shown = skeleton(case.draft.name)
    found = next((one for one in case.memory.staff if len(one) >= SHORTEST and one in shown), None)
    if found is None:
        return None
    return Finding(f"the name “{case.draft.name}” looks like that of somebody of the newsroom", reason="impersonation")


def has_link(case: Case) -> Finding | None:
    if not links_in(case.draft.name):
        return None
    return Finding("a link in the name", reason="spam")


def has_listed_word(case: Case) -> Finding | None:
    hits = case.memory.words.find(case.draft.name)
    if not hits:
        return None
    return Finding(f"the name has “{hits[0].written}”, which is on the list", hits[0].weight, "insult")
