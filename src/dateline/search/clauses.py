"""A query made into what the index is asked, and into what is marked in the stories found.

A story stands in the fields of one language, so a query is asked of each language that has all of its words, and each
language cuts, folds and stems the words in its own way. What cuts into several terms (covid-19, 東京都) is a phrase.

A word that few stories have may be mistyped or unfinished: the last one then finds the words that begin with it, and
one of five letters or more those that are one letter away. Both are looked up among the words as they are written,
for the stem of a word typed wrongly is nobody's stem. Where many stories have the word just as it was typed, nothing
else is looked for: it would only bring in what was not meant, and cost most where there is most to look through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tantivy import Occur
from tantivy import Query as Asked

from dateline.search import languages, schema
from dateline.search.fold import fold
from dateline.search.query import Part, Query

HEAD = 2.0
"""How much a word in the headline adds to what it counts for anywhere."""

TYPO = 0.4
"""The score of a word that is one letter away: below that of any word that was typed as it stands."""

FEW = 100
"""Stories with a word from which on its other spellings and endings are not looked for."""

LONG_WORD = 5
"""Letters of a word in which one typing error is tolerated."""

ENDINGS = 16
"""Words that the beginning of one stands for: those that most stories have."""

SHORT = 3
SMALL = 100_000
"""A beginning of fewer letters than SHORT stands for words in an archive of at most SMALL stories: in a larger one it
stands for nearly everything, and finding that takes longest. Pairs of a script without spaces are always words."""

LOOKED_THROUGH = 1000
"""Words with the same beginning that are compared for that."""

TERMS = 16
"""Terms of a query in a language: what more there is, is not asked for."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a story of a language: terms as the index has them, and words and beginnings as written."""

    terms: frozenset[str] = frozenset()
    beginnings: tuple[str, ...] = ()
    typos: tuple[str, ...] = ()


@dataclass(slots=True)
class Clauses:
    """A query in one language. ``fewest`` is at least the number of stories that can be found."""

    stem: str
    required: list[Asked] = field(default_factory=list)
    heads: list[Asked] = field(default_factory=list)
    forbidden: list[Asked] = field(default_factory=list)
    fewest: int = 0
    plain: bool = True
    """Whether every required clause is a single term."""
    terms: set[str] = field(default_factory=set)
    beginnings: list[str] = field(default_factory=list)
    typos: list[str] = field(default_factory=list)

    @property
    def marks(self) -> Marks:
        return Marks(frozenset(self.terms), tuple(self.beginnings), tuple(self.typos))

    def require(self, clause: Asked, stories: int) -> None:
        self.required.append(clause)
        self.fewest = min(self.fewest, stories) if len(self.required) > 1 else stories


def ask(searcher: Any, fields: Any, query: Query) -> list[Clauses]:
    """The query in every language that may have stories for it; none if no language has all of its words."""
    spoken: dict[str, list[str]] = {}
    for language, _ in searcher.terms_with_prefix("language", ""):
        spoken.setdefault(languages.stem_of(language), []).append(language)
    writers = (_Writer(searcher, fields, stem, tuple(spoken[stem])) for stem in spoken)
    return [clauses for writer in writers if (clauses := _in_language(writer, query)) is not None]


