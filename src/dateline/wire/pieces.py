"""Cutting files into the pieces that stories are read from, in bounded memory. Decides nothing of stories."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import IO

from dateline.errors import CopyError
from dateline.wire import sources
from dateline.wire.archive import Archive, find
from dateline.wire.containers import Anchor, Member, Opening
from dateline.wire.containers.packed import FAULTS
from dateline.wire.sources import Source
from dateline.wire.sources.source import NOTHING_KNOWN, About

__all__ = ["Archive", "Piece", "find", "split"]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one story, or the reason why there is none, is to be read from."""

    archive: Archive
    source: str
    data: bytes = field(repr=False)
    number: int = 0
    """Its place in the file, or in what it is a member of, from 1; 0 if that is one piece."""
    fault: str = ""
    """Why it cannot be read."""
    reached: int = 0
    """Bytes of all files of the run up to and with this piece's, for the progress."""
    member: str = ""
    """Its place within the file, if that is a container."""
    about: About = NOTHING_KNOWN
    note: str = ""
    """What is wrong with it that did not keep it from being read."""

    @property
    def name(self) -> str:
        return self._numbered(self.archive.name)

    @property
    def place(self) -> str:
        """Its name among all the archives of this machine."""
        return self._numbered(self.archive.place)

    def _numbered(self, name: str) -> str:
        inside = f"!{self.member}" if self.member else ""
        return f"{name}{inside}#{self.number}" if self.number else f"{name}{inside}"


def split(
    archive: Archive, kind: str = "", opening: Opening | None = None, only: Container[str] | None = None
) -> Iterator[Piece]:
    """The pieces of a file; none if it is no copy but something that lies beside it, such as a picture.

    ``kind`` names the source if it is not to be told by content, ``only`` the sources whose pieces are wanted.
    Raises CopyError if there is none of that name.
    """
    asked = sources.named(kind) if kind else None
    try:
        with archive.path.open("rb") as file:
            for member in (opening or Opening()).members(file, Anchor(archive, 0, archive.size)):
                reached = archive.before + min(member.reached or file.tell(), archive.size)
                yield from _cut(archive, member, (asked, only), reached)
    except FAULTS as error:
        yield Piece(archive, "", b"", fault=f"The file cannot be read: {error}.", reached=archive.before + archive.size)


def _cut(
    archive: Archive, member: Member, wanted: tuple[Source | None, Container[str] | None], reached: int
) -> Iterator[Piece]:
    """The pieces of one member."""
    asked, only = wanted
    home = member.elsewhere.archive if member.elsewhere else archive
    if member.fault:
        yield Piece(home, "", b"", member.number, member.fault, reached, member.name)
        return
    file, source = _tell(member, home, asked)
    if source is None or (only is not None and source.name not in only):
        return
    about = member.about if member.about.name else About(PurePosixPath(member.name or home.path.name).name)
    whole = source.whole or member.number > 0
    fault = ""
    try:
        for number, data in enumerate(_data(member, file, source), start=1):
            place, note = (member.number, member.broken()) if whole else (number, "")
            yield Piece(home, source.name, data, place, "", reached, member.name, about, note)
    except CopyError as error:
        fault = str(error)
    if fault or (not whole and (fault := member.broken())):
        yield Piece(home, "", b"", member.number, fault, reached, member.name)


def _data(member: Member, file: IO[bytes], source: Source) -> Iterator[bytes]:
    """What the source makes of a file; a record of a web archive is one piece, whatever it is."""
    return iter([file.read(sources.LARGEST + 1)]) if member.number else source.split(file)


def _tell(member: Member, archive: Archive, asked: Source | None) -> tuple[IO[bytes], Source | None]:
    if member.source:
        return member.file, sources.named(member.source)
    if asked:
        return member.file, asked
    head = member.file.peek(sources.HEAD)  # type: ignore[attr-defined]
    return member.file, sources.tell(head, member.name or archive.path.name)
