"""Following the ledger: first into the search index, for press asks it for related stories, then into pressed pages.

Each of the two saves its position in the commit that holds its effect, and passes over what it has. So a follower that
was killed at any instant goes on where each of them stood, and nothing is lost or done twice.
"""

from __future__ import annotations

from pathlib import Path

from dateline.errors import StoreError
from dateline.ledger import checkpoint, read
from dateline.ledger.note import Signer
from dateline.press import generation
from dateline.press.apply import Press
from dateline.press.store import Store
from dateline.search.index import SearchIndex

BATCH = 100
"""Entries that are followed in one go: so that a reader waits little for the first when many come at once."""


class Follower:
    """Follows into the generations in use below ``pressed`` and ``searched``; the only writer of both.

    Raises StaleStore or DamagedStore if they must be made again first, StoreError if there are none.
    """

    def __init__(self, pressed: Path, searched: Path, signer: Signer) -> None:
        self.signer = signer
        self.index = SearchIndex(_in_use(searched), writer=True)
        self.store = Store(_in_use(pressed), writer=True)
        self.press = Press(self.store, self.index.related, read.history)

    def step(self, limit: int = BATCH) -> int:
        """Follow at most ``limit`` entries; how many there were."""
        states = read.after(min(self.press.position, self.index.position), limit)
        if not states:
            return 0
        self.index.apply(states)
        self.press.apply(states, checkpoint.sign(self.signer, states[-1].entry.seq))
        return len(states)

    @property
    def position(self) -> int:
        return self.press.position

    def close(self) -> None:
        self.index.close()
        self.store.close()


def _in_use(folder: Path) -> Path:
    path = generation.current(folder)
    if path is None:
        raise StoreError(f"There is nothing in {folder}.", "Make it with: dateline rebuild")
    return path
