"""Following the ledger: first into the search index, for press asks it for related stories, then into pressed pages.

Each of the two saves its position in the commit that holds its effect, and passes over what it has. So a follower that
was killed at any instant goes on where each of them stood, and nothing is lost or done twice.

The index knows nothing of comments, and a commit of it takes ten times what pressing a comment does. So where there is
nothing for it in a batch, readers have the pages, and it is told how far the ledger is once for all that came within
some seconds. A follower that ends before that leaves it to the next one, which passes over what is pressed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from dateline.errors import DamagedStore
from dateline.ledger import checkpoint, read
from dateline.ledger.entry import State
from dateline.ledger.note import Signer
from dateline.press import generation
from dateline.press.apply import TALK, Press
from dateline.press.store import Store
from dateline.search.index import SearchIndex

BATCH = 100
"""Entries that are followed in one go: so that a reader waits little for the first when many come at once."""

TOLD_WITHIN = 15.0
"""Seconds in which the index is told of entries that it has no need of."""


class Follower:
    """Follows into the generations in use below ``pressed`` and ``searched``; the only writer of both.

    Raises StaleStore if they were made by other templates or another masthead, unless ``stale`` allows it;
    DamagedStore if they are missing or broken.
    """

    def __init__(
        self,
        pressed: Path,
        searched: Path,
        signer: Signer,
        *,
        stale: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.signer = signer
        self.clock = clock
        self.folders = pressed, searched
        self.index = SearchIndex(generation.in_use(searched), writer=True)
        self.store = Store(generation.in_use(pressed), writer=True)
        self.seen = self.index.position
        """The last entry that the index has no need of, or has."""
        self.untold: float | None = None
        """Since when there are entries that the index was not told of; None: there are none."""
        self.rests = False
        """Whether what comes next can wait a moment: the last batch was comments, and all that there were."""
        self.press = Press(self.store, self.index.related, read.history, copies=self.index.copies, stale=stale)
        if self.press.room is None:
            # A file that was emptied opens as a new one; following into it would show readers half a site for long.
            raise DamagedStore(f"The pressed pages in {self.store.path} are empty.")

    def step(self, limit: int = BATCH) -> int:
        """Follow at most ``limit`` entries; how many there were."""
        states = read.after(min(self.press.position, self.seen), limit)
        self.rests = False
        if states:
            self.rests = self._follow(states) and len(states) < limit
        if self.untold is not None and self.clock() - self.untold >= TOLD_WITHIN:
            self.index.commit(self.seen)
            self.untold = None
        return len(states)

    def _follow(self, states: Sequence[State]) -> bool:
        """Follow a batch; whether there are only comments in it."""
        last = states[-1].entry.seq
        is_talk = all(state.entry.subject.startswith(TALK) for state in states)
        if is_talk:
            self.untold = self.clock() if self.untold is None else self.untold
        else:
            self.index.apply(states)
            self.untold = None
        self.seen = max(self.seen, last)
        self.press.apply(states, checkpoint.sign(self.signer, last))
        return is_talk

    def is_current(self) -> bool:
        """Whether the stores that are open are still those in use: a folder that was taken away can be written to."""
        return [generation.current(folder) for folder in self.folders] == [self.store.path, self.index.path]

    @property
    def position(self) -> int:
        return self.press.position

    def close(self) -> None:
        self.index.close()
        self.store.close()
