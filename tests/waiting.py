"""Waiting for something to become true: no test sleeps for a time that somebody guessed."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def until(true: Callable[[], T], what: str, seconds: float = 30.0, poll: float = 0.01) -> T:
    """What ``true`` returns as soon as it is true; AssertionError naming ``what`` if it never was."""
    deadline = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s in vain: {what}"
        time.sleep(poll)
    return found
