"""The tree, held against RFC 6962 as one reads it, and against the vectors of its first implementation."""

from __future__ import annotations

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from dateline.ledger import tree

Tiles = dict[tuple[int, int], bytes]

# The leaves and roots that the tests of Certificate Transparency have used since 2012.
LEAVES = [
    bytes.fromhex(text)
    for text in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
]
ROOTS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive_root(leaves: list[bytes]) -> bytes:
    """MTH of RFC 6962, section 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return hashlib.sha256(b"\x01" + naive_root(leaves[:k]) + naive_root(leaves[k:])).digest()


def leaves_of(size: int) -> list[bytes]:
    return [str(number).encode() for number in range(size)]


def grow(leaves: list[bytes], cuts: list[int]) -> Tiles:
    """The tiles of a log that was appended to in batches cut at the given sizes."""
    tiles: Tiles = {}
    bounds = sorted({0, len(leaves), *(cut for cut in cuts if cut < len(leaves))})
    for start, end in pairwise(bounds):
        hashes = [tree.leaf_hash(leaf) for leaf in leaves[start:end]]
        tiles.update(tree.append(hashes, start, reader(tiles)))
    return tiles


def reader(tiles: Tiles) -> tree.TileReader:
    return lambda level, number: tiles.get((level, number), b"")


@pytest.mark.parametrize("size", range(1, 9))
def test_the_known_roots(size: int) -> None:
    assert tree.root(size, reader(grow(LEAVES, []))).hex() == ROOTS[size - 1]


def test_the_empty_log_has_the_root_of_the_rfc() -> None:
    assert tree.root(0, reader({})) == hashlib.sha256(b"").digest() == tree.EMPTY_ROOT


@given(some.integers(0, 1200), some.lists(some.integers(1, 1200), max_size=6), some.data())
def test_the_root_at_any_size_is_that_of_the_rfc_however_the_log_grew(
    size: int, cuts: list[int], data: some.DataObject
) -> None:
    leaves = leaves_of(size)
    read = reader(grow(leaves, cuts))
    then = data.draw(some.integers(0, size))
    assert tree.root(size, read) == naive_root(leaves)
    assert tree.root(then, read) == naive_root(leaves[:then])


@given(some.lists(some.integers(1, 1200), max_size=8))
def test_the_tiles_do_not_tell_in_which_batches_they_came(cuts: list[int]) -> None:
    assert grow(leaves_of(1200), cuts) == grow(leaves_of(1200), [])


@settings(max_examples=3)
@given(some.sampled_from([65_535, 65_536, 65_537, 66_000]))
def test_a_log_past_the_first_tile_of_the_second_level(size: int) -> None:
    leaves = leaves_of(size)
    tiles = grow(leaves, [256, 40_000, 65_536])
    assert (2, 0) in tiles or size < 65_536
    assert tree.root(size, reader(tiles)) == naive_root(leaves)


def test_one_append_touches_one_tile_and_every_256th_one_more() -> None:
    tiles = grow(leaves_of(254), [])
    touched = []
    for size in range(254, 258):
        changed = tree.append([tree.leaf_hash(b"x")], size, reader(tiles))
        tiles.update(changed)
        touched.append(sorted(changed))
    assert touched == [[(0, 0)], [(0, 0), (1, 0)], [(0, 1)], [(0, 1)]]


def test_nothing_appended_changes_nothing() -> None:
    assert tree.append([], 300, reader({})) == {}


@pytest.mark.parametrize(
    ("number", "width", "path"),
    [
        (0, 256, "tile/0/000"),
        (7, 256, "tile/0/007"),
        (1000, 256, "tile/0/x001/000"),
        (1234067, 256, "tile/0/x001/x234/067"),
        (1234067, 3, "tile/0/x001/x234/067.p/3"),
    ],
)
def test_a_tile_is_named_as_c2sp_names_it(number: int, width: int, path: str) -> None:
    assert tree.tile_path(0, number, width) == path


def test_a_root_reads_each_tile_once_however_many_of_its_subtrees_it_needs() -> None:
    tiles, asked = grow(leaves_of(1000), []), []

    def read(level: int, number: int) -> bytes:
        asked.append((level, number))
        return tiles[level, number]

    assert tree.root(1000, read) == naive_root(leaves_of(1000))
    assert sorted(asked) == [(0, 3), (1, 0)]
