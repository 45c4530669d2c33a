"""What the web archives of one run hold: which page was captured when, and where its pictures stand.

The list is a temporary table of SQLite, which takes to the disk what does not fit in its cache, so that it costs as
little memory for a hundred million captures as for one.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from dateline import urls
from dateline.wire.containers import webarchive
from dateline.wire.containers.anchor import Anchor
from dateline.wire.containers.member import Member
from dateline.wire.containers.tape import Place

MOST_MOVED = 20
"""Old addresses of one page."""
FARTHEST = 16 << 20
"""Bytes that may have to be unpacked to get at a capture; in a file that is packed as a whole there is no leaping."""

_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -32000;
CREATE TABLE page (address INTEGER, at TEXT, anchor INTEGER, start INTEGER, skip INTEGER, number INTEGER);
CREATE TABLE picture (address INTEGER, anchor INTEGER, start INTEGER, skip INTEGER);
CREATE TABLE moved (address INTEGER, old TEXT);
"""
_INDEXES = """
CREATE INDEX by_page ON page (address, at, anchor, start, skip);
CREATE INDEX by_place ON page (address, anchor, start, skip);
CREATE INDEX by_target ON moved (address);
CREATE INDEX by_picture ON picture (address);
"""


class Captures:
    """Filled by ``note`` over all of the input, then asked; ``close`` ends it."""

    def __init__(self) -> None:
        # The empty name is SQLite's for a database of its own, on the disk and gone when it is closed.
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.executescript(_TABLES)
        self._rows.execute("BEGIN")
        self._anchors: dict[Anchor, int] = {}

    def note(self, anchor: Anchor) -> Iterator[Member]:
        """List what a web archive holds; its texts of pages are handed on."""
        number = self._anchors.setdefault(anchor, len(self._anchors))
        with anchor.open() as file:
            for found in webarchive.listing(file):
                if found.leads_to:
                    self._note_moved(found.address, found.leads_to)
                if found.leads_to or found.place.skip > FARTHEST:
                    continue
                row = (_key(found.address), number, found.place.start, found.place.skip)
                if found.is_picture:
                    self._rows.execute("INSERT INTO picture VALUES (?, ?, ?, ?)", row)
                else:
                    page = (row[0], found.at, *row[1:], found.number)
                    self._rows.execute("INSERT INTO page VALUES (?, ?, ?, ?, ?, ?)", page)
                if found.text is not None:
                    yield found.text

    def _note_moved(self, old: str, new: str) -> None:
        if _key(old) != _key(new):
            self._rows.execute("INSERT INTO moved VALUES (?, ?)", (_key(new), old))

    def end(self) -> None:
        """Everything was noted."""
        self._rows.execute("COMMIT")
        self._rows.executescript(_INDEXES)

    def close(self) -> None:
        self._rows.close()

    def in_order(self, anchor: Anchor, place: Place, member: Member) -> Iterator[Member]:
        """All captures of the page that was met, the oldest first, when the first of them is met; then none."""
        mine = (_key(member.about.address), self._anchors.get(anchor), *place)
        where = "FROM page WHERE address = ?"
        listed = self._rows.execute(f"SELECT 1 {where} AND anchor = ? AND start = ? AND skip = ?", mine).fetchone()
        first = self._rows.execute(f"SELECT * {where} ORDER BY anchor, start, skip LIMIT 2", mine[:1]).fetchall()
        if not listed or len(first) == 1:
            yield self._with_others(member)
        elif (first[0][2], first[0][3], first[0][4]) == mine[1:]:
            rows = self._rows.execute(f"SELECT anchor, start, skip, number {where} ORDER BY at, 1, 2, 3", mine[:1])
            anchors = list(self._anchors)
            for number, start, skip, entry in rows.fetchall():
                for found in _at(anchors[number], Place(start, skip), entry):
                    found.reached = member.reached
                    yield self._with_others(found)

    def _with_others(self, member: Member) -> Member:
        """A page with the old addresses from which servers sent those who asked for it."""
        rows = self._rows.execute(
            "SELECT DISTINCT old FROM moved WHERE address = ? LIMIT ?", (_key(member.about.address), MOST_MOVED)
        )
        if others := tuple(row[0] for row in rows):
            member.about = replace(member.about, others=others)
        return member

    def picture(self, address: str) -> bytes | None:
        """The picture that was captured at an address, as far as it was."""
        row = self._rows.execute(
            "SELECT anchor, start, skip FROM picture WHERE address = ? LIMIT 1", (_key(address),)
        ).fetchone()
        if row is None:
            return None
        with list(self._anchors)[row[0]].open() as file:
            return webarchive.picture_of(file, Place(row[1], row[2]))


def _at(anchor: Anchor, place: Place, number: int) -> Iterator[Member]:
    with closing(anchor.open()) as file:
        member = webarchive.member_at(file, place, number)
        if member is not None:
            member.elsewhere = anchor
            member.name = "!".join(filter(None, (anchor.name, member.name)))
            yield member


def _key(address: str) -> int:
    known = urls.former_keys(address)[0]
    return int.from_bytes(hashlib.blake2b(known.encode(), digest_size=8).digest(), signed=True)
