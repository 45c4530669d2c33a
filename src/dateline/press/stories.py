"""Putting one story's records into the store, and taking them out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from dateline.ledger.entry import Entry, State
from dateline.press import boxes, card, listpage, pastfronts, recordpage, storypage
from dateline.press.discussion import put, standing
from dateline.press.filing import LATER, Filing, file
from dateline.press.fragment import Fragment, press, text_of
from dateline.press.keys import DAY, address_key, code_key, list_key, list_place, list_prefix, versions_list
from dateline.press.page import Box, Page, Status
from dateline.press.pagerecord import decode, encode
from dateline.press.room import Room
from dateline.press.store import Deferred, Reading, Writer
from dateline.story import Story, from_dict

RELATED_BENCH = storypage.RELATED + 4
"""How many related stories a page names, so that gaps close."""

LATER_BENCH = storypage.LATER + 3
"""How many stories that continue it a page names: one that was retracted since is not shown."""

FEW = 3
"""With fewer related stories than this, the section's newest fill the box."""

MAX_CORRECTIONS = 1000
"""Of one story: they are numbered by its code and their place."""

CORRECTIONS = {"corrections": recordpage.correction, listpage.CORRECTIONS_FEED: recordpage.correction_item}
"""The lists that a correction stands in, and what stands there of it."""

CHANGED = b"changed"

Related = Callable[[int, int], Sequence[int]]
"""The codes of at most so many stories that belong to a story, best first."""

Copies = Callable[[int, int], Sequence[int]]
"""Near copies of a story among what is looked through for so many related ones."""

COPIES = b"copies:"


@lru_cache(16)  # whoever presses a story asks for it several times, one after the other
def read_story(body: bytes | None) -> Story | None:
    """The story of a snapshot; None if readers see nothing of it."""
    return from_dict(Story, json.loads(body)) if body is not None else None


def snapshot(store: Reading, code: int) -> bytes | None:
    """The snapshot of a story as it was pressed last."""
    fragment = store.get("snapshots", code_key(code))
    return text_of(fragment) if fragment else None


def put_record(w: Writer, room: Room, code: int, states: Sequence[State]) -> Story | None:
    """Put what other pages show of a story after its states, or take it out; the story if readers can see it.

    Every state counts, not the last alone: an address that worked once keeps working, a day that had a page keeps it.
    """
    note_change(w, max(state.entry.time for state in states))
    story = read_story(states[-1].body)
    old = filed(w, code)
    filings = [old, *filings_of(room, states)]
    for before, filing, state in zip(filings, filings[1:], states, strict=False):
        _open_day(w, room, filing.day)
        # A sitemap changes when a story comes, changes or leaves.
        for name in (before.sitemap, filing.sitemap):
            if name:
                w.raise_to("meta", name.encode(), state.entry.time)
    addresses = dict.fromkeys(address for filing in filings for address in filing.addresses)
    _refile(w, room, code, old, replace(filings[-1], addresses=tuple(addresses)), story)
    if story is None or states[-1].body is None:
        _remove(w, code)
        return None
    put_cards(w, room, story)
    w.put("snapshots", code_key(code), press(states[-1].body))
    return story


def put_cards(w: Writer, room: Room, story: Story) -> None:
    """The story's cards, with the number of its comments."""
    comments = standing.shown_count(story, put.thread_of(w, story.code))
    record = storypage.cards(room, story, comments)
    w.put("cards", code_key(story.code), record)
    w.put_stamp(story.code, card.stamp(record))


def comments_told(store: Reading, code: int) -> int:
    """The number of comments that the cards of a story tell of, or should."""
    return standing.shown_count(read_story(snapshot(store, code)), put.thread_of(store, code))


def put_discussion(w: Writer, room: Room, code: int, told: int | None = None) -> None:
    """What readers see of a story's discussion; the cards too, if they tell of another number than ``told``."""
    story = read_story(snapshot(w, code))
    put.put_pieces(w, room, code, story)
    if story is not None and told is not None and told != comments_told(w, code):
        put_cards(w, room, story)


