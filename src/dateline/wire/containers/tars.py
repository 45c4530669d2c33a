"""Tar files, read from front to end; links, devices and names that lead elsewhere are left out."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Iterator
from typing import IO, cast

from dateline.wire.containers import names
from dateline.wire.containers.member import BUFFER, Guarded, Member, Tally
from dateline.wire.containers.packed import FAULTS

MOST_MEMBERS = 5_000_000
LARGEST_HEADER = 1 << 20
"""Bytes of a long name or of a member's further properties, which Python's reader takes into memory whole."""

_LONG = (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
_BLOCK = tarfile.BLOCKSIZE
_FAULTS = (*FAULTS, tarfile.TarError)


class _Header(tarfile.TarInfo):
    """The header of a member. Python's reader takes a broken one, and the lack of one, for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> _Header:
        if len(buf) == 0:
            raise tarfile.ReadError("it has no end mark, so that what stood behind may be missing")
        try:
            header = super().frombuf(buf, encoding, errors)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from error
        if header.type in _LONG and header.size > LARGEST_HEADER:
            raise tarfile.ReadError(f"a header of {header.size:,} bytes")
        return header


def is_tar(head: bytes) -> bool:
    """Whether a file begins with a header of tar, whose sum must be right."""
    if len(head) < _BLOCK or not head[0]:
        return False
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def members(file: IO[bytes], tally: Tally) -> Iterator[Member]:
    """What a tar holds, in its order."""
    try:
        with tarfile.open(fileobj=file, mode="r|", bufsize=BUFFER, tarinfo=_Header) as packed:
            for number, info in enumerate(packed, start=1):
                packed.members = []  # type: ignore[attr-defined]  # or it holds the header of every member that was met
                if number > MOST_MEMBERS:
                    yield Member("", fault=f"It has more than {MOST_MEMBERS:,} files in it; the rest was left out.")
                    return
                yield from _member(packed, info, tally)
    except _FAULTS as error:
        yield Member("", fault=f"The tar cannot be read to its end: {error}.")


def _member(packed: tarfile.TarFile, info: tarfile.TarInfo, tally: Tally) -> Iterator[Member]:
    name = names.tidy(info.name)
    if info.isdir():
        return
    if names.slips(name):
        yield Member(name, fault=names.SLIPS)
    elif not info.isreg():
        tally["links and devices in archives"] += 1
    elif not names.is_hidden(name) and (inner := packed.extractfile(info)) is not None:
        guard = Guarded(inner, max(1, info.size), _FAULTS)
        window = None if info.issparse() else (info.offset_data, info.size)
        yield Member(name, cast("IO[bytes]", io.BufferedReader(guard, BUFFER)), guard=guard, window=window)
