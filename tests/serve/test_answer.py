"""What an address answers: pages, redirects for ever, what is gone and what never was; read from pressed pages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

import newsstand
import pressing
from builders import at, full, site, story
from dateline.press import generation
from dateline.press.apply import Press
from dateline.press.store import Store
from dateline.serve.answer import Answer
from dateline.serve.edition import Edition

Ask = Callable[..., Answer]

NOW = 1_772_500_000.0
"""A time on the second day of the paper."""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Edition]:
    """A page of every kind, and a story that came from another site."""
    folder = tmp_path_factory.mktemp("answer")
    tape = newsstand.courier(site())
    tape.publish(story(100, former=("http://www.old-courier.example/a.asp?id=5&x=1", "/stories/ä b.html")))
    tape.publish(full(101, slug="fähre-später", published=at(101)))
    fresh = generation.begin(folder / "pressed")
    store = Store(fresh, writer=True, durable=False)
    Press(store, pressing.kin, tape.history).apply(tape.after(0, tape.last_seq()), "a signed note\n")
    store.close()
    generation.switch(folder / "pressed", fresh)
    made = Edition(folder / "pressed", lambda: NOW)
    yield made
    made._close()


@pytest.fixture
def ask(edition: Edition) -> Ask:
    def asked(path: str, query: str = "", host: str = "courier.example") -> Answer:
        return edition.answer(path, query, host)

    return asked


def text(answer: Answer) -> str:
    return gzip.decompress(answer.body).decode() if answer.body else ""


def location(answer: Answer) -> str:
    return dict(answer.headers)["location"]


@pytest.mark.parametrize(
    "address",
    [at for name, at in newsstand.PAGES.items() if name not in ("not found", "withdrawn") and "search" not in name],
)
def test_every_kind_of_page_answers(ask: Ask, address: str) -> None:
    path, _, query = address.partition("?")
    answer = ask(path, query)
    assert answer.status == 200
    assert text(answer).rstrip().endswith("</html>")


@pytest.mark.parametrize("path", ["/feed.xml", "/harbour/feed.xml", "/sitemap.xml", "/sitemap-news.xml"])
def test_feeds_and_sitemaps_are_xml(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert (answer.status, text(answer)[:5]) == (200, "<?xml")
    assert "xml" in dict(answer.headers)["content-type"]


@pytest.mark.parametrize("path", ["/news/90", "/news/90/", "/news/90/wrong", "/news/90/ferry-leaves-late-90/", "/s/90"])
def test_whatever_leads_to_a_story_is_one_redirect_to_its_one_address(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert (answer.status, location(answer)) == (301, "/news/90/ferry-leaves-late-90")
    assert ask(location(answer)).status == 200


def test_a_slug_in_another_script_has_one_address_however_it_is_written(ask: Ask) -> None:
    assert ask("/news/101/fähre-später").status == 200
    assert location(ask("/s/101")) == "/news/101/f%C3%A4hre-sp%C3%A4ter"


@pytest.mark.parametrize(
    ("path", "right"), [("/harbour", "/harbour/"), ("/port/", "/harbour/"), ("/port", "/harbour/")]
)
def test_a_section_is_found_by_its_former_slug(ask: Ask, path: str, right: str) -> None:
    assert (ask(path).status, location(ask(path))) == (301, right)


def test_what_was_withdrawn_is_gone_under_every_address(ask: Ask) -> None:
    for path in ("/news/99/ferry-leaves-late-99", "/news/99", "/news/99.json", "/news/99/history", "/s/99"):
        answer = ask(path)
        assert answer.status == 410, path
        assert "Ferry leaves late, day 99" not in text(answer)


NEVER_WAS = (
    *("/news/5000", "/news/5000.json", "/news/5000/history", "/s/5000", "/s/", "/s/x", "/news/", "/news/x", "/news/-1"),
    *("/people/nobody", "/topic/", "/source/x/y", "/nowhere/", "/archive/2026/13/45", "/archive/2026/03/09", "//", ""),
    *("/news/٩٠", "/news/90.json/", "/feed", "/sitemap/x.xml", "/" + "a" * 20_000, "/people/" + "ä" * 300, "/\0"),
    *("/news/99999999999999999999", "*", "/../dateline.toml"),
)


@pytest.mark.parametrize("path", NEVER_WAS)
def test_what_never_was_is_not_found(ask: Ask, path: str) -> None:
    answer = ask(path)
    assert answer.status == 404
    assert "There is nothing at this address" in text(answer)


@given(some.text(max_size=60), some.text(max_size=30), some.text(max_size=30))
def test_no_address_is_too_strange_to_be_answered(edition: Edition, path: str, query: str, host: str) -> None:
    for begin in ("/", "/news/", "/people/", "/archive/", "/s/", ""):
        assert edition.answer(begin + path, query, host).status in (200, 301, 404, 410)


@pytest.mark.parametrize(
    ("path", "query", "host"),
    [
        ("/a.asp", "id=5&x=1", "old-courier.example"),
        ("/a.asp", "x=1&id=5", "www.old-courier.example"),
        ("/a.asp", "id=5&x=1", "courier.example"),
        ("/stories/ä b.html", "", "courier.example"),
        ("/stories/ä b.html/", "", "elsewhere.example"),
    ],
)
def test_an_address_of_another_time_leads_to_the_story(ask: Ask, path: str, query: str, host: str) -> None:
    answer = ask(path, query, host)
    assert (answer.status, location(answer)) == (301, "/news/100/ferry-leaves-late-100")


@pytest.mark.parametrize("host", ["[::1", "a" * 9000, "\udcff", "x y", "", "[", "a]b"])
def test_a_hostile_host_is_only_a_host(ask: Ask, host: str) -> None:
    assert ask("/nothing/here", "", host).status == 404


def test_the_snapshot_is_canonical_json(ask: Ask) -> None:
    body = text(ask("/news/90.json"))
    assert json.loads(body)["code"] == 90
    assert body == json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def test_the_checkpoint_is_shown_as_it_was_signed(ask: Ask) -> None:
    assert text(ask("/ledger/checkpoint")) == "a signed note\n"


def test_a_page_says_what_browsers_and_caches_may_do_with_it(ask: Ask) -> None:
    headers = dict(ask("/news/90/ferry-leaves-late-90").headers)
    assert headers["cache-control"] == "no-cache"
    assert headers["vary"] == "accept-encoding"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "set-cookie" not in headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert "*" not in policy


def test_older_entries_of_a_list_have_an_address_of_their_own(ask: Ask) -> None:
    first = text(ask("/topic/ferries"))
    cursor = first.partition("?before=")[2].partition('"')[0]
    older = ask("/topic/ferries", f"before={cursor}")
    assert older.status == 200
    assert text(older) != first
    assert dict(older.headers)["etag"] != dict(ask("/topic/ferries").headers)["etag"]


@pytest.mark.parametrize(
    "query", ["before=", "before=x", "before=1", "before=1-2-3", "before=9" * 50, "before=-1--1", "q"]
)
def test_a_place_in_a_list_that_is_none_shows_the_list(ask: Ask, query: str) -> None:
    assert text(ask("/topic/ferries", query)) == text(ask("/topic/ferries"))


def test_a_reader_who_makes_queries_up_does_not_fill_the_memory(edition: Edition) -> None:
    for number in range(3000):
        edition.answer("/news/90/ferry-leaves-late-90", f"utm={number}", "")
        edition.answer(f"/news/90/wrong-{number}", "", "")
        edition.answer(f"/nothing/{number}", "", "")
        edition.answer("/topic/ferries", f"before={number}-1", "")
    assert len(edition.kept) < 3100


def test_the_page_of_a_refusal_is_made_once_for_all_who_are_refused(edition: Edition) -> None:
    first, second, third = (edition.refusal(503) for _ in range(3))
    assert first == second
    assert second is third
    assert (third.status, dict(third.headers)["retry-after"]) == (503, "2")
    assert edition.refusal(413).status == 413


def test_without_pressed_pages_a_reader_is_asked_to_come_again(tmp_path: Path) -> None:
    empty = Edition(tmp_path / "pressed")
    answer = empty.answer("/", "", "")
    assert (answer.status, dict(answer.headers)["retry-after"]) == (503, "5")
    assert str(tmp_path) not in text(answer)
    assert empty.position is None
