"""Words of a list, found however they are typed, and never inside innocent words."""

from __future__ import annotations

import time

import pytest

from dateline.discuss.checks.matching import WordList
from dateline.discuss.checks.wordlist import faults, read


def listed(reject: str = "", hold: str = "", language: str = "en") -> WordList:
    refused, spared = read(reject, "reject")
    held, also_spared = read(hold, "hold")
    return WordList([*refused, *held], [*spared, *also_spared], language)


def weights(words: WordList, text: str) -> list[tuple[str, str]]:
    return [(hit.entry.shown, hit.weight) for hit in words.find(text)]


@pytest.mark.parametrize(
    "typed",
    [
        "bollard",
        "Bollard!",
        "(BOLLARD)",
        "a bollard's end",
        "b o l l a r d",
        "b.o.l.l.a.r.d",
        "b-o-l-l-a-r-d",
        "b - o - l - l - a - r - d",
        "b 0 l l a r d!",
        "b_o_l_l_a_r_d",
        "bollllaaaard",
        "b0llard",
        "b0ll4rd",
        "boll@rd",
        "bоllаrd",  # Cyrillic o and a
        "bοllαrd",  # Greek
        "ｂｏｌｌａｒｄ",
        "𝖇𝖔𝖑𝖑𝖆𝖗𝖉",
        "🅱🅾🅻🅻🅰🆁🅳",
        "🇧🇴🇱🇱🇦🇷🇩",
        "ⓑⓞⓛⓛⓐⓡⓓ",
        "bóllàrd",
        "b\u0337\u0322o\u0334l\u0336l\u0337a\u0338rd",
        "b\u200bo\u200dl\u2060l\u00ada\ufeffrd",
        "b\u202eollard",
        "boll\u0430rd\u115f",
        "ʙᴏʟʟᴀʀᴅ",
    ],
)
def test_a_listed_word_is_rejected_whatever_it_is_typed_with(typed: str) -> None:
    assert weights(listed("bollard"), f"You are a {typed} yourself") == [("bollard", "reject")]


@pytest.mark.parametrize("typed", ["b*llard", "boll**d", "boIlard", "bol.lard", "b ollard", "bolla r d"])
def test_a_word_that_may_be_another_one_is_held_and_not_rejected(typed: str) -> None:
    assert weights(listed("bollard"), f"You {typed} yourself") == [("bollard", "hold")]


@pytest.mark.parametrize(
    ("language", "word", "innocent"),
    [
        ("en", "cunt", "Scunthorpe beat Penistone in the cup"),
        ("en", "ass", "The class will assess the bass in the embassy; as said, as so often, as is"),
        ("en", "tit", "The title of the institution is titanic"),
        ("en", "cock", "Cocktails at Hancock's, with a peacock"),
        ("en", "penis", "The pen is mightier than the sword"),
        ("en", "god", "A good food mood"),
        ("en", "rape", "Grapes and drapes, and a therapist"),
        ("en", "hell", "Hello from Shell; he'll be back"),
        ("en", "dick", "Dickens wrote it; see p. 1 d"),
        ("de", "schwul", "Heute ist es schwül"),
        ("de", "sau", "Die Sauna ist sauber, sagt Frau Sauer"),
        ("de", "arsch", "Barsche im Marschland"),
        ("es", "ano", "El año pasado fue un verano sano"),
        ("es", "puta", "La diputada disputa la reputación"),
        ("pt", "caca", "A caça foi à praça"),
        ("fr", "con", "Le contrat du faucon est confus"),
        ("it", "cazzo", "Il cazzotto e il palazzo"),
        ("sv", "bog", "Boken stod i bågen"),
        ("tr", "sik", "SIK SIK geliriz, ısık var"),
        ("ru", "сука", "Засукав рукава, она ушла с барсуками"),
        ("ru", "cop", "Сор из избы"),
        ("el", "πος", "Πόσο κόστος"),
        ("fa", "خر", "آخر هفته خرید می‌کنیم"),
        ("ar", "كلب", "نطالب بالكلبات والمطالب"),
        ("he", "כלב", "הכלבו נסגר"),
        ("nl", "lul", "Hij lult niet over de lulligheid"),
        ("pl", "sad", "Sąd nad sadownikiem"),
    ],
)
def test_an_innocent_text_is_left_alone(language: str, word: str, innocent: str) -> None:
    assert weights(listed(word, language=language), innocent) == []


