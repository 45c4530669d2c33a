"""The stories of the record up to an entry, each with all its states and whom it names. Only reads."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.export import addresses, order
from dateline.ledger import read
from dateline.ledger.entry import State
from dateline.masthead import Person, SourcePage, TopicPage
from dateline.press.store import Reading
from dateline.story import Story, from_dict

CHUNK = 50
"""Stories that are read together."""


@dataclass(frozen=True, slots=True)
class Told:
    """A story as the record has it."""

    story: Story
    states: tuple[State, ...]
    """All of them that readers could see, oldest first; the last is the story's."""
    people: tuple[Person, ...]
    topics: tuple[TopicPage, ...]
    sources: tuple[SourcePage, ...]


def tell(store: Reading) -> Iterator[Told]:
    """Every story that readers can see, in an order in which each comes after those that it names."""
    codes = array("Q")
    names: dict[int, Sequence[int]] = {}
    for code, path in addresses.codes(store):
        story = addresses.story_of(store, code) if path else None
        if story is None:
            continue
        codes.append(code)
        if others := [one for one in (*story.pinned, *story.banned, story.follows) if one]:
            names[code] = others
    arranged = iter(order.arrange(codes, names))
    while chunk := list(islice(arranged, CHUNK)):
        yield from _tell(chunk, store.position)


def _tell(codes: Sequence[int], until: int) -> Iterator[Told]:
    histories = read.histories([f"story:{code}" for code in codes], until)
    told = {code: _seen(histories.get(f"story:{code}", [])) for code in codes}
    stories = {code: _story(states[-1]) for code, states in told.items() if states}
    named = _named(stories.values())
    for code, story in stories.items():
        yield Told(
            story,
            tuple(told[code]),
            tuple(p for b in story.bylines if (p := named.get(f"person:{b.person}")) and isinstance(p, Person)),
            tuple(t for one in story.topics if isinstance(t := named.get(f"topic:{one.slug}"), TopicPage)),
            tuple(s for one in story.source if isinstance(s := named.get(f"source:{one.slug}"), SourcePage)),
        )


def _seen(states: Iterable[State]) -> list[State]:
    """Those whose words are there, less those that only repeat the one before."""
    return [state for state in states if state.body is not None and state.entry.kind != "redacted"]


def _story(state: State) -> Story:
    return from_dict(Story, json.loads(state.body or b"{}"))


def _named(stories: Iterable[Story]) -> dict[str, Person | TopicPage | SourcePage]:
    """The people, topics and sources that stories name, as they are now."""
    kinds = {"person": Person, "topic": TopicPage, "source": SourcePage}
    subjects: set[str] = set()
    for story in stories:
        subjects.update(f"person:{one.person}" for one in story.bylines)
        subjects.update(f"topic:{one.slug}" for one in story.topics)
        subjects.update(f"source:{one.slug}" for one in story.source if one.slug)
    found = read.current(sorted(subjects)) if subjects else {}
    return {
        subject: from_dict(kinds[subject.partition(":")[0]], json.loads(state.body))
        for subject, state in found.items()
        if state.body is not None
    }
