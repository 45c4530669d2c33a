"""Tables as text, CSV and its kin: a row a story, the first row the names of the columns."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import IO

from dateline.errors import CopyError
from dateline.wire import columns
from dateline.wire.notation.letters import codec_of, read_text
from dateline.wire.notation.objects import dump, load
from dateline.wire.record import Record
from dateline.wire.sources.source import About

ORIGIN = "table"

LONGEST_CELL = 16 << 20
MOST_COLUMNS = 500
FEWEST_COLUMNS, LONGEST_NAME, LOOKED_AT = 3, 60, 5
"""Of a table whose names nobody knows: columns at least, characters of a name, rows that are looked at."""
DELIMITERS = ",;\t|"
_ENOUGH = {",": 3, "|": 4}
"""Rows that make a table of unknown names; commas are found in prose too, bars between the entries of a page's menu."""


class Tables:
    """A row a story."""

    name = "csv"
    whole = False

    def fits(self, head: bytes) -> bool:
        if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{", b"["):
            return False
        text = codecs.getincrementaldecoder(codec_of(head))("replace").decode(head)
        return _is_table(text.lstrip("\ufeff"))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        csv.field_size_limit(LONGEST_CELL)
        lines = _lines(read_text(file))
        first = next((line for line in lines if line.strip()), "")
        try:
            names = next(csv.reader([first], delimiter=_delimiter(first)), [])
            if not names or len(names) > MOST_COLUMNS:
                raise CopyError("The table has no row of names.")
            empty = True
            for row in csv.reader(lines, delimiter=_delimiter(first)):
                if any(cell.strip() for cell in row):
                    empty = False
                    yield dump(dict(zip(names, row, strict=False)))
        except csv.Error as error:
            raise CopyError(f"The table is broken: {error}.") from None
        if empty:
            raise CopyError("The table has no rows.")

    def read(self, data: bytes, about: About) -> Record:
        row = load(data)
        if not isinstance(row, dict):
            raise CopyError("It is no row of a table.")
        return columns.read(row, about.mapping, ORIGIN)


def names_of(head: bytes) -> list[str]:
    """The names in the first line of a table that begins with ``head``."""
    first = codecs.getincrementaldecoder(codec_of(head))("replace").decode(head).lstrip("\ufeff").split("\n", 1)[0]
    try:
        return next(csv.reader([first], delimiter=_delimiter(first)), [])
    except csv.Error:
        return []


def _is_table(text: str) -> bool:
    """Whether a text begins with names of columns that stories have, or at least with rows that are all as long."""
    whole = text[: text.rfind("\n") + 1] or text
    first = whole.split("\n", 1)[0]
    try:
        rows = list(islice(csv.reader(io.StringIO(whole), delimiter=_delimiter(first)), LOOKED_AT + 1))
    except csv.Error:
        return False
    names = rows[0] if rows else []
    if len(names) > 1 and columns.are_known(names):
        return True
    rows = [row for row in rows[:LOOKED_AT] if row]
    named = len(names) >= FEWEST_COLUMNS and all(0 < len(name.strip()) < LONGEST_NAME for name in names)
    return named and len(rows) >= _ENOUGH.get(_delimiter(first), 2) and all(len(row) == len(names) for row in rows)


def _delimiter(line: str) -> str:
    """What parts the names in the first line, outside of quotes."""
    bare = re.sub(r'"[^"]*"', "", line)
    return max(DELIMITERS, key=bare.count)


def _lines(chunks: Iterator[str]) -> Iterator[str]:
    """The lines of a text with their ends, which a cell in quotes may hold too."""
    rest = ""
    for chunk in chunks:
        held = rest + chunk
        # A line may end in two characters, of which the next chunk brings the second.
        end = len(held) - held.endswith("\r")
        *lines, rest = held[:end].replace("\r\n", "\n").replace("\r", "\n").split("\n")
        rest += held[end:]
        yield from (f"{line}\n" for line in lines)
        if len(rest) > LONGEST_CELL:
            raise CopyError(f"A line of the table is longer than {LONGEST_CELL >> 20} million characters.")
    if rest:
        yield rest
