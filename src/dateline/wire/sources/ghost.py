"""Exports of Ghost, of every version to 6, and the JSON that its migration tools make for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import IO, Any
from urllib.parse import quote

from dateline.errors import CopyError
from dateline.wire.assembly import assemble, picture, when
from dateline.wire.bodies import lexical, markdown, markup, mobiledoc
from dateline.wire.notation.again import rewindable
from dateline.wire.notation.objects import Object, dump, events, gather, load, raw, rows, text, texts
from dateline.wire.notation.shelf import Shelf, open_shelf
from dateline.wire.page.inline import UNTOLD, resolve
from dateline.wire.record import FoundImage, Record, State
from dateline.wire.sources.source import About

ORIGIN = "ghost"

_SIGNS = re.compile(
    rb'"(?:posts_authors|posts_tags|posts_meta|mobiledoc|lexical|exported_on|custom_excerpt|feature_image_alt)"\s*:'
    rb'|^\s*\{\s*"db"\s*:\s*\[\s*\{|^\s*\{\s*"posts"\s*:\s*\[\s*\{\s*"url"\s*:\s*"[^"]*"\s*,\s*"data"\s*:'
)
_POSTS = re.compile(r"(?:(?:db\.item\.)?data\.)?posts\.item")
_TABLES = re.compile(r"(?:(?:db\.item\.)?data\.)?(tags|users|posts_tags|posts_authors|posts_meta|settings)\.item")
_KEYS = {"posts_tags": "post_id", "posts_authors": "post_id", "posts_meta": "post_id", "settings": "key"}
_STATES: Mapping[str, State] = {"published": "out", "sent": "out", "scheduled": "scheduled", "draft": "draft"}
_SITE = "__GHOST_URL__"


class Ghost:
    """An entry of ``posts`` a story; what the other tables say of it goes along."""

    name = "ghost"
    whole = False

    def fits(self, head: bytes) -> bool:
        return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and bool(_SIGNS.search(head))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        with open_shelf() as shelf, rewindable(file) as again:
            start = again.tell()
            with suppress(CopyError):  # said by the second reading, behind the stories that are whole
                for kind, row in _rows(again, _TABLES):
                    shelf.put(kind, text(row, _KEYS.get(kind, "id")), row)
            again.seek(start)
            found = 0
            for _, post in _rows(again, _POSTS):
                found += 1
                yield dump(_whole(post, shelf))
        if not found:
            raise CopyError("The export holds no posts.")

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        piece = load(data)
        if not isinstance(piece, dict) or not isinstance(piece.get("post"), dict):
            raise CopyError("It is no post of Ghost's.")
        return _read(piece, piece["post"])


def _rows(file: IO[bytes], wanted: re.Pattern[str]) -> Iterator[tuple[str, Object]]:
    """The rows of some tables, each with its table's name."""
    stream = events(file)
    for prefix, event, value in stream:
        if event == "start_map" and (match := wanted.fullmatch(prefix)):
            row = gather((prefix, event, value), stream)
            inner = row.get("data")
            yield (match[1] if match.groups() else ""), {**row, **inner} if isinstance(inner, dict) else row


def _whole(post: Object, shelf: Shelf) -> Object:
    """A post with its people, tags and the rest, in their order."""
    number = text(post, "id")
    people = _ordered(shelf.all("posts_authors", number))
    authors = [text(one, "author_id") for one in people] or [text(post, "author_id")]
    tags = [text(one, "tag_id") for one in _ordered(shelf.all("posts_tags", number))]
    settings = {
        key: text(shelf.get("settings", key), "value") for key in ("title", "url", "locale", "lang", "timezone")
    }
    return {
        "post": post,
        "meta": shelf.get("posts_meta", number) or {},
        "authors": [found for one in authors if (found := shelf.get("users", one))],
        "tags": [found for one in tags if (found := shelf.get("tags", one))],
        "settings": settings,
    }


def _ordered(found: list[Any]) -> list[Any]:
    return sorted(found, key=lambda row: order if isinstance(order := row.get("sort_order"), int) else 0)