def filed(store: Reading, code: int) -> Filing:
    """Where a story stands now."""
    return Filing.decode(store.get("filed", code_key(code)))


def filings_of(room: Room, states: Iterable[State]) -> list[Filing]:
    """Where each state of a story files it; nowhere for one that readers see nothing of."""
    stories = (read_story(state.body) for state in states)
    return [file(story, room.words.zone) if story else Filing() for story in stories]


def note_change(w: Writer, at: int) -> None:
    """When the fronts last had a reason to change, in milliseconds of the Unix epoch."""
    w.raise_to("meta", CHANGED, at)


def put_page(w: Writer, room: Room, story: Story, related: Related) -> None:
    """The story's page; the cards of its related stories must be in the store."""
    page = storypage.page(room, story, _choose(w, story, related))
    w.put("stories", code_key(story.code), encode(_joined(w, page)))


def put_copies(w: Writer, story: Story, copies: Copies) -> None:
    """Note what a story is a near copy of, for no front shows both; a judgement, as related stories are."""
    found = tuple(copies(story.code, RELATED_BENCH))
    key = COPIES + code_key(story.code)
    if found:
        w.put("meta", key, json.dumps(found).encode())
    else:
        w.delete("meta", key)


def copies_of(store: Reading, code: int) -> Sequence[int]:
    """What a story was found to be a near copy of when it was pressed."""
    found = store.get("meta", COPIES + code_key(code))
    return json.loads(found) if found else ()


def put_boxes(w: Writer, code: int, related: Related) -> None:
    """Choose anew what a story's page points to, the rest of it as it is; a story that is gone stays gone."""
    record = w.get("stories", code_key(code))
    story = read_story(snapshot(w, code))
    if record is None or story is None:
        return
    page = storypage.choose(decode(record), _choose(w, story, related))
    w.put("stories", code_key(code), encode(_joined(w, page)))


def put_versions(w: Writer, code: int, versions: Iterable[tuple[Entry, Fragment]]) -> None:
    for entry, text in versions:
        w.put("lists", list_key(versions_list(code), entry.seq, 0), text)


def all_versions(room: Room, states: Sequence[State]) -> Iterator[tuple[Entry, Fragment]]:
    """Every version of a story with what changed; the words of those before a withdrawal are not shown again."""
    last_withdrawn = max((i for i, state in enumerate(states) if state.entry.kind == "withdrawn"), default=-1)
    before: Story | None = None
    for i, state in enumerate(states):
        story = read_story(state.body) if i > last_withdrawn else None
        yield state.entry, recordpage.version(room, state.entry, story, before)
        before = story or before


def next_versions(room: Room, before: Story | None, states: Sequence[State]) -> Iterator[tuple[Entry, Fragment]]:
    """The versions that follow on one that readers saw before; only for states that take no words back."""
    for state in states:
        story = read_story(state.body)
        yield state.entry, recordpage.version(room, state.entry, story, before)
        before = story


def newest(store: Reading, name: str, limit: int) -> list[tuple[int, int]]:
    """The order and the code of the first stories of a list."""
    keys = islice(store.items("lists", list_prefix(name)), limit)
    return [list_place(name, key) for key, _ in keys]


def continuing(store: Reading, code: int) -> list[int]:
    """The newest stories that continue a story."""
    return [later for _, later in newest(store, f"{LATER}{code}", LATER_BENCH)]


def put_sitemap(w: Writer, room: Room, name: str) -> None:
    """A sitemap, and its line in the index with the time it was last raised to."""
    changed = int.from_bytes(w.get("meta", name.encode()) or b"", "big")
    if w.get("pages", name.encode()) is None:
        w.put("pages", name.encode(), encode(listpage.sitemap(room, name)))
    w.put("lists", listpage.sitemap_key(name), listpage.sitemap_entry(room, name, changed))


def _choose(store: Reading, story: Story, related: Related) -> storypage.Choice:
    """What a story's page points to: what it continues, the newest of what continues it, what belongs to it."""
    return storypage.Choice(
        earlier=(story.follows,) if story.follows else (),
        later=tuple(continuing(store, story.code)),
        related=_choose_related(store, story, related),
    )


