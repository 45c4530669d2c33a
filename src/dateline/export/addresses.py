"""Every address that the pages answer to, read from one view of the store, in bounded memory.

What each answers, ``serve`` says: an export asks it as a reader would, and writes down what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline import urls
from dateline.press.fragment import text_of
from dateline.press.keys import code_key
from dateline.press.page import Status, head_of
from dateline.press.store import Reading
from dateline.press.stories import read_story
from dateline.story import Story

_NAMED = {"person": urls.person, "topic": urls.topic, "source": urls.source, "section": urls.section}
_MORE = re.compile(rb'href="\?before=([0-9]+-[0-9]+)"')


class Old(NamedTuple):
    """An address of another time, whole or a path, and the path that it leads to."""

    address: str
    path: str


def codes(store: Reading) -> Iterator[tuple[int, str]]:
    """Every code that a story has or had with the story's path, which is empty if it was withdrawn."""
    for key, record in store.items("stories"):
        page = head_of(record)
        yield int.from_bytes(key, "big"), page.path if page.status is Status.PUBLIC else ""


def paths(store: Reading) -> Iterator[str]:
    """The path of every page; of a list, it is the first of its pages."""
    for _, record in store.items("pages"):
        page = head_of(record)
        if page.path and page.status is Status.PUBLIC:
            yield page.path
    for code, path in codes(store):
        if path:
            yield path
            yield urls.history(code)
            yield urls.story_json(code)
    if store.get("meta", b"checkpoint"):
        yield "/ledger/checkpoint"


def old_addresses(store: Reading) -> Iterator[Old]:
    """Every address that leads to another: short ones, those of another time, slugs that were given up."""
    for code, path in codes(store):
        if not path:
            continue
        yield Old(urls.short(code), path)
        story = story_of(store, code)
        for address in story.former if story else ():
            yield Old(address, path)
    for key, name in store.items("names"):
        kind, _, slug = key.decode(errors="surrogateescape").partition(":")
        record = store.get("pages", name) if kind in _NAMED and name else None
        if record:
            page, path = head_of(record), _NAMED[kind](slug)
            if page.path != path and page.status is Status.PUBLIC:
                yield Old(path, page.path)


def story_of(store: Reading, code: int) -> Story | None:
    """The story as readers see it now."""
    fragment = store.get("snapshots", code_key(code))
    return read_story(text_of(fragment)) if fragment else None


def next_cursor(text: bytes) -> str:
    """The cursor of the page that a list goes on with; empty if it ends here."""
    found = _MORE.search(text)
    return found[1].decode() if found else ""
