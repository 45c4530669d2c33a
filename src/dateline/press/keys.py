"""The names that records have in the store. Pure."""

from __future__ import annotations

import struct

_ORDER = struct.Struct(">QQ")
_LAST = 0xFFFFFFFFFFFFFFFF

LONGEST_KEY = 511
"""Bytes; LMDB's own limit. No page has a longer name, and asking for one is an error."""


DAY = b"day:"
"""What the names of the pages of days begin with; ``yyyy-mm-dd`` follows."""


def code_key(code: int) -> bytes:
    return code.to_bytes(8, "big")


def list_prefix(name: str) -> bytes:
    return name.encode() + b"\0"


def list_key(name: str, order: int, number: int) -> bytes:
    """The key of an entry; larger ``order`` first, of equal ones the larger number first."""
    return list_prefix(name) + _ORDER.pack(_LAST - order, _LAST - number)


def list_place(name: str, key: bytes) -> tuple[int, int]:
    """The order and number of an entry of a list."""
    order, number = _ORDER.unpack(key[len(name.encode()) + 1 :])
    return _LAST - order, _LAST - number


def versions_list(code: int) -> str:
    """The list of a story's versions."""
    return f"history:{code}"


def name_key(kind: str, slug: str) -> bytes:
    """Under which a person, topic, source or section is found by a slug that it has or had."""
    return f"{kind}:{slug}".encode()


def address_prefix(address: str) -> bytes:
    return f"at:{address}:".encode()


def address_key(address: str, code: int) -> bytes:
    """Two stories may have had one address, on two hosts: the one with the lower code answers."""
    return address_prefix(address) + code_key(code)
