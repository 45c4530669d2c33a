"""Running things to be measured: a site with so many stories, servers, loads; and what processes use."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from bench import copy

PROCESS = "dateline.site.process"
"""The module that the processes beside the page workers are started with; their name follows it."""

CLOCK = os.sysconf("SC_CLK_TCK")


def dateline(*arguments: str) -> None:
    """Run a command of Dateline; raises CalledProcessError if it fails."""
    subprocess.run([sys.executable, "-m", "dateline", *arguments], check=True, stdin=subprocess.DEVNULL)


def make_site(folder: Path, stories: int) -> float:
    """A site with so many stories taken in by ``dateline import``; the seconds that the import took."""
    site = folder / "site"
    dateline("init", str(site), "--name", "The Bench", "--sections", "Alpha, Beta, Gamma, Delta")
    archive = folder / "stories.jsonl"
    copy.write(archive, stories)
    began = time.perf_counter()
    dateline("import", "--site", str(site), str(archive))
    return time.perf_counter() - began


@contextmanager
def serving(site: Path, workers: int = 1) -> Iterator[Served]:
    """``dateline serve`` on a free port, ready to answer."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "dateline",
        "serve",
        "--site",
        str(site),
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    served = Served(process.pid, f"http://127.0.0.1:{port}")
    try:
        wait_for(lambda: served.status("/") == 200 and served.status("/desk/login/") == 200)
        yield served
    finally:
        process.terminate()
        process.wait(20)


@dataclass(frozen=True, slots=True)
class Served:
    """A server under measurement: the root of its process tree, and its address."""

    pid: int
    address: str
    began: float = field(default_factory=time.monotonic)

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as response:
                return int(response.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def packed(self, path: str) -> bytes:
        """The body as it goes over the wire to a browser."""
        request = urllib.request.Request(self.address + path, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request, timeout=5) as response:
            return bytes(response.read())

    def moved(self, path: str) -> str:
        """The path that another leads to."""
        with urllib.request.urlopen(self.address + path, timeout=5) as response:
            return urlsplit(response.url).path

    def settle(self) -> None:
        """Wait until the inspection that a server begins with is over: what it costs is counted with the tree."""
        wait_for(self._is_inspected, patience=1800)

    def _is_inspected(self) -> bool:
        with urllib.request.urlopen(self.address + "/healthz", timeout=5) as response:
            ago = json.load(response)["inspected"]
        return ago is not None and ago < time.monotonic() - self.began

    def cpu(self) -> float:
        """Seconds of processor time that the whole tree has used, those of it that have ended as well."""
        return sum(_cpu(pid) + _cpu_of_ended(pid) for pid in tree(self.pid))

    def cpu_by_name(self) -> dict[str, float]:
        """The same for each kind of process: ``pages`` for the workers and the server, else by its own name."""
        found: dict[str, float] = {}
        for pid in tree(self.pid):
            name = _name(pid)
            found[name] = found.get(name, 0.0) + _cpu(pid)
        return found

    def memory(self) -> dict[str, int]:
        """Megabytes of the whole tree, shared pages counted once (PSS).

        ``own`` is what the processes hold; ``mapped`` are files, the pressed pages above all, of which the system keeps
        in memory what there is room for, as it does of files that nginx sends.
        """
        found = [_pss(pid) for pid in tree(self.pid)]
        return {"own": sum(own for own, _ in found) // 1000, "mapped": sum(mapped for _, mapped in found) // 1000}


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk saw."""

    requests: int
    seconds: float
    p50_ms: float
    p99_ms: float
    errors: int


def load(url: str, connections: int, seconds: int, script: Path | None = None) -> Load:
    """Ask a server with wrk, one thread; ``script`` chooses the pages."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-H", "Accept-Encoding: gzip"]
    command += ["-s", str(script)] if script else []
    said = subprocess.run([*command, url], capture_output=True, text=True, check=True).stdout
    found = re.search(r"(\d+) requests in ([\d.]+)s", said)
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    assert found, said
    return Load(
        int(found[1]), float(found[2]), _percentile(said, 50), _percentile(said, 99), int(failed[1]) if failed else 0
    )


def _percentile(said: str, which: int) -> float:
    found = re.search(rf"{which}%\s+([\d.]+)(us|ms|s)\b", said)
    assert found, said
    return float(found[1]) * {"us": 1e-3, "ms": 1.0, "s": 1e3}[found[2]]


def tree(pid: int) -> list[int]:
    """A process and all below it."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except OSError:
                continue  # it ended while we looked
    found = [pid]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found


def _cpu(pid: int) -> float:
    return sum(_times(pid)[:2]) / CLOCK


def _cpu_of_ended(pid: int) -> float:
    """Of processes below one that it has seen end: without them, what they used would be taken off the tree's."""
    return sum(_times(pid)[2:]) / CLOCK


def _times(pid: int) -> list[int]:
    """Ticks: user, system, user and system of those that ended (proc(5))."""
    return [int(one) for one in Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[11:15]]


def _name(pid: int) -> str:
    words: list[str] = Path(f"/proc/{pid}/cmdline").read_bytes().decode().split("\0")
    return words[words.index(PROCESS) + 1] if PROCESS in words else "pages"


def busy() -> float:
    """Seconds that all processors of the machine together were not idle."""
    # user nice system idle iowait irq softirq steal: proc(5)
    ticks = [int(one) for one in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]]
    return (sum(ticks) - ticks[3] - ticks[4]) / CLOCK


def _pss(pid: int) -> tuple[int, int]:
    """Kilobytes of a process's own memory, and of files that it has mapped."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    sizes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines[1:])}
    return sizes["Pss_Anon"] + sizes["Pss_Shmem"], sizes["Pss_File"]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(ready: object, patience: float = 60) -> None:
    """Wait until ``ready()`` is true; raises TimeoutError."""
    deadline = time.monotonic() + patience
    while not ready():  # type: ignore[operator]
        if time.monotonic() > deadline:
            raise TimeoutError("it was not ready in time")
        time.sleep(0.05)


def need(*packages: str) -> None:
    """Install Debian packages that a measurement is made beside."""
    subprocess.run(["sh", str(Path(__file__).parent.parent / "tools" / "need"), *packages], check=True)


Command = Sequence[str]
