"""Checks of who writes: what a moderator said of the person, how new they are, how their last comments fared."""

from __future__ import annotations

from dateline.discuss.checks.case import Case
from dateline.discuss.checks.finding import Finding
from dateline.discuss.checks.numbers import count, word
from dateline.discuss.checks.repeats import fingerprint

REJECTED_SHARE = 0.5
"""From this share of the latest decided comments on, the next ones are read first."""
DECIDED_LEAST = 4
"""So many must be decided before a share says anything."""

FLOOD = 20
"""Comments of one person in an hour; nobody who reads the answers writes more."""

NETWORK_REJECTED = 10
"""Rejected ones among the last 50 comments of a network."""


def is_held(case: Case) -> Finding | None:
    if case.draft.standing != "held":
        return None
    note = f": “{case.memory.note}”" if case.memory.note else ""
    return Finding(f"a moderator holds this person's comments{note}")


def is_new(case: Case) -> Finding | None:
    first, so_far = case.policy.hold_first, case.draft.approved
    if so_far >= first:
        return None
    return Finding(f"a new person: {count(so_far, 'comment')} published so far; the first {word(first)} are read first")


def is_often_rejected(case: Case) -> Finding | None:
    decided, rejected = case.memory.decided, case.memory.rejected
    if decided < DECIDED_LEAST or rejected < decided * REJECTED_SHARE:
        return None
    return Finding(f"{word(rejected)} of this person's last {word(decided)} comments were rejected")


def floods(case: Case) -> Finding | None:
    if case.draft.lately < FLOOD:
        return None
    return Finding(f"{count(case.draft.lately, 'comment')} by this person within an hour", reason="spam")


def has_bad_neighbours(case: Case) -> Finding | None:
    rejected = case.draft.network_rejected
    if rejected < NETWORK_REJECTED:
        return None
    return Finding(f"{word(rejected)} of the last 50 comments from the same network were rejected")


def is_hasty(case: Case) -> Finding | None:
    seconds, least = case.draft.seconds, case.policy.seconds_least
    if seconds is None or seconds >= least:
        return None
    return Finding(f"sent {seconds:.0f} seconds after the form was opened; a person takes {least} or more")


def repeats_themselves(case: Case) -> Finding | None:
    own = fingerprint(case.draft.text)
    same = sum(fingerprint(text) == own for text in case.draft.recent)
    if not same:
        return None
    return Finding(f"the same text as {count(same, 'earlier comment')} of this person", reason="spam")
