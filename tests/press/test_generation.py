from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import DamagedStore
from dateline.press import generation


def test_at_first_nothing_is_in_use(tmp_path: Path) -> None:
    assert generation.current(tmp_path / "pressed") is None
    with pytest.raises(DamagedStore, match="dateline rebuild"):
        generation.in_use(tmp_path / "pressed")


def test_the_next_generation_is_made_beside_and_then_switched_to(tmp_path: Path) -> None:
    first = generation.begin(tmp_path)
    generation.switch(tmp_path, first)
    second = generation.begin(tmp_path)
    assert (first.name, second.name) == ("1", "2")
    assert generation.in_use(tmp_path) == first
    generation.switch(tmp_path, second)
    assert generation.in_use(tmp_path) == second
    assert first.is_dir()  # its readers may still have it open


def test_leftovers_are_removed_when_the_next_begins_and_what_is_not_ours_stays(tmp_path: Path) -> None:
    generation.switch(tmp_path, generation.begin(tmp_path))
    unfinished = generation.begin(tmp_path)
    (unfinished / "data.mdb").write_bytes(b"half")
    (tmp_path / "notes").mkdir()
    again = generation.begin(tmp_path)
    assert again == unfinished
    assert not list(again.iterdir())
    assert (tmp_path / "notes").is_dir()
    assert (tmp_path / "1").is_dir()


@pytest.mark.parametrize("text", ["", "nine", "../1", "7\n", "\ufffd", "²"])
def test_a_damaged_pointer_points_nowhere(tmp_path: Path, text: str) -> None:
    generation.switch(tmp_path, generation.begin(tmp_path))
    (tmp_path / "current").write_text(text, encoding="utf-8")
    assert generation.current(tmp_path) is None


def test_a_new_generation_after_a_lost_pointer_does_not_take_the_old_one_for_its_own(tmp_path: Path) -> None:
    generation.switch(tmp_path, generation.begin(tmp_path))
    (tmp_path / "current").unlink()
    assert not list(generation.begin(tmp_path).iterdir())
