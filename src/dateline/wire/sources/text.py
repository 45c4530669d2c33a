"""Page text: what remains of pages when only their text was kept, one page to a file or many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from dateline.wire import text
from dateline.wire.page.charset import decode
from dateline.wire.record import Record
from dateline.wire.sources.source import LARGEST, About

CHUNK = 16 << 20
"""Bytes that are looked at together for where pages begin."""
LOOKED_AT = 4096


class Text:
    """A page a piece. It is asked before web pages and leaves to them whatever has markup."""

    name = "text"
    whole = False

    def fits(self, head: bytes) -> bool:
        return text.fits(_whole_lines(head[:LOOKED_AT]))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        rest = b""
        while more := file.read(CHUNK):
            data = rest + more
            end = data.rfind(b"\n") + 1 or len(data)
            pages = _pages(data[:end])
            # The last page may go on in what is read next.
            keep = len(pages) > 1 or len(data) <= LARGEST
            rest = (pages.pop() if pages and keep else b"") + data[end:]
            yield from pages
        yield from _pages(rest)

    def read(self, data: bytes, about: About) -> Record:
        page, _ = decode(data)
        return text.read(page, about.furniture, name=about.name, address=about.address)


def _whole_lines(head: bytes) -> bytes:
    """What was looked at without its last line, which may end in the middle of a letter."""
    return head if len(head) < LOOKED_AT else head[: head.rfind(b"\n") + 1] or head


def _pages(data: bytes) -> list[bytes]:
    return [page.encode() for page in text.split(data)]
