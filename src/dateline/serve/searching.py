"""Handing searches to the search process, so many at a time and no more.

A search takes milliseconds of a processor, a page a tenth of one; so searches run in a process of their own, and what
they ask of it is bounded here: how many are under way, how many of them for one address, how long one may take. Who
comes when all places are taken is asked to come again. Nobody who reads pages waits for any of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.serve.loop import onto_loop
from dateline.serve.newsroom import Newsroom
from dateline.serve.wish import FEED, PATH, SUGGEST

PLACES = 16
"""Searches that a worker has under way."""

SHARE = 4
"""Of them, for one address."""

PATIENCE = 5.0
"""Seconds that a search may take, waiting for others included."""

ADDRESSES = (PATH, FEED, SUGGEST)


class Searching:
    """The way to the search process from one worker; ``refuse`` sends a reader the page that asks to come again."""

    def __init__(self, socket: Path, refuse: Callable[[Any, Any], None]) -> None:
        self.process = Newsroom(socket, lambda scope, protocol, *_: refuse(scope, protocol), PATIENCE, most=0)
        self.refuse = refuse
        self.under_way: Counter[str] = Counter()

    async def relay(self, scope: Any, protocol: Any) -> None:
        """Answer a search, or refuse it if there is no place."""
        await onto_loop()
        who = scope.client.rpartition(":")[0]
        if self.under_way.total() >= PLACES or self.under_way[who] >= SHARE:
            self.refuse(scope, protocol)
            return
        self.under_way[who] += 1
        try:
            await self.process.answer(scope, protocol)
        finally:
            self.under_way[who] -= 1
            if not self.under_way[who]:
                del self.under_way[who]
