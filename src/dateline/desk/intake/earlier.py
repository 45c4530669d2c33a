"""States that a story had before it came here, as they go to the record before the one that readers see now.

The record says when it learned of them, which is now; when they were out elsewhere is in what brought them. A state is
taken as it was or not at all: one that is not clean, or that is another story's, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.desk import cleaning
from dateline.ledger import record
from dateline.ledger.entry import Entry
from dateline.story import Story, as_dict

_KEY = re.compile(r"[0-9a-f]{2}/[0-9a-f]{22}")
_CLEANERS = {"html": cleaning.inline, "items": cleaning.inline, "url": cleaning.link}


def record_earlier(stories: Mapping[int, Iterable[Story]]) -> None:
    """Record the earlier states of stories that are new here, by code; the oldest of all of them first."""
    waiting = {code: list(_fit(code, states)) for code, states in stories.items()}
    while waiting := {code: states for code, states in waiting.items() if states}:
        _record([(f"story:{code}", as_dict(states.pop(0))) for code, states in waiting.items()])


def _record(changes: list[tuple[str, dict[str, Any]]]) -> list[Entry]:
    return record.record_many(changes)


def _fit(code: int, states: Iterable[Story]) -> Iterator[Story]:
    return (state for state in states if state.code == code and _is_clean(as_dict(state)))


def _is_clean(snapshot: Any, name: str = "") -> bool:
    """Whether every text in it is as it would be if the desk had made it."""
    if isinstance(snapshot, dict):
        return all(_is_clean(value, key) for key, value in snapshot.items())
    if isinstance(snapshot, list):
        return all(_is_clean(value, name) for value in snapshot)
    if not isinstance(snapshot, str):
        return True
    if name == "key":
        return _KEY.fullmatch(snapshot) is not None
    return _CLEANERS.get(name, cleaning.line)(snapshot) == snapshot
