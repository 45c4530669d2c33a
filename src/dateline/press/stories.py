"""Putting one story's records into the store, and taking them out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from dateline.ledger.entry import Entry, State
from dateline.press import boxes, card, listpage, recordpage, storypage
from dateline.press.filing import Filing
from dateline.press.fragment import Fragment, press, text_of
from dateline.press.page import Box, Page, Status, Variant, decode, encode
from dateline.press.room import Room
from dateline.press.store import Reading, Writing, code_key, list_key, list_place, list_prefix
from dateline.story import Story, from_dict

RELATED_BENCH = storypage.RELATED + 4
"""How many related stories a page names, so that gaps close."""

FEW = 3
"""With fewer related stories than this, the section's newest fill the box."""

MAX_CORRECTIONS = 1000
"""Of one story: they are numbered by its code and their place."""

Related = Callable[[int, int], Sequence[int]]
"""The codes of at most so many stories that belong to a story, best first."""


def read_story(body: bytes | None) -> Story | None:
    """The story of a snapshot; None if readers see nothing of it."""
    return from_dict(Story, json.loads(body)) if body is not None else None


def snapshot(store: Reading, code: int) -> bytes | None:
    """The snapshot of a story as it was pressed last."""
    fragment = store.get("snapshots", code_key(code))
    return text_of(fragment) if fragment else None


def put_record(w: Writing, room: Room, story: Story, body: bytes, filing: Filing, at: int) -> None:
    """All of a story that other pages show: its cards, its places in lists, its snapshot. ``at`` in milliseconds."""
    key = code_key(story.code)
    old = Filing.decode(w.get("filed", key))
    filing = replace(filing, addresses=tuple(dict.fromkeys([*old.addresses, *filing.addresses])))
    record = storypage.cards(room, story)
    w.put("cards", key, record)
    w.put_stamp(story.code, card.stamp(record))
    w.put("snapshots", key, press(body))
    _take_out(w, story.code, old, keep=filing)
    _file(w, room, story, filing, at)
    w.put("filed", key, filing.encode())


def put_page(w: Writing, room: Room, story: Story, related: Related) -> None:
    """The story's page and its history's; the cards of its related stories must be in the store."""
    box = Box(Variant.TEASER, storypage.RELATED, _choose(w, story, related))
    page = storypage.page(room, story, box)
    w.put("stories", code_key(story.code), encode(_joined(w, page)))
    w.put("pages", f"history:{story.code}".encode(), encode(recordpage.history(room, story)))


def put_related(w: Writing, code: int, related: Related) -> None:
    """Choose a story's related stories anew, the rest of its page as it is; a story that is gone stays gone."""
    record = w.get("stories", code_key(code))
    story = read_story(snapshot(w, code))
    if record is None or story is None:
        return
    page = decode(record)
    codes = _choose(w, story, related)
    parts = tuple(replace(part, codes=codes) if isinstance(part, Box) else part for part in page.parts)
    w.put("stories", code_key(code), encode(_joined(w, replace(page, parts=parts))))


def remove(w: Writing, code: int, addresses: Sequence[str]) -> None:
    """Take a withdrawn story off every page; its addresses stay and answer that it is gone."""
    key = code_key(code)
    old = Filing.decode(w.get("filed", key))
    gone = Filing(addresses=tuple(dict.fromkeys([*old.addresses, *addresses])))
    w.delete("cards", key)
    w.put_stamp(code, 0)
    w.delete("snapshots", key)
    _take_out(w, code, old, keep=gone)
    _put_addresses(w, code, gone.addresses)
    w.put("filed", key, gone.encode())
    w.put("stories", key, encode(Page((), status=Status.GONE, code=code)))
    w.delete("pages", f"history:{code}".encode())


def put_version(w: Writing, code: int, entry: Entry, text: Fragment) -> None:
    w.put("lists", list_key(f"history:{code}", entry.seq, 0), text)


