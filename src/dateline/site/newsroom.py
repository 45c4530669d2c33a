"""The newsroom process: the desk for editors, and the clock that publishes what is due.

Started by ``dateline serve``; answers on a local socket, which the page workers hand ``/desk/`` to.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading

import waitress
from django.db import DatabaseError, connection
from django.utils import timezone

from dateline.desk import finding, schedule
from dateline.discuss import clock as discussion
from dateline.discuss import following
from dateline.errors import StoreError
from dateline.serve.indexed import IndexInUse
from dateline.site import process
from dateline.site.folder import SiteFolder
from dateline.site.readiness import make_ready
from dateline.site.wsgi import application

THREADS = 8
TICK = 0.25
"""Seconds between looks at what is due: a scheduled story is out within one second of its time."""

FOLLOWED = 2.0
"""Seconds between looks at what moderators decided."""

log = logging.getLogger("dateline.newsroom")


def serve(folder: SiteFolder) -> None:
    """Answer requests until told to stop."""
    socket = folder.socket("newsroom")
    socket.unlink(missing_ok=True)
    stopping = threading.Event()
    clock = threading.Thread(target=_run_clock, args=(stopping,), name="clock", daemon=True)
    clock.start()
    threading.Thread(target=_run_following, args=(stopping,), name="following", daemon=True).start()
    waitress.serve(
        application,
        unix_socket=str(socket),
        unix_socket_perms="600",
        threads=THREADS,
        _quiet=True,
        trusted_proxy="localhost",
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
        clear_untrusted_proxy_headers=True,
        max_request_body_size=64 << 20,
    )
    stopping.set()


def _find_in(index: IndexInUse) -> finding.LiveFinder:
    """Live stories as readers' searches find them."""

    def find(words: str, limit: int) -> list[int]:
        try:
            return index().find(words, limit)
        except StoreError as error:
            log.error("The desk looks through the newest stories only: %s", error)
            return finding.newest_live(words, limit)

    return find


def _run_clock(stopping: threading.Event) -> None:
    """Publish and expire what is due, in time, whatever goes wrong with one of them."""
    parent = process.parent()
    while not stopping.wait(TICK):
        if os.getppid() != parent:
            # The server was killed: an end in the middle of anything is what transactions are for.
            os.kill(os.getpid(), signal.SIGTERM)
            return
        try:
            for ran in schedule.run_due(timezone.now()):
                log.warning("%s", _told(ran))
            discussion.run_due(timezone.now())
        except DatabaseError as error:
            log.error("The schedule has to wait: %s", error)
            connection.close()
            stopping.wait(1.0)


def _run_following(stopping: threading.Event) -> None:
    """See to what follows from moderators' decisions, in a thread of its own: some of it takes seconds."""
    while not stopping.wait(FOLLOWED):
        try:
            while following.run(timezone.now()) and not stopping.is_set():
                pass
        except DatabaseError as error:
            log.error("What follows from decisions about comments has to wait: %s", error)
            connection.close()


def _told(ran: schedule.Ran) -> str:
    """What the clock did, as the log says it."""
    what = {
        "arrange": f"The front {ran.front} was due to be arranged",
        "take off": f"Story {ran.code} was due to leave the front {ran.front}",
    }.get(ran.action, f"Story {ran.code} was due to {ran.action}")
    what += f" at {ran.due.isoformat(timespec='seconds')}"
    late = f"{ran.late.total_seconds():.2f} s late"
    return f"{what} and could not, {late}: {ran.failure}" if ran.failure else f"{what} and did, {late}."


def main(folder: SiteFolder) -> int:
    """Run the process for a site that was entered."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with folder.hold("newsroom"):
        make_ready(folder)
        finding.use(_find_in(IndexInUse(folder.search)))
        serve(folder)
    return 0
