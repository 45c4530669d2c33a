"""Every kind of page for every reader: axe-core finds nothing; the keyboard reaches all and shows where it is."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from newsstand import PAGES, Reading

# WCAG 2.2 AA has rules that axe leaves off unless they are asked for by their tag, the size of targets among them.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

# Light and dark differ in their colours alone, so the second time no other rule has anything new to say.
COLOURS = ("color-contrast", "link-in-text-block")

# The lines of the record are one like another, and axe takes a tenth of a second for each.
ALIKE = {"ledger": "tbody tr:nth-child(n+9)", "day": ".river li:nth-child(n+9)"}

FOCUSED = """() => {
    const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect()
    return {
        name: it.innerText.trim() || it.id, link: it.getAttribute('href'), outline: parseFloat(style.outlineWidth),
        drawn: style.outlineStyle, seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
    }
}"""
FOCUSABLE = "[...document.querySelectorAll('a[href],button,input')].map(it => it.getAttribute('href') ?? it.id)"


def violations(page: Page, **asked: Any) -> list[str]:
    options = {"runOnly": list(RULES), "resultTypes": ["violations"]} | asked
    found = Axe().run(page, options=options).response
    assert any(rule["id"] in ("target-size", "color-contrast") for rule in [*found["passes"], *found["inapplicable"]])
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_a_page_of_any_kind(paper: str, reading: Reading, kind: str) -> None:
    # axe is put into the page by a script, which the page's own policy would not allow.
    page = reading(paper + PAGES[kind], 1280, color_scheme="light", bypass_csp=True)
    if kind in ALIKE:
        page.evaluate("css => document.querySelectorAll(css).forEach(it => it.remove())", ALIKE[kind])
    assert violations(page) == []
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(color_scheme="dark")
    assert violations(page, runOnly={"type": "rule", "values": [*COLOURS, "target-size"]}) == []


def test_axe_would_find_what_is_wrong(paper: str, reading: Reading) -> None:
    page = reading(paper, bypass_csp=True, color_scheme="light")
    page.evaluate("document.querySelector('main').append(new Image())")
    page.evaluate("document.querySelector('.tag').style.color = '#ddd'")
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("kind", ["home", "section", "story", "corrections"])
def test_the_tab_key_goes_through_a_page_in_its_order_and_shows_where_it_is(
    paper: str, reading: Reading, kind: str
) -> None:
    page = reading(paper + PAGES[kind])
    steps = []
    for _ in range(page.evaluate(f"{FOCUSABLE}.length")):
        page.keyboard.press("Tab")
        steps.append(page.evaluate(FOCUSED))
    assert steps[0]["link"] == "#main"
    assert [step["link"] or step["name"] for step in steps] == [one or "Search" for one in page.evaluate(FOCUSABLE)]
    assert [step for step in steps if not step["seen"] or step["drawn"] == "none" or step["outline"] < 2] == []


def test_the_skip_link_leads_past_the_masthead(paper: str, reading: Reading) -> None:
    page = reading(paper + PAGES["story"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_a_story_from_right_to_left_is_laid_out_so_within_a_page_that_is_not(paper: str, reading: Reading) -> None:
    page = reading(paper + PAGES["story from right to left"])
    at = "css => { const it = document.querySelector(css).getBoundingClientRect(); return [it.left, it.right] }"
    text, facts = page.evaluate(at, ".body"), page.evaluate(at, ".facts")
    assert facts[0] > text[1]
    assert page.evaluate("getComputedStyle(document.querySelector('.facts')).direction") == "ltr"
    assert page.evaluate("getComputedStyle(document.querySelector('.rail h3')).direction") == "ltr"


def test_a_reader_who_chose_the_colours_of_the_system_still_sees_what_a_story_is(paper: str, reading: Reading) -> None:
    page = reading(paper + PAGES["retracted story"], forced_colors="active", color_scheme="dark")
    for marked in (".sect b", ".notice"):
        assert page.evaluate("css => getComputedStyle(document.querySelector(css)).borderTopStyle", marked) == "solid"
