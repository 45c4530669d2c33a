"""Stories that belong to a story: first those that say much the same, then those near in time, people and topics.

Candidates come from the index by the story's own significant words; they are weighed again by what they share and
how far apart they are in time.
"""

from __future__ import annotations

import math
from typing import Any

import tantivy
from tantivy import Occur, Query

CANDIDATES = 40
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
    query = _query(schema, address, document, code)
    found = searcher.search(query, CANDIDATES, count=False).hits
    addresses = [address for _, address in found]
    codes = searcher.fast_field_values("code", addresses)
    times = searcher.fast_field_values("published", [address, *addresses])
    own, others = times[0], times[1:]
    weighed = [
        (score * nearness(own, other), -int(other_code))
        for (score, _), other, other_code in zip(found, others, codes, strict=True)
    ]
    return [-code for _, code in sorted(weighed, reverse=True)[:limit]]


def nearness(own: int, other: int) -> float:
    """How much two times count for belonging together: from 1 at once to 1 - TIME_WEIGHT, 1 if one is unknown."""
    if not own or not other:
        return 1.0
    return 1 - TIME_WEIGHT * (1 - math.exp2(-abs(own - other) / HALF_LIFE))


def _query(schema: Any, address: Any, document: dict[str, list[Any]], code: int) -> Any:
    words = Query.more_like_this_query(
        address, min_doc_frequency=1, min_term_frequency=1, max_query_terms=30, min_word_length=3
    )
    clauses = [(Occur.Should, words)]
    for topic in document.get("topic", []):
        clauses.append((Occur.Should, Query.boost_query(Query.term_query(schema, "topic", topic), TOPIC_BOOST)))
    for person in document.get("person", []):
        clauses.append((Occur.Should, Query.boost_query(Query.term_query(schema, "person", person), PERSON_BOOST)))
    same_language = Query.term_query(schema, "language", document["language"][0])
    itself = tantivy.Query.term_query(schema, "code", code)
    return Query.boolean_query(
        [
            (Occur.Must, Query.boolean_query(clauses)),
            (Occur.Must, Query.const_score_query(same_language, 0.0)),
            (Occur.MustNot, itself),
        ]
    )
