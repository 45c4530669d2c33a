"""Several people at one desk: locks, two at one story, sending back, doing something to many stories at once."""

from __future__ import annotations

from playwright.sync_api import expect

import waiting
from deskhand import DeskHand, Seat

LOCK = "[data-side-panel=status] label:has(input[data-controller=w-action])"


def switch_lock(hand: DeskHand, code: int) -> str:
    """Lock or unlock a story by the switch in its side panel; the message that follows."""
    hand.edit(code)
    if not hand.page.locator(LOCK).is_visible():
        hand.page.get_by_role("button", name="Toggle status").click()
    with hand.page.expect_navigation():
        hand.page.locator(LOCK).click()
    return hand.said()


def test_a_locked_story_is_closed_to_others_until_an_editor_unlocks_it(seat: Seat) -> None:
    editor, reporter = seat("editor"), seat("reporter")
    code = editor.publish("Ice on the inner harbour")
    assert "locked by you" in switch_lock(editor, code)
    reporter.edit(code)
    assert "locked by Edda Brink" in reporter.said()
    expect(reporter.page.locator("footer")).to_contain_text("Locked")
    expect(reporter.page.locator("footer").get_by_role("button", name="Save draft")).to_have_count(0)
    assert "now unlocked" in switch_lock(editor, code)
    reporter.edit(code)
    expect(reporter.page.locator("footer").get_by_role("button", name="Save draft")).to_be_visible()


def test_the_second_at_a_story_is_told_who_has_it_and_puts_nothing_over_it_unasked(seat: Seat) -> None:
    first, second = seat("editor"), seat("administrator")
    code = first.publish("Night train to the coast returns")
    first.edit(code)
    second.edit(code)
    expect(second.page.locator(".desk-presence")).to_contain_text("Edda Brink has it open")
    first.fill("kicker", "Railways")
    first.press("Save draft")
    second.page.locator("#id_kicker").press_sequentially("Trains")
    assert "Edda Brink saved a newer version" in second.press("Save draft")
    expect(second.page.locator("#id_kicker")).to_have_value("Trains")
    second.press("Save draft")
    expect(second.page.locator("#id_kicker")).to_have_value("Trains")
    second.open(f"/desk/snippets/desk/story/history/{code}/")
    expect(second.page.locator("main table")).to_contain_text("Edda Brink")


def test_a_story_is_sent_back_with_words_that_its_writer_finds_above_the_text(seat: Seat) -> None:
    reporter, editor = seat("reporter"), seat("editor")
    reporter.begin("Bus drivers vote on new shifts")
    assert "waits for review" in reporter.press("Submit for review")
    code = reporter.code()
    editor.edit(code)
    footer = editor.page.locator("footer")
    footer.get_by_role("button", name="More actions").click()
    footer.get_by_role("button", name="Send back…").click()
    box = editor.page.locator(".modal")
    box.locator("textarea").fill("Who counted the votes?")
    with editor.page.expect_navigation():
        box.get_by_role("button", name="Send back").click()
    assert "was sent back" in editor.said()
    reporter.open("/desk/")
    expect(reporter.page.get_by_role("row", name="Bus drivers vote")).to_contain_text("Sent back")
    reporter.edit(code)
    expect(reporter.page.locator(".desk-returned")).to_contain_text("Edda Brink")
    expect(reporter.page.locator(".desk-returned")).to_contain_text("Who counted the votes?")
    assert "waits for review again" in reporter.press("Send to review again")


def test_handing_in_a_story_says_what_it_lacks(seat: Seat) -> None:
    reporter = seat("reporter")
    reporter.open("/desk/snippets/desk/story/add/")
    reporter.fill("headline", "A story without a section")
    said = reporter.press("Submit for review")
    assert "Not sent" in said
    assert "section is missing" in said
    reporter.page.select_option("#id_section", label="Harbour")
    assert "Before it can be published: The story has no text." in reporter.press("Submit for review")


def test_many_are_published_withdrawn_and_deleted_at_once_and_readers_see_each(seat: Seat) -> None:
    hand = seat("editor")
    codes = []
    for number in ("one", "two"):
        hand.begin(f"Dredging notes {number}", f"Part {number} of the notes on dredging.")
        hand.press("Save draft")
        codes.append(hand.code())
    choose(hand, "draft", "Publish")
    assert "2 stories were published" in finish(hand)
    for code in codes:
        waiting.until(lambda code=code: hand.read(f"/s/{code}").status == 200, "it is out")
    choose(hand, "published", "Withdraw")
    hand.page.fill("#id_reason", "The figures are being checked.")
    assert "2 stories were withdrawn" in finish(hand)
    for code in codes:
        waiting.until(lambda code=code: hand.site.ask(f"/news/{code}.json").status == 410, "it is gone")
    choose(hand, "withdrawn", "Delete")
    assert "2 stories were deleted" in finish(hand)
    assert all(hand.site.ask(f"/news/{code}.json").status == 410 for code in codes)
    hand.open("/desk/log/")
    expect(hand.page.get_by_role("row", name="Dredging notes one").first).to_contain_text("Delete")


def choose(hand: DeskHand, state: str, action: str) -> None:
    """Tick the notes on dredging that are in a state, and go to the page that asks whether it is meant."""
    hand.open(f"/desk/snippets/desk/story/?state={state}&q=Dredging+notes")
    rows = hand.page.get_by_role("row", name="Dredging notes")
    expect(rows).to_have_count(2)
    for row in rows.all():
        row.get_by_role("checkbox").check()
    bar = hand.page.locator(".bulk-actions-choices")
    expect(bar).to_contain_text("2 stories")
    bar.get_by_role("link", name=f"{action} the chosen stories").click()
    hand.page.wait_for_url("**/bulk/**")


def finish(hand: DeskHand) -> str:
    with hand.page.expect_navigation():
        hand.page.locator("main form [type=submit]").first.click()
    return hand.said()
