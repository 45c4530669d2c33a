"""Handing what readers write to the process that takes comments, so many at a time and no more.

Comments themselves are pressed pages. What is left needs the database: writing, reporting, accounts, what is a reader's
own. A flood of it is bounded here: how large a request is, how long it may take to arrive, how many are under way, how
many of them for one address, how long an answer is waited for. While many pages are read, they take turns (``turns``).
Nothing is ever sent on a second time, for a comment that was sent twice is there twice.
"""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateline.serve.loop import onto_loop
from dateline.serve.newsroom import Newsroom, origin, read_body
from dateline.serve.turns import Turns

PREFIX = "/discuss/"

MOST = 64 << 10
"""Bytes of the largest form that is taken in."""

PLACES = 32
"""Requests that a worker has under way."""

SHARE = 8
"""Of them, for one address."""

BESIDE = "/mine"
"""How the address ends that a script asks beside a page, for everybody who is signed in. The page does without the
answer, so that those who write do not wait behind it."""

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
        self.turns = Turns()
        self.waiting: deque[asyncio.Future[None]] = deque()
        self.handed_on = 0

    async def relay(self, scope: Any, protocol: Any) -> None:
        """Answer a request with the process's answer, or refuse it."""
        who = origin(scope)[0]
        if self._is_full(who) or (_is_beside(scope) and not self._has_turn()):
            # In a flood this is the answer to most, so it comes before anything is read, and before the loop is woken.
            self.refuse(scope, protocol, 503)
            return
        await onto_loop()
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
        turn = self._wait()
        try:
            await turn
            await self.process.hand_over(scope, protocol, body)
        finally:
            self._end(who, turn)

    def heed(self, share: float) -> None:
        """Hand on as much as is right while this worker is busy for such a share of its time."""
        self.turns.heed(share)
        self._call()

    def _wait(self) -> asyncio.Future[None]:
        """What is done as soon as there is a turn."""
        turn = asyncio.get_running_loop().create_future()
        self.waiting.append(turn)
        self._call()
        return turn

    def _call(self) -> None:
        """Give those who wait the turns that there are, in the order in which they came."""
        while self.waiting and self.turns.has_one(self.handed_on):
            turn = self.waiting.popleft()
            if not turn.cancelled():
                self.turns.take()
                self.handed_on += 1
                turn.set_result(None)

    def _end(self, who: str, turn: asyncio.Future[None]) -> None:
        self.under_way[who] -= 1
        if not self.under_way[who]:
            del self.under_way[who]
        if not turn.cancelled():  # as it is for somebody who was sent away before it was theirs
            self.handed_on -= 1
        self._call()

    def _has_turn(self) -> bool:
        """Whether whoever comes now would not have to wait."""
        return not self.waiting and self.turns.has_one(self.handed_on)

    def _is_full(self, who: str) -> bool:
        # Asked from the thread that brings requests as well; what it counts is changed in the loop alone.
        return self.under_way.total() >= PLACES or self.under_way[who] >= SHARE


def _is_beside(scope: Any) -> bool:
    return bool(scope.path.endswith(BESIDE)) and scope.headers.get("accept") == "application/json"
