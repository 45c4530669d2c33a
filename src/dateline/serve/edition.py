"""The pressed pages in use by this worker, and answers made from them.

An answer is kept while the store has had no write since: then it is the page without a single read. After a write the
page is joined again, which reads a handful of fragments and compresses nothing.

Damage that is met is said in the log and to the follower, once for each generation, and is waited out: what can be read
goes on being served.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from dateline.errors import StoreError
from dateline.press import generation, repair
from dateline.press.store import DAMAGE, Reading, Store
from dateline.serve import ready
from dateline.serve.answer import Answer, make, status, unavailable
from dateline.serve.changed import Changed
from dateline.serve.kept import Kept
from dateline.serve.view import Memory, View

CACHE_BYTES = 16 << 20
"""Of joined pages that one worker keeps."""

log = logging.getLogger("dateline.serve")


class Edition:
    """Opens the generation in use below ``folder`` and follows a switch to the next one. Threads take turns."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.folder = folder
        self.clock = clock
        self.store: Store | None = None
        self.path: Path | None = None
        self._lamented: tuple[Path | None, str] | None = None
        self._asked_for: Path | None = None
        self.kept = Kept(CACHE_BYTES)
        self._view: View | None = None
        self._changed = Changed()
        self._using = threading.Lock()
        self.refresh()

    def refresh(self) -> None:
        """Open the generation that is in use now, if it is another one than before."""
        with self._using:
            self._refresh()

    def _refresh(self) -> None:
        path = generation.current(self.folder)
        if self.store is not None and path in (self.path, None):
            return  # pages whose folder was taken away can still be read, and are better than none
        self._close()
        self.path = path
        if path is None:
            self._lament(f"There are no pressed pages in {self.folder}.")
            return
        try:
            self.store = Store(path)
            self._lamented = None
        except StoreError as error:
            self._lament(str(error))
            self._ask_for_repair(str(error))

    def answer(self, path: str, query: str, host: str) -> Answer:
        """The answer to a GET of a decoded path."""
        with self._using:
            return self._answer(path, query, host)

    def _answer(self, path: str, query: str, host: str) -> Answer:
        if self.store is None:
            return unavailable()
        # Nothing else in a query changes a page, and whoever makes queries up shall not fill the memory with them.
        key = f"{path}?{query}" if query and ("before=" in query or "sort=" in query) else path
        try:
            with self.store.env.begin() as txn:
                version = txn.id()
                kept = self.kept.get(key, version)
                if kept is not None:
                    return kept
                view = self._view
                if view is None or view.memory.version != version:
                    changed = self._changed.read(Reading(txn, self.store.databases))
                    view = self._view = View(txn, self.store.databases, Memory(version, changed))
                view.txn = txn
                answer, lasting = ready.answer(view, path), True
                if answer is None:
                    answer, lasting = make(view, path, query, host, self.clock())
        except DAMAGE as error:
            damage = str(self.store.damaged(error))
            self._lament(damage)
            self._ask_for_repair(damage)
            return unavailable()
        if lasting and answer.status == 200:
            self.kept.put(key, version, answer)
        return answer

    def busy(self) -> Answer:
        """The page that asks a reader to come again in a moment."""
        return self.refusal(503)

    def refusal(self, code: int) -> Answer:
        """The page that says why a request was not taken: too much at once (503), too large, too slow, no answer."""
        with self._using:
            return self._refusal(code)

    def _refusal(self, code: int) -> Answer:
        if self.store is None:
            return unavailable()
        key = f"\0{code}"  # no path begins so
        with self.store.env.begin() as txn:
            version = txn.id()
            kept = self.kept.get(key, version)
            if kept is not None:
                return kept
            page = status(View(txn, self.store.databases, Memory()), code)
        if code == 503:
            page = page._replace(headers=[*page.headers, ("retry-after", "2")])
        self.kept.put(key, version, page)
        return page

    @property
    def position(self) -> int | None:
        """How far the pages have followed the ledger; None if there are none."""
        with self._using:
            if self.store is None:
                return None
            with self.store.read() as reading:
                return reading.position

    def _lament(self, trouble: str) -> None:
        """Say what is wrong with this generation once, not at every request."""
        if self._lamented != (self.path, trouble):
            self._lamented = (self.path, trouble)
            log.error("%s", trouble)

    def _ask_for_repair(self, damage: str) -> None:
        if self._asked_for != self.path:
            self._asked_for = self.path
            repair.ask(self.folder.parent / "run", damage)

    def _close(self) -> None:
        self.kept.clear()
        self._view = None
        self._changed = Changed()
        if self.store is not None:
            self.store.close()
            self.store = None
