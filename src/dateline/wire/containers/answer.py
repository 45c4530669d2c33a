"""What a server answered, out of a record of a web archive: its status, its kind, its charset, its bytes unpacked."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import brotli
from warcio.bufferedreaders import ChunkedDataReader

from dateline.wire.containers.records import Entry
from dateline.wire.sources import LARGEST

LONGEST_HEAD = 1 << 18

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:\-]+)", re.IGNORECASE)
_HTML = re.compile(rb"\s*(?:<!doctype\s+html|<html|<\?xml[^>]*>\s*<!doctype\s+html)", re.IGNORECASE)
_PACKED = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "br"}
_WINDOWS = {"gzip": (31,), "deflate": (15, -15)}
"""What zlib calls the forms of each; deflate was sent with and without a header."""
STEP = 32
"""Bytes at a time of what is damaged."""
_PAGES = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class Answer:
    """``body`` is as it was sent: ``unpacked`` has it as it was meant."""

    status: int
    media: str
    """Such as ``text/html``, in lower case; empty if nobody said so."""
    charset: str
    headers: dict[str, str]
    body: bytes

    def is_page(self) -> bool:
        return self.media in _PAGES or (self.media in ("", "unk", "no-type") and bool(_HTML.match(self.body)))

    def is_picture(self) -> bool:
        return self.media.startswith("image/") and self.media != "image/svg+xml"

    def unpacked(self) -> bytes:
        """The body without what it was packed in on its way, no more of it than is read of a piece."""
        packed = _PACKED.get(self.headers.get("content-encoding", "").strip().lower(), "")
        body = self.body
        if self.headers.get("transfer-encoding", "").strip().lower() == "chunked":
            body = bytes(ChunkedDataReader(io.BytesIO(body)).read(LARGEST + 1))
        if packed == "br":
            return _unbrotlied(body)
        return _inflated(body, _WINDOWS[packed]) if packed else body


def answer(entry: Entry) -> Answer:
    """The answer in a record; of one without an HTTP header, its block as if it had been sent."""
    head, rest = _cut(entry.data)
    status = _STATUS.match(head)
    if status is None:
        return Answer(200, *_media("" if "application/http" in entry.media else entry.media), {}, entry.data)
    headers = dict(_headers(head.decode("latin-1")))
    return Answer(int(status[1]), *_media(headers.get("content-type", "")), headers, rest)


def _cut(data: bytes) -> tuple[bytes, bytes]:
    end = _HEAD_END.search(data, 0, LONGEST_HEAD)
    return (data[: end.start()], data[end.end() :]) if end else (data[:LONGEST_HEAD], b"")


def _headers(head: str) -> list[tuple[str, str]]:
    lines = (line.partition(":") for line in head.splitlines()[1:])
    return [(name.strip().lower(), value.strip()) for name, colon, value in lines if colon]


def _media(text: str) -> tuple[str, str]:
    charset = _CHARSET.search(text)
    return text.partition(";")[0].strip().lower(), charset[1].lower() if charset else ""


def _inflated(data: bytes, windows: Sequence[int]) -> bytes:
    """What zlib makes of it as far as it can, or the bytes themselves: some crawlers unpack and keep the header."""
    whole = (_steps(data, window, len(data)) for window in windows if data)
    # What has a header is believed though it is damaged; without one any bytes could be taken for packed ones.
    return next(filter(None, whole), b"") or _steps(data, windows[0], STEP) or data


def _steps(data: bytes, window: int, step: int) -> bytes:
    """What is unpacked before the first step that goes wrong; that one is lost whole."""
    unpacker = zlib.decompressobj(window)
    parts: list[bytes] = []
    size = 0
    with suppress(zlib.error):
        for at in range(0, len(data), step):
            parts.append(unpacker.decompress(data[at : at + step], LARGEST + 1 - size))
            size += len(parts[-1])
            if unpacker.eof or size > LARGEST:
                break
    return b"".join(parts) if window > 0 or unpacker.eof else b""


def _unbrotlied(data: bytes) -> bytes:
    """What brotli makes of it, or the bytes themselves: some crawlers keep the header and unpack the body."""
    unpacker = brotli.Decompressor()
    parts, size = [], 0
    try:
        for at in range(0, len(data), 1024):
            parts.append(unpacker.process(data[at : at + 1024]))
            size += len(parts[-1])
            if size > LARGEST:
                break
    except brotli.error:
        return data
    return b"".join(parts)
