"""Choosing the comments of a page, as it is pressed and as it is read. Reads the store; never writes.

A page is a short scan of a list and a look at each comment, however long the list is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from dateline.press.discussion import record
from dateline.press.discussion.record import CommentRecord
from dateline.press.fragment import Fragment
from dateline.press.keys import code_key, list_key, list_place, list_prefix
from dateline.press.page import Discussion, Order
from dateline.press.store import Reading

ROOTS = 20
"""Comments that answer the story, on one page."""

REPLIES = 3
"""Of each of them, on that page."""

BRANCH = 50
"""Comments on a page of one branch."""

CHOSEN = 5
"""Highlighted comments that stand first."""

Place = tuple[int, int]
"""Where a page goes on: the order in the list, and the number of the comment it ended with."""


class Picked(NamedTuple):
    """``next`` is where the next page begins; None if there is none."""

    comments: list[Fragment]
    next: Place | None = None


def page(store: Reading, asked: Discussion, after: Place | None = None) -> Picked:
    """The comments of a page behind a place, or of the first one."""
    if asked.order is Order.BRANCH:
        return _branch(store, asked, after)
    shown = set() if after else {one.number for one in highlighted(store, asked.code)}
    texts = [] if after else [one.text for one in highlighted(store, asked.code)]
    places = list(islice(_places(store, asked, after), ROOTS + 1))
    for _, number in places[:ROOTS]:
        texts += _with_replies(store, asked.code, number, shown)
    return Picked(texts, places[ROOTS - 1] if len(places) > ROOTS else None)


def highlighted(store: Reading, code: int) -> list[CommentRecord]:
    """The comments that an editor chose, the newest first."""
    name = record.chosen(code)
    keys = islice(store.items("lists", list_prefix(name)), CHOSEN)
    found = (find(store, list_place(name, key)[1]) for key, _ in keys)
    return [one for one in found if one]


def find(store: Reading, number: int) -> CommentRecord | None:
    """The record of a comment; None if nothing was ever seen of it."""
    place = store.get("names", record.name_of(number))
    return _read(store, place + code_key(number)) if place else None


def first_moment(store: Reading, code: int) -> str:
    """When the first comment of a thread was written; empty if that is not known."""
    name = record.roots(code)
    for key, _ in store.items_back("lists", list_prefix(name)):
        number = list_place(name, key)[1]
        found = _read(store, record.comment_key(code, number, number))
        one = found.comment() if found else None
        return one.at if one else ""
    return ""


def _read(store: Reading, key: bytes) -> CommentRecord | None:
    data = store.get("comments", key)
    return CommentRecord.decode(key, data) if data else None


def _places(store: Reading, asked: Discussion, after: Place | None) -> Iterator[Place]:
    """The places of the comments that answer the story, in the order asked for."""
    name = record.replied(asked.code) if asked.order is Order.REPLIED else record.roots(asked.code)
    prefix = list_prefix(name)
    if asked.order is Order.OLDEST:
        keys = store.items_back("lists", prefix, list_key(name, *after) if after else None)
    else:
        keys = store.items("lists", prefix, list_key(name, *after) + b"\0" if after else None)
    return (list_place(name, key) for key, _ in keys)


def _with_replies(store: Reading, code: int, number: int, shown: set[int]) -> list[Fragment]:
    """A comment and its first replies, less those that stand on the page already."""
    root = _read(store, record.comment_key(code, number, number))
    assert root is not None, number  # it is put together with its place in the list
    keys = islice(store.items("lists", list_prefix(f"branch:{number}")), REPLIES + 1)
    replies = [record.number_at(key) for key, _ in keys]
    texts = [] if number in shown else [root.text]
    for reply in replies[:REPLIES]:
        found = None if reply in shown else _read(store, record.comment_key(code, number, reply))
        texts += [found.text] if found else []
    return [*texts, root.more] if len(replies) > REPLIES else texts


def _branch(store: Reading, asked: Discussion, after: Place | None) -> Picked:
    """A comment and what is below it, in the order in which it is read."""
    top = find(store, asked.number)
    assert top is not None, asked.number  # whoever asks has looked whether it is there
    prefix = record.branch_key(top.root, top.path)
    last = find(store, after[1]) if after else None
    start = record.branch_key(last.root, last.path) + b"\0" if last and last.path else None
    keys = list(islice(store.items("lists", prefix, start), BRANCH + 1))
    # The key of a reply is itself one of those that begin with it.
    numbers = [number for key, _ in keys[:BRANCH] if (number := record.number_at(key)) != top.number]
    found = (_read(store, record.comment_key(top.story, top.root, number)) for number in numbers)
    texts = [top.text] * (after is None) + [one.text for one in found if one]
    return Picked(texts, (0, numbers[-1]) if len(keys) > BRANCH else None)
