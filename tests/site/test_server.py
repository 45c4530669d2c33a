"""A whole site as an operator runs it: what readers see of what the desk does, and when."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sites
import waiting

pytestmark = pytest.mark.slow

PUBLISH = """
from django.test import Client
client = Client()
client.force_login(account("editor", "Rui Costa") if who is None else __import__(
    "django.contrib.auth", fromlist=["get_user_model"]).get_user_model().objects.get(pk=who))
row = story(headline)
answer = client.post(f"/desk/snippets/desk/story/edit/{row.pk}/", form(row, action="publish"))
result = [row.pk, answer.status_code, int(client.session["_auth_user_id"])]
"""

PLACES = (
    *("/", "/harbour/", "/feed.xml", "/harbour/feed.xml", "/feed.json", "/sitemap.xml", "/sitemap-news.xml"),
    *("/ledger", "/corrections", "/people/ana-lopes"),
)
"""Where a story may show besides its own page; the page of its day and its sitemap are looked up."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sites.Server]:
    with sites.serving(sites.copy(tmp_path_factory.mktemp("server"))) as running:
        yield running


@pytest.fixture(scope="module")
def desk(server: sites.Server) -> Iterator[sites.Desk]:
    with sites.desk(server.site) as opened:
        yield opened


def places(server: sites.Server, code: int) -> list[str]:
    """Every address where a reader might come across a story."""
    index = server.ask("/sitemap.xml").text
    sitemaps = [one.partition("</loc>")[0].partition("example")[2] for one in index.split("<loc>")[1:]]
    own = [f"/news/{code}", f"/news/{code}/x", f"/s/{code}", f"/news/{code}.json", f"/news/{code}/history"]
    today = sites.today()
    return [*PLACES, *sitemaps, *own, f"/archive/{today}"]


def seen(server: sites.Server, code: int, words: str) -> list[str]:
    """The addresses that show the words, or that answer for the story at all."""
    found = []
    for place in places(server, code):
        answer = server.ask(place)
        mentions = words in answer.text or f"/news/{code}/" in answer.text + answer.headers.get("location", "")
        if mentions or (str(code) in place.split("/")[2:3] and answer.status in (200, 301)):
            found.append(place)
    return found


def test_a_story_is_on_its_page_and_on_the_fronts_when_the_editors_click_returns(
    server: sites.Server, desk: sites.Desk
) -> None:
    editor = None
    for number in range(5):
        headline = f"Lamp {number} on the quay is lit again"
        code, status, editor = desk.do(PUBLISH, headline=headline, who=editor)
        assert status == 302
        assert headline in server.ask("/").text
        assert headline in server.ask(server.ask(f"/s/{code}").headers["location"]).text
        assert headline in server.ask("/harbour/").text
        assert headline in server.ask("/feed.xml").text


def test_a_draft_shows_nowhere(server: sites.Server, desk: sites.Desk) -> None:
    code = desk.do("result = story('A draft about the breakwater').pk")
    published = desk.do("result = published('Something else').pk")
    waiting.until(lambda: server.ask(f"/news/{published}.json").status == 200, "the story published after it")
    assert seen(server, code, "A draft about the breakwater") == []
    assert seen(server, published, "Something else")


SCHEDULE = """
from datetime import timedelta
row = story(headline, go_live_at=timezone.now() + timedelta(seconds=seconds))
row.save_revision().publish()
result = row.pk
"""


def test_a_scheduled_story_shows_nowhere_until_its_time_and_everywhere_within_a_second_of_it(
    server: sites.Server, desk: sites.Desk
) -> None:
    begun = sites.now()
    code = desk.do(SCHEDULE, headline="The night ferry returns", seconds=4)
    while sites.now() < begun + 3:
        assert seen(server, code, "The night ferry returns") == []
    waiting.until(lambda: server.ask(f"/news/{code}.json").status == 200, "it is out", 10, 0.02)
    assert lateness(server, code) < 1
    assert "The night ferry returns" in server.ask("/").text


def lateness(server: sites.Server, code: int) -> float:
    """Seconds, as the server's log tells it."""
    line = waiting.until(lambda: re.search(rf"Story {code} .*", server.said()), "the log tells of it")
    said = re.search(r"([0-9.]+) s late", line[0])
    assert said, line[0]
    return float(said[1])


