"""A front arranged in a browser: with the keyboard alone, with the mouse, and seen before it goes out."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import waiting
from deskhand import DeskHand, Seat, tab_to

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
SECTION = "Harbour"


def open_front(hand: DeskHand, name: str) -> None:
    hand.open("/desk/fronts/")
    hand.page.locator("main").get_by_role("link", name=name, exact=True).click()
    hand.page.wait_for_url("**/desk/fronts/edit/**")


def placed(hand: DeskHand) -> list[str]:
    return hand.page.locator("#placed [data-headline]").all_inner_texts()


def filled(hand: DeskHand) -> list[str]:
    return hand.page.locator("#filled [data-headline]").all_inner_texts()


def publish(hand: DeskHand) -> str:
    with hand.page.expect_navigation():
        hand.page.get_by_role("button", name="Publish this arrangement").click()
    return hand.said()


def test_a_front_is_arranged_with_the_keyboard_alone(seat: Seat) -> None:
    hand = seat("editor")
    press = hand.page.keyboard.press
    open_front(hand, "Home")
    first, second = filled(hand)[1], filled(hand)[0]
    for headline in (first, second):
        code = hand.page.locator("#filled li", has_text=headline).get_attribute("data-code")
        tab_to(hand, f"#filled [data-code='{code}'] [data-do=place]")
        press("Enter")
        expect(hand.page.locator("#placed")).to_contain_text(headline)
        expect(hand.page.locator("#filled")).not_to_contain_text(headline)
    assert placed(hand) == [first, second]
    expect(hand.page.locator("#placed li").last.locator("[data-do=up]")).to_be_focused()
    press("Alt+ArrowUp")
    assert placed(hand) == [second, first]
    expect(hand.page.get_by_role("status").filter(has_text="place 1 of 2")).to_be_attached()
    press("Alt+ArrowDown")
    assert placed(hand) == [first, second]
    tab_to(hand, "footer button[value=save]")
    press("Enter")
    assert "as you set it" in hand.said()
    assert placed(hand) == [first, second]
    page = waiting.until(lambda: leads(hand, first), "it leads the front", 5)
    assert page


def leads(hand: DeskHand, headline: str) -> bool:
    """Whether readers see this story before all others."""
    text = hand.site.ask("/").text
    return headline in text and text.index(headline) == min(text.index(one) for one in known(text))


def known(text: str) -> list[str]:
    return [f"Harbour notes, part {n}" for n in range(3) if f"Harbour notes, part {n}" in text]


def test_a_story_is_found_led_with_and_removed_with_the_mouse(seat: Seat) -> None:
    hand = seat("editor")
    open_front(hand, "Featured")
    hand.page.fill("#front-q", "part 1")
    hand.page.locator("#found").get_by_role("button", name="Lead with it").first.click()
    assert placed(hand)[0] == "Harbour notes, part 1"
    expect(hand.page.locator("#filled")).not_to_contain_text("Harbour notes, part 1")
    hand.page.locator("#filled li", has_text="Harbour notes, part 2").get_by_role("button", name="Place").click()
    lines = hand.page.locator("#placed li")
    lines.last.drag_to(lines.first, target_position={"x": 20, "y": 4})
    assert placed(hand)[0] == "Harbour notes, part 2"
    lines.first.get_by_role("button", name="Remove").click()
    assert placed(hand)[0] == "Harbour notes, part 1"
    assert "as you set it" in publish(hand)
    hand.page.locator("#placed").get_by_role("button", name="Remove").first.click()
    publish(hand)
    assert placed(hand) == []


def test_a_front_is_seen_before_it_goes_out(seat: Seat) -> None:
    hand = seat("editor")
    open_front(hand, SECTION)
    hand.page.locator("#filled li", has_text="Harbour notes, part 0").get_by_role("button", name="Lead with it").click()
    with hand.page.context.expect_page() as opened:
        hand.page.get_by_role("button", name="Preview").click()
    preview = opened.value
    expect(preview.locator(".lead")).to_contain_text("Harbour notes, part 0")
    hand.page.reload()
    assert placed(hand) == []


def test_a_change_is_planned_and_taken_back(seat: Seat) -> None:
    hand = seat("editor")
    open_front(hand, SECTION)
    hand.page.locator("#filled").get_by_role("button", name="Place").first.click()
    hand.page.fill("#front-at", "2031-05-21T08:00")
    with hand.page.expect_navigation():
        hand.page.get_by_role("button", name="Plan this arrangement").click()
    assert "will change at 08:00 on 21 May 2031" in hand.said()
    assert placed(hand) == []
    with hand.page.expect_navigation():
        hand.page.get_by_role("button", name="Cancel").click()
    assert "will not happen" in hand.said()
    expect(hand.page.get_by_text("2031")).to_have_count(0)


def test_axe_finds_nothing_of_ours_on_the_screen_of_a_front(seat: Seat) -> None:
    for width in (390, 1280):
        hand = seat("editor", width, bypass_csp=True)
        open_front(hand, "Home")
        found = Axe().run(hand.page, options={"runOnly": list(RULES), "resultTypes": ["violations"]}).response
        assert [f"{rule['id']}: {n['target']}" for rule in found["violations"] for n in rule["nodes"]] == []
        assert hand.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
