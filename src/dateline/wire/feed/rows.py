"""What feedparser found in an entry, read without its own ways to be helpful."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def said(row: Any, key: str) -> str:
    """A text that a row has under a name; ``""`` if there is none."""
    # Not by its own way to get: that puts other names' values in the place of those that are missing.
    value = dict.get(row, key) if isinstance(row, dict) else None
    return value if isinstance(value, str) else ""


def listed(row: Any, *keys: str) -> Iterator[Any]:
    """The rows of some lists of a row, in order."""
    for key in keys:
        yield from (one for one in dict.get(row, key) or () if isinstance(one, dict))


def enclosed(entry: Any) -> Iterator[Any]:
    """The files that go with an entry, or that stand elsewhere and are its content."""
    yield from (one for one in listed(entry, "links") if one.get("rel") == "enclosure")
    yield from ({"href": said(one, "src"), "type": said(one, "type")} for one in listed(entry, "content"))
