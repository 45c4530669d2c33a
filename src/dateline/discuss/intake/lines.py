"""Old comments as lines of JSON, the form to bring any other system's into.

One object a line: ``story`` (our code or the archive's id of it) or ``url`` (where it stood), ``id``, ``parent``,
``author``, ``email``, ``when`` (ISO 8601 with zone), ``state`` (approved, pending, rejected, deleted) and ``text``
(plain, paragraphs parted by empty lines) or ``html``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from dateline.discuss.intake import story
from dateline.discuss.intake.markup import text_of
from dateline.discuss.intake.remark import Remark, State

LONGEST_LINE = 1 << 20
"""Characters of the longest line that is read."""


def read(path: Path) -> Iterator[Remark | str]:
    """The comments of a file; a text is the reason why a line is none."""
    find = lru_cache(10_000)(story.find)
    with path.open(encoding="utf-8", errors="replace") as file:
        while line := file.readline(LONGEST_LINE):
            if line.strip():
                yield _remark(line, find)


def _remark(line: str, find: Any) -> Remark | str:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return "A line is no JSON."
    if not isinstance(data, dict):
        return "A line is no object."
    code = find(_said(data, "url"), _said(data, "story"))
    if not code:
        return "Its story is not here."
    state = _said(data, "state") or "approved"
    if state not in get_args(State):
        return f"Its state {state[:20]!r} is none of {', '.join(get_args(State))}."
    if not _said(data, "id"):
        return "It has no id."
    when = _time(_said(data, "when"))
    if _said(data, "when") and when is None:
        return "Its time is not ISO 8601."
    return Remark(
        id=_said(data, "id"),
        story=code,
        parent=_said(data, "parent"),
        author=_said(data, "author"),
        email=_said(data, "email"),
        when=when,
        state=state,  # type: ignore[arg-type]
        text=_said(data, "text") or text_of(_said(data, "html")),
    )


def _said(data: dict[str, Any], name: str) -> str:
    value = data.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
