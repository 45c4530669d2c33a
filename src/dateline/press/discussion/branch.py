"""The comments of whole branches, in the order in which they are read: how they stand when all of them are there.

For a rebuild. What is made here is what ``put.put_comment`` makes of the same comments one after the other. Only reads,
some thousands of comments at a time, of which it keeps no words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from dateline.press.discussion import record
from dateline.press.discussion.record import CommentRecord
from dateline.press.keys import code_key
from dateline.press.store import Reading

SLICE = 10_000
"""Comments that are read at once, and what remains of the last branch of them."""


class Seen(NamedTuple):
    """What of a comment others depend on."""

    story: int
    root: int
    number: int
    parent: int
    first: int
    words: int


class Placed(NamedTuple):
    """Where a comment stands: the key of its record, its path, how many replies it has."""

    key: bytes
    path: tuple[int, ...]
    replies: int


def has_words(one: CommentRecord) -> int:
    """1 if readers see words of it, else 0."""
    comment = one.comment()
    return int(comment is not None and not comment.absent)


def read(store: Reading, start: bytes) -> list[Seen]:
    """The comments from a key on, whole branches of them; nothing at the end."""
    found: list[Seen] = []
    for key, data in store.items("comments", start=start):
        one = CommentRecord.decode(key, data)
        if len(found) >= SLICE and found[-1].root != one.root:
            break
        found.append(Seen(one.story, one.root, one.number, one.parent, one.first, has_words(one)))
    return found


def behind(last: Seen) -> bytes:
    """Where what comes after a branch begins."""
    return code_key(last.story) + code_key(last.root + 1)


def place(found: Sequence[Seen]) -> Iterator[Placed]:
    """Where the comments of these branches stand."""
    for (story, root), group in groupby(found, key=lambda one: one[:2]):
        members = sorted(group, key=lambda one: one.first)
        replies = sum(one.words for one in members if one.number != root)
        for number, path in _paths(root, members):
            yield Placed(record.comment_key(story, root, number), path, replies if number == root else 0)


def _paths(root: int, members: Sequence[Seen]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Each comment below what it answers, if that was seen before it."""
    paths: dict[int, tuple[int, ...]] = {}
    for one in members:
        paths[one.number] = () if one.number == root else record.path_below(paths.get(one.parent, ()), one.number)
        yield one.number, paths[one.number]
