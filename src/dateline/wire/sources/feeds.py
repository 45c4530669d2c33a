"""Feeds: RSS 0.9 to 2.0 and Atom, with whatever text they carry."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import IO, Any

import feedparser

from dateline.errors import CopyError
from dateline.story import Paragraph
from dateline.wire.assembly import assemble, picture, told, when
from dateline.wire.bodies import markup, plain
from dateline.wire.notation.cutting import cut, shelled
from dateline.wire.notation.letters import mend_references, read_text
from dateline.wire.notation.roots import root_of
from dateline.wire.page.inline import resolve
from dateline.wire.page.words import tidy
from dateline.wire.record import FoundBlock, FoundImage, Record, State
from dateline.wire.sources.source import About

ORIGIN = "feed"

LARGEST_ENTRY = 4 << 20
LONGEST_SUMMARY = 600
"""Characters of a summary that may stand above a story; a longer one is a story of its own."""
_HEADERS = {"content-type": "application/xml; charset=utf-8"}
_ITEM = re.compile(rb"<(?:\w+:)?item\b|purl\.org/rss/|netscape\.com/rdf", re.IGNORECASE)
_DRAFT = re.compile(r"<(?:\w+:)?draft>\s*yes\s*<")
_KIND = re.compile(r"schemas\.google\.com/blogger/2008/kind#(\w+)")
_APPEARED = re.compile(
    r"(?:the post|el cargo|la entrada|der beitrag|l’article)\b.{0,600}"
    r"\b(?:appeared first|se publicó primero|erschien zuerst|est apparu en premier)\b",
    re.IGNORECASE | re.DOTALL,
)
_LINK_ALONE = re.compile(r'<a href="[^"]*">[^<]{1,30}</a>')
_CUT = re.compile(r"(?:\[(?:…|\.\.\.|&#8230;)\]|…|\.\.\.|read more)\s*$", re.IGNORECASE)


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
        text = mend_references(data.decode("utf-8", "replace"))
        found = _parsed(text)
        if len(found.entries) != 1:
            raise CopyError(f"It is no story but a feed of {len(found.entries)}.")
        kind = _KIND.search(text)
        if kind and kind[1] not in ("post", "page"):
            raise CopyError(f"It is no story but a {kind[1]} of the blog.")
        state: State = "draft" if _DRAFT.search(text) else "page" if kind and kind[1] == "page" else "out"
        return told(_read(found.feed, found.entries[0], state), "The entry has no text, only a headline.")


def _parsed(text: str) -> Any:
    # A file, for feedparser would fetch a text that looks like an address.
    file = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        return feedparser.parse(file, response_headers=_HEADERS)
    except (LookupError, ValueError, TypeError, AttributeError, RecursionError, AssertionError) as error:
        # What its handlers let out where elements are not where they belong.
        raise CopyError(f"The entry is broken: {type(error).__name__}.") from None


def _read(feed: Any, entry: Any, state: State) -> Record:
    url = resolve(_said(entry, "feedburner_origlink") or _said(entry, "link"), "")
    base = url or resolve(_said(feed, "link"), "")
    body, summary = _texts(entry, base)
    body = () if len(body) == 1 and _is_link_alone(body[0]) else body
    lead = _lead(entry, base, body)
    topics = [
        tidy(str(tag.get("label") or tag.get("term") or ""))
        for tag in entry.get("tags") or []
        if "#kind" not in str(tag.get("scheme"))
    ]
    return assemble(
        ORIGIN,
        headline=_said(entry, "title"),
        body=body,
        written=_language(feed, entry),
        state=state,
        standfirst=summary,
        authors=_authors(feed, entry),
        published=_time(entry, "published", "created") or _time(entry, "updated"),
        updated=_time(entry, "updated"),
        section=topics[0] if topics else "",
        topics=topics[1:],
        image=lead,
        source=markup.text_of(_said(feed, "title")),
        relay=markup.text_of(_said(entry.get("source") or {}, "title")),
        url=url,
        addresses=_addresses(entry, url),
        external_id=_said(entry, "id") or url,
    )


def _is_link_alone(block: FoundBlock) -> bool:
    """Whether a block is a link of a word or two, as feeds that only lead elsewhere have it for a text."""
    return isinstance(block, Paragraph) and bool(_LINK_ALONE.fullmatch(block.html))


def _said(row: Any, key: str) -> str:
    # Not by its own way to get: that puts other names' values in the place of those that are missing.
    value = dict.get(row, key)
    return value if isinstance(value, str) else ""


def _texts(entry: Any, base: str) -> tuple[tuple[FoundBlock, ...], str]:
    """The body, and the summary where it is not the body's own beginning."""
    contents = [one for one in entry.get("content") or [] if _said(one, "value").strip()]
    contents.sort(key=lambda one: -len(_said(one, "value")))
    summary = _said(entry, "summary")
    if contents and len(_said(contents[0], "value")) * 2 >= len(summary):
        body = _blocks(_said(contents[0], "value"), _said(contents[0], "type"), base)
        words = " ".join(Record(headline="", body=body).plain_body().split())
        short = markup.text_of(summary)
        is_own = short and short[:60] not in words[:400] and not _CUT.search(short) and len(short) <= LONGEST_SUMMARY
        return body, short if is_own else ""
    return _blocks(summary, "", base), ""


