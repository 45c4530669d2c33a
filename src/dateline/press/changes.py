"""The record of stories whose cards had a stamp and then another one. Pure.

Layout, little-endian: 8 bytes CRC-32 of the rest, 8 bytes for each code. What a box shows of a story that stands in no
such record is taken to be true, so that a byte that a disk changed must be found here as in what readers get.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

_NUMBER = struct.Struct("<Q")

MOST = 512
"""Codes of a record, before the next one is begun."""


def add(record: bytes, code: int) -> bytes:
    """The record with one more code; an empty one is none yet."""
    codes = record[_NUMBER.size :] + _NUMBER.pack(code)
    return _NUMBER.pack(zlib.crc32(codes)) + codes


def is_full(record: bytes) -> bool:
    return len(record) >= _NUMBER.size * (1 + MOST)


def codes_of(record: bytes) -> Iterable[int]:
    """The codes, in the order in which they were added."""
    return memoryview(record)[_NUMBER.size :].cast("Q")


def is_whole(record: bytes) -> bool:
    """Whether a record is as it was made."""
    (told,) = _NUMBER.unpack_from(record)
    return bool(told == zlib.crc32(record[_NUMBER.size :]))
