"""What the fronts lead with is recorded whenever it changes, from the rows, at a price that does not grow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import newsroom
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dateline.desk import arranging, leads, publicity
from dateline.desk.intake import NewStory, admit
from dateline.desk.models import FrontPlan, Section, Story, StoryCorrection
from dateline.front import fill
from dateline.ledger.models import LedgerEntry
from dateline.story import Credit, Moment, Paragraph, moment

Shown = Callable[[str], Any]

TEXTS = (
    "The ferry to the islands left an hour late after the crane at pier four would not lower its arm on Monday.",
    "Choirs from both sides of the water rehearse in the old customs hall until the heating is repaired in spring.",
    "A survey of the sea wall found two cracks below the waterline, which divers will fill before the autumn storms.",
    "The museum of nets opens its upper floor to schools, with looms that children may work and a boat to climb into.",
)


def out(headline: str, hours: float = 0, **fields: Any) -> Story:
    """A story that came out so many hours after a morning last week."""
    morning = timezone.now().replace(hour=6, minute=0) - timedelta(days=7)
    return newsroom.published(headline, published_at=morning + timedelta(hours=hours), **fields)


def text(*places: int) -> list[Any]:
    return [("paragraph", f"<p>{TEXTS[place]}</p>") for place in places]


def copy(code: int, **fields: Any) -> NewStory:
    given: dict[str, Any] = {
        "headline": f"Tide table {code}",
        "section": "harbour",
        "code": code,
        "live": True,
        "published": moment(timezone.now() - timedelta(days=30) + timedelta(minutes=code)),
        "source": (Credit(kind="own", name="The Courier"),),
        "body": (Paragraph(html=f"High water at pier {code}."),),
    }
    return NewStory(**given | fields)


def plan(key: str) -> FrontPlan:
    return FrontPlan.objects.get(key=key)


def test_the_record_says_what_the_fronts_lead_with(shown: Shown) -> None:
    first, second = out("First"), out("Second", 1)
    assert shown("shown:home") == {"key": "home", "codes": [second.pk, first.pk]}
    assert shown("shown:harbour") == {"key": "harbour", "codes": [second.pk, first.pk]}
    assert shown("shown:world") == {"key": "world", "codes": []}


def test_a_withdrawn_lead_is_replaced_in_the_same_transaction(shown: Shown) -> None:
    first, second = out("First"), out("Second", 1)
    second.unpublish()
    assert shown("shown:home")["codes"] == [first.pk]
    kinds = list(LedgerEntry.objects.order_by("-seq").values_list("subject", "time")[:4])
    thread = f"thread:{second.pk}"
    assert {subject for subject, _ in kinds} == {f"story:{second.pk}", "shown:home", "shown:harbour", thread}


def test_a_story_that_moves_leaves_its_old_sections_front(shown: Shown) -> None:
    row = out("Moves")
    row.section = Section.objects.get(slug="world")
    row.save()
    assert shown("shown:harbour")["codes"] == []
    assert shown("shown:world")["codes"] == [row.pk]


def test_what_an_editor_places_leads(shown: Shown) -> None:
    first, second = out("First"), out("Second", 1)
    arranging.arrange(plan("home"), [arranging.Place(first.pk)])
    assert shown("shown:home")["codes"] == [first.pk, second.pk]
    assert shown("shown:harbour")["codes"] == [second.pk, first.pk]


def test_a_flash_leads_before_newer_stories_and_a_retracted_one_is_passed_over(shown: Shown) -> None:
    flash, newer = out("Flash", urgency=1), out("Newer", 2)
    assert shown("shown:home")["codes"] == [flash.pk, newer.pk]
    flash.corrections.add(StoryCorrection(kind="retraction", text="None of it was so."))
    flash.save()
    assert shown("shown:home")["codes"] == [newer.pk]


def test_two_near_copies_are_not_both_on_top(shown: Shown) -> None:
    out("Crane keeps ferry waiting", body=text(0, 1, 2))
    later = out("Islands cut off by crane", 1, body=text(0, 1, 2))
    other = out("Choirs rehearse", -1, body=text(3))
    assert shown("shown:home")["codes"] == [later.pk, other.pk]


def test_nothing_is_recorded_when_the_fronts_lead_with_the_same() -> None:
    rows = [out(f"Story {n}", n) for n in range(fill.TOP_OF_HOME + 1)]
    before = LedgerEntry.objects.filter(subject__startswith="shown:").count()
    rows[0].headline = "Another headline"
    rows[0].save()
    assert LedgerEntry.objects.filter(subject__startswith="shown:").count() == before


def test_the_home_front_mixes_sections(shown: Shown) -> None:
    harbour = [out(f"Harbour {n}", 9 - n) for n in range(5)]
    world = out("World", 0, section=Section.objects.get(slug="world"))
    mixed = [*harbour[:3], world, *harbour[3:]]
    assert shown("shown:home")["codes"] == [row.pk for row in mixed]


def test_a_batch_from_an_archive_tells_once_what_the_fronts_lead_with(shown: Shown) -> None:
    before = LedgerEntry.objects.last().seq
    admit([copy(code) for code in range(1, 41)])
    entries = LedgerEntry.objects.filter(subject__startswith="shown:", seq__gt=before)
    assert sorted(entries.values_list("subject", flat=True)) == ["shown:harbour", "shown:home"]
    assert shown("shown:home")["codes"] == [40, 39, 38, 37, 36, 35, 34]


def test_undated_stories_stand_behind_dated_ones(shown: Shown) -> None:
    admit([copy(1, published=Moment("")), copy(2), copy(3, published=Moment("2001-05-21"))])
    assert shown("shown:home")["codes"] == [2, 3, 1]


def test_a_front_that_is_gone_leads_with_nothing(shown: Shown) -> None:
    out("First")
    plan("harbour").delete()
    assert shown("shown:harbour") is None


def queries(codes: list[int]) -> int:
    with CaptureQueriesContext(
        connection,
    ) as found:
        leads.changes(codes)
    return len(found)


def test_telling_what_leads_takes_as_many_queries_for_many_stories_as_for_few() -> None:
    admit([copy(code) for code in range(1, 11)])
    few = queries([10])
    admit([copy(code) for code in range(11, 400)])
    assert queries([399]) <= few


PLANS = {
    "home": ["USING INDEX desk_story_out", "USING INDEX desk_story_urgent"],
    "harbour": ["USING INDEX desk_story_section_out", "USING INDEX desk_story_section_urgent"],
}


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the words of SQLite's plans")
@pytest.mark.parametrize("key", list(PLANS))
def test_candidates_are_read_from_an_index_in_its_order(key: str) -> None:
    out("First")
    with CaptureQueriesContext(connection) as found:
        leads.orders([key], {})
    asked = [one["sql"] for one in found if "published_at" in one["sql"] and "IS NOT NULL" in one["sql"]]
    assert len(asked) == len(PLANS[key])
    for statement, index in zip(asked, PLANS[key], strict=True):
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
            steps = [row[3] for row in cursor.fetchall()]
        assert any(f"{index} " in f"{step} " for step in steps), steps
        assert not any("TEMP B-TREE" in step for step in steps), steps


def test_reconcile_finds_fronts_that_lead_with_something_else(shown: Shown) -> None:
    from dateline.desk.reconcile import reconcile

    first, second = out("First"), out("Second", 1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE desk_story SET urgency = 1 WHERE code = %s", [first.pk])
    reconcile()
    assert shown("shown:home")["codes"] == [first.pk, second.pk]
    assert reconcile().recorded == {}


def test_a_failing_record_of_the_lead_takes_the_whole_publication_back(monkeypatch: pytest.MonkeyPatch) -> None:
    row = newsroom.story()
    monkeypatch.setattr(leads, "changes", lambda *_, **__: (_ for _ in ()).throw(RuntimeError("no lead")))
    with pytest.raises(RuntimeError):
        row.save_revision().publish()
    assert not Story.objects.get(pk=row.pk).live
    assert publicity.is_public(f"story:{row.pk}") is False
