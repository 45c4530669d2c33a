"""The pressed pages on disk: one LMDB environment, one writer, any number of readers. Knows nothing of what it holds.

    meta       position, fingerprint, counters
    pages      name -> page record               front:home, section:world, person:7, feed:site, ...
    stories    code -> page record               the story's page, with its related stories and thread
    cards      code -> card record
    stamps     block of codes -> card stamps     1,024 stamps of 4 bytes, 0 where there is no card
    changed    number -> codes of stories        whose cards had a stamp and then another one, in this order
    snapshots  code -> fragment                  the canonical JSON that readers get
    filed      code -> JSON                      under which lists and names the story is filed, to take it out again
    pieces     name -> part record               what pages share by name: rail, foot; what a page has of a thread
    comments   story, root, number -> record     readers' comments; what they hold: press/discussion/record.py
    threads    code -> JSON                      how many comments a story has and how its thread stands
    lists      list, order, number -> fragment   empty: the card of the story of that number
    names      name -> JSON                      where another address leads: former addresses, slugs

A list's keys sort newest first, so a page of it is one short scan however long the list is.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import lmdb

from dateline.errors import DamagedStore, StoreError
from dateline.press import changes
from dateline.press.keys import code_key

# A ceiling of address space, not of memory or disk; LMDB's file grows as it needs to.
MAP_SIZE = 1 << 38
DATABASES = (
    "meta",
    "pages",
    "stories",
    "cards",
    "stamps",
    "changed",
    "snapshots",
    "filed",
    "pieces",
    "lists",
    "names",
    "comments",
    "threads",
)
STAMP_BLOCK = 1024
_STAMPS = struct.Struct(f"<{STAMP_BLOCK}I")

DAMAGE = (lmdb.CorruptedError, lmdb.PageNotFoundError, lmdb.InvalidError, lmdb.PanicError, lmdb.VersionMismatchError)
"""What LMDB raises when its file is not what it wrote."""


class Store:
    """An open environment. ``read`` and ``write`` give transactions with the databases by name."""

    def __init__(self, path: Path, *, writer: bool = False, durable: bool = True) -> None:
        """Open the environment in the folder ``path``; a writer makes it if it is not there.

        ``durable=False`` leaves syncing to the end, for a store that is thrown away if making it fails.
        Raises DamagedStore if there is none or it cannot be read.
        """
        if writer:
            path.mkdir(parents=True, exist_ok=True)
        elif not (path / "data.mdb").exists():
            raise DamagedStore(f"There are no pressed pages in {path}.", "Press them with: dateline rebuild")
        self.path = path
        self.writer = writer
        self.writes = 0
        try:
            self.env = lmdb.open(
                str(path),
                map_size=MAP_SIZE,
                max_dbs=len(DATABASES),
                max_readers=1024,
                readonly=not writer,
                readahead=False,
                sync=durable,
                metasync=durable,
            )
            self._check_length()
            self.databases = {name: self.env.open_db(name.encode(), create=writer) for name in DATABASES}
        except lmdb.Error as error:
            raise DamagedStore(
                f"The pressed pages in {path} cannot be opened: {error}.", "They are made again by: dateline rebuild"
            ) from error

    def _check_length(self) -> None:
        """Reading behind the end of a file that was cut off would end the process."""
        needed = (self.env.info()["last_pgno"] + 1) * self.env.stat()["psize"]
        found = (self.path / "data.mdb").stat().st_size
        if found < needed:
            raise lmdb.CorruptedError(f"data.mdb has {found} bytes of {needed}")

    @contextmanager
    def read(self) -> Iterator[Reading]:
        """A consistent view of the whole store, as of the last write."""
        try:
            with self.env.begin() as txn:
                yield Reading(txn, self.databases)
        except DAMAGE as error:
            raise self.damaged(error) from error

    @contextmanager
    def defer(self) -> Iterator[Deferred]:
        """A view of the store that collects what would be written to it."""
        with self.read() as reading:
            yield Deferred(reading.txn, reading.databases)

    @contextmanager
    def write(self) -> Iterator[Writing]:
        """One transaction: all of it, or nothing of it, is in the store afterwards."""
        try:
            with self.env.begin(write=True) as txn:
                writing = Writing(txn, self.databases)
                yield writing
            self.writes += writing.writes
        except lmdb.MapFullError as error:
            raise StoreError(f"The pressed pages in {self.path} have reached {MAP_SIZE >> 30} GiB.") from error
        except lmdb.DiskError as error:
            raise StoreError(
                f"The pressed pages in {self.path} cannot be written: {error}.", "Free disk space."
            ) from error
        except DAMAGE as error:
            raise self.damaged(error) from error

    def close(self) -> None:
        if self.writer:
            self.env.sync(True)
        self.env.close()

    def damaged(self, error: object) -> DamagedStore:
        return DamagedStore(
            f"The pressed pages in {self.path} are damaged: {error}.", "They are made again by: dateline rebuild"
        )


Databases = dict[str, Any]
"""The handles of the databases, by their names above."""


class Reading:
    """A read transaction. What LMDB gives is bytes, for it is not asked for buffers."""

    def __init__(self, txn: Any, databases: Databases) -> None:
        self.txn = txn
        self.databases = databases

    @property
    def position(self) -> int:
        """The number of the last entry of the ledger that the store has."""
        return int.from_bytes(self.get("meta", b"position") or b"", "big")

    def get(self, database: str, key: bytes) -> bytes | None:
        return self.txn.get(key, db=self.databases[database])  # type: ignore[no-any-return]

    def items(self, database: str, prefix: bytes = b"", start: bytes | None = None) -> Iterator[tuple[bytes, bytes]]:
        """The keys with a prefix and their values in order, from ``start`` on."""
        with self.txn.cursor(db=self.databases[database]) as cursor:
            if not cursor.set_range(start or prefix):
                return
            for key, value in cursor:
                if not key.startswith(prefix):
                    return
                yield key, value

    def items_back(self, database: str, prefix: bytes, end: bytes | None = None) -> Iterator[tuple[bytes, bytes]]:
        """The keys with a prefix and their values from the last on, or from the one before ``end``."""
        with self.txn.cursor(db=self.databases[database]) as cursor:
            behind = end or prefix[:-1] + bytes([prefix[-1] + 1])
            found = cursor.prev() if cursor.set_range(behind) else cursor.last()
            while found and (key := cursor.key()).startswith(prefix):
                yield key, cursor.value()
                found = cursor.prev()

    def before(self, database: str, prefix: bytes, key: bytes) -> bytes | None:
        """The last key with a prefix that comes before another; None if there is none."""
        with self.txn.cursor(db=self.databases[database]) as cursor:
            found = cursor.prev() if cursor.set_range(key) else cursor.last()
            return cursor.key() if found and cursor.key().startswith(prefix) else None

    def stamp(self, code: int) -> int:
        """The stamp of a story's card, 0 if it has none."""
        block = self.get("stamps", code_key(code // STAMP_BLOCK))
        return struct.unpack_from("<I", block, 4 * (code % STAMP_BLOCK))[0] if block else 0


class Writing(Reading):
    """The write transaction; ``writes`` counts the records put and deleted."""

    def __init__(self, txn: Any, databases: Databases) -> None:
        super().__init__(txn, databases)
        self.writes = 0

    def put(self, database: str, key: bytes, value: bytes) -> None:
        self.writes += 1
        self.txn.put(key, value, db=self.databases[database])

    def delete(self, database: str, key: bytes) -> None:
        if self.txn.delete(key, db=self.databases[database]):
            self.writes += 1

    def raise_to(self, database: str, key: bytes, number: int) -> None:
        """Put a number unless a larger one is there."""
        if number > int.from_bytes(self.get(database, key) or b"", "big"):
            self.put(database, key, number.to_bytes(8, "big"))

    def put_stamp(self, code: int, stamp: int) -> None:
        key = code_key(code // STAMP_BLOCK)
        block = bytearray(self.get("stamps", key) or bytes(_STAMPS.size))
        place = 4 * (code % STAMP_BLOCK)
        (before,) = struct.unpack_from("<I", block, place)
        if before == stamp:
            return
        struct.pack_into("<I", block, place, stamp)
        self.put("stamps", key, bytes(block))
        if before:
            self._note_change(code)

    def _note_change(self, code: int) -> None:
        """Say that what was joined with the card of a story before has to be looked at."""
        with self.txn.cursor(db=self.databases["changed"]) as cursor:
            key, record = cursor.item() if cursor.last() else (code_key(0), b"")
        if changes.is_full(record):
            key, record = code_key(int.from_bytes(key, "big") + 1), b""
        self.put("changed", key, changes.add(record, code))


class Deferred(Reading):
    """Writes that are collected instead of done, so that several processes can press at once for the one that writes.

    Nothing that is put can be read back before ``replay`` has done it.
    """

    def __init__(self, txn: Any, databases: Databases) -> None:
        super().__init__(txn, databases)
        self.collected: list[tuple[Any, ...]] = []

    def put(self, database: str, key: bytes, value: bytes) -> None:
        self.collected.append(("put", database, key, value))

    def delete(self, database: str, key: bytes) -> None:
        self.collected.append(("delete", database, key))

    def raise_to(self, database: str, key: bytes, number: int) -> None:
        self.collected.append(("raise_to", database, key, number))

    def put_stamp(self, code: int, stamp: int) -> None:
        self.collected.append(("put_stamp", code, stamp))


def replay(collected: Iterable[tuple[Any, ...]], w: Writing) -> None:
    """Do what was collected, in its order."""
    for name, *arguments in collected:
        getattr(w, name)(*arguments)


Writer = Writing | Deferred
