"""A story's life as a row: what is fixed at its first publication, and what a version may and may not change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import newsroom
import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Revision

from dateline.desk.models import Story, StoryCorrection

Shown = Callable[[str], Any]


def publish(row: Story, **changes: Any) -> Story:
    row = Story.objects.get(pk=row.pk)
    corrections = changes.pop("corrections", None)
    for name, value in changes.items():
        setattr(row, name, value)
    if corrections is not None:
        row.corrections = [*row.corrections.all(), *corrections]
    row.save_revision().publish()
    return Story.objects.get(pk=row.pk)


def version(row: Story) -> Revision:
    """The newest version, read from the database as everybody but its author meets it."""
    return Revision.objects.for_instance(row).latest("created_at")


def test_the_slug_is_made_at_the_first_publication_and_never_again() -> None:
    row = newsroom.story("Bridge to opne")
    row.headline = "Bridge to open"
    row.save()
    row = publish(row)
    assert row.slug == "bridge-to-open"
    assert publish(row, headline="Bridge opens").slug == "bridge-to-open"


def test_an_editor_may_choose_the_slug_before_that_and_not_after() -> None:
    row = publish(newsroom.story(slug="the-bridge"))
    assert row.slug == "the-bridge"
    row.slug = "another"
    with pytest.raises(ValidationError, match="the-bridge"):
        row.save()


def test_the_slug_stays_when_a_withdrawn_story_returns_with_an_older_version() -> None:
    row = newsroom.story("Bridge opens")
    row.save_revision()
    first = version(row)
    row = publish(row, headline="Bridge opens to trams")
    row.unpublish()
    first.publish()
    row.refresh_from_db()
    assert (row.headline, row.slug) == ("Bridge opens", "bridge-opens-to-trams")


def test_the_time_of_publication_is_set_once_and_never_moves_by_itself() -> None:
    before = timezone.now()
    row = newsroom.story()
    row.save_revision()
    draft = version(row)
    row = publish(row)
    assert row.published_at
    assert before <= row.published_at <= timezone.now()
    assert publish(row, headline="Changed").published_at == row.published_at
    draft.publish()
    assert Story.objects.get(pk=row.pk).published_at == row.published_at


def test_an_editor_may_set_the_time_of_an_older_story() -> None:
    at = datetime(1987, 3, 2, 9, 0, tzinfo=UTC)
    assert publish(newsroom.story(), published_at=at).published_at == at


def test_a_day_is_kept_as_its_noon() -> None:
    row = publish(newsroom.story(), published_at=datetime(2020, 5, 21, 0, 0, tzinfo=UTC), precision="day")
    assert row.published_at == datetime(2020, 5, 21, 11, 0, tzinfo=UTC)


def test_readers_see_updated_only_if_an_editor_says_so() -> None:
    row = publish(newsroom.story(), mark_updated=True)
    assert row.updated_at_public is None
    assert not row.mark_updated
    row = publish(row, headline="A comma moved")
    assert row.updated_at_public is None
    row = publish(row, headline="Everything changed", mark_updated=True)
    assert row.updated_at_public
    assert not row.mark_updated
    assert publish(row, headline="Another comma").updated_at_public == row.updated_at_public


def test_a_correction_says_updated_by_itself(shown: Shown) -> None:
    row = publish(newsroom.story())
    row = publish(row, corrections=[StoryCorrection(kind="correction", text="It opened on Monday, not Sunday.")])
    assert row.updated_at_public
    assert [one["text"] for one in shown(f"story:{row.pk}")["corrections"]] == ["It opened on Monday, not Sunday."]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: setattr(row, "corrections", []),
        lambda row: setattr(row.corrections.get_object_list()[0], "text", "Never mind."),
        lambda row: setattr(row.corrections.get_object_list()[0], "kind", "update"),
    ],
    ids=["dropped", "reworded", "relabelled"],
)
def test_a_correction_readers_saw_cannot_be_taken_back(shown: Shown, change: Callable[[Story], None]) -> None:
    row = publish(newsroom.story(), corrections=[StoryCorrection(text="It was Monday.")])
    change(row)
    with pytest.raises(ValidationError, match="It was Monday"):
        row.save()
    assert shown(f"story:{row.pk}")["corrections"][0]["text"] == "It was Monday."


def test_going_back_to_an_older_version_keeps_the_corrections() -> None:
    row = publish(newsroom.story())
    first = version(row)
    publish(row, headline="New headline", corrections=[StoryCorrection(text="It was Monday.")])
    first.publish()
    row = Story.objects.get(pk=row.pk)
    assert row.headline == "New bridge opens to trams"
    assert [one.text for one in row.corrections.all()] == ["It was Monday."]


def test_a_correction_in_a_draft_may_still_be_reworded() -> None:
    row = publish(newsroom.story())
    row.corrections = [StoryCorrection(text="It was Monday.")]
    row.save_revision()
    row = publish(row, headline="x")
    row.corrections = [StoryCorrection(text="It was Tuesday.")]
    row.save_revision().publish()
    assert [one.text for one in row.corrections.all()] == ["It was Tuesday."]


def test_a_retraction_marks_the_story() -> None:
    row = publish(newsroom.story())
    assert not row.retracted
    assert publish(row, corrections=[StoryCorrection(kind="retraction", text="We withdraw this story.")]).retracted


def test_a_version_keeps_who_began_the_story_and_where_it_came_from() -> None:
    author = newsroom.account("reporter")
    row = newsroom.story(created_by=author, external_id="wire-7")
    row.save_revision()
    Story.objects.filter(pk=row.pk).update(external_id="wire-8")
    old = version(row)
    assert old.as_object().external_id == "wire-8"
    assert old.as_object().created_by == author


def test_versions_can_be_compared_and_hold_the_parts() -> None:
    row = newsroom.story(topics=[newsroom.topic()])
    row.save_revision()
    row.topics = []
    row.save()
    assert [one.topic.name for one in version(row).as_object().topics.all()] == ["Bridges"]


def test_a_lock_and_a_schedule_are_no_change_for_readers(shown: Shown) -> None:
    row = publish(newsroom.story())
    before = shown(f"story:{row.pk}")
    row.locked = True
    row.expire_at = timezone.now() + timedelta(days=1)
    row.save(update_fields=["locked", "expire_at"])
    assert shown(f"story:{row.pk}") == before


def test_the_address_is_known_before_publication() -> None:
    row = newsroom.story("Bridge opens")
    assert row.full_url == f"http://courier.example/news/{row.pk}/bridge-opens"
