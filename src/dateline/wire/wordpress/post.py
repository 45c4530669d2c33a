"""One post of an export file: a record from its element and from what the file says of its people and pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from dateline.errors import CopyError
from dateline.wire import remarks
from dateline.wire.assembly import assemble, byline, code, picture, when, zoned
from dateline.wire.bodies import markup, wordpress
from dateline.wire.notation.trees import Element, child, children, raw, text
from dateline.wire.page.inline import resolve
from dateline.wire.record import FoundImage, Record, Remark
from dateline.wire.wordpress.kinds import remark_state, state_of

ORIGIN = "wxr"

_NO_SECTION = re.compile(
    r"uncategori[sz]ed|allgemein|non class[ée]|sin categor[ií]a|senza categoria|без рубрики", re.IGNORECASE
)
_NOT_TOPICS = frozenset(
    {"category", "nav_menu", "post_format", "link_category", "wp_theme", "language", "post_translations"}
)
_PEOPLE = re.compile(r"^(?:author|authors|byline|bylines|guest[-_]author|coauthor|writer)s?$")
_CODE = re.compile(r"^_?(?:(?:story|article|news|item|post)[_-]?)?(?:code|number|nr)$", re.IGNORECASE)
_STANDFIRSTS = (
    "newspack_post_subtitle",
    "wps_subtitle",
    "_subtitle",
    "subtitle",
    "dek",
    "standfirst",
    "_secondary_title",
)
_KICKERS = ("kicker", "_kicker", "newspack_post_kicker", "supertitle")
_BYLINES = ("_byline", "byline", "author_alias", "guest-author", "guest_author", "_newspack_byline")
_PICTURES = ("_thumbnail_ext_url", "fifu_image_url", "_knawatfibu_url")
_SOURCES = ("wpo_sourcepermalink", "syndication_permalink", "original_url")
_CAPTIONED = ("_media_credit", "media_credit", "_navis_media_credit_org", "photographer", "_credit", "credit")


@dataclass(frozen=True, slots=True)
class Context:
    """What a piece repeats of its file."""

    base: str
    language: str
    people: dict[str, str]
    """Names to show by login and by nicename."""
    sections: dict[str, str]
    """Names of categories by their number."""
    pictures: dict[str, Element]
    """The items of the media library, by their number."""

    def addresses(self) -> dict[str, str]:
        return {number: text(item, "attachment_url") or text(item, "guid") for number, item in self.pictures.items()}


def context_of(root: Element) -> Context:
    """What the channel of a piece says beside its story."""
    channel = child(root, "channel")
    people = {text(a, "author_login").casefold(): _shown(a) for a in children(channel, "author")}
    sections = {text(c, "term_id"): text(c, "cat_name") for c in children(channel, "category")}
    pictures = {text(i, "post_id"): i for i in list(children(channel, "item"))[1:]}
    return Context(text(channel, "link"), text(channel, "language"), people, sections, pictures)


def _shown(author: Element) -> str:
    full = f"{text(author, 'author_first_name')} {text(author, 'author_last_name')}".strip()
    return text(author, "author_display_name") or full or text(author, "author_login")


def read(root: Element) -> Record:
    """The record of a piece, whose first item is the story. Raises CopyError if it is none."""
    item = child(root, "channel", "item")
    if item is None:
        raise CopyError("There is no post in it.")
    here = context_of(root)
    kind, meta = text(item, "post_type") or "post", _meta(item)
    state = state_of(text(item, "status"), kind, text(item, "post_password"))
    content = _content(item)
    html, unknown = wordpress.to_html(content, here.addresses())
    body = markup.blocks(html, here.base)
    lead = _lead(here, meta)
    section, topics = _filed(item, here, meta)
    url, others = _addresses(item, here, meta)
    return assemble(
        ORIGIN,
        headline=raw(item, "title"),
        body=body,
        written=here.language,
        state=state,
        kicker=_first(meta, _KICKERS),
        standfirst=_first(meta, _STANDFIRSTS) or markup.text_of(_named(item, "excerpt")),
        authors=_authors(item, here, meta),
        **_times(item),
        section=section,
        topics=topics,
        image=lead,
        url=url,
        addresses=others,
        external_id=text(item, "guid") or text(item, "post_id"),
        code=next((n for key, value in meta if _CODE.match(key) and (n := code(value))), None),
        slug=text(item, "post_name"),
        comments=remarks.threads(_remarks(item)),
        discussion="open" if text(item, "comment_status") in ("open", "") else "closed",
        note=_note(unknown, meta),
    )


def _named(item: Element, prefix: str) -> str:
    """The text of ``prefix:encoded``, which differs from the other ``encoded`` by its namespace alone."""
    for one in children(item, "encoded"):
        if prefix in (one.prefix or "") or f"/{prefix}/" in str(one.tag) or str(one.tag).startswith(f"{prefix}:"):
            return "".join(one.itertext())
    return ""


def _content(item: Element) -> str:
    return _named(item, "content") or raw(item, "description")


def _meta(item: Element) -> list[tuple[str, str]]:
    return [(text(one, "meta_key"), text(one, "meta_value")) for one in children(item, "postmeta")]


def _first(meta: list[tuple[str, str]], keys: tuple[str, ...]) -> str:
    found = dict(reversed(meta))
    return next((found[key] for key in keys if found.get(key)), "")


def _times(item: Element) -> dict[str, str]:
    published = zoned(text(item, "post_date"), text(item, "post_date_gmt")) or when(text(item, "pubDate"))
    return {
        "published": published,
        "updated": zoned(text(item, "post_modified"), text(item, "post_modified_gmt")),
    }


def _authors(item: Element, here: Context, meta: list[tuple[str, str]]) -> list[str]:
    """A byline the newsroom wrote, else the people of a plugin for several authors, else whoever owned the post."""
    if line := _first(meta, _BYLINES):
        return byline(line)
    together = [c for c in children(item, "category") if _PEOPLE.match(c.get("domain", ""))]
    if together:
        names = (here.people.get(_nicename(c).casefold()) or "".join(c.itertext()) for c in together)
        return [here.people.get(name.casefold(), name) for name in names]
    login = text(item, "creator")
    return [here.people.get(login.casefold(), login)]


def _nicename(category: Element) -> str:
    return str(category.get("nicename", "")).removeprefix("cap-")


def _filed(item: Element, here: Context, meta: list[tuple[str, str]]) -> tuple[str, list[str]]:
    """The section, the primary one if it is told, and everything else the story was filed under."""
    found = [(c.get("domain", "category"), text(c)) for c in children(item, "category")]
    names = [name for domain, name in found if domain == "category" and name and not _NO_SECTION.fullmatch(name)]
    primary = here.sections.get(_first(meta, ("_yoast_wpseo_primary_category", "rank_math_primary_category")), "")
    section = primary or (names[0] if names else "")
    others = [name for name in names if name != section]
    topics = [name for domain, name in found if domain not in _NOT_TOPICS and not _PEOPLE.match(domain)]
    return section, topics + others


def _lead(here: Context, meta: list[tuple[str, str]]) -> FoundImage | None:
    item = here.pictures.get(_first(meta, ("_thumbnail_id",)))
    if item is None:
        return picture(resolve(_first(meta, _PICTURES), here.base))
    told = _meta(item)
    return picture(
        resolve(text(item, "attachment_url") or text(item, "guid"), here.base),
        _first(told, ("_wp_attachment_image_alt",)),
        markup.text_of(_named(item, "excerpt")),
        _first(told, _CAPTIONED),
    )


def _addresses(item: Element, here: Context, meta: list[tuple[str, str]]) -> tuple[str, tuple[str, ...]]:
    """Where the post was: its link, and the ways its number and its older slugs led there."""
    number = text(item, "post_id")
    link, guid = resolve(text(item, "link"), here.base), resolve(text(item, "guid"), "")
    found = [guid] if guid else []
    if number and here.base:
        query = "page_id" if text(item, "post_type") == "page" else "p"
        found.append(resolve(f"?{query}={number}", here.base.rstrip("/") + "/"))
    slug = text(item, "post_name")
    if slug and link.count(f"/{slug}") == 1:
        found += [link.replace(f"/{slug}", f"/{old}") for key, old in meta if key == "_wp_old_slug" and old]
    found += [resolve(value, "") for key, value in meta if key in ("_old_url", "old_url", "_redirect_from")]
    if "?" in link or not slug:
        # The link of what was never out says no more than its number.
        return (link or guid), tuple(dict.fromkeys(a for a in found if a and a != link))
    return link, tuple(dict.fromkeys(a for a in found if a and a != link))


def _remarks(item: Element) -> Iterator[Remark]:
    for one in children(item, "comment"):
        if text(one, "comment_type") in ("pingback", "trackback"):
            continue
        parent = text(one, "comment_parent")
        yield Remark(
            id=text(one, "comment_id"),
            parent="" if parent == "0" else parent,
            author=text(one, "comment_author"),
            email=text(one, "comment_author_email"),
            when=_instant(one),
            state=remark_state(text(one, "comment_approved")),
            text=remarks.text_of(raw(one, "comment_content")),
        )


def _instant(comment: Any) -> str:
    return zoned(text(comment, "comment_date"), text(comment, "comment_date_gmt"))


def _note(unknown: tuple[str, ...], meta: list[tuple[str, str]]) -> str:
    parts = []
    if unknown:
        parts.append(f"Shortcodes that could not be shown: {', '.join(unknown)}.")
    if source := resolve(_first(meta, _SOURCES), ""):
        parts.append(f"It was taken over from {source}.")
    return " ".join(parts)
