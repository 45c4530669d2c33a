"""Pages asked for at a fixed rate, whether those before are answered or not; how long each takes from when it was due.

A load that asks as fast as it is answered slows down with the server and then tells nothing of the waiting. This one
does not, and as a process of its own it tells what it used of the processors that it shares with the server.

usage: python -m bench.offered URL RATE SECONDS
"""

from __future__ import annotations

import asyncio
import json
import resource
import sys
import time
from urllib.parse import urlsplit

LINES = 64
"""Connections at most; who finds none free waits, and that counts."""

Line = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Asking:
    """Asks for one page."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "", parts.port or 80
        head = f"GET {parts.path} HTTP/1.1\r\nhost: {parts.netloc}\r\naccept-encoding: gzip\r\n\r\n"
        self.request = head.encode()
        self.free: asyncio.LifoQueue[Line | None] = asyncio.LifoQueue()
        for _ in range(LINES):
            self.free.put_nowait(None)
        self.took: list[float] = []
        self.failed = 0
        self.last = 0.0

    async def run(self, rate: int, seconds: int) -> dict[str, float]:
        """Ask so many times a second; what came of it."""
        loop = asyncio.get_running_loop()
        began = loop.time()
        asked = []
        for number in range(rate * seconds):
            due = began + number / rate
            await asyncio.sleep(due - loop.time())
            asked.append(asyncio.create_task(self._ask(due)))
        await asyncio.gather(*asked)
        took = sorted(self.took)
        return {
            "offered_per_second": rate,
            "answered_per_second": round(len(took) / max(seconds, self.last - began), 1),
            "failed": self.failed,
            "ms_p50": _ms(took, 0.5),
            "ms_p99": _ms(took, 0.99),
        }

    async def _ask(self, due: float) -> None:
        line = await self.free.get()
        try:
            line = line or await asyncio.open_connection(self.host, self.port)
            line[1].write(self.request)
            head = (await line[0].readuntil(b"\r\n\r\n")).lower()
            await line[0].readexactly(int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0]))
        except (OSError, EOFError, ValueError):
            self.failed += 1
            self.free.put_nowait(None)
            return
        self.last = time.monotonic()
        if head.startswith(b"http/1.1 200"):
            self.took.append(self.last - due)
        else:
            self.failed += 1
        self.free.put_nowait(line)


def _ms(values: list[float], share: float) -> float:
    return round(values[min(len(values) - 1, int(len(values) * share))] * 1000, 1) if values else 0.0


def tell() -> None:
    """Ask, and print what came of it."""
    url, rate, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    found = asyncio.run(Asking(url).run(rate, seconds))
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({**found, "own_cpu_seconds": round(used.ru_utime + used.ru_stime, 2)}))


if __name__ == "__main__":
    tell()
