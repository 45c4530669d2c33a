"""A person at the desk, in a real browser: opens stories, fills in fields, presses buttons, reads what is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from sites import Answer, Server

TABS = {
    "lead_image": "pictures",
    "corrections": "corrections",
    "internal_note": "publishing",
    "go_live_at": "publishing",
    "expire_at": "publishing",
    "slug": "publishing",
}
"""On which tab of the form a field is, if not on the first."""


@dataclass(frozen=True)
class DeskHand:
    page: Page
    site: Server

    def open(self, path: str) -> None:
        """Open a page of the desk, or of the site."""
        self.page.goto(f"http://127.0.0.1:{self.site.port}{path}")

    def sign_in(self, login: str, password: str) -> None:
        self.open("/desk/")
        self.page.fill("#id_username", login)
        self.page.fill("#id_password", password)
        self.page.get_by_role("button", name="Sign in").click()
        self.page.wait_for_url(lambda url: "login" not in url)

    def begin(self, headline: str, text: str = "The lamps along the quay go dark at ten.") -> None:
        """Open a new story and write what every story needs."""
        self.open("/desk/snippets/desk/story/add/")
        self.fill("headline", headline)
        self.page.select_option("#id_section", label="Harbour")
        self.page.locator(".public-DraftEditor-content").first.click()
        self.page.keyboard.type(text)

    def edit(self, code: int) -> None:
        self.open(f"/desk/snippets/desk/story/edit/{code}/")

    def fill(self, name: str, words: str) -> None:
        """Fill in a field of the open form, on whichever tab it is."""
        if name in TABS:
            self.turn_to(TABS[name])
        self.page.fill(f"#id_{name}", words)

    def turn_to(self, tab: str) -> None:
        self.page.locator(f"#tab-label-{tab}").click()

    def press(self, action: str) -> str:
        """Press what the footer of the form offers; the message that follows."""
        footer = self.page.locator("footer")
        button = footer.get_by_role("button", name=action, exact=True)
        if not button.is_visible():
            footer.get_by_role("button", name="More actions").click()
        with self.page.expect_navigation():
            button.click()
        return self.said()

    def offered(self) -> str:
        """The words of everything that the footer of the form offers."""
        footer = self.page.locator("footer")
        footer.get_by_role("button", name="More actions").click()
        return footer.inner_text()

    def take_back(self, action: str, code: int, words: str) -> str:
        """Withdraw (``unpublish``) or ``retract`` a story on its page of notice; the message that follows."""
        self.open(f"/desk/snippets/desk/story/{action}/{code}/")
        self.page.fill("#id_words", words)
        with self.page.expect_navigation():
            self.page.locator("button.serious").click()
        return self.said()

    def said(self) -> str:
        """The message on the page."""
        message = self.page.locator(".messages li").first
        message.wait_for()
        return message.inner_text()

    def code(self) -> int:
        """The code of the story that the message is about."""
        link = self.page.locator(".messages a", has_text="Edit").first.get_attribute("href") or ""
        found = re.search(r"/edit/(\d+)/", link)
        assert found, f"no story in the message: {self.said()}"
        return int(found[1])

    def publish(self, headline: str, text: str = "The lamps along the quay go dark at ten.") -> int:
        """Write a story and publish it; its code."""
        self.begin(headline, text)
        said = self.press("Publish")
        assert "is out" in said, said
        return self.code()

    def read(self, path: str) -> Answer:
        """What a reader gets at an address, redirected once if need be."""
        answer = self.site.ask(path)
        return self.site.ask(answer.headers["location"]) if answer.status == 301 else answer


Seat = Callable[..., DeskHand]
"""What the fixture ``seat`` gives: ``seat("reporter", width=390)`` is somebody of that role, signed in."""


def tab_to(hand: DeskHand, target: str) -> None:
    """Press the Tab key until the focus is on what a selector names."""
    for _ in range(120):
        if hand.page.evaluate("it => document.activeElement.matches(it)", target):
            return
        hand.page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not lead to {target}")
