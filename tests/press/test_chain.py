"""Earlier and later: what a story's page says of the stories that it continues, and that continue it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import pressing
from builders import Tape, correction, story

FIRST, SECOND, THIRD = 1, 50, 100
"""Codes so far apart that none is among the related stories of another."""


@pytest.fixture
def followed(tmp_path: Path) -> Iterator[pressing.Following]:
    made = pressing.Following(Tape(), tmp_path)
    yield made
    made.store.close()


def lines(followed: pressing.Following, code: int) -> dict[str, list[int]]:
    """The codes under each heading of a story's page."""
    followed.step(100)
    target = f"/news/{code}/x"
    page = pressing.read(followed.store, [target])[target][2].decode()
    sections = re.findall(r'<section class="chain".*?id="(\w+)"(.*?)</section>', page, re.DOTALL)
    return {name: [int(one) for one in re.findall(r'href="/news/(\d+)/', cards)] for name, cards in sections}


def test_each_story_leads_to_the_one_it_continues_and_to_those_that_continue_it(followed: pressing.Following) -> None:
    followed.tape.publish(story(FIRST))
    assert lines(followed, FIRST) == {}
    followed.tape.publish(story(SECOND, follows=FIRST))
    followed.tape.publish(story(THIRD, follows=SECOND))
    assert lines(followed, FIRST) == {"later": [SECOND]}
    assert lines(followed, SECOND) == {"later": [THIRD], "earlier": [FIRST]}
    assert lines(followed, THIRD) == {"earlier": [SECOND]}


def test_a_withdrawn_story_stands_on_neither_side(followed: pressing.Following) -> None:
    for one in (story(FIRST), story(SECOND, follows=FIRST), story(THIRD, follows=SECOND)):
        followed.tape.publish(one)
    followed.step(100)
    followed.tape.withdraw(SECOND)
    assert lines(followed, FIRST) == {}
    assert lines(followed, THIRD) == {}
    followed.tape.publish(story(SECOND, follows=FIRST))
    assert lines(followed, FIRST) == {"later": [SECOND]}
    assert lines(followed, THIRD) == {"earlier": [SECOND]}


def test_a_story_that_continues_another_one_now_leaves_the_first(followed: pressing.Following) -> None:
    for one in (story(FIRST), story(SECOND), story(THIRD, follows=FIRST)):
        followed.tape.publish(one)
    followed.step(100)
    followed.tape.publish(story(THIRD, follows=SECOND))
    assert lines(followed, FIRST) == {}
    assert lines(followed, SECOND) == {"later": [THIRD]}


def test_a_retracted_story_is_not_recommended_as_what_came_later(followed: pressing.Following) -> None:
    followed.tape.publish(story(FIRST))
    followed.tape.publish(story(SECOND, follows=FIRST, corrections=(correction("retraction"),)))
    assert lines(followed, FIRST) == {}


def test_a_story_that_forty_others_continue_is_corrected_with_few_records(followed: pressing.Following) -> None:
    followed.tape.publish(story(FIRST), *(story(SECOND + 10 * number, follows=FIRST) for number in range(40)))
    followed.step(100)
    for one in (story(FIRST, headline="Ferry left"), story(SECOND + 10 * 41, follows=FIRST)):
        before = followed.store.writes
        followed.tape.publish(one)
        followed.step(10)
        assert followed.store.writes - before <= 60
