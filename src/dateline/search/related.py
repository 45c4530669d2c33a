"""Stories that belong to a story: first those that say much the same, then those near in time, people and topics.

Candidates come from the index by the story's own rarest words, topics and people; they are weighed again by how far
apart they are in time. Common words are left out of the question: they tell little, and with them the index would
have to look at half the archive. A question of rare words alone costs about the same whatever the archive's size.
"""

from __future__ import annotations

import math
from itertools import islice
from typing import Any

from tantivy import Occur, Query

CANDIDATES = 40
WORDS = 16
"""Of the story's own words that are asked for."""

COMMON = 50
"""A word, topic or person that more than one in so many stories has is left out, in an archive of any size."""

COMMON_AT_LEAST = 100
"""Stories that a word may stand in before it can count as common."""

HALF_LIFE = 30 * 24 * 3600
"""Seconds between two stories after which nearness in time counts half."""

TIME_WEIGHT = 0.5
TOPIC_BOOST = 4.0
PERSON_BOOST = 1.0


def find(searcher: Any, schema: Any, code: int, limit: int) -> list[int]:
    """The codes of at most ``limit`` stories, best first; none if the story is not in the index."""
    hits = searcher.search(Query.term_query(schema, "code", code), 1, count=False).hits
    if not hits:
        return []
    address = hits[0][1]
    document = searcher.doc(address).to_dict()
    found = searcher.search(_query(searcher, schema, address, document), CANDIDATES, count=False).hits
    addresses = [address for _, address in found]
    codes = searcher.fast_field_values("code", addresses)
    times = searcher.fast_field_values("published", [address, *addresses])
    weighed = [
        (score * nearness(times[0], other), -int(other_code), other_address)
        for (score, other_address), other, other_code in zip(found, times[1:], codes, strict=True)
        if other_code not in (code, 0)
    ]
    best = sorted(weighed, key=lambda one: one[:2], reverse=True)
    language = document["language"]
    same = (-code for _, code, address in best if searcher.doc(address)["language"] == language)
    return list(islice(same, limit))


def nearness(own: int, other: int) -> float:
    """How much two times count for belonging together: from 1 at once to 1 - TIME_WEIGHT, 1 if one is unknown."""
    if not own or not other:
        return 1.0
    return 1 - TIME_WEIGHT * (1 - math.exp2(-abs(own - other) / HALF_LIFE))


def _query(searcher: Any, schema: Any, address: Any, document: dict[str, list[Any]]) -> Any:
    """Any of the story's telling words, topics and people."""
    most = max(searcher.num_docs // COMMON, COMMON_AT_LEAST)
    words = Query.more_like_this_query(
        address, min_doc_frequency=2, max_doc_frequency=most, min_term_frequency=1, max_query_terms=WORDS,
        min_word_length=3,
    )
    clauses = [(Occur.Should, words)]
    for field, boost in (("topic", TOPIC_BOOST), ("person", PERSON_BOOST)):
        for value in document.get(field, []):
            if searcher.doc_freq(field, value) <= most:
                clauses.append((Occur.Should, Query.boost_query(Query.term_query(schema, field, value), boost)))
    return Query.boolean_query(clauses)
