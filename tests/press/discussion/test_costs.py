"""What a comment writes: the same in a thread of ten and in one of thousands."""

from __future__ import annotations

from pathlib import Path

import pytest

import pressing
from builders import Tape, comment, story, thread

MOST = 15
"""Records that one new comment may write if its story's card stays as it is."""

LARGE = 3000


def written(folder: Path, size: int) -> dict[str, int]:
    """The records written by one more comment, in a thread of so many, one answer to each."""
    tape = Tape()
    tape.publish(story(864))
    tape.stand(thread(864))
    for number in range(1, size + 1, 2):
        tape.say(comment(number), comment(number + 1, parent=number, root=number))
    following = pressing.Following(tape, folder)
    while following.step(2000):
        pass
    found = {}
    after = size + 2
    for name, one in (
        ("a comment", comment(after)),
        ("a reply", comment(after + 1, parent=1, root=1)),
        ("a reply to a reply", comment(after + 2, parent=2, root=1)),
        ("an edit", comment(after, text="It was an hour late.")),
    ):
        before = following.store.writes
        tape.say(one)
        following.step(1)
        found[name] = following.store.writes - before
    following.store.close()
    return found


@pytest.mark.slow
def test_a_comment_writes_as_many_records_in_a_thread_of_thousands_as_in_one_of_ten(tmp_path: Path) -> None:
    found = {size: written(tmp_path / str(size), size) for size in (12, LARGE)}
    assert found[12] == found[LARGE]
    assert max(found[12].values()) <= MOST, found


def test_the_comments_of_a_batch_press_their_thread_once(tmp_path: Path) -> None:
    counts = []
    for size in (1, 30):
        tape = Tape()
        tape.publish(story(864))
        tape.stand(thread(864))
        tape.say(*(comment(number) for number in range(100)))
        following = pressing.Following(tape, tmp_path / str(size))
        following.step(1000)
        before = following.store.writes
        tape.say(*(comment(200 + number) for number in range(size)))
        following.step(1000)
        counts.append(following.store.writes - before)
        following.store.close()
    each = 6  # its record, its name, two lists, the thread's count, the ledger's line
    assert counts[1] - counts[0] == 29 * each
