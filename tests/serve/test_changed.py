"""Which cards are not what they were at first: each is noted, nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.press import changes
from dateline.press.store import Store
from dateline.serve import changed
from dateline.serve.changed import Changed

stamps = some.lists(some.tuples(some.integers(0, 3000), some.integers(0, 3)), max_size=30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path, writer=True, durable=False)
    yield made
    made.close()


def noted(store: Store, following: Changed, of: range = range(3001)) -> set[int]:
    with store.read() as reading:
        stories = following.read(reading)
    return {code for code in of if not stories.isdisjoint([code])}


@given(some.lists(stamps, max_size=4))
def test_a_card_that_had_another_stamp_is_noted_and_no_other(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[int, int]]]
) -> None:
    store = Store(tmp_path_factory.mktemp("store"), writer=True, durable=False)
    following, now, wanted = Changed(), dict[int, int](), set[int]()
    for one in rounds:
        with store.write() as w:
            for code, stamp in one:
                w.put_stamp(code, stamp)
                wanted |= {code} if now.get(code, 0) not in (0, stamp) else set()
                now[code] = stamp
        assert noted(store, following) == noted(store, Changed()) == wanted
    store.close()


def test_however_many_changed_all_of_them_are_known(store: Store) -> None:
    following = Changed()
    for stamp in (1, 2, 3):
        with store.write() as w:
            for code in range(700):
                w.put_stamp(code, stamp)
        assert noted(store, following) == (set() if stamp == 1 else set(range(700)))
    with store.read() as reading:
        records = [record for _, record in reading.items("changed")]
    assert [len(list(changes.codes_of(record))) for record in records] == [512, 512, 1400 - 1024]
    assert all(map(changes.is_whole, records))


def test_where_too_many_changed_all_count_as_changed(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed, "MOST", 5)
    following = Changed()
    for stamp in (1, 2):
        with store.write() as w:
            for code in range(6):
                w.put_stamp(code, stamp)
        noted(store, following)
    assert noted(store, following, range(5000, 5003)) == {5000, 5001, 5002}
