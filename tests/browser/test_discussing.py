"""A discussion in a real browser: with the script and without, by keyboard and on a phone; the taker is played."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import waiting
from dateline.press import assets
from newsstand import PAGES, Newsstand, Reading, answering, courier

STORY = PAGES["discussed story"]
EMPTY = PAGES["story without a comment"]
FRAGMENT = "text/vnd.dateline.fragment+html"
SCRIPT = "<script>window.struck=1</script><img src=x onerror=window.struck=1>"


class Taker:
    """Takes comments in the manner of the process that does, and keeps what it was sent."""

    def __init__(self) -> None:
        self.sent: list[dict[str, str]] = []
        self.asked: list[str] = []
        self.status = "202 Accepted"

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        self.asked.append(f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")
        if environ["REQUEST_METHOD"] == "POST":
            form = parse_qs(environ["wsgi.input"].read().decode(), keep_blank_values=True)
            self.sent.append({name: one for name, (one, *_) in form.items()})
            return self._answer(start, FRAGMENT, f"<p>It has come in. {SCRIPT}</p>")
        if environ["PATH_INFO"].endswith("/mine"):
            return self._answer(start, "application/json", json.dumps(MINE), "200 OK")
        return self._answer(start, "text/html", "<h1>Write</h1>", "200 OK")

    def _answer(self, start: Callable[..., Any], kind: str, text: str, status: str = "") -> list[bytes]:
        start(status or self.status, [("content-type", f"{kind}; charset=utf-8")])
        return [text.encode()]


MINE = {
    "reader": {"name": "Maria"},
    "comments": [
        {"number": 900, "state": "pending", "says": "It waits to be read.", "text": "<b>Mine</b>", "parent": 0},
        {"number": 41, "state": "approved", "says": "Readers see it.", "text": "Late.", "parent": 0},
    ],
    "muted": [40],
}


@pytest.fixture(scope="module")
def stand(newsstand: Newsstand) -> Iterator[tuple[str, Taker]]:
    """A paper, and who takes its comments."""
    taker = Taker()
    address = newsstand.open(courier)
    folder = newsstand.folder / address.rpartition(":")[2]
    with answering(taker, folder / "newsroom.sock"):
        yield address, taker


@pytest.fixture
def taker(stand: tuple[str, Taker]) -> Taker:
    """The one who takes comments, with nothing sent so far."""
    stand[1].sent, stand[1].asked, stand[1].status = [], [], "202 Accepted"
    return stand[1]


def fill(page: Page, text: str) -> None:
    page.get_by_label("Your comment").fill(text)
    page.get_by_label("Name", exact=True).fill("Maria")
    page.get_by_label("E-mail address").fill("maria@boats.example")


def test_a_reader_without_script_writes_a_comment(stand: tuple[str, Taker], taker: Taker, reading: Reading) -> None:
    page = reading(stand[0] + EMPTY, 360, java_script_enabled=False)
    page.get_by_text("Write a comment").click()
    fill(page, "The boat was late.\nAgain.")
    page.get_by_role("button", name="Send the comment").click()
    page.wait_for_url("**/discuss/89")
    assert taker.sent == [
        {"text": "The boat was late.\r\nAgain.", "name": "Maria", "email": "maria@boats.example", "website": ""}
    ]


def test_a_reader_without_script_follows_links_to_answer_report_and_sort(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + STORY, java_script_enabled=False)
    links = page.locator("#comment-41 .do a")
    assert [one.get_attribute("href") for one in links.all()] == [
        "/discuss/88/write?to=41",
        "/discuss/88/report?comment=41",
    ]
    links.first.click()
    expect(page.get_by_role("heading", name="Write")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="Oldest first").click()
    page.get_by_role("link", name="More comments").click()
    expect(page.locator(".talks > li").first).to_be_visible()
    page.get_by_role("link", name="Ferry leaves late, day 88").first.click()
    expect(page).to_have_url(stand[0] + STORY)


def test_with_the_script_the_page_stays_and_says_what_became_of_it(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + EMPTY)
    page.get_by_text("Write a comment").click()
    fill(page, "The boat was late.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.locator(".told")).to_contain_text("It has come in.")
    assert page.url.endswith(EMPTY)
    expect(page.get_by_label("Your comment")).to_have_value("")
    assert page.evaluate("[window.struck, localStorage.length]") == [None, 0]
    assert len(taker.sent) == 1


def test_a_draft_is_kept_on_this_device_until_it_was_sent(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + EMPTY)
    page.get_by_text("Write a comment").click()
    fill(page, "Half of what I mean")
    page.reload()
    expect(page.get_by_label("Your comment")).to_have_value("Half of what I mean")
    taker.status = "422 Unprocessable Entity"
    fill(page, "All of what I mean")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.locator(".told")).to_contain_text("It has come in.")
    expect(page.get_by_label("Your comment")).to_have_value("All of what I mean")
    page.evaluate("localStorage.clear()")


def test_what_is_left_is_counted_when_it_becomes_little(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + EMPTY)
    page.get_by_text("Write a comment").click()
    page.get_by_label("Your comment").fill("x" * 4990)
    expect(page.locator(".left")).to_have_text("Characters left: 10")
    page.get_by_label("Your comment").fill("x")
    expect(page.locator(".left")).to_have_text("")
    page.evaluate("localStorage.clear()")


def test_a_reply_is_written_under_what_it_answers(stand: tuple[str, Taker], taker: Taker, reading: Reading) -> None:
    page = reading(stand[0] + STORY)
    page.locator("#comment-41").get_by_role("link", name="Reply").click()
    expect(page.get_by_label("Your comment")).to_be_focused()
    assert page.locator("#comment-41 form").count() == 1
    fill(page, "So it was.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.locator("#comment-41 .told, .told")).to_contain_text("It has come in.")
    assert taker.sent[0]["parent"] == "41"
    page.get_by_text("Write a comment").click()
    fill(page, "And now to the story.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_label("Your comment")).to_have_value("")
    assert "parent" not in taker.sent[1]


def test_nobody_is_asked_for_what_is_their_own_who_never_wrote(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + STORY)
    page.wait_for_load_state("networkidle")
    assert taker.asked == []
    assert page.context.cookies() == []


def test_who_is_signed_in_sees_their_own_comments_that_wait(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + "/robots.txt", locale="en-IE")  # a window of its own, for its cookies
    page.context.add_cookies([{"name": "discuss", "value": "1", "url": stand[0]}])
    page.goto(stand[0] + STORY)
    expect(page.locator(".own li")).to_have_count(1)
    expect(page.locator(".own")).to_contain_text("<b>Mine</b>")
    expect(page.locator(".own")).to_contain_text("It waits to be read.")
    expect(page.locator("#comment-40 summary")).to_have_text(re.compile("^Muted: "))
    expect(page.locator("#comment-40 .do")).to_be_hidden()
    expect(page.locator("#comment-41 summary")).to_have_count(0)
    page.get_by_text("Write a comment").click()
    expect(page.get_by_label("E-mail address")).to_be_hidden()
    page.get_by_label("Your comment").fill("It was late.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.locator(".told")).to_contain_text("It has come in.")
    assert sorted(taker.sent[0]) == ["text", "website"]
    page.locator("#comment-41").get_by_role("button", name="Mute").click()
    waiting.until(lambda: len(taker.sent) == 2, "the server is told whom to mute")
    assert taker.sent[1] == {"comment": "41", "off": "0"}
    assert "POST /discuss/88/mute" in taker.asked
    assert page.evaluate("localStorage.length") == 0
    page.context.clear_cookies()


def test_who_is_not_signed_in_mutes_a_name_on_this_device_by_keyboard(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + STORY, locale="en-MT")
    name = page.locator("#comment-41 .who b").inner_text()
    page.locator("#comment-41").get_by_role("button", name="Mute").focus()
    page.keyboard.press("Enter")
    summary = page.locator("#comment-41 summary")
    expect(summary).to_have_text(f"Muted: {name}")
    expect(summary).to_be_focused()
    same = page.locator("#comments li", has=page.locator(".who b", has_text=re.compile(f"^{re.escape(name)}$")))
    assert same.locator("details.muted").count() == same.count()
    page.reload()
    expect(summary).to_have_text(f"Muted: {name}")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    again = page.locator("#comment-41").get_by_role("button", name="Show again")
    again.focus()
    page.keyboard.press("Enter")
    expect(summary).to_have_count(0)
    expect(page.locator("#comment-41").get_by_role("button", name="Mute")).to_be_focused()
    assert taker.sent == []
    assert page.evaluate("localStorage.length") == 0


def test_a_form_that_has_to_come_with_a_sum_is_sent_by_the_browser_itself(
    stand: tuple[str, Taker], taker: Taker, reading: Reading
) -> None:
    page = reading(stand[0] + EMPTY)
    page.get_by_text("Write a comment").click()
    fill(page, "The boat was late.")
    taker.status = "428 Precondition Required"
    page.get_by_role("button", name="Send the comment").click()
    page.wait_for_url("**/discuss/89")
    assert [one["text"] for one in taker.sent] == ["The boat was late."] * 2
    assert page.evaluate("localStorage.length") == 0


def test_the_script_of_a_discussion_is_no_more_than_six_kilobytes() -> None:
    assert len((assets.FOLDER / "comments.js").read_bytes()) <= 6 * 1024


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_the_form(stand: tuple[str, Taker], reading: Reading, scheme: str, width: int) -> None:
    page = reading(stand[0] + STORY, width, bypass_csp=True, color_scheme=scheme)
    page.get_by_text("Write a comment").click()
    found = Axe().run(page, context="#comments", options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_the_keyboard_writes_and_sends_a_comment(stand: tuple[str, Taker], taker: Taker, reading: Reading) -> None:
    page = reading(stand[0] + EMPTY)
    page.locator("#write summary").focus()
    for key in ("Enter", "Tab", "Late.", "Tab", "Maria", "Tab", "maria@boats.example", "Tab", "Tab", "Enter"):
        (page.keyboard.press if key in ("Enter", "Tab") else page.keyboard.insert_text)(key)
    expect(page.locator(".told")).to_be_focused()
    assert taker.sent == [{"text": "Late.", "name": "Maria", "email": "maria@boats.example", "website": ""}]


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("target", [STORY, PAGES["its discussion"], PAGES["a branch of it"]])
def test_a_discussion_is_as_wide_as_the_screen(
    stand: tuple[str, Taker], reading: Reading, target: str, width: int
) -> None:
    page = reading(stand[0] + target, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_comments_are_not_printed(stand: tuple[str, Taker], reading: Reading) -> None:
    page = reading(stand[0] + STORY)
    assert page.locator("#comments").is_visible()
    page.emulate_media(media="print")
    assert not page.locator("#comments").is_visible()


def test_the_policy_of_the_pages_has_nothing_to_refuse(stand: tuple[str, Taker], reading: Reading) -> None:
    told: list[str] = []
    page = reading(stand[0] + "/robots.txt")
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for target in (STORY, EMPTY, PAGES["its discussion"], PAGES["a branch of it"]):
        page.goto(stand[0] + target)
    assert told == []
