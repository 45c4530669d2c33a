"""The HTML of every kind of page: a strict parser has nothing to say, and neither has an editor."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from urllib.parse import urljoin, urlsplit

import pytest
from justhtml import JustHTML

from dateline.press import assets
from newsstand import PAGES
from sheets import Read, Sheet

BUDGET = 14 * 1024
"""Of a story page and its style sheet, compressed, without pictures."""

every_kind = pytest.mark.parametrize("kind", PAGES)


@every_kind
def test_a_strict_parser_finds_no_error(paper: Read, kind: str) -> None:
    assert JustHTML(paper(PAGES[kind]).text, collect_errors=True).errors == []


@every_kind
def test_no_name_is_given_twice(paper: Read, kind: str) -> None:
    tree = paper(PAGES[kind]).tree
    assert [name for name, count in Counter(tree.xpath("//@id")).items() if count > 1] == []
    assert set(tree.xpath("//@aria-labelledby")) <= set(tree.xpath("//@id"))


@every_kind
def test_a_page_has_its_landmarks_and_one_first_heading(paper: Read, kind: str) -> None:
    tree = paper(PAGES[kind]).tree
    assert [len(tree.xpath(path)) for path in ("/html/body/header", "//main", "/html/body/footer", "//h1")] == [1] * 4
    labels = tree.xpath("//nav/@aria-label")
    assert len(labels) == len(set(labels)) == len(tree.xpath("//nav"))
    assert tree.get("lang") == "en"
    assert tree.get("dir") == "ltr"


@every_kind
def test_headings_leave_no_level_out(paper: Read, kind: str) -> None:
    levels = [int(heading.tag[1]) for heading in paper(PAGES[kind]).tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_kind
def test_every_picture_has_its_size_said_and_its_alternative(paper: Read, kind: str) -> None:
    for picture in paper(PAGES[kind]).tree.xpath("//img"):
        assert int(picture.get("width")) > 0
        assert int(picture.get("height")) > 0
        assert picture.get("alt") is not None


@pytest.mark.parametrize("kind", ["home", "section", "story with everything", "corrected story"])
def test_only_the_first_picture_is_waited_for(paper: Read, kind: str) -> None:
    pictures = paper(PAGES[kind]).tree.xpath("//img")
    eager = [one for one in pictures if one.get("loading") != "lazy"]
    assert [one.get("fetchpriority") for one in eager] == (["high"] if kind != "corrected story" else [])
    assert eager == pictures[: len(eager)] or kind == "story with everything"


def test_a_phone_is_not_sent_the_largest_picture(paper: Read) -> None:
    for kind in ("home", "story with everything"):
        lead = paper(PAGES[kind]).tree.xpath("//img[@fetchpriority]")[0]
        assert [one.split()[1] for one in lead.get("srcset").split(",")] == ["320w", "640w", "960w", "1280w"]
        assert lead.get("sizes").endswith("100vw")


@every_kind
def test_a_page_brings_no_script_style_or_handler_of_its_own(paper: Read, kind: str) -> None:
    tree = paper(PAGES[kind]).tree
    assert set(tree.xpath("//script/@type")) <= {"application/ld+json"}
    scripts = tree.xpath("//script[not(@type)]")
    assert all(one.get("src").startswith("/static/") and one.text is None for one in scripts)
    assert bool(scripts) == (kind in ("discussed story", "its discussion", "story without a comment"))
    assert tree.xpath("//style|//@style|//iframe|//object|//embed") == []
    assert [name for one in tree.iter() for name in one.keys() if name.startswith("on")] == []  # noqa: SIM118


@every_kind
def test_a_page_asks_nobody_but_the_site(paper: Read, kind: str) -> None:
    tree = paper(PAGES[kind]).tree
    asked = [*tree.xpath("//@src"), *tree.xpath("//link[@rel='stylesheet' or contains(@rel,'icon')]/@href")]
    asked += [one.split()[0] for srcset in tree.xpath("//@srcset") for one in srcset.split(",")]
    assert asked
    assert all(address.startswith(("/media/", "/static/")) for address in asked)


@every_kind
def test_links_say_where_they_lead(paper: Read, kind: str) -> None:
    names = [" ".join(link.text_content().split()) for link in paper(PAGES[kind]).tree.xpath("//a")]
    assert all(len(name) > 2 for name in names)
    assert not {"here", "more", "read more", "link"} & {name.lower() for name in names}


@pytest.mark.parametrize("kind", ["home", "section"])
def test_no_story_stands_twice_on_a_front(paper: Read, kind: str) -> None:
    headlines = "//main//*[self::h2 or self::h3]/a[starts-with(@href,'/news/')]/@href"
    links = paper(PAGES[kind]).tree.xpath(headlines)
    assert len(links) > 20
    assert len(links) == len(set(links))


@every_kind
def test_the_rail_of_twelve_with_pictures_is_on_every_page(paper: Read, kind: str) -> None:
    cards = paper(PAGES[kind]).tree.xpath("//section[@class='rail']//li")
    assert len(cards) == 12
    assert len([card for card in cards if card.xpath("img")]) >= 5
    for card in cards:
        assert card.xpath(".//h3/a")
        assert card.xpath(".//time/@datetime")


def test_related_stories_begin_with_the_name_of_the_site(paper: Read) -> None:
    cards = paper(PAGES["story"]).tree.xpath("//section[@class='related']//li")
    assert cards
    for card in cards:
        assert card.findtext(".//p[@class='s']/bdi") == "The Harbour Courier"
        assert card.xpath(".//time/@datetime")


def test_nothing_is_shown_of_comments_before_there_are_any(paper: Read) -> None:
    page = paper(PAGES["story"])
    assert page.tree.xpath("//*[@id='comments']|//p[@class='talk']|//link[contains(@href,'comments')]") == []
    assert "commentCount" not in page.text


def test_a_story_in_another_language_says_so_wherever_it_stands(paper: Read) -> None:
    page = paper(PAGES["story from right to left"]).tree
    (article,) = page.xpath("//main/article")
    assert (article.get("lang"), article.get("dir")) == ("ar", "rtl")
    assert page.xpath("//div[@class='facts']/@lang") == ["en"]
    (card,) = paper(PAGES["day"]).tree.xpath("//div[@class='river']//li[@lang]")
    assert (card.get("lang"), card.get("dir")) == ("ar", "rtl")
    assert card.xpath(".//p[@class='f']/@dir") == ["ltr"]
    assert card.xpath(".//p[@class='f']//bdi/text()") == ["ليلى منصور"]


@pytest.mark.parametrize(
    "kind",
    ["story", "story with everything", "story from right to left", "retracted story", "story without a comment"],
)
def test_a_story_page_and_its_style_sheets_keep_to_their_budget(paper: Read, kind: str) -> None:
    assert len(paper(PAGES[kind]).packed) + sheets_of(paper(PAGES[kind])) <= BUDGET


def sheets_of(page: Sheet) -> int:
    """Bytes of the style sheets of a page, as they are sent."""
    asked = page.tree.xpath("//link[@rel='stylesheet']/@href")
    names = [name for name in assets.names() if assets.address(name) in asked]
    assert len(names) == len(asked)
    return sum(len(assets.packed(name)) for name in names)


def test_a_discussed_story_says_how_many_comments_it_has(paper: Read) -> None:
    tree = paper(PAGES["discussed story"]).tree
    (link,) = tree.xpath("//p[@class='talk']/a")
    assert (link.text, link.get("href")) == ("33 comments", "/news/88/ferry-leaves-late-88#comments")
    _, said = map(json.loads, tree.xpath("//script[@type='application/ld+json']/text()"))
    assert said == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "https://courier.example/news/88/ferry-leaves-late-88",
        "commentCount": 33,
    }


def test_a_story_page_says_what_it_is_to_machines(paper: Read) -> None:
    tree = paper(PAGES["story with everything"]).tree
    address = "https://courier.example/news/91/ferry-leaves-late-91"
    said = {one.get("property"): one.get("content") for one in tree.xpath("//meta[@property]")}
    assert tree.xpath("//link[@rel='canonical']/@href") == [address]
    assert said["og:url"] == address
    assert said["og:title"] == "Ferry leaves late, day 91"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "675")
    (script,) = tree.xpath("//script[@type='application/ld+json']/text()")
    article = json.loads(script)
    assert (article["@id"], article["identifier"]) == (address, "91")
    assert article["datePublished"] == said["article:published_time"]


@pytest.mark.parametrize("kind", ["home", "section", "person", "topic", "source", "day", "corrections", "ledger"])
def test_a_page_names_its_one_address(paper: Read, kind: str) -> None:
    (canonical,) = paper(PAGES[kind]).tree.xpath("//link[@rel='canonical']/@href")
    assert canonical == urljoin("https://courier.example", PAGES[kind])


@pytest.mark.parametrize(("kind", "status"), [("not found", 404), ("withdrawn", 410)])
def test_a_page_that_is_not_there_says_so_in_words_and_in_its_status(paper: Read, kind: str, status: int) -> None:
    sheet = paper(PAGES[kind])
    assert sheet.status == status
    assert sheet.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_a_retracted_story_stays_up_under_its_notice_and_out_of_search_engines(paper: Read) -> None:
    sheet = paper(PAGES["retracted story"])
    assert sheet.status == 200
    assert sheet.tree.xpath("//meta[@name='robots']/@content") == ["noindex"]
    (notice,) = sheet.tree.xpath("//main//header/aside[contains(@class,'retraction')]")
    assert "None of this can be shown to be true." in notice.text_content()


def test_the_permanent_address_is_printed(paper: Read) -> None:
    code = paper(PAGES["story"]).tree.xpath("//p[@class='code']")[0]
    assert code.text_content().split() == ["Story", "90", "courier.example/s/90"]
    assert code.xpath("a/@href") == ["/s/90"]


@every_kind
def test_links_into_other_places_pass_no_judgement_on(paper: Read, kind: str) -> None:
    for link in paper(PAGES[kind]).tree.xpath("//main//a[starts-with(@href,'http')]"):
        if urlsplit(link.get("href")).hostname != "courier.example":
            assert {"nofollow", "sponsored"} & set((link.get("rel") or "").split())
