"""The check that asks the learned score, and the one that asks outside."""

from __future__ import annotations

from dateline.discuss.checks.case import Case
from dateline.discuss.checks.finding import Finding


def scores_high(case: Case) -> Finding | None:
    threshold = case.policy.threshold
    if case.opinion is None or threshold is None or case.opinion.score < threshold:
        return None
    words = ", ".join(f"“{one}”" for one in case.opinion.words)
    because = f"; what weighed most: {words}" if words else ""
    return Finding(
        f"like comments that were rejected here: {case.opinion.score:.2f}, held from {threshold:.2f}{because}"
    )


def is_refused_outside(case: Case) -> Finding | None:
    if case.memory.ask_outside is None:
        return None
    answer = case.memory.ask_outside()
    if answer.verdict == "pass":
        return None
    if answer.verdict == "away":
        weight = "hold" if case.memory.when_away == "hold" else "note"
        return Finding(f"the outside checker did not answer ({answer.reason})", weight)
    return Finding(f"the outside checker: {answer.reason or 'no reason given'}", answer.verdict)
