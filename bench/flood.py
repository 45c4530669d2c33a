"""Requests sent at a fixed rate, whether those before are answered or not; what each was answered and how long it took.

They are bytes made beforehand, sent on connections that stay open, as a proxy before a site keeps them. What sends a
flood runs on the processors that the site and its readers need, so that all it uses is taken from them.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence

LONGEST = 60.0
"""Seconds that the last answers are waited for."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_LAST_CHUNK = b"0\r\n\r\n"

Answered = tuple[int, float]
"""A status, 0 if there was no answer, and seconds."""


def send(host: str, requests: Sequence[bytes], rate: float) -> list[Answered]:
    """Begin so many of the requests a second, at ``host:port``; the answer to each."""
    return asyncio.run(_Flood(host, requests).run(rate))


class _Flood:
    def __init__(self, host: str, requests: Sequence[bytes]) -> None:
        name, _, port = host.rpartition(":")
        self.place = name, int(port)
        self.requests = requests
        self.answers: list[Answered] = [(0, 0.0)] * len(requests)
        self.free: list[_Line] = []

    async def run(self, rate: float) -> list[Answered]:
        loop = asyncio.get_running_loop()
        began = loop.time()
        sent = []
        for number in range(len(self.requests)):
            if (early := began + number / rate - loop.time()) > 0:
                await asyncio.sleep(early)
            sent.append(await self._send(number))
        await asyncio.wait(sent, timeout=LONGEST)
        for line in self.free:
            line.close()
        return self.answers

    async def _send(self, number: int) -> asyncio.Future[None]:
        """Begin one request, on a line that is free; what is returned is done when it is answered."""
        line = self.free.pop() if self.free else _Line(self)
        if line.transport is None:
            await asyncio.get_running_loop().create_connection(lambda: line, *self.place)
        return line.send(number, self.requests[number])


class _Line(asyncio.Protocol):
    """A connection, on which one request at most is under way."""

    def __init__(self, flood: _Flood) -> None:
        self.flood = flood
        self.transport: asyncio.Transport | None = None
        self.heard = b""
        self.number = 0
        self.began = 0.0
        self.answered: asyncio.Future[None] | None = None

    def send(self, number: int, request: bytes) -> asyncio.Future[None]:
        assert self.transport is not None
        self.number, self.heard, self.began = number, b"", time.perf_counter()
        self.answered = asyncio.get_running_loop().create_future()
        self.transport.write(request)
        return self.answered

    def close(self) -> None:
        if self.transport is not None:
            self.transport.close()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.heard += data
        if _is_whole(self.heard):
            self._end(int(self.heard[9:12]))
            self.flood.free.append(self)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        self.transport = None
        if self.answered is not None:
            self._end(0)

    def _end(self, status: int) -> None:
        self.flood.answers[self.number] = status, time.perf_counter() - self.began
        if self.answered is not None:
            self.answered.set_result(None)
            self.answered = None


def _is_whole(heard: bytes) -> bool:
    """Whether an answer has arrived to its end."""
    head, _, body = heard.partition(b"\r\n\r\n")
    if length := _LENGTH.search(head):
        return len(body) >= int(length[1])
    return body.endswith(_LAST_CHUNK)