def _choose_related(store: Reading, story: Story, related: Related) -> tuple[int, ...]:
    """Related stories: the editor's pins, then the machine's choice less the editor's bans."""
    chosen = dict.fromkeys([*story.pinned, *related(story.code, RELATED_BENCH)])
    codes = [code for code in chosen if code not in (*story.banned, story.code)]
    if len(codes) < FEW:
        fallback = [code for _, code in newest(store, f"section:{story.section}", RELATED_BENCH)]
        codes += [code for code in fallback if code not in (*codes, *story.banned, story.code)]
    return tuple(codes[:RELATED_BENCH])


def _joined(store: Reading, page: Page) -> Page:
    return page._replace(parts=tuple(boxes.join(store, p) if isinstance(p, Box) else p for p in page.parts))


def _remove(w: Writer, code: int) -> None:
    """Take a withdrawn story off every page; its addresses stay and answer that it is gone."""
    key = code_key(code)
    w.delete("cards", key)
    w.delete("meta", COPIES + key)
    w.put_stamp(code, 0)
    w.delete("snapshots", key)
    w.put("stories", key, encode(Page((), status=Status.GONE, code=code)))


def put_day(w: Writer, room: Room, day: str) -> None:
    """The page of a day, written ``yyyy-mm-dd``, with the way to the days before and after it that have one."""
    key = DAY + day.encode()
    earlier = w.before("pages", DAY, key)
    later = next((found for found, _ in w.items("pages", DAY, key + b"\0")), None)
    w.put("pages", key, encode(listpage.day(room, day, _day(earlier), _day(later), pastfronts.exists(w, day))))


def link_day(w: Writer, room: Room, day: str) -> None:
    """Press the page of a day again, if it has one."""
    if w.get("pages", DAY + day.encode()) is not None:
        put_day(w, room, day)


def days(store: Reading) -> list[str]:
    """Every day that has a page."""
    return [_day(key) for key, _ in store.items("pages", DAY)]


def _day(key: bytes | None) -> str:
    return key.removeprefix(DAY).decode() if key else ""


def _open_day(w: Writer, room: Room, day: str) -> None:
    """The page of a day, for the first story in it; the days beside it lead to it from then on."""
    key = day.encode()
    if not day or w.get("pages", key) is not None:
        return
    if isinstance(w, Deferred):
        # Whatever is put cannot be read back yet, so each of the day's stories would press its page and those beside
        # it. Of a store that is made anew they are pressed at the end; until then it is enough that there is one.
        w.put("pages", key, b"")
        return
    put_day(w, room, _day(key))
    pastfronts.link_day(w, room, _day(key))
    for beside in (w.before("pages", DAY, key), next((k for k, _ in w.items("pages", DAY, key + b"\0")), None)):
        if beside:
            put_day(w, room, _day(beside))


def _refile(w: Writer, room: Room, code: int, old: Filing, new: Filing, story: Story | None) -> None:
    """Move the story from the places that it had to those that it has now."""
    kept: Collection[bytes] = set(_places(code, new))
    for key in _places(code, old):
        if key not in kept:
            w.delete("lists", key)
    for name in new.lists:
        w.put("lists", list_key(name, new.order, code), b"")
    for place, order in enumerate(new.corrections[:MAX_CORRECTIONS]):
        if story is not None:
            for name, show in CORRECTIONS.items():
                w.put("lists", _correction_key(name, code, place, order), show(room, story, place))
    for address in new.addresses:
        w.put("names", address_key(address, code), b"")
    w.put("filed", code_key(code), new.encode())


def _places(code: int, filing: Filing) -> Iterator[bytes]:
    for name in filing.lists:
        yield list_key(name, filing.order, code)
    for place, order in enumerate(filing.corrections[:MAX_CORRECTIONS]):
        yield from (_correction_key(name, code, place, order) for name in CORRECTIONS)


def _correction_key(name: str, code: int, place: int, order: int) -> bytes:
    return list_key(name, order, code * MAX_CORRECTIONS + place)
