"""What an export says once and its stories need, kept on disk while the export is cut: people, pictures, tags.

It is a table of its own that the system forgets when it is closed; memory does not grow with the archive.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class Shelf:
    """Values by kind and key; several may stand under one key, in the order in which they were put there."""

    def __init__(self, table: sqlite3.Connection) -> None:
        self._table = table
        table.execute("PRAGMA synchronous = OFF")
        table.execute("CREATE TABLE shelf (kind TEXT, key TEXT, value TEXT)")
        table.execute("CREATE INDEX places ON shelf (kind, key)")

    def put(self, kind: str, key: str, value: Any) -> None:
        text = json.dumps(value, ensure_ascii=True)
        self._table.execute("INSERT INTO shelf VALUES (?, ?, ?)", (kind, _stored(key), text))

    def all(self, kind: str, key: str) -> list[Any]:
        found = self._table.execute(
            "SELECT value FROM shelf WHERE kind = ? AND key = ? ORDER BY rowid", (kind, _stored(key))
        )
        return [json.loads(value) for (value,) in found]

    def get(self, kind: str, key: str) -> Any:
        """The last value put under a key; None if there is none."""
        found = self.all(kind, key)
        return found[-1] if found else None


def _stored(key: str) -> str:
    return key.encode("utf-8", "backslashreplace").decode()


@contextmanager
def open_shelf() -> Iterator[Shelf]:
    """An empty shelf; an unnamed file of SQLite's that goes when it is closed."""
    table = sqlite3.connect("")
    try:
        yield Shelf(table)
    finally:
        table.close()
