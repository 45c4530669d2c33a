"""What is shown of a story that was found."""

import pytest

from dateline.search import excerpt
from dateline.search.clauses import Marks
from dateline.search.excerpt import Piece, choose, is_near, mark, matcher


def shown(pieces: list[Piece]) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in pieces)


FERRY = matcher(Marks(terms=frozenset({"ferri", "crane"})), "en")


def test_the_forms_of_a_word_are_marked_as_the_index_found_them() -> None:
    assert shown(mark("Ferries wait for a ferry, not ferrets", FERRY)) == "[Ferries] wait for a [ferry], not ferrets"


def test_the_place_with_most_of_what_was_asked_for_is_shown() -> None:
    texts = ["A ferry left.", "Nothing here.", "The crane stopped the ferry."]
    assert shown(choose(texts, FERRY)) == "The [crane] stopped the [ferry]."


def test_the_first_place_with_enough_of_it_is_shown() -> None:
    assert shown(choose(["A ferry left.", "The crane stopped the ferry."], FERRY, 1)) == "A [ferry] left."


def test_a_long_text_is_cut_at_a_sentence_and_at_a_word() -> None:
    text = "It rained all week. " * 30 + "Then the ferry came. " + "People stood on the pier in numbers. " * 30
    found = shown(choose([text], FERRY))
    assert found.startswith("… ")
    assert "[ferry] came." in found
    assert found.endswith(" …")
    assert len(found) < excerpt.LENGTH + 20


def test_a_story_with_none_of_the_words_in_its_text_shows_its_beginning() -> None:
    assert shown(choose(["", "It rained all week."], FERRY)) == "It rained all week."
    assert choose([], FERRY) == []


def test_a_script_without_spaces_is_marked_by_the_character() -> None:
    found = matcher(Marks(terms=frozenset({"東京", "京都"})), "ja")
    assert shown(mark("日本の東京都の話、京都も", found)) == "日本の[東京都]の話、[京都]も"


def test_marks_and_joiners_are_part_of_their_word() -> None:
    found = matcher(Marks(terms=frozenset({"بچهها"})), "fa")
    assert shown(mark("آن بچه‌ها آمدند", found)) == "آن [بچه‌ها] آمدند"


def test_beginnings_and_mistyped_words_are_marked_as_they_were_found() -> None:
    found = matcher(Marks(beginnings=("elec",), typos=("parlament",)), "en")
    assert (
        shown(mark("Elections to Parliament, elected or not", found)) == "[Elections] to [Parliament], [elected] or not"
    )


@pytest.mark.parametrize("word", ["harbour", "harbor", "harboour", "hrabour", "xarbour", "harbou"])
def test_words_one_letter_apart_are_near(word: str) -> None:
    assert is_near(word, "harbour")


@pytest.mark.parametrize("word", ["hrbor", "harbours's", "barbers", "", "rabhour"])
def test_words_further_apart_are_not(word: str) -> None:
    assert not is_near(word, "harbour")
