"""How a thread is shown: open, closed, not at all; how many comments a card tells of; what came after them."""

from __future__ import annotations

import pytest

from builders import at, correction, story, thread
from dateline.press.discussion import standing
from dateline.press.discussion.record import ThreadRecord


def test_a_thread_stands_as_was_said_last() -> None:
    assert standing.of(story(), ThreadRecord(3, thread(standing="open"))) == "open"
    assert standing.of(story(), ThreadRecord(0, thread(standing="closed"))) == "closed"
    assert standing.of(story(comments="closed"), ThreadRecord(0, thread(standing="open"))) == "open"


def test_nothing_is_shown_where_nothing_was_ever_said() -> None:
    assert standing.of(story(), ThreadRecord()) == "off"
    assert standing.of(story(), ThreadRecord(1)) == "closed"


def test_a_story_without_comments_and_a_withdrawn_one_show_none() -> None:
    assert standing.of(story(comments="off"), ThreadRecord(3, thread())) == "off"
    assert standing.of(None, ThreadRecord(3, thread())) == "off"
    assert standing.shown_count(story(comments="off"), ThreadRecord(3, thread())) == 0


@pytest.mark.parametrize(
    ("comments", "told"),
    [
        *((0, 0), (1, 1), (9, 9), (10, 10), (19, 10), (20, 20), (99, 50), (100, 100), (999, 500), (1000, 1000)),
        *((1999, 1000), (2000, 2000), (54_321, 50_000), (100_000, 100_000), (1_234_567, 1_000_000)),
    ],
)
def test_a_card_counts_exactly_below_ten_and_in_steps_from_there(comments: int, told: int) -> None:
    assert standing.step(comments) == told


def test_there_are_few_steps_however_many_comments_there_are() -> None:
    assert len({standing.step(comments) for comments in range(100_001)}) == 23


def test_a_correction_after_the_first_comment_is_told_and_one_before_it_is_not() -> None:
    one = story(corrections=(correction(at=at(100)), correction("update", at=at(300))))
    assert standing.changed_since(one, at(50)) == one.corrections[0]
    assert standing.changed_since(one, at(200)) is None
    assert standing.changed_since(one, "") == one.corrections[0]
    assert standing.changed_since(story(), at(0)) is None
