"""What the newsroom asks its tables: nothing that reads all of an archive, however small the archive is today."""

from __future__ import annotations

import newsroom
import pytest
from django.utils import timezone

import plans
from dateline.desk import schedule
from dateline.desk.intake import NewStory, admit, codes_of_addresses, codes_of_external_ids
from dateline.ledger import record
from dateline.ledger.models import LedgerEntry
from dateline.story import Credit, Moment, Paragraph

pytestmark = pytest.mark.django_db


def copy(name: str, **fields: object) -> NewStory:
    return NewStory(
        headline=f"Dredging goes on, {name}",
        section="harbour",
        body=(Paragraph(html="The dredger came back."),),
        published=Moment("2020-05-21T08:30:00Z"),
        bylines=(("Ana Lopes", "reporter"), (f"Ana Lopes the {name}", "reporter")),
        source=(Credit(kind="agency", name="Coast Press"),),
        topics=("Ports",),
        external_id=name,
        former=(f"https://old.example/{name}",),
        **fields,  # type: ignore[arg-type]
    )


def test_a_watched_scan_is_told() -> None:
    with plans.watched() as found:
        list(newsroom.Story.objects.filter(lead_caption="nobody indexes captions"))
    assert len(found) == 1
    assert "desk_story" in found[0]


def test_copy_is_taken_in_and_met_again_without_reading_the_archive() -> None:
    admit([copy("first")])
    with plans.watched() as found:
        assert [one.outcome for one in admit([copy("first", update=True), copy("second")])] == ["same", "made"]
        assert codes_of_external_ids(["first"])
        assert codes_of_addresses(["https://old.example/first"])
    assert found == []


def test_a_story_goes_out_changes_and_comes_down_without_reading_the_archive() -> None:
    row = newsroom.story(external_id="old-88")
    with plans.watched() as found:
        row.save_revision().publish()
        row.refresh_from_db()
        row.headline = "New bridge opens to trams and bicycles"
        row.save_revision().publish()
        row.unpublish()
        schedule.run_due()
        row.delete()
    assert found == []


def test_an_account_goes_without_every_story_being_read() -> None:
    user = newsroom.account()
    newsroom.published(edited_by=user)
    with plans.watched() as found:
        user.delete()
    assert [one for one in found if "desk_" in one] == []


def test_words_are_removed_from_the_record_without_reading_it() -> None:
    row = newsroom.published()
    digest = LedgerEntry.objects.filter(subject=f"story:{row.pk}").values_list("digest", flat=True)[0]
    row.headline = f"Changed at {timezone.now():%H:%M}"
    row.save_revision().publish()
    with plans.watched() as found:
        assert record.redact(digest, "by court order")
    assert found == []
