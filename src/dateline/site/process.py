"""The entry of every process of a running site: enter the folder first, for Django's models need it, then work.

python -m dateline.site.process newsroom DIR
"""

from __future__ import annotations

import importlib
import os
import sys
import threading
import time
from pathlib import Path

from dateline.site import trouble
from dateline.site.environment import Apps, enter, speak
from dateline.site.folder import open_site

LOOK = 0.25
"""Seconds between looks whether the server still lives."""

PROCESSES: dict[str, Apps | None] = {
    "newsroom": "all", "discussing": "discuss", "searching": None, "following": "ledger", "rebuilding": "ledger",
    "inspecting": None,
}  # fmt: skip
"""The module of this package that each runs, and how much of Django it needs; None for none of it."""


def command(name: str, path: Path) -> list[str]:
    """The command line that starts a process for the site in a folder."""
    return [sys.executable, "-m", "dateline.site.process", name, str(path)]


def parent() -> int:
    """The process that this one lives for: the server, even if it was killed before this one asked."""
    return int(os.environ.get("DATELINE_SERVER", os.getppid()))


def end_with_server() -> None:
    """From now on this process ends when the server is gone: alone, it would only hold its socket.

    It may end in the middle of anything; that is what transactions are for.
    """
    threading.Thread(target=_watch, name="watch", daemon=True).start()


def _watch() -> None:
    server = parent()
    while os.getppid() == server:
        time.sleep(LOOK)
    os._exit(0)


def main(name: str, path: Path) -> int:
    """Run a process to its end; its exit status."""
    speak()
    try:
        apps = PROCESSES[name]
        folder = enter(path, apps) if apps else open_site(path)
        return int(importlib.import_module(f"dateline.site.{name}").main(folder))
    except Exception as error:
        told = trouble.explain(error)
        if told is None:
            raise
        print(f"dateline: {told}", file=sys.stderr)
        return told.exit_status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
