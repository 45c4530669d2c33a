"""The desk without a mouse, and for those who do not see it."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import waiting
from deskhand import Seat, tab_to

# What can be pressed and is seen, but lies in part to the left or right of the screen.
CUT = """() => [...document.querySelectorAll('main :is(.button, a.button, td.title a, input, select)')].filter(it => {
    const box = it.getBoundingClientRect()
    return box.width > 2 && (box.left < 0 || box.right > innerWidth + 1)
}).map(it => it.outerHTML.slice(0, 120))"""

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
WAGTAILS = {
    # rule: what in Wagtail 8.0.1 breaks it
    "aria-input-field-name": ".notranslate",  # the text editor, which only the heading beside it names
}


def test_a_story_is_written_and_published_with_the_keyboard_alone(seat: Seat) -> None:
    hand = seat("editor")
    press, write = hand.page.keyboard.press, hand.page.keyboard.type
    hand.open("/desk/")
    tab_to(hand, "a[href$='/story/add/']")
    press("Enter")
    hand.page.wait_for_url("**/story/add/")
    tab_to(hand, "#id_headline")
    write("Harbour wall holds in the storm")
    tab_to(hand, "#id_section")
    write("Har")
    tab_to(hand, ".public-DraftEditor-content")
    write("The wall held through the night.")
    tab_to(hand, "footer [data-w-dropdown-target=toggle], footer .w-dropdown__toggle")
    press("Enter")
    tab_to(hand, "footer [name=action-publish]")
    press("Enter")
    assert "is out" in hand.said()
    waiting.until(lambda: "Harbour wall holds" in hand.site.ask("/").text, "it is on the front")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["/desk/", "/desk/snippets/desk/story/", "/desk/snippets/desk/story/add/"])
def test_axe_finds_nothing_of_ours_and_nothing_is_cut_off(seat: Seat, path: str, width: int) -> None:
    hand = seat("editor", width, bypass_csp=True)
    hand.open(path)
    expect(hand.page.locator("main h1, main h2").first).to_be_attached()
    found = Axe().run(hand.page, options={"runOnly": list(RULES), "resultTypes": ["violations"]}).response
    ours = [
        f"{rule['id']}: {node['target']} {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
        if WAGTAILS.get(rule["id"], "nothing") not in str(node["target"])
    ]
    assert ours == []
    assert hand.page.evaluate(CUT) == []
