"""The follower process: keeps everything derived up with the ledger, for as long as the site runs.

Started by ``dateline serve``. It waits for the bell, follows, and mends: stores that are missing, damaged or made by
other templates are made again by a process of their own. Those that can still be used go on being followed and
served meanwhile.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import time

from django.db import DatabaseError, connection

from dateline.errors import DamagedStore, StaleStore, StoreError
from dateline.follow.follower import Follower
from dateline.ledger import checkpoint
from dateline.ledger.bell import Bell
from dateline.press import repair
from dateline.site import process
from dateline.site.folder import SiteFolder
from dateline.site.inspecting import Inspections

LOOK = 0.25
"""Seconds between looks at the ledger when no bell rings."""

GIVES_WAY = 5
"""By how much the process is nicer than the newsroom and those that serve pages."""

REST, LONGEST_REST = 3, 0.15
"""After comments alone, it rests so many times as long as they took, and at most so many seconds: the more come, the
more of them share a batch, and readers of pages keep three quarters of a processor. A comment is to be seen within half
a second; the first one after a pause is followed at once."""

TROUBLED = 1.0
"""Seconds between tries while the database or the disk is in trouble."""

MEND_AGAIN = 20.0
"""Seconds after damage was found in which requests wait: a fault of our own must not keep both cores busy for ever."""

KEEP_CHECKPOINT = 60.0
"""Seconds between checkpoints that are kept for ``verify``."""

log = logging.getLogger("dateline.follow")


class Following:
    """The state of the loop; ``turn`` is one round of it."""

    def __init__(self, folder: SiteFolder) -> None:
        self.folder = folder
        self.signer = folder.signer()
        self.bell = Bell(folder.socket("follow"))
        self.inspections = Inspections(folder)
        self.follower: Follower | None = None
        self.rebuild: subprocess.Popen[bytes] | None = None
        self.blocked = False
        """Whether there is nothing to follow into until the rebuild is done."""
        self.trouble = ""
        self.kept = 0.0
        self.mended = -MEND_AGAIN
        self.parent = process.parent()
        self.stopping = False

    def run(self) -> None:
        """Follow until told to stop, or until the server is gone; ends between two batches."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        while not self.stopping and os.getppid() == self.parent:
            began = time.monotonic()
            if not self.turn():
                self.bell.wait(TROUBLED if self.trouble else LOOK)
            elif self.follower and self.follower.rests:
                time.sleep(min(LONGEST_REST, REST * (time.monotonic() - began)))
        self._close()
        if self.rebuild:
            self.rebuild.terminate()
            self.rebuild.wait()
        self.inspections.stop()
        self.bell.close()

    def turn(self) -> bool:
        """Do what is to be done first, then follow one batch; whether there may be more to follow at once."""
        try:
            moved = self._turn()
        except StaleStore as error:
            self._close()
            self._start_rebuild(str(error))
            return True
        except DamagedStore as error:
            self._close()
            self.blocked = True
            self._start_rebuild(str(error))
            return False
        except (DatabaseError, StoreError, OSError) as error:
            self._suffer(error)
            return False
        if self.trouble:
            log.warning("That is over: %s", self.trouble)
            self.trouble = ""
        return moved

    def _turn(self) -> bool:
        self._end_rebuild()
        self._heed_request()
        if self.blocked:
            return False
        if self.follower is None:
            # While they are made again, stores of other templates are better followed than left behind.
            self.follower = Follower(
                self.folder.pressed, self.folder.search, self.signer, stale=self.rebuild is not None
            )
        if not self.follower.is_current():
            raise DamagedStore("The pages or the search index in use were taken away.")
        moved = self.follower.step() > 0
        if not moved:
            self.folder.followed.touch()
            if self.inspections.found_damage():
                # What is not damaged is followed and served meanwhile.
                self._start_rebuild("A part of the pages is damaged.")
        self._keep_checkpoint(self.follower.position)
        return moved

    def _heed_request(self) -> None:
        """Press again because somebody asked for it, or because what there is was found damaged."""
        if self.rebuild is not None or time.monotonic() - self.mended < MEND_AGAIN:
            return
        why = repair.requested(self.folder.run)
        if why:
            self.mended = time.monotonic()
            raise DamagedStore(why)
        if why is not None:
            self._start_rebuild("It was asked for.")

    def _stop(self, *_: object) -> None:
        self.stopping = True

    def _start_rebuild(self, why: str) -> None:
        if self.rebuild is None:
            log.warning("%s Pressing everything again.", why)
            self.rebuild = subprocess.Popen(process.command("rebuilding", self.folder.path))

    def _end_rebuild(self) -> None:
        """Take up the stores that a rebuild has finished."""
        if self.rebuild is None or self.rebuild.poll() is None:
            return
        failed, self.rebuild = self.rebuild.returncode, None
        self._close()
        self.blocked = False
        if failed:
            self.inspections.repeat()
            raise StoreError(f"Pressing again ended with status {failed}; it is tried again.")
        repair.requested(self.folder.run)  # page workers go over to the new stores a moment later than this

    def _suffer(self, error: Exception) -> None:
        """Say once what is wrong; pages go on being served as they are."""
        if not self.trouble:
            log.error("Following has to wait, pages are served as they are: %s", error)
        self.trouble = str(error)
        connection.close()
        self._close()

    def _keep_checkpoint(self, size: int) -> None:
        now = time.monotonic()
        if now - self.kept > KEEP_CHECKPOINT:
            self.kept = now
            checkpoint.keep(self.signer, size)

    def _close(self) -> None:
        if self.follower:
            self.follower.close()
            self.follower = None


def main(folder: SiteFolder) -> int:
    """Run the process for a site that was entered."""
    os.nice(GIVES_WAY)
    with folder.hold("following"):
        repair.leave_trace(folder.run)
        Following(folder).run()
    return 0
