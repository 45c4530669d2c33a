"""A paper with a page of every kind, and with addresses of another time, for the tests of the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import newsstand
from builders import FIRST_DAY, Tape, site, story
from dateline.export.reader import Reader, view_of
from dateline.masthead import Site
from dateline.press import generation
from dateline.press.store import Store

NOW = FIRST_DAY.timestamp() + 2 * 3600

FORMER = ("https://old.example/2001/ferry.asp?id=7", "https://old.example/harbour/ferry-late", "/feed.xml/old")

ODD = ("https://old.example/../../etc/passwd", "http://[", "/a b")


def paper(masthead: Site) -> Tape:
    """The paper that the browser's tests read, with a story that had addresses elsewhere, and one with odd ones."""
    tape = newsstand.courier(masthead)
    tape.publish(*(story(code) for code in range(600, 620)))
    tape.publish(story(500, former=FORMER), story(501, former=ODD))
    return tape


@dataclass(frozen=True)
class Paper:
    folder: Path

    @property
    def media(self) -> Path:
        return self.folder / "media"

    @contextmanager
    def open(self) -> Iterator[Reader]:
        store = Store(generation.in_use(self.folder / "pressed"))
        try:
            with store.read() as reading:
                yield Reader(view_of(store, reading.txn), site().url, NOW)
        finally:
            store.close()
