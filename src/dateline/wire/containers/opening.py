"""Opening what a file is packed in, layer by layer, each told by its content and not by its name.

Files that are packed as a whole (gzip, zstd, bzip2, xz), containers (zip, tar) one within another, and web archives.
Nothing is unpacked to the disk, but for a zip within another container: it cannot be read without leaping about in it,
and is kept in a file without a name while it is.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import IO, cast

from dateline.wire.containers import packed, tars, webarchive, zips
from dateline.wire.containers.anchor import Anchor
from dateline.wire.containers.captures import Captures
from dateline.wire.containers.member import BUFFER, Limited, Member, Tally, look

DEEPEST = 2
"""Containers one within another."""
MOST_PACKED = 2
"""How often one thing may be packed over."""
LARGEST_INNER = 4 << 30
IN_MEMORY = 16 << 20

TOO_DEEP = "It is an archive within an archive within an archive; only the first two are opened."
TOO_LARGE = f"A zip within another archive may have {LARGEST_INNER >> 30} GB; bring it in by itself."


@dataclass
class Opening:
    """Opens the files of one run. ``captures`` is the list of those in its web archives, if it was made."""

    tally: Tally = field(default_factory=Tally)
    captures: Captures | None = None
    listing: bool = False
    """Whether that list is being made, so that of web archives only texts come out."""

    def members(self, file: IO[bytes], anchor: Anchor) -> Iterator[Member]:
        """What is in an open file: itself, if it is no container, or what it holds."""
        return self._open(Member("", file, anchor=anchor), level=0, packed_over=0)

    def _open(self, outer: Member, level: int, packed_over: int) -> Iterator[Member]:
        head, outer.file = look(outer.file)
        if head.startswith(webarchive.HEADS):
            # Opened by itself, if it can be, for then what is no page can be leapt over.
            with outer.anchor.open() if outer.anchor else nullcontext(outer.file) as whole:
                yield from _named(outer, self._captured(outer, whole))
        elif packed.is_packed(head) and packed_over < MOST_PACKED:
            yield from self._unpacked(outer, head, level, packed_over)
        elif head.startswith(zips.HEADS):
            yield from _named(outer, self._zipped(outer, level))
        elif tars.is_tar(head):
            yield from _named(outer, self._contained(outer, tars.members(outer.file, self.tally), level))
        else:
            yield outer

    def _unpacked(self, outer: Member, head: bytes, level: int, packed_over: int) -> Iterator[Member]:
        file, guard = packed.unpack(head, outer.file)
        first, file = look(file)
        if first.startswith(webarchive.HEADS) and packed.is_gzip(head) and outer.anchor:
            # Read as it is: its records are packed one by one, and can be found again where they stand.
            with outer.anchor.open() as whole:
                yield from _named(outer, self._captured(outer, whole))
            return
        inner = Member(outer.name, file, outer.about, outer.source, outer.number, guard=guard)
        given = None
        for given in self._open(inner, level, packed_over + 1):
            yield given
        for each in (guard, outer.guard):
            if each and each.fault and given is not inner:
                yield Member(outer.name, fault=each.fault)

    def _zipped(self, outer: Member, level: int) -> Iterator[Member]:
        if outer.anchor:
            with outer.anchor.open() as file:
                yield from self._contained(outer, zips.members(file, outer.anchor.size), level)
            return
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as kept:
            shutil.copyfileobj(Limited(outer.file, LARGEST_INNER + 1), kept, BUFFER)
            size = kept.tell()
            if size > LARGEST_INNER:
                yield Member("", fault=TOO_LARGE)
                return
            yield from self._contained(outer, zips.members(cast("IO[bytes]", kept), size), level)

    def _contained(self, outer: Member, inner: Iterable[Member], level: int) -> Iterator[Member]:
        if level >= DEEPEST:
            yield Member("", fault=TOO_DEEP)
            return
        for member in inner:
            if member.fault:
                yield member
                continue
            if outer.anchor and member.window:
                member.anchor = outer.anchor.within(*member.window, member.name)
            yield from self._open(member, level + 1, 0)

    def _captured(self, outer: Member, file: IO[bytes]) -> Iterator[Member]:
        if self.listing and self.captures and outer.anchor:
            yield from self.captures.note(outer.anchor)
            return
        for place, member in webarchive.members(file, self.tally):
            member.reached = outer.anchor.start + place.start if outer.anchor else 0
            if self.captures is None or outer.anchor is None or member.fault:
                yield member
            else:
                yield from self.captures.in_order(outer.anchor, place, member)


def _named(outer: Member, inner: Iterable[Member]) -> Iterator[Member]:
    """What is inside by its place in the whole; a capture out of the list has its whole name already."""
    for member in inner:
        if member.elsewhere is None:
            member.name = "!".join(filter(None, (outer.name, member.name)))
        yield member
