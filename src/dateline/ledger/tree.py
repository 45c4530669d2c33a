"""The Merkle tree over the ledger (RFC 6962, section 2.1), kept in tiles of 256 hashes. Pure.

A tile at level L, number N holds the hashes of up to 256 neighbouring complete subtrees of 256**L leaves each,
32 bytes a hash, oldest first (C2SP tlog-tiles). Level 0 holds the leaves. Whoever has the tiles can compute the
root at any size that the log ever had, so a checkpoint saved years ago can still be tested.

Tiles are only ever appended to: a log of n leaves stores 32 n (1 + 1/256 + ...) bytes, and one append touches
one tile, plus one a level higher for every 256th.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

HASH_SIZE = 32
TILE_WIDTH = 256
EMPTY_ROOT = hashlib.sha256(b"").digest()

TileReader = Callable[[int, int], bytes]
"""Gives the bytes of tile (level, number); empty if there is none yet."""


def leaf_hash(data: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def append(leaves: list[bytes], size: int, read: TileReader) -> dict[tuple[int, int], bytes]:
    """The tiles that change when leaf hashes are appended to a log of ``size`` leaves, whole, by (level, number)."""
    changed: dict[tuple[int, int], bytes] = {}
    level, position = 0, size
    while leaves:
        full: list[bytes] = []
        for start, end in pairwise(_cuts(position, position + len(leaves))):
            number = start // TILE_WIDTH
            kept = read(level, number)[: (start % TILE_WIDTH) * HASH_SIZE]
            tile = kept + b"".join(leaves[start - position : end - position])
            changed[level, number] = tile
            if len(tile) == TILE_WIDTH * HASH_SIZE:
                full.append(fold(tile))
        level, position, leaves = level + 1, position // TILE_WIDTH, full
    return changed


def root(size: int, read: TileReader) -> bytes:
    """The root of the tree over the first ``size`` leaves, from the tiles alone."""
    if size == 0:
        return EMPTY_ROOT
    read = cache(read)  # up to eight subtrees stand in one tile
    peaks = [_subtree(level, index, read) for level, index in _peaks(size)]
    top = peaks.pop()
    while peaks:
        top = node_hash(peaks.pop(), top)
    return top


def fold(hashes: bytes) -> bytes:
    """The hash of a complete subtree from its 2**k neighbouring hashes."""
    while len(hashes) > HASH_SIZE:
        step = 2 * HASH_SIZE
        hashes = b"".join(
            node_hash(hashes[i : i + HASH_SIZE], hashes[i + HASH_SIZE : i + step]) for i in range(0, len(hashes), step)
        )
    return hashes


def tile_path(level: int, number: int, width: int) -> str:
    """The name of a tile below the log's address, such as ``tile/0/x001/234`` (C2SP tlog-tiles)."""
    return f"tile/{level}/{_number_path(number)}" + ("" if width == TILE_WIDTH else f".p/{width}")


def _number_path(number: int) -> str:
    groups = [f"{number % 1000:03}"]
    while number >= 1000:
        number //= 1000
        groups.append(f"x{number % 1000:03}")
    return "/".join(reversed(groups))


def _cuts(start: int, end: int) -> Iterator[int]:
    """The bounds of the tiles that positions start to end fall in."""
    yield start
    yield from range((start // TILE_WIDTH + 1) * TILE_WIDTH, end, TILE_WIDTH)
    yield end


def _peaks(size: int) -> Iterator[tuple[int, int]]:
    """The complete subtrees (level, index) that a tree of ``size`` leaves is made of, largest first."""
    done = 0
    for level in reversed(range(size.bit_length())):
        if size >> level & 1:
            yield level, done >> level
            done += 1 << level


def _subtree(level: int, index: int, read: TileReader) -> bytes:
    """The hash of the 2**level leaves from ``index << level`` on."""
    tile_level, within = divmod(level, 8)
    span = 1 << within
    number, offset = divmod(index * span, TILE_WIDTH)
    return fold(read(tile_level, number)[offset * HASH_SIZE : (offset + span) * HASH_SIZE])
