"""The newsroom process: the desk for editors, and the clock that publishes what is due.

Started by ``dateline serve``; answers on a local socket, which the page workers hand ``/desk/`` to.
"""

from __future__ import annotations

import logging
import signal
import sys
import threading

from django.utils import timezone

from dateline.desk import finding, schedule
from dateline.discuss import clock as discussion
from dateline.discuss import following
from dateline.errors import StoreError
from dateline.serve.indexed import IndexInUse
from dateline.site import listening, process
from dateline.site.folder import SiteFolder
from dateline.site.readiness import make_ready
from dateline.site.rounds import keep_doing
from dateline.site.wsgi import application

THREADS = 8
TICK = 0.25
"""Seconds between looks at what is due: a scheduled story is out within one second of its time."""

DISCUSSED = 1.0
"""Seconds between looks at what time does to discussions."""

FOLLOWED = 2.0
"""Seconds between looks at what moderators decided: making the learned score anew takes seconds of its own."""

log = logging.getLogger("dateline.newsroom")


def serve(folder: SiteFolder) -> None:
    """Answer requests until told to stop."""
    stopping = threading.Event()
    keep_doing("The schedule", _run_schedule, TICK, stopping)
    keep_doing("What time does to discussions", discussion.run_due, DISCUSSED, stopping)
    keep_doing("What follows from decisions about comments", following.run, FOLLOWED, stopping)
    listening.answer(folder, "newsroom", application, threads=THREADS, largest=64 << 20)
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


def _run_schedule() -> None:
    """Publish and expire what is due."""
    for ran in schedule.run_due(timezone.now()):
        log.warning("%s", _told(ran))


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
    process.end_with_server()
    with folder.hold("newsroom"):
        make_ready(folder)
        finding.use(_find_in(IndexInUse(folder.search)))
        serve(folder)
    return 0
