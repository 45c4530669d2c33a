"""Readers take part in a discussion on a whole site: with script off, and by keyboard with a screen reader."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

import sites
import waiting
from listening import Listener

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
READERS = str(Path(__file__).parents[1] / "discuss")

SET_UP = """
import sys; sys.path.insert(0, place)
import readers
from dateline.discuss import doors
doors.rule("site", None, hold_first=0, seconds_least=0)
result = {name: readers.story(headline=name.capitalize()).pk for name in names}
for code in result.values():
    readers.comment(code, text="The bridge was empty at six.")
doors.rule(f"story:{result['bridge opens']}", None, proof_bits=10)
"""
NAMES = ("tram is late", "market returns", "bridge opens", "quay repaired")


class Served:
    def __init__(self, server: sites.Server, codes: dict[str, int]) -> None:
        self.server, self.codes = server, codes
        self.address = f"http://127.0.0.1:{server.port}"
        self.opened: set[Path] = set()

    def story(self, name: str) -> str:
        return f"{self.address}/s/{self.codes[name]}"

    def link(self, email: str) -> str:
        """The link in the letter that somebody gets, which was not opened before."""

        def fresh() -> list[EmailMessage]:
            found = sorted(one for one in (self.server.site / "outbox").glob("*.eml") if one not in self.opened)
            letters = {one: message_from_bytes(one.read_bytes(), policy=policy.default) for one in found}
            mine = {one: letter for one, letter in letters.items() if letter["To"] == email}
            self.opened |= set(mine)
            return list(mine.values())

        text = waiting.until(fresh, f"a letter to {email}", 20)[-1].get_content()
        found = re.search(r"http://courier\.example(/discuss/\S+)", text)
        assert found, text
        return self.address + found[1]

    def ask(self, query: str, *values: object) -> list[Any]:
        """Rows of the database."""
        with closing(sqlite3.connect(self.server.site / "dateline.db")) as database:
            return database.execute(query, values).fetchall()

    def comments(self, name: str) -> list[tuple[str, str, bool]]:
        """The comments of a story besides the first: state, name of the writer, whether it answers another."""
        query = "SELECT state, name, parent_id IS NOT NULL FROM discuss_comment WHERE story = ? ORDER BY number"
        return [(state, writer, bool(answers)) for state, writer, answers in self.ask(query, self.codes[name])[1:]]

    def reports(self, name: str) -> list[str]:
        query = "SELECT reason FROM discuss_report JOIN discuss_comment ON comment_id = number WHERE story = ?"
        return [reason for (reason,) in self.ask(query, self.codes[name])]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = sites.copy(tmp_path_factory.mktemp("taking-part"))
    with sites.desk(folder) as desk:
        codes = desk.do(SET_UP, place=READERS, names=NAMES)
    with sites.serving(folder) as server:
        waiting.until(lambda: server.ask("/discuss/account/login/").status == 200, "comments are taken", 60, 0.1)
        yield Served(server, codes)


@pytest.fixture
def window(chromium: Browser) -> Iterator[Any]:
    """Opens a window of somebody who was never here; its options are Playwright's."""
    opened: list[BrowserContext] = []

    def open_one(**options: Any) -> Page:
        opened.append(chromium.new_context(**options))
        opened[-1].set_default_timeout(15_000)
        return opened[-1].new_page()

    yield open_one
    for one in opened:
        one.close()


def comment(served: Served, listener: Listener, story: str, name: str, words: str) -> None:
    """Write under a story, open the letter and press the button in it."""
    page, email = listener.page, f"{name.split()[0].lower()}@reader.example"
    page.goto(served.story(story))
    listener.presses("DisclosureTriangle", "Write a comment")
    listener.writes("Your comment", words)
    listener.writes("Name", name)
    listener.writes("E-mail address", email)
    listener.presses("button", "Send the comment")
    expect(page.get_by_role("status").filter(has_text="Look into your mail")).to_be_visible()
    page.goto(served.link(email))
    listener.presses("button", "Confirm and post it")
    page.wait_for_url("**/news/**")
    expect(page.get_by_role("listitem").filter(has_text=words)).to_be_visible()


def report(listener: Listener) -> None:
    """On the page of a report: choose a reason with the arrows, and send it."""
    listener.page.wait_for_url("**/report?**")
    listener.goes_to("radio", "Advertising or spam")
    listener.page.keyboard.press("Space")
    listener.goes_to("radio", "Insults somebody", key="ArrowDown")
    listener.presses("button", "Send the report")
    expect(listener.page.get_by_role("status")).to_contain_text("Thank you. Your report has come in.")


