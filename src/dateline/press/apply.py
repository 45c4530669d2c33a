"""Pressing what the ledger says: a batch of its states made into records of the store, in one transaction.

This is the one write door of the pressed pages. Applying a batch twice equals applying it once, for every record is
a function of the states alone; the position in the ledger is saved in the same transaction. The number of records
that one publish writes does not grow with the archive:

    the story       page, card, stamp, snapshot, filing, one version
    its lists       one entry in each; the page of its day and its sitemap if it is the first in them
    fronts          home, the story's section (now and before), the rail
    neighbours      the page of each of at most NEIGHBOURS stories that it is related to
    its thread      three pieces, if it has one
    the ledger      one line for each entry, the checkpoint, the position

A comment writes its record, its places, its root and its thread (``discussion.put``), and the story's cards when
their number changes; the pieces of a thread are pressed once for a batch, however many comments it has.

What related stories a page names is a judgement made when it is pressed. It is made again for a story when a neighbour
of it is published, and for all of them by a rebuild.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dateline.errors import StaleStore
from dateline.ledger.entry import State
from dateline.masthead import Front, Person, Site, SourcePage, TopicPage
from dateline.press import fingerprint, fronts, listpage, pastfronts, recordpage, stories
from dateline.press.discussion import put as discussion
from dateline.press.filing import Filing
from dateline.press.keys import list_key
from dateline.press.page import Page, Status
from dateline.press.pagerecord import encode
from dateline.press.room import Room
from dateline.press.store import Reading, Store, Writer, Writing
from dateline.story import Story, from_dict
from dateline.thread import COMMENT, THREAD

NEIGHBOURS = 4

STORY = "story:"
TALK = (COMMENT, THREAD)

History = Callable[[str], Sequence[State]]
"""All states of a subject, oldest first."""


@dataclass
class Touched:
    """What a batch has touched: the fronts to fill again, the sitemaps to list again."""

    sections: set[str] = field(default_factory=set)
    sitemaps: set[str] = field(default_factory=set)
    chained: set[int] = field(default_factory=set)
    """The stories that one of the batch continues, or did, and the newest that continue it: they show its headline."""
    fronts: bool = False
    threads: dict[int, int | None] = field(default_factory=dict)
    """Stories whose discussion is shown anew, and the number of comments that their cards told of; None: pressed."""

    def add(self, filings: Iterable[Filing]) -> None:
        """Note what a story touches that stood here and stands there."""
        self.fronts = True
        for filing in filings:
            self.sections.add(filing.section)
            self.sitemaps.update([filing.sitemap] if filing.sitemap else [])
            self.chained.update([filing.follows] if filing.follows else [])


class Press:
    """Follows the ledger into one store. ``related``, ``copies`` and ``history`` are asked while a batch is applied.

    Raises StaleStore if the store was pressed by other code or templates. With ``stale`` it is followed into all
    the same, under the masthead it has: for the time until another one is made.
    """

    def __init__(
        self,
        store: Store,
        related: stories.Related,
        history: History,
        *,
        copies: stories.Copies = lambda *_: (),
        stale: bool = False,
    ) -> None:
        self.store = store
        self.stale = stale
        self.related = related
        self.copies = copies
        self.history = history
        with store.read() as r:
            if not stale:
                check_fresh(r)
            site = fronts.read_site(r)
        self.room = Room.of(site) if site else None

    @property
    def position(self) -> int:
        """The number of the last entry that was applied."""
        with self.store.read() as r:
            return r.position

    def apply(self, states: Sequence[State], checkpoint: str = "") -> None:
        """Press the states that come next; those at or before ``position`` are passed over.

        ``checkpoint`` is the signed note to show from now on. Raises StaleStore if the masthead changed, for then
        every page changes.
        """
        with self.store.write() as w:
            done = w.position
            states = [state for state in states if state.entry.seq > done]
            if not states:
                return
            self._press(w, states)
            finish(w, states[-1].entry.seq, checkpoint)

    def _press(self, w: Writing, states: Sequence[State]) -> None:
        by_subject: dict[str, list[State]] = defaultdict(list)
        for state in states:
            by_subject[state.entry.subject].append(state)
        room = self._take_site(w, by_subject.pop("site", []))
        touched = Touched()
        put_lines(w, room, states)
        # First, for the cards of stories tell how many comments there are.
        for subject in [one for one in by_subject if one.startswith(TALK)]:
            put_talk(w, room, subject, by_subject.pop(subject), touched)
        shown = []
        for subject, group in by_subject.items():
            if subject.startswith(STORY):
                story = self._put_story(w, room, subject, group, touched)
                shown.extend([story] if story else [])
            else:
                put_others(w, room, subject, group, touched)
        for code, told in touched.threads.items():
            stories.put_discussion(w, room, code, told)
        for story in shown:
            stories.put_page(w, room, story, self.related)
            stories.put_copies(w, story, self.copies)
        self._refresh(w, touched, {story.code for story in shown})
        for name in sorted(touched.sitemaps):
            stories.put_sitemap(w, room, name)
        if touched.fronts:
            fronts.put_fronts(w, room, sorted(touched.sections))

    def _take_site(self, w: Writing, states: Sequence[State]) -> Room:
        """The masthead: the first entry of every ledger. A later one makes the whole store stale."""
        if states and states[-1].body is not None:
            site = from_dict(Site, json.loads(states[-1].body))
            if self.room is None:
                self.room = Room.of(site)
                begin(w, self.room)
            elif site != self.room.site and not self.stale:
                raise StaleStore("The masthead has changed, so every page is pressed again.")
        if self.room is None:
            raise StaleStore("The ledger does not begin with the site's masthead.", "Run: dateline reconcile")
        return self.room

    def _put_story(
        self, w: Writing, room: Room, subject: str, states: Sequence[State], touched: Touched
    ) -> Story | None:
        code = int(subject.removeprefix(STORY))
        touched.threads[code] = None
        touched.add([stories.filed(w, code), *stories.filings_of(room, states)])
        touched.chained.update(stories.continuing(w, code))
        if any(state.entry.kind in ("withdrawn", "redacted") for state in states):
            # Words that were shown before must not be any more, so all versions are made again.
            known = [state for state in self.history(subject) if state.entry.seq <= states[-1].entry.seq]
            stories.put_versions(w, code, stories.all_versions(room, known))
        else:
            before = stories.read_story(stories.snapshot(w, code))
            stories.put_versions(w, code, stories.next_versions(room, before, states))
        return stories.put_record(w, room, code, states)

    def _refresh(self, w: Writing, touched: Touched, fresh: set[int]) -> None:
        """Let the stories that a new one belongs to, or continues, point to it."""
        neighbours = {neighbour for code in fresh for neighbour in self._neighbours(code)}
        for code in sorted((neighbours | touched.chained) - fresh):
            stories.put_boxes(w, code, self.related)

    def _neighbours(self, code: int) -> Sequence[int]:
        # Asked for as many as its page names: that was looked up when the page was pressed.
        return self.related(code, stories.RELATED_BENCH)[:NEIGHBOURS]


def begin(w: Writing, room: Room) -> None:
    """What a new store holds before any story."""
    w.put("meta", b"fingerprint", fingerprint.current().encode())
    fronts.put_site(w, room)
    fronts.put_fronts(w, room, [section.slug for section in room.site.sections])


def finish(w: Writing, seq: int, checkpoint: str) -> None:
    """How far the store has followed the ledger."""
    if checkpoint:
        w.put("meta", b"checkpoint", checkpoint.encode())
    w.put("meta", b"position", seq.to_bytes(8, "big"))


def put_lines(w: Writer, room: Room, states: Iterable[State]) -> None:
    """The lines of the ledger's page."""
    for state in states:
        w.put("lists", list_key("ledger", state.entry.seq, 0), recordpage.line(room, state.entry))


