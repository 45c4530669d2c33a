"""The records that a discussion has in the store, and the names of its lists. Pure; encodes and decodes.

    comments   story, root, number -> CommentRecord    the comments of a branch, and of a story, stand together
    threads    story -> ThreadRecord                   how many comments there are, how the thread stands
    names      comment:<number>                        in which branch of which story a comment stands

Lists hold numbers alone, so an edited comment is one write wherever it is shown:

    roots:<story>      comments that answer the story, the newest first
    replied:<story>    the same, those with the most replies first
    chosen:<story>     highlighted comments, the newest first
    branch:<root>      the replies of a branch in the order in which they are read, each behind what it answers
"""

from __future__ import annotations

import json
import struct
from typing import NamedTuple

from dateline.press.fragment import Fragment
from dateline.press.keys import code_key, list_prefix
from dateline.story import as_dict, from_dict
from dateline.thread import Comment, Thread

DEEPEST = 32
"""Levels of replies that are told apart in the order of a branch; below, replies stand as they were written.

The names of a store's keys have an end (``keys.LONGEST_KEY``), and threads have none.
"""

_HEAD = struct.Struct("<QQIBIII")
_NUMBER = struct.Struct(">Q")


class CommentRecord(NamedTuple):
    """A comment as it was pressed last. One that readers see nothing of keeps its place, and has no body."""

    number: int
    story: int
    root: int
    """Its own number if it answers the story."""
    parent: int
    first: int
    """The number of the comment's first entry in the ledger."""
    path: tuple[int, ...] = ()
    """From below the root down to the comment; empty for a root."""
    replies: int = 0
    """Of a root: how many comments of its branch have words."""
    body: bytes = b""
    """The snapshot; empty if readers see nothing."""
    text: Fragment = b""
    more: Fragment = b""
    """Of a root: the link to all its replies, shown if a page has not all of them."""

    @property
    def key(self) -> bytes:
        return comment_key(self.story, self.root, self.number)

    @property
    def is_root(self) -> bool:
        return self.root == self.number

    def comment(self) -> Comment | None:
        """What readers see of it."""
        return from_dict(Comment, json.loads(self.body)) if self.body else None

    def encode(self) -> bytes:
        sizes = len(self.path), len(self.body), len(self.text), len(self.more)
        head = _HEAD.pack(self.parent, self.first, self.replies, *sizes)
        return b"".join((head, pack_path(self.path), self.body, self.text, self.more))

    @classmethod
    def decode(cls, key: bytes, data: bytes) -> CommentRecord:
        story, root, number = (_NUMBER.unpack_from(key, at)[0] for at in (0, 8, 16))
        parent, first, replies, steps, body, text, more = _HEAD.unpack_from(data)
        at = _HEAD.size + 8 * steps
        path = struct.unpack_from(f">{steps}Q", data, _HEAD.size)
        ends = at + body, at + body + text, at + body + text + more
        words = data[at : ends[0]], data[ends[0] : ends[1]], data[ends[1] : ends[2]]
        return cls(number, story, root, parent, first, path, replies, *words)


class ThreadRecord(NamedTuple):
    """``comments``: how many there are that have words; ``thread``: None if nothing was ever said of how it stands."""

    comments: int = 0
    thread: Thread | None = None

    def encode(self) -> bytes:
        return json.dumps([self.comments, as_dict(self.thread) if self.thread else None]).encode()

    @classmethod
    def decode(cls, data: bytes | None) -> ThreadRecord:
        if not data:
            return cls()
        count, thread = json.loads(data)
        return cls(count, from_dict(Thread, thread) if thread else None)


def comment_key(story: int, root: int, number: int) -> bytes:
    return code_key(story) + code_key(root) + code_key(number)


def name_of(number: int) -> bytes:
    """Under which the place of a comment is found."""
    return f"comment:{number}".encode()


def pack_path(path: tuple[int, ...]) -> bytes:
    return struct.pack(f">{len(path)}Q", *path)


def path_below(parent: tuple[int, ...], number: int) -> tuple[int, ...]:
    """The path of a comment that answers the one of the path ``parent``."""
    return (*parent[: DEEPEST - 1], number)


def roots(story: int) -> str:
    return f"roots:{story}"


def replied(story: int) -> str:
    return f"replied:{story}"


def chosen(story: int) -> str:
    return f"chosen:{story}"


def branch_key(root: int, path: tuple[int, ...]) -> bytes:
    """The place of a reply in its branch; keys that begin with it are those of its own replies."""
    return list_prefix(f"branch:{root}") + pack_path(path)


def number_at(key: bytes) -> int:
    """The number of the comment that a key of a branch is for."""
    return int(_NUMBER.unpack_from(key, len(key) - 8)[0])
