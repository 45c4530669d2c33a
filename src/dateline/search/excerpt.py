"""What is shown of a story that was found: the place of its text that says most of what was asked for, words marked.

Pure. A word is marked if the index would have found it: cut, folded and stemmed as there, or as the beginning or the
mistyping that it was found by. The excerpt is text, cut into pieces of which some are marked; it holds no markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.search import languages
from dateline.search.clauses import Marks
from dateline.search.fold import fold

LENGTH = 240
"""Characters of an excerpt."""

LEAD_IN = 60
"""Of them, so many at most before the first marked word."""

LOOKED_THROUGH = 12_000
"""Characters of a story."""

WORDS = 20_000
"""Words that a matcher remembers its answer for: those of a page of stories."""

# What a script writes without spaces is marked by the character, anything else by the word.
_SPACELESS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(
    rf"[{_SPACELESS}]+|(?:(?![{_SPACELESS}])[\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u200c\u200d])+"
)
_RUN = re.compile(f"[{_SPACELESS}]")


class Piece(NamedTuple):
    text: str
    marked: bool


Matcher = Callable[[str], bool]


class Span(NamedTuple):
    start: int
    end: int
    word: str


def matcher(marks: Marks, language: str) -> Matcher:
    """A function that says whether a word of a story was asked for; one serves all stories of a page."""
    stem = languages.stem_of(language)
    analyze, cut = languages.analyzer(stem).analyze, languages.plain(stem).analyze

    @lru_cache(WORDS)
    def matches(word: str) -> bool:
        folded = fold(word, language)
        if not marks.terms.isdisjoint(analyze(folded)):
            return True
        if not marks.beginnings and not marks.typos:
            return False
        plain = cut(folded)
        return any(w.startswith(marks.beginnings) for w in plain) or any(
            is_near(w, t) for w in plain for t in marks.typos
        )

    return matches


def is_near(word: str, typed: str) -> bool:
    """Whether two words differ by one letter at most: another, one more, one less, or two that changed places."""
    if abs(len(word) - len(typed)) > 1:
        return False
    same = next((at for at, (a, b) in enumerate(zip(word, typed, strict=False)) if a != b), min(len(word), len(typed)))
    rest, other = word[same:], typed[same:]
    swapped = rest[:2] == other[:2][::-1] and rest[2:] == other[2:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or swapped


def mark(text: str, matches: Matcher) -> list[Piece]:
    """The whole text, for a headline."""
    return _pieces(text, 0, len(text), list(_found(text, matches)))


def choose(texts: Iterable[str], matches: Matcher, enough: int = 99) -> list[Piece]:
    """The excerpt of a story's texts, which come in reading order; its beginning if none of them was asked for.

    The first place with ``enough`` different words that were asked for is taken, or else that with most.
    """
    kept: list[str] = []
    best: tuple[int, str, Sequence[Span]] = (0, "", ())
    room = LOOKED_THROUGH
    for text in texts:
        kept.append(text)
        spans = list(_found(text[:room], matches))
        worth = max((len(_within(spans, at)) for at in range(len(spans))), default=0)
        if worth > best[0]:
            best = (worth, text, spans)
        room -= len(text)
        if room <= 0 or best[0] >= enough:
            break
    if not best[0]:
        text = next((text for text in kept if text.strip()), "")
        return _pieces(text, 0, _end(text, LENGTH), [])
    return _cut(best[1], best[2])


def _cut(text: str, spans: Sequence[Span]) -> list[Piece]:
    """The part of a text that has the most different words that were asked for."""
    first = max(range(len(spans)), key=lambda at: (len(_within(spans, at)), -at))
    start = _start(text, spans[first].start)
    return _pieces(text, start, _end(text, start + LENGTH), spans)


def _within(spans: Sequence[Span], first: int) -> set[str]:
    """The different words from one on that an excerpt has room for."""
    until = spans[first].start + LENGTH - LEAD_IN
    found: set[str] = set()
    for span in spans[first : first + 40]:
        if span.end > until:
            break
        found.add(span.word)
    return found


def _found(text: str, matches: Matcher) -> Iterator[Span]:
    for found in _WORD.finditer(text):
        if _RUN.match(found[0]):
            yield from _found_in_run(found[0], found.start(), matches)
        elif matches(found[0]):
            yield Span(found.start(), found.end(), found[0].lower())


def _found_in_run(run: str, offset: int, matches: Matcher) -> Iterator[Span]:
    """The stretches of a script without spaces whose pairs were asked for."""
    start = end = -1
    for at in range(max(1, len(run) - 1)):
        if matches(run[at : at + 2]):
            if at > end:
                if end > start:
                    yield Span(offset + start, offset + end, run[start:end])
                start = at
            end = min(at + 2, len(run))
    if end > start:
        yield Span(offset + start, offset + end, run[start:end])


def _start(text: str, first: int) -> int:
    """Where an excerpt begins: at the text's beginning or a sentence's if that is near, or else at a word."""
    if first <= LEAD_IN:
        return 0
    before = text[first - LEAD_IN : first]
    sentence = max((before.rfind(mark) for mark in (". ", "? ", "! ", "۔ ", "؟ ", "。", "\n")), default=-1)
    at = sentence + 1 if sentence >= 0 else before.find(" ") + 1
    return first - LEAD_IN + at if at else first


def _end(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", max(0, end - 40), end)
    return space if space > 0 else end


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> list[Piece]:
    pieces = [Piece("… ", False)] if start else []
    at = start
    for span in spans:
        if span.start < at or span.end > end:
            continue
        pieces += [Piece(text[at : span.start], False), Piece(text[span.start : span.end], True)]
        at = span.end
    pieces.append(Piece(text[at:end].rstrip(), False))
    pieces += [Piece(" …", False)] if end < len(text) else []
    return [piece for piece in pieces if piece.text]