def put_talk(w: Writing, room: Room, subject: str, states: Sequence[State], touched: Touched) -> None:
    """A comment, or how a thread stands."""
    number = int(subject.partition(":")[2])
    comment = discussion.settle(w, number, states) if subject.startswith(COMMENT) else None
    code = comment.story if comment else number
    if code not in touched.threads:
        touched.threads[code] = stories.comments_told(w, code)
    if comment:
        discussion.put_comment(w, room, comment)
    elif subject.startswith(THREAD):
        discussion.put_standing(w, code, states)


def put_others(w: Writer, room: Room, subject: str, states: Iterable[State], touched: Touched) -> None:
    """A person, topic, source or plan: every state counts, for an address that worked once keeps working."""
    if subject.startswith(pastfronts.SHOWN):
        _put_shown(w, room, subject.removeprefix(pastfronts.SHOWN), states, touched)
        return
    for state in states:
        _put_other(w, room, subject, state, touched)


def _put_shown(w: Writer, room: Room, key: str, states: Iterable[State], touched: Touched) -> None:
    """What a front led with; the front leads there, and the pages of the days to those of the home front."""
    opened = pastfronts.put(w, room, key, list(states))
    touched.fronts = True
    touched.sections.add(key)
    if key == pastfronts.HOME:
        for day in opened:
            stories.link_day(w, room, day)


def _put_other(w: Writer, room: Room, subject: str, state: State, touched: Touched) -> None:
    kind, _, name = subject.partition(":")
    if state.entry.kind == "redacted":
        return
    data = json.loads(state.body) if state.body is not None else None
    if kind in ("front", "rail"):
        fronts.put_plan(w, from_dict(Front, data) if data else Front(key=name), state.entry.time)
        touched.fronts = True
        touched.sections.add(name)
    elif data is None:
        w.put("pages", subject.encode(), encode(Page((), status=Status.GONE)))
    elif kind == "person":
        person = from_dict(Person, data)
        _put_list_page(w, kind, subject, (person.slug, *person.former), listpage.person(room, person))
    elif kind == "topic":
        topic = from_dict(TopicPage, data)
        _put_list_page(w, kind, subject, (topic.slug, *topic.former), listpage.topic(room, topic))
    elif kind == "source":
        source = from_dict(SourcePage, data)
        _put_list_page(w, kind, subject, (source.slug, *source.former), listpage.source(room, source))


def _put_list_page(w: Writer, kind: str, key: str, slugs: Sequence[str], page: Page) -> None:
    w.put("pages", key.encode(), encode(page))
    fronts.put_names(w, kind, slugs, key)


def check_fresh(store: Reading) -> None:
    """Raise StaleStore if the store was pressed by other templates or code than these."""
    made_by = store.get("meta", b"fingerprint")
    if made_by is not None and made_by.decode() != fingerprint.current():
        raise StaleStore(
            "The pages were pressed by another version of Dateline.", "They are made again by: dateline rebuild"
        )
