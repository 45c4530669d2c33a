"""How the words of a language are cut and brought to their stem in the index.

Each language with a stemmer has fields of its own; all others share the fields of no language, where words stay as
they are. An empty field costs the index nothing.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from tantivy import Filter, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "fi": "finnish",
    "fr": "french", "hu": "hungarian", "it": "italian", "nb": "norwegian", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish",
}  # fmt: skip

OTHER = "xx"
"""Stands for every language without a stemmer."""

LONGEST_WORD = 60

# Marks belong to the words they stand on: the vowel signs of Indic scripts are not letters to Unicode. The simple
# tokenizer parts words there, but takes a third of the time, so it cuts the languages that have no such marks left.
_WORD = r"[\p{L}\p{M}\p{N}]+"
_MARKED = ("ta", OTHER)


def stem_of(language: str) -> str:
    """The language under whose fields a text is filed: its own main tag, or ``xx``."""
    main = language.partition("-")[0].lower()
    return main if main in STEMMERS else OTHER


@cache
def analyzer(stem: str) -> TextAnalyzer:
    """What cuts and stems folded text of a language as ``stem_of`` names it."""
    builder = _cutter(stem)
    return builder.filter(Filter.stemmer(STEMMERS[stem])).build() if stem in STEMMERS else builder.build()


@cache
def plain(stem: str) -> TextAnalyzer:
    """What cuts folded text of a language and leaves its words as they are written."""
    return _cutter(stem).build()


def _cutter(stem: str) -> TextAnalyzerBuilder:
    tokenizer = Tokenizer.regex(_WORD) if stem in _MARKED else Tokenizer.simple()
    return TextAnalyzerBuilder(tokenizer).filter(Filter.remove_long(LONGEST_WORD)).filter(Filter.lowercase())


def names() -> tuple[str, ...]:
    """Every value of ``stem_of``."""
    return (*STEMMERS, OTHER)


def register(index: Any) -> None:
    """Make the analyzers known to an index that was opened."""
    for stem in names():
        index.register_tokenizer(tokenizer_name(stem), analyzer(stem))
        index.register_tokenizer(plain_name(stem), plain(stem))


def tokenizer_name(stem: str) -> str:
    return f"dateline_{stem}"


def plain_name(stem: str) -> str:
    return f"dateline_plain_{stem}"
