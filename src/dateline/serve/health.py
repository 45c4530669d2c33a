"""``/healthz``: whether this worker can answer readers, and how far behind the ledger its pages are. Asks nobody.

The follower touches a file whenever it finds nothing left to follow. How long ago that was bounds how old the pages
can be, without a question to the database. Whoever inspects the pages leaves a file in the same way.
"""

from __future__ import annotations

import json
import time
from pathlib import Path

from dateline.press.page import ContentType
from dateline.serve.answer import Answer, plain
from dateline.serve.edition import Edition

PATH = "/healthz"

FOLLOWED = "followed"
"""The file in ``run/``."""

INSPECTED = "inspected"
"""The file in ``run/`` that is touched when all pages were read and found whole."""

BEHIND = 10.0
"""Seconds from which on pages count as behind: forty looks of the follower."""


def check(edition: Edition, run: Path) -> Answer:
    """200 as long as readers are answered, 503 if not; ``state`` is ``ok``, ``behind`` or ``no pages``."""
    position = edition.position
    lag, inspected = _since(run / FOLLOWED), _since(run / INSPECTED)
    state = "no pages" if position is None else "behind" if lag is None or lag > BEHIND else "ok"
    said = {"state": state, "position": position, "lag": _told(lag), "inspected": _told(inspected)}
    return plain(200 if position is not None else 503, json.dumps(said) + "\n", kind=ContentType.JSON)


def _since(done: Path) -> float | None:
    """Seconds since what a file stands for was last done; None if it never was."""
    try:
        return max(0.0, time.time() - done.stat().st_mtime)
    except OSError:
        return None


def _told(seconds: float | None) -> float | None:
    return seconds if seconds is None else round(seconds, 3)
