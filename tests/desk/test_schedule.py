"""The clock: what is due goes out, at its time, once, and alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import newsroom
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Revision

from dateline.desk import schedule
from dateline.desk.models import Byline, Story, StoryCredit

Shown = Callable[[str], Any]
AGO = timedelta(seconds=30)


def due(row: Story, ago: timedelta = AGO) -> Story:
    """A story scheduled for later, and that time now come."""
    row.go_live_at = timezone.now() + timedelta(hours=1)
    revision = row.save_revision()
    revision.publish()
    at = timezone.now() - ago
    Revision.objects.filter(pk=revision.pk).update(
        approved_go_live_at=at, content={**revision.content, "go_live_at": at.isoformat()}
    )
    return row


def test_a_scheduled_story_is_shown_to_nobody(shown: Shown) -> None:
    row = newsroom.story(go_live_at=timezone.now() + timedelta(hours=1))
    row.save_revision().publish()
    assert shown(f"story:{row.pk}") is None
    assert not Story.objects.get(pk=row.pk).live
    assert schedule.run_due() == []


def test_a_due_story_goes_out_and_its_lateness_is_told(shown: Shown) -> None:
    row = due(newsroom.story())
    (ran,) = schedule.run_due()
    assert (ran.code, ran.action, ran.failure) == (row.pk, "publish", "")
    assert ran.late >= AGO
    assert shown(f"story:{row.pk}")
    assert schedule.run_due() == []


def test_a_scheduled_change_of_a_live_story_waits_for_its_time(shown: Shown) -> None:
    row = newsroom.published()
    row.headline = "Trams now run all night"
    row.go_live_at = timezone.now() + timedelta(hours=1)
    row.save_revision().publish()
    assert shown(f"story:{row.pk}")["headline"] == "New bridge opens to trams"
    due(row)
    schedule.run_due()
    assert shown(f"story:{row.pk}")["headline"] == "Trams now run all night"


def test_one_broken_story_keeps_no_other_from_going_out(monkeypatch: pytest.MonkeyPatch) -> None:
    poison, good = due(newsroom.story("Poison"), 2 * AGO), due(newsroom.story("Good"))
    go_out = Story._go_out

    def fail_for_poison(row: Story) -> None:
        if row.headline == "Poison":
            raise RuntimeError("bad row")
        go_out(row)

    monkeypatch.setattr(Story, "_go_out", fail_for_poison)
    ran = schedule.run_due()
    assert [(one.code, one.failure) for one in ran] == [(poison.pk, "RuntimeError: bad row"), (good.pk, "")]
    assert Story.objects.get(pk=good.pk).live
    assert [one.code for one in schedule.run_due(timezone.now() + schedule.PAUSE)] == [poison.pk]


def test_a_story_that_lacks_something_is_reported_by_name() -> None:
    row = due(newsroom.story())
    Story.objects.filter(pk=row.pk).update(headline="")
    revision = Revision.objects.get(approved_go_live_at__isnull=False)
    Revision.objects.filter(pk=revision.pk).update(content={**revision.content, "headline": ""})
    assert "headline is missing" in schedule.run_due()[0].failure


def test_an_expired_story_leaves_and_is_told_apart_from_a_withdrawn_one(shown: Shown) -> None:
    row = newsroom.published(expire_at=timezone.now() - AGO)
    (ran,) = schedule.run_due()
    assert (ran.action, ran.failure) == ("expire", "")
    assert Story.objects.get(pk=row.pk).expired
    assert shown(f"story:{row.pk}") is None


def test_of_two_versions_due_at_once_the_later_one_stays(shown: Shown) -> None:
    row = newsroom.story()
    due(row, 2 * AGO)
    first = Revision.objects.get(approved_go_live_at__isnull=False)
    content = {**first.content, "headline": "The later version", "go_live_at": None}
    Revision.objects.create(
        content_object=row,
        base_content_type=first.base_content_type,
        content=content,
        approved_go_live_at=timezone.now() - AGO,
    )
    assert [one.failure for one in schedule.run_due()] == [""]
    assert shown(f"story:{row.pk}")


def test_what_is_due_is_found_by_its_time_alone_however_many_versions_there_are() -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the plans of PostgreSQL depend on how much is in the tables")
    with CaptureQueriesContext(connection) as queries:
        schedule.run_due()
    with connection.cursor() as cursor:
        for query in queries:
            cursor.execute("EXPLAIN QUERY PLAN " + query["sql"])
            plan = " ".join(str(row[-1]) for row in cursor.fetchall())
            # The times, not the kind of what has versions: of one kind there are as many as the newsroom ever saved.
            assert "SCAN" not in plan, (query["sql"], plan)
            assert "USING INDEX wagtailcore_revision_content_type" not in plan, (query["sql"], plan)


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        ("2027-03-28 00:30", datetime(2027, 3, 28, 0, 30, tzinfo=UTC)),
        ("2027-03-28 02:30", datetime(2027, 3, 28, 1, 30, tzinfo=UTC)),
        ("2027-10-31 00:30", datetime(2027, 10, 30, 23, 30, tzinfo=UTC)),
        ("2027-10-31 03:00", datetime(2027, 10, 31, 3, 0, tzinfo=UTC)),
    ],
)
def test_times_are_those_of_the_site_on_both_sides_of_a_clock_change(local: str, utc: datetime) -> None:
    from django.forms import DateTimeField

    assert DateTimeField().clean(local).astimezone(UTC) == utc


def test_an_hour_that_does_not_exist_is_refused_rather_than_guessed() -> None:
    from django.core.exceptions import ValidationError
    from django.forms import DateTimeField

    with pytest.raises(ValidationError, match="Lisbon"):
        DateTimeField().clean("2027-03-28 01:30")


def test_scheduling_a_change_of_a_story_from_an_archive_does_not_take_it_down(shown: Shown) -> None:
    from dateline.desk.intake import NewStory, admit

    (answer,) = admit([NewStory(headline="From the archive", section="harbour")])
    row = Story.objects.get(pk=answer.code)
    row.bylines, row.credits = [Byline(person=newsroom.person())], [StoryCredit(kind="own")]
    row.body = [("paragraph", "<p>New words.</p>")]
    row.go_live_at = timezone.now() + timedelta(hours=1)
    row.save_revision().publish()
    assert shown(f"story:{row.pk}")["headline"] == "From the archive"
    assert Story.objects.get(pk=row.pk).live


def test_scheduling_a_version_older_than_the_live_one_does_not_take_the_story_down(shown: Shown) -> None:
    row = newsroom.story()
    first = row.save_revision()
    row.go_live_at = timezone.now() + timedelta(hours=1)
    later = row.save_revision()
    Revision.objects.get(pk=first.pk).publish()
    Revision.objects.get(pk=later.pk).publish()
    assert shown(f"story:{row.pk}")
    assert Story.objects.get(pk=row.pk).approved_schedule
