"""Feeds: RSS 0.9 to 2.0 and Atom, with whatever text they carry."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

import feedparser

from dateline.errors import CopyError
from dateline.story import Embed, Paragraph
from dateline.wire.assembly import assemble, told, when
from dateline.wire.bodies import markup
from dateline.wire.feed import bounds, links, media
from dateline.wire.feed.media import Media
from dateline.wire.feed.people import people
from dateline.wire.feed.rows import listed, said
from dateline.wire.feed.words import texts
from dateline.wire.notation.cutting import cut, shelled
from dateline.wire.notation.letters import mend_references, read_text
from dateline.wire.notation.roots import root_of
from dateline.wire.page.fields.pictures import same
from dateline.wire.page.words import tidy
from dateline.wire.record import FoundBlock, FoundImage, Record, State
from dateline.wire.sources.source import About

ORIGIN = "feed"

LARGEST_ENTRY = 4 << 20
_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_ITEM = re.compile(rb"<(?:\w+:)?item\b|purl\.org/rss/|netscape\.com/rdf", re.IGNORECASE)
_DRAFT = re.compile(r"<(?:\w+:)?draft>\s*yes\s*<")
_KIND = re.compile(r"schemas\.google\.com/blogger/2008/kind#(\w+)")
_LINK_ALONE = re.compile(r'<a href="[^"]*">[^<]{1,30}</a>')
_PAIRED = re.compile(r"<(\w+)[^<>]*>.*</\1\s*>|<(?:br|img|hr)\b", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*\)")
_ZONE = re.compile(r"(?<=\d )[A-Za-z]{1,5}$")


class Feeds:
    """An entry a story."""

    name = "feed"
    whole = False

    def fits(self, head: bytes) -> bool:
        root = root_of(head)
        return root.lower() in ("rss", "feed", "channel", "entry") or (root == "RDF" and _ITEM.search(head) is not None)

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield from shelled(cut(read_text(file), ("item", "entry")), "The feed has no entries.")

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        if len(data) > LARGEST_ENTRY:
            raise CopyError(f"The entry has {len(data):,} bytes; of a feed's at most {LARGEST_ENTRY:,} are read.")
        text = bounds.shortened(mend_references(data.decode("utf-8", "replace")))
        found = _parsed(media.apart(text))
        if len(found.entries) != 1:
            raise CopyError(f"It is no story but a feed of {len(found.entries)}.")
        kind = _KIND.search(text)
        if kind and kind[1] not in ("post", "page"):
            raise CopyError(f"It is no story but a {kind[1]} of the blog.")
        state: State = "draft" if _DRAFT.search(text) else "page" if kind and kind[1] == "page" else "out"
        return told(_read(found, state, media.read(text)), "The entry has no text, only a headline.")


def _parsed(text: str) -> Any:
    # A file, for feedparser would fetch a text that looks like an address. It makes nothing safe here: bodies are made
    # anew from what they show, and its own way to do so takes frames and players out.
    file = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        return feedparser.parse(file, response_headers=_HEADERS, sanitize_html=False)
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        # What its handlers let out where elements are not where they belong.
        raise CopyError(f"The entry is broken: {type(error).__name__}.") from None


def _read(found: Any, state: State, files: Media) -> Record:
    feed, entry = found.feed, found.entries[0]
    home = links.web(said(feed, "link"), "")
    url = links.address(entry, home)
    body, summary = texts(entry, files.text, url or home)
    body = () if len(body) == 1 and _is_link_alone(body[0]) else body
    shown = media.pictures(entry, files, url or home)
    lead = _lead(shown, body)
    authors, others = people(feed, entry, str(found.version).startswith("atom"))
    topics = [tidy(said(tag, "label") or said(tag, "term")) for tag in listed(entry, "tags") if not _is_address(tag)]
    record = assemble(
        ORIGIN,
        headline=said(entry, "title") or files.title,
        body=_with_files(body, lead, shown, media.recordings(entry, files, url or home)),
        written=_language(feed, entry),
        state=state,
        standfirst=summary,
        authors=authors,
        others=others,
        published=_time(entry, "published", "created") or _time(entry, "updated"),
        updated=_time(entry, "updated"),
        section=topics[0] if topics else "",
        topics=topics[1:],
        image=lead,
        source=markup.text_of(said(feed, "title")),
        relay=markup.text_of(said(entry.get("source") or {}, "title")),
        url=url,
        addresses=links.others(entry, url, home),
        external_id=said(entry, "id") or url,
    )
    return _titled(record, entry)


def _is_link_alone(block: FoundBlock) -> bool:
    """Whether a block is a link of a word or two, as feeds that only lead elsewhere have it for a text."""
    return isinstance(block, Paragraph) and bool(_LINK_ALONE.fullmatch(block.html))


def _is_address(tag: Any) -> bool:
    """Whether a category is of the machines': one that only an address names, or the kind of the entry."""
    return "#kind" in str(tag.get("scheme")) or (said(tag, "label") or said(tag, "term")).startswith("http")


def _titled(record: Record, entry: Any) -> Record:
    """The record with its headline to the letter where that is plain text: what stands in brackets may be a word."""
    title = said(entry, "title")
    is_plain = said(entry.get("title_detail") or {}, "type") == "text/plain"
    if "<" not in title or not is_plain or _PAIRED.search(title[: bounds.LONGEST_LINE]):
        return record
    return replace(record, headline=tidy(html.unescape(title))[: len(title)])


def _language(feed: Any, entry: Any) -> str:
    details = [entry.get("title_detail"), *(entry.get("content") or []), entry.get("summary_detail")]
    told = [said(one, "language") for one in details]
    return next((one for one in (said(entry, "language"), *told, said(feed, "language")) if one), "")


def _time(entry: Any, *keys: str) -> str:
    return when(*(_date(said(entry, key)) for key in keys))


def _date(value: str) -> str:
    """A date without the comments that mail may have in it, the letters of its zone as they are printed."""
    for _ in range(3):
        value = _COMMENT.sub(" ", value) if "(" in value else value
    return _ZONE.sub(lambda zone: zone[0].upper(), " ".join(value.split()))


def _lead(shown: list[FoundImage], body: tuple[FoundBlock, ...]) -> FoundImage | None:
    """The picture the entry names beside its text; if it has none there, the one its text begins with."""
    if not shown:
        return body[0] if body and isinstance(body[0], FoundImage) else None
    known = (one for one in body if isinstance(one, FoundImage) and one.address == shown[0].address)
    return next(known, shown[0])


def _with_files(
    body: tuple[FoundBlock, ...], lead: FoundImage | None, shown: list[FoundImage], recordings: Iterator[Embed]
) -> tuple[FoundBlock, ...]:
    """The body, and behind it the pictures and recordings that are not in it."""
    known = [one.address for one in body if isinstance(one, FoundImage)] + ([lead.address] if lead else [])
    more = [one for one in shown if not any(one.address == other or same(one.address, other) for other in known)]
    linked = " ".join(one.url if isinstance(one, Embed) else getattr(one, "html", "") for one in body)
    return (*body, *more, *(one for one in recordings if html.escape(one.url) not in linked and one.url not in linked))
