"""Scripts: in which a text is written, which words do not belong to it, which have no spaces between words."""

from __future__ import annotations

import re
from collections import Counter

WITH_VOWEL_SIGNS = (
    "\u0900-\u0963\u0966-\u0e3e\u0e40-\u0e7f\u0e80-\u0fff\u1000-\u109f\u1780-\u17ff\u1900-\u1aaf\ua8e0-\ua9ff"
)
"""Scripts of South and South-East Asia, whose vowel signs and tones Python does not count as letters."""

_BLOCKS = {
    "Latin": "a-z\u00c0-\u024f\u1e00-\u1eff",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Cyrillic": "\u0400-\u052f",
    "Armenian": "\u0530-\u058f",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f",
    "South Asian": "\u0900-\u0dff",
    "Unspaced": "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff",
    "Hangul": "\uac00-\ud7af\u1100-\u11ff",
}
_FINDERS = {name: re.compile(f"[{block}]", re.IGNORECASE) for name, block in _BLOCKS.items()}
_UNSPACED = _FINDERS["Unspaced"]


def main_script(text: str) -> str:
    """The script that most letters of a text are of."""
    if text.isascii():
        return "Latin"
    counted = Counter({name: len(finder.findall(text)) for name, finder in _FINDERS.items()})
    name, many = counted.most_common(1)[0]
    return name if many else "Latin"


def is_foreign(word: str, main: str) -> bool:
    """Whether some letter of a folded word is not of this script."""
    if word.isascii() and main == "Latin":
        return False
    finder = _FINDERS[main]
    return any(letter.isalpha() and not finder.match(letter) for letter in word)


def is_unspaced(word: str) -> bool:
    return _UNSPACED.search(word) is not None
