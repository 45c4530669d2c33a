"""Asking the follower to press everything again because the pages were found damaged. Makes nothing itself.

Who finds the damage is seldom who can mend it: page workers only read. They leave a request in ``run/``. LMDB maps its
file into memory, so damage can also end the process that reads it; the process then leaves the stack it ended with, and
that is a request as well.
"""

from __future__ import annotations

import faulthandler
import logging
import os
from pathlib import Path

log = logging.getLogger("dateline.repair")

REQUEST = "rebuild"
"""The file in ``run/``; empty if a person asked, else why the pages in use are not to be trusted."""

CRASH = "crash."

_open: list[object] = []


def ask(run: Path, why: str) -> None:
    """Leave a request; that it could not be left is logged, for the reader has to be answered all the same."""
    try:
        run.mkdir(exist_ok=True)
        beside = run / f"{REQUEST}.{os.getpid()}"
        beside.write_text(why, encoding="utf-8")
        beside.replace(run / REQUEST)
    except OSError as error:
        log.error("The follower cannot be asked to press again: %s", error)


def leave_trace(run: Path) -> None:
    """From now on this process leaves its stack in ``run/`` if the memory it reads ends it."""
    run.mkdir(exist_ok=True)
    trace = (run / f"{CRASH}{os.getpid()}").open("w", encoding="utf-8")
    faulthandler.enable(trace)
    # The file stays open as long as the process lives: what ends it has no time to open one.
    _open.append(trace)


def requested(run: Path) -> str | None:
    """Take the request that is there: why, empty if a person asked; None if there is none."""
    why = _take(run / REQUEST)
    traces = [text for path in run.glob(f"{CRASH}*") if not _is_running(path) and (text := _take(path))]
    if traces:
        return f"A process that read the pages was ended by what it read.\n{traces[0]}"
    return why


def _take(path: Path) -> str | None:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
        path.unlink()
    except FileNotFoundError:
        return None
    return text


def _is_running(trace: Path) -> bool:
    """Whether the process that a trace is for still runs."""
    number = trace.name.removeprefix(CRASH)
    try:
        os.kill(int(number), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        pass
    return True
