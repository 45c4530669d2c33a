from __future__ import annotations

import pytest

from dateline.ledger import read, record

pytestmark = pytest.mark.django_db


def fill() -> None:
    for number in range(5):
        record.record_many([(f"story:{code}", {"n": number}) for code in range(number, 8)])
    record.record("story:3", None)


def test_everything_after_a_position_comes_in_order_and_no_more_than_asked_for() -> None:
    fill()
    found = read.after(0, 1000)
    assert [state.entry.seq for state in found] == list(range(1, read.last_seq() + 1))
    assert read.after(4, 3) == found[4:7]
    assert read.after(read.last_seq(), 10) == []


def test_the_last_state_of_each_subject() -> None:
    fill()
    found = read.current(["story:0", "story:3", "story:7", "story:99"])
    assert {subject: state.body for subject, state in found.items()} == {
        "story:0": b'{"n":0}',
        "story:3": None,
        "story:7": b'{"n":4}',
    }


@pytest.mark.parametrize("chunk", [1, 2, 7, 1000])
def test_subject_by_subject_is_the_same_history_in_whatever_chunks_it_is_read(chunk: int) -> None:
    fill()
    until = read.last_seq() - 2
    found = dict(read.by_subject(until, chunk))
    assert list(found) == [f"story:{code}" for code in range(8)]
    for subject, states in found.items():
        assert states == [state for state in read.history(subject) if state.entry.seq <= until]


def test_an_empty_ledger_has_nothing_to_tell() -> None:
    assert (read.last_seq(), read.after(0, 10), read.history("site"), list(read.by_subject(0))) == (0, [], [], [])
