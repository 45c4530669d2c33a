"""Searching a whole site: what the desk publishes is found, what it withdraws is gone."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

import sites
import waiting

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Server]:
    with sites.serving(sites.copy(tmp_path_factory.mktemp("searching"))) as running:
        waiting.until(lambda: running.ask("/search").status == 200, "the search process answers")
        yield running


@pytest.fixture(scope="module")
def desk(server: sites.Server) -> Iterator[sites.Desk]:
    with sites.desk(server.site) as opened:
        yield opened


def finds(server: sites.Server, words: str, code: int) -> bool:
    """Whether a reader who searches comes to a story, on the page or by the feed."""
    page, feed = (server.ask(f"{path}?q={words}") for path in ("/search", "/search/feed.xml"))
    assert (page.status, feed.status) == (200, 200)
    assert (f"/news/{code}/" in page.text) == (f"/news/{code}/" in feed.text)
    return f"/news/{code}/" in page.text


def test_a_published_story_is_found_and_a_withdrawn_one_is_gone_as_soon_as_their_page_is(
    server: sites.Server, desk: sites.Desk
) -> None:
    code = desk.do("result = published('The zeppelin over the estuary').pk")
    waiting.until(lambda: server.ask(f"/news/{code}.json").status == 200, "the story is out")
    assert finds(server, "zeppelin+estuary", code)
    desk.do("Story.objects.get(pk=code).unpublish()", code=code)
    waiting.until(lambda: server.ask(f"/news/{code}.json").status == 410, "the story is gone")
    assert not finds(server, "zeppelin+estuary", code)


def test_a_search_of_another_kind_than_get_is_refused(server: sites.Server) -> None:
    assert server.ask("/search?q=a", "POST").status == 405
    assert server.ask("/search?q=a", "HEAD").status == 200


@pytest.mark.parametrize(
    "query",
    [
        "q=%00%01%ff",
        "q=" + "a" * 20_000,
        "q=%F0%9F%98%80",
        "&&&===",
        "q=a&q=b&after=zzzz&from=x&order=best",
        "%",
        "q=%22-",
    ],
)
def test_any_query_string_gets_a_page(server: sites.Server, query: str) -> None:
    answer = server.ask(f"/search?{query}")
    assert answer.status == 200
    assert "</html>" in answer.text


def test_while_nothing_answers_searches_readers_are_asked_to_come_again_and_pages_go_on(server: sites.Server) -> None:
    pid = server.child("searching")
    os.kill(pid, signal.SIGSTOP)
    try:
        assert server.ask("/").status == 200
        answer = server.ask("/search?q=ferry")
        assert answer.status == 503
        assert answer.headers["retry-after"]
    finally:
        os.kill(pid, signal.SIGKILL)
    waiting.until(lambda: server.ask("/search?q=ferry").status == 200, "it was started again")
