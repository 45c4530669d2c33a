"""Handing a request to the newsroom process over its local socket, and its answer back. A plain HTTP/1.1 relay."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import h11

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


class Newsroom:
    def __init__(self, socket: Path) -> None:
        self.socket = socket

    async def relay(self, scope: Any, protocol: Any) -> None:
        """Answer a request with the newsroom's answer, or say plainly why there is none."""
        body = await _read_body(protocol)
        if body is None:
            _excuse(protocol, 413, "That is too large to be taken in.\n")
            return
        try:
            reader, writer = await asyncio.open_unix_connection(str(self.socket))
        except OSError:
            _excuse(protocol, 503, "The newsroom is starting, or is not running. Please try again in a moment.\n")
            return
        try:
            await _answer(protocol, _exchange(_request(scope, body), body, reader, writer))
        finally:
            writer.close()


async def _answer(protocol: Any, events: AsyncIterator[h11.Event]) -> None:
    """Send the newsroom's events on as they come."""
    try:
        response = await anext(events)
    except (OSError, h11.ProtocolError, TimeoutError, StopAsyncIteration):
        _excuse(protocol, 502, "The newsroom did not answer. Go back and try again.\n")
        return
    assert isinstance(response, h11.Response)
    stream = protocol.response_stream(response.status_code, _kept(response.headers))
    # A connection that breaks from here on ends the answer short, which the browser sees by its length.
    async for event in events:
        if isinstance(event, h11.Data):
            await stream.send_bytes(bytes(event.data))


async def _exchange(
    request: h11.Request, body: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> AsyncIterator[h11.Event]:
    """Send a request and give its response and the data of it."""
    connection = h11.Connection(h11.CLIENT)
    for event in (request, h11.Data(data=body), h11.EndOfMessage()):
        writer.write(connection.send(event) or b"")
    await writer.drain()
    while True:
        said = connection.next_event()
        if said is h11.NEED_DATA:
            async with asyncio.timeout(PATIENCE):
                connection.receive_data(await reader.read(CHUNK))
        elif isinstance(said, h11.Response | h11.Data):
            yield said
        elif isinstance(said, h11.EndOfMessage | h11.ConnectionClosed):
            return


def _request(scope: Any, body: bytes) -> h11.Request:
    sent = [(name, value) for name, value in scope.headers.items() if name not in _NOT_RELAYED]
    target = quote(scope.path) + (f"?{scope.query_string}" if scope.query_string else "")
    address, proto = _origin(scope)
    added = [
        ("x-forwarded-for", address),
        ("x-forwarded-proto", proto),
        ("connection", "close"),
        ("content-length", str(len(body))),
    ]
    return h11.Request(method=scope.method, target=target, headers=[*sent, *added])


def _origin(scope: Any) -> tuple[str, str]:
    """The reader's address and scheme; a proxy on this machine is believed about them, nobody else is."""
    client = scope.client.rpartition(":")[0].strip("[]")
    if client not in LOCAL:
        return client, scope.scheme
    said = scope.headers.get("x-forwarded-for") or client
    return said.rpartition(",")[2].strip(), scope.headers.get("x-forwarded-proto") or scope.scheme


def _kept(headers: Any) -> list[tuple[str, str]]:
    pairs = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
    return [(name, value) for name, value in pairs if name not in _NOT_RELAYED]


async def _read_body(protocol: Any) -> bytes | None:
    """The body of the request; None if it is longer than MAX_BODY."""
    parts, length = [], 0
    async for part in protocol:
        length += len(part)
        if length > MAX_BODY:
            return None
        parts.append(bytes(part))
    return b"".join(parts)


def _excuse(protocol: Any, status: int, text: str) -> None:
    headers = [("content-type", "text/plain; charset=utf-8"), ("cache-control", "no-store"), ("retry-after", "2")]
    protocol.response_str(status, headers, text)
