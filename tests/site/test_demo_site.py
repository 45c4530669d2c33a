"""The demo as a reader finds it: everything that it names is there, and every page is sound."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from justhtml import JustHTML

import demos
from crawling import broken, crawl
from dateline.press import assets
from dateline.serve.edition import Edition

pytestmark = pytest.mark.slow

HOME = "http://127.0.0.1:8000"
FORM = re.compile(r"/discuss/(account/.*|me|[0-9]+/(write|report|notice|mine))")
BUDGET = 14 * 1024
"""Of a story page and its style sheet, compressed, without pictures."""


class Reader:
    """Reads the pressed demo and its files without a server."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.edition = Edition(site / "pressed")
        self.static = {assets.address(name) for name in assets.names()}
        self.sheets = {
            assets.address(name): len(assets.packed(name)) for name in assets.names() if name.endswith(".css")
        }

    def fetch(self, address: str) -> tuple[int, str, str]:
        if address.startswith(("/static/", "/media/")):
            there = address in self.static or (self.site / address[1:]).is_file()
            return (200 if there else 404), "", ""
        path, _, query = address.partition("?")
        if FORM.fullmatch(path):
            return 200, "", ""  # asked of the process that takes comments, whose tests read these pages
        answer = self.edition.answer(unquote(path), query, "")
        headers = dict(answer.headers)
        if answer.status == 301:
            return self.fetch(headers["location"])
        return answer.status, headers["content-type"], gzip.decompress(answer.body).decode()

    def size(self, address: str) -> int:
        """Compressed bytes of a page and its style sheets."""
        page = self.edition.answer(unquote(address), "", "").body
        linked = re.findall(r'<link rel="stylesheet" href="([^"]+)"', gzip.decompress(page).decode())
        assert linked
        return len(page) + sum(self.sheets[one] for one in linked)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    reader = Reader(demos.make(tmp_path_factory.mktemp("demo") / "site", HOME))
    yield reader
    if reader.edition.store is not None:
        reader.edition.store.close()


@pytest.fixture(scope="module")
def found(demo: Reader) -> dict[str, tuple[int, str]]:
    return crawl(demo.fetch, HOME)


def test_no_link_of_the_demo_leads_nowhere(found: dict[str, tuple[int, str]]) -> None:
    assert len(found) > 500
    assert broken({address: one for address, one in found.items() if one[0] != 410}) == []


def test_the_record_alone_leads_to_the_story_that_was_withdrawn(found: dict[str, tuple[int, str]]) -> None:
    named_on = [page for status, page in found.values() if status == 410]
    assert len(named_on) == 1
    assert named_on[0].startswith("/ledger")


def test_every_page_of_the_demo_is_sound(demo: Reader, found: dict[str, tuple[int, str]]) -> None:
    for address in found:
        status, kind, text = demo.fetch(address)
        if status == 200 and kind.startswith("text/html"):
            assert JustHTML(text, collect_errors=True).errors == [], address


def test_every_story_of_the_demo_keeps_to_the_budget(demo: Reader, found: dict[str, tuple[int, str]]) -> None:
    stories = [one for one in found if one.startswith("/news/") and not one.endswith((".json", "/history"))]
    assert len(stories) >= 60
    assert {address: size for address in stories if (size := demo.size(address)) > BUDGET} == {}


def test_every_topic_and_source_that_the_demo_describes_says_so_on_its_page(demo: Reader) -> None:
    for address, said in (("/topic/the-port", "Quays, cranes, ships"), ("/source/corvan-press-agency", "in Aldersey")):
        assert said in demo.fetch(address)[2]


def test_readers_discuss_the_story_that_leads(demo: Reader) -> None:
    _, _, page = demo.fetch("/")
    lead = re.search(r'href="(/news/[0-9]+/all-four-lanes[^"#]*)"', page)
    assert lead
    _, _, story = demo.fetch(lead[1])
    assert story.index("Nell Orchard") < story.index("Piet Vandermoor")
    assert "Chosen by the newsroom" in story
    _, _, discussion = demo.fetch(f"/discuss/{lead[1].split('/')[2]}")
    assert discussion.count("Piet Vandermoor") == 2
    assert re.search(r"Demo Editor</bdi></b>\s*<[^>]*>Newsroom<", discussion)


def test_the_history_of_a_corrected_story_has_the_version_before_the_correction(demo: Reader) -> None:
    corrections = demo.fetch("/corrections")[2].partition('class="rail"')[0]
    code = re.findall(r'href="/news/(\d+)/', corrections)[0]
    history = demo.fetch(f"/news/{code}/history")[2]
    assert len(re.findall(r'<li id="entry-', history)) == 2
    assert "<ins>" in history


def test_the_demo_answers_under_the_address_it_is_served_at(demo: Reader) -> None:
    feed = json.loads(demo.fetch("/feed.json")[2])
    assert all(item["url"].startswith(HOME) for item in feed["items"])
