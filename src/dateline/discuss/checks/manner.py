"""Checks of how a text is written: listed words, links, shouting, heaps of marks."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from dateline.discuss.checks.case import Case
from dateline.discuss.checks.finding import Finding
from dateline.discuss.checks.matching import Hit
from dateline.discuss.checks.numbers import count, word

_ENDINGS = "com|net|org|info|biz|io|co|ru|cn|de|uk|eu|br|xyz|shop|vip|gg|tv|ly|su|pw|ws"
"""Of addresses that are written without http; those that are also words, such as it and me, only before a path."""
_DOT = r"(?:\.|\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\))\s?)"
_LINK = re.compile(
    rf"(?:https?|hxxps?|ftp)\s?:\s?//\S+|\bwww\.\S+|\b[\w-]+{_DOT}(?:(?:{_ENDINGS})\b(?:/\S*)?|[a-z]{{2,12}}/\S+)",
    re.IGNORECASE,
)
SHOUTING = 0.7
"""The share of capital letters from which a text shouts."""
SHORTEST_SHOUT = 20
"""Letters that a text needs before capitals say anything: names of parties and teams are all capitals."""
MARKS = 4
"""Marks on one letter; no language needs so many."""
_SHOWN = 3
"""Words of a list that are named in a finding."""


def links_in(text: str) -> list[str]:
    """The addresses in a text, written as such or so that a reader can put them together."""
    return _LINK.findall(unicodedata.normalize("NFKC", text))


def has_listed_words(case: Case) -> list[Finding]:
    """One finding for the words that reject and one for those that hold."""
    hits = case.memory.words.find(case.draft.text)
    return [
        Finding(_name(list(same)), weight, "insult")
        for weight, same in groupby(hits, key=lambda hit: hit.weight)
        if weight != "note"
    ]


def _name(hits: list[Hit]) -> str:
    named = ", ".join(_explain(hit) for hit in hits[:_SHOWN])
    more = f" and {word(len(hits) - _SHOWN)} more" if len(hits) > _SHOWN else ""
    return f"on the list: {named}{more}"


def _explain(hit: Hit) -> str:
    if hit.written.casefold() == hit.entry.word.casefold():
        return f"“{hit.written}”"
    return f"“{hit.written}”, which {'may be' if hit.doubtful else 'reads as'} “{hit.entry.shown}”"


def has_links(case: Case) -> Finding | None:
    held, found = case.policy.links_held, len(links_in(case.draft.text))
    if not held or found < held:
        return None
    return Finding(f"{count(found, 'link')}; the site allows {word(held - 1) if held > 1 else 'none'}", reason="spam")


def shouts(case: Case) -> Finding | None:
    cased = [letter for letter in case.draft.text if letter.isupper() or letter.islower()]
    if len(cased) < SHORTEST_SHOUT:
        return None
    share = sum(letter.isupper() for letter in cased) / len(cased)
    return Finding(f"{share:.0%} capital letters") if share >= SHOUTING else None


def heaps_marks(case: Case) -> Finding | None:
    """Accents heaped on letters until they cover the lines above and below."""
    marks = most = 0
    for letter in case.draft.text:
        marks = marks + 1 if unicodedata.combining(letter) else 0
        most = max(most, marks)
    return Finding(f"{most} marks on one letter") if most >= MARKS else None
