"""``dateline serve``: one command that runs the page workers, the newsroom and the follower, and keeps them running.

    this process     Granian's, listens and starts the page workers; watches the others
    page workers     answer readers from the pressed pages; know no database
    newsroom         the desk and the clock
    discussing       takes what readers write, sends them letters
    searching        answers readers' searches; knows no database
    follower         ledger to search and pages

Only one server may work on a folder at a time: it holds a lock as long as it lives.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops, RuntimeModes
from granian.server.common import AbstractServer

from dateline.errors import SiteBusy
from dateline.serve import loop
from dateline.site import process
from dateline.site.folder import SiteFolder, open_site

PATIENCE = 10.0
"""Seconds that a process is given to end by itself."""

LEAVING = 1.0
"""Seconds that the workers of a server that was killed have to notice."""

RESPAWN = 0.5
"""Seconds before page workers are started again that ended more than once in a row."""

START = 60.0
"""Seconds in which a process says that it cannot run at all."""

AGAIN = 1.0
"""Seconds from a process that ended soon, or could not be started, to the next try."""

STEADY = 5.0
"""Seconds after which a process that ended is started again at once; one that ends sooner is given time."""

_starting = threading.Lock()
"""Held while a process is started, and while Granian forks a page worker. A worker forked in the midst of a start would
inherit the pipe on which the starting thread waits for the new process, and keep that thread waiting for ever."""
os.register_at_fork(before=_starting.acquire, after_in_parent=_starting.release, after_in_child=_starting.release)


def serve(path: Path, host: str = "", port: int = 0, workers: int = 0) -> int:
    """Run a site until it is told to stop; the exit status.

    Raises what ``open_site`` raises, SiteBusy if another server works on the folder or a program has the port.
    """
    folder = open_site(path)
    host, port = host or folder.config["serve.host"], port or folder.config["serve.port"]
    with folder.hold("server", patience=LEAVING) as held:
        if not held:
            raise SiteBusy(f"Another dateline serve is working on {folder.path}.", "Stop it first, or use that one.")
        _check_port(host, port)
        # All of them end with this process, also one that asks for it when it is gone already.
        os.environ["DATELINE_SERVER"] = str(os.getpid())
        household = Household(folder)
        household.start()
        _say(host, port)
        if not folder.config["mail.url"]:
            print(f"No mail.url is set: letters to readers lie in {folder.outbox}", flush=True)
        try:
            _run_workers(lambda: _granian(folder, host, port, workers or folder.config["serve.workers"]))
        finally:
            household.stop()
        return household.status


def _run_workers(make: Callable[[], AbstractServer[Any]]) -> None:
    """Keep page workers running until the server is told to stop.

    Granian starts a worker that ended again, and gives up when two end soon after each other; a site does not.
    """
    while True:
        granian = make()
        try:
            granian.serve()
        except SystemExit:
            if granian.interrupt_signal:
                return
        else:
            return
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: sys.exit(0))
        print("dateline: the page workers ended and are started again.", file=sys.stderr)
        time.sleep(RESPAWN)


class Household:
    """The processes beside the page workers.

    One that ends is started again. If it said at the start that it cannot run, the server ends with its status; later
    on, when the database or the disk is in trouble, pages go on being served.
    """

    def __init__(self, folder: SiteFolder) -> None:
        self.folder = folder
        self.status = 0
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.stopping = threading.Event()
        self.threads = [
            threading.Thread(target=self._keep, args=(name,), name=name, daemon=True)
            for name in ("newsroom", "discussing", "searching", "following")
        ]

    def start(self) -> None:
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        """End the processes, by force if they do not end by themselves."""
        self.stopping.set()
        found = list(self.processes.values())  # one more may be started at this moment; it ends with this process
        for running in found:
            running.terminate()
        for running in found:
            try:
                running.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                running.kill()

    def _keep(self, name: str) -> None:
        """Run a process again whenever it ends."""
        first = True
        while not self.stopping.is_set():
            began = time.monotonic()
            try:
                running = self.processes[name] = start(process.command(name, self.folder.path))
            except OSError as error:
                # Too little memory or too many processes, which passes.
                print(f"dateline: the {name} process cannot be started ({error}) and is tried again.", file=sys.stderr)
                self.stopping.wait(AGAIN)
                continue
            status = running.wait()
            if self.stopping.is_set():
                return
            ran = time.monotonic() - began
            if first and status > 1 and ran < START:
                self.status = status
                os.kill(os.getpid(), signal.SIGTERM)
                return
            first = False
            print(f"dateline: the {name} process ended ({_how(status)}) and is started again.", file=sys.stderr)
            if ran < STEADY:
                self.stopping.wait(AGAIN)


def start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a process beside the page workers, from any thread, whatever the others start meanwhile."""
    with _starting:
        return subprocess.Popen(command)


def _how(status: int) -> str:
    return f"signal {signal.Signals(-status).name}" if status < 0 else f"status {status}"


def _granian(folder: SiteFolder, host: str, port: int, workers: int) -> AbstractServer[Any]:
    os.environ["DATELINE_SITE"] = str(folder.path)
    os.environ["DATELINE_NEWSROOM"] = str(folder.socket("newsroom"))
    os.environ["DATELINE_SEARCHING"] = str(folder.socket("searching"))
    os.environ["DATELINE_DISCUSSING"] = str(folder.socket("discussing"))
    loop.register()
    return Granian(
        "dateline.serve.app:make",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=workers,
        factory=True,
        loop=Loops.auto,
        runtime_mode=RuntimeModes.st,
        http=HTTPModes.http1,
        websockets=False,
        log_enabled=False,
        respawn_failed_workers=True,
        respawn_interval=0.1,
        workers_kill_timeout=int(PATIENCE),
    )


def _check_port(host: str, port: int) -> None:
    """Find out now, with a sentence, what Granian would find out with a stack trace."""
    deadline = time.monotonic() + LEAVING
    while error := _refusal(host, port):
        # The workers of a server that was killed leave the port a moment after it.
        if time.monotonic() > deadline:
            raise SiteBusy(f"Port {port} on {host} cannot be used: {error}.", "Choose another with --port.")
        time.sleep(0.05)


def _refusal(host: str, port: int) -> str:
    """Why nothing can listen there; empty if something can."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, proto) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _say(host: str, port: int) -> None:
    shown = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host  # noqa: S104
    print(f"The site:  http://{shown}:{port}/\nThe desk:  http://{shown}:{port}/desk/", flush=True)
