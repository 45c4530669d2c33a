"""Words in disguise: with look-alike letters, digits for letters, stretched, or with stars in them.

``Masks`` is asked about what looks disguised and answers with the entry behind it and whether that is certain: *god*
is on some list, *good* is in every text. What is not certain is held for a person, never rejected.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dateline.discuss.checks import letters
from dateline.discuss.checks.folding import read_signs, runs, unmask
from dateline.discuss.checks.wordlist import Entry

SHORT = 4
"""A word of fewer letters is found in disguise by chance: A55 is a road."""
MOST_SPELLED = 200
"""Letters written one by one that are looked at."""
STARS = re.compile(r"(?<=\w)[*#•●■█×✱]+(?=\w|$)")
_STAR = frozenset("*#•●■█×✱")


@dataclass(frozen=True, slots=True)
class Found:
    entry: Entry
    doubtful: bool


@dataclass(frozen=True, slots=True)
class _Face:
    """What a disguise is compared with."""

    heads: str
    """The first letter of each run."""
    runs: tuple[int, ...]


_Word = tuple[str, Entry]
"""A word of the list, folded, and its line."""


class Masks:
    """The words of a list, by what is left of them when a disguise is taken off."""

    def __init__(self, words: Iterable[tuple[str, Entry]]) -> None:
        self._faces: dict[tuple[str, bool], list[_Word]] = defaultdict(list)
        self._starred: dict[tuple[str, int], list[_Word]] = defaultdict(list)
        self._spelled: dict[str, Entry] = {}
        for folded, entry in words:
            if len(folded) > 2:
                self._spelled[read_signs(folded, foreign=True)] = entry
            for foreign in (True, False):
                self._faces[unmask(folded, foreign), foreign].append((folded, entry))
            self._starred[folded[0], len(folded)].append((folded, entry))
        self._sizes = sorted({len(line) for line in self._spelled})

    def behind(self, folded: str, foreign: bool) -> Found | None:
        """The word that ``folded`` is read as; ``foreign`` if its letters are not all of the script of the text."""
        faces = self._faces.get((unmask(folded, foreign), foreign))
        if not faces or all(letter in letters.SIGNS for letter in folded):
            return None
        found = [Found(entry, doubt) for word, entry in faces if (doubt := _doubt(word, folded, foreign)) is not None]
        return min(found, key=lambda one: one.doubtful, default=None)

    def starred(self, folded: str) -> Found | None:
        """The word that has a letter for each star of ``folded``; at least half of it must be there to be read."""
        seen = sum(letter not in _STAR for letter in folded)
        if seen < 2 or seen * 2 < len(folded):
            return None
        for word, entry in self._starred.get((folded[0], len(folded)), ()):
            if all(a == b or a in _STAR for a, b in zip(folded, word, strict=True)):
                return Found(entry, doubtful=True)
        return None

    def within(self, spelled: str) -> Iterator[Found]:
        """Words inside letters that were written one by one; all of them doubtful."""
        line = read_signs(spelled[:MOST_SPELLED], foreign=True)
        for size in self._sizes:
            for start in range(len(line) - size + 1):
                if entry := self._spelled.get(line[start : start + size]):
                    yield Found(entry, doubtful=True)


@lru_cache(maxsize=4096)
def _face(folded: str, foreign: bool) -> _Face:
    return _Face(_heads(folded, foreign), runs(folded, foreign))


def _heads(folded: str, foreign: bool) -> str:
    """The letters of ``unmask`` as they were typed, the first of each run."""
    place, heads = 0, []
    for run in runs(folded, foreign):
        heads.append(folded[place])
        place += run
    return "".join(heads)


def _doubt(word: str, folded: str, foreign: bool) -> bool | None:
    """Whether ``folded`` is the word certainly (False) or perhaps (True); None: it is another word."""
    face, other = _face(word, foreign), _face(folded, foreign)
    short = len(word) < SHORT
    doubts = [_doubt_of_runs(face.runs, other.runs, short)]
    signs = False
    for typed, meant in zip(other.heads, face.heads, strict=True):
        if typed == meant:
            continue
        if typed in letters.SIGNS:
            signs = True
        elif typed in "il" and meant in "il":
            doubts.append(None if short else True)
    if None in doubts:
        return None
    return any(doubts) or (signs and short)


def _doubt_of_runs(meant_runs: tuple[int, ...], typed_runs: tuple[int, ...], short: bool) -> bool | None:
    """Three or more in a row are a stretched letter; two may be another word, and are one if the word is short."""
    doubt = False
    for many, meant in zip(typed_runs, meant_runs, strict=True):
        if many < meant or (many == 2 and meant == 1 and short):
            return None
        doubt |= many == 2 and meant == 1
    return doubt
