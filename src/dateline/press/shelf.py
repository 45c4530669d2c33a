"""The pages in use, open for reading once in a process.

LMDB forbids opening an environment twice in one process, and the threads of the newsroom all want to read: they get
the same open store from here, and the next one when everything was pressed again.
"""

from __future__ import annotations

import threading
from functools import cache
from pathlib import Path

from dateline.press import generation
from dateline.press.store import Store


class Shelf:
    """Use ``of``; two shelves of one folder would open one environment twice."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        # A store that is no longer in use stays open for the thread that may still read it, until the one after.
        self._open: list[Store] = []

    def store(self) -> Store:
        """The store of the generation in use; raises DamagedStore if there is none or it cannot be read."""
        path = generation.in_use(self.folder)
        with self._lock:
            if not self._open or self._open[-1].path != path:
                self._open.append(Store(path))
            while len(self._open) > 2:
                self._open.pop(0).close()
            return self._open[-1]


@cache
def of(folder: Path) -> Shelf:
    """The one shelf of a folder in this process."""
    return Shelf(folder)
