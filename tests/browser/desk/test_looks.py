"""Copy that needs a look, in a browser: one is accepted, one mended, one dropped, one put right by a rule."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import sites
import waiting
from deskhand import Seat

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
LIST = "/desk/incoming/"

SHORT = """<!doctype html><html lang="en"><head><title>{title}</title>
<link rel="canonical" href="https://old-harbour-notices.example/archive/2003/notices.asp?number={number}"></head>
<body><article><h2>{title}</h2><div class="who">Harbour office, Ana Lopes</div>
<p>The pier is closed until noon, for crane {number} is at work and its arm hangs low over the steps.</p>
<p>Small boats may pass on the far side.</p></article></body></html>"""
TITLES = ("Pier closed until noon", "Crane moves to the quay", "Notice of a test", "Steps are wet", "Boats pass slowly")


@pytest.fixture(scope="module")
def archive(desk_site: sites.Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of short pages that name no date; they wait for a look on the site."""
    folder = tmp_path_factory.mktemp("old-notices")
    for number, title in enumerate(TITLES, start=1):
        (folder / f"{number}.html").write_text(SHORT.format(title=title, number=number), encoding="utf-8")
    bring_in(desk_site, folder)
    return folder


def bring_in(server: sites.Server, folder: Path) -> None:
    done = sites.dateline("import", "--site", server.site, folder)
    assert done.returncode == 0, done.stderr


def taken(server: sites.Server, title: str) -> tuple[Any, ...]:
    """What is known of a piece: its outcome, its reason, its story's code."""
    with closing(sqlite3.connect(server.site / "dateline.db")) as database:
        query = "SELECT outcome, reason, code FROM wire_taken WHERE headline = ?"
        return tuple(database.execute(query, (title,)).fetchone())


def open_one(page: Page, title: str) -> None:
    page.get_by_role("link", name=title).click()
    expect(page.get_by_role("heading", name="What was read from it")).to_be_visible()


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth"))


def assert_usable(page: Page) -> None:
    assert fits(page)
    found = Axe().run(page, context=".looks-page", options={"runOnly": {"type": "tag", "values": list(RULES)}})
    assert not found.response["violations"], found.generate_report()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_list_and_one_of_it_fit_the_screen_and_can_be_used_by_everybody(
    seat: Seat, archive: Path, width: int
) -> None:
    hand = seat(width=width)
    hand.open(LIST)
    expect(hand.page.get_by_role("link", name="Boats pass slowly")).to_be_visible()
    assert_usable(hand.page)
    open_one(hand.page, "Boats pass slowly")
    assert_usable(hand.page)


def test_the_original_stands_beside_what_was_read_from_it(seat: Seat, archive: Path) -> None:
    hand = seat()
    hand.open(LIST)
    open_one(hand.page, "Boats pass slowly")
    frame = hand.page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Boats pass slowly")).to_be_visible()
    row = hand.page.get_by_role("row").filter(has_text="Headline")
    expect(row).to_contain_text("Boats pass slowly")


def test_one_is_accepted_and_out(seat: Seat, archive: Path, desk_site: sites.Server) -> None:
    hand = seat()
    hand.open(LIST)
    open_one(hand.page, TITLES[0])
    hand.page.get_by_role("button", name="Accept and publish").click()
    assert "accepted" in hand.said()
    outcome, reason, code = taken(desk_site, TITLES[0])
    assert (outcome, "Accepted at the desk by" in reason) == ("imported", True)
    waiting.until(lambda: desk_site.ask(f"/s/{code}").status == 301, "the story is out")


def test_one_is_mended_and_waits_no_more(seat: Seat, archive: Path, desk_site: sites.Server) -> None:
    hand = seat()
    hand.open(LIST)
    open_one(hand.page, TITLES[1])
    hand.page.get_by_role("link", name="Mend it").click()
    hand.fill("headline", "The crane moves to the quay on Monday")
    hand.press("Publish")
    code = taken(desk_site, TITLES[1])[2]
    waiting.until(lambda: desk_site.ask(f"/s/{code}").status == 301, "the story is out")
    hand.open(LIST)
    expect(hand.page.get_by_role("link", name=TITLES[1])).to_have_count(0)
    bring_in(desk_site, archive)
    hand.edit(code)
    expect(hand.page.locator("#id_headline")).to_have_value("The crane moves to the quay on Monday")


def test_one_that_is_ticked_is_dropped(seat: Seat, archive: Path, desk_site: sites.Server) -> None:
    hand = seat()
    hand.open(LIST)
    row = hand.page.get_by_role("row").filter(has_text=TITLES[2])
    row.get_by_role("checkbox").check()
    hand.page.get_by_role("button", name="Drop those that are ticked").click()
    assert "1 of 1 dropped" in hand.said()
    expect(hand.page.get_by_role("link", name=TITLES[2])).to_have_count(0)
    assert taken(desk_site, TITLES[2])[0] == "rejected"
    bring_in(desk_site, archive)
    assert taken(desk_site, TITLES[2])[0] == "rejected"


def test_a_rule_is_looked_at_before_it_is_set_and_holds_from_the_next_import(
    seat: Seat, archive: Path, desk_site: sites.Server
) -> None:
    hand = seat()
    hand.open(LIST)
    open_one(hand.page, TITLES[3])
    page = hand.page
    page.get_by_role("combobox", name="The field").select_option(label="place")
    page.get_by_role("combobox", name="is found by").select_option(label="the element of that name, .class or #id")
    page.get_by_role("textbox", name="Which one").fill(".who")
    page.get_by_role("button", name="See what it changes").click()
    expect(page.get_by_text("originals")).to_be_visible()
    expect(page.get_by_role("cell", name="Harbour office, Ana Lopes").first).to_be_visible()
    page.get_by_role("button", name="Set the rule").click()
    assert "from the next reading on" in hand.said()
    bring_in(desk_site, archive)
    hand.open(LIST)
    open_one(page, TITLES[3])
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Place", exact=True))
    expect(row).to_contain_text("Harbour office, Ana Lopes")
    expect(row).to_contain_text("rule")
