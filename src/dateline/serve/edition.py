"""The pressed pages in use by this worker, and answers made from them.

An answer is kept while the store has had no write since: then it is the page without a single read. After a write the
page is joined again, which reads a handful of fragments and compresses nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from dateline.errors import StoreError
from dateline.press import generation
from dateline.press.store import DAMAGE, Store
from dateline.serve.answer import Answer, make, unavailable
from dateline.serve.view import Memory, View

CACHE_BYTES = 16 << 20
"""Of joined pages that one worker keeps."""


class Edition:
    """Opens the generation in use and follows a switch to the next one."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.clock = clock
        self.store: Store | None = None
        self.path: Path | None = None
        self.trouble = ""
        self._cache: dict[str, tuple[int, Answer]] = {}
        self._cached_bytes = 0
        self._memory = Memory()
        self.refresh()

    def refresh(self) -> None:
        """Open the generation that is in use now, if it is another one than before."""
        path = generation.current(self.folder)
        if path == self.path and self.store is not None:
            return
        self._close()
        self.path = path
        try:
            self.store = Store(path) if path else None
            self.trouble = "" if path else f"There are no pressed pages in {self.folder}."
        except StoreError as error:
            self.trouble = str(error)

    def answer(self, path: str, query: str, host: str) -> Answer:
        """The answer to a GET of a decoded path."""
        if self.store is None:
            return unavailable(self.trouble)
        try:
            with self.store.env.begin() as txn:
                version = txn.id()
                key = f"{path}?{query}" if query else path
                kept = self._cache.get(key)
                if kept is not None and kept[0] == version:
                    return kept[1]
                if version != self._memory.version:
                    self._memory = Memory(version)
                view = View(txn, self.store.databases, self._memory)
                answer, lasting = make(view, path, query, host, self.clock())
        except DAMAGE as error:
            return unavailable(str(self.store.damaged(error)))
        if lasting:
            self._keep(key, version, answer)
        return answer

    def _keep(self, key: str, version: int, answer: Answer) -> None:
        old = self._cache.pop(key, None)
        self._cached_bytes += len(answer.body) - (len(old[1].body) if old else 0)
        self._cache[key] = (version, answer)
        while self._cached_bytes > CACHE_BYTES:
            _, dropped = self._cache.pop(next(iter(self._cache)))
            self._cached_bytes -= len(dropped.body)

    def _close(self) -> None:
        self._cache.clear()
        self._cached_bytes = 0
        self._memory = Memory()
        if self.store is not None:
            self.store.close()
            self.store = None
