"""How alike two stories are, and why, in a few words for an editor.

Five signals from 0 to 1, of equal weight: the cosine of their words weighed by the square of their rarity; how much
of the weight of one headline stands anywhere in the other story, and in its beginning; how many names and how many
numbers they share. A signal that neither story can give (names in a script without capitals, numbers where there are
none) is left out. From EVENT on they tell of the same event, from SAME on they are the same news.

Unweighted on purpose: weights learned on one labelled set did worse on the others (bench/related.py prints them all).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dateline.search import languages, schema
from dateline.search.fold import fold
from dateline.search.related import Rarity

EVENT = 0.3
SAME = 0.5

BEGINNING = 600
"""Characters of a story, its headline included, that tell the news of it."""

DAY = 24 * 3600

_NAME = re.compile(r"(?<![.!?…:»\"“”]\s)(?<!^)\b[^\W\d_]\w+", re.MULTILINE)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")

Weight = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """``score`` from 0 to 1; ``days`` between the two, None if either has no date."""

    score: float
    names: int
    words: int
    days: int | None
    signals: tuple[float, ...]

    @property
    def same(self) -> bool:
        return self.score >= SAME

    @property
    def why(self) -> str:
        kind = "same news" if self.same else "same event" if self.score >= EVENT else "background"
        shared = _count(self.names, "name") if self.names else _count(self.words, "telling word")
        return f"{kind}: {shared} in common{_apart(self.days)}"


@dataclass(frozen=True, slots=True)
class Told:
    """What of a story is compared."""

    stem: str
    headline: frozenset[str]
    beginning: frozenset[str]
    words: Counter[str]
    names: frozenset[str]
    numbers: frozenset[str]
    published: int


def read(document: dict[str, list[Any]], published: int) -> Told:
    """A story as its document in the index keeps it."""
    language, gist = document["language"][0], bytes(document["gist"][0]).decode()
    stem = languages.stem_of(language)

    def cut(text: str) -> list[str]:
        return languages.analyzer(stem).analyze(fold(text, language))

    headline, _, text = gist.partition("\n")
    names = {word for word in _NAME.findall(text) if word[0].isupper()}
    return Told(
        stem,
        frozenset(cut(headline)),
        frozenset(cut(text[:BEGINNING])),
        Counter(cut(gist)),
        frozenset(cut(" ".join(names))),
        frozenset(_NUMBER.findall(fold(text, language))),
        published,
    )


def compare(rarity: Rarity, one: Told, other: Told) -> Likeness:
    """How alike two stories are among all that the index holds."""
    if one.stem != other.stem:
        return Likeness(0.0, 0, 0, None, ())
    weigh = _weigher(rarity, one.stem)
    days = abs(one.published - other.published) // DAY if one.published and other.published else None
    names = one.names & other.names
    telling = [word for word in one.words.keys() & other.words.keys() if weigh(word) > 2]
    signals = [
        _cosine(one.words, other.words, weigh),
        max(_covered(one.headline, other.words, weigh), _covered(other.headline, one.words, weigh)),
        max(_covered(one.headline, other.beginning, weigh), _covered(other.headline, one.beginning, weigh)),
    ]
    if one.names and other.names:
        fewer = min(sum(map(weigh, one.names)), sum(map(weigh, other.names)))
        signals.append(sum(map(weigh, names)) / fewer if fewer else 0.0)
    if one.numbers or other.numbers:
        fewer = min(len(one.numbers), len(other.numbers))
        signals.append(len(one.numbers & other.numbers) / max(1, fewer))
    return Likeness(sum(signals) / len(signals), len(names), len(telling), days, tuple(signals))


def _weigher(rarity: Rarity, stem: str) -> Weight:
    field, total = schema.text_field(stem), rarity.stories

    def weigh(word: str) -> float:
        stories = min(total, rarity.count(field, word))
        return math.log(1 + (total - stories + 0.5) / (stories + 0.5))

    return weigh


def _cosine(one: Counter[str], other: Counter[str], weigh: Weight) -> float:
    def product(a: Counter[str], b: Counter[str]) -> float:
        return sum((1 + math.log(a[w])) * (1 + math.log(b[w])) * weigh(w) ** 4 for w in a.keys() & b.keys())

    length = math.sqrt(product(one, one) * product(other, other))
    return product(one, other) / length if length else 0.0


def _covered(words: Iterable[str], by: Iterable[str], weigh: Weight) -> float:
    """How much of the weight of some words is in others."""
    there = set(by)
    weights = {word: weigh(word) ** 2 for word in words}
    whole = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in there) / whole if whole else 0.0


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _apart(days: int | None) -> str:
    if days is None:
        return ""
    if days == 0:
        return ", on the same day"
    if days < 60:
        return f", {_count(days, 'day')} apart"
    return f", {_count(days // 30, 'month')} apart" if days < 730 else f", {_count(days // 365, 'year')} apart"
