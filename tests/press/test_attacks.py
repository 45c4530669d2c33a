"""Attack strings in every field of a story: they stay text on pages, in feeds and in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from justhtml import JustHTML

import strikes
from builders import story
from newsstand import of
from sheets import Print, Read, Sheet

EACH = 20
"""So many texts are put into one story."""


@pytest.fixture(scope="module")
def struck(printing: Print) -> tuple[Read, list[int]]:
    texts = strikes.texts()
    groups = [texts[at : at + EACH] for at in range(0, len(texts), EACH)]
    stories = [strikes.story_of(code, group) for code, group in enumerate(groups, 1)]
    return printing(of(*stories, story(9000, headline="Quiet"))), [one.code for one in stories]


def pages(paper: Read, codes: list[int]) -> Iterator[Sheet]:
    for code in codes:
        yield paper(f"/news/{code}/struck-{code}")
    for address in ("/", "/harbour/", "/corrections", "/ledger", "/news/1/history", "/archive/2026/03/02"):
        yield paper(address)


def test_no_page_is_more_than_it_was_made_to_be(struck: tuple[Read, list[int]]) -> None:
    for sheet in pages(*struck):
        assert sheet.status == 200
        assert JustHTML(sheet.text, collect_errors=True).errors == []
        tree = sheet.tree
        assert set(tree.xpath("//script/@type")) <= {"application/ld+json"}
        assert (
            tree.xpath("//script[not(@type)]|//style|//iframe|//object|//embed|//base|//svg|//meta[@http-equiv]") == []
        )
        assert [name for one in tree.iter() for name in map(str, one.keys()) if name.startswith("on")] == []
        assert len(tree.xpath("//main")) == len(tree.xpath("//h1")) == 1
        addresses = [*tree.xpath("//@href"), *tree.xpath("//@src"), *tree.xpath("//@action")]
        assert [one for one in addresses if not one.startswith(("/", "http://", "https://", "mailto:", "#", "?"))] == []
        assert all(one.startswith("/media/") for one in tree.xpath("//img/@src"))


def test_what_search_engines_are_told_is_json_still(struck: tuple[Read, list[int]]) -> None:
    paper, codes = struck
    for code in codes:
        (script,) = paper(f"/news/{code}/struck-{code}").tree.xpath("//script/text()")
        assert json.loads(script)["identifier"] == str(code)


def test_a_page_about_a_struck_story_has_the_parts_of_any_other(struck: tuple[Read, list[int]]) -> None:
    paper, codes = struck

    def parts(address: str) -> list[str]:
        return [f"{one.tag}.{one.get('class')}" for one in paper(address).tree.xpath("/html/body/*|/html/body/main/*")]

    usual = parts("/news/9000/ferry-leaves-late-9000")
    for code in codes:
        assert parts(f"/news/{code}/struck-{code}") == usual


def test_feeds_and_sitemaps_are_whole(struck: tuple[Read, list[int]]) -> None:
    paper, _ = struck
    for address in ("/feed.xml", "/harbour/feed.xml", "/sitemap-news.xml", "/sitemap.xml"):
        assert ElementTree.fromstring(paper(address).text) is not None
    assert json.loads(paper("/feed.json").text)["items"]


def test_the_public_json_says_the_same_words(struck: tuple[Read, list[int]]) -> None:
    paper, codes = struck
    for code in codes:
        sheet = paper(f"/news/{code}.json")
        assert sheet.headers["content-type"].startswith("application/json")
        assert sheet.headers["x-content-type-options"] == "nosniff"
        assert json.loads(sheet.text)["code"] == code
