"""Asking the pages as a reader would, through the same code that answers readers; lists to their ends."""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from dateline.export import addresses
from dateline.press import assets
from dateline.press.store import Store
from dateline.serve import answer
from dateline.serve.answer import Answer
from dateline.serve.view import Memory, View

_GZIP = 16 + zlib.MAX_WBITS
# Exactly what the page server sends of the media folder; nothing else in it is for readers.
_PICTURE = re.compile(rb"/media/([0-9a-f]{2}/[0-9a-f]{22}-(?:[0-9]{2,4}\.webp|(?:16x9|4x3|1x1)\.jpg))")


class Got(NamedTuple):
    """An answer with its text unpacked."""

    path: str
    """With the query, if it has one."""
    answer: Answer
    text: bytes


class Reader:
    """Reads one view of the store: what is published meanwhile is not in it, and nothing is half in it."""

    def __init__(self, view: View, site_url: str, now: float) -> None:
        self.view = view
        self.site_url = site_url
        self.now = now

    def get(self, path: str, query: str = "") -> Got:
        """The answer to a decoded path."""
        found, _ = answer.make(self.view, path, query, "", self.now)
        return _unpacked(f"{path}?{query}" if query else path, found)

    def status(self, code: int) -> Got:
        """The page for a status other than 200."""
        return _unpacked("", answer.status(self.view, code))

    def follow(self, *paths: str) -> Iterator[Got]:
        """The pages of decoded paths, and all those that their lists go on with; what is not there is left out."""
        waiting = deque((path, "") for path in paths)
        seen = set(waiting)
        while waiting:
            path, query = waiting.popleft()
            got = self.get(path, query)
            if got.answer.status != 200:
                continue
            yield got
            for other, more in addresses.more(got.text):
                place = (unquote(other) or path, more)
                if place not in seen:
                    seen.add(place)
                    waiting.append(place)


def _unpacked(path: str, found: Answer) -> Got:
    return Got(path, found, zlib.decompress(found.body, _GZIP) if found.body else b"")


def view_of(store: Store, txn: object) -> View:
    return View(txn, store.databases, Memory())


def static_files() -> Iterator[tuple[str, Path]]:
    """The path and the file of everything of the code that pages name."""
    for name in assets.names():
        yield assets.address(name), assets.FOLDER / name


def pictures_in(text: bytes) -> Iterator[str]:
    """The place below ``media/`` of every picture that a page names, in its HTML or for machines."""
    return (name.decode() for name in dict.fromkeys(_PICTURE.findall(text)))


def content_type(name: str) -> str:
    """The type of a file of the code or of a picture."""
    ending = Path(name).suffix
    pictures = {".webp": "image/webp", ".jpg": "image/jpeg"}
    return pictures.get(ending) or assets.TYPES[ending]
