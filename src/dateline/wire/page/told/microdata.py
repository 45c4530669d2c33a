"""The claims of microdata (``itemprop``) and RDFa (``property``) on the elements that readers see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from dateline.wire.page import select
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.told.schema import STORIES
from dateline.wire.page.words import key, text_of, tidy

ORIGIN = "microdata"
MOST = 500
MOST_INSIDE = 100
LONGEST = 1000

_PROPERTIES = select.elements(".//*[@itemprop or (@property and not(self::meta))]")
_FIELDS = {
    "headline": "headline",
    "title": "headline",
    "name": "name",
    "alternativeheadline": "standfirst",
    "description": "standfirst",
    "author": "author",
    "creator": "author",
    "datepublished": "published",
    "datecreated": "published",
    "created": "published",
    "issued": "published",
    "datemodified": "updated",
    "modified": "updated",
    "articlesection": "section",
    "keywords": "topic",
    "image": "image",
    "publisher": "source",
    "inlanguage": "language",
    "identifier": "id",
    "url": "address",
    "dateline": "place",
    "articlebody": "container",
}
_ADDRESSES = ("image", "address")
_ATTRIBUTES = ("content", "datetime", "href", "src")


def claim(claims: Claims, root: HtmlElement, titles: list[str]) -> list[HtmlElement]:
    """Add what marked-up elements say of the page's story; the elements that say they are its body."""
    groups: dict[HtmlElement | None, list[tuple[str, HtmlElement]]] = {}
    for element in _PROPERTIES(root)[:MOST]:
        for field in _fields(element):
            groups.setdefault(_scope(element), []).append((field, element))
    wanted = {key(t) for t in titles} - {""}
    ranked = sorted((g for g in groups.items() if _tells_story(g[0])), key=lambda g: -_likeness(g[1], wanted))
    for _, properties in ranked[:1]:
        for field, element in properties:
            claims.add("headline" if field == "name" else field, _values(field, element), ORIGIN)
        return [element for field, element in properties if field == "container"]
    return []


def _fields(element: HtmlElement) -> Iterator[str]:
    for word in (element.get("itemprop") or element.get("property", "")).split()[:5]:
        if field := _FIELDS.get(re.split(r"[:/#.]", word)[-1].lower()):
            yield field


def _scope(element: HtmlElement) -> HtmlElement | None:
    """The item that a property belongs to."""
    for ancestor in element.iterancestors():
        if ancestor.get("itemscope") is not None or ancestor.get("typeof"):
            return ancestor
    return None


def _tells_story(scope: HtmlElement | None) -> bool:
    if scope is None:
        return True
    kind = re.split(r"[:/#]", (scope.get("itemtype") or scope.get("typeof") or "").strip())[-1]
    return kind in STORIES or kind in ("", "WebPage", "NewsStory", "sioc:Item", "Document", "Item", "Blog")


def _likeness(properties: list[tuple[str, HtmlElement]], titles: set[str]) -> int:
    fields = {field for field, _ in properties}
    headlines = {
        key(v) for field, element in properties if field in ("headline", "name") for v in _values(field, element)
    } - {""}
    same = any(h in t or t in h for h in headlines for t in titles)
    return 4 * same + 3 * ("container" in fields) + 2 * ("published" in fields) + ("headline" in fields)


def _values(field: str, element: HtmlElement) -> list[str]:
    if field == "container":
        return []
    if field in ("author", "source") and element.get("content") is None:
        inside = islice(element.iter("*"), MOST_INSIDE)
        named = [tidy(e.get("content")) or text_of(e, LONGEST) for e in inside if e.get("itemprop") == "name"]
        return [n for n in named if n] or [text_of(element, LONGEST)]
    attributes = _ATTRIBUTES if field in _ADDRESSES or field in ("published", "updated") else _ATTRIBUTES[:2]
    value = next((v for a in attributes if (v := element.get(a))), None)
    if value is None and field in _ADDRESSES:
        return []
    return [tidy(value[:LONGEST]) if value is not None else text_of(element, LONGEST)]
