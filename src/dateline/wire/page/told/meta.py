"""The claims of meta and link elements: Open Graph, Dublin Core, and names that news sites and their tools share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.html import HtmlElement

from dateline.wire.page import select
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.words import tidy, unmarked

ORIGIN = "meta"
MOST = 2000

_METAS = select.elements(".//meta[@content]")
_LINKS = select.elements(".//link[@rel and @href]")
_TITLE = select.text("string(.//head/title | .//title[1])")

NAMES: Mapping[str, tuple[str, ...]] = {
    "headline": (
        "og:title",
        "twitter:title",
        "dc.title",
        "dcterms.title",
        "sailthru.title",
        "parsely-title",
        "headline",
        "title",
    ),
    "standfirst": ("og:description", "description", "twitter:description", "dc.description", "sailthru.description"),
    "published": (
        "article:published_time",
        "article:published",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dcterms.date",
        "dc.date",
        "date.issued",
        "date.created",
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "article.published",
        "publishdate",
        "publish-date",
        "publish_date",
        "published-date",
        "published_at",
        "publication_date",
        "publication-date",
        "publicationdate",
        "pubdate",
        "pub_date",
        "date_published",
        "originalpublicationdate",
        "article_date_original",
        "article-publication-date",
        "creation_date",
        "displaydate",
        "date",
        "created",
        "og:pubdate",
        "prism.publicationdate",
        "citation_publication_date",
        "citation_date",
        "rnews:datepublished",
        "release_date",
        "og:release_date",
        "article:post_date",
        "pdate",
        "newsdate",
        "timestamp",
    ),
    "updated": (
        "article:modified_time",
        "article:modified",
        "og:article:modified_time",
        "og:updated_time",
        "datemodified",
        "dcterms.modified",
        "dc.date.modified",
        "lastmod",
        "last-modified",
        "last_updated_date",
        "modified_time",
        "date.modified",
        "article.updated",
        "revised",
    ),
    "section": (
        "article:section",
        "og:article:section",
        "section",
        "parsely-section",
        "cxenseparse:recs:category",
        "category",
        "dc.subject.section",
        "channel",
    ),
    "topic": (
        "article:tag",
        "og:article:tag",
        "news_keywords",
        "keywords",
        "dc.subject",
        "parsely-tags",
        "sailthru.tags",
    ),
    "image": (
        "og:image",
        "og:image:url",
        "og:image:secure_url",
        "twitter:image",
        "twitter:image:src",
        "image",
        "image_src",
        "thumbnail",
        "parsely-image-url",
    ),
    "source": (
        "og:site_name",
        "application-name",
        "publisher",
        "dc.publisher",
        "dcterms.publisher",
        "copyright",
        "article:publisher",
        "twitter:site",
    ),
    "language": ("content-language", "og:locale", "dc.language", "dcterms.language", "language", "inlanguage"),
    "id": (
        "articleid",
        "article_id",
        "article-id",
        "article:id",
        "parsely-post-id",
        "post_id",
        "contentid",
        "content-id",
        "content_id",
        "story_id",
        "cxenseparse:recs:articleid",
        "dc.identifier",
        "identifier",
    ),
    "address": ("og:url", "twitter:url", "parsely-link", "identifier-url"),
    "type": ("og:type",),
    "place": ("dateline", "article:dateline", "geo.placename"),
    "agency": ("syndication-source", "original-source", "source", "article:agency", "agency"),
}

_AUTHOR = re.compile(r"(?:^|[:._\-])(?:article[_:.\-]?)?(?:authors?|author_name|authorname|creator|byl|byline)$")
_NOT_AUTHOR = re.compile(r"^(?:twitter|smartbanner|og:image|content|google|msapplication|generator)|image|photo|video")


def read_metas(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the page's meta elements by lower-case name, in order."""
    found: dict[str, list[str]] = {}
    for meta in _METAS(root)[:MOST]:
        content = meta.get("content", "")
        if not content or len(content) > 20_000:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if name := meta.get(attribute):
                values = found.setdefault(name.strip().lower(), [])
                if len(values) < 100:
                    values.append(content)
                break
    return found


def claim(claims: Claims, root: HtmlElement, metas: Mapping[str, list[str]]) -> None:
    """Add what the page's meta, link and title elements say."""
    for field, names in NAMES.items():
        for name in names:
            if name in metas:
                claims.add(field, map(unmarked, metas[name]), f"{ORIGIN}:{name}")
    for name, values in metas.items():
        if _AUTHOR.search(name) and not _NOT_AUTHOR.search(name):
            claims.add("author", map(unmarked, values), f"{ORIGIN}:{name}")
    for link in _LINKS(root)[:MOST]:
        rel = link.get("rel", "").lower().split()
        if "canonical" in rel:
            claims.add("canonical", [link.get("href", "").strip()], "link")
        elif "shortlink" in rel or "amphtml" in rel:
            claims.add("address", [link.get("href", "").strip()], "link")
        elif "image_src" in rel:
            claims.add("image", [link.get("href", "").strip()], "link")
    claims.add("title", [tidy(_TITLE(root))], "title")
