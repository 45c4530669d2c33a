"""Reading everything that was pressed to see whether it is still what was pressed. Writes nothing.

LMDB notices when its own structure is broken, and not when a disk changed a byte of what it keeps. Page workers send
texts as they stand, so such a byte would reach readers. Every text carries its CRC, and every card its hash.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterable, Iterator

from dateline.press import card, changes, pastfronts
from dateline.press.discussion.record import CommentRecord
from dateline.press.fragment import Fragment, text_of
from dateline.press.page import Spread, decode_part, texts_of
from dateline.press.pagerecord import decode, is_whole
from dateline.press.store import Reading, Store

AT_ONCE = 200
"""Records that are read in one view: a longer one would keep the writer from using room again."""

Texts = Iterable[Fragment]


def inspect(store: Store, rest: Callable[[], None] = lambda: None) -> int:
    """Read everything; how many records there are. ``rest`` is called now and then.

    Raises DamagedStore that names the first record that is not as it was pressed.
    """
    count = 0
    for database in _TEXTS:
        start: bytes | None = b""
        while start is not None:
            with store.read() as reading:
                read, start = _read(reading, database, start, store)
            count += read
            rest()
    return count


def _read(reading: Reading, database: str, start: bytes, store: Store) -> tuple[int, bytes | None]:
    """Some records from a key on: how many, and with which the next begin."""
    count = 0
    for key, value in reading.items(database, start=start):
        if count == AT_ONCE:
            return count, key
        count += 1
        try:
            for text in _TEXTS[database](key, value):
                text_of(text)
        except (ValueError, struct.error, IndexError) as error:
            raise store.damaged(f"{database} {key!r}: {error}") from error
    return count, None


def _page(_: bytes, value: bytes) -> Iterator[Fragment]:
    for part in decode(value).parts:
        yield from texts_of(part)
    if not is_whole(value):
        raise ValueError("what it says of its texts is damaged")


def _piece(_: bytes, value: bytes) -> Texts:
    return texts_of(decode_part(value))


def _card(_: bytes, value: bytes) -> Texts:
    if not card.is_whole(value):
        raise ValueError("a card is damaged")
    return ()


def _changed(_: bytes, value: bytes) -> Texts:
    if not changes.is_whole(value):
        raise ValueError("which cards changed is damaged")
    return ()


def _snapshot(_: bytes, value: bytes) -> Texts:
    return (value,)


def _entry(key: bytes, value: bytes) -> Texts:
    if value and key.startswith(pastfronts.SHOWN.encode()):
        return (Spread.decode(value).text,)
    return (value,)


def _comment(key: bytes, value: bytes) -> Texts:
    record = CommentRecord.decode(key, value)
    return _json(key, record.body) or (record.text, record.more)


def _json(_: bytes, value: bytes) -> Texts:
    if value:
        json.loads(value)
    return ()


_TEXTS: dict[str, Callable[[bytes, bytes], Texts]] = {
    "pages": _page,
    "stories": _page,
    "pieces": _piece,
    "cards": _card,
    "changed": _changed,
    "snapshots": _snapshot,
    "lists": _entry,
    "comments": _comment,
    "threads": _json,
    "filed": _json,
}
"""Of each database, the texts of a record; what else can be said of it is looked at on the way."""