def _blocks(text: str, kind: str, base: str) -> tuple[FoundBlock, ...]:
    found = plain.blocks(text) if kind == "text/plain" and not plain.is_markup(text) else plain.either(text, base)
    if found and isinstance(found[-1], Paragraph) and _APPEARED.match(markup.text_of(found[-1].html)):
        return found[:-1]
    return found


def _language(feed: Any, entry: Any) -> str:
    details = [entry.get("title_detail"), *(entry.get("content") or []), entry.get("summary_detail")]
    told = [str(one.get("language") or "") for one in details if isinstance(one, dict)]
    return next((one for one in (_said(entry, "language"), *told, _said(feed, "language")) if one), "")


def _authors(feed: Any, entry: Any) -> list[str]:
    people = entry.get("authors") or []
    named = [_said(one, "name") for one in people if isinstance(one, dict)]
    found = [name for name in named if name] or [_said(entry, "author")]
    return found if any(found) else [_said(one, "name") for one in feed.get("authors") or [] if isinstance(one, dict)]


def _time(entry: Any, *keys: str) -> str:
    return when(*(_said(entry, key) for key in keys))


def _addresses(entry: Any, url: str) -> tuple[str, ...]:
    links = [
        _said(one, "href")
        for one in entry.get("links") or []
        if one.get("rel") in ("alternate", "shortlink", "canonical")
    ]
    found = [resolve(one, "") for one in (_said(entry, "link"), _said(entry, "id"), *links)]
    return tuple(dict.fromkeys(one for one in found if one and one != url))


def _lead(entry: Any, base: str, body: tuple[FoundBlock, ...]) -> FoundImage | None:
    """The picture the entry names beside its text; if it has none there, the one its text begins with."""
    credit = " ".join(_said(one, "content") for one in entry.get("media_credit") or [] if isinstance(one, dict))
    for one in (
        *(entry.get("media_content") or []),
        *(entry.get("enclosures") or []),
        *(entry.get("media_thumbnail") or []),
    ):
        kind = f"{one.get('medium') or ''} {one.get('type') or ''}"
        address = resolve(_said(one, "url") or _said(one, "href"), base)
        if address and ("image" in kind or (not kind.strip() and re.search(r"\.(?:jpe?g|png|gif|webp)\b", address))):
            known = next((b for b in body if isinstance(b, FoundImage) and b.address == address), None)
            return known or picture(address, "", _said(entry, "media_description"), credit)
    cover = entry.get("image")
    address = resolve(_said(cover, "href"), base) if isinstance(cover, dict) else ""
    return picture(address) or (body[0] if body and isinstance(body[0], FoundImage) else None)
