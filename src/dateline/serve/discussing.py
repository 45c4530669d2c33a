"""Handing what readers write to the process that takes comments, so many at a time and no more.

Comments themselves are pressed pages. What is left needs the database: writing, reporting, accounts, what is a reader's
own. A flood of it is bounded here: how large a request is, how long it may take to arrive, how many are under way, how
many of them for one address, how long an answer is waited for. While many pages are read, they take turns. Nothing
is ever sent on a second time, for a comment that was sent twice is there twice.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.serve.newsroom import Newsroom, origin, read_body

PREFIX = "/discuss/"

MOST = 64 << 10
"""Bytes of the largest form that is taken in."""

PLACES = 32
"""Requests that a worker has under way."""

SHARE = 8
"""Of them, for one address."""

BUSY = 0.25
"""The share of its time from which on a worker is busy: with some thousands of pages a second, or waiting for a
processor that others use."""

FEW = 4
"""Requests that it hands on at once then, and the others wait for their turn: who reads comes first."""

ARRIVING = 10.0
"""Seconds in which a form must have arrived."""

PATIENCE = 20.0
"""Seconds to wait for the process to say something."""


class Discussing:
    """The way to the process from one worker; ``refuse`` (scope, protocol, status) sends the page that says why not."""

    def __init__(self, socket: Path, refuse: Callable[[Any, Any, int], None]) -> None:
        self.process = Newsroom(socket, lambda scope, protocol, status, _: refuse(scope, protocol, status), PATIENCE)
        self.refuse = refuse
        self.under_way: Counter[str] = Counter()
        self.turns = asyncio.Semaphore(FEW)
        self.is_busy = False

    async def relay(self, scope: Any, protocol: Any) -> None:
        """Answer a request with the process's answer, or refuse it."""
        who = origin(scope)[0]
        if self._is_full(who):
            # In a flood this is the answer to most, so it comes before anything is read.
            self.refuse(scope, protocol, 503)
            return
        try:
            # Before it has a place, so that who sends slowly keeps nobody else out.
            body = await read_body(protocol, MOST, ARRIVING)
        except TimeoutError:
            self.refuse(scope, protocol, 408)
            return
        if body is None:
            self.refuse(scope, protocol, 413)
            return
        if self._is_full(who):
            self.refuse(scope, protocol, 503)
            return
        self.under_way[who] += 1
        try:
            async with self.turns if self.is_busy else contextlib.nullcontext():
                await self.process.hand_over(scope, protocol, body)
        finally:
            self.under_way[who] -= 1
            if not self.under_way[who]:
                del self.under_way[who]

    def heed(self, share: float) -> None:
        """Hand on as much at once as is right while this worker is busy for such a share of its time."""
        self.is_busy = share >= BUSY

    def _is_full(self, who: str) -> bool:
        return self.under_way.total() >= PLACES or self.under_way[who] >= SHARE
