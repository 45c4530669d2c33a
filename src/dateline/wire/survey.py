"""A look through all of the input before any of it is read: what only the whole can tell.

The pages of a site of which only the text was kept have lines in common, which are none of any story's; the captures of
a page lie anywhere in the web archives. The look opens every file, reads the beginning of each, goes through what is
packed, and reads nothing into stories.
"""

from __future__ import annotations

import hashlib
import heapq
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dateline.wire import pieces, text
from dateline.wire.archive import Archive
from dateline.wire.containers import Captures, Opening
from dateline.wire.page.charset import decode
from dateline.wire.pieces import Piece
from dateline.wire.sources import post_list
from dateline.wire.sources.fragments import Fragments
from dateline.wire.sources.post_list import PostList
from dateline.wire.sources.text import Text
from dateline.wire.text import Furniture

MOST_OF_A_SITE = 300
"""Pages of a site that are learned from: those that come first by a digest, so that they are of all its years."""
MOST_BYTES = 48 << 20
"""Bytes of all pages that are kept to learn from; sites that come after that are read without."""
LONGEST = 200_000

_ADDRESS = re.compile(rb"\s*(?:[\w\- ]{1,20}\s*[:=]\s*)?(https?://[^\s]{1,2000})")

Lore = Mapping[str, Furniture]
"""What was learned, by site."""


@dataclass
class Survey:
    """What was found out. ``captures`` is to be closed when the import is done."""

    captures: Captures
    lore: dict[str, Furniture] = field(default_factory=dict)
    listed: dict[str, bytes] = field(default_factory=dict)
    """The rows of lists of posts, by the file of each."""

    def row_for(self, piece: Piece) -> bytes:
        """What a list of posts says of a piece that is the text of one; empty if it is none, or in no list."""
        return self.listed.get(post_list.stem(piece.about.name), b"") if piece.source == Fragments.name else b""

    def lore_for(self, batch: Iterable[Piece]) -> Lore:
        """What is known of the sites of some pieces: all that has to go to whoever reads them."""
        sites = {site_of(piece) for piece in batch if piece.source == Text.name}
        return {site: self.lore[site] for site in sites if site in self.lore}


def survey(archives: Iterable[Archive], kind: str = "") -> Survey:
    """Look through the files that are to be read; ``kind`` as ``pieces.split`` has it."""
    captures = Captures()
    samples = _Samples()
    lists = _Lists()
    opening = Opening(captures=captures, listing=True)
    for archive in archives:
        for piece in pieces.split(archive, kind, opening, only=(Text.name, PostList.name)):
            if not piece.fault and piece.source == PostList.name:
                lists.add(piece.data)
            elif not piece.fault:
                samples.add(site_of(piece), piece.data)
    captures.end()
    return Survey(captures, dict(samples.learned()), lists.rows)


def site_of(piece: Piece) -> str:
    """What the pages of one site have in common: their host, or else the folder that they lie in."""
    if address := piece.about.address or _stated(piece.data):
        try:
            return (urlsplit(address).hostname or "").removeprefix("www.")
        except ValueError:
            pass  # an address that is none says nothing; the folder does
    return f"{piece.archive.path.parent}!{piece.member.rpartition('/')[0]}"


def _stated(data: bytes) -> str:
    """The address in the first line, where dumps of text put it."""
    match = _ADDRESS.match(data[:4096])
    return match[1].decode(errors="replace") if match else ""


class _Lists:
    """The rows of lists of posts, as far as there is room for them."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self._size = 0

    def add(self, row: bytes) -> None:
        name = post_list.post_of(row)
        if name and name not in self.rows and self._size + len(row) <= MOST_BYTES:
            self.rows[name] = row
            self._size += len(row)


class _Samples:
    """Some pages of each site, the same ones whatever the order in which they are met."""

    def __init__(self) -> None:
        self._of_site: dict[str, list[tuple[int, bytes]]] = {}
        self._size = 0

    def add(self, site: str, data: bytes) -> None:
        data = data[:LONGEST]
        if site not in self._of_site and self._size >= MOST_BYTES:
            return
        heap = self._of_site.setdefault(site, [])
        rank = -int.from_bytes(hashlib.blake2b(data, digest_size=8).digest())
        if len(heap) < MOST_OF_A_SITE and self._size < MOST_BYTES:
            heapq.heappush(heap, (rank, data))
            self._size += len(data)
        elif heap and rank > heap[0][0]:
            self._size += len(data) - len(heapq.heapreplace(heap, (rank, data))[1])

    def learned(self) -> Iterator[tuple[str, Furniture]]:
        while self._of_site:
            site, pages = self._of_site.popitem()
            if len(pages) > 1:
                yield site, text.learn(decode(data)[0] for _, data in sorted(pages, reverse=True))
