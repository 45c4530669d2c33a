"""The pictures in one container, by their names, so that the pages in it find theirs.

What lies in the container as it is, is read where it lies; what is packed is set aside in a file without a name, for
there is no leaping about in what is packed. The list itself is a temporary table of SQLite.
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
import tempfile
from contextlib import closing

from dateline.wire.archive import Archive
from dateline.wire.containers.anchor import Anchor
from dateline.wire.containers.member import BUFFER, Limited, Member
from dateline.wire.containers.opening import Opening
from dateline.wire.sources.assets import is_picture

LARGEST = 64 << 20
MOST = 8 << 30
"""Bytes of pictures that are set aside."""

_TABLE = "CREATE TABLE picture (name TEXT PRIMARY KEY, anchored INTEGER, start INTEGER, size INTEGER)"

log = logging.getLogger("dateline.import")


class Shelf:
    """The pictures in what is at ``inside`` of a file; the file itself if that is empty."""

    def __init__(self, archive: Archive, inside: str) -> None:
        self._archive = archive
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute(
            "CREATE TABLE picture (name TEXT PRIMARY KEY, anchored INTEGER, start INTEGER, size INTEGER)"
        )
        self._aside = tempfile.TemporaryFile()  # noqa: SIM115 (closed by close)
        self._end = 0
        self._fill(f"{inside}!" if inside else "")

    def get(self, name: str) -> bytes | None:
        """The picture of that name."""
        row = self._rows.execute("SELECT anchored, start, size FROM picture WHERE name = ?", (name,)).fetchone()
        if row is None:
            return None
        anchored, start, size = row
        if not anchored:
            self._aside.seek(start)
            return self._aside.read(size)
        with closing(Anchor(self._archive, start, size).open()) as file:
            return file.read(size)

    def close(self) -> None:
        self._rows.close()
        self._aside.close()

    def _fill(self, prefix: str) -> None:
        with self._archive.path.open("rb") as file:
            for member in Opening().members(file, Anchor(self._archive, 0, self._archive.size)):
                if member.fault or not member.name.startswith(prefix) or member.number:
                    continue
                if is_picture(member.file.peek(16)):  # type: ignore[attr-defined]
                    self._put(member, member.name[len(prefix) :])

    def _put(self, member: Member, name: str) -> None:
        if member.anchor and member.anchor.size <= LARGEST:
            row = (name, 1, member.anchor.start, member.anchor.size)
        elif self._end < MOST:
            self._aside.seek(self._end)
            shutil.copyfileobj(Limited(member.file, LARGEST), self._aside, BUFFER)
            row = (name, 0, self._end, self._aside.tell() - self._end)
            self._end = self._aside.tell()
        else:
            log.warning("%s: there are too many pictures in it to set aside; %s is left out", self._archive.name, name)
            return
        self._rows.execute("INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?)", row)
