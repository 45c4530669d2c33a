"""What each front led with, by day and time: the pages made of the ledger's subjects ``shown:home``, ``shown:world``.

A day's page is pressed once; each change of the front is an entry of its list, so a change costs the same on a busy
day. An entry is a minute of the day: of several changes within one, readers are shown what stood at its end. The
entries name stories by code and their cards are looked up, so that what was withdrawn since is not shown again
(docs/adr/0006), and a headline is the one that the story has now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from dateline import urls
from dateline.ledger.entry import State
from dateline.masthead import Shown
from dateline.press import listpage
from dateline.press.keys import DAY, list_key, list_prefix
from dateline.press.page import Listing, Page, Spread, Variant
from dateline.press.pagerecord import encode
from dateline.press.room import Room
from dateline.press.store import Reading, Writer
from dateline.story import from_dict, moment

SHOWN = "shown:"
HOME = "home"

LAST_MINUTE = 2000
"""More than a day has, on which a clock is put back as well: what a list is ordered by, so that it begins early."""

SECOND_TIME = 10_000
"""Added to the mark of a time that a clock put back shows for the second time."""


class Last(NamedTuple):
    """Up to which entry a front is known, and what it led with then."""

    seq: int = 0
    day: str = ""
    codes: tuple[int, ...] = ()


def name_of(key: str, day: str) -> str:
    """The name of a day's page, and of its list."""
    return f"{SHOWN}{key}:{day}"


def put(w: Writer, room: Room, key: str, states: Sequence[State]) -> list[str]:
    """Note what a front led with after each of these states; the days that have a page since."""
    last, opened = _last(w, key), []
    for state in states:
        if state.entry.seq <= last.seq or state.entry.kind == "redacted":
            continue
        codes = from_dict(Shown, json.loads(state.body)).codes if state.body is not None else ()
        at = state.entry.at.astimezone(room.words.zone)
        day = at.date().isoformat()
        if not codes and not last.codes:
            # A front that has nothing yet has no page, nor a day that it is the first of.
            last = last._replace(seq=state.entry.seq)
            continue
        if day != last.day:
            opened.append(day)
            _open(w, room, key, day, last.codes)
        _put_entry(w, room, key, at, codes)
        last = Last(state.entry.seq, day, codes)
    w.put("meta", _meta(key), json.dumps(last).encode())
    return opened


def put_page(w: Writer, room: Room, key: str, day: str) -> None:
    """The page of a day, with the way to the days beside it that have one."""
    beside = [_day(found) for found in _beside(w, key, day)]
    published = w.get("pages", DAY + day.encode()) is not None
    w.put("pages", name_of(key, day).encode(), encode(page(room, key, day, *beside, published=published)))


def link_day(w: Writer, room: Room, day: str) -> None:
    """Let the pages of a day lead to its stories, now that it has one; most days have none of these pages yet."""
    for key in (HOME, *(section.slug for section in room.site.sections)):
        if exists(w, day, key):
            put_page(w, room, key, day)


def pages(store: Reading) -> list[tuple[str, str]]:
    """The key and the day of every page."""
    names = (name.decode().split(":") for name, _ in store.items("pages", SHOWN.encode()))
    return [(key, day) for _, key, day in names]


def exists(store: Reading, day: str, key: str = HOME) -> bool:
    return store.get("pages", name_of(key, day).encode()) is not None


def latest(store: Reading, key: str) -> str:
    """The address of the last page there is of a front; empty if there is none."""
    day = _last(store, key).day
    return urls.past_front(date.fromisoformat(day), key) if day and exists(store, day, key) else ""


def page(room: Room, key: str, day: str, earlier: str = "", later: str = "", *, published: bool = False) -> Page:
    """The page of a day; the days beside it are empty if there are none. ``published``: whether stories are of it."""
    _ = room.words
    when = date.fromisoformat(day)
    beside = listpage.beside(room, earlier, later, lambda other: urls.past_front(other, key))
    section = room.site.section(key)
    listing = Listing(name_of(key, day), Variant.LINE, LAST_MINUTE)
    parts = room.parts(
        "pastfront.html",
        {"times": listing},
        heading=_("The front page") if key == HOME else section.name if section else key,
        when=_.full(day),
        path=urls.past_front(when, key),
        day=urls.day(when) if published else "",
        beside=beside,
    )
    return Page(parts, path=urls.past_front(when, key))


def anchor_at(store: Reading, name: str, asked: int) -> str:
    """The anchor of what stood there at a time, written as hours times a hundred and minutes."""
    marks = [Spread.decode(value).mark for _, value in store.items("lists", list_prefix(name))]
    begun = [mark for mark in marks if mark % SECOND_TIME <= asked]
    return f"#{_anchor(begun[-1] if begun else marks[0])}"


def _open(w: Writer, room: Room, key: str, day: str, codes: tuple[int, ...]) -> None:
    """The page of a day, and what the front began it with; the days beside it lead to it from then on."""
    put_page(w, room, key, day)
    for name in _beside(w, key, day):
        if name:
            put_page(w, room, key, _day(name))
    if codes:
        midnight = datetime.combine(date.fromisoformat(day), datetime.min.time(), room.words.zone)
        _put_entry(w, room, key, midnight, codes)


def _put_entry(w: Writer, room: Room, key: str, at: datetime, codes: tuple[int, ...]) -> None:
    midnight = datetime.combine(at.date(), datetime.min.time(), room.words.zone)
    # Two times of one zone are subtracted as its clocks show them; as moments they are hours that have passed.
    passed = timedelta(seconds=at.timestamp() - midnight.timestamp()) // timedelta(minutes=1)
    mark = at.hour * 100 + at.minute + SECOND_TIME * at.fold
    clock = moment(at)
    text = room.fragment("pasttime.html", at=clock, anchor=_anchor(mark), begun=not passed, empty=not codes)
    w.put(
        "lists",
        list_key(name_of(key, at.date().isoformat()), LAST_MINUTE - passed, 0),
        Spread(mark, codes, text).encode(),
    )


def _anchor(mark: int) -> str:
    again, time = divmod(mark, SECOND_TIME)
    return f"t{time:04d}" + ("-2" if again else "")


def _beside(store: Reading, key: str, day: str) -> Iterator[bytes | None]:
    """The names of the pages before and after a day's."""
    prefix, name = name_of(key, "").encode(), name_of(key, day).encode()
    yield store.before("pages", prefix, name)
    yield next((found for found, _ in store.items("pages", prefix, name + b"\0")), None)


def _day(name: bytes | None) -> str:
    return name.decode().rpartition(":")[2] if name else ""


def _meta(key: str) -> bytes:
    return f"{SHOWN}{key}".encode()


def _last(store: Reading, key: str) -> Last:
    found = store.get("meta", _meta(key))
    if found is None:
        return Last()
    seq, day, codes = json.loads(found)
    return Last(seq, day, tuple(codes))
