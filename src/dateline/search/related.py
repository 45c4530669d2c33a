"""Stories that belong to a story: those that share its rarest words, then those near in time.

The story's own words are weighed as its cosine would weigh them: by how often it says them and by the square of how
rare they are, once for what it asks and once, by BM25, for what is found. The rarest of them are asked for; common
words tell little and would make the index look at half the archive. Topics and people count as words do. What is
found counts the less, the further apart the stories are in time, but never for nothing.

Measured on labelled sets (bench/related.py): weighing twice by rarity is worth 0.05 nDCG over plain BM25, asking for
32 words as good as for all of them, and nearness in time another 0.03 where stories have dates.

A near copy of the story, or of one that is chosen already, tells a reader nothing new and is passed over.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tantivy import Occur, Query

from dateline.search import languages, schema
from dateline.search.fold import fold
from dateline.search.text import Text

CANDIDATES = 60
WORDS = 32
"""Of the story's own words that are asked for."""

COMMON = 50
"""A word that more than one in so many stories has is not asked for, in an archive of any size."""

COMMON_AT_LEAST = 2000
"""Stories that a word may stand in before it can count as common."""

COMMON_AT_MOST = 5000
"""Stories with a word from which on it is not asked for in an archive of any size: each of them would be looked at."""

MARKED = 2.0
"""How many times a word a topic or a person counts for, of the same rarity."""

FITTING = 0.04
"""The part of the score that the story itself would have, below which another one has nothing to do with it.

On the labelled sets this takes away a tenth of what was found and 0.0005 of nDCG.
"""

SHOWN = 0.08
"""The same for what a page shows: below, the section's newest serve a reader better."""

COPY = 0.2
"""The part of the story's own score that a copy has at least: one that is cut to half has half of the words."""

MEMORY = 200_000
"""Words whose rarity is remembered."""

SETTLED = 50
"""Stories with a word from which on it is common enough for one more not to matter."""

GROWTH = 100
"""The index has changed when it has grown by one part in so many."""

HALF_LIFE = 14 * 24 * 3600
"""Seconds between two stories after which nearness in time has lost half of its weight."""

TIME_WEIGHT = 0.6
"""The part of a score that nearness in time can take away."""


@dataclass(frozen=True, slots=True)
class Found:
    """A story that belongs to another, and how much."""

    code: int
    score: float


@dataclass(frozen=True, slots=True)
class Gist:
    """What is asked with: the gist of a story and its names as the index keeps them."""

    language: str
    text: str
    topics: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """What the index has around a story: what belongs to it, best first, and near copies of it."""

    related: list[Found]
    copies: list[int]


