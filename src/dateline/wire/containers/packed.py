"""Packed files, told by their first bytes and unpacked as they are read."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from collections.abc import Callable
from typing import IO, cast

import zstandard

from dateline.wire.containers.member import BUFFER, Counted, Guarded

LARGEST_WINDOW = 128 << 20
"""Bytes that a zstd file may make its reader hold."""

FAULTS = (OSError, EOFError, zlib.error, lzma.LZMAError, zstandard.ZstdError)


def _zstd(file: IO[bytes]) -> IO[bytes]:
    unpacker = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW)
    return cast("IO[bytes]", unpacker.stream_reader(file, read_across_frames=True))


def _gzip(file: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file, mode="rb"))


def _bz2(file: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", bz2.BZ2File(file))


def _xz(file: IO[bytes]) -> IO[bytes]:
    return cast("IO[bytes]", lzma.LZMAFile(file))


_BY_HEAD: tuple[tuple[bytes, Callable[[IO[bytes]], IO[bytes]]], ...] = (
    (b"\x1f\x8b\x08", _gzip),
    (b"\x28\xb5\x2f\xfd", _zstd),
    (b"BZh", _bz2),
    (b"\xfd7zXZ\x00", _xz),
)


def is_packed(head: bytes) -> bool:
    return any(head.startswith(mark) for mark, _ in _BY_HEAD)


def is_gzip(head: bytes) -> bool:
    return head.startswith(b"\x1f\x8b\x08")


def unpack(head: bytes, file: IO[bytes]) -> tuple[IO[bytes], Guarded]:
    """The stream unpacked, for a file that begins with ``head``, and its guard."""
    start = next(start for mark, start in _BY_HEAD if head.startswith(mark))
    counted = Counted(file)
    guard = Guarded(start(cast("IO[bytes]", io.BufferedReader(counted, BUFFER))), counted, FAULTS)
    return cast("IO[bytes]", io.BufferedReader(guard, BUFFER)), guard
