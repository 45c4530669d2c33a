"""Searching as a reader does it: typing, being helped, and without any help."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from newsstand import Reading


def test_stories_are_suggested_while_somebody_types_and_the_keyboard_opens_one(paper: str, reading: Reading) -> None:
    page = reading(paper + "/search")
    field = page.get_by_role("combobox")
    field.press_sequentially("where leave cra")
    choices = page.get_by_role("option")
    expect(choices).not_to_have_count(0)
    expect(choices.first).to_contain_text("Leave the crane where it is")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "suggested-0")
    field.press("Enter")
    page.wait_for_url("**/news/96/**")


def test_suggestions_can_be_sent_away_and_the_search_stays_what_was_typed(paper: str, reading: Reading) -> None:
    page = reading(paper + "/search", width=360)
    field = page.get_by_role("combobox")
    field.press_sequentially("ferry")
    expect(page.get_by_role("option")).to_have_count(6)
    field.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    field.press("Enter")
    page.wait_for_url("**/search?q=ferry**")
    assert found(page) > 20


def test_a_suggestion_can_be_touched(paper: str, reading: Reading) -> None:
    page = reading(paper + "/search", width=360)
    page.get_by_role("combobox").press_sequentially("leave where crane")
    page.get_by_role("option").first.click()
    page.wait_for_url("**/news/96/**")


def test_without_script_a_search_is_all_there(paper: str, reading: Reading) -> None:
    page = reading(paper + "/search", java_script_enabled=False)
    page.get_by_role("searchbox", name="Search the archive").first.fill("crane")
    page.get_by_role("button", name="Search").first.click()
    assert found(page) > 0


def found(page: Page) -> int:
    """How many stories the page says that it found."""
    return int((page.locator(".number").text_content() or "").rpartition(" ")[2])
