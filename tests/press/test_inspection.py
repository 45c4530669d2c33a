"""A byte that a disk changed is found in whatever was pressed, and what is whole is left alone."""

from __future__ import annotations

from itertools import repeat

import pytest

import pressing
from builders import Tape, bare, comment, full, thread
from dateline.errors import DamagedStore
from dateline.press.inspection import AT_ONCE, inspect
from dateline.press.store import Store

DATABASES = ("pages", "stories", "pieces", "cards", "changed", "snapshots", "lists", "comments")
"""Those whose bytes readers get, or that tell whether they get them."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A site with more stories than are read at once, and a thread."""
    tape = Tape()
    tape.publish(full(), *(bare(code) for code in range(1, AT_ONCE + 10)))
    tape.stand(thread())
    tape.say(comment(1), comment(2, parent=1, root=1))
    following = pressing.Following(tape, tmp_path_factory.mktemp("inspected"))
    following.follow(repeat(100))
    return following.store


def test_what_was_pressed_is_whole(store: Store) -> None:
    assert inspect(store) > 5 * AT_ONCE


@pytest.mark.parametrize("database", DATABASES)
def test_a_flipped_byte_is_found_and_its_record_named(store: Store, database: str) -> None:
    with store.read() as reading:
        key, value = max(reading.items(database), key=lambda item: len(item[1]))
    place = len(value) * 2 // 3
    put(store, database, key, value[:place] + bytes([value[place] ^ 0x10]) + value[place + 1 :])
    try:
        with pytest.raises(DamagedStore, match=f"{database} .* damaged"):
            inspect(store)
    finally:
        put(store, database, key, value)


def put(store: Store, database: str, key: bytes, value: bytes) -> None:
    with store.write() as w:
        w.put(database, key, value)