@pytest.mark.parametrize(
    ("language", "word", "typed"),
    [
        ("ru", "дурак", "Ты дypaк"),  # y, p, a of the Latin script
        ("ru", "дурак", "Д У Р А К ты"),
        ("el", "βλάκας", "Είσαι ΒΛΑΚΑΣ"),
        ("fa", "احمق", "تو اَحمَق هستی"),
        ("fa", "کلک", "این كلك است"),
        ("de", "böse", "Er ist B Ö S E"),
        ("tr", "kız", "KIZ"),
        ("hi", "मूर्ख", "तुम मूर्ख हो"),
        ("zh", "笨蛋", "你是个大笨蛋吗"),
        ("zh", "笨蛋", "你是笨 蛋"),
        ("th", "โง่", "เขาโง่มาก"),
        ("en", "two words", "two   WORDS"),
        ("en", "two words", "two-words"),
    ],
)
def test_a_word_is_found_in_every_script(language: str, word: str, typed: str) -> None:
    assert weights(listed(word, language=language), typed) == [(word, "reject")]


def test_a_star_widens_a_word_to_its_beginning_its_end_or_anywhere() -> None:
    words = listed("bollard*\n*swine\n*toad*")
    assert weights(words, "bollards") == [("bollard*", "reject")]
    assert weights(words, "greatswine") == [("*swine", "reject")]
    assert weights(words, "antitoadism") == [("*toad*", "reject")]
    assert weights(words, "swineherd mybollard") == []


def test_a_word_that_is_found_by_mistake_is_spared_by_a_line_of_the_list() -> None:
    assert weights(listed("schwul"), "schwül") == [("schwul", "reject")]
    assert weights(listed("schwul\n-schwül"), "Schwül!") == []
    assert weights(listed("schwul\n-schwül"), "schwul") == [("schwul", "reject")]


def test_a_short_word_in_digits_is_held_for_a_road_may_be_called_so() -> None:
    assert weights(listed("ass"), "Take the A55 to Holyhead") == [("ass", "hold")]
    assert weights(listed("ass"), "Room 455, 1800 people") == []


def test_letters_spelled_out_one_by_one_are_held_for_a_word_inside_them() -> None:
    assert weights(listed("cunt"), "S c u n t h o r p e") == [("cunt", "hold")]


def test_the_gravest_word_comes_first_and_each_once() -> None:
    words = listed("bollard", hold="gosh")
    assert weights(words, "gosh gosh bollard") == [("bollard", "reject"), ("gosh", "hold")]


def test_what_a_list_must_not_hold_is_said_with_its_line() -> None:
    assert faults("fine\n# a remark\n-spared\nso*so\n***\n" + "x" * 101) == [
        "Line 4, “so*so”: * may stand at the beginning and the end only.",
        "Line 5, “***”, has no letter or digit.",
        "Line 6 is longer than 100 characters.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a " * 5_000,
        "b*" * 5_000,
        "bo" * 10_000,
        "\u0301" * 10_000,
        "i1l|" * 3_000,
        "b.o.l.l.a.r." * 1_000,
        "笨" * 10_000,
        "f*** " * 2_000,
    ],
)
def test_no_text_makes_the_search_take_long(text: str) -> None:
    words = listed("\n".join(f"b{n}ollard" for n in range(500)) + "\nbollard\nfuzz\n笨蛋\n*toad*")
    began = time.process_time()
    words.find(text)
    assert time.process_time() - began < 1
