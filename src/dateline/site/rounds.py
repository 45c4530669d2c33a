"""Work that a process does again and again in a thread of its own, beside answering requests."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from django.db import DatabaseError, connection

TROUBLED = 1.0
"""Seconds from a round that failed to the next."""

log = logging.getLogger("dateline.rounds")


def keep_doing(what: str, work: Callable[[], object], every: float, stopping: threading.Event) -> None:
    """Do the work every so many seconds until it is time to stop; at once again as long as it says there is more.

    Nothing ends the rounds: a database in trouble is waited for, and any other fault is logged with its trace and tried
    again. A thread that ended without a word would leave the desk to look well while no story goes out in time.
    """
    threading.Thread(target=_rounds, args=(what, work, every, stopping), name=what, daemon=True).start()


def _rounds(what: str, work: Callable[[], object], every: float, stopping: threading.Event) -> None:
    failed = False
    while not stopping.wait(TROUBLED if failed else every):
        try:
            if failed:
                connection.close()
            failed = False
            while work() and not stopping.is_set():
                pass
        except DatabaseError as error:
            log.error("%s has to wait: %s", what, error)
            failed = True
        except Exception:
            log.exception("%s failed and is tried again", what)
            failed = True
