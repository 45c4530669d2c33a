"""Two spellings of one word are folded alike, and two words never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.search.fold import fold

LANGUAGES = some.sampled_from(["en", "sv", "vi", "ar", "fa", "ru", "zh", "hi", "tr", ""])


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "café", "cafe"),
        ("en", "résumé", "re\u0301sume\u0301"),
        ("en", "ﬁrst", "first"),
        ("en", "ＦＥＲＲＹ", "FERRY"),
        ("ar", "أحمد", "احمد"),
        ("ar", "مُحَمَّد", "محمد"),
        ("ar", "مـــحمد", "محمد"),
        ("fa", "می‌خواهد", "میخواهد"),
        ("fa", "كتاب", "کتاب"),
        ("fa", "۱۴۰۵", "١٤٠٥"),
        ("ru", "ёлка", "елка"),
    ],
)
def test_spellings_of_one_word_are_alike(language: str, one: str, other: str) -> None:
    assert fold(one, language) == fold(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("sv", "här", "har"),
        ("es", "año", "ano"),
        ("ru", "край", "краи"),
        ("vi", "ma", "má"),
        ("tr", "açık", "acık"),
        ("hi", "कि", "का"),
        ("en", "ship", "shop"),
    ],
)
def test_other_words_stay_other_words(language: str, one: str, other: str) -> None:
    assert fold(one, language) != fold(other, language)


def test_scripts_without_spaces_are_cut_into_pairs() -> None:
    assert fold("東京都", "ja").split() == ["東京", "京都"]
    assert fold("港 ferry", "zh").split() == ["港", "ferry"]


@given(some.text(some.characters(exclude_categories=["Cs"]), max_size=60), LANGUAGES)
def test_any_text_can_be_folded(text: str, language: str) -> None:
    assert isinstance(fold(text, language), str)


@given(some.text(some.characters(max_codepoint=127)), LANGUAGES)
def test_plain_ascii_is_left_as_it_is(text: str, language: str) -> None:
    assert fold(text, language) == text
