"""XML of no known kind, which is told so instead of being read as if it were a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from dateline.errors import CopyError
from dateline.wire.notation.roots import root_of
from dateline.wire.record import Record
from dateline.wire.sources.source import About

_HEAD = 1 << 16


class OtherXml:
    """No story. It is asked after all that know their XML, and before pages, of which some are XML too."""

    name = "xml"
    whole = True

    def fits(self, head: bytes) -> bool:
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        declared = start.startswith((b"<?xml", b"\xff\xfe<\0?\0", b"\xfe\xff\0<\0?"))
        return declared and root_of(head).lower() not in ("html", "")

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield file.read(_HEAD)

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        raise CopyError(f"It is XML of a kind that is not known: <{root_of(data)}>.")
