"""Pressing what the ledger says: a batch of its states made into records of the store, in one transaction.

This is the one write door of the pressed pages. Applying a batch twice equals applying it once, for every record is
a function of the states alone; the position in the ledger is saved in the same transaction. The number of records
that one publish writes does not grow with the archive:

    the story       page, card, stamp, snapshot, filing, history page, one version
    its lists       one entry in each; the page of its day and the sitemap if it is the first in them
    fronts          home, the story's section (now and before), the rail
    neighbours      the page of each of at most NEIGHBOURS stories that it is related to
    the ledger      one line for each entry, the checkpoint, the position

What related stories a page names is a judgement made when it is pressed. It is made again for a story when a neighbour
of it is published, and for all of them by a rebuild.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dateline.errors import StaleStore
from dateline.ledger.entry import State
from dateline.masthead import Front, Person, Site, SourcePage, TopicPage
from dateline.press import fingerprint, fronts, listpage, recordpage, stories
from dateline.press.filing import Filing, file
from dateline.press.page import Page, Status, encode
from dateline.press.room import Room
from dateline.press.store import Reading, Store, Writing, code_key, list_key
from dateline.story import Story, from_dict

NEIGHBOURS = 8

History = Callable[[str], Sequence[State]]
"""All states of a subject, oldest first."""


@dataclass
class Batch:
    """What a batch has touched so far."""

    sections: set[str] = field(default_factory=set)
    touched: bool = False
    """Whether a story or a plan changed, so that the fronts must be filled again."""


class Press:
    """Follows the ledger into one store. ``related`` and ``history`` are asked while a batch is applied."""

    def __init__(self, store: Store, related: stories.Related, history: History) -> None:
        self.store = store
        self.related = related
        self.history = history
        with store.read() as r:
            check_fresh(r)
            site = fronts.read_site(r)
        self.room = Room.of(site) if site else None

    @property
    def position(self) -> int:
        """The number of the last entry that was applied."""
        with self.store.read() as r:
            return position(r)

    def apply(self, states: Sequence[State], checkpoint: str = "") -> None:
        """Press the states that come next; those at or before ``position`` are passed over.

        ``checkpoint`` is the signed note to show from now on. Raises StaleStore if the masthead changed, for then
        every page changes.
        """
        with self.store.write() as w:
            done = position(w)
            states = [state for state in states if state.entry.seq > done]
            if not states:
                return
            self._press(w, states)
            if checkpoint:
                w.put("meta", b"checkpoint", checkpoint.encode())
            w.put("meta", b"position", states[-1].entry.seq.to_bytes(8, "big"))

    def _press(self, w: Writing, states: Sequence[State]) -> None:
        by_subject: dict[str, list[State]] = defaultdict(list)
        for state in states:
            by_subject[state.entry.subject].append(state)
        self._take_site(w, by_subject.pop("site", []))
        if self.room is None:
            raise StaleStore("The ledger does not begin with the site's masthead.", "Run: dateline reconcile")
        room, batch = self.room, Batch()
        for state in states:
            w.put("lists", list_key("ledger", state.entry.seq, 0), recordpage.line(room, state.entry))
        told = {subject: group for subject, group in by_subject.items() if subject.startswith("story:")}
        for subject, group in by_subject.items():
            if subject not in told and group[-1].entry.kind != "redacted":
                self._put_other(w, room, subject, group[-1], batch)
        self._put_stories(w, room, told, batch)
        if batch.touched:
            fronts.put_fronts(w, room, sorted(batch.sections))

    def _take_site(self, w: Writing, states: Sequence[State]) -> None:
        """The masthead: the first entry of every ledger. A later one makes the whole store stale."""
        if not states or states[-1].body is None:
            return
        site = from_dict(Site, json.loads(states[-1].body))
        if self.room is not None:
            if site != self.room.site:
                raise StaleStore("The masthead has changed, so every page is pressed again.")
            return
        self.room = Room.of(site)
        w.put("meta", b"fingerprint", fingerprint.current().encode())
        fronts.put_site(w, self.room)
        fronts.put_fronts(w, self.room, [section.slug for section in site.sections])

    def _put_other(self, w: Writing, room: Room, subject: str, state: State, batch: Batch) -> None:
        """A person, topic, source or plan."""
        kind, _, name = subject.partition(":")
        data = json.loads(state.body) if state.body is not None else None
        if kind in ("front", "rail"):
            fronts.put_plan(w, from_dict(Front, data) if data else Front(key=name))
            batch.touched = True
            batch.sections.add(name)
        elif data is None:
            w.put("pages", subject.encode(), encode(Page((), status=Status.GONE)))
        elif kind == "person":
            _put_list_page(w, room, from_dict(Person, data))
        elif kind == "topic":
            _put_list_page(w, room, from_dict(TopicPage, data))
        elif kind == "source":
            _put_list_page(w, room, from_dict(SourcePage, data))

    def _put_stories(self, w: Writing, room: Room, told: dict[str, list[State]], batch: Batch) -> None:
        shown = []
        for subject, states in told.items():
            code = int(subject.removeprefix("story:"))
            batch.sections.add(Filing.decode(w.get("filed", code_key(code))).section)
            self._put_versions(w, room, code, subject, states)
            story = put_story_record(w, room, code, states)
            batch.touched = True
            batch.sections.update(_sections(states))
            if story is not None:
                shown.append(story)
        for story in shown:
            stories.put_page(w, room, story, self.related)
        self._refresh_neighbours(w, {story.code for story in shown})

    def _put_versions(self, w: Writing, room: Room, code: int, subject: str, states: Sequence[State]) -> None:
        if any(state.entry.kind in ("withdrawn", "redacted") for state in states):
            # Words that were shown before must not be any more, so all versions are made again.
            until = states[-1].entry.seq
            known = [state for state in self.history(subject) if state.entry.seq <= until]
            for entry, text in stories.versions(room, known):
                stories.put_version(w, code, entry, text)
            return
        before = stories.read_story(stories.snapshot(w, code))
        for state in states:
            story = stories.read_story(state.body)
            changed = before if state.entry.kind == "changed" else None
            stories.put_version(w, code, state.entry, recordpage.version(room, state.entry, story, changed))
            before = story

    def _refresh_neighbours(self, w: Writing, fresh: set[int]) -> None:
        """Let the stories that a new one belongs to point to it."""
        for code in sorted(fresh):
            for neighbour in self.related(code, NEIGHBOURS):
                if neighbour not in fresh:
                    stories.put_related(w, neighbour, self.related)


def put_story_record(w: Writing, room: Room, code: int, states: Sequence[State]) -> Story | None:
    """Put what other pages show of a story after its states, or take it out; the story if readers can see it.

    Every state counts, not the last alone: an address that worked once keeps working, a day that had a page keeps it.
    """
    visible = [story for state in states if (story := stories.read_story(state.body)) is not None]
    filings = [file(story, room.words.zone) for story in visible]
    addresses = tuple(dict.fromkeys(address for filing in filings for address in filing.addresses))
    for filing in filings:
        stories.open_day(w, room, filing)
    final = states[-1]
    if final.body is None:
        stories.remove(w, code, addresses)
        return None
    stories.put_record(w, room, visible[-1], final.body, replace(filings[-1], addresses=addresses), final.entry.time)
    return visible[-1]


def _put_list_page(w: Writing, room: Room, one: Person | TopicPage | SourcePage) -> None:
    match one:
        case Person():
            kind, key, page = "person", f"person:{one.id}", listpage.person(room, one)
        case TopicPage():
            kind, key, page = "topic", f"topic:{one.slug}", listpage.topic(room, one)
        case SourcePage():
            kind, key, page = "source", f"source:{one.slug}", listpage.source(room, one)
    w.put("pages", key.encode(), encode(page))
    fronts.put_names(w, kind, (one.slug, *one.former), key)


def _sections(states: Iterable[State]) -> set[str]:
    """The sections that a story is or was in."""
    return {json.loads(state.body)["section"] for state in states if state.body is not None}


def position(store: Reading) -> int:
    return int.from_bytes(store.get("meta", b"position") or b"", "big")


def check_fresh(store: Reading) -> None:
    """Raise StaleStore if the store was pressed by other templates or code than these."""
    made_by = store.get("meta", b"fingerprint")
    if made_by is not None and made_by.decode() != fingerprint.current():
        raise StaleStore("The pages were pressed by another version of Dateline.", "They are made again by: dateline rebuild")
