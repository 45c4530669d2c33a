"""The language and the direction of a story: what the page says, checked against the script it is written in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from dateline.wire.page.told.declared import Claims
from dateline.wire.page.words import words
from dateline.wire.record import Direction

RIGHT_TO_LEFT = words("ar fa he iw ur ps sd ug yi dv ku ckb arc syr prs")
SAMPLE = 800

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?\b")
_SCRIPTS = dict(
    pair.split(":")
    for pair in words("""
        ar:ARABIC he:HEBREW el:GREEK ru:CYRILLIC zh:CJK ja:HIRAGANA ko:HANGUL th:THAI hi:DEVANAGARI bn:BENGALI
        gu:GUJARATI ta:TAMIL te:TELUGU kn:KANNADA ml:MALAYALAM pa:GURMUKHI si:SINHALA my:MYANMAR km:KHMER lo:LAO
        ka:GEORGIAN hy:ARMENIAN am:ETHIOPIC
    """)
)
"""The script that a language is written in, for scripts that tell one language, or one that most write in it."""
_LANGUAGE_OF = {script: language for language, script in _SCRIPTS.items()} | {"KATAKANA": "ja"}
_ALSO = {
    "ARABIC": words("fa ur ps ug sd ku ckb ks prs az"),
    "CYRILLIC": words("uk be bg sr mk kk ky tg mn uz tt az bs"),
    "DEVANAGARI": words("mr ne sa"),
    "CJK": words("ja ko"),
    "ETHIOPIC": words("ti"),
    "HEBREW": words("yi iw"),
    "BENGALI": words("as"),
}
_TELLING = (("ARABIC", "پچژگ", "fa"), ("ARABIC", "ٹڈڑں", "ur"), ("CYRILLIC", "іїєґ", "uk"))


def choose(claims: Claims, written: str, text: str) -> tuple[str, str]:
    """The BCP 47 tag of the language and where it was found. ``written`` is the page's ``lang``."""
    script = script_of(text)
    for value, origin in ((written, "page"), *((c.value, c.origin) for c in claims.all("language"))):
        if (tag := normal(value)) and _fits(tag.split("-")[0], script):
            return tag, origin
    return _by_script(script, text), "script" if script in _LANGUAGE_OF else ""


def guess(text: str) -> str:
    """The language that the script of a text tells, or ``""``."""
    return _by_script(script_of(text), text)


def normal(value: str) -> str:
    """A BCP 47 tag from the ways pages write one, or ``""``."""
    match = _TAG.match(value.strip())
    if not match:
        return ""
    parts = [match[1].lower()]
    if match[2]:
        parts.append(match[2].title())
    if match[3]:
        parts.append(match[3].upper())
    return "-".join(parts)


def direction_of(language: str, text: str) -> Direction:
    """Right to left if the language is written so; for an unknown one, if most letters are."""
    if language:
        return "rtl" if language.split("-")[0] in RIGHT_TO_LEFT else "ltr"
    return "rtl" if script_of(text) in ("ARABIC", "HEBREW") else "ltr"


def script_of(text: str) -> str:
    """The script of most letters, by the first word of their Unicode names; kana makes Han Japanese."""
    sample = text[:SAMPLE]
    if sample.isascii():
        return "LATIN" if any(c.isalpha() for c in sample) else ""
    counts: Counter[str] = Counter()
    for letter, times in Counter(sample).items():
        if letter.isalpha():
            counts[_script(letter)] += times
    if counts["HIRAGANA"] + counts["KATAKANA"] > 0.1 * counts["CJK"] > 0:
        return "HIRAGANA"
    return counts.most_common(1)[0][0] if counts else ""


@lru_cache(maxsize=8192)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0]


def _fits(language: str, script: str) -> bool:
    """Whether a language is written in the script; templates often say English on pages that are not."""
    if not script:
        return True
    if script not in _LANGUAGE_OF:
        return _SCRIPTS.get(language, "LATIN") == "LATIN" or language in ("ru", "az", "uz", "ko", "ja", "zh")
    return _SCRIPTS.get(language) == script or language in _ALSO.get(script, ()) or language == _LANGUAGE_OF[script]


def _by_script(script: str, text: str) -> str:
    for where, letters, language in _TELLING:
        if where == script and sum(text[:SAMPLE].lower().count(letter) for letter in letters) * 100 > len(
            text[:SAMPLE]
        ):
            return language
    return _LANGUAGE_OF.get(script, "")
