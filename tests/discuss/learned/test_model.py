"""A score that learns from decisions, says why, and admits what it does not know."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dateline.discuss.learned import keeping
from dateline.discuss.learned.features import pieces
from dateline.discuss.learned.model import NEEDED, Model, teach

FAIR = ("The tram was late on Monday again.", "Does the bridge carry trams?", "I read the report twice.",
        "Thank you for this piece on the harbour.")  # fmt: skip
FOUL = ("You are a clown and a liar.", "Only a liar would write this.", "Shut up, clown.", "What a liar you are.")


def decisions(many: int, seed: int = 1) -> list[tuple[str, bool]]:
    chance = random.Random(seed)
    return [
        (chance.choice(FOUL if n % 3 == 0 else FAIR) + f" {chance.choice(('Yes', 'No', 'Well'))}.", n % 3 == 0)
        for n in range(many)
    ]


def test_below_fifty_decisions_it_says_how_many_are_lacking() -> None:
    assert teach(decisions(12)).lacking == "too few decisions to learn from: 12 of 50"
    assert teach([(text, False) for text, _ in decisions(60)]).lacking == "too few rejections to learn from: 0 of 10"
    assert teach(decisions(NEEDED)).lacking == ""


def test_it_tells_apart_what_the_newsroom_told_apart_and_names_the_words() -> None:
    model = teach(decisions(200))
    foul, fair = model.opinion("Well, you liar, you clown!"), model.opinion("The tram on the bridge was late.")
    assert foul.score > 0.8 > 0.3 > fair.score
    assert {"liar", "clown"} <= set(foul.words)
    assert 0 <= model.opinion("").score <= 1


def test_a_word_in_disguise_weighs_as_much() -> None:
    model = teach(decisions(200))
    assert model.opinion("You are a líar and a ｃｌｏｗｎ").score > 0.8


def test_each_decision_is_scored_before_it_is_learned_from() -> None:
    model = Model()
    model.learn("A text that nobody has seen", True)
    assert model.trials[0].raw == 0.0


def test_what_a_threshold_would_have_done_is_counted_on_those_trials() -> None:
    one = teach(decisions(300)).forecast(0.5)
    assert one.decided == 300
    assert one.rejected == 100
    assert one.held == one.held_approved + one.held_rejected
    assert one.held_rejected > 80
    assert one.held_approved < 20


def test_the_same_decisions_make_the_same_model() -> None:
    first, second = teach(decisions(120)), teach(decisions(120))
    assert first.weights == second.weights
    assert first.opinion("liar").score == second.opinion("liar").score


def test_what_was_learned_is_kept_whole_and_holds_no_words(tmp_path: Path) -> None:
    model, path = teach(decisions(100)), tmp_path / "comments.model"
    model.position = 7
    keeping.save(model, path)
    read = keeping.load(path)
    assert read is not None
    assert read.position == 7
    assert read.opinion("You clown").score == pytest.approx(model.opinion("You clown").score, abs=1e-4)
    assert b"clown" not in path.read_bytes()


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "format"])
def test_a_damaged_file_is_not_believed(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "comments.model"
    keeping.save(teach(decisions(60)), path)
    data = path.read_bytes()
    broken = {
        "cut": data[:-100],
        "flip": data[:-5] + bytes([data[-5] ^ 1]) + data[-4:],
        "empty": b"",
        "format": data.replace(b'"format": 1', b'"format": 9', 1),
    }
    path.write_bytes(broken[harm])
    assert keeping.load(path) is None


@pytest.mark.parametrize("text", ["", " ", "\u0301" * 500, "a" * 50_000, "笨蛋 " * 500, "🦆" * 300])
def test_any_text_can_be_asked_about(text: str) -> None:
    assert 0 <= teach(decisions(60)).opinion(text).score <= 1
    assert len(pieces(text)) <= 310