def versions(room: Room, states: Sequence[State]) -> Iterator[tuple[Entry, Fragment]]:
    """Every version of a story with what changed; the words of those before a withdrawal are not shown again."""
    last_withdrawn = max((i for i, state in enumerate(states) if state.entry.kind == "withdrawn"), default=-1)
    before: Story | None = None
    for i, state in enumerate(states):
        story = read_story(state.body) if i > last_withdrawn else None
        yield state.entry, recordpage.version(room, state.entry, story, before)
        before = story or before


def newest(store: Reading, name: str, limit: int) -> list[int]:
    """The codes of the first stories of a list."""
    keys = islice(store.items("lists", list_prefix(name)), limit)
    return [list_place(name, key)[1] for key, _ in keys]


def _choose(store: Reading, story: Story, related: Related) -> tuple[int, ...]:
    """Related stories: the editor's pins, then the machine's choice less the editor's bans."""
    chosen = dict.fromkeys([*story.pinned, *related(story.code, RELATED_BENCH)])
    codes = [code for code in chosen if code not in (*story.banned, story.code)]
    if len(codes) < FEW:
        fallback = newest(store, f"section:{story.section}", RELATED_BENCH)
        codes += [code for code in fallback if code not in (*codes, *story.banned, story.code)]
    return tuple(codes[:RELATED_BENCH])


def _joined(store: Reading, page: Page) -> Page:
    return replace(page, parts=tuple(boxes.join(store, p) if isinstance(p, Box) else p for p in page.parts))


def _file(w: Writing, room: Room, story: Story, filing: Filing, at: int) -> None:
    for name in filing.lists:
        w.put("lists", list_key(name, filing.order, story.code), b"")
    for place, order in enumerate(filing.corrections[:MAX_CORRECTIONS]):
        text = recordpage.correction(room, story, place)
        w.put("lists", list_key("corrections", order, story.code * MAX_CORRECTIONS + place), text)
    _put_addresses(w, story.code, filing.addresses)
    if filing.sitemap:
        _put_sitemap(w, room, filing.sitemap, at)


def open_day(w: Writing, room: Room, filing: Filing) -> None:
    """The page of a day, for the first story in it."""
    day = filing.day
    if day and w.get("pages", day.encode()) is None:
        w.put("pages", day.encode(), encode(listpage.day(room, day.removeprefix("day:"))))


def _put_sitemap(w: Writing, room: Room, name: str, at: int) -> None:
    """The story's sitemap, if it is the first in it, and the sitemap's time of change in the index."""
    if w.get("pages", name.encode()) is None:
        w.put("pages", name.encode(), encode(listpage.sitemap(room, name)))
    changed = max(at, int.from_bytes(w.get("meta", name.encode()) or b"", "big"))
    w.put("meta", name.encode(), changed.to_bytes(8, "big"))
    w.put("lists", listpage.sitemap_key(name), listpage.sitemap_entry(room, name, changed))


def _take_out(w: Writing, code: int, old: Filing, keep: Filing) -> None:
    """Delete the places that an earlier state had and the new one has not."""
    kept: Collection[bytes] = set(_places(code, keep))
    for key in _places(code, old):
        if key not in kept:
            w.delete("lists", key)


def _places(code: int, filing: Filing) -> Iterator[bytes]:
    for name in filing.lists:
        yield list_key(name, filing.order, code)
    for place, order in enumerate(filing.corrections[:MAX_CORRECTIONS]):
        yield list_key("corrections", order, code * MAX_CORRECTIONS + place)


def _put_addresses(w: Writing, code: int, addresses: Iterable[str]) -> None:
    for address in addresses:
        w.put("names", address_key(address, code), b"")


def address_prefix(address: str) -> bytes:
    return f"at:{address}:".encode()


def address_key(address: str, code: int) -> bytes:
    """Two stories may have had one address, on two hosts: the one with the lower code answers."""
    return address_prefix(address) + code_key(code)
