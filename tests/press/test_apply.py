"""What a publish writes: the same, at most sixty records, in an archive of any size."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

import pressing
from builders import FIRST_DAY, Tape, bare, full, site, story
from dateline.errors import StaleStore
from dateline.press import fingerprint
from dateline.press.apply import Press
from dateline.press.store import Store
from dateline.story import Moment, moment

MOST = 60
"""Records that one publish may write (issue 2)."""

DAYS = 40
"""Days over which an archive of the test is spread."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path, writer=True, durable=False)
    yield made
    made.close()


def archive(size: int) -> Tape:
    """So many stories over forty days, in three sections."""
    tape = Tape()
    for code in range(1, size + 1):
        tape.publish(bare(code, section=("harbour", "world", "culture")[code % 3], published=at_day(code, size)))
    return tape


def at_day(code: int, size: int) -> Moment:
    return moment(FIRST_DAY + timedelta(days=code * DAYS // size, seconds=code))


def press_all(store: Store, tape: Tape) -> Press:
    """The archive pressed in large batches; nobody counts these."""
    press = Press(store, pressing.kin, tape.history)
    while states := tape.after(press.position, 2000):
        press.apply(states, pressing.NOTE)
    return press


def written(store: Store, press: Press, tape: Tape) -> int:
    """How many records the entries that are not pressed yet make it write."""
    before = store.writes
    press.apply(tape.after(press.position, 100), pressing.NOTE)
    return store.writes - before


def counts(store: Store, size: int) -> dict[str, int]:
    """The records written by what an editor does with one story, in an archive of a size."""
    tape = archive(size)
    press = press_all(store, tape)
    new, old = (size // pressing.GROUP + 1) * pressing.GROUP + 1, size // 6 * 3 + 2  # an old one of culture
    found = {}
    tape.lead("home", *range(1, 8))
    tape.lead("world", *range(1, 5))
    written(store, press, tape)
    for name, one in (
        ("a new story", full(new, published=at_day(size, size))),
        ("a correction of it", full(new, published=at_day(size, size), standfirst="It left two hours late.")),
        ("a change of an old story", story(old, section="world", headline="Ferry left", published=at_day(old, size))),
    ):
        tape.publish(one)
        # What it takes to say that it leads; the first change of a day, which opens pages, is the dearest.
        tape.waited += 1440
        tape.lead("home", one.code, len(found), *range(1, 6))
        tape.lead(one.section, one.code, len(found), *range(1, 3))
        found[name] = written(store, press, tape)
    tape.withdraw(old)
    tape.lead("home", *range(2, 9))
    tape.lead("world", *range(2, 6))
    found["a withdrawal"] = written(store, press, tape)
    return found


@pytest.mark.slow
def test_a_publish_writes_as_many_records_at_twenty_thousand_stories_as_at_a_hundred(tmp_path: Path) -> None:
    found = {}
    for size in (100, 20_000):
        store = Store(tmp_path / str(size), writer=True, durable=False)
        found[size] = counts(store, size)
        store.close()
    assert found[100] == found[20_000]
    assert max(found[100].values()) <= MOST, found


def test_without_a_masthead_nothing_is_pressed(store: Store) -> None:
    tape = Tape()
    tape.publish(story())
    with pytest.raises(StaleStore, match="dateline reconcile"):
        Press(store, pressing.kin, tape.history).apply(tape.after(1, 10))


def test_a_changed_masthead_makes_the_pages_stale_and_writes_nothing(store: Store) -> None:
    tape = Tape()
    press = press_all(store, tape)
    tape.publish(story())
    tape.put("site", site(name="The Other Courier"))
    before = pressing.records(store)
    with pytest.raises(StaleStore, match="masthead"):
        press.apply(tape.after(press.position, 10))
    assert pressing.records(store) == before


def test_pages_pressed_by_other_templates_are_stale(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    tape = archive(3)
    press_all(store, tape)
    monkeypatch.setattr(fingerprint, "current", lambda: "another")
    with pytest.raises(StaleStore, match="another version"):
        Press(store, pressing.kin, tape.history)
    followed = Press(store, pressing.kin, tape.history, stale=True)
    tape.publish(story(9))
    followed.apply(tape.after(followed.position, 10))
    assert followed.position == tape.last_seq()


def test_an_interrupted_batch_leaves_nothing_behind(store: Store) -> None:
    tape = archive(3)
    press = press_all(store, tape)
    tape.publish(story(9), story(10))
    before = pressing.records(store)

    def fail(code: int, limit: int) -> list[int]:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Press(store, fail, tape.history).apply(tape.after(press.position, 10))
    assert pressing.records(store) == before
