"""Copy that tells no story, with what it tells all the same: the report names it by that, a person can look for it."""

from __future__ import annotations

from dateline.errors import CopyError
from dateline.wire.record import Record


class NoStory(CopyError):
    """Raised instead of a plain CopyError where something of the story was read.

    ``found`` is never offered to the desk: its headline or its body is empty, or it is none.
    """

    def __init__(self, what: str, found: Record) -> None:
        super().__init__(what)
        self.found = found
