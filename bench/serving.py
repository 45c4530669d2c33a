"""A hot and a cold story page beside nginx serving the same compressed bytes as a file.

Processor time a request of the whole process tree is the figure: it is steadier than requests a second on a machine
that others use as well. The rounds alternate, and the medians are compared.
"""

from __future__ import annotations

import statistics
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.running import Served, free_port, load, serving, wait_for

CONNECTIONS = 16


def measure(folder: Path, site: Path, stories: int, seconds: int, rounds: int) -> dict[str, Any]:
    """Microseconds a request of nginx, of a hot page and of pages that are asked for once each; latencies; memory."""
    with serving(site) as served:
        path = f"/news/{stories // 2}/"
        path = _final(served, path)
        body = served.packed(path)
        cold = _cold_script(folder, stories)
        with _nginx(folder, body) as nginx:
            cost: dict[str, list[float]] = {"nginx": [], "hot": [], "cold": []}
            for _ in range(rounds):
                cost["nginx"].append(_cost(nginx, "/page.html", seconds))
                cost["hot"].append(_cost(served, path, seconds))
                cost["cold"].append(_cost(served, path, seconds, cold))
            one, many = load(served.address + path, 1, seconds), load(served.address + path, 64, seconds)
        medians = {name: statistics.median(values) for name, values in cost.items()}
        return {
            "stories": stories,
            "page_bytes": len(body),
            "us_per_request": {name: round(value, 1) for name, value in medians.items()},
            "hot_times_nginx": round(medians["hot"] / medians["nginx"], 2),
            "cold_times_hot": round(medians["cold"] / medians["hot"], 2),
            "latency_ms": {"1": [one.p50_ms, one.p99_ms], "64": [many.p50_ms, many.p99_ms]},
            "requests_per_second_64": round(many.requests / many.seconds),
            "memory_mb": round(served.memory()),
            "rounds": {name: [round(v, 1) for v in values] for name, values in cost.items()},
        }


def _cost(served: Served, path: str, seconds: int, script: Path | None = None) -> float:
    before = served.cpu()
    done = load(served.address + path, CONNECTIONS, seconds, script)
    if done.errors:
        raise RuntimeError(f"{done.errors} of {done.requests} answers of {served.address} were errors")
    return (served.cpu() - before) / done.requests * 1e6


def _final(served: Served, path: str) -> str:
    """The right address of a story, behind the redirect."""
    import urllib.request

    with urllib.request.urlopen(served.address + path, timeout=5) as response:
        return str(response.url).removeprefix(served.address)


def _cold_script(folder: Path, stories: int) -> Path:
    """Each page once in an order that jumps about: steps of a number that shares no factor with the count."""
    script = folder / "cold.lua"
    script.write_text(
        f"local n, at, step = {stories}, 0, 7919\n"
        "local paths = {}\n"
        "for line in io.lines('" + str(folder / "paths.txt") + "') do paths[#paths + 1] = line end\n"
        "request = function() at = (at + step) % #paths; return wrk.format('GET', paths[at + 1]) end\n",
        encoding="utf-8",
    )
    return script


@contextmanager
def _nginx(folder: Path, body: bytes) -> Iterator[Served]:
    """nginx with one worker, the page as a ready .gz file, everything off that costs it time."""
    root = folder / "nginx"
    root.mkdir(exist_ok=True)
    (root / "page.html").write_bytes(b"unpacked")
    (root / "page.html.gz").write_bytes(body)
    port = free_port()
    config = folder / "nginx.conf"
    config.write_text(
        f"worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\n"
        "events { worker_connections 1024; }\n"
        "http { access_log off; sendfile on; keepalive_requests 100000000; default_type text/html;\n"
        f"open_file_cache max=100; server {{ listen 127.0.0.1:{port}; root {root}; gzip_static on; }} }}\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(["nginx", "-c", str(config)])
    served = Served(process.pid, f"http://127.0.0.1:{port}")
    try:
        wait_for(lambda: served.status("/page.html") == 200)
        yield served
    finally:
        process.terminate()
        process.wait(10)
