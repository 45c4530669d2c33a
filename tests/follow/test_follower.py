"""What a follower refuses to follow into: then everything is pressed again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import pressing
from builders import Tape, comment, story, thread
from dateline.errors import DamagedStore
from dateline.follow.follower import TOLD_WITHIN, Follower
from dateline.press import generation
from dateline.search.index import SearchIndex


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    """A site's pages and index as of its masthead and one story."""
    tape = Tape()
    tape.publish(story())
    pressed, searched = tmp_path / "pressed", tmp_path / "search"
    fresh = generation.begin(pressed)
    followed = pressing.Following(tape, fresh)
    followed.step(10)
    followed.store.close()
    generation.switch(pressed, fresh)
    index = SearchIndex(generation.begin(searched), writer=True)
    index.apply(tape.after(0, 10))
    index.close()
    generation.switch(searched, index.path)
    return pressed, searched


def test_it_takes_up_where_the_stores_stand(folders: tuple[Path, Path]) -> None:
    follower = Follower(*folders, pressing.SIGNER)
    assert follower.position == 2
    assert follower.is_current()
    follower.close()


def test_readers_do_not_wait_for_the_index_when_there_are_only_comments(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = Tape()
    tape.publish(story())
    tape.stand(thread(864))
    monkeypatch.setattr("dateline.follow.follower.read", tape)
    monkeypatch.setattr("dateline.follow.follower.checkpoint.sign", lambda _signer, _size: pressing.NOTE)
    now = [1000.0]
    follower = Follower(*folders, pressing.SIGNER, clock=lambda: now[0])
    tape.say(comment(1), comment(2))
    assert follower.step() == 3
    assert follower.step() == 0
    assert (follower.position, follower.index.position) == (5, 2)
    now[0] += TOLD_WITHIN - 1
    tape.say(comment(3))
    follower.step()
    assert (follower.position, follower.index.position) == (6, 2)
    now[0] += 1
    assert follower.step() == 0
    assert follower.index.position == 6, "once for all that came meanwhile"
    tape.say(comment(4))
    follower.step()
    tape.publish(story(865))
    follower.step()
    assert follower.index.position == follower.position == 8
    follower.close()


def test_after_comments_the_next_ones_may_be_waited_for_and_after_a_story_nothing(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = Tape()
    tape.publish(story())
    monkeypatch.setattr("dateline.follow.follower.read", tape)
    monkeypatch.setattr("dateline.follow.follower.checkpoint.sign", lambda _signer, _size: pressing.NOTE)
    follower = Follower(*folders, pressing.SIGNER)
    tape.say(comment(1), comment(2), comment(3))
    follower.step(2)
    assert not follower.rests, "there are more already"
    follower.step(2)
    assert follower.rests
    tape.say(comment(4))
    tape.publish(story(865))
    follower.step()
    assert not follower.rests
    follower.step()
    assert not follower.rests
    follower.close()


def test_what_the_index_was_not_told_of_is_passed_over_by_the_next_follower(
    folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = Tape()
    tape.publish(story())
    tape.say(comment(1))
    monkeypatch.setattr("dateline.follow.follower.read", tape)
    monkeypatch.setattr("dateline.follow.follower.checkpoint.sign", lambda _signer, _size: pressing.NOTE)
    for _ in range(2):
        follower = Follower(*folders, pressing.SIGNER)
        assert follower.index.position == 2
        follower.step()
        assert follower.position == 3
        follower.close()


def test_pages_that_were_emptied_are_not_followed_into(folders: tuple[Path, Path]) -> None:
    (generation.in_use(folders[0]) / "data.mdb").write_bytes(b"")
    with pytest.raises(DamagedStore, match="are empty"):
        Follower(*folders, pressing.SIGNER)


@pytest.mark.parametrize("number", [0, 1])
def test_stores_that_are_missing_are_made_first(folders: tuple[Path, Path], number: int) -> None:
    shutil.rmtree(folders[number])
    with pytest.raises(DamagedStore, match="dateline rebuild"):
        Follower(*folders, pressing.SIGNER)


@pytest.mark.parametrize("number", [0, 1])
def test_it_notices_that_a_store_was_taken_away_or_replaced(folders: tuple[Path, Path], number: int) -> None:
    follower = Follower(*folders, pressing.SIGNER)
    generation.switch(folders[number], generation.begin(folders[number]))
    assert not follower.is_current()
    follower.close()
