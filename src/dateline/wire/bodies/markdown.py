"""Markdown made into HTML, with raw HTML let through: the same blocks are made of it as of any other body."""

from __future__ import annotations

from markdown_it import MarkdownIt

from dateline.errors import CopyError

MOST_CHARACTERS = 2_000_000


def to_html(text: str) -> str:
    """The HTML of a Markdown text; raises CopyError for one that is larger than any story."""
    if len(text) > MOST_CHARACTERS:
        raise CopyError(f"Its Markdown has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read.")
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))
