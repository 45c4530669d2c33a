"""A program watched from outside while it runs: how long it takes, and what it holds. Measures nothing by itself."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from bench import running


def watch(command: Sequence[str]) -> tuple[float, float, int, str]:
    """Run Python; the seconds, those of the processor, the most megabytes that all of it held, and what it printed."""
    began, used = time.perf_counter(), _cpu()
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen([sys.executable, *command], stdin=subprocess.DEVNULL, stdout=said)
        most = 0
        while process.poll() is None:
            most = max(most, _memory(process.pid))
            time.sleep(0.2)
        seconds = time.perf_counter() - began
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        said.seek(0)
        return seconds, _cpu() - used, most, said.read()


def _cpu() -> float:
    """Seconds of processor that the processes used that were waited for."""
    times = resource.getrusage(resource.RUSAGE_CHILDREN)
    return times.ru_utime + times.ru_stime


def _memory(pid: int) -> int:
    try:
        return running.Served(pid, "").memory()["own"]
    except (OSError, KeyError, IndexError):
        return 0  # one of them ended while we looked
