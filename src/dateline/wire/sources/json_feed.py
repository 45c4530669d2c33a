"""JSON Feed 1 and 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from dateline.errors import CopyError
from dateline.wire.assembly import assemble, picture, told, when
from dateline.wire.bodies import markup, plain
from dateline.wire.notation.objects import cut, dump, load, raw, rows, text, texts
from dateline.wire.page.inline import resolve
from dateline.wire.record import Record
from dateline.wire.sources.source import About

ORIGIN = "json-feed"

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org')
_LISTS = re.compile(r"items\.item")
_KEPT = ("title", "home_page_url", "feed_url", "language", "author", "authors")


class JsonFeed:
    """An item a story."""

    name = "json-feed"
    whole = False

    def fits(self, head: bytes) -> bool:
        return bool(_VERSION.search(head))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        found = 0
        for head, item in cut(file, _LISTS):
            if head:
                found += 1
                yield dump({"feed": {key: head[key] for key in _KEPT if key in head}, "item": item})
        if not found:
            raise CopyError("The feed has no entries.")

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        piece = load(data)
        feed, item = (piece.get(key) if isinstance(piece, dict) else None for key in ("feed", "item"))
        if not isinstance(item, dict):
            raise CopyError("It is no entry of a feed.")
        base = resolve(text(item, "url"), "") or resolve(text(feed, "home_page_url"), "")
        html = raw(item, "content_html")
        body = markup.blocks(html, base) if html else plain.either(raw(item, "content_text", "summary"), base)
        lead = picture(resolve(text(item, "image", "banner_image"), base))
        record = assemble(
            ORIGIN,
            headline=raw(item, "title"),
            body=body,
            written=text(item, "language") or text(feed, "language"),
            standfirst=markup.text_of(raw(item, "summary")) if html or raw(item, "content_text") else "",
            authors=_authors(item) or _authors(feed),
            published=when(text(item, "date_published")),
            updated=when(text(item, "date_modified")),
            topics=texts(item, "tags"),
            image=lead,
            source=text(feed, "title"),
            url=resolve(text(item, "url"), base),
            external_id=text(item, "id", "url"),
        )
        return told(record, "The entry has no text, only a headline.")


def _authors(row: object) -> list[str]:
    return [text(one, "name") for one in (*rows(row, "authors"), *rows(row, "author"))]
