"""What a reader typed into the search field, taken apart. Pure; every text is a query, and none an error.

    ferry strike          stories with both words
    "ferry strike"        with the words in this order; quotation marks of any language
    ferry -strike         with the first and without the second; also -"night ferry"
    ferr                  the last word may be the beginning of one

A word is what stands between spaces; how it is cut further is the index's matter, by language.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 200
"""Characters of a query that are read."""

MOST_PARTS = 12
"""Words and phrases that are read."""

_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "»": "«", "「": "」", "『": "』", "‟": "”", "＂": "＂"}
_CLOSING = {opening: closing + '”"' for opening, closing in _QUOTES.items()}
_PART = re.compile(rf"(?P<minus>(?<!\S)[-−])?(?:(?P<open>[{''.join(_QUOTES)}])|(?P<word>\S+))")
_UNSEEN = frozenset(("Cc", "Cs", "Co", "Cn"))


@dataclass(frozen=True, slots=True)
class Part:
    """A word or a phrase that stories must have, or must not."""

    text: str
    phrase: bool = False
    excluded: bool = False
    open: bool = False
    """Whether it is the last word and may be the beginning of one."""


@dataclass(frozen=True, slots=True)
class Query:
    """A query taken apart. ``text`` is what was read of it, with single spaces."""

    text: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def wanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if not part.excluded)

    @property
    def unwanted(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.excluded)


def parse(text: str) -> Query:
    """The query that a text is. The same text less its extra spaces is the same query."""
    text = _tidy(text)
    parts = _parts(text)
    if parts and not parts[-1].phrase and not parts[-1].excluded and text.endswith(parts[-1].text):
        parts[-1] = Part(parts[-1].text, open=True)
    return Query(text, tuple(parts))


def _tidy(text: str) -> str:
    seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in text[: 4 * LONGEST])
    return " ".join(seen.split())[:LONGEST].strip()


def _parts(text: str) -> list[Part]:
    parts: list[Part] = []
    at = 0
    while len(parts) < MOST_PARTS and (found := _PART.search(text, at)):
        at = found.end()
        excluded = bool(found["minus"])
        if found["open"]:
            phrase, at = _phrase(text, at, found["open"])
            parts += [Part(phrase, phrase=True, excluded=excluded)] if phrase else []
        else:
            parts.append(Part(found["word"], excluded=excluded))
    return [part for part in parts if any(c.isalnum() for c in part.text)]


def _phrase(text: str, at: int, opening: str) -> tuple[str, int]:
    """What stands up to the closing mark or the end, and where to go on."""
    end = min((found for mark in _CLOSING[opening] if (found := text.find(mark, at)) >= 0), default=len(text))
    return text[at:end].strip(), end + 1
