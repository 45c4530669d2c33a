"""The language of a story, stated and seen."""

from __future__ import annotations

import pytest

from dateline.wire.page.fields.language import choose, direction_of, normal
from dateline.wire.page.told.declared import Claims


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        ("DE-at", "de-AT"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("", ""),
        ("?", ""),
    ],
)
def test_a_language_is_written_as_machines_expect_it(written: str, tag: str):
    assert normal(written) == tag


@pytest.mark.parametrize(
    ("written", "text", "tag"),
    [
        ("en-GB", "The bridge stays closed.", "en-GB"),
        ("en", "Мост закрыт до весны.", "ru"),
        ("uk", "Міст закрито до весни.", "uk"),
        ("", "Міст закрито до весни, повідомили її керівники.", "uk"),
        ("", "پل تا بهار بسته می‌ماند و گذر از آن ممنوع است چون پایه‌ها ترک دارد.", "fa"),
        ("", "橋は春まで閉鎖される。", "ja"),
        ("", "다리는 봄까지 닫힌다.", "ko"),
        ("", "The bridge stays closed.", ""),
        ("sr", "The bridge stays closed.", "sr"),
    ],
)
def test_what_a_page_says_counts_if_its_letters_can_be_of_that_language(written: str, text: str, tag: str):
    assert choose(Claims(), written, text)[0] == tag


def test_the_direction_follows_the_language_then_the_letters():
    assert direction_of("ar-SA", "") == "rtl"
    assert direction_of("en", "الجسر مغلق") == "ltr"
    assert direction_of("", "הגשר סגור") == "rtl"
