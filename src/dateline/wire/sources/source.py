"""What every source of copy is: the class that a new kind of copy is written as, and what it is told of a piece."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from dateline.wire.mapping import UNMAPPED, Mapping
from dateline.wire.record import Record
from dateline.wire.text.furniture import NOTHING, Furniture

LARGEST = 64 << 20
"""Bytes of one piece that are read at most; what is longer is refused, not cut."""


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a piece beside its bytes; empty where nothing is."""

    name: str = ""
    """Of its file, without folders."""
    address: str = ""
    """Where it was on the web."""
    charset: str = ""
    """What the server that sent it said."""
    captured: str = ""
    """When a crawler saw it, ISO 8601 in UTC; never when it was published."""
    others: tuple[str, ...] = ()
    """Older addresses, from which servers sent those who asked for it."""
    furniture: Furniture = NOTHING
    """What the pages of its site have in common, for those of which only the text was kept."""
    mapping: Mapping = UNMAPPED
    """What the columns of tables, and the names of JSON objects, were said to mean."""
    listed: bytes = b""
    """Its row in the list of posts that lies with it, as JSON, if its text is all that it is."""


NOTHING_KNOWN = About()


class Source(Protocol):
    """One kind of copy. It has no state: the same bytes give the same record in any process, on any day."""

    name: str
    """As ``--format`` takes it."""
    whole: bool
    """Whether a file of it is one piece, whose address says more of it than an id."""

    def fits(self, head: bytes) -> bool:
        """Whether a file that begins like this is of this kind; ``head`` are its first 16 KB at most."""

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        """The pieces of an open file, each what one story is read from.

        The file is read from front to end, it cannot be sought in: it may stand in an archive. Never holds it whole
        if ``whole`` is not set. A piece must carry all that ``read`` needs: repeat in it
        what the file says once, such as the site's address or its people. Raises CopyError for a file that goes wrong
        part of the way; the pieces before it are kept.
        """

    def read(self, data: bytes, about: About) -> Record:
        """The record of a piece; raises CopyError, whose message is the reason, if there is none."""
