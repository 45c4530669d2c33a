"""Every address that the pages answer to, read from one view of the store, in bounded memory.

What each answers, ``serve`` says: an export asks it as a reader would, and writes down what it is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline import urls
from dateline.press.discussion.record import CommentRecord
from dateline.press.fragment import text_of
from dateline.press.keys import code_key
from dateline.press.page import Status
from dateline.press.pagerecord import head_of
from dateline.press.store import Reading
from dateline.press.stories import read_story
from dateline.story import Story

_NAMED = {"person": urls.person, "topic": urls.topic, "source": urls.source, "section": urls.section}
MORE = re.compile(rb'href="([^"?#]*)\?((?:sort=[a-z]+)?(?:&amp;)?(?:before=[0-9]+-[0-9]+)?)"')
"""A link to a page of a list: an order, a place in it, or both."""


class Old(NamedTuple):
    """An address of another time, whole or a path, and the path that it leads to."""

    address: str
    path: str


def codes(store: Reading) -> Iterator[tuple[int, str]]:
    """Every code that a story has or had with the story's path, which is empty if it was withdrawn."""
    for key, record in store.items("stories"):
        page = head_of(record)
        yield int.from_bytes(key, "big"), page.path if page.status is Status.PUBLIC else ""


def starts(store: Reading) -> Iterator[tuple[str, ...]]:
    """The paths of every page, those together that link into each other's lists; of a list, the first of its pages."""
    for _, record in store.items("pages"):
        page = head_of(record)
        if page.path and page.status is Status.PUBLIC:
            yield (page.path,)
    for code, path in codes(store):
        if path:
            yield path, urls.discussion(code)
            yield (urls.history(code),)
            yield (urls.story_json(code),)
    for key, record in store.items("comments"):
        comment = CommentRecord.decode(key, record)
        if comment.body:
            yield (urls.comment(comment.story, comment.number),)
    if store.get("meta", b"checkpoint"):
        yield ("/ledger/checkpoint",)


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


def more(text: bytes) -> Iterator[tuple[str, str]]:
    """The pages of lists that a page leads to: the path, empty for its own, and the query."""
    for path, query in dict.fromkeys(MORE.findall(text)):
        yield path.decode(), query.decode().replace("&amp;", "&")
