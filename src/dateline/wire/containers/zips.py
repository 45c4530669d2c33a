"""Zip files, read where they lie; nothing is unpacked to the disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, cast

from dateline.wire.containers import names
from dateline.wire.containers.member import BOMB, BUFFER, FREE, MOST_RATIO, Guarded, Member
from dateline.wire.containers.packed import FAULTS

HEADS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
MOST_MEMBERS = 400_000
"""Python's reader holds the list of all in memory, half a kilobyte for each."""
LOCKED = "It is locked with a password."
DOCUMENT = "It is a document of an office program or an electronic book, not an archive of pages."

_LOCAL = 30
"""Bytes of the header before a member, without its name."""
_END = b"PK\x05\x06"
_DOCUMENTS = ("[Content_Types].xml", "mimetype")
_FAULTS = (*FAULTS, zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error)


def members(file: IO[bytes], size: int) -> Iterator[Member]:
    """What a zip of ``size`` bytes holds, in the order of its own list."""
    if _count(file) > MOST_MEMBERS:
        yield Member("", fault=f"It has more than {MOST_MEMBERS:,} files in it; unpack it and bring in the folder.")
        return
    try:
        packed = zipfile.ZipFile(file)
    except (*_FAULTS, ValueError) as error:
        yield Member("", fault=f"The zip cannot be read: {error}.")
        return
    infos = packed.infolist()
    if reason := _refusal(infos, size):
        yield Member("", fault=reason)
        return
    for info in infos:
        if not info.is_dir():
            yield from _member(packed, info)


def _count(file: IO[bytes]) -> int:
    """How many members the end of a zip says it has; read by hand, for reading the list itself would be too late."""
    file.seek(0, io.SEEK_END)
    file.seek(max(0, file.tell() - 66_000))
    tail = file.read(66_000)
    at = tail.rfind(_END)
    listed = int.from_bytes(tail[at + 12 : at + 16], "little") if at >= 0 else 0
    count = int.from_bytes(tail[at + 10 : at + 12], "little") if at >= 0 else 0
    # The number has two bytes, of which large zips are not bound; an entry of the list has 46 bytes and its name.
    return max(count, listed // 96) if listed != 0xFFFFFFFF else MOST_MEMBERS + 1


def _refusal(infos: list[zipfile.ZipInfo], size: int) -> str:
    if infos and infos[0].filename in _DOCUMENTS:
        return DOCUMENT
    total = sum(info.file_size for info in infos)
    return BOMB if total > FREE and total > MOST_RATIO * size else ""


def _member(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Member]:
    name = names.tidy(info.filename)
    if names.slips(name):
        yield Member(name, fault=names.SLIPS)
    elif names.is_hidden(name):
        return
    elif info.flag_bits & 1:
        yield Member(name, fault=LOCKED)
    else:
        yield from _opened(packed, info, name)


def _opened(packed: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Iterator[Member]:
    try:
        inner = packed.open(info)
    except (*_FAULTS, ValueError) as error:
        yield Member(name, fault=f"It cannot be unpacked: {error}.")
        return
    with inner:
        guard = Guarded(inner, max(1, info.compress_size), _FAULTS)
        file = cast("IO[bytes]", io.BufferedReader(guard, BUFFER))
        yield Member(name, file, guard=guard, window=_window(packed, info))


def _window(packed: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[int, int] | None:
    """Where a member that is kept as it is lies: behind its own header, whose length only that header tells."""
    if info.compress_type != zipfile.ZIP_STORED or packed.fp is None:
        return None
    packed.fp.seek(info.header_offset)
    head = packed.fp.read(_LOCAL)
    if len(head) < _LOCAL:
        return None
    behind = int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little")
    return info.header_offset + _LOCAL + behind, info.file_size
