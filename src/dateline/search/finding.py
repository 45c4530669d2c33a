"""Looking a query up in the index: filtered, in an order, a page at a time, with counts for the filters.

A page ends at a place, and the next one begins behind it, whatever was published since: behind a time and a code in
the list by date, behind a story in the list by relevance. By relevance there are DEPTH stories and no more, for nobody
reads on and each page would cost more than the one before; by date the list goes on to the first story.

Counting looks at every story that was found. Where those may be more than BROAD, one story in 64 is counted and the
counts are about right; they say so. A query of nothing but words that more than WIDE stories have is looked up among
the newest WIDE of the archive, and in all of it only if that does not fill a page: so no query takes longer as the
archive grows, but for a phrase of very common words that hardly ever follow each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from tantivy import FieldType, Occur
from tantivy import Query as Asked

from dateline.search import clauses, schema
from dateline.search.clauses import Clauses, Marks
from dateline.search.query import Query

DEPTH = 200
"""Stories that a list by relevance has."""

BROAD = 20_000
"""Stories that are counted one by one."""

WIDE = 200_000
"""Stories that are looked through for words which most of them have."""

SAMPLE = 7
"""Which part of the archive stands for the whole: any would do."""

FILTERS: Mapping[str, int] = {"section": 12, "person": 8, "source": 8, "topic": 8}
"""What stories can be filtered by, and how many values of each are counted."""

YEARS = 30

Order = Literal["relevance", "newest"]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What stories must be besides: ``filters`` by the names of FILTERS; times in seconds of the Unix epoch."""

    filters: tuple[tuple[str, str], ...] = ()
    since: int | None = None
    before: int | None = None

    @property
    def any(self) -> bool:
        return bool(self.filters) or self.since is not None or self.before is not None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page ended: the last story's ``order`` and, by relevance, how many stories it was behind, itself too."""

    order: int
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    code: int
    place: Place


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stories there are, and how many of each value by filter and ``year``, most first."""

    stories: int = 0
    exact: bool = True
    by: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of stories; ``more`` is where the next begins. ``marks`` is by language, as ``stem_of`` names it."""

    hits: tuple[Hit, ...] = ()
    more: Place | None = None
    marks: dict[str, Marks] = field(default_factory=dict)


