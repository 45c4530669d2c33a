"""A list of posts whose texts lie in files of their own: ``posts.csv`` beside ``posts/*.html``, as Substack exports it.

The list is read in the look through the input, and what it says of a post goes to the file of its text; so none of its
rows is a story itself. See ``fragments``.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from dateline.errors import CopyError
from dateline.wire.columns import key
from dateline.wire.notation.objects import load, text
from dateline.wire.record import Record
from dateline.wire.sources.source import About
from dateline.wire.sources.tables import Tables, names_of

_NUMBER, _TITLE = "post_id", "title"
_BODIES = frozenset({"body", "bodyhtml", "content", "contenthtml", "html", "text"})


class PostList(Tables):
    """A row a post."""

    name = "post-list"

    def fits(self, head: bytes) -> bool:
        names = names_of(head)
        return _NUMBER in names and _TITLE in names and not _BODIES.intersection(map(key, names))

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        raise CopyError(f"It is an entry of a list; the text of the post is in {post_of(data)}.html.")


def post_of(row: bytes) -> str:
    """The file of a post, without its ending, by its row."""
    found = load(row)
    return text(found, _NUMBER) if isinstance(found, dict) else ""


def stem(name: str) -> str:
    """The name of a file as a list of posts has it."""
    return PurePosixPath(name).name.removesuffix(".html")
