"""Words of a list found in a text: whole words, whatever they were typed with, and never inside innocent ones.

A list is compiled once; after that a text costs a look-up or two a word, however long the list is. A word is read

1. as it stands, folded (width, case, marks, what is not seen);
2. unmasked, if something about it is unusual: letters of another script than the text's, digits or signs among the
   letters, doubled letters, stars, or punctuation inside;
3. together with its neighbours, if it is a single letter: ``b a d``.

In a script that puts no spaces between words, such as Chinese or Thai, a word is found wherever its letters stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.discuss.checks import letters, scripts
from dateline.discuss.checks.disguise import STARS, Found, Masks
from dateline.discuss.checks.finding import Weight
from dateline.discuss.checks.folding import alphabet
from dateline.discuss.checks.spelling import spelled
from dateline.discuss.checks.wordlist import Entry, Place

LONGEST = 64
"""Letters of a word that is looked at; longer ones are no words."""
_WORD = re.compile(rf"(?:[^\W\d_]|[{scripts.WITH_VOWEL_SIGNS}])+")
_UNUSUAL = re.compile(r"(.)\1|[il]")
_LINK = re.compile(r"://|^www\.", re.IGNORECASE)
_CONTRACTED = re.compile(r"\W*[^\W\d_]+['’][^\W\d_]+\W*")
"""Such as *he'll*, which is not *hell*."""
_OUTSIDE = " \t.,;:!?\"'()[]{}<>«»“”‘’„…–—-_/\\~`^"
"""What stands around a word and is not part of it. ``@`` and ``$`` may be its first letter."""
_WEIGHTS: dict[Weight, int] = {"note": 0, "hold": 1, "reject": 2}


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of the list in a text."""

    entry: Entry
    written: str
    """As its writer typed it."""
    doubtful: bool = False
    """It may be another word; such a hit holds and never rejects."""

    @property
    def weight(self) -> Weight:
        return "hold" if self.doubtful and self.entry.weight == "reject" else self.entry.weight


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What stands between two spaces."""

    written: str
    light: str
    folded: str