class Inquiry:
    """A query and a narrowing as asked of one state of the index; what it finds, page by page, and its counts."""

    def __init__(self, searcher: Any, fields: Any, query: Query, narrowing: Narrowing) -> None:
        self.searcher = searcher
        self.fields = fields
        self.asked = clauses.ask(searcher, fields, query)
        self.filters = list(_filters(fields, narrowing))
        rarest = [searcher.doc_freq(name, value) for name, value in narrowing.filters]
        self.fewest = min([sum(one.fewest for one in self.asked), *rarest])
        """At least the number of stories that can be found."""

    def page(self, order: Order, limit: int, behind: Place | None = None) -> Found:
        """At most ``limit`` stories behind a place."""
        if not self.asked:
            return Found()
        hits = self._newest(limit, behind) if order == "newest" else self._best(limit, behind)
        more = hits[limit - 1].place if len(hits) > limit else None
        return Found(tuple(hits[:limit]), more, {one.stem: one.marks for one in self.asked})

    def count(self) -> Counts:
        """The number of stories and of those with each value of each filter."""
        if not self.asked:
            return Counts()
        broad = self.fewest > BROAD
        part = [Asked.term_query(self.fields, "sample", SAMPLE)] if broad else []
        asked = self._query(scored=False, besides=part)
        wanted: dict[str, Any] = {"stories": {"value_count": {"field": "code"}}, "year": _terms("year", YEARS)}
        wanted |= {name: _terms(name, most) for name, most in FILTERS.items()}
        found = self.searcher.aggregate(asked, wanted)
        times = schema.SAMPLES if broad else 1
        by = {name: _values(found[name], times) for name in (*FILTERS, "year")}
        return Counts(int(found["stories"]["value"]) * times, not broad, by)

    def _newest(self, limit: int, behind: Place | None) -> list[Hit]:
        older = [_range(self.fields, "order", FieldType.Unsigned, upper=behind.order)] if behind else []
        found = self._look(limit + 1, older, order_by_field="order")
        codes = self.searcher.fast_field_values("code", [address for _, address in found])
        return [Hit(int(code), Place(order)) for (order, _), code in zip(found, codes, strict=True)]

    def _best(self, limit: int, behind: Place | None) -> list[Hit]:
        # All of the list for every page of it: where scores are equal, another length of list would be another order.
        found = self._look(DEPTH, [])
        addresses = [address for _, address in found]
        orders, codes = (self.searcher.fast_field_values(name, addresses) for name in ("order", "code"))
        ranked = sorted(zip((-score for score, _ in found), (-int(o) for o in orders), map(int, codes), strict=True))
        hits = [Hit(code, Place(-order, rank)) for rank, (_, order, code) in enumerate(ranked, 1)]
        return hits[_behind(hits, behind) :][: limit + 1]

    def _look(self, limit: int, besides: list[Asked], order_by_field: str | None = None) -> list[tuple[Any, Any]]:
        """The first stories in an order: among the newest of the archive if that is enough."""
        scored = order_by_field is None

        def search(more: list[Asked]) -> list[tuple[Any, Any]]:
            asked = self._query(scored=scored, besides=[*besides, *more])
            found = self.searcher.search(asked, limit, order_by_field=order_by_field, count=False)
            return found.hits  # type: ignore[no-any-return]

        newest = self._newest_of_all(besides) if self.fewest > WIDE else []
        found = search(newest)
        return search([]) if newest and len(found) < limit else found

    def _newest_of_all(self, besides: list[Asked]) -> list[Asked]:
        """What narrows to about WIDE of the stories that are left, the newest; told from the sample."""
        sample = Asked.term_query(self.fields, "sample", SAMPLE)
        asked = Asked.boolean_query([(Occur.Must, part) for part in (sample, *besides)])
        newest = self.searcher.search(asked, WIDE // schema.SAMPLES, order_by_field="order", count=False).hits
        return [_range(self.fields, "order", FieldType.Unsigned, lower=newest[-1][0])] if newest else []

    def _query(self, *, scored: bool, besides: Sequence[Asked] = ()) -> Asked:
        return _any([self._of(one, scored, besides) for one in self.asked])

    def _of(self, one: Clauses, scored: bool, besides: Sequence[Asked]) -> Asked:
        """A language's clauses, with the filters."""
        narrowed = [
            (Occur.Must, part) for part in (*self.filters, *(Asked.const_score_query(one, 0.0) for one in besides))
        ]
        unwanted = [(Occur.MustNot, part) for part in one.forbidden]
        heads = [(Occur.Should, part) for part in one.heads] if scored else []
        if scored and len(one.required) == 1 and one.plain and not narrowed and not unwanted:
            # A union of terms is what tantivy can end early; every story with the word in its headline has it.
            return Asked.boolean_query([(Occur.Should, one.required[0]), *heads])
        required = [(Occur.Must, part) for part in one.required]
        return Asked.boolean_query([*required, *narrowed, *unwanted, *heads])


def _behind(hits: Sequence[Hit], place: Place | None) -> int:
    """Where the list goes on: behind the story of a place, or where that stood if it is gone."""
    if place is None:
        return 0
    found = next((at for at, hit in enumerate(hits) if hit.place.order == place.order), None)
    return max(0, place.rank - 1) if found is None else found + 1


def _filters(fields: Any, narrowing: Narrowing) -> list[Asked]:
    """The clauses that narrow; they add nothing to a score."""
    terms = [Asked.term_query(fields, name, value) for name, value in narrowing.filters]
    found = [Asked.const_score_query(term, 0.0) for term in terms]
    if narrowing.since is not None or narrowing.before is not None:
        found.append(_range(fields, "published", FieldType.Integer, narrowing.since, narrowing.before))
    return found


def _range(fields: Any, name: str, kind: FieldType, lower: int | None = None, upper: int | None = None) -> Asked:
    """From the lower bound on and before the upper one; it adds nothing to a score."""
    within = Asked.range_query(fields, name, kind, lower_bound=lower, upper_bound=upper, include_upper=upper is None)
    return Asked.const_score_query(within, 0.0)


def _terms(name: str, most: int) -> dict[str, Any]:
    return {"terms": {"field": name, "size": most, "segment_size": 4 * most}}


def _values(found: dict[str, Any], times: int) -> list[tuple[str, int]]:
    buckets = ((one["key"], int(one["doc_count"]) * times) for one in found["buckets"])
    return [(str(int(key) if isinstance(key, float) else key), count) for key, count in buckets]


def _any(asked: list[Asked]) -> Asked:
    return asked[0] if len(asked) == 1 else Asked.boolean_query([(Occur.Should, one) for one in asked])