def test_a_scheduled_change_keeps_its_words_until_then(server: sites.Server, desk: sites.Desk) -> None:
    code = desk.do("result = published('The bridge opens').pk")
    waiting.until(lambda: server.ask(f"/news/{code}.json").status == 200, "the story is out")
    desk.do(
        "from datetime import timedelta\nrow = Story.objects.get(pk=code)\nrow.headline = 'The bridge stays shut'\n"
        "row.go_live_at = timezone.now() + timedelta(hours=1)\nrow.save_revision().publish()",
        code=code,
    )
    after = desk.do("result = published('Something after it').pk")
    waiting.until(lambda: server.ask(f"/news/{after}.json").status == 200, "what was published later is out")
    everywhere = [server.ask(place).text for place in places(server, code)]
    assert not [text for text in everywhere if "The bridge stays shut" in text]


def test_an_expired_story_goes_from_everywhere_and_answers_that_it_is_gone(
    server: sites.Server, desk: sites.Desk
) -> None:
    code = desk.do(
        "from datetime import timedelta\nrow = story('Open day at the yard')\n"
        "row.expire_at = timezone.now() + timedelta(seconds=3)\nrow.save_revision().publish()\nresult = row.pk"
    )
    waiting.until(lambda: server.ask(f"/news/{code}.json").status == 200, "the story is out")
    assert "Open day at the yard" in server.ask("/").text
    waiting.until(lambda: server.ask(f"/news/{code}.json").status == 410, "the story has expired", 10)
    gone = [place for place in places(server, code) if "Open day at the yard" in server.ask(place).text]
    assert gone == []
    assert server.ask(f"/s/{code}").status == 410


def test_what_the_machine_gets_is_what_the_ledger_covers(server: sites.Server, desk: sites.Desk) -> None:
    code = desk.do("result = published('Byte for byte').pk")
    waiting.until(lambda: server.ask(f"/news/{code}.json").status == 200, "the story is out")
    digest = desk.do(
        "from dateline.ledger.models import LedgerEntry\n"
        "result = LedgerEntry.objects.filter(subject=f'story:{code}').latest('seq').digest",
        code=code,
    )
    assert hashlib.sha256(server.ask(f"/news/{code}.json").body).hexdigest() == digest


def test_health_is_told_cheaply(server: sites.Server) -> None:
    answer = server.ask("/healthz")
    said: dict[str, Any] = json.loads(answer.text)
    assert (answer.status, said["state"]) == (200, "ok"), server.said()
    assert said["lag"] < 10
    assert answer.headers["cache-control"] == "no-store"


def test_health_says_when_all_pages_were_found_whole(server: sites.Server) -> None:
    def ago() -> float | None:
        return json.loads(server.ask("/healthz").text)["inspected"]  # type: ignore[no-any-return]

    waiting.until(lambda: ago() is not None, "the pages are inspected", 60)


def test_a_second_server_on_the_folder_is_refused(server: sites.Server) -> None:
    done = sites.dateline("serve", "--site", server.site, "--port", sites.free_port())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dateline: Another dateline serve is working on")
    assert "Stop it first" in done.stderr
    assert server.answers()


def test_a_port_in_use_is_refused_by_its_number(server: sites.Server, tmp_path: Path) -> None:
    other = sites.copy(tmp_path)
    done = sites.dateline("serve", "--site", other, "--port", server.port)
    assert done.returncode == 2
    told = f"Port {server.port} on 127.0.0.1 cannot be used: Address already in use. Choose another with --port."
    assert done.stderr == f"dateline: {told}\n"


def test_a_rebuild_asked_of_a_running_site_is_done_by_it_while_it_serves(server: sites.Server) -> None:
    before = server.ask("/")
    done = sites.dateline("rebuild", "--site", server.site)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    waiting.until(lambda: server.ask("/").body == before.body, "the same front is served")


def test_a_site_stops_when_it_is_told_to(tmp_path: Path) -> None:
    server = sites.Server(sites.copy(tmp_path)).start().ready()
    children = server.children()
    assert len(children) >= 3
    assert server.stop() == 0
    assert "Traceback" not in server.said(), server.said()
