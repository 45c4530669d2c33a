"""How busy this process is. Looked at at fixed times; never in a request."""

from __future__ import annotations

import time
from collections.abc import Callable

Seconds = Callable[[], float]


class Load:
    """Of one process, all its threads together."""

    def __init__(self, every: float, used: Seconds = time.process_time, clock: Seconds = time.monotonic) -> None:
        """``every``: seconds after which the next look is due. One that comes late had to wait for a processor."""
        self.every = every
        self.used = used
        self.clock = clock
        self._before = used(), clock()

    def share(self) -> float:
        """The share of the time since the last look in which this process computed, or would have."""
        used, now = self.used(), self.clock()
        before, then = self._before
        self._before = used, now
        if now <= then:
            return 0.0
        late = max(0.0, now - then - self.every)
        return (used - before + late) / (now - then)