def test_a_reader_with_a_screen_reader_comments_replies_and_reports_by_keyboard(served: Served, window: Any) -> None:
    page = window()
    listener = Listener(page)
    comment(served, listener, "tram is late", "Mara Lind", "It was late again.")

    listener.presses("link", "Reply")
    assert listener.hears() == ("textbox", "Your comment"), "the keyboard goes to where the reply is written"
    page.keyboard.insert_text("And full.")
    listener.presses("button", "Send the comment")
    expect(page.get_by_role("status").filter(has_text="Your comment is on the page.")).to_be_visible()

    page.goto(served.story("tram is late"))
    listener.presses("link", "Report")
    report(listener)
    assert served.comments("tram is late") == [("approved", "Mara Lind", False), ("approved", "Mara Lind", True)]
    assert served.reports("tram is late") == ["insult"]


def test_with_the_script_a_comment_that_was_sent_is_on_the_page_to_be_seen(served: Served, window: Any) -> None:
    page = window()
    listener = Listener(page)
    comment(served, listener, "tram is late", "Kaj Holm", "It came in the end.")
    listener.presses("DisclosureTriangle", "Write a comment")
    listener.writes("Your comment", "And it was empty.\n\nAs ever.")
    listener.presses("button", "Send the comment")
    expect(page.get_by_role("status").filter(has_text="Your comment is on the page.")).to_be_visible()
    expect(page.locator(".own")).to_contain_text("And it was empty.")
    listener.presses("link", "See it")
    fresh = page.locator(":target")
    expect(fresh).to_contain_text("And it was empty.")
    expect(fresh).to_be_in_viewport()


def test_a_reader_who_is_known_is_never_asked_for_a_name_however_late_the_server_says_who_they_are(
    served: Served, window: Any
) -> None:
    page = window()
    listener = Listener(page)
    comment(served, listener, "tram is late", "Rut Berg", "It was full.")
    held: list[Route] = []

    def hold(asked: Route) -> None:
        held.append(asked)

    page.route("**/mine", hold)
    page.goto(served.story("tram is late"))
    listener.presses("link", "Reply")
    page.keyboard.insert_text("And cold.")
    listener.presses("button", "Send the comment")
    expect(page.get_by_role("status").filter(has_text="Your comment is on the page.")).to_be_visible()

    page.unroute("**/mine")
    page.route("**/mine", lambda asked: asked.fulfill(json={"reader": None}))
    page.goto(served.story("tram is late"))
    page.get_by_text("Write a comment").click()
    expect(page.get_by_label("Name", exact=True)).to_be_visible()
    assert held, "the page asked who the reader is"


