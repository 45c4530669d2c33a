"""From a first login to a story that readers see, and back."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

from playwright.sync_api import Browser, expect

import sites
import waiting
from deskhand import DeskHand, Seat


def test_the_first_login_leads_to_a_dashboard_that_says_what_there_is_to_do(
    chromium: Browser, desk_site: sites.Server
) -> None:
    page = chromium.new_page()
    hand = DeskHand(page, desk_site)
    hand.open("/desk/")
    expect(page.get_by_role("heading", name="The Harbour Courier")).to_be_visible()
    page.fill("#id_username", "ada-administrator@courier.example")
    page.fill("#id_password", "not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("do not belong together")).to_be_visible()
    hand.sign_in("ada-administrator@courier.example", "ferry-timetable-9")
    for heading in ("Scheduled next", "My drafts", "Just published"):
        expect(page.get_by_role("heading", name=heading)).to_be_visible()
    page.get_by_role("link", name="New story").click()
    expect(page.get_by_placeholder("Headline")).to_be_visible()
    page.context.close()


def test_a_story_is_previewed_as_readers_will_see_it_and_is_out_when_the_click_returns(seat: Seat) -> None:
    hand = seat("editor")
    hand.begin("Quay lights go dark for a night", "The lamps along the quay go dark at ten.")
    hand.fill("kicker", "Harbour lights")
    hand.fill("place", "Port Averell")
    hand.page.get_by_role("button", name="Toggle preview").click()
    preview = hand.page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1, name="Quay lights go dark for a night")).to_be_visible()
    expect(preview.get_by_text("Featured Stories")).to_be_visible()
    styled = "getComputedStyle(document.querySelector('h1')).fontWeight"
    assert hand.page.locator("#w-preview-iframe").element_handle().content_frame().evaluate(styled) != "400"
    assert "is out" in hand.press("Publish")
    code = hand.code()
    assert "Quay lights go dark for a night" in hand.site.ask("/").text
    story = hand.read(f"/s/{code}")
    assert story.status == 200
    assert "Port Averell" in story.text
    assert "Edda Brink" in story.text


def test_beside_the_preview_every_part_of_the_form_can_be_turned_to(seat: Seat) -> None:
    hand = seat("editor", width=1280)
    hand.open("/desk/snippets/desk/story/add/")
    hand.page.get_by_role("button", name="Toggle preview").click()
    expect(hand.page.locator("#w-preview-iframe")).to_be_visible()
    for tab in hand.page.locator(".w-tabs__tab").all():
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
    hand.page.get_by_role("button", name="Toggle preview").click()


def test_what_is_missing_is_named_at_the_field_and_nothing_goes_out(seat: Seat) -> None:
    hand = seat("editor")
    hand.open("/desk/snippets/desk/story/add/")
    hand.fill("headline", "A story without a section")
    said = hand.press("Publish")
    assert "section is missing" in said
    assert "has no text" in said
    expect(hand.page.locator("#panel-child-story-section-errors, [id*=section-errors]").first).to_contain_text(
        "section is missing"
    )
    assert "A story without a section" not in hand.site.ask("/").text


def test_by_themselves_a_story_goes_out_and_another_comes_down_within_a_second_of_their_time(seat: Seat) -> None:
    hand = seat("editor")
    old = hand.publish("Bridge shut for the regatta")
    hand.edit(old)
    hand.fill("expire_at", f"{minute(ahead=30):%Y-%m-%d %H:%M}")
    assert "is out" in hand.press("Publish")
    code, due = schedule(hand, "Harbour office closes early")
    early = hand.read(f"/s/{code}").status
    assert early == 404 or datetime.now(UTC) > due
    waiting.until(lambda: hand.read(f"/s/{code}").status == 200, "the story goes out", 180)
    assert lateness(hand, code, "publish") < 1
    assert "Harbour office closes early" in hand.site.ask("/").text
    waiting.until(lambda: hand.site.ask(f"/news/{old}.json").status == 410, "the story comes down", 180)
    assert lateness(hand, old, "expire") < 1
    assert "Bridge shut for the regatta" not in hand.site.ask("/").text
    hand.edit(old)
    expect(hand.page.locator(".desk-standing")).to_have_text("Expired")


def schedule(hand: DeskHand, headline: str) -> tuple[int, datetime]:
    """Schedule a story for the next minute that there is time for, on a slow machine a later one; its code and time.

    The form knows whole minutes.
    """
    for ahead in (15, 60, 120):
        hand.begin(headline)
        hand.turn_to("publishing")
        due = minute(ahead)
        hand.fill("go_live_at", f"{due:%Y-%m-%d %H:%M}")
        if "goes out on" in hand.press("Publish"):
            return hand.code(), due
    raise AssertionError("publishing takes longer than two minutes")


def minute(ahead: int) -> datetime:
    """The next whole minute that is at least so many seconds away."""
    return (datetime.now(UTC) + timedelta(seconds=ahead + 60)).replace(second=0, microsecond=0)


def lateness(hand: DeskHand, code: int, action: str) -> float:
    """The seconds by which the clock was late, as it says itself: how long a browser takes to see it is no matter."""
    line = rf"Story {code} was due to {action} at \S+ and did, (\d+\.\d+) s late"
    return float(waiting.until(lambda: re.search(line, hand.site.said()), "the clock says what it did")[1])


def test_a_correction_is_shown_on_the_story_in_its_history_and_among_all_corrections(seat: Seat) -> None:
    hand = seat("editor")
    code = hand.publish("New timetable for the island boat")
    hand.edit(code)
    hand.turn_to("corrections")
    hand.page.get_by_role("button", name="Add note").click()
    hand.page.fill("#id_corrections-0-text", "The boat leaves at nine, not at eight.")
    assert "is out" in hand.press("Publish")
    for path in (f"/s/{code}", f"/news/{code}/history", "/corrections"):
        assert "The boat leaves at nine, not at eight." in hand.read(path).text, path
    hand.edit(code)
    hand.turn_to("corrections")
    expect(hand.page.locator("#id_corrections-0-text")).to_be_disabled()


def test_a_retracted_story_stays_under_its_notice_and_is_recommended_nowhere(seat: Seat) -> None:
    hand = seat("editor")
    code = hand.publish("Old crane to be sold abroad")
    notice = "None of this can be shown to be true."
    assert "was retracted" in hand.take_back("retract", code, notice)
    story = hand.read(f"/s/{code}")
    assert story.status == 200
    assert notice in story.text
    assert "Old crane to be sold abroad" not in hand.site.ask("/").text
    expect(hand.page.locator(".desk-standing")).to_have_text("Retracted")


def test_a_withdrawn_story_is_gone_from_its_address_the_fronts_and_the_feed(seat: Seat) -> None:
    hand = seat("editor")
    code = hand.publish("Pier to be painted blue")
    path = hand.site.ask(f"/s/{code}").headers["location"]
    assert "was withdrawn" in hand.take_back("unpublish", code, "Published by mistake.")
    assert hand.site.ask(path).status == 410
    assert hand.site.ask(f"/news/{code}.json").status == 410
    for place in ("/", "/harbour/", "/feed.xml", "/harbour/feed.xml", "/sitemap.xml", "/people/edda-brink"):
        assert "Pier to be painted blue" not in hand.read(place).text, place
    ET.fromstring(hand.site.ask("/feed.xml").text)


def test_what_is_typed_is_saved_by_itself(seat: Seat) -> None:
    hand = seat("editor")
    hand.begin("Half a thought")

    def write_on() -> bool:
        hand.page.keyboard.type(" And on.")
        hand.page.wait_for_load_state("networkidle")
        return "/edit/" in hand.page.url

    waiting.until(write_on, "the form saves itself", 30, 0.5)
    hand.open("/desk/")
    hand.page.get_by_role("link", name="Half a thought").click()
    expect(hand.page.locator("#id_headline")).to_have_value("Half a thought")


def test_the_last_words_before_the_click_are_published_too(seat: Seat) -> None:
    hand = seat("editor")
    hand.begin("Buoy number four is back")
    hand.page.keyboard.type(" Its chain is new.")
    assert "is out" in hand.press("Publish")
    assert "Its chain is new." in hand.read(f"/s/{hand.code()}").text
