"""JSON Lines of plain stories: id, title, text, date, lang, url, authors, source; or with other names for these."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from dateline.errors import CopyError
from dateline.wire import columns, lines
from dateline.wire.notation.objects import load
from dateline.wire.record import Record
from dateline.wire.sources.source import LARGEST, About


class JsonLines:
    """A story a line."""

    name = "jsonl"
    whole = False

    def fits(self, head: bytes) -> bool:
        first = head.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0]
        if not first.startswith(b"{"):
            return False
        try:
            return isinstance(json.loads(first), dict)
        except RecursionError:
            return True
        except ValueError:
            # A line longer than what was looked at cannot be judged whole; one that ends here is broken JSON.
            return b"\n" not in head and b'":' in first

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        while line := file.readline(LARGEST + 1):
            if line.strip():
                yield line

    def read(self, data: bytes, about: About) -> Record:
        try:
            if not about.mapping:
                return lines.read(data, name=about.name)
        except CopyError:
            row = load(data)
            if not isinstance(row, dict) or isinstance(row.get("text"), str) or not columns.are_known(list(row)):
                raise
        row = load(data)
        if not isinstance(row, dict):
            raise CopyError("The line is not a JSON object.")
        return columns.read(row, about.mapping, self.name)
