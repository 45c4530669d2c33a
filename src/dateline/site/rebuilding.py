"""Pressing everything again: the process that the follower starts for it, and what ``dateline rebuild`` shows."""

from __future__ import annotations

import logging
import time

from dateline import garbage
from dateline.follow.rebuild import Progress, Rebuilt, rebuild
from dateline.press import repair
from dateline.site.folder import SiteFolder

log = logging.getLogger("dateline.rebuild")


def run(folder: SiteFolder, progress: Progress = lambda _name, _done: None, workers: int = 0) -> Rebuilt:
    """Press everything of a site again; Django must be set up for it."""
    # One at a time: that of a follower that was killed may still be at work.
    with folder.hold("rebuilding"), garbage.seldom():
        done = rebuild(folder.pressed, folder.search, folder.signer(), progress, workers)
    repair.requested(folder.run)  # what was asked for before was asked of the stores that are gone
    return done


def main(folder: SiteFolder) -> int:
    """Run the process for a site that was entered."""
    began = time.monotonic()
    done = run(folder)
    log.warning("Pressed %d stories again in %.1f s.", done.stories, time.monotonic() - began)
    return 0
