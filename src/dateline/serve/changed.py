"""The stories whose cards were not always what they are now, as far as the pages in use know them.

A page of the archive recommends a handful of stories, and of most of them the card is the one that it was pressed with
at first. For these nothing has to be looked up. Of a story that is here the stamps tell.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dateline.press import changes
from dateline.press.store import Reading

MOST = 1 << 17
"""Stories: 10 MB or so. If there are more, all count as changed."""


class Stories(Protocol):
    """Which stories are meant."""

    def isdisjoint(self, codes: Iterable[int], /) -> bool:
        """Whether none of them is."""


class _All:
    def isdisjoint(self, codes: Iterable[int], /) -> bool:  # noqa: ARG002 - whichever they are
        return False


ALL: Stories = _All()


class Changed:
    """Follows what one store says of changed cards."""

    def __init__(self) -> None:
        self._codes: set[int] = set()
        self._last = b""

    def read(self, reading: Reading) -> Stories:
        """Those of the version that is read, and maybe of later ones."""
        for key, record in reading.items("changed", start=self._last):
            if len(self._codes) > MOST:
                break
            self._last = key
            self._codes.update(changes.codes_of(record))
        return self._codes if len(self._codes) <= MOST else ALL
