"""Every kind of page for every reader: axe-core finds nothing; the keyboard reaches everything and shows where it is."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from newsstand import PAGES, Reading
from playwright.sync_api import Page

# WCAG 2.2 AA has rules that axe leaves off unless they are asked for by their tag, the size of targets among them.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")

FOCUSED = """() => {
    const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect()
    return {
        name: it.innerText.trim() || it.id, link: it.getAttribute('href'), outline: parseFloat(style.outlineWidth),
        drawn: style.outlineStyle, seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight
    }
}"""
FOCUSABLE = "[...document.querySelectorAll('a[href],button,input')].map(it => it.getAttribute('href') ?? it.id)"


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": list(RULES), "resultTypes": ["violations"]}).response
    assert any(rule["id"] == "target-size" for rule in [*found["passes"], *found["inapplicable"]])
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found["violations"] for node in one["nodes"]]


@pytest.mark.parametrize(("width", "scheme"), [(360, "dark"), (1280, "light")])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_on_a_page_of_any_kind(
    paper: str, reading: Reading, kind: str, width: int, scheme: Any
) -> None:
    # axe is put into the page by a script, which the page's own policy would not allow.
    page = reading(paper + PAGES[kind], width, color_scheme=scheme, bypass_csp=True)
    assert violations(page) == []


def test_axe_would_find_what_is_wrong(paper: str, reading: Reading) -> None:
    page = reading(paper, bypass_csp=True)
    page.evaluate("document.querySelector('main').append(new Image())")
    page.evaluate("document.querySelector('.tag').style.color = '#ddd'")
    found = " ".join(violations(page))
    assert "image-alt" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_one_first_heading_and_leaves_no_level_out(paper: str, reading: Reading, kind: str) -> None:
    page = reading(paper + PAGES[kind])
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(it => +it.tagName[1])")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


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


def test_a_story_in_another_language_says_so_wherever_it_stands(paper: str, reading: Reading) -> None:
    story = reading(paper + PAGES["story from right to left"])
    assert story.evaluate("[...document.querySelectorAll('main>article')].map(it => it.lang + it.dir)") == ["arrtl"]
    assert story.evaluate("getComputedStyle(document.querySelector('.facts')).direction") == "ltr"
    card = reading(paper + "/archive/2026/03/02").locator(".river li", has_text="العبّارة")
    assert card.get_attribute("lang") == "ar"
    assert card.get_attribute("dir") == "rtl"
    assert card.locator(".f").get_attribute("lang") == "en"


def test_links_say_where_they_lead(paper: str, reading: Reading) -> None:
    page = reading(paper + PAGES["story with everything"])
    names = page.evaluate("[...document.querySelectorAll('a')].map(it => it.innerText.trim())")
    assert all(len(name) > 2 for name in names)
    assert not {"here", "more", "read more", "link"} & {name.lower() for name in names}
