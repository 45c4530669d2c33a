"""Who may do what at the desk, and how a story goes from one to the other."""

from __future__ import annotations

from playwright.sync_api import expect

from deskhand import Seat


def test_a_reporter_hands_in_and_an_editor_approves(seat: Seat) -> None:
    reporter = seat("reporter")
    reporter.begin("Ferry company orders a second boat")
    assert "Publish" not in reporter.offered()
    assert "waits for review" in reporter.press("Submit for review")
    code = reporter.code()
    assert reporter.read(f"/s/{code}").status == 404

    editor = seat("editor")
    editor.open("/desk/")
    waiting = editor.page.get_by_role("region", name="Awaiting your review").or_(
        editor.page.locator("section", has_text="Awaiting your review")
    )
    expect(waiting.get_by_text("Ferry company orders a second boat").first).to_be_visible()
    editor.edit(code)
    assert "is out" in editor.press("Approve and publish")
    assert "Ferry company orders a second boat" in editor.site.ask("/").text
    assert "Rita Sole" in editor.read(f"/s/{code}").text


def test_a_reporter_cannot_publish_by_asking_for_it(seat: Seat) -> None:
    reporter = seat("reporter")
    reporter.begin("Nobody looked at this")
    reporter.page.evaluate("""() => {
        const form = document.querySelector('#w-editor-form'), wish = document.createElement('input')
        wish.type = 'hidden'; wish.name = 'action-publish'; wish.value = '1'
        form.append(wish)
    }""")
    reporter.press("Save draft")
    assert "Nobody looked at this" not in reporter.site.ask("/").text
    reporter.open("/desk/snippets/desk/story/?q=Nobody+looked")
    expect(reporter.page.locator(".desk-standing")).to_have_text("Draft")


def test_a_reporter_is_not_shown_what_is_for_editors(seat: Seat) -> None:
    reporter = seat("reporter")
    reporter.open("/desk/")
    menu = reporter.page.locator("[data-wagtail-sidebar]")
    expect(menu.get_by_text("Stories")).to_be_visible()
    for closed in ("Fronts", "Reports", "Settings"):
        expect(menu.get_by_text(closed)).to_have_count(0)
    reporter.open("/desk/fronts/")
    expect(reporter.page.get_by_text("do not have permission")).to_be_visible()


def test_the_list_says_code_headline_section_state_time_and_by_whom(seat: Seat) -> None:
    editor = seat("editor")
    code = editor.publish("Lighthouse opens its doors for a day")
    editor.open("/desk/snippets/desk/story/?state=published&q=Lighthouse")
    row = editor.page.get_by_role("row", name="Lighthouse opens its doors")
    for words in (str(code), "Harbour", "Published", "today, ", "Edda Brink"):
        expect(row).to_contain_text(words)
    editor.open("/desk/snippets/desk/story/?state=draft&q=Lighthouse")
    expect(editor.page.get_by_role("row", name="Lighthouse opens its doors")).to_have_count(0)
