"""Items of feeds and entries of sitemaps: what a program reads is what the story says."""

from __future__ import annotations

import json
from email.utils import parsedate_to_datetime
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest

from builders import bare, byline, correction, credit, full, picture, site, story
from dateline.story import Paragraph
from dateline.syndicate import feeds

SPACES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}
HOSTILE = """Cranes & <b>"piers"</b> ]]> 'now'"""


def parsed(text: str) -> ElementTree.Element:
    declared = " ".join(f'xmlns:{name}="{space}"' for name, space in SPACES.items())
    return ElementTree.fromstring(f"<all {declared}>{text}</all>")[0]


def item(**fields: Any) -> ElementTree.Element:
    return parsed(feeds.rss_item(story(**fields), site()))


def test_an_item_keeps_its_identifier_when_the_story_is_corrected() -> None:
    first = item(slug="ferry", headline="Ferry late").findtext("guid")
    assert first == "https://courier.example/s/864"
    assert item(slug="ferry-2", headline="Ferry an hour late", updated="2026-03-09T08:00:00Z").findtext("guid") == first


def test_each_of_the_byline_is_a_creator_and_each_topic_a_category() -> None:
    found = parsed(feeds.rss_item(full(91), site()))
    creators = [one.text for one in found.findall("dc:creator", SPACES)]
    assert creators == ["Ana Lopes", "Rui Costa", "Ines Prado"]
    assert [one.text for one in found.findall("category")] == ["Harbour", "Ferries", "Ports & piers"]


def test_the_time_of_an_item_is_the_first_publication() -> None:
    found = item(published="2026-03-02T08:00:00Z", updated="2026-03-09T08:00:00Z").findtext("pubDate")
    assert found is not None
    assert parsedate_to_datetime(found).isoformat() == "2026-03-02T08:00:00+00:00"


def test_a_picture_is_told_with_its_size_words_and_credit() -> None:
    found = item(lead=picture()).find("media:content", SPACES)
    assert found is not None
    assert found.attrib == {
        "url": "https://courier.example/media/aa/00112233445566778899aa-16x9.jpg",
        "medium": "image",
        "type": "image/jpeg",
        "width": "1200",
        "height": "675",
    }
    assert found.findtext("media:credit", "", SPACES) == "Ines Prado"
    assert found.findtext("media:description", "", SPACES) == "A crane with its arm up"


def test_hostile_words_stay_words() -> None:
    words = {"headline": HOSTILE, "standfirst": HOSTILE, "bylines": (byline(name=HOSTILE, slug="x"),)}
    found = item(**words)
    assert (found.findtext("title"), found.findtext("description")) == (HOSTILE, HOSTILE)
    assert found.findtext("dc:creator", "", SPACES) == HOSTILE
    assert json.loads(feeds.json_item(story(**words), site()))["title"] == HOSTILE
    assert parsed(feeds.news_sitemap_url(story(**words), site())).findtext(".//news:title", "", SPACES) == HOSTILE


def test_the_whole_of_a_story_is_html_with_its_picture_and_corrections_and_words_stay_words() -> None:
    told = story(
        lead=picture(),
        body=(Paragraph(html=f'Seen <a href="/s/7">before</a>. {escape(HOSTILE)}'),),
        corrections=(correction("clarification", text=HOSTILE),),
    )
    text = feeds.whole(told, site(), lambda one: one.kind)
    assert text.startswith('<figure><img src="https://courier.example/media/')
    assert 'Seen <a href="https://courier.example/s/7">before</a>.' in text
    assert text.endswith(f"<p><b>clarification:</b> {escape(HOSTILE)}</p>")
    whole = parsed(feeds.rss_item(told, site(), text))
    assert whole.findtext("content:encoded", "", SPACES) == text
    assert whole.findtext("description") == feeds.excerpt(told)
    found = json.loads(feeds.json_item(told, site(), text))
    assert (found["content_html"], found["summary"]) == (text, feeds.excerpt(told))
    assert "content_text" not in found


def test_of_a_story_that_is_disowned_the_whole_is_nothing() -> None:
    told = story(lead=picture(), corrections=(correction("retraction"),))
    assert feeds.whole(told, site(), lambda one: one.kind) == ""


def test_the_same_item_as_json() -> None:
    found = json.loads(feeds.json_item(full(91), site()))
    assert found["id"] == "https://courier.example/s/91"
    assert found["url"] == "https://courier.example/news/91/ferry-leaves-late-91"
    assert found["authors"][0] == {"name": "Ana Lopes", "url": "https://courier.example/people/ana-lopes"}
    assert found["date_modified"] > found["date_published"]


def test_a_story_of_which_only_the_day_is_known_has_no_time_in_json() -> None:
    assert "date_published" not in json.loads(feeds.json_item(story(published="2026-03-02"), site()))


def test_only_our_own_news_is_offered_to_news_search() -> None:
    assert feeds.news_sitemap_url(story(), site())
    assert feeds.news_sitemap_url(story(source=(credit("agency"),)), site())
    assert not feeds.news_sitemap_url(story(source=(credit("relay"),)), site())
    assert not feeds.news_sitemap_url(story(genre="sponsored"), site())
    assert not feeds.news_sitemap_url(story(corrections=(correction("retraction"),)), site())
    assert not feeds.news_sitemap_url(bare(3, published=""), site())


def test_a_sitemap_says_when_a_story_last_changed() -> None:
    assert parsed(feeds.sitemap_url(full(91), site())).findtext("lastmod") == full(91).updated


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("The ferry left late.", 40, "The ferry left late."),
        ("The ferry left late.", 12, "The ferry…"),
        ("The ferry, late", 11, "The ferry…"),
        ("Donaudampfschiff", 6, "Donaud…"),
        ("  Two\n lines ", 40, "Two lines"),
    ],
)
def test_an_excerpt_is_whole_words(text: str, limit: int, expected: str) -> None:
    assert feeds.excerpt(story(standfirst=text), limit) == expected


def test_without_a_standfirst_the_first_words_of_the_body_are_the_excerpt() -> None:
    assert (
        feeds.excerpt(story(standfirst="", body=(Paragraph(html="It was <em>late</em> &amp; wet."),)))
        == "It was late & wet."
    )
