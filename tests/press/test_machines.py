"""What programs read: feeds, sitemaps, robots.txt and the JSON of a story, as a strict reader of each takes them."""

from __future__ import annotations

import json
from dataclasses import replace
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import pytest

from builders import at, correction, credit, story
from dateline.story import Correction, Paragraph, instant
from newsstand import PAGES, of
from sheets import Print, Read

SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "map": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}
WHOLE = "{http://purl.org/rss/1.0/modules/content/}encoded"
HOME = "https://courier.example"


def xml(paper: Read, address: str) -> ElementTree.Element:
    sheet = paper(address)
    assert sheet.status == 200
    return ElementTree.fromstring(sheet.text)


@pytest.mark.parametrize(
    ("address", "front"),
    [("/feed.xml", "/"), ("/harbour/feed.xml", "/harbour/"), ("/corrections/feed.xml", "/corrections")],
)
def test_a_feed_says_where_it_is_and_what_it_is_of(paper: Read, address: str, front: str) -> None:
    channel = xml(paper, address).find("channel")
    assert channel is not None
    assert paper(address).headers["content-type"] == "application/rss+xml; charset=utf-8"
    link = channel.find("atom:link", SPACES)
    assert link is not None
    assert (link.get("rel"), link.get("href")) == ("self", HOME + address)
    assert channel.findtext("link") == HOME + front
    assert channel.findtext("title")
    assert channel.findtext("description")
    assert channel.findtext("language") == "en"


def test_the_items_of_a_feed_are_the_newest_first_each_once(paper: Read) -> None:
    items = xml(paper, "/feed.xml").findall("channel/item")
    assert len(items) == 30
    times = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in items]
    assert times == sorted(times, reverse=True)
    assert all(time.tzinfo for time in times)
    names = [item.findtext("guid") for item in items]
    assert len(set(names)) == 30
    for item in items:
        assert paper((item.findtext("link") or "").removeprefix(HOME)).status == 200
        assert paper((item.findtext("guid") or "").removeprefix(HOME)).status == 301


def test_a_section_has_a_feed_of_its_own_stories(paper: Read) -> None:
    categories = {item.findtext("category") for item in xml(paper, "/world/feed.xml").findall("channel/item")}
    assert categories == {"World"}


def test_corrections_have_a_feed_and_a_later_one_changes_no_identifier(printing: Print) -> None:
    def items(*corrections: Correction) -> list[list[str | None]]:
        feed = xml(printing(of(story(7, headline="Pier closes", corrections=corrections))), "/corrections/feed.xml")
        return [[item.findtext(name) for name in ("guid", "title", "description")] for item in feed.iter("item")]

    first, later = (
        correction(text="It is pier four."),
        correction("clarification", at="2026-03-04T09:00:00Z", text="<b>"),
    )
    one = [f"{HOME}/s/7#correction-1", "Correction: Pier closes", "It is pier four."]
    assert items(first) == [one]
    assert items(first, later) == [[f"{HOME}/s/7#correction-2", "Clarification: Pier closes", "<b>"], one]
    assert items() == []


def test_pages_lead_to_their_feeds(paper: Read) -> None:
    for kind in ("home", "section", "story"):
        for address in paper(PAGES[kind]).tree.xpath("//link[@rel='alternate']/@href"):
            assert paper(address).status == 200


def test_the_json_feed_is_one(paper: Read) -> None:
    sheet = paper("/feed.json")
    feed = json.loads(sheet.text)
    assert sheet.headers["content-type"] == "application/feed+json; charset=utf-8"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{HOME}/feed.json"
    assert len(feed["items"]) == 30
    for item in feed["items"]:
        assert item["id"].startswith(f"{HOME}/s/")
        assert item["url"]
        assert item["content_text"]
        assert instant(item["date_published"])


def test_feeds_have_the_summary_alone_unless_the_site_wants_whole_stories_in_them(paper: Read, printing: Print) -> None:
    assert not list(xml(paper, "/feed.xml").iter(WHOLE))
    told = of(
        story(1, body=(Paragraph(html="Nobody <em>knew</em>."),), corrections=(correction(text="It was Tuesday."),)),
        story(
            2,
            body=(Paragraph(html="None of it is so."),),
            corrections=(correction("retraction", text="It is not so."),),
        ),
    )
    generous = printing(lambda masthead: told(replace(masthead, full_text=True)))
    for address in ("/feed.xml", "/harbour/feed.xml"):
        (item,) = (one for one in xml(generous, address).iter("item") if one.findtext("guid") == f"{HOME}/s/1")
        text = item.findtext(WHOLE) or ""
        assert "<p>Nobody <em>knew</em>.</p>" in text
        assert "<p><b>Correction:</b> It was Tuesday.</p>" in text
        assert item.findtext("description")
    items = {one["id"]: one for one in json.loads(generous("/feed.json").text)["items"]}
    assert "<p>Nobody <em>knew</em>.</p>" in items[f"{HOME}/s/1"]["content_html"]
    assert items[f"{HOME}/s/1"]["summary"]
    assert items[f"{HOME}/s/2"]["content_text"] == "It is not so."
    assert "None of it is so" not in generous("/feed.xml").text + generous("/feed.json").text


def test_the_sitemaps_hold_every_story_that_is_up(paper: Read) -> None:
    index = xml(paper, "/sitemap.xml")
    files = [one.text or "" for one in index.findall("map:sitemap/map:loc", SPACES)]
    addresses = [
        one.text or ""
        for file in files
        for one in xml(paper, file.removeprefix(HOME)).findall("map:url/map:loc", SPACES)
    ]
    assert len(addresses) == len(set(addresses)) == 76
    assert not {f"{HOME}{PAGES[kind]}" for kind in ("retracted story", "withdrawn")} & set(addresses)
    assert all(paper(address.removeprefix(HOME)).status == 200 for address in addresses)


def test_the_sitemap_for_news_is_of_the_last_two_days(printing: Print) -> None:
    days = 24 * 60
    paper = printing(
        of(
            story(1, published=at(-3 * days)),
            story(2, published=at(-1 * days)),
            story(3),
            story(4, source=(credit("relay"),)),
            story(5, genre="sponsored"),
        )
    )
    titles = xml(paper, "/sitemap-news.xml").findall("map:url/news:news/news:title", SPACES)
    assert [one.text for one in titles] == ["Ferry leaves late, day 3", "Ferry leaves late, day 2"]


def test_a_sitemap_for_news_without_any_is_still_one(printing: Print) -> None:
    assert len(xml(printing(of(story(1, published=at(-9000)))), "/sitemap-news.xml")) == 0


def test_robots_are_told_where_the_sitemaps_are(paper: Read) -> None:
    lines = paper("/robots.txt").text.splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /desk/" in lines
    assert f"Sitemap: {HOME}/sitemap.xml" in lines
    assert f"Sitemap: {HOME}/sitemap-news.xml" in lines


def test_whoever_has_a_retracted_story_in_a_feed_is_told(paper: Read) -> None:
    (item,) = (one for one in xml(paper, "/feed.xml").iter("item") if one.findtext("guid") == f"{HOME}/s/94")
    assert item.findtext("description") == "None of this can be shown to be true."
