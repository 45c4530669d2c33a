"""JSON of no known kind: objects whose names say what they hold, in a list, in lines, or alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from dateline.errors import CopyError
from dateline.wire import columns
from dateline.wire.notation.objects import cut, dump, load
from dateline.wire.record import Record
from dateline.wire.sources.source import About

ORIGIN = "json"

_LISTS = re.compile(
    r"(?:(?:data|response|result|payload|feed)\.)?(?:_?items|posts|articles|stories|entries|records|docs|documents|results|news|pages)\.item",
    re.IGNORECASE,
)


class Rows:
    """An object a story. It is asked after all that know their JSON."""

    name = "json"
    whole = False

    def fits(self, head: bytes) -> bool:
        start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
        return bool(re.match(rb'\{\s*["}]|\[\s*[\{\]]', start))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        found = False
        for _, row in cut(file, _LISTS):
            found = True
            yield dump(row)
        if not found:
            raise CopyError("It is JSON without an object in it.")

    def read(self, data: bytes, about: About) -> Record:
        row = load(data)
        if not isinstance(row, dict) or not row:
            raise CopyError("It is no JSON object.")
        return columns.read(row, about.mapping, ORIGIN)
