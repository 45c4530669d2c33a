"""The comments that readers can see, as lines of JSON, in the form that ``dateline import --comments`` takes.

Who wrote them by account or address, and what waits or was rejected, is not for others and not in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from dateline import urls
from dateline.export import addresses
from dateline.masthead import Site
from dateline.press.discussion.record import CommentRecord
from dateline.press.store import Reading
from dateline.story import from_dict
from dateline.thread import Comment

FILE = "comments.jsonl"

GONE = "(gone)"
"""In the place of words that are no more; readers are not shown it."""


def write(file: IO[bytes], store: Reading, site: Site) -> None:
    """The comments of every story that readers can see, each behind what it answers."""
    public = {code for code, path in addresses.codes(store) if path}
    for key, record in store.items("comments"):
        found = CommentRecord.decode(key, record)
        if found.body and found.story in public:
            row = _row(from_dict(Comment, json.loads(found.body)), site)
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _row(comment: Comment, site: Site) -> dict[str, Any]:
    return dict(_fields(comment, site))


def _fields(comment: Comment, site: Site) -> Iterator[tuple[str, str]]:
    yield "url", site.url + urls.short(comment.story)
    yield "id", str(comment.number)
    if comment.parent:
        yield "parent", str(comment.parent)
    yield "when", comment.at
    if comment.absent:
        # It stands for the sake of those that answer it, and has neither name nor words.
        yield "state", "deleted"
        yield "text", GONE
    else:
        yield "author", comment.name
        yield "text", comment.text
