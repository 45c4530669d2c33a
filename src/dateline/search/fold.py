"""Writing two spellings of one word alike, and nothing else. Pure.

What is folded: compatibility forms (ﬁ, full width, Arabic presentation forms), accents that a language writes on
letters of others (é in English), Arabic vowel marks, tatweel and the forms of alef, yeh and kaf that keyboards mix
up, the zero width non-joiner, digits of other scripts. What is not: letters that a language counts as its own (ö in
Swedish, ñ in Spanish, й in Russian, every mark of Vietnamese), for there they make another word.

Scripts that put no space between words (Chinese, Japanese, Thai, Lao, Khmer, Burmese) are cut into pairs of
neighbouring characters, which find words without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Letters with marks that are letters of their own, by language; of Vietnamese, all are.
OWN_LETTERS = {
    "az": "çğıöşü", "bg": "й", "bs": "čćđšž", "ca": "ç", "cs": "čďěňřšťůž", "cy": "ŵŷ", "da": "æøå", "de": "äöüß",
    "eo": "ĉĝĥĵŝŭ", "es": "ñ", "et": "äöõüšž", "eu": "ñ", "fi": "äöå", "gl": "ñ", "hr": "čćđšž", "hu": "öőüű",
    "is": "áðéíóúýþæö", "kk": "йёғқңөұүһі", "ky": "йёңөү", "lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "mk": "ѓќ",
    "mn": "йёөү", "mt": "ċġħż", "nb": "æøå", "nn": "æøå", "no": "æøå", "pl": "ąćęłńóśźż", "ro": "ăâîșț",
    "ru": "й", "sk": "čďľĺňŕšťž", "sl": "čšž", "sq": "çë", "sr": "ђћ", "sv": "åäö", "tg": "йёғӣқӯҳҷ", "tk": "çäňöşüý",
    "tr": "çğıöşü", "uk": "йїґ", "uz": "ўқғҳ", "be": "йўё",
}  # fmt: skip
ALL_OWN = frozenset({"vi", "yo", "ig", "ee"})
"""Languages in which a mark always makes another word."""

_ARABIC = {
    **dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("ىئیے", "ي"), "ک": "ك", "ۀ": "ه", "ؤ": "و", "ـ": "",
    "\u200c": "", "\u200d": "", **dict.fromkeys(map(chr, (*range(0x064B, 0x0660), 0x0670)), ""),
    **{chr(0x0660 + n): str(n) for n in range(10)}, **{chr(0x06F0 + n): str(n) for n in range(10)},
}  # fmt: skip

_SPACELESS = (
    ("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
_SPACELESS_RUN = re.compile("[" + "".join(f"{first}-{last}" for first, last in _SPACELESS) + "]+")
_MARKS = re.compile("[\u0300-\u036f]+")


def fold(text: str, language: str = "") -> str:
    """The text as the index and those who ask it write it; its words are still to be cut and put in lower case."""
    if text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text)
    # What is to be done is decided by the characters that occur: looking at each place of a long text, as
    # str.translate does, takes ten times as long as replacing the few that there are.
    characters = {c for c in set(text) if c > "\x7f"}
    for character in characters:
        plain = _plain(character, language)
        if plain != character:
            text = text.replace(character, plain)
    if any(first <= c <= last for c in characters for first, last in _SPACELESS):
        text = _SPACELESS_RUN.sub(_pairs, text)
    return text


@lru_cache(8192)
def _plain(character: str, language: str) -> str:
    """What one character is written as in a text of a language."""
    if character in _ARABIC:
        return _ARABIC[character]
    main = language.partition("-")[0]
    if main in ALL_OWN or character in _own(main):
        return character
    return _bare(character)


@cache
def _own(language: str) -> frozenset[str]:
    letters = OWN_LETTERS.get(language, "")
    return frozenset(letters + letters.upper())


@cache
def _bare(character: str) -> str:
    """A letter without its accents; ё is е, but й stays й, for nobody writes it as и."""
    if character in "йЙ":
        return character
    parts = unicodedata.normalize("NFD", character)
    return unicodedata.normalize("NFC", _MARKS.sub("", parts)) if len(parts) > 1 else character


def _pairs(run: re.Match[str]) -> str:
    text = run[0]
    if len(text) == 1:
        return f" {text} "
    return " " + " ".join(text[i : i + 2] for i in range(len(text) - 1)) + " "
