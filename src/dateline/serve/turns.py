"""Whether one more request may be handed to the process that takes comments. Decides; hands on nothing itself.

A worker that has time to spare hands on whatever comes. A comment costs as much of a processor as some hundreds of
pages, so while a worker is busy they get so many turns a second, the fewer the busier it is: who reads comes first.
"""

from __future__ import annotations

import time

from dateline.serve.load import Seconds

BUSY = 0.25
"""The share of its time from which on a worker is busy: with some thousands of pages a second, or waiting for a
processor that others use."""

FULL = 0.5
"""The share from which on it has nothing to spare."""

MANY = 40.0
"""Turns a second of a worker that has just become busy: about what one processor can do of them."""

FEWEST = 5.0
"""Turns a second that are left to those who write, however busy the worker is: 18,000 comments an hour."""

FEW = 4
"""Turns that are under way at once while it is busy."""

SAVED = 10.0
"""Turns that it may have saved up: as many as come between two looks at how busy it is, if there are ``MANY``."""


def a_second(share: float) -> float:
    """How many turns a second there are while a worker is busy for such a share of its time."""
    spare = (FULL - share) / (FULL - BUSY)
    return max(FEWEST, min(MANY, MANY * spare))


class Turns:
    """The turns of one worker."""

    def __init__(self, clock: Seconds = time.monotonic) -> None:
        self.clock = clock
        self.is_busy = False
        self._left = 0.0
        self._at = clock()

    def heed(self, share: float) -> None:
        """From now on the worker is busy for such a share of its time."""
        now = self.clock()
        came = (now - self._at) * a_second(share)
        self._left = min(SAVED, self._left + came)
        self._at = now
        self.is_busy = share >= BUSY

    def has_one(self, under_way: int) -> bool:
        """Whether there is a turn for one more while so many are under way."""
        return not self.is_busy or (under_way < FEW and self._left >= 1)

    def take(self) -> None:
        """One turn is taken."""
        if self.is_busy:
            self._left -= 1
