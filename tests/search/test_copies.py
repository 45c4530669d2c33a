"""The same text twice: found however it was dressed up, and never shown twice beside a story."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from builders import Tape, at, bare
from dateline.search import copies
from dateline.search.copies import Lately
from dateline.search.index import SearchIndex
from dateline.search.text import Text
from dateline.story import Paragraph, Story

SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprstv" for vowel in "aeiou"]


def prose(seed: int, words: int = 240) -> list[str]:
    """Paragraphs that nobody else has."""
    dice = random.Random(seed)
    row = ["".join(dice.choices(SYLLABLES, k=dice.randint(2, 4))) for _ in range(words)]
    return [" ".join(row[place : place + 40]).capitalize() + "." for place in range(0, words, 40)]


def told(code: int, paragraphs: list[str], headline: str = "") -> Story:
    body = tuple(Paragraph(html=text) for text in paragraphs)
    return bare(code, headline=headline or f"Note {code}", body=body, published=at(code))


def replaced(paragraphs: list[str], every: int) -> list[str]:
    return [" ".join("pier" if n % every == 3 else word for n, word in enumerate(p.split())) for p in paragraphs]


ORIGINAL = prose(1)
COPIES = {
    "under another headline": ORIGINAL,
    "cut to its first half": ORIGINAL[:3],
    "cut to its second half": ORIGINAL[3:],
    "with an agency's line": ["(Coast Press) –", *ORIGINAL, "Reporting by the bureau."],
    "with a word in ten replaced": replaced(ORIGINAL, 10),
    "with two paragraphs moved": [ORIGINAL[4], ORIGINAL[1], ORIGINAL[0], ORIGINAL[3], ORIGINAL[2], ORIGINAL[5]],
}
OTHERS = {
    "another story": prose(2),
    "a story that quotes a paragraph of it": [*prose(3)[:4], ORIGINAL[2]],
    "a story in the same phrases": replaced(replaced(ORIGINAL, 4), 5),
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchIndex]:
    tape = Tape()
    tape.publish(told(864, ORIGINAL, "The first to tell it"), *(told(code, prose(code)) for code in range(20, 60)))
    made = SearchIndex(tmp_path_factory.mktemp("copies") / "search", writer=True)
    made.apply(tape.after(0, tape.last_seq()))
    yield made
    made.close()


@pytest.fixture(scope="module")
def lately() -> Lately:
    made = Lately()
    for story in (told(864, ORIGINAL), *(told(code, prose(code)) for code in range(20, 60))):
        made.add(story.code, Text.of(story))
    return made


@pytest.mark.parametrize("how", COPIES)
def test_a_copy_is_recognised(index: SearchIndex, lately: Lately, how: str) -> None:
    copy = told(900, COPIES[how])
    assert [found.code for found in copies.find(index, copy)] == [864]
    assert [found.code for found in lately.find(Text.of(copy))] == [864]


@pytest.mark.parametrize("what", OTHERS)
def test_what_is_no_copy_is_not_taken_for_one(index: SearchIndex, lately: Lately, what: str) -> None:
    assert copies.find(index, told(900, OTHERS[what])) == []
    assert lately.find(Text.of(told(900, OTHERS[what]))) == []


def test_a_story_is_no_copy_of_itself(index: SearchIndex, lately: Lately) -> None:
    assert copies.find(index, told(864, ORIGINAL)) == []
    assert lately.find(Text.of(told(864, ORIGINAL)), 864) == []


def test_a_text_of_a_few_words_is_nobodys_copy(index: SearchIndex, lately: Lately) -> None:
    assert copies.find(index, told(900, [" ".join(ORIGINAL[0].split()[:8])])) == []
    assert lately.find(Text.of(told(900, []))) == []


def test_an_editor_is_told_why(index: SearchIndex) -> None:
    (found,) = copies.find(index, told(900, COPIES["cut to its first half"]))
    assert found.why == "100% of the shorter text stands in the longer one"


def test_copies_are_told_in_scripts_without_spaces(tmp_path: Path) -> None:
    dice = random.Random(4)
    text = "".join(chr(0x4E00 + dice.randrange(3000)) for _ in range(300))
    lately = Lately()
    lately.add(1, Text.of_words(text, "zh"))
    assert [found.code for found in lately.find(Text.of_words(text[:150], "zh"))] == [1]


def test_of_a_long_run_the_last_stories_are_remembered() -> None:
    lately = Lately(most=3)
    texts = {code: Text.of_words("\n".join(prose(code)), "en") for code in range(1, 6)}
    for code, text in texts.items():
        lately.add(code, text)
    assert [code for code, text in texts.items() if lately.find(text)] == [3, 4, 5]


def test_related_stories_show_no_copy_of_the_story_and_no_copy_of_each_other(tmp_path: Path) -> None:
    names = "Marvento Kalustra Ferribund Ostrelka"
    follow_up = [f"{names} again.", *prose(5)]
    tape = Tape()
    tape.publish(
        told(1, [f"{names}.", *ORIGINAL], f"{names} sails"),
        told(2, [f"{names}.", *ORIGINAL], "Relayed"),
        told(3, follow_up, f"{names} returns"),
        told(4, follow_up, f"{names} is back, says an agency"),
        told(5, [f"{names} once more.", *prose(6)]),
        *(told(code, prose(code)) for code in range(20, 40)),
    )
    index = SearchIndex(tmp_path / "search", writer=True)
    index.apply(tape.after(0, tape.last_seq()))
    related = index.related(1, 6)
    assert 2 not in related
    assert len({3, 4} & set(related)) == 1
    assert 5 in related
    assert {2, 3, 4, 5} <= {found.code for found in index.neighbours(1, 6, keep_copies=True)}
    index.close()
