"""Whole branches at once: they stand as they would if their comments had come one after the other."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressing
from builders import Tape, comment, gap, story, thread
from dateline.press.discussion import branch
from dateline.press.discussion.branch import Seen


def test_each_comment_stands_below_what_it_answers() -> None:
    found = [
        Seen(864, 1, 1, 0, 10, 1),
        Seen(864, 1, 2, 1, 11, 1),
        Seen(864, 1, 3, 2, 12, 0),
        Seen(864, 1, 4, 9, 13, 1),  # of a comment that nobody ever saw
        Seen(864, 5, 5, 0, 14, 1),
    ]
    placed = list(branch.place(found))
    assert [one.path for one in placed] == [(), (2,), (2, 3), (4,), ()]
    assert [one.replies for one in placed] == [2, 0, 0, 0, 0]


def test_a_reply_that_came_before_its_parent_stands_below_the_root() -> None:
    found = [Seen(864, 1, 1, 0, 10, 1), Seen(864, 1, 2, 1, 12, 1), Seen(864, 1, 3, 2, 11, 1)]
    assert {one.path for one in branch.place(found)} == {(), (2,), (3,)}


@pytest.mark.parametrize("size", [1, 2, 3, 10_000])
def test_a_rebuild_reads_whole_branches_however_little_it_reads_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    tape = Tape()
    tape.publish(story(864), story(865))
    tape.stand(thread(864))
    for number in range(1, 30, 3):
        code = 864 + number % 2
        tape.say(comment(number, code), comment(number + 1, code, parent=number, root=number))
        tape.say(gap(number + 2, code, parent=number + 1, root=number))
    following = pressing.Following(tape, tmp_path / "followed")
    following.step(1000)
    monkeypatch.setattr(branch, "SLICE", size)
    with pressing.rebuilt(tape, tmp_path, monkeypatch) as store:
        assert pressing.records(store) == pressing.records(following.store)
    following.store.close()
