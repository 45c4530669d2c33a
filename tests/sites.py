"""Whole sites for tests: made once, copied for each test, run as an operator runs them, and asked as readers ask."""

from __future__ import annotations

import atexit
import gzip
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from http.client import HTTPResponse
from pathlib import Path
from typing import Any

import waiting

HERE = Path(__file__).parent


@cache
def _blank() -> Path:
    """A new site as ``dateline init`` makes it, once for this run of the tests."""
    path = Path(tempfile.mkdtemp(prefix="dateline-blank-")) / "site"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    names = (
        "--name",
        "The Harbour Courier",
        "--url",
        "http://courier.example",
        "--sections",
        "Harbour, World, Culture",
    )
    done = dateline("init", path, *names)
    assert done.returncode == 0, done.stderr
    return path


def copy(folder: Path) -> Path:
    """A new site below a folder; its sections are harbour, world and culture."""
    return Path(shutil.copytree(_blank(), folder / "site"))


def dateline(*arguments: object, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run the command line to its end."""
    command = [sys.executable, "-m", "dateline", *map(str, arguments)]
    given: dict[str, Any] = {"timeout": 120, "stdin": subprocess.DEVNULL, "env": environment()}
    return subprocess.run(command, capture_output=True, text=True, check=False, **given | options)


def environment(**more: str) -> dict[str, str]:
    """The environment of a program that a person starts: nothing of the site that the tests run in."""
    ours = ("DATELINE_SITE", "DATELINE_APPS", "DJANGO_SETTINGS_MODULE")
    return {name: value for name, value in os.environ.items() if name not in ours} | more


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# --- readers ---


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if packed and self.body else self.body).decode()


def ask(port: int, target: str | bytes, method: str = "GET", timeout: float = 20, **headers: str) -> Answer:
    """Send one request, its target byte for byte as given, and read the answer."""
    raw = target if isinstance(target, bytes) else target.encode()
    lines = {"host": "courier.example", "connection": "close"} | {k.replace("_", "-"): v for k, v in headers.items()}
    head = b"".join(f"{name}: {value}\r\n".encode() for name, value in lines.items())
    with socket.create_connection(("127.0.0.1", port), timeout) as line:
        line.sendall(method.encode() + b" " + raw + b" HTTP/1.1\r\n" + head + b"\r\n")
        with closing(HTTPResponse(line, method=method)) as response:
            response.begin()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read())


# --- the server ---


@dataclass
class Server:
    """``dateline serve`` on a site, in a process group of its own; what it says is in ``log``."""

    site: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        return self.site.parent / "serve.log"

    def said(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def start(self, *arguments: str) -> Server:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "dateline", "serve", "--site", self.site, "--port", str(self.port)]
            self.process = subprocess.Popen(
                [*command, *arguments], stdout=log, stderr=log, env=environment(), start_new_session=True
            )
        return self

    def ready(self) -> Server:
        """Wait until readers are answered and the newsroom is there."""
        waiting.until(self.answers, f"the site answers; it said: {self.said()[-2000:]}", 60)
        waiting.until(lambda: self.ask("/desk/login/").status == 200, "the desk answers", 60, 0.1)
        return self

    def answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.said()
        try:
            return self.ask("/").status == 200
        except OSError:
            return False

    def ask(self, target: str | bytes, method: str = "GET", **headers: str) -> Answer:
        return ask(self.port, target, method, **headers)

    def children(self) -> list[int]:
        """The processes of the running server, itself left out."""
        assert self.process is not None
        return [pid for pid in _of_session(self.process.pid) if pid != self.process.pid]

    def child(self, name: str) -> int:
        """A process beside the page workers, by its name; ``page`` for a page worker."""
        named = {name: f"process {name}" for name in ("newsroom", "discussing", "searching", "following")}
        found = [pid for pid in self.children() if (named.get(name) or "") in _command(pid)]
        if name == "page":
            found = [pid for pid in found if not any(other in _command(pid) for other in named.values())]
            found = [pid for pid in found if "dateline serve" in _command(pid)]
        return found[0]

    def kill(self) -> None:
        """Kill the server as a machine that runs out of memory would: itself alone, at once, without a word."""
        assert self.process is not None
        session = self.process.pid
        self.process.kill()
        self.process.wait()
        waiting.until(lambda: not _of_session(session), "the other processes notice that the server is gone")

    def stop(self) -> int:
        """Tell it to stop; its exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(30)
        finally:
            for pid in _of_session(self.process.pid):
                os.kill(pid, signal.SIGKILL)


@contextmanager
def serving(site: Path, *arguments: str) -> Iterator[Server]:
    server = Server(site).start(*arguments)
    try:
        yield server.ready()
    finally:
        server.stop()


def _of_session(session: int) -> list[int]:
    found = []
    for path in Path("/proc").iterdir():
        if path.name.isdigit():
            try:
                after_name = (path / "stat").read_text().rpartition(")")[2].split()
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(after_name[3]) == session and after_name[0] != "Z":
                found.append(int(path.name))
    return found


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except (FileNotFoundError, ProcessLookupError):
        return ""


# --- the newsroom ---


class Desk:
    """A process of the newsroom on a site: runs lines of Python there, so that no test waits for Wagtail twice.

    The names of ``tests/desk/newsroom.py`` are known in them.
    """

    def __init__(self, site: Path) -> None:
        command = [sys.executable, HERE / "deskwork.py", site]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment(PYTHONPATH=str(HERE))
        )

    def do(self, lines: str, /, **values: Any) -> Any:
        """Run lines of Python, which may use the values; what they left in ``result``."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([lines, values]) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, f"the desk's process ended with {self.process.wait()}"
        done, result = json.loads(line)
        assert done, result
        return result

    def close(self) -> None:
        with self.process:  # closes both pipes and waits
            assert self.process.stdin is not None
            self.process.stdin.close()


@contextmanager
def desk(site: Path) -> Iterator[Desk]:
    opened = Desk(site)
    try:
        yield opened
    finally:
        opened.close()


def now() -> float:
    """Seconds of a clock that never goes back."""
    return time.monotonic()


def today() -> str:
    """Today in the site's zone, as in the address of its day."""
    return datetime.now(UTC).strftime("%Y/%m/%d")
