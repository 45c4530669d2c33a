"""A hot and a cold story page beside nginx serving the same compressed bytes as files.

Processor time a request of the whole process tree is the figure: it is steadier than requests a second on a machine
that others use as well. The rounds alternate, and the medians are compared.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.running import Served, free_port, load, serving, wait_for

CONNECTIONS = 16

COLD_FILES = 20_000
"""Pages that nginx has as files of their own, at most."""

PAGE = "/page.html"
MEASURED = ("nginx", "nginx by script", "nginx cold by script", "hot", "hot by script", "cold by script")


def measure(folder: Path, site: Path, seconds: int, rounds: int) -> dict[str, Any]:
    """Microseconds a request of nginx, of a hot page and of pages that are asked for once each; latencies; memory."""
    with serving(site) as served:
        paths = _paths(served)
        path = paths[len(paths) // 2]
        body = served.packed(path)
        served.settle()
        with _nginx(folder, body) as nginx:
            files = _files(folder / "nginx", served, paths)
            cost: dict[str, list[float]] = {name: [] for name in MEASURED}
            for number in range(rounds):
                cost["nginx"].append(_cost(nginx, PAGE, seconds))
                # As much choosing for wrk as with our pages, which makes nginx as well work in smaller turns.
                asked = _script(folder, [PAGE] * len(files), number)
                cost["nginx by script"].append(_cost(nginx, PAGE, seconds, asked))
                cost["nginx cold by script"].append(_cost(nginx, PAGE, seconds, _script(folder, files, number)))
                cost["hot"].append(_cost(served, path, seconds))
                # A script that chooses pages makes wrk slow, and a server that waits for it works in smaller turns:
                # so the hot page that cold ones are compared with is asked for by the same script.
                cost["hot by script"].append(_cost(served, path, seconds, _script(folder, [path] * len(paths), number)))
                cost["cold by script"].append(_cost(served, path, seconds, _script(folder, paths, number)))
            one, many = load(served.address + path, 1, seconds), load(served.address + path, 64, seconds)
        medians = {name: statistics.median(values) for name, values in cost.items()}
        return {
            "stories": len(paths),
            "page_bytes": len(body),
            "us_per_request": {name: round(value, 1) for name, value in medians.items()},
            "hot_times_nginx": round(medians["hot"] / medians["nginx"], 2),
            "cold_times_hot": round(medians["cold by script"] / medians["hot by script"], 2),
            "nginx_cold_times_hot": round(medians["nginx cold by script"] / medians["nginx by script"], 2),
            "latency_ms": {"1": [one.p50_ms, one.p99_ms], "64": [many.p50_ms, many.p99_ms]},
            "requests_per_second_64": round(many.requests / many.seconds),
            "memory_mb": served.memory(),
            "rounds": {name: [round(v, 1) for v in values] for name, values in cost.items()},
        }


def _cost(served: Served, path: str, seconds: int, script: Path | None = None) -> float:
    before = served.cpu()
    done = load(served.address + path, CONNECTIONS, seconds, script)
    if done.errors:
        raise RuntimeError(f"{done.errors} of {done.requests} answers of {served.address} were errors")
    return (served.cpu() - before) / done.requests * 1e6


def _paths(served: Served) -> list[str]:
    """The addresses of all stories, as the site's own sitemaps tell them."""
    days = _locations(served, "/sitemap.xml")
    found = [path for day in days for path in _locations(served, day)]
    return [path for path in found if path.startswith("/news/")]


def _locations(served: Served, path: str) -> list[str]:
    with urllib.request.urlopen(served.address + path, timeout=30) as response:
        return [urlsplit(place).path for place in re.findall(r"<loc>([^<]+)</loc>", response.read().decode())]


def _script(folder: Path, paths: list[str], number: int) -> Path:
    """Each page once, in an order that chance decides and that is another one in each round."""
    mixed = random.Random(number).sample(paths, len(paths))
    (folder / "paths.txt").write_text("\n".join(mixed), encoding="utf-8")
    script = folder / "pages.lua"
    script.write_text(
        "local at, paths = 0, {}\n"
        f"for line in io.lines('{folder / 'paths.txt'}') do paths[#paths + 1] = line end\n"
        "request = function() at = at % #paths + 1; return wrk.format('GET', paths[at]) end\n",
        encoding="utf-8",
    )
    return script


def _files(root: Path, served: Served, paths: list[str]) -> list[str]:
    """The addresses of some of the pages as files below a folder, in the bytes that they go out in."""
    (root / "cold").mkdir(exist_ok=True)
    chosen = random.Random(0).sample(paths, min(len(paths), COLD_FILES))
    with closing(HTTPConnection(urlsplit(served.address).netloc)) as connection:
        for number, path in enumerate(chosen):
            connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
            (root / "cold" / f"{number}.html.gz").write_bytes(connection.getresponse().read())
    return [f"/cold/{number}.html" for number in range(len(chosen))]


@contextmanager
def _nginx(folder: Path, body: bytes) -> Iterator[Served]:
    """nginx with one worker, the page as a ready .gz file, everything off that costs it time."""
    root = folder / "nginx"
    root.mkdir(exist_ok=True)
    (root / "page.html").write_bytes(b"unpacked")
    (root / "page.html.gz").write_bytes(body)
    port = free_port()
    config = folder / "nginx.conf"
    # Started by root, the worker would be a user who may not read the temporary folder.
    user = "user root;" if os.geteuid() == 0 else ""
    config.write_text(
        f"{user} worker_processes 1; daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log;\n"
        "events { worker_connections 1024; }\n"
        "http { access_log off; sendfile on; keepalive_requests 100000000; default_type text/html;\n"
        f"open_file_cache max=100; server {{ listen 127.0.0.1:{port}; root {root}; gzip_static on; }} }}\n",
        encoding="utf-8",
    )
    process = subprocess.Popen(["nginx", "-c", str(config)])
    served = Served(process.pid, f"http://127.0.0.1:{port}")
    try:
        wait_for(lambda: served.status(PAGE) == 200)
        yield served
    finally:
        process.terminate()
        process.wait(10)
