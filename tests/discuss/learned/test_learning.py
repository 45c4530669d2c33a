"""The score follows the newsroom's decisions, step by step or from the beginning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import newsroom
import pytest
import readers

from dateline.discuss import doors
from dateline.discuss.learned import learning
from dateline.discuss.learned.learning import Learner

pytestmark = pytest.mark.usefixtures("sections")


def decide_some(many: int, by: Any) -> list[int]:
    code = readers.story().pk
    who = readers.reader("Nils Berg", standing="normal")
    numbers = [
        readers.comment(code, who, f"{'You are a liar' if n % 2 else 'The tram was late'}, case {n}.").number
        for n in range(many)
    ]
    for place, number in enumerate(numbers):
        doors.decide([number], "rejected" if place % 2 else "approved", by)
    return numbers


def test_decisions_are_learned_from_once_and_kept(tmp_path: Path) -> None:
    decide_some(30, newsroom.account("editor"))
    learner = Learner(tmp_path / "m")
    while learner.keep_up():
        pass
    assert (learner.model.approved, learner.model.rejected) == (15, 15)
    again = Learner(tmp_path / "m")
    assert again.keep_up() == 0
    assert again.model.position == learner.model.position


def test_what_is_taken_back_is_forgotten_when_the_model_is_made_anew(tmp_path: Path) -> None:
    editor = newsroom.account("editor")
    numbers = decide_some(8, editor)
    learner = Learner(tmp_path / "m")
    learner.keep_up()
    doors.decide([numbers[1]], "approved", editor)
    learner.make_whole()
    assert (learner.model.approved, learner.model.rejected) == (5, 3)


def test_the_machines_own_decisions_teach_it_nothing(tmp_path: Path) -> None:
    row = readers.comment(readers.story().pk, readers.reader("Nils Berg", standing="normal"))
    doors.decide([row.number], "rejected", actor="checks")
    learner = Learner(tmp_path / "m")
    learner.keep_up()
    assert (learner.model.approved, learner.model.rejected) == (0, 0)


def test_another_process_reads_what_this_one_has_learned(tmp_path: Path) -> None:
    other = Learner(tmp_path / "m")
    assert other.model.approved == 0
    decide_some(10, newsroom.account("editor"))
    Learner(tmp_path / "m").make_whole()
    assert (other.model.approved, other.model.rejected) == (5, 5)


def test_a_comment_that_comes_in_is_scored_and_held_from_the_threshold_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = newsroom.account("editor")
    decide_some(60, editor)
    learner = Learner(tmp_path / "m")
    learner.make_whole()
    monkeypatch.setattr(learning, "_learner", learner)
    doors.rule("site", editor, threshold=0.7)
    code, who = readers.story(headline="Ferry sold").pk, readers.reader("Vera Lund", standing="normal", approved=9)
    foul = readers.comment(code, who, "You are a liar, dear paper.")
    fair = readers.comment(code, who, "The tram was late on Friday, too.")
    assert (foul.state, fair.state) == ("held", "approved")
    assert foul.score > 0.7 > fair.score
    assert "“liar”" in foul.findings[0]["says"]
