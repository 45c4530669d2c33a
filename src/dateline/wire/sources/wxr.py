"""Exports of WordPress, WXR 1.0 to 1.2: RSS with a story, a page or a picture in each item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import IO

from dateline.errors import CopyError
from dateline.wire.notation import cutting, trees
from dateline.wire.notation.again import rewindable
from dateline.wire.notation.letters import read_text
from dateline.wire.notation.shelf import Shelf, open_shelf
from dateline.wire.notation.trees import child, children, text
from dateline.wire.record import Record
from dateline.wire.sources.source import About
from dateline.wire.wordpress import post

MOST_PICTURES = 200
"""Of one story."""

_ROOT = re.compile(r"<rss\b[^<>]*>")
_MEDIA = re.compile(r"<wp:post_type>\s*(?:<!\[CDATA\[)?\s*attachment\b")
_NUMBER = re.compile(r"<wp:post_id>\s*(?:<!\[CDATA\[)?\s*(\d{1,18})")
# No further than to the next tag, or each of very many that are not closed would be read to the end of the item.
_CREATOR = re.compile(r"<dc:creator>\s*(?:<!\[CDATA\[)?([^<\]]{0,200})")
_TOGETHER = re.compile(r"""<category\b[^<>]*?nicename="([^"<]{1,200})"[^<>]*>\s*(?:<!\[CDATA\[)?([^<\]]{0,200})""")
_PRIMARY = re.compile(r"primary_category(?:\]\]>)?</wp:meta_key>\s*<wp:meta_value>(?:<!\[CDATA\[)?(\d{1,18})")
_SHOWN = (
    re.compile(r"_thumbnail_id(?:\]\]>)?</wp:meta_key>\s*<wp:meta_value>(?:<!\[CDATA\[)?(\d{1,18})"),
    re.compile(r"<!-- wp:(?:core/)?image \{[^<>]{0,500}?\"id\":(\d{1,18})"),
)
_GALLERY = re.compile(r"\[gallery\b[^\]]{0,2000}?\b(?:ids|include)=[\"']([\d, ]{1,4000})")


class Wxr:
    """An item a story. What the channel says of its people and pictures goes along with the stories that name them."""

    name = "wxr"
    whole = False

    def fits(self, head: bytes) -> bool:
        return b"<rss" in head and (b"wordpress.org/export/" in head or b"wp:wxr_version" in head)

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        with open_shelf() as shelf, rewindable(file) as again:
            start = again.tell()
            with suppress(CopyError):  # said by the second reading, behind the stories that are whole
                _keep_pictures(again, shelf)
            again.seek(start)
            parts = cutting.cut(read_text(again), ("item",))
            open_tags = _keep_channel(parts.head, shelf)
            found = 0
            for found, item in enumerate(parts.items, start=1):  # noqa: B007 - counted for what comes behind the loop
                yield f"{open_tags}{item}{_beside(item, shelf)}</channel></rss>".encode("utf-8", "replace")
            if not found:
                raise CopyError("The export holds no posts.")

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        return post.read(trees.parse(data.decode("utf-8", "replace")))


def _keep_pictures(file: IO[bytes], shelf: Shelf) -> None:
    for item in cutting.cut(read_text(file), ("item",)).items:
        if _MEDIA.search(item) and (number := _NUMBER.search(item)):
            shelf.put("picture", number[1], item)


def _keep_channel(head: str, shelf: Shelf) -> str:
    """Put the channel's people and sections on the shelf; the opening tags and what every story is told."""
    if not head:
        raise CopyError("The export is empty.")
    root = trees.parse(head + cutting.closings(head))
    channel = child(root, "channel")
    if channel is None:
        raise CopyError("The export has no channel.")
    for author in children(channel, "author"):
        shelf.put("author", text(author, "author_login").casefold(), trees.whole(author))
    for section in children(channel, "category"):
        shelf.put("section", text(section, "term_id"), trees.whole(section))
    told = [trees.whole(one) for name in ("language",) if (one := child(channel, name)) is not None]
    link = text(channel, "base_blog_url") or text(channel, "link")
    opened = _ROOT.search(head)
    return f"{opened[0] if opened else '<rss>'}<channel><link>{trees.escaped(link)}</link>{''.join(told)}"


def _beside(item: str, shelf: Shelf) -> str:
    """The people, sections and pictures that an item names."""
    logins = _CREATOR.findall(item) + [part for pair in _TOGETHER.findall(item) for part in pair]
    people = [shelf.get("author", login.strip().removeprefix("cap-").casefold()) for login in dict.fromkeys(logins)]
    sections = [shelf.get("section", number) for number in _PRIMARY.findall(item)]
    shown = [number for pattern in _SHOWN for number in pattern.findall(item)]
    shown += [number.strip() for ids in _GALLERY.findall(item) for number in ids.split(",")]
    pictures = [shelf.get("picture", number) for number in list(dict.fromkeys(shown))[:MOST_PICTURES]]
    return "".join(filter(None, people + sections + pictures))
