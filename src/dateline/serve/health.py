"""``/healthz``: whether this worker can answer readers, and how far behind the ledger its pages are. Asks nobody.

The follower touches a file whenever it finds nothing left to follow. How long ago that was bounds how old the pages
can be, without a question to the database.
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

BEHIND = 10.0
"""Seconds from which on pages count as behind: forty looks of the follower."""


def check(edition: Edition, run: Path) -> Answer:
    """200 as long as readers are answered, 503 if not; ``state`` is ``ok``, ``behind`` or ``no pages``."""
    position = edition.position
    lag = _lag(run / FOLLOWED)
    state = "no pages" if position is None else "behind" if lag is None or lag > BEHIND else "ok"
    said = {"state": state, "position": position, "lag": lag if lag is None else round(lag, 3)}
    return plain(200 if position is not None else 503, json.dumps(said) + "\n", kind=ContentType.JSON)


def _lag(followed: Path) -> float | None:
    """Seconds since the follower was last seen to be up with the ledger; None if it never was."""
    try:
        return max(0.0, time.time() - followed.stat().st_mtime)
    except OSError:
        return None
