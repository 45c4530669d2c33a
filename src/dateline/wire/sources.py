"""The kinds of copy that Dateline reads, as a list; which of them a file is, its content tells.

A source cuts a file into pieces and makes a record of each. To add one: a class with these names, a line in
``SOURCES``, recorded input in tests/wire.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Protocol

from dateline.errors import CopyError
from dateline.wire import lines, page
from dateline.wire.record import Record

LARGEST = 64 << 20
"""Bytes of one piece that are read at most; what is longer is refused, not cut."""

# What lies beside saved pages: pictures, style sheets, scripts, fonts, sound and film.
_BESIDE = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"BM",
    b"\x00\x00\x01\x00",
    b"wOFF",
    b"wOF2",
    b"OTTO",
    b"\x00\x01\x00\x00",
    b"%PDF",
    b"ID3",
    b"OggS",
    b"FLV",
    b"CWS",
    b"FWS",
)
_BESIDE_ENDINGS = (
    ".css",
    ".js",
    ".map",
    ".svg",
    ".ico",
    ".woff",
    ".woff2",
    ".ttf",
    ".eot",
    ".mp3",
    ".mp4",
    ".webm",
    ".avif",
)


class Source(Protocol):
    """One kind of copy."""

    name: str
    """As ``--format`` takes it."""
    whole: bool
    """Whether a file of it is one piece."""

    def fits(self, head: bytes) -> bool:
        """Whether a file that begins like this is of this kind."""

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        """The pieces of an open file."""

    def read(self, data: bytes, name: str) -> Record:
        """The record of a piece; raises CopyError with the reason if there is none."""


class JsonLines:
    """JSON Lines of plain stories: id, title, text, date, lang, url, authors, source."""

    name = "jsonl"
    whole = False

    def fits(self, head: bytes) -> bool:
        first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
        if not first.startswith(b"{"):
            return False
        try:
            return isinstance(json.loads(first), dict)
        except ValueError:
            # A line longer than what was looked at cannot be judged whole; one that ends here is broken JSON.
            return b"\n" not in head and b'":' in first

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        while line := file.readline(LARGEST + 1):
            if line.strip():
                yield line

    def read(self, data: bytes, name: str) -> Record:
        return lines.read(data, name=name)


class Pages:
    """Saved web pages."""

    name = "html"
    whole = True

    def fits(self, _: bytes) -> bool:
        return True

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield file.read(LARGEST + 1)

    def read(self, data: bytes, name: str) -> Record:
        return page.read(data, name=name)


SOURCES: tuple[Source, ...] = (JsonLines(), Pages())
"""In the order in which they are asked."""


def tell(head: bytes, name: str) -> Source | None:
    """The source of a file that begins with ``head``; None for what only lies beside copy."""
    if head.startswith(_BESIDE) or name.removesuffix(".gz").lower().endswith(_BESIDE_ENDINGS):
        return None
    return next(source for source in SOURCES if source.fits(head))


def named(name: str) -> Source:
    """The source that ``--format`` names; raises CopyError if there is none."""
    for source in SOURCES:
        if source.name == name:
            return source
    known = ", ".join(source.name for source in SOURCES)
    raise CopyError(f"There is no format {name!r}. Known are: {known}.")


def read(source: str, data: bytes, name: str) -> Record:
    """The record of a piece of a source, by name; raises CopyError with the reason if there is none."""
    if len(data) > LARGEST:
        raise CopyError(f"It is larger than {LARGEST >> 20} MB.")
    return named(source).read(data, name)
