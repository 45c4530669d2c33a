"""How often somebody may do something: by person, by range of addresses, by story. Kept in this process's memory.

A restart forgives. What is counted is what was asked for, whether it came to anything or not, so that guessing costs
as much as writing. The number of those remembered is bounded; who was quiet longest is forgotten first.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.discuss.refusal import TooOften
from dateline.press.words import label

MOST_KEYS = 50_000


@dataclass(frozen=True, slots=True)
class Limit:
    """At most ``times`` in so many ``seconds``."""

    times: int
    seconds: int


PER_MINUTE, PER_HOUR = 60, 3600

LIMITS: Mapping[str, Sequence[Limit]] = {
    "comments of one person": (Limit(6, PER_MINUTE), Limit(60, PER_HOUR)),
    "comments from one network": (Limit(20, PER_MINUTE), Limit(200, PER_HOUR)),
    "comments on one story": (Limit(240, PER_MINUTE),),
    "letters to one address": (Limit(3, 15 * PER_MINUTE), Limit(6, PER_HOUR)),
    "letters for one network": (Limit(10, 10 * PER_MINUTE), Limit(40, PER_HOUR)),
    "reports from one network": (Limit(10, PER_MINUTE), Limit(60, PER_HOUR)),
    "uses of one proof": (Limit(1, 24 * PER_HOUR),),
    "forms from one network": (Limit(120, PER_MINUTE),),
}
"""Measured against a person who writes fast, a school that shares an address, and a story that everybody talks of."""

SAID = {
    "comments of one person": label("You have written many comments in a short time."),
    "comments from one network": label("Many comments have come from your network in a short time."),
    "comments on one story": label("Many people are commenting on this story right now."),
    "letters to one address": label("We have sent several letters to this address in a short time."),
    "letters for one network": label("Many letters were asked for from your network in a short time."),
    "reports from one network": label("Many reports have come from your network in a short time."),
    "uses of one proof": label("This form was sent before."),
    "forms from one network": label("Much has come from your network in a short time."),
}


class Counts:
    """Who did what when, for one process."""

    def __init__(self) -> None:
        self._times: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, what: str, who: str, now: float | None = None) -> None:
        """Count one more; raises TooOften, and then counts nothing."""
        at = time.monotonic() if now is None else now
        with self._lock:
            times = self._times.setdefault((what, who), deque())
            self._times.move_to_end((what, who))
            if wait := _wait(times, LIMITS[what], at):
                raise TooOften(SAID[what], wait)
            times.append(at)
            if len(self._times) > MOST_KEYS:
                self._times.popitem(last=False)

    def forget(self) -> None:
        """Begin anew."""
        with self._lock:
            self._times.clear()


counts = Counts()


def _wait(times: deque[float], limits: Sequence[Limit], at: float) -> int:
    """Whole seconds until one more is allowed; 0 if it is now. Drops what no limit asks about any more."""
    longest = max(limit.seconds for limit in limits)
    while times and times[0] <= at - longest:
        times.popleft()
    wait = 0.0
    for limit in limits:
        if len(times) >= limit.times and (since := times[-limit.times]) > at - limit.seconds:
            wait = max(wait, since + limit.seconds - at)
    return int(wait) + 1 if wait else 0
