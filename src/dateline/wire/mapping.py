"""What the columns of a table mean, as ``--mapping FILE.toml`` says: read once, handed to every reader.

[columns]
headline = "Titel"
body = ["Vorspann", "Text"]

[fixed]
language = "de"
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import CopyError
from dateline.wire.columns import FIELDS

TABLES = ("columns", "fixed")


@dataclass(frozen=True, slots=True)
class Mapping:
    """The names of the columns of each field, and the values that hold for every row."""

    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.columns or self.fixed)

    def named(self, field: str) -> tuple[str, ...] | None:
        """The columns of a field; None if the mapping says nothing of it."""
        return dict(self.columns).get(field)

    def given(self, field: str) -> str:
        """The value of a field for every row, or ``""``."""
        return dict(self.fixed).get(field, "")


UNMAPPED = Mapping()


def load(path: Path) -> Mapping:
    """The mapping in a file; raises CopyError, whose message says what is wrong with it."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CopyError(f"The mapping {path} cannot be read: {error}.") from None
    for table, values in told.items():
        if table not in TABLES or not isinstance(values, dict):
            raise CopyError(f"The mapping {path} has {table!r}; it may have the tables [columns] and [fixed].")
        for field in values:
            if field not in FIELDS:
                raise CopyError(f"The mapping {path} names {field!r}; known are {', '.join(sorted(FIELDS))}.")
    return Mapping(
        tuple((field, _names(value)) for field, value in told.get("columns", {}).items()),
        tuple((field, str(value)) for field, value in told.get("fixed", {}).items()),
    )


def _names(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
