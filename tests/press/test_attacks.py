"""Attack strings in every field of a story: they stay text on pages, in feeds and in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from justhtml import JustHTML

import strikes
from builders import Tape, comment, story, thread
from dateline.masthead import Site
from newsstand import of
from sheets import Print, Read, Sheet

EACH = 20
"""So many texts are put into one story."""

MANY = 100
"""Comments on one story."""

COMMENT_TAGS = {"ol", "li", "p", "b", "bdi", "a", "time", "br"}
COMMENT_ATTRIBUTES = {"class", "id", "aria-level", "dir", "href", "rel", "datetime"}


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


@pytest.fixture(scope="module")
def discussed(printing: Print) -> Read:
    """A story with every attack as name and text of a comment and of a reply, a hundred to a story."""
    # The ledger takes no NUL and nothing that is not Unicode.
    texts = [one.encode(errors="ignore").decode().replace("\0", "") for one in strikes.texts()]

    def tape(masthead: Site) -> Tape:
        made = of(*(story(code) for code in range(1, len(texts) // MANY + 2)))(masthead)
        for place, one in enumerate(texts):
            code, number = place // MANY + 1, 2 * place + 1
            made.stand(thread(code))
            made.say(comment(number, code, name=one[:200], text=one))
            made.say(comment(number + 1, code, name=one[:200], text=one, parent=number, root=number))
        return made

    return printing(tape)


def discussions(paper: Read) -> Iterator[Sheet]:
    """Every page of every thread, and the pages of the stories."""
    for code in range(1, (len(strikes.texts()) - 1) // MANY + 2):
        yield paper(f"/news/{code}/ferry-leaves-late-{code}")
        address = f"/discuss/{code}?sort=oldest"
        while address:
            yield (sheet := paper(address))
            (more, *_) = sheet.tree.xpath("//p[@class='more']/a[@rel='next']/@href") or [""]
            address = more and f"/discuss/{code}{more}"


def test_no_comment_is_more_than_text(discussed: Read) -> None:
    seen = 0
    for sheet in discussions(discussed):
        assert sheet.status == 200
        assert JustHTML(sheet.text, collect_errors=True).errors == []
        tree = sheet.tree
        talks = tree.xpath("//ol[@class='talks']")
        assert {one.tag for talk in talks for one in talk.iter()} <= COMMENT_TAGS
        assert {name for talk in talks for one in talk.iter() for name in one.keys()} <= COMMENT_ATTRIBUTES  # noqa: SIM118
        assert len(tree.xpath("//main")) == len(tree.xpath("//h1")) == len(tree.xpath("/html/body/footer")) == 1
        for link in tree.xpath("//ol[@class='talks']//p[@dir]//a"):
            assert link.get("href").lower().startswith(("http://", "https://"))
            assert link.get("rel") == "nofollow ugc noopener"
        seen += len(tree.xpath("//li[@id]"))
    assert seen >= 2 * len(strikes.texts())


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
