"""The process that reads everything that was pressed, to see whether it is still what was pressed; and when to run it.

Started by the follower when the server starts and once a day from then on; took eleven seconds of a processor for a
hundred thousand stories before pages had runs, which take 64 microseconds each, and gives way to everything else. What
it finds damaged is pressed again.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time

from dateline.errors import DamagedStore
from dateline.press import generation
from dateline.press.inspection import inspect
from dateline.press.store import Store
from dateline.site import process
from dateline.site.folder import SiteFolder

FIRST = 5.0
"""Seconds after the start."""

EVERY = 24 * 3600.0
"""Seconds from one to the next."""

AGAIN = 600.0
"""Seconds to the next where what was found could not be mended: the disk may have been full."""

FOUND = 3
"""The exit status that says that something is damaged."""

GIVES_WAY = 19

log = logging.getLogger("dateline.inspection")


class Inspections:
    """When the process is run, and what it found."""

    def __init__(self, folder: SiteFolder) -> None:
        self.folder = folder
        self.due = time.monotonic() + FIRST
        self.running: subprocess.Popen[bytes] | None = None

    def found_damage(self) -> bool:
        """Start the process when it is time for it; whether one has ended since that found something damaged."""
        if self.running is None:
            if time.monotonic() >= self.due:
                # Damage that pressing again does not mend is a fault of ours, and is found once a day.
                self.due = time.monotonic() + EVERY
                self.running = subprocess.Popen(process.command("inspecting", self.folder.path))
            return False
        status = self.running.poll()
        if status is None:
            return False
        self.running = None
        if status not in (0, FOUND):
            log.error("The pages could not be inspected: the process ended with status %d.", status)
        return status == FOUND

    def repeat(self) -> None:
        """Look again before a day is over."""
        self.due = min(self.due, time.monotonic() + AGAIN)

    def stop(self) -> None:
        if self.running:
            self.running.terminate()
            self.running.wait()


def main(folder: SiteFolder) -> int:
    """Run the process for a site."""
    os.nice(GIVES_WAY)
    parent = os.getppid()

    def go_on() -> None:
        if os.getppid() != parent:
            sys.exit(0)

    try:
        inspect(Store(generation.in_use(folder.pressed)), go_on)
    except DamagedStore as error:
        log.warning("%s", error)
        return FOUND
    folder.inspected.touch()
    return 0
