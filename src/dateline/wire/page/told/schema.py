"""The claims of schema.org objects in JSON-LD: which of a page's objects is its story, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dateline.wire.page.told.declared import Claims
from dateline.wire.page.told.jsonld import Object, text, texts, types
from dateline.wire.page.words import key, tidy, words

ORIGIN = "json-ld"
STORIES = words("""
    NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle ReviewNewsArticle
    AskPublicNewsArticle AdvertiserContentArticle SatiricalArticle Article BlogPosting LiveBlogPosting Report
    TechArticle ScholarlyArticle SocialMediaPosting DiscussionForumPosting Review Recipe CreativeWork
""")
PAGES = words("WebPage ItemPage AboutPage VideoObject ImageGallery MediaGallery PodcastEpisode Event")
SITES = frozenset({"WebSite", "Organization", "NewsMediaOrganization"})
PEOPLE_FIELDS = ("author", "creator", "contributor")


def claim(claims: Claims, objects: Sequence[Object], titles: Iterable[str], addresses: Iterable[str]) -> None:
    """Add what the page's JSON-LD says of its story.

    ``titles`` and ``addresses`` are the page's own, to tell its story from those it only lists.
    """
    known = {thing["@id"]: thing for thing in objects if isinstance(thing.get("@id"), str) and len(thing) > 1}
    own_titles, own_addresses = {key(t) for t in titles} - {""}, {_bare(a) for a in addresses} - {""}
    stories = [thing for thing in objects if types(thing) & STORIES]
    chosen = max(stories, key=lambda thing: _likeness(thing, own_titles, own_addresses), default=None)
    if chosen is not None:
        _tell(claims, chosen, known)
    desks = claims.of("desk", ORIGIN)
    claims.add(
        "site",
        [n for thing in objects if types(thing) & SITES and (n := text(thing.get("name"))) not in desks][:10],
        ORIGIN,
    )
    for page in [thing for thing in objects if types(thing) & PAGES][:3]:
        _tell_page(claims, page)


def _likeness(thing: Object, titles: set[str], addresses: set[str]) -> int:
    """How surely an object is the story of this page; of equals, ``max`` takes the first."""
    headline = key(text(thing.get("headline") or thing.get("name")))
    points = 4 * any(headline and (headline in title or title in headline) for title in titles)
    points += 4 * any(_bare(address) in addresses for address in _addresses(thing))
    points += 2 * bool(thing.get("articleBody")) + bool(thing.get("datePublished")) + bool(thing.get("author"))
    return points - 3 * (types(thing) <= {"CreativeWork", "Review", "SocialMediaPosting"})


def _tell(claims: Claims, story: Object, known: dict[str, Object]) -> None:
    add = claims.add
    add("headline", texts(story.get("headline"))[:1] or texts(story.get("name"))[:1], ORIGIN)
    add("headline", texts(story.get("alternativeHeadline"))[:1], ORIGIN + ":alternative")
    add("standfirst", texts(story.get("description"))[:1], ORIGIN)
    add("body", [b for b in (_raw(story.get("articleBody")), _raw(story.get("text"))) if len(b) > 80][:1], ORIGIN)
    for name in PEOPLE_FIELDS:
        named = list(people(story.get(name), known))
        add("author", [n for n, _ in named], ORIGIN if name == "author" else f"{ORIGIN}:{name}")
        add("desk", [n for n, person in named if not person], ORIGIN)
    add("published", texts(story.get("datePublished"))[:1] or texts(story.get("dateCreated"))[:1], ORIGIN)
    add("updated", texts(story.get("dateModified"))[:1], ORIGIN)
    add("section", texts(story.get("articleSection")), ORIGIN)
    add("topic", _keywords(story), ORIGIN)
    add("image", _images(story.get("image"), known), ORIGIN)
    add("image", _images(story.get("thumbnailUrl"), known)[:1], ORIGIN)
    add(
        "source",
        _names(story.get("publisher"), known)[:1] or _names(story.get("sourceOrganization"), known)[:1],
        ORIGIN,
    )
    add("language", texts(story.get("inLanguage"))[:1], ORIGIN)
    add("id", texts(story.get("identifier"))[:1], ORIGIN)
    add("address", _addresses(story), ORIGIN)
    add("place", texts(story.get("dateline"))[:1] or texts(story.get("locationCreated"))[:1], ORIGIN)
    add("type", sorted(types(story)), ORIGIN)


def _tell_page(claims: Claims, page: Object) -> None:
    claims.add("published", texts(page.get("datePublished"))[:1] or texts(page.get("uploadDate"))[:1], ORIGIN + ":page")
    claims.add("updated", texts(page.get("dateModified"))[:1], ORIGIN + ":page")
    claims.add("headline", texts(page.get("headline"))[:1] or texts(page.get("name"))[:1], ORIGIN + ":page")
    claims.add("language", texts(page.get("inLanguage"))[:1], ORIGIN + ":page")


def people(value: Any, known: dict[str, Object]) -> Iterator[tuple[str, bool]]:
    """Names, each with whether it is a person's (rather than a desk's or an organisation's)."""
    for one in value[:100] if isinstance(value, list) else [value]:
        thing = _resolved(one, known)
        if isinstance(thing, str):
            yield tidy(thing), True
        elif isinstance(thing, dict):
            if name := _name(thing):
                yield name, not any("Organi" in t for t in types(thing))
            elif isinstance(thing.get("name"), list):
                yield from ((name, True) for name in texts(thing["name"]))


def _name(thing: Object) -> str:
    parts = " ".join(p for p in (text(thing.get("givenName")), text(thing.get("familyName"))) if p)
    name = thing.get("name")
    return "" if isinstance(name, list) and len(name) > 1 else text(name) or text(thing.get("byline")) or parts


def _names(value: Any, known: dict[str, Object]) -> list[str]:
    return [name for name, _ in people(value, known) if name]


def _resolved(value: Any, known: dict[str, Object]) -> Any:
    """The object that ``{"@id": ...}`` stands for, if the page has it."""
    if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
        return known.get(value["@id"], value)
    return known.get(value, value) if isinstance(value, str) and value.startswith(("http", "#", "/")) else value


def _images(value: Any, known: dict[str, Object]) -> list[str]:
    found = []
    for one in value[:20] if isinstance(value, list) else [value]:
        thing = _resolved(one, known)
        if isinstance(thing, dict):
            thing = thing.get("url") or thing.get("contentUrl") or thing.get("@id")
            thing = thing[0] if isinstance(thing, list) and thing else thing
        if isinstance(thing, str) and (address := tidy(thing)):
            found.append(address)
    return found


def _addresses(story: Object) -> list[str]:
    page = story.get("mainEntityOfPage")
    page = page.get("@id") or page.get("url") if isinstance(page, dict) else page
    values = (story.get("url"), page, story.get("@id"))
    return [v.strip() for v in values if isinstance(v, str) and v.strip().startswith(("http", "/"))]


def _keywords(story: Object) -> list[str]:
    value = story.get("keywords")
    found = value.split(",") if isinstance(value, str) else texts(value)
    found += texts(story.get("about")) if isinstance(story.get("about"), list | dict) else []
    return [t for t in map(tidy, found) if t]


def _raw(value: Any) -> str:
    """Long text as it is, with its line breaks and markup."""
    value = value[0] if isinstance(value, list) and value else value
    return value if isinstance(value, str) else ""


def _bare(address: str) -> str:
    """An address without what may differ between two ways to write it."""
    bare = address.split("#")[0].split("?")[0].partition("://")[2].rstrip("/").lower()
    return bare.removeprefix("www.").removeprefix("m.") if "/" in bare else ""