class Rarity:
    """How many stories have a word, asked of the index once: while it does not change, the answer does not either.

    Of common words the answer is kept for what is committed next as well, until the index has grown by a hundredth:
    one story more is nothing to them, and they are most of a story's words.
    """

    def __init__(self, searcher: Any, before: Rarity | None = None) -> None:
        self.searcher = searcher
        self.stories: int = searcher.num_docs
        self._rare: dict[tuple[str, str], int] = {}
        kept = before is not None and abs(self.stories - before._since) * GROWTH <= before._since
        self._common: dict[tuple[str, str], int] = before._common if before and kept else {}
        self._since: int = before._since if before and kept else self.stories
        """How many stories there were when the first of the common words was asked for."""
        self.weights: defaultdict[str, dict[str, float]] = defaultdict(dict)
        """By field and word, those that were weighed; to be looked in first, for a story has hundreds of words."""
        self._most = min(max(self.stories // COMMON, COMMON_AT_LEAST), COMMON_AT_MOST)

    def weigh(self, field: str, word: str) -> float:
        """How much a word tells; 0 for one that no other story has, or too many, and that is not asked for."""
        known = self.weights[field]
        if len(known) >= MEMORY:
            known.clear()
        stories, total = self.count(field, word), self.stories
        asked = 2 <= stories <= self._most
        known[word] = found = math.log(1 + (total - stories + 0.5) / (stories + 0.5)) if asked else 0.0
        return found

    def count(self, field: str, word: str) -> int:
        key = field, word
        found = self._common.get(key) or self._rare.get(key)
        if found is None:
            found = self.searcher.doc_freq(field, word)
            known = self._common if found >= SETTLED else self._rare
            if len(known) >= MEMORY:
                known.clear()
            known[key] = found
        return found


def look(rarity: Rarity, fields: Any, code: int, limit: int) -> Around:
    """At most ``limit`` related stories and those copied from or by it; nothing if the story is not in the index."""
    return _look(rarity, fields, code, limit, SHOWN, keep_copies=False)


def find(rarity: Rarity, fields: Any, code: int, limit: int, *, keep_copies: bool = False) -> list[Found]:
    """At most ``limit`` related stories; with near copies if they are wanted."""
    return _look(rarity, fields, code, limit, FITTING, keep_copies=keep_copies).related


def _look(rarity: Rarity, fields: Any, code: int, limit: int, fitting: float, *, keep_copies: bool) -> Around:
    searcher = rarity.searcher
    address = locate(searcher, fields, code)
    if address is None:
        return Around([], [])
    document = searcher.doc(address).to_dict()
    found = searcher.search(ask(rarity, fields, _gist(document)), CANDIDATES, count=False).hits
    weighed = sorted(_weigh(searcher, address, found, fitting), key=lambda one: (-one.found.score, -one.found.code))
    if keep_copies:
        return Around([one.found for one in weighed[:limit]], [])
    return _sort_out(searcher, Text.kept(document), weighed, limit)


def locate(searcher: Any, fields: Any, code: int) -> Any:
    """The address of a story's document; None if it is not in the index."""
    hits = searcher.search(Query.term_query(fields, "code", code), 1, count=False).hits
    return hits[0][1] if hits else None


def ask(rarity: Rarity, fields: Any, gist: Gist) -> Any:
    """Any of the telling words, topics and people of a story, each by its weight."""
    stem = languages.stem_of(gist.language)
    words = Counter(languages.analyzer(stem).analyze(fold(gist.text, gist.language)))
    weighed = [
        *_rare(rarity, schema.text_field(stem), words, 1.0),
        *_rare(rarity, "topic", Counter(gist.topics), MARKED),
        *_rare(rarity, "person", Counter(gist.people), MARKED),
    ]
    chosen = sorted(weighed, reverse=True)[:WORDS]
    clauses = [
        (Occur.Should, Query.boost_query(Query.term_query(fields, field, word), weight))
        for weight, field, word in chosen
    ]
    return Query.boolean_query(clauses) if clauses else Query.empty_query()


def nearness(own: int, other: int) -> float:
    """How much two times count for belonging together: from 1 at once to 1 - TIME_WEIGHT, between if one is unknown."""
    if not own or not other:
        return 1 - TIME_WEIGHT / 2
    return 1 - TIME_WEIGHT * (1 - math.exp2(-abs(own - other) / HALF_LIFE))


def _gist(document: dict[str, list[Any]]) -> Gist:
    text = bytes(document["gist"][0]).decode()
    topics, people = (tuple(document.get(name, ())) for name in ("topic", "person"))
    return Gist(document["language"][0], text, topics, people)


@dataclass(frozen=True, slots=True)
class _Candidate:
    found: Found
    alike: float
    """The part of the score that the story itself has, time aside."""
    address: Any


def _weigh(searcher: Any, address: Any, found: list[tuple[float, Any]], fitting: float) -> Iterator[_Candidate]:
    """The candidates of the story's own language that fit."""
    addresses = [address, *(one for _, one in found)]
    codes, times, tongues = (searcher.fast_field_values(f, addresses) for f in ("code", "published", "tongue"))
    own = next((score for (score, _), code in zip(found, codes[1:], strict=True) if code == codes[0]), 0.0)
    for (score, place), code, time, tongue in zip(found, codes[1:], times[1:], tongues[1:], strict=True):
        weighed = score * nearness(times[0], time)
        if code != codes[0] and tongue == tongues[0] and weighed >= fitting * own:
            yield _Candidate(Found(int(code), weighed), score / own if own else 1.0, place)


def _sort_out(searcher: Any, own: Text, candidates: list[_Candidate], limit: int) -> Around:
    """Related are those that are copies neither of the story nor of a better candidate."""
    related: list[Found] = []
    copies: list[int] = []
    kept: list[Text] = []
    for one in candidates:
        full = len(related) == limit
        if full and one.alike < COPY:
            continue
        other = Text.kept(searcher.doc(one.address).to_dict())
        if one.alike >= COPY and own.copied(other):
            copies.append(one.found.code)
        elif not full and not any(text.copied(other) for text in kept):
            kept.append(other)
            related.append(one.found)
    return Around(related, copies)


def _rare(rarity: Rarity, field: str, words: Counter[str], factor: float) -> list[tuple[float, str, str]]:
    """The words that at least one other story and not too many have: weight, field, word."""
    known = rarity.weights[field]
    found = []
    for word, count in words.items():
        weight = known.get(word)
        if weight is None:
            weight = rarity.weigh(field, word)
        if weight:
            # BM25 gives each word its rarity once more; so its square is what the cosine of tf-idf has.
            said = factor if count == 1 else factor * (1 + math.log(count))
            found.append((said * weight, field, word))
    return found