class WordList:
    """A newsroom's lists, compiled."""

    def __init__(self, entries: Iterable[Entry] = (), spared: Iterable[str] = (), language: str = "en") -> None:
        self._alphabet = alphabet(language)
        self._spared = {self._alphabet.light(word) for word in spared}
        self._words: dict[Place, dict[str, Entry]] = {"whole": {}, "start": {}, "end": {}, "inside": {}}
        self._unspaced: dict[str, Entry] = {}
        self._phrases: dict[str, Entry] = {}
        for entry in sorted(entries, key=lambda one: _WEIGHTS[one.weight]):
            self._add(entry)
        self._openings = {phrase.split()[0] for phrase in self._phrases}
        self._longest = max((phrase.count(" ") + 1 for phrase in self._phrases), default=0)
        self._sizes = {place: _sizes(words) for place, words in self._words.items()}
        self._unspaced_sizes = _sizes(self._unspaced)
        self._masks = Masks(self._words["whole"].items())

    def __len__(self) -> int:
        return sum(map(len, self._words.values())) + len(self._phrases) + len(self._unspaced)

    def find(self, text: str) -> list[Hit]:
        """Every word of the list that is in the text, once, the gravest first."""
        main = scripts.main_script(text)
        chunks = [self._chunk(written) for written in text.split()]
        hits: dict[str, Hit] = {}
        for hit in self._hits(chunks, main):
            if self._alphabet.light(hit.written.strip(_OUTSIDE)) in self._spared:
                continue
            known = hits.get(hit.entry.shown)
            if known is None or (known.doubtful and not hit.doubtful):
                hits[hit.entry.shown] = hit
        return sorted(hits.values(), key=lambda hit: -_WEIGHTS[hit.weight])

    def _add(self, entry: Entry) -> None:
        folded = self._alphabet.fold(entry.word)
        words = _WORD.findall(folded)
        if any(map(scripts.is_unspaced, words)):
            self._unspaced["".join(words)] = entry
        elif len(words) > 1 and entry.place == "whole":
            self._phrases[" ".join(words)] = entry
        else:
            self._words[entry.place]["".join(words) if words == [folded] else folded] = entry

    def _chunk(self, written: str) -> _Chunk:
        light = self._alphabet.light(written)
        return _Chunk(written, light, self._alphabet.lay_bare(light))

    def _hits(self, chunks: list[_Chunk], main: str) -> Iterator[Hit]:
        words: list[str] = []
        for chunk in chunks:
            # Most of any text: a plain word, nothing around it.
            parts = [chunk.folded] if chunk.folded.isalpha() else _WORD.findall(chunk.folded)
            words += parts
            yield from self._plain(chunk, parts)
            if (
                main != "Latin"
                or parts != [chunk.folded]
                or not chunk.folded.isascii()
                or _UNUSUAL.search(chunk.folded)
            ):
                yield from self._unmasked(chunk, parts, main)
        yield from self._phrased(words)
        yield from self._spelled(chunks)
        if self._unspaced:
            yield from self._in_line("".join(words))

    def _plain(self, chunk: _Chunk, parts: list[str]) -> Iterator[Hit]:
        light = _WORD.findall(chunk.light)
        written = light if len(light) == len(parts) else parts
        for word, shown in zip(parts, written, strict=True):
            if entry := self._words["whole"].get(word) or self._in_part(word[:LONGEST]):
                yield Hit(entry, shown)

    def _in_part(self, word: str) -> Entry | None:
        """The entry that is the beginning, the end or a part of a word."""
        for size in self._sizes["start"]:
            if entry := self._words["start"].get(word[:size]):
                return entry
        for size in self._sizes["end"]:
            if size <= len(word) and (entry := self._words["end"].get(word[-size:])):
                return entry
        return _window(word, self._words["inside"], self._sizes["inside"])

    def _unmasked(self, chunk: _Chunk, parts: list[str], main: str) -> Iterator[Hit]:
        for word in parts:
            if len(word) <= LONGEST and (found := self._masks.behind(word, scripts.is_foreign(word, main))):
                yield Hit(found.entry, chunk.written if len(parts) == 1 else word, found.doubtful)
        if parts == [chunk.folded] or _LINK.search(chunk.folded) or _CONTRACTED.fullmatch(chunk.folded):
            return
        core = chunk.folded.strip(_OUTSIDE)[:LONGEST]
        if STARS.search(core) and (found := self._masks.starred(core)):
            yield Hit(found.entry, chunk.written, doubtful=True)
        joined = "".join(letter for letter in core if letter.isalnum() or letter in letters.SIGNS)
        if joined and (found := self._masks.behind(joined, scripts.is_foreign(joined, main))):
            yield Hit(found.entry, chunk.written, found.doubtful or _is_compound(core, joined))

    def _phrased(self, words: list[str]) -> Iterator[Hit]:
        for place, word in enumerate(words):
            if word not in self._openings:
                continue
            for size in range(2, self._longest + 1):
                phrase = " ".join(words[place : place + size])
                if entry := self._phrases.get(phrase):
                    yield Hit(entry, phrase)

    def _spelled(self, chunks: list[_Chunk]) -> Iterator[Hit]:
        for one in spelled([chunk.folded for chunk in chunks]):
            found: Iterable[Found] = filter(None, [self._masks.behind(one.letters, foreign=True)])
            if one.alone and len(one.letters) > 3:
                found = [*found] or self._masks.within(one.letters)
            written = " ".join(chunk.written for chunk in chunks[one.first : one.last])
            for each in found:
                yield Hit(each.entry, written, each.doubtful or not one.alone)

    def _in_line(self, line: str) -> Iterator[Hit]:
        for size in self._unspaced_sizes:
            for start in range(len(line) - size + 1):
                if entry := self._unspaced.get(line[start : start + size]):
                    yield Hit(entry, line[start : start + size])


def _sizes(words: Iterable[str]) -> list[int]:
    return sorted({len(word) for word in words})


def _window(word: str, known: dict[str, Entry], sizes: list[int]) -> Entry | None:
    for size in sizes:
        for start in range(len(word) - size + 1):
            if entry := known.get(word[start : start + size]):
                return entry
    return None


def _is_compound(core: str, joined: str) -> bool:
    """Whether punctuation joins parts of more than one letter, as in ``pen.is``: by mistake, more often than not."""
    inside = re.split(r"[^\w@$!|+€£¢]|_", core)
    return core != joined and any(len(part) > 1 for part in inside)


NO_WORDS = WordList()
