"""A web archive as large as one likes: a few thousand pages among videos, pictures and packages. Measures nothing.

What is no page is noise, a stretch of the same 64 MB each time; nothing would pack it any smaller. The pages are spread
evenly over the file, so that whatever is read between two of them is read thousands of times.
"""

from __future__ import annotations

import os
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from pathlib import Path

NOISE = 64 << 20
KINDS = (
    *(("image/jpeg", 300_000), ("image/png", 1_200_000), ("video/mp4", 48_000_000), ("image/jpeg", 900_000)),
    *(("application/zip", 9_000_000), ("image/webp", 150_000), ("application/pdf", 2_500_000)),
)
HUGE = ("video/mp4", 2_500_000_000)
"""One record in an archive of more than ten times its size."""


def write(path: Path, pages: Sequence[bytes], least: int, *, packed: bool) -> Counter[str]:
    """Make an archive of at least so many bytes of records; how many there are of what."""
    noise = memoryview(os.urandom(NOISE))
    told: Counter[str] = Counter()
    with path.open("wb") as file:
        out = file.write
        size = 0
        for number, (kind, media, length) in enumerate(_records(len(pages), least)):
            block = [memoryview(pages[told["pages"]])] if kind == "pages" else list(_stretches(noise, number, length))
            parts = [_head(kind, number, told["pages"], media, sum(map(len, block))), *block, b"\r\n\r\n"]
            size += sum(map(len, parts))
            _write(out, parts, packed=packed)
            told[kind] += 1
    told["bytes"] = size
    return told


def address(number: int) -> str:
    """Of a page, as ``import_scale.pages`` says it."""
    return f"https://old.example/news/{number}"


def _records(pages: int, least: int) -> Iterator[tuple[str, str, int]]:
    """Kind, media type and length of each record; a page as soon as its place in the file is reached."""
    size = done = 0
    others = cycle(KINDS)
    if least > 10 * HUGE[1]:
        size += HUGE[1]
        yield "others", *HUGE
    while size < least or done < pages:
        if done * least <= size * pages and done < pages:
            done += 1
            yield "pages", "text/html; charset=utf-8", 0
            yield "requests", "", 40
        else:
            media, length = next(others)
            size += length
            yield "pictures" if media.startswith("image/") else "others", media, length


def _stretches(noise: memoryview, number: int, length: int) -> Iterator[memoryview]:
    at = number * 1_000_003 % NOISE
    while length > 0:
        part = noise[at : at + length]
        length, at = length - len(part), 0
        yield part


def _head(kind: str, number: int, page: int, media: str, length: int) -> bytes:
    name = address(page if kind == "pages" else page - 1) if kind in ("pages", "requests") else ""
    sent = b"" if kind == "requests" else f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\n\r\n".encode()
    role = "request" if kind == "requests" else "response"
    return (
        f"WARC/1.1\r\nWARC-Type: {role}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"WARC-Target-URI: {name or f'https://old.example/files/{number}'}\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(sent) + length}\r\n\r\n"
    ).encode() + sent


def _write(out: Callable[[bytes | memoryview], object], parts: Sequence[bytes | memoryview], *, packed: bool) -> None:
    if not packed:
        for part in parts:
            out(part)
        return
    # Noise is stored as it is by every level; by this one at once.
    packer = zlib.compressobj(0, wbits=31)
    for part in parts:
        out(packer.compress(part))
    out(packer.flush())
