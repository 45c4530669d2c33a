"""An archive of any size straight into a search index: made from a seed, so that everybody measures the same one.

Words are spread as in a language (Zipf, over 200,000 of them), so the commonest stand in nearly every story. One story
in three begins an event with names of its own; the others follow one up within days or copy a story of it. Dates go
over twenty years; nine stories in ten are in English, the others in a language without a stemmer.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.search import schema
from dateline.search.index import SearchIndex
from dateline.story import Byline, Credit, Moment, Paragraph, Story, Topic

VOCABULARY = 200_000
RUN = 4_000_000
"""Words drawn once; a story takes every n-th of them from somewhere on, which is much cheaper than drawing."""

LENGTH = 340
OPEN_EVENTS = 400
"""Events that can still be followed up."""

FIRST = datetime(2006, 1, 1, tzinfo=UTC)
YEARS = 20
SECTIONS = ("world", "local", "business", "culture", "sport", "science", "opinion", "travel")
_SYLLABLES = [consonant + vowel for consonant in "bdfklmnprstv" for vowel in "aeiou"]


class Archive:
    """The words and the dice; ``stories`` gives the archive."""

    def __init__(self, seed: int = 1) -> None:
        self.dice = random.Random(seed)
        self.words = _vocabulary(self.dice)
        weights = [1 / (rank + 2.7) for rank in range(VOCABULARY)]
        self.run = self.dice.choices(self.words, weights, k=RUN)

    def stories(self, count: int) -> Iterator[Story]:
        """``count`` stories in the order of their dates."""
        events: list[tuple[list[str], Story]] = []
        step = timedelta(days=365.25 * YEARS) / count
        for code in range(1, count + 1):
            kind = self.dice.random() if events else 0.0
            names, before = self.dice.choice(events) if kind > 1 / 3 else (self._names(), None)
            when = FIRST + step * code
            story = _copy(before, code, when) if before and kind > 0.97 else self._story(code, names, when)
            if before is None:
                events.append((names, story))
                del events[:-OPEN_EVENTS]
            yield story

    def _names(self) -> list[str]:
        """The five names of an event: words of the long tail."""
        return [self.words[self.dice.randrange(2000, VOCABULARY)] for _ in range(5)]

    def _story(self, code: int, names: list[str], when: datetime) -> Story:
        dice = self.dice
        start, stride = dice.randrange(RUN // 2), dice.randint(1, 5000)
        text = self.run[start : start + stride * LENGTH : stride]
        for place in range(5, len(text), 17):
            text[place] = dice.choice(names)
        person = dice.randrange(3000)
        return Story(
            code=code,
            slug="s",
            section=SECTIONS[min(int(dice.expovariate(0.5)), len(SECTIONS) - 1)],
            language="en" if dice.random() < 0.9 else "so",
            headline=" ".join([names[0], *text[:6], names[1]]),
            published=_moment(when),
            bylines=(Byline(person=person, name=f"{self.words[person]} {self.words[person + 9]}", slug=f"p{person}"),),
            topics=tuple(Topic(slug=f"t{int(dice.paretovariate(0.6))}", name="t") for _ in range(2)),
            source=(Credit(kind="agency", name="a", slug=f"a{int(dice.paretovariate(1))}"),),
            body=tuple(Paragraph(html=" ".join(text[at : at + 45])) for at in range(0, len(text), 45)),
        )


def build(path: Path, count: int, seed: int = 1) -> tuple[SearchIndex, float]:
    """An index of ``count`` stories in an empty folder, and the stories a second that went in."""
    index = SearchIndex(path, writer=True, threads=2, bulk=True)
    began = time.perf_counter()
    for story in Archive(seed).stories(count):
        index.writer.add_document(schema.document(story))
    index.commit(count)
    rate = count / (time.perf_counter() - began)
    index.close()
    return SearchIndex(path), rate


def _copy(story: Story, code: int, when: datetime) -> Story:
    return Story(
        code=code, slug="s", section=story.section, language=story.language, headline=f"{story.headline} again",
        published=_moment(when), source=(Credit(kind="relay", name="r", slug="r1"),), body=story.body,
    )  # fmt: skip


def _moment(when: datetime) -> Moment:
    return Moment(when.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _vocabulary(dice: random.Random) -> list[str]:
    """Distinct words, the commonest first; common words are short as they are in languages."""
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = dice.randint(1, 2) if len(found) < 100 else dice.randint(2, 5)
        found["".join(dice.choices(_SYLLABLES, k=syllables))] = None
    return list(found)