def test_a_reader_who_is_known_no_more_is_asked_for_a_name_although_nobody_could_say_so_before(
    served: Served, window: Any
) -> None:
    page = window()
    page.context.add_cookies([{"name": "discuss", "value": "1", "url": served.address}])
    page.route("**/mine", lambda asked: asked.fulfill(status=503, body="Too much at once."))
    page.goto(served.story("tram is late"))
    page.get_by_text("Write a comment").click()
    expect(page.get_by_label("Name", exact=True)).to_be_hidden()
    page.get_by_label("Your comment").fill("Late, and full.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("alert")).to_contain_text("Please give your name.")
    expect(page.get_by_label("Name", exact=True)).to_be_visible()
    expect(page.get_by_label("Your comment")).to_have_value("Late, and full.")


def test_a_reader_with_script_off_comments_replies_and_reports_by_keyboard(served: Served, window: Any) -> None:
    page = window(java_script_enabled=False)
    listener = Listener(page)
    comment(served, listener, "market returns", "Olof Ek", "At last.")

    listener.presses("link", "Reply")
    expect(page.get_by_role("heading", name="Write a reply")).to_be_visible()
    listener.writes("Your comment", "And early.")
    listener.presses("button", "Send the comment")
    expect(page.get_by_role("listitem").filter(has_text="And early.")).to_be_visible()

    page.goto(served.story("market returns"))
    listener.presses("link", "Report")
    report(listener)
    assert served.comments("market returns") == [("approved", "Olof Ek", False), ("approved", "Olof Ek", True)]
    assert served.reports("market returns") == ["insult"]


def test_a_reader_with_script_off_mutes_somebody_and_reads_on_without_them(served: Served, window: Any) -> None:
    page = window(java_script_enabled=False)
    listener = Listener(page)
    sign_in(served, listener, "olof@reader.example")
    code = served.codes["market returns"]
    page.goto(f"{served.address}/discuss/{code}/read")
    listener.presses("link", "Mute")
    expect(page.get_by_role("heading", name="Mute Ines Prado?")).to_be_visible()
    listener.presses("button", "Mute")
    expect(page.get_by_role("heading", name="Ines Prado is muted for you.")).to_be_visible()
    listener.presses("link", "The discussion as you see it")
    page.wait_for_url("**/read")
    folded = page.get_by_role("listitem").filter(has_text="Muted: Ines Prado")
    expect(folded).to_be_visible()
    expect(page.get_by_text("The bridge was empty at six.")).to_be_hidden()
    expect(page.get_by_text("At last.")).to_be_visible()
    listener.presses("DisclosureTriangle", "Muted: Ines Prado")
    expect(page.get_by_text("The bridge was empty at six.")).to_be_visible()
    listener.presses("link", "Show again")
    expect(page.get_by_role("heading", name="Show Ines Prado again?")).to_be_visible()
    listener.presses("button", "Show again")
    expect(page.get_by_role("heading", name="Ines Prado is not muted any more.")).to_be_visible()
    page.goto(f"{served.address}/discuss/{code}/read?sort=oldest")
    expect(page.get_by_text("The bridge was empty at six.")).to_be_visible()


def sign_in(served: Served, listener: Listener, email: str) -> None:
    """By the link in a letter, which somebody's mail program has looked at before."""
    listener.page.goto(f"{served.address}/discuss/account/login/code/")
    listener.page.keyboard.press("Tab")
    listener.writes("Email:", email)
    listener.presses("button", "Request Code")
    listener.page.wait_for_url("**/confirm/**")
    link = served.link(email)
    assert "/login/link/" in link
    listener.page.goto(link)
    listener.presses("button", "Sign in")
    listener.page.wait_for_url("**/discuss/me")


def fill(page: Page, text: str, name: str = "") -> None:
    page.get_by_label("Your comment").fill(text)
    if name:
        page.get_by_label("Name", exact=True).fill(name)
        page.get_by_label("E-mail address").fill(f"{name.lower()}@reader.example")


def test_a_comment_goes_through_with_its_sum_where_the_rules_ask_for_it(served: Served, window: Any) -> None:
    page = window()
    page.goto(served.story("bridge opens"))
    page.get_by_text("Write a comment").click()
    fill(page, "Wide enough.", "Tuva")
    page.get_by_role("button", name="Send the comment").click()
    page.wait_for_url(f"**/discuss/{served.codes['bridge opens']}")
    expect(page.get_by_role("alert")).to_contain_text("your browser has to do a small sum first")
    expect(page.get_by_label("Your comment")).to_have_value("Wide enough.")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("status")).to_contain_text("Look into your mail")
    page.goto(served.link("tuva@reader.example"))
    page.get_by_role("button", name="Confirm and post it").click()
    page.wait_for_url("**/news/**")
    assert ("approved", "Tuva", False) in served.comments("bridge opens")


def test_without_script_the_form_that_asks_for_a_sum_says_what_to_do_and_loses_no_word(
    served: Served, window: Any
) -> None:
    page = window(java_script_enabled=False)
    page.goto(f"{served.address}/discuss/{served.codes['bridge opens']}/write")
    expect(page.get_by_text("Sign in first, and no sum is asked for.")).to_be_visible()
    fill(page, "Too narrow.", "Olof")
    page.get_by_role("button", name="Send the comment").click()
    expect(page.get_by_role("alert")).to_contain_text("sign in in another tab")
    with page.context.expect_page() as opened:
        page.get_by_role("main").get_by_role("link", name="Sign in", exact=True).click()
    other = opened.value
    other.wait_for_load_state()
    sign_in(served, Listener(other), "olof@reader.example")
    page.get_by_role("button", name="Send the comment").click()
    page.wait_for_url("**/news/**")
    assert ("approved", "Olof Ek", False) in served.comments("bridge opens")


ANYBODYS = ("{code}/write", "{code}/write?to=1", "{code}/report?comment=1", "{code}/notice?comment=1", "nowhere")
ACCOUNTS = ("account/login/", "account/signup/", "account/login/code/", "account/login/link/ABCD-EFGH")
OWN = ("me", "me/erase", "{code}/mine", "{code}/read", "{code}/mute?comment=1", "account/email/", "account/logout/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_readers_and_none_is_wider_than_a_phone(
    served: Served, window: Any, scheme: str
) -> None:
    page = window(bypass_csp=True, color_scheme=scheme)
    looked_at(served, page, (*ANYBODYS, *ACCOUNTS))
    sign_in(served, Listener(page), "mara@reader.example")
    looked_at(served, page, OWN)


def looked_at(served: Served, page: Page, paths: tuple[str, ...]) -> None:
    for path in paths:
        page.goto(f"{served.address}/discuss/{path.format(code=served.codes['tram is late'])}")
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{path} is {wide} px wide at {width}"
        options = {"runOnly": list(RULES), "resultTypes": ["violations"]}
        found = Axe().run(page, options=options).response["violations"]
        told = [(one["id"], node["html"]) for one in found for node in one["nodes"]]
        assert told == [], path
