"""Posts as the REST interface of WordPress gives them, alone or in a list, with what ``_embed`` adds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from dateline.errors import CopyError
from dateline.wire.assembly import assemble, picture, told, zoned
from dateline.wire.bodies import markup, wordpress
from dateline.wire.notation.objects import Object, cut, dump, load, raw, rows, text
from dateline.wire.page.inline import resolve
from dateline.wire.record import FoundImage, Record
from dateline.wire.sources.source import About
from dateline.wire.wordpress.kinds import state_of

ORIGIN = "wp-rest"

_SIGNS = re.compile(rb'"(?:title|content|excerpt|guid)"\s*:\s*\{\s*"(?:rendered|raw)"\s*:')
_LISTS = re.compile(r"(?:posts|pages)\.item")
_NO_SECTION = re.compile(r"uncategori[sz]ed|allgemein|non class[ée]|sin categor[ií]a|senza categoria", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:\[(?:…|&hellip;|\.\.\.)\]|(?:continue reading|read more)\b.{0,200})\s*$", re.IGNORECASE)


class WpRest:
    """A post a story."""

    name = "wp-rest"
    whole = False

    def fits(self, head: bytes) -> bool:
        return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_SIGNS.search(head))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        for _, post in cut(file, _LISTS):
            yield dump(post)

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        post = load(data)
        if not isinstance(post, dict):
            raise CopyError("It is no JSON object.")
        return told(_read(post), "The post has no text, only a headline.")


def _read(post: Object) -> Record:
    content = post.get("content")
    password = "set" if isinstance(content, dict) and content.get("protected") else ""
    url = resolve(text(post, "link"), "")
    html, unknown = wordpress.to_html(_rendered(post, "content").replace("\r", ""), {})
    lead = _lead(post, url)
    sections, topics, people = _terms(post)
    return assemble(
        ORIGIN,
        headline=_rendered(post, "title"),
        body=markup.blocks(html, url),
        state=state_of(text(post, "status"), text(post, "type") or "post", password),
        standfirst=_excerpt(post),
        authors=people or _authors(post),
        published=zoned(text(post, "date"), text(post, "date_gmt")),
        updated=zoned(text(post, "modified"), text(post, "modified_gmt")),
        section=sections[0] if sections else "",
        topics=topics + sections[1:],
        image=lead,
        url=url,
        addresses=tuple(a for a in (resolve(_rendered(post, "guid"), ""),) if a and a != url),
        external_id=_rendered(post, "guid") or text(post, "id"),
        slug=text(post, "slug"),
        discussion="closed" if text(post, "comment_status") == "closed" else "open",
        note=f"Shortcodes that could not be shown: {', '.join(unknown)}." if unknown else "",
    )


def _rendered(post: Object, name: str) -> str:
    value = post.get(name)
    return raw(value, "rendered", "raw") or raw(post, name)


def _excerpt(post: Object) -> str:
    """What an editor wrote above the story; what WordPress cut from its beginning is none."""
    words = markup.text_of(_rendered(post, "excerpt"))
    return "" if _MORE.search(words) else words


def _authors(post: Object) -> list[str]:
    found = [text(one, "name") for one in rows(post.get("_embedded"), "author")]
    return [name for name in found if name] or [text(one, "display_name", "name") for one in rows(post, "authors")]


def _terms(post: Object) -> tuple[list[str], list[str], list[str]]:
    """Categories, tags and, where a plugin for several authors is at work, people."""
    embedded = post.get("_embedded")
    groups = embedded.get("wp:term") if isinstance(embedded, dict) else None
    found = [
        (text(one, "taxonomy"), text(one, "name"))
        for group in (groups if isinstance(groups, list) else [])
        for one in (group if isinstance(group, list) else [])
    ]
    sections = [name for kind, name in found if kind == "category" and not _NO_SECTION.fullmatch(name)]
    people = [name for kind, name in found if kind in ("author", "byline", "authors")]
    return (
        sections,
        [n for k, n in found if k not in ("category", "author", "byline", "authors", "post_format")],
        people,
    )


def _lead(post: Object, base: str) -> FoundImage | None:
    media = next(iter(rows(post.get("_embedded"), "wp:featuredmedia")), {})
    address = text(media, "source_url") or text(post, "jetpack_featured_media_url", "featured_image_url")
    caption = markup.text_of(_rendered(media, "caption"))
    return picture(resolve(address, base), text(media, "alt_text"), caption)
