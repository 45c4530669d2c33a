"""The judgement: the checks are asked in their order, and what they found is what becomes of the comment.

Pure but for the outside checker, which is asked through a function that the memory brings along.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline.discuss.checks.case import Case, Memory
from dateline.discuss.checks.finding import Finding
from dateline.discuss.checks.order import CHECKS, Check
from dateline.discuss.draft import Draft, Outcome, Verdict
from dateline.discuss.rules import Policy


def judge(draft: Draft, policy: Policy, memory: Memory) -> Verdict:
    """What becomes of a draft, with every finding that speaks of it and its learned score."""
    opinion = memory.scorer.opinion(draft.text) if memory.scorer else None
    score = opinion.score if opinion else None
    if draft.badge:
        return Verdict("approved", (), score)
    case = Case(draft, policy, memory, opinion)
    findings: list[dict[str, Any]] = []
    state: Outcome = "approved"
    for check, finding in _found(case):
        findings.append(data(check, finding))
        if finding.weight == "reject":
            state = "rejected"
            break
        if finding.weight == "hold":
            state = "held"
    if state == "approved" and policy.moderation == "before" and draft.standing != "trusted":
        state = "pending"
    return Verdict(state, tuple(findings), score)


def _found(case: Case) -> Iterator[tuple[Check, Finding]]:
    trusted = case.draft.standing == "trusted"
    for check in CHECKS:
        if trusted and not check.of_trusted:
            continue
        found = check.ask(case)
        if isinstance(found, Finding):
            yield check, found
        elif found:
            for one in found:
                yield check, one


def data(check: Check, finding: Finding) -> dict[str, Any]:
    """A finding as a comment's row keeps it."""
    said = {"check": check.name, "says": finding.says, "weight": finding.weight}
    return {**said, "reason": finding.reason} if finding.reason else said
