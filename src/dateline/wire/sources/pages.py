"""Saved web pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from dateline.wire import page
from dateline.wire.record import Record
from dateline.wire.sources.source import LARGEST, About

DRAFT = "draft_"
"""What exports of pages, Medium's among them, put before the names of those that were never out."""


class Pages:
    """A story a file. It is asked last and takes whatever nobody else did."""

    name = "html"
    whole = True

    def fits(self, _: bytes) -> bool:
        return True

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield file.read(LARGEST + 1)

    def read(self, data: bytes, about: About) -> Record:
        record = page.read(data, name=about.name, address=about.address)
        return replace(record, state="draft") if about.name.startswith(DRAFT) else record