def _in_language(writer: _Writer, query: Query) -> Clauses | None:
    clauses = Clauses(writer.stem)
    for part in query.wanted:
        if len(clauses.terms) >= TERMS:
            break
        if not writer.want(clauses, part):
            return None
    if not clauses.required:
        return None
    for part in query.unwanted:
        clauses.forbidden += writer.exact(part)
    return clauses


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the parts of a query as clauses for the fields of ``stem``, where ``spoken`` are filed.

    What languages without a field of their own share is asked for in the spelling of each of them.
    """

    searcher: Any
    fields: Any
    stem: str
    spoken: tuple[str, ...]

    @property
    def text(self) -> str:
        return schema.text_field(self.stem)

    def want(self, clauses: Clauses, part: Part) -> bool:
        """Require a part; False if no story of the language can have it. A part without letters is not asked for."""
        spellings = self._spellings(part.text)
        if not spellings:
            return True
        if part.phrase or len(spellings[0]) > 1:
            return self._want_phrase(clauses, spellings)
        return self._want_word(clauses, part, [terms[0] for terms in spellings])

    def exact(self, part: Part) -> list[Asked]:
        """The part as it is written, in each spelling."""
        return [self._phrase(terms) for terms in self._spellings(part.text) if self._stories(terms)]

    def _want_phrase(self, clauses: Clauses, spellings: list[list[str]]) -> bool:
        there = [terms for terms in spellings if self._stories(terms)]
        if there:
            clauses.plain = False
            clauses.require(_any([self._phrase(terms) for terms in there]), sum(map(self._stories, there)))
            clauses.terms.update(term for terms in there for term in terms)
        return bool(there)

    def _want_word(self, clauses: Clauses, part: Part, spellings: list[str]) -> bool:
        found = {term: stories for term in spellings if (stories := self._stories([term]))}
        others: list[Asked] = []
        if sum(found.values()) < FEW:
            if part.open:
                found |= self._endings(clauses, part.text)
            others = list(self._typos(clauses, part.text))
        if not found and not others:
            return False
        exact = [self._term(term) for term in found]
        clauses.plain = clauses.plain and len(exact) == 1 and not others
        clauses.require(_any([*exact, *others]), sum(found.values()) + FEW * len(others))
        clauses.terms.update(found)
        head = schema.head_field(self.stem)
        clauses.heads += [Asked.boost_query(Asked.term_query(self.fields, head, term), HEAD) for term in found]
        return True

    def _endings(self, clauses: Clauses, beginning: str) -> dict[str, int]:
        """The terms of the words that begin so, and the stories that have each."""
        found: dict[str, int] = {}
        for plain in self._plain(beginning):
            if len(plain) < SHORT and plain.isascii() and self.searcher.num_docs > SMALL:
                continue
            clauses.beginnings.append(plain)
            known = self.searcher.terms_with_prefix(schema.word_field(self.stem), plain, limit=LOOKED_THROUGH)
            for word, _ in sorted(known, key=lambda one: (-one[1], one[0]))[:ENDINGS]:
                for term in languages.analyzer(self.stem).analyze(word):
                    found[term] = self._stories([term])
        return {term: stories for term, stories in found.items() if stories}

    def _typos(self, clauses: Clauses, text: str) -> Iterator[Asked]:
        """The words that are one letter away from the one that was typed."""
        for plain in self._plain(text):
            if len(plain) >= LONG_WORD and not plain.isdecimal():
                clauses.typos.append(plain)
                near = Asked.fuzzy_term_query(self.fields, schema.word_field(self.stem), plain)
                yield Asked.boost_query(near, TYPO)

    def _plain(self, text: str) -> list[str]:
        """A word as it is written, in its spellings; none if it cuts into several."""
        cut = (languages.plain(self.stem).analyze(fold(text, language)) for language in self.spoken)
        return list(dict.fromkeys(words[0] for words in cut if len(words) == 1))

    def _spellings(self, text: str) -> list[list[str]]:
        analyzer = languages.analyzer(self.stem)
        cut = (tuple(analyzer.analyze(fold(text, language))[:TERMS]) for language in self.spoken)
        return [list(terms) for terms in dict.fromkeys(cut) if terms]

    def _stories(self, terms: list[str]) -> int:
        """At least the number of stories that have all of the terms."""
        return min(int(self.searcher.doc_freq(self.text, term)) for term in terms)

    def _phrase(self, terms: list[str]) -> Asked:
        return self._term(terms[0]) if len(terms) == 1 else Asked.phrase_query(self.fields, self.text, list(terms))

    def _term(self, term: str) -> Asked:
        return Asked.term_query(self.fields, self.text, term)


def _any(asked: list[Asked]) -> Asked:
    return asked[0] if len(asked) == 1 else Asked.boolean_query([(Occur.Should, one) for one in asked])
