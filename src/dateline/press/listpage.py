"""Pages that are lists: everything by, from, about, of a day; corrections; feeds and sitemaps. Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from xml.sax.saxutils import escape

from dateline import urls
from dateline.masthead import Person, Section, SourcePage, TopicPage
from dateline.press.fragment import Fragment, press
from dateline.press.frontpage import RIVER
from dateline.press.keys import list_key
from dateline.press.page import ContentType, Listing, Page, Variant
from dateline.press.room import Room
from dateline.story import moment

FEED_LENGTH = 30

CORRECTIONS_FEED = "corrections.rss"
"""The list of corrections as a feed has them."""
SITEMAP_LENGTH = 50_000
"""Of addresses in one sitemap (sitemaps.org)."""

NEWS_SITEMAP_LENGTH = 1000
NEWS_WINDOW = 2 * 24 * 3600
"""Google's news sitemaps hold stories of the last two days."""


def person(room: Room, one: Person) -> Page:
    texts = {"subtitle": one.title, "about": one.bio, "portrait": one.portrait}
    return _list(room, f"person:{one.id}", urls.person(one.slug), one.name, **texts)


def topic(room: Room, one: TopicPage) -> Page:
    return _list(room, f"topic:{one.slug}", urls.topic(one.slug), one.name, kind=room.words("Topic"), about=one.about)


def source(room: Room, one: SourcePage) -> Page:
    texts = {"kind": room.words("Source"), "about": one.about, "link": one.url}
    return _list(room, f"source:{one.slug}", urls.source(one.slug), one.name, **texts)


def day(room: Room, on: str, earlier: str = "", later: str = "", front: bool = False) -> Page:
    """The stories of a day, written ``yyyy-mm-dd``; ``earlier`` and ``later`` are the days beside it that have any.

    ``front`` says that there is a page of what the home front led with on it.
    """
    when = date.fromisoformat(on)
    details = {"beside": beside(room, earlier, later, urls.day), "front": urls.past_front(when) if front else ""}
    return _list(room, f"day:{on}", urls.day(when), room.words.full(on), **details)


def beside(room: Room, earlier: str, later: str, address: Callable[[date], str]) -> list[tuple[str, str, str]]:
    """The links to the days beside one: how they relate to it, their address and their name; no link to no day."""
    days = (("prev", earlier), ("next", later))
    return [(relation, address(date.fromisoformat(on)), room.words.full(on)) for relation, on in days if on]


def _list(room: Room, name: str, path: str, heading: str, **details: Any) -> Page:
    stories = Listing(name, Variant.BRIEF, RIVER)
    context = dict.fromkeys(("kind", "subtitle", "about", "link", "portrait", "beside", "front"), "") | details
    return Page(room.parts("list.html", {"stories": stories}, heading=heading, path=path, **context), path=path)


def corrections(room: Room) -> Page:
    return Page(
        room.parts("corrections.html", {"corrections": Listing("corrections", Variant.BRIEF, RIVER)}),
        path="/corrections",
    )


def feed(room: Room, section: Section | None = None) -> Page:
    """The RSS feed of the site or of a section."""
    name = f"section:{section.slug}" if section else "all"
    path = urls.section(section.slug) if section else "/"
    address = urls.section_feed(section.slug) if section else "/feed.xml"
    title = f"{section.name} – {room.site.name}" if section else room.site.name
    stories = Listing(name, Variant.RSS, FEED_LENGTH)
    parts = room.parts("feed.xml", {"stories": stories}, title=title, path=path, feed=address)
    return Page(parts, type=ContentType.RSS, path=address)


def corrections_feed(room: Room) -> Page:
    """The RSS feed of all corrections."""
    title = f"{room.words('Corrections')} – {room.site.name}"
    items = Listing(CORRECTIONS_FEED, Variant.RSS, FEED_LENGTH)
    parts = room.parts("feed.xml", {"stories": items}, title=title, path="/corrections", feed="/corrections/feed.xml")
    return Page(parts, type=ContentType.RSS, path="/corrections/feed.xml")


def json_feed(room: Room) -> Page:
    stories = Listing("all", Variant.JSON, FEED_LENGTH)
    return Page(room.parts("feed.json", {"stories": stories}), type=ContentType.JSON_FEED, path="/feed.json")


def sitemap_index(room: Room) -> Page:
    sitemaps = Listing("sitemaps", Variant.SITEMAP, SITEMAP_LENGTH)
    return Page(room.parts("sitemaps.xml", {"sitemaps": sitemaps}), type=ContentType.XML, path="/sitemap.xml")


def sitemap(room: Room, name: str) -> Page:
    """One sitemap file, ``sitemap:<day>-<block>``."""
    stories = Listing(name, Variant.SITEMAP, SITEMAP_LENGTH)
    path = sitemap_path(name)
    return Page(room.parts("sitemap.xml", {"stories": stories}, news=False), type=ContentType.XML, path=path)


def sitemap_path(name: str) -> str:
    return f"/sitemap/{name.removeprefix('sitemap:')}.xml"


def sitemap_key(name: str) -> bytes:
    """The place of a sitemap in the index: the newest day first."""
    day, _, block = name.removeprefix("sitemap:").rpartition("-")
    order = 0 if day == "undated" else date.fromisoformat(day).toordinal()
    return list_key("sitemaps", order, int(block))


def sitemap_entry(room: Room, name: str, changed: int) -> Fragment:
    """The ``sitemap`` element of the index; ``changed`` in milliseconds of the Unix epoch."""
    when = moment(datetime.fromtimestamp(changed // 1000, tz=UTC))
    address = escape(room.site.url + sitemap_path(name))
    return press(f"<sitemap><loc>{address}</loc><lastmod>{when}</lastmod></sitemap>\n".encode())


def news_sitemap(room: Room) -> Page:
    stories = Listing("all", Variant.NEWS_SITEMAP, NEWS_SITEMAP_LENGTH, window=NEWS_WINDOW)
    parts = room.parts("sitemap.xml", {"stories": stories}, news=True)
    return Page(parts, type=ContentType.XML, path="/sitemap-news.xml")


def robots(room: Room) -> Page:
    return Page(room.parts("robots.txt"), type=ContentType.TEXT, path="/robots.txt")


def refusals(room: Room) -> dict[str, Page]:
    """What is said to a reader whose comment or form was not taken in, by status."""
    _ = room.words
    return {
        "408": missing(room, _("Not sent"), _("It took too long to arrive. Please go back and send it again.")),
        "413": missing(room, _("Too long"), _("That is too long to be taken in. Please go back and shorten it.")),
        "502": missing(
            room,
            _("No answer"),
            _("There was no answer in time. What you sent may have arrived: please look before you send it again."),
        ),
    }


def missing(room: Room, heading: str, text: str) -> Page:
    """A page that says why there is nothing to read."""
    return Page(room.parts("missing.html", heading=heading, text=text))
