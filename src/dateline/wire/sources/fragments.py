"""The text of a post as HTML without a page around it, as Substack and others export it, a file a post.

Headline, date and state come from the row of the list of posts that lies with it, by the names of its columns or a
mapping. A text that is in no list is read as a page; if that tells no story, it begins with its headline or has none,
and a person should look at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

from dateline.errors import CopyError
from dateline.story import Subhead
from dateline.wire import columns, page
from dateline.wire.assembly import assemble, told
from dateline.wire.bodies import markup
from dateline.wire.mapping import Mapping
from dateline.wire.notation.objects import load, text
from dateline.wire.page.charset import decode
from dateline.wire.record import Record
from dateline.wire.sources.source import LARGEST, About

ORIGIN = "post"
HEAD = 16384
"""Bytes that tell whether it is one."""

_BEGINS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:p|h[1-6]|div|figure|blockquote|ul|ol|img|em|strong|a|span|hr|picture)\b[^>]*>",
    re.IGNORECASE,
)
_PAGE = re.compile(rb"<(?:!doctype|html|head|body|title|meta|link|script|article|main|nav|header)\b", re.IGNORECASE)
_BODY = "body_of_file"
_NAMES = Mapping(
    (
        ("headline", ("title",)),
        ("standfirst", ("subtitle",)),
        ("published", ("post_date",)),
        ("external_id", ("post_id",)),
        ("state", ("state",)),
    )
)
"""What the columns of such a list mean, unless a mapping says otherwise."""


class Fragments:
    """A post a file."""

    name = "post"
    whole = True

    def fits(self, head: bytes) -> bool:
        return bool(_BEGINS.match(head)) and not _PAGE.search(head)

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield file.read(LARGEST + 1)

    def read(self, data: bytes, about: About) -> Record:
        if not self.fits(data[:HEAD]):
            raise CopyError("It is no text of a post.")
        html, _ = decode(data)
        if about.listed:
            return _listed(html, about)
        try:
            return page.read(data, name=about.name, address=about.address)
        except CopyError:
            return _alone(html)


def _listed(html: str, about: About) -> Record:
    row = load(about.listed)
    if not isinstance(row, dict):
        raise CopyError("Its row in the list of posts cannot be read.")
    mapping = about.mapping or _NAMES
    mapping = replace(mapping, columns=(*(one for one in mapping.columns if one[0] != "body"), ("body", (_BODY,))))
    return columns.read({**row, "state": _state(row), _BODY: html or " "}, mapping, ORIGIN)


def _state(row: dict[str, Any]) -> str:
    """What the list says of who could read it, as a word for a state."""
    if said := text(row, "state", "status"):
        return said
    if text(row, "is_published").lower() not in ("", "true", "1", "yes"):
        return "draft"
    return "published" if text(row, "audience").lower() in ("", "everyone", "public") else "private"


def _alone(html: str) -> Record:
    blocks = markup.blocks(html)
    first = blocks[0] if blocks else None
    headline = first.text if isinstance(first, Subhead) else ""
    record = assemble(ORIGIN, headline=headline, body=blocks[1:] if headline else blocks)
    # Where it stood, when, and whether it was out nobody can tell.
    return replace(told(record, "It has no text, only a headline."), damage="It is a text without the page around it.")
