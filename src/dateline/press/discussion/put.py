"""Putting comments and threads into the store, as they come and as everything is made again.

What one comment writes does not grow with its thread: its record, its place in two lists at most, the record of its
root and that of the thread; then, once for a batch, the pieces that the story's page shows.

A place is settled when a comment is first seen: below what it answers if that was seen before, as the contract of
``dateline.thread`` has it, and else below the root.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from dateline.ledger.entry import State
from dateline.press.discussion import branch, pick, record, show, standing
from dateline.press.discussion.branch import Placed
from dateline.press.discussion.record import CommentRecord, ThreadRecord
from dateline.press.fragment import Fragment
from dateline.press.keys import code_key, list_key
from dateline.press.page import Discussion, Order, Own, encode_part
from dateline.press.room import Room
from dateline.press.store import Reading, Writer
from dateline.story import Story, from_dict
from dateline.thread import Comment, Thread


def thread_of(store: Reading, code: int) -> ThreadRecord:
    return ThreadRecord.decode(store.get("threads", code_key(code)))


def is_open(store: Reading, code: int) -> bool:
    """Whether readers can add to a thread, if they see one."""
    thread = thread_of(store, code).thread
    return thread is not None and thread.standing == "open"


def put_standing(w: Writer, code: int, states: Sequence[State]) -> None:
    """How a thread stands after its states."""
    body = states[-1].body
    thread = from_dict(Thread, json.loads(body)) if body is not None else None
    _put_thread(w, code, thread_of(w, code)._replace(thread=thread))


def put_comment(w: Writer, room: Room, new: CommentRecord) -> None:
    """A comment that was settled, and what its thread and its root know of it."""
    old = pick.find(w, new.number)
    if old is None:
        new = new._replace(path=_path(w, new), replies=_replies_before(w, new))
        put_name(w, new)
    words = branch.has_words(new) - (branch.has_words(old) if old else 0)
    place(w, room, new, old)
    if words:
        _count(w, room, new, words)


def settle(store: Reading, number: int, states: Sequence[State]) -> CommentRecord | None:
    """The record of a comment after its states, its place as it was or as they say; None if they never said."""
    body = states[-1].body or b""
    old = pick.find(store, number)
    if old is not None:
        return old._replace(body=body)
    said = next((state.body for state in states if state.body is not None), None)
    if said is None:
        return None
    one = from_dict(Comment, json.loads(said))
    root = one.root or number
    return CommentRecord(number, one.story, root, one.parent if root != number else 0, states[0].entry.seq, body=body)


def put_seen(w: Writer, number: int, states: Sequence[State]) -> None:
    """A comment with nothing but what its states say of it, for ``put_placed`` when all of its thread are there."""
    new = settle(w, number, states)
    if new is not None:
        w.put("comments", new.key, new.encode())
        put_name(w, new)


def put_placed(w: Writer, room: Room, placed: Placed) -> None:
    """A comment that was seen, in its place."""
    seen = CommentRecord.decode(placed.key, w.get("comments", placed.key) or b"")
    place(w, room, seen._replace(path=placed.path, replies=placed.replies))


def put_count(w: Writer, code: int, comments: int) -> None:
    """How many comments with words a thread has."""
    _put_thread(w, code, thread_of(w, code)._replace(comments=comments))


def put_name(w: Writer, one: CommentRecord) -> None:
    """Where the comment is found by its number."""
    w.put("names", record.name_of(one.number), code_key(one.story) + code_key(one.root))


def place(w: Writer, room: Room, new: CommentRecord, old: CommentRecord | None = None) -> None:
    """The record of a comment with its words as HTML, and its places in the lists; ``old`` is what was there."""
    comment = new.comment()
    text = show.comment(room.words, comment, show.depth_of(new)) if comment else b""
    more = show.more(room.words, new.story, new.number, new.replies) if new.is_root and new.replies else b""
    w.put("comments", new.key, new._replace(text=text, more=more).encode())
    before, after = _listed(old) if old else set(), _listed(new)
    for key in sorted(before - after):
        w.delete("lists", key)
    for key in sorted(after - before):
        w.put("lists", key, b"")


def put_pieces(w: Writer, room: Room, code: int, story: Story | None) -> None:
    """What a story's page and the pages of its thread show of it; nothing of one that readers cannot see."""
    thread = thread_of(w, code)
    shown = story is not None and standing.of(story, thread) != "off"
    pieces: dict[str, Fragment] = {}
    if story is not None and shown:
        first = pick.first_moment(w, code) if story.corrections else ""
        page = pick.page(w, Discussion(Order.NEWEST, code))
        pieces["top"] = show.top(room, story, thread, first)
        pieces["thread"] = show.whole(room, story, thread, pieces["top"], page)
        pieces["count"] = show.link(room, story, thread)
    for name in ("thread", "top", "count"):
        key = f"{name}:{code}".encode()
        if name in pieces:
            w.put("pieces", key, encode_part(Own(pieces[name])))
        elif w.get("pieces", key) is not None:
            w.delete("pieces", key)


def _put_thread(w: Writer, code: int, thread: ThreadRecord) -> None:
    if thread == ThreadRecord():
        w.delete("threads", code_key(code))
    else:
        w.put("threads", code_key(code), thread.encode())


def _path(store: Reading, one: CommentRecord) -> tuple[int, ...]:
    if one.is_root:
        return ()
    data = store.get("comments", record.comment_key(one.story, one.root, one.parent))
    parent = CommentRecord.decode(record.comment_key(one.story, one.root, one.parent), data).path if data else ()
    return record.path_below(parent, one.number)


def _replies_before(store: Reading, one: CommentRecord) -> int:
    """Of a root: how many replies with words were seen before it, which the contract has none of."""
    if not one.is_root:
        return 0
    found = (
        pick.find(store, record.number_at(key)) for key, _ in store.items("lists", record.branch_key(one.root, ()))
    )
    return sum(branch.has_words(reply) for reply in found if reply)


def _count(w: Writer, room: Room, one: CommentRecord, words: int) -> None:
    """Let thread and root know that one more of their comments has words, or one less."""
    put_count(w, one.story, thread_of(w, one.story).comments + words)
    root = None if one.is_root else pick.find(w, one.root)
    if root is not None:
        place(w, room, root._replace(replies=root.replies + words), root)


def _listed(one: CommentRecord) -> set[bytes]:
    """The keys of the lists that a comment stands in."""
    comment = one.comment()
    if comment is None:
        return set()
    chosen = {list_key(record.chosen(one.story), one.number, one.number)} if comment.highlighted else set()
    if not one.is_root:
        return {record.branch_key(one.root, one.path), *chosen}
    newest = list_key(record.roots(one.story), one.number, one.number)
    return {newest, list_key(record.replied(one.story), one.replies, one.number), *chosen}
