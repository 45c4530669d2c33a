"""What of a text a model looks at: its words, pairs of words, pieces of words, and how it is written.

Each is a number between 0 and ``SIZE``, a hash: the model knows no word, and nothing that was written can be read from
it. Pure.
"""

from __future__ import annotations

import re
from zlib import crc32

from dateline.discuss.checks.folding import alphabet
from dateline.discuss.checks.manner import links_in

SIZE = 1 << 18
WORDS = 300
"""Words of a text that are looked at; what a comment is shows in the first."""
PIECE = 4
"""Letters of a piece of a word, of which the ends of the word count as one each."""

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_MANNERS = (
    ("a link", lambda text: bool(links_in(text))),
    ("capital letters", lambda text: len(text) > 12 and text.upper() == text != text.lower()),
    ("exclamation marks", lambda text: "!!" in text),
    ("very short", lambda text: len(text) < 25),
)


def pieces(text: str) -> list[tuple[str, list[int]]]:
    """The words of a text as they are shown, each with the features that it brings; manners of writing come last."""
    words = _WORD.findall(alphabet("en").fold(text))[:WORDS]
    found = [(word, _of_word(word, words[place - 1] if place else "")) for place, word in enumerate(words)]
    return found + [(f"({name})", [_number(f"\n{name}")]) for name, has in _MANNERS if has(text)]


def features(text: str) -> list[int]:
    """All features of a text, each once."""
    return sorted({number for _, numbers in pieces(text) for number in numbers})


def _of_word(word: str, before: str) -> list[int]:
    framed = f"<{word[:24]}>"
    parts = [framed[start : start + PIECE] for start in range(len(framed) - PIECE + 1)]
    return [_number(word), _number(f"{before} {word}"), *(_number(f"\t{part}") for part in parts)]


def _number(name: str) -> int:
    return crc32(name.encode("utf-8", "replace")) % SIZE
