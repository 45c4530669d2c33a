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
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
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

MARKED = 2.0
"""How many times a word a topic or a person counts for, of the same rarity."""

FITTING = 0.04
"""The part of the score that the story itself would have, below which another one has nothing to do with it.

On the labelled sets this takes away a tenth of what was found and 0.0005 of nDCG.
"""

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


def find(searcher: Any, fields: Any, code: int, limit: int, *, keep_copies: bool = False) -> list[Found]:
    """At most ``limit`` stories, best first; none if the story is not in the index."""
    address = locate(searcher, fields, code)
    if address is None:
        return []
    document = searcher.doc(address).to_dict()
    found = searcher.search(ask(searcher, fields, _gist(document)), CANDIDATES, count=False).hits
    weighed = sorted(_weigh(searcher, address, found), key=lambda one: (-one[0].score, -one[0].code))
    if keep_copies:
        return [one for one, _ in weighed[:limit]]
    return list(islice(_distinct(searcher, Text.kept(document), weighed), limit))


def locate(searcher: Any, fields: Any, code: int) -> Any:
    """The address of a story's document; None if it is not in the index."""
    hits = searcher.search(Query.term_query(fields, "code", code), 1, count=False).hits
    return hits[0][1] if hits else None


def ask(searcher: Any, fields: Any, gist: Gist) -> Any:
    """Any of the telling words, topics and people of a story, each by its weight."""
    stem = languages.stem_of(gist.language)
    words = Counter(languages.analyzer(stem).analyze(fold(gist.text, gist.language)))
    weighed = [
        *_rare(searcher, schema.text_field(stem), words, 1.0),
        *_rare(searcher, "topic", Counter(gist.topics), MARKED),
        *_rare(searcher, "person", Counter(gist.people), MARKED),
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


def _weigh(searcher: Any, address: Any, found: list[tuple[float, Any]]) -> Iterator[tuple[Found, Any]]:
    """The candidates of the story's own language that fit, with their score for its time, and their addresses."""
    addresses = [address, *(one for _, one in found)]
    codes, times, tongues = (searcher.fast_field_values(f, addresses) for f in ("code", "published", "tongue"))
    own = next((score for (score, _), code in zip(found, codes[1:], strict=True) if code == codes[0]), 0.0)
    for (score, place), code, time, tongue in zip(found, codes[1:], times[1:], tongues[1:], strict=True):
        weighed = score * nearness(times[0], time)
        if code != codes[0] and tongue == tongues[0] and weighed >= FITTING * own:
            yield Found(int(code), weighed), place


def _distinct(searcher: Any, own: Text, weighed: list[tuple[Found, Any]]) -> Iterator[Found]:
    """The candidates that are copies neither of the story nor of a better candidate."""
    kept = [own]
    for found, address in weighed:
        other = Text.kept(searcher.doc(address).to_dict())
        if not any(one.copied(other) for one in kept):
            kept.append(other)
            yield found


def _rare(searcher: Any, field: str, words: Counter[str], factor: float) -> Iterator[tuple[float, str, str]]:
    """The words that at least one other story and not too many have: weight, field, word."""
    total = searcher.num_docs
    most = max(total // COMMON, COMMON_AT_LEAST)
    for word, count in words.items():
        stories = searcher.doc_freq(field, word)
        if 2 <= stories <= most:
            # BM25 gives each word its rarity once more; so its square is what the cosine of tf-idf has.
            rarity = math.log(1 + (total - stories + 0.5) / (stories + 0.5))
            yield factor * (1 + math.log(count)) * rarity, field, word
