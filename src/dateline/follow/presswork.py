"""What the workers of a rebuild do: press a chunk, and hand back what is to be written. Knows no Django.

Each worker opens the stores for itself, after it was started: an LMDB environment may not cross a fork.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from dateline import garbage
from dateline.ledger.entry import State
from dateline.masthead import Site
from dateline.press import apply, stories
from dateline.press.discussion import put as discussion
from dateline.press.discussion.branch import Placed
from dateline.press.room import Room
from dateline.press.store import Store
from dateline.search.index import SearchIndex
from dateline.search.sketch import sketch
from dateline.thread import COMMENT, THREAD

Collected = list[tuple[Any, ...]]

Group = tuple[str, list[State]]
"""A subject and all its states."""


class Filed(NamedTuple):
    """What a chunk of subjects comes to."""

    written: Collected
    sketches: list[bytes]
    """Of its stories that readers can see, in their order: half of the work that the index has with them."""


@dataclass(frozen=True)
class Plant:
    """What a worker presses with."""

    room: Room
    store: Store
    searched: Path
    index: list[SearchIndex] = field(default_factory=list)

    def related(self, code: int, limit: int) -> Sequence[int]:
        return self._index().related(code, limit)

    def copies(self, code: int, limit: int) -> Sequence[int]:
        return self._index().copies(code, limit)

    def _index(self) -> SearchIndex:
        # Opened on first use: the index is not written yet while the first pass runs.
        if not self.index:
            self.index.append(SearchIndex(self.searched))
        return self.index[0]


_plant: list[Plant] = []


def open_plant(site: Site, pressed: Path, searched: Path) -> None:
    """Called once in each worker."""
    garbage.start_seldom()
    _plant.append(Plant(Room.of(site), Store(pressed), searched))


def press_records(groups: Sequence[Group]) -> Filed:
    """Cards, lists and versions of stories; people, topics, sources, plans; what was seen of comments and threads.

    The ledger's lines of them all.
    """
    plant = _plant[0]
    sketches = []
    with plant.store.defer() as w:
        for subject, states in groups:
            apply.put_lines(w, plant.room, states)
            if subject.startswith(apply.STORY):
                code = int(subject.removeprefix(apply.STORY))
                stories.put_versions(w, code, stories.all_versions(plant.room, states))
                story = stories.put_record(w, plant.room, code, states)
                sketches.extend([sketch(story)] if story else [])
            elif subject.startswith(COMMENT):
                discussion.put_seen(w, int(subject.removeprefix(COMMENT)), states)
            elif subject.startswith(THREAD):
                discussion.put_standing(w, int(subject.removeprefix(THREAD)), states)
            elif subject != "site":
                apply.put_others(w, plant.room, subject, states, apply.Touched())
        return Filed(w.collected, sketches)


def press_comments(placed: Sequence[Placed]) -> Collected:
    """Comments whose records are in the store, in their places."""
    plant = _plant[0]
    with plant.store.defer() as w:
        for one in placed:
            discussion.put_placed(w, plant.room, one)
        return w.collected


def press_cards(codes: Sequence[int]) -> Collected:
    """The cards of stories whose comments were counted since their records were pressed."""
    plant = _plant[0]
    with plant.store.defer() as w:
        for code in codes:
            story = stories.read_story(stories.snapshot(w, code))
            if story is not None:
                stories.put_cards(w, plant.room, story)
        return w.collected


def press_pages(codes: Sequence[int]) -> Collected:
    """The pages of stories whose records, and those of all other stories, are in the store."""
    plant = _plant[0]
    with plant.store.defer() as w:
        for code in codes:
            story = stories.read_story(stories.snapshot(w, code))
            if story is not None:
                stories.put_page(w, plant.room, story, plant.related)
                stories.put_copies(w, story, plant.copies)
                stories.put_discussion(w, plant.room, code)
        return w.collected
