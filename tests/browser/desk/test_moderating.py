"""Comments moderated in a browser: a queue emptied by keyboard alone, several at once, taken back, without script."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import sites
import waiting
from deskhand import DeskHand, Seat

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
READERS = str(Path(__file__).parents[2] / "discuss")

Fill = Callable[..., int]


@pytest.fixture(scope="module")
def worker(desk_site: sites.Server) -> Iterator[sites.Desk]:
    """A process of the newsroom on the site that is served."""
    with sites.desk(desk_site.site) as desk:
        desk.do("import sys; sys.path.insert(0, place)", place=READERS)
        yield desk


@pytest.fixture
def fill(worker: sites.Desk) -> Fill:
    """Call it to have so many comments wait on a story of their own; its code."""

    def wait_for_moderators(many: int, headline: str) -> int:
        return int(worker.do(FILL, many=many, headline=headline))

    return wait_for_moderators


FILL = """
import readers
from dateline.discuss.models import Comment
result = published(headline).pk
who = readers.reader(f"Nils Berg {result}", standing="held")
for n in range(many):
    text = f"The ferry was late, case {n}."
    Comment.objects.create(story=result, reader=who, name="Nils Berg", state="pending", text=text)
"""


def open_queue(hand: DeskHand, code: int, name: str = "pending") -> None:
    hand.open(f"/desk/comments/queue/{name}/?story={code}")


def current(page: Page) -> str:
    return page.locator(".mod-card.is-current").get_attribute("data-number") or ""


def left(hand: DeskHand, code: int, state: str = "pending") -> int:
    """How many comments of a story are in a state, by the database."""
    with closing(sqlite3.connect(hand.site.site / "dateline.db")) as database:
        query = "SELECT count(*) FROM discuss_comment WHERE story = ? AND state = ?"
        return int(database.execute(query, (code, state)).fetchone()[0])


def test_a_moderator_empties_a_queue_of_200_by_keyboard_alone(seat: Seat, fill: Fill) -> None:
    code = fill(200, "Ferry timetable changes")
    hand = seat("moderator")
    page = hand.page
    open_queue(hand, code)
    expect(page.locator(".mod-card").first).to_be_focused()
    for press in range(200):
        card = page.locator(".mod-card.is-current:not(.is-done)")
        expect(card).to_be_focused()
        page.keyboard.press("r" if press % 4 == 3 else "a")
    expect(page.get_by_text("That was all of it.")).to_be_focused()
    waiting.until(lambda: left(hand, code) == 0, "nothing waits", 10)
    assert left(hand, code, "approved") == 150
    assert left(hand, code, "rejected") == 50


def test_keys_lead_on_and_back_and_undo_returns_to_the_comment(seat: Seat, fill: Fill) -> None:
    code = fill(4, "Market hall repaired")
    hand = seat("moderator")
    page = hand.page
    open_queue(hand, code)
    first = current(page)
    page.keyboard.press("n")
    second = current(page)
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert current(page) == second != first
    page.keyboard.press("2")
    expect(page.locator(f"#c{second}")).to_contain_text("Rejected: Nils Berg")
    expect(page.locator("#mod-said")).to_contain_text("advertising or spam")
    page.keyboard.press("u")
    expect(page.locator(f"#c{second}")).to_be_focused()
    expect(page.locator("#mod-said")).to_contain_text("Taken back: one comment.")
    assert left(hand, code) == 4
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("i")
    expect(page.locator(".mod-card.is-current")).to_contain_text("First seen")
    page.keyboard.press("e")
    page.keyboard.press("Escape")
    expect(page.locator(".mod-card.is-current")).to_be_focused()


def test_keys_are_left_alone_where_somebody_types(seat: Seat, fill: Fill) -> None:
    code = fill(2, "Library hours")
    hand = seat("moderator")
    open_queue(hand, code)
    hand.page.get_by_label("Words").fill("")
    hand.page.get_by_label("Words").press_sequentially("arnu")
    assert left(hand, code) == 2


def test_several_are_decided_together_and_taken_back_together(seat: Seat, fill: Fill) -> None:
    code = fill(6, "Night trains return")
    hand = seat("moderator")
    page = hand.page
    open_queue(hand, code)
    for _ in range(3):
        page.keyboard.press("x")
        page.keyboard.press("n")
    expect(page.get_by_text("3 ticked:")).to_be_visible()
    page.get_by_role("button", name="Approve ticked").click()
    expect(page.locator("#mod-said")).to_contain_text("Approved: three comments.")
    assert left(hand, code) == 3
    page.keyboard.press("u")
    expect(page.locator("#mod-said")).to_contain_text("Taken back: three comments.")
    assert left(hand, code) == 6
    page.get_by_label("All here").check()
    expect(page.get_by_text("6 ticked:")).to_be_visible()
    page.locator("#mod-reason").select_option("off-topic")
    page.get_by_role("button", name="Reject ticked").click()
    expect(page.get_by_text("That was all of it.")).to_be_visible()
    waiting.until(lambda: left(hand, code, "rejected") == 6, "all are rejected", 5)


def test_without_script_each_button_works_and_undo_takes_the_last_back(seat: Seat, fill: Fill) -> None:
    code = fill(3, "Water bill explained")
    hand = seat("moderator", java_script_enabled=False)
    page = hand.page
    open_queue(hand, code)
    with page.expect_navigation():
        page.get_by_role("button", name="Approve", exact=False).first.click()
    assert "Approved the comment of Nils Berg" in hand.said()
    assert left(hand, code) == 2
    with page.expect_navigation():
        page.get_by_role("button", name=re.compile("^Undo")).click()
    assert "Taken back: one comment." in hand.said()
    assert left(hand, code) == 3


def test_what_a_moderator_approves_readers_see(seat: Seat, fill: Fill) -> None:
    code = fill(1, "Tram stop moves")
    hand = seat("moderator")
    open_queue(hand, code)
    hand.page.keyboard.press("a")
    expect(hand.page.get_by_text("That was all of it.")).to_be_visible()
    waiting.until(lambda: "case 0" in hand.read(f"/s/{code}").text, "it is on the page", 10)


def test_what_a_comment_says_is_shown_and_not_done(seat: Seat, fill: Fill, worker: sites.Desk) -> None:
    code = fill(1, "Cycle path opens")
    worker.do(
        "from dateline.discuss.models import Comment; Comment.objects.filter(story=code).update(text=text, name=name)",
        code=code,
        text="</p></li><script>window.harmed=1</script><img src=x onerror='window.harmed=1'>",
        name='"><svg onload=window.harmed=1>',
    )
    hand = seat("moderator")
    open_queue(hand, code)
    expect(hand.page.locator(".mod-card__text")).to_contain_text("<script>window.harmed=1</script>")
    hand.page.keyboard.press("i")
    hand.page.keyboard.press("a")
    expect(hand.page.locator(".mod-card__done")).to_contain_text("<svg onload")
    assert hand.page.evaluate("window.harmed") is None


def test_the_rules_of_a_story_are_set_on_one_screen(seat: Seat, fill: Fill) -> None:
    code = fill(1, "Stadium sold")
    hand = seat("editor")
    hand.open(f"/desk/comments/rules/story/{code}/")
    hand.page.get_by_role("combobox", name="Comments").select_option("closed")
    hand.page.get_by_label("Closes after").fill("30")
    with hand.page.expect_navigation():
        hand.page.get_by_role("button", name="Save these rules").click()
    assert "are as you set them" in hand.said()
    expect(hand.page.get_by_label("Closes after")).to_have_value("30")
    hand.page.get_by_label("Learned score").fill("7")
    hand.page.get_by_role("button", name="Save these rules").click()
    expect(hand.page.get_by_text("less than or equal to 1")).to_be_visible()


def test_a_word_list_is_tried_before_it_holds(seat: Seat) -> None:
    hand = seat("editor")
    hand.open("/desk/comments/words/")
    hand.page.get_by_label("Words that reject").fill("bollard")
    hand.page.get_by_label("Try a sentence").fill("You b 0 l l a r d! Scunthorpe is fine.")
    hand.page.get_by_role("button", name="Try it").click()
    expect(hand.page.get_by_role("status").filter(has_text="bollard")).to_contain_text("Rejected")
    hand.open("/desk/comments/words/")
    expect(hand.page.get_by_label("Words that reject")).to_have_value("")


def test_axe_finds_nothing_of_ours_on_the_pages_of_the_moderation_desk(seat: Seat, fill: Fill) -> None:
    code = fill(3, "Flood wall finished")
    for width, scheme in ((390, "light"), (1280, "dark")):
        hand = seat("moderator", width, bypass_csp=True, color_scheme=scheme)
        open_queue(hand, code)
        number = current(hand.page)
        person = (hand.page.locator(".mod-card__name").first.get_attribute("href") or "").strip()
        paths = [f"/desk/comments/queue/pending/?story={code}", f"/desk/comments/{number}/", person]
        paths += [f"/desk/comments/{name}/" for name in ("people", "rules", "words", "notices", "queue/approved")]
        for path in paths:
            hand.open(path)
            options = {"runOnly": {"type": "tag", "values": list(RULES)}}
            found = Axe().run(hand.page, context=".mod", options=options)
            assert found.response["violations"] == [], f"{path} at {width}: {found.generate_report()}"
            wide = hand.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            assert wide <= 0, f"{path} at {width} px is {wide} px too wide"