def _read(piece: Object, post: Object) -> Record:
    settings = piece.get("settings")
    site = resolve(text(settings, "url"), "")
    beside = piece.get("meta")
    meta = {**post, **{k: v for k, v in beside.items() if v}} if isinstance(beside, dict) else post
    lead = _lead(meta, site)
    body = _body(post, site)
    section, topics = _filed(piece, post)
    return assemble(
        ORIGIN,
        headline=raw(post, "title"),
        body=body,
        written=text(post, "locale") or text(settings, "locale", "lang"),
        state=_state(post),
        standfirst=markup.text_of(raw(meta, "custom_excerpt")),
        authors=_authors(piece, post),
        published=when(text(post, "published_at")),
        updated=when(text(post, "updated_at")),
        created=when(text(post, "created_at")),
        section=section,
        topics=topics,
        image=lead,
        url=_address(post, site),
        addresses=tuple(a for a in (resolve(_at_home(text(post, "canonical_url"), site), site),) if a),
        external_id=text(post, "uuid", "id", "comment_id") or text(post, "url"),
        slug=text(post, "slug"),
    )


def _state(post: Object) -> State:
    state = _STATES.get(text(post, "status"), "draft" if post.get("status") else "out")
    if state == "out" and text(post, "visibility") not in ("", "public"):
        return "private"
    is_page = text(post, "type") == "page" or post.get("page") in (1, True, "1")
    return "page" if state == "out" and is_page else state


def _body(post: Object, site: str) -> tuple[Any, ...]:
    """The blocks of the first of Ghost's notations that holds any; of what is kept in one, Ghost makes the HTML."""
    makers = (
        ("lexical", lambda value: lexical.to_html(load(value.encode("utf-8", "replace")))),
        ("mobiledoc", lambda value: mobiledoc.to_html(load(value.encode("utf-8", "replace")))),
        ("html", str),
        ("markdown", markdown.to_html),
        ("plaintext", markdown.to_html),
    )
    fault: CopyError | None = None
    for name, make in makers:
        value = raw(post, name)
        try:
            if value and (found := markup.blocks(_at_home(make(value), site), site or UNTOLD)):
                return found
        except CopyError as error:
            # What one notation holds no more, another may.
            fault = fault or CopyError(f"Its {name} is broken. {error}")
    if fault:
        raise fault
    return ()


def _at_home(value: str, site: str) -> str:
    """Text with Ghost's sign for the site's own address made into it; into a path if nobody told the address."""
    return value.replace(_SITE, site.rstrip("/"))


def _lead(meta: Object, site: str) -> FoundImage | None:
    address = _at_home(text(meta, "feature_image", "image"), site)
    caption = markup.text_of(raw(meta, "feature_image_caption"))
    return picture(resolve(address, site) or address, text(meta, "feature_image_alt"), caption)


def _address(post: Object, site: str) -> str:
    """Where the story was: as it says, or its slug below the site; a bare path where nobody told the site's address."""
    slug = quote(text(post, "slug"), errors="replace")
    return resolve(_at_home(text(post, "url"), site), site) or (f"{site.rstrip('/')}/{slug}/" if slug else "")


def _authors(piece: Object, post: Object) -> list[str]:
    inline = rows(post, "authors") or rows(post, "primary_author") or rows(post, "author")
    people = [*rows(piece, "authors"), *map(_data, inline)]
    return [text(one, "name") for one in people] or texts(post, "author")


def _filed(piece: Object, post: Object) -> tuple[str, list[str]]:
    """The primary tag, which is the first that readers see, is the section; the others are topics."""
    tags = [*rows(piece, "tags"), *map(_data, rows(post, "tags"))]
    public = [text(t, "name") for t in tags if text(t, "visibility") != "internal"]
    names = [name for name in public if name and not name.startswith("#")] or [
        name for name in texts(post, "tags") if not name.startswith("#")
    ]
    return (names[0] if names else ""), names[1:]


def _data(row: Object) -> Object:
    inner = row.get("data")
    return inner if isinstance(inner, dict) else row
