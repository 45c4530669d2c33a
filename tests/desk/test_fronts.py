"""The screen of a front: arranged by one editor at a time, for a time and at a time, by those who may."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import newsroom
import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.desk import arranging, schedule
from dateline.desk.arranging import Place
from dateline.desk.models import FrontPlan, Placement, PlannedFront, Story
from dateline.errors import DatelineError
from dateline.front import fill

Shown = Callable[[str], Any]
HOUR = timedelta(hours=1)


def home() -> FrontPlan:
    return FrontPlan.objects.get(key="home")


def later(hours: float = 1) -> Any:
    return timezone.now().replace(microsecond=0) + hours * HOUR


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(newsroom.account("editor"))
    return client


def send(client: Client, *codes: int, until: str = "", **fields: Any) -> Any:
    data = {"story": codes, "until": [until] * len(codes), "do": "save", "seen": seen()} | fields
    return client.post(f"/desk/fronts/edit/{home().pk}/", data, follow=True)


def seen() -> str:
    return json.dumps([one.written for one in arranging.placed(home())])


def logged() -> list[str]:
    return list(
        ModelLogEntry.objects.filter(action__startswith="desk.").order_by("pk").values_list("action", flat=True)
    )


def test_an_editor_orders_a_front(editor: Client, shown: Shown) -> None:
    first, second = newsroom.published("First"), newsroom.published("Second")
    page = send(editor, second.pk, first.pk).content.decode()
    assert "is as you set it" in page
    assert shown("front:home")["order"] == [second.pk, first.pk]
    assert logged()[-1] == "desk.arrange"
    assert ModelLogEntry.objects.order_by("pk").last().data == {"codes": [second.pk, first.pk], "removed": []}


def test_the_screen_shows_what_is_placed_and_what_the_machine_fills_below(editor: Client) -> None:
    rows = [newsroom.published(f"Story number {n}") for n in range(3)]
    send(editor, rows[0].pk)
    page = editor.get(f"/desk/fronts/edit/{home().pk}/").content.decode()
    placed, _, filled = page.partition("Filled below by the machine")
    assert "Story number 0" in placed
    assert "Story number 0" not in filled.partition("Find a story")[0]
    assert filled.index("Story number 2") < filled.index("Story number 1")
    assert '<ol class="desk-front__list" start="2">' in filled


def test_the_screen_says_how_many_stories_there_is_room_for(editor: Client) -> None:
    rows = [newsroom.published(f"Story number {n}") for n in range(fill.TOP_OF_HOME + 1)]
    places = {"story": [row.pk for row in rows[:-1]], "until": [""] * fill.TOP_OF_HOME}
    answer = editor.post(f"/desk/fronts/{home().pk}/filled/", places).content.decode()
    assert "you have placed as many as there is room for" in answer
    assert f"There is room for {fill.TOP_OF_HOME}" in answer


def test_the_machine_is_asked_again_without_anything_being_saved(editor: Client, shown: Shown) -> None:
    rows = [newsroom.published(f"Story number {n}") for n in range(3)]
    answer = editor.post(f"/desk/fronts/{home().pk}/filled/", {"story": [rows[2].pk], "until": [""]}).content.decode()
    assert "Story number 2" not in answer
    assert answer.index("Story number 1") < answer.index("Story number 0")
    assert "order" not in shown("front:home")


def test_two_editors_do_not_overwrite_each_other(editor: Client, shown: Shown) -> None:
    first, second = newsroom.published("First"), newsroom.published("Second")
    before = seen()
    send(editor, first.pk)
    page = send(editor, second.pk, seen=before).content.decode()
    assert "Somebody else has arranged this front" in page
    assert shown("front:home")["order"] == [first.pk]


def test_a_story_is_placed_for_a_time_and_the_clock_takes_it_off(editor: Client, shown: Shown) -> None:
    pinned, other = newsroom.published("Pinned"), newsroom.published("Other")
    send(editor, pinned.pk, until=f"{timezone.localtime(later()):%Y-%m-%dT%H:%M}")
    assert shown("shown:home")["codes"] == [pinned.pk, other.pk]
    assert schedule.run_due() == []
    Placement.objects.update(until=timezone.now() - timedelta(seconds=1))
    (ran,) = schedule.run_due()
    assert (ran.code, ran.action, ran.front, ran.failure) == (pinned.pk, "take off", "Home", "")
    assert "order" not in shown("front:home")
    assert shown("shown:home")["codes"] == [other.pk, pinned.pk]
    assert logged()[-1] == "desk.take_off"
    assert schedule.run_due() == []


def test_a_time_that_is_over_is_refused(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    assert "until a time that is over" in send(editor, row.pk, until="2020-01-01T08:00").content.decode()
    assert "order" not in shown("front:home")


def test_a_planned_change_comes_at_its_time_and_not_before(editor: Client, shown: Shown) -> None:
    now, then = newsroom.published("Now"), newsroom.published("Then")
    send(editor, now.pk)
    page = send(editor, then.pk, do="plan", at=f"{timezone.localtime(later(2)):%Y-%m-%dT%H:%M}").content.decode()
    assert "will change at" in page
    assert shown("front:home")["order"] == [now.pk]
    assert schedule.run_due() == []
    (ran,) = schedule.run_due(later(2))
    assert (ran.action, ran.front, ran.failure) == ("arrange", "Home", "")
    assert shown("front:home")["order"] == [then.pk]
    assert not PlannedFront.objects.exists()
    assert logged()[-2:] == ["desk.plan_front", "desk.arrange_planned"]


def test_a_change_is_planned_for_a_time_to_come_only(editor: Client) -> None:
    row = newsroom.published()
    for at in ("", "2020-01-01T08:00", "soon"):
        send(editor, row.pk, do="plan", at=at)
    assert not PlannedFront.objects.exists()


def test_a_planned_change_is_taken_back(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    planned = arranging.plan_change(home(), later(), [Place(row.pk)])
    editor.post(f"/desk/fronts/planned/{planned.pk}/cancel/")
    assert schedule.run_due(later(2)) == []
    assert "order" not in shown("front:home")
    assert logged()[-1] == "desk.cancel_front"


def test_a_planned_change_leaves_out_what_is_gone_or_over_by_then(shown: Shown) -> None:
    stays, gone, over = (newsroom.published(name) for name in ("Stays", "Gone", "Over"))
    arranging.plan_change(home(), later(), [Place(gone.pk), Place(over.pk, later(0.5)), Place(stays.pk, later(9))])
    gone.delete()
    schedule.run_due(later(2))
    assert shown("front:home")["order"] == [stays.pk]
    assert arranging.placed(home())[0].until is not None


def test_one_front_that_cannot_be_arranged_keeps_no_other_from_its_time(
    monkeypatch: pytest.MonkeyPatch, shown: Shown
) -> None:
    row = newsroom.published()
    rail = FrontPlan.objects.get(key="featured")
    bad = arranging.plan_change(home(), later(), [Place(row.pk)])
    arranging.plan_change(rail, later(1.1), [Place(row.pk)])
    PlannedFront.objects.filter(pk=bad.pk).update(places=[["no code"]])
    ran = schedule.run_due(later(2))
    assert [(one.front, bool(one.failure)) for one in ran] == [("Home", True), ("Featured", False)]
    assert shown("rail:featured")["order"] == [row.pk]
    assert PlannedFront.objects.count() == 1
    assert schedule.run_due(later(2)) == []


def test_the_rail_is_arranged_in_the_same_way(editor: Client, shown: Shown) -> None:
    rows = [newsroom.published(f"Story number {n}") for n in range(2)]
    rail = FrontPlan.objects.get(key="featured")
    editor.post(f"/desk/fronts/edit/{rail.pk}/", {"story": [rows[0].pk], "until": [""], "do": "save", "seen": "[]"})
    assert shown("rail:featured")["order"] == [rows[0].pk]


def test_a_story_is_found_by_its_words_those_out_first(editor: Client) -> None:
    newsroom.story("Ferry draft")
    newsroom.published("Ferry leaves")
    page = editor.get(f"/desk/fronts/{home().pk}/found/?q=ferry").content.decode()
    assert page.index("Ferry leaves") < page.index("Ferry draft")
    assert "not out" in page
    assert "No story found" in editor.get(f"/desk/fronts/{home().pk}/found/?q=nowhere").content.decode()


@pytest.mark.parametrize(
    "data",
    [
        {"story": ["1", "2"], "until": [""]},
        {"story": ["one"], "until": [""]},
        {"story": ["٣"], "until": [""]},
        {"story": ["9" * 40], "until": [""]},
        {"story": ["1"], "until": ["yesterday"]},
        {"story": ["1"], "until": ["2026-13-41T99:99"]},
        {"story": [], "until": [], "seen": "{"},
        {"story": [], "until": [], "seen": "[1]"},
    ],
)
def test_what_is_no_arrangement_is_refused_in_words(editor: Client, data: dict[str, Any], shown: Shown) -> None:
    row = newsroom.published()
    arranging.arrange(home(), [Place(row.pk)])
    response = editor.post(f"/desk/fronts/edit/{home().pk}/", {"do": "save"} | data)
    assert response.status_code == 200
    assert shown("front:home")["order"] == [row.pk]


def test_each_story_stands_once_and_only_so_many() -> None:
    row = newsroom.published()
    kept = arranging.arrange(home(), [Place(row.pk), Place(404), Place(row.pk)])
    assert kept == [Place(row.pk)]


def test_a_reporter_arranges_nothing() -> None:
    client = Client()
    client.force_login(newsroom.account("reporter"))
    row = newsroom.published()
    planned = arranging.plan_change(home(), later(), [Place(row.pk)])
    number = home().pk
    for path in (f"edit/{number}/", f"{number}/filled/", f"{number}/preview/", f"planned/{planned.pk}/cancel/"):
        response = client.post(f"/desk/fronts/{path}", {"story": [row.pk], "until": [""], "do": "save"})
        assert response.status_code in (302, 403), path
    client.get(f"/desk/fronts/{number}/found/?q=a")
    assert PlannedFront.objects.exists()
    assert not Placement.objects.exists()


def test_the_log_tells_who_arranged_a_front(editor: Client) -> None:
    row = newsroom.published()
    send(editor, row.pk)
    page = editor.get("/desk/log/").content.decode()
    assert re.search(r">\s*Arrange\s*<", page)
    assert f"/desk/fronts/edit/{home().pk}/" in page


def test_a_failing_record_leaves_the_front_as_it_was(broken_ledger: Callable[[], None], editor: Client) -> None:
    row = newsroom.published()
    broken_ledger()
    with pytest.raises(Exception, match="told to fail"):
        send(editor, row.pk)
    assert not Placement.objects.exists()


def test_arranging_says_when_somebody_else_was_faster() -> None:
    row = newsroom.published()
    arranging.arrange(home(), [Place(row.pk)])
    with pytest.raises(DatelineError, match="in the meantime"):
        arranging.arrange(home(), [], seen=[])
    assert Story.objects.get(pk=row.pk).placements.count() == 1
