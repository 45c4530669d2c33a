"""The search index in use, for processes that read it: opened when it is first asked, and again after a rebuild."""

from __future__ import annotations

import threading
from pathlib import Path

from dateline.press import generation
from dateline.search.index import SearchIndex


class IndexInUse:
    """Any number of threads may ask."""

    def __init__(self, searched: Path) -> None:
        self.searched = searched
        self._lock = threading.Lock()
        self._index: SearchIndex | None = None

    def __call__(self) -> SearchIndex:
        """The index in use, with all that was committed to it; raises StoreError if there is none to read."""
        path = generation.in_use(self.searched)
        with self._lock:
            if self._index is None or self._index.path != path:
                self._index = SearchIndex(path)
            self._index.refresh()
            return self._index
