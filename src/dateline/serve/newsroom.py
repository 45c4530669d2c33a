"""Handing a request to the newsroom process over its local socket, and its answer back. A plain HTTP/1.1 relay."""

from __future__ import annotations

import asyncio
import contextlib
import string
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import h11
from granian.rsgi import ProtocolClosed  # type: ignore[attr-defined]

from dateline.serve.loop import onto_loop

MAX_BODY = 64 << 20
"""Bytes of the largest upload."""

CHUNK = 64 << 10
PATIENCE = 120.0
"""Seconds to wait for the newsroom to say something."""

LOCAL = ("127.0.0.1", "::1")

# RFC 9110, section 7.6.1: headers of one connection alone; and those that are set anew here.
_NOT_RELAYED = frozenset((
    "connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade",
    "content-length", "expect", "x-forwarded-for", "x-forwarded-proto", "server", "date",
))  # fmt: skip


Excuse = Callable[[Any, Any, int, str], None]
"""Tells the one who asks (scope, protocol) why there is no answer: with a status, in a plain sentence."""

AWAY = "The newsroom is starting, or is not running. Please try again in a moment.\n"
SILENT = "The newsroom did not answer. Go back and try again.\n"


class Newsroom:
    """A process behind a local socket: the newsroom, or another that answers in its manner."""

    def __init__(
        self, socket: Path, excuse: Excuse | None = None, patience: float = PATIENCE, most: int = MAX_BODY
    ) -> None:
        """``patience`` in seconds; ``most`` are the bytes of the largest body that is handed over."""
        self.socket = socket
        self.excuse = excuse or _excuse
        self.patience = patience
        self.most = most

    async def relay(self, scope: Any, protocol: Any) -> None:
        """Answer a request with the newsroom's answer, or say plainly why there is none."""
        await onto_loop()
        await self.answer(scope, protocol)

    async def answer(self, scope: Any, protocol: Any) -> None:
        """``relay`` for a request that is in the loop already."""
        body = await read_body(protocol, self.most)
        if body is None:
            self.excuse(scope, protocol, 413, "That is too large to be taken in.\n")
            return
        await self.hand_over(scope, protocol, body)

    async def hand_over(self, scope: Any, protocol: Any, body: bytes) -> None:
        """``relay`` for a request whose body was read; it is sent once, whatever happens."""
        try:
            reader, writer = await asyncio.open_unix_connection(str(self.socket))
        except OSError:
            self.excuse(scope, protocol, 503, AWAY)
            return
        try:
            await self._send_on(scope, protocol, _exchange(_request(scope, body), body, reader, writer, self.patience))
        finally:
            writer.close()

    async def _send_on(self, scope: Any, protocol: Any, events: AsyncIterator[h11.Event]) -> None:
        """Send the newsroom's events on as they come."""
        try:
            response = await anext(events)
        except (OSError, h11.ProtocolError, TimeoutError, StopAsyncIteration):
            self.excuse(scope, protocol, 502, SILENT)
            return
        assert isinstance(response, h11.Response)
        stream = protocol.response_stream(response.status_code, _kept(response.headers))
        # A newsroom that breaks off from here on ends the answer short, which the browser sees by its length.
        with contextlib.suppress(ProtocolClosed):  # the browser left: nobody waits for the rest
            async for event in events:
                if isinstance(event, h11.Data):
                    await stream.send_bytes(bytes(event.data))


async def _exchange(
    request: h11.Request, body: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, patience: float
) -> AsyncIterator[h11.Event]:
    """Send a request and give its response and the data of it."""
    connection = h11.Connection(h11.CLIENT)
    for event in (request, h11.Data(data=body), h11.EndOfMessage()):
        writer.write(connection.send(event) or b"")
    await writer.drain()
    while True:
        said = connection.next_event()
        if said is h11.NEED_DATA:
            async with asyncio.timeout(patience):
                connection.receive_data(await reader.read(CHUNK))
        elif isinstance(said, h11.Response | h11.Data):
            yield said
        elif isinstance(said, h11.EndOfMessage | h11.ConnectionClosed):
            return


def _request(scope: Any, body: bytes) -> h11.Request:
    sent = [(name, value) for name, value in scope.headers.items() if name not in _NOT_RELAYED]
    # Browsers send queries in ASCII, but the letter of HTTP is not what everybody keeps to.
    query = quote(scope.query_string, safe=string.punctuation, errors="replace")
    target = quote(scope.path) + (f"?{query}" if query else "")
    address, proto = origin(scope)
    added = [
        ("x-forwarded-for", address),
        ("x-forwarded-proto", proto),
        ("connection", "close"),
        ("content-length", str(len(body))),
        # HTTP/1.0 does without, and HTTP/1.1, which this is sent on in, does not.
        *([] if scope.headers.get("host") else [("host", "")]),
    ]
    return h11.Request(method=scope.method, target=target, headers=[*sent, *added])


def origin(scope: Any) -> tuple[str, str]:
    """The reader's address and scheme; a proxy on this machine is believed about them, nobody else is."""
    client = scope.client.rpartition(":")[0].strip("[]")
    if client not in LOCAL:
        return client, scope.scheme
    # Some proxies write the address behind what the reader has sent, some on a line of its own: theirs is the last.
    said = (scope.headers.get_all("x-forwarded-for") or [client])[-1]
    return said.rpartition(",")[2].strip(), scope.headers.get("x-forwarded-proto") or scope.scheme


def _kept(headers: Any) -> list[tuple[str, str]]:
    pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
    return [(name, value) for name, value in pairs if name not in _NOT_RELAYED]


async def read_body(protocol: Any, most: int, patience: float | None = None) -> bytes | None:
    """The body of the request; None if it has more bytes than ``most``.

    Raises TimeoutError if it has not arrived after ``patience`` seconds.
    """
    parts, length = [], 0
    async with asyncio.timeout(patience):
        async for part in protocol:
            length += len(part)
            if length > most:
                return None
            parts.append(bytes(part))
    return b"".join(parts)


def _excuse(_: Any, protocol: Any, status: int, text: str) -> None:
    headers = [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store"), ("retry-after", "2")]
    protocol.response_str(status, headers, text)
