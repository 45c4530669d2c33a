"""What the ledger learns, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import newsroom
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.desk import publicity
from dateline.desk.models import Byline, FrontPlan, Person, Placement, Source, Story, StoryCredit, Topic
from dateline.ledger.models import LedgerEntry

Shown = Callable[[str], Any]


def entries() -> list[tuple[str, str]]:
    return list(LedgerEntry.objects.order_by("seq").values_list("subject", "kind"))


def test_a_draft_leaves_no_trace(shown: Shown) -> None:
    before = entries()
    row = newsroom.story()
    row.headline = "Another headline"
    row.save()
    row.save_revision()
    assert entries() == before
    assert shown(f"story:{row.pk}") is None


def test_a_published_story_brings_whom_it_names(shown: Shown) -> None:
    ana, agency, bridges = newsroom.person(), newsroom.source(), newsroom.topic()
    chain = [StoryCredit(kind="agency", source=agency, url="https://agency.example/1")]
    row = newsroom.published(bylines=[Byline(person=ana)], credits=chain, topics=[bridges])
    assert shown(f"story:{row.pk}")["bylines"] == [{"person": ana.pk, "name": "Ana Lopes", "slug": "ana-lopes"}]
    assert shown(f"person:{ana.pk}") == {"id": ana.pk, "slug": "ana-lopes", "name": "Ana Lopes"}
    assert shown("source:coast-press")["slug"] == "coast-press"
    assert shown("topic:bridges") == {"slug": "bridges", "name": "Bridges"}


def test_a_person_nobody_named_is_not_public(shown: Shown) -> None:
    ana = newsroom.person()
    ana.name = "Ana Maria Lopes"
    ana.save()
    assert shown(f"person:{ana.pk}") is None


def test_a_draft_edit_of_a_live_story_is_not_published(shown: Shown) -> None:
    row = newsroom.published()
    row.headline = "A headline nobody approved"
    row.save_revision()
    assert shown(f"story:{row.pk}")["headline"] == "New bridge opens to trams"


def test_a_draft_in_hand_is_not_published_by_saving_another_field(shown: Shown) -> None:
    row = newsroom.published()
    row.headline = "A headline nobody approved"
    row.save(update_fields=["kicker"])
    assert shown(f"story:{row.pk}")["headline"] == "New bridge opens to trams"


def test_fields_readers_never_see_are_no_news() -> None:
    row = newsroom.published()
    before = entries()
    row.internal_note = "Call the harbour master again"
    with CaptureQueriesContext(connection) as queries:
        row.save(update_fields=["internal_note", "locked"])
    assert entries() == before
    assert not any("ledger" in query["sql"] for query in queries)


def test_saving_twice_records_once() -> None:
    row = newsroom.published()
    before = entries()
    Story.objects.get(pk=row.pk).save()
    assert entries() == before


def test_unpublishing_withdraws_and_publishing_again_restores(shown: Shown) -> None:
    row = newsroom.published()
    row.unpublish()
    assert shown(f"story:{row.pk}") is None
    row.get_latest_revision().publish()
    assert [kind for subject, kind in entries() if subject == f"story:{row.pk}"] == [
        "published",
        "withdrawn",
        "restored",
    ]


def test_deleting_a_live_story_withdraws_it() -> None:
    row = newsroom.published()
    code = row.pk
    row.delete()
    assert entries()[-4:] == [
        (f"story:{code}", "withdrawn"),
        ("shown:harbour", "changed"),
        ("shown:home", "changed"),
        (f"thread:{code}", "withdrawn"),
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows.update(headline="Changed behind the desk"),
        lambda rows: rows.bulk_update([_renamed(rows.get())], ["headline"]),
    ],
    ids=["update", "bulk-update"],
)
def test_no_bulk_operation_gets_past_the_ledger(shown: Shown, change: Callable[[Any], Any]) -> None:
    row = newsroom.published()
    change(Story.objects.filter(pk=row.pk))
    assert shown(f"story:{row.pk}")["headline"] == "Changed behind the desk"


def test_stories_created_in_bulk_are_recorded(shown: Shown) -> None:
    Story.objects.bulk_create([Story(code=900, headline="In bulk", live=True), Story(code=901, headline="A draft")])
    assert shown("story:900")["headline"] == "In bulk"
    assert shown("story:901") is None


def test_a_front_shows_the_live_stories_placed_on_it_in_order(shown: Shown) -> None:
    first, second, draft = newsroom.published("First"), newsroom.published("Second"), newsroom.story("Draft")
    home = FrontPlan.objects.get(key="home")
    home.placements = [Placement(story=row, sort_order=i) for i, row in enumerate((second, draft, first))]
    home.save()
    assert shown("front:home")["order"] == [second.pk, first.pk]
    draft.save_revision().publish()
    assert shown("front:home")["order"] == [second.pk, draft.pk, first.pk]
    second.unpublish()
    assert shown("front:home")["order"] == [draft.pk, first.pk]
    first.delete()
    assert shown("front:home")["order"] == [draft.pk]


def test_the_featured_rail_is_a_rail(shown: Shown) -> None:
    row = newsroom.published()
    rail = FrontPlan.objects.get(key="featured")
    rail.placements = [Placement(story=row)]
    rail.save()
    assert shown("rail:featured") == {"key": "featured", "order": [row.pk]}


def test_stories_keep_a_name_until_they_are_refreshed(shown: Shown) -> None:
    ana = newsroom.person()
    row = newsroom.published(bylines=[Byline(person=ana)])
    ana.name = "Ana Maria Lopes"
    ana.save()
    assert shown(f"person:{ana.pk}") == {
        "id": ana.pk,
        "slug": "ana-maria-lopes",
        "name": "Ana Maria Lopes",
        "former": ["ana-lopes"],
    }
    assert shown(f"story:{row.pk}")["bylines"][0]["name"] == "Ana Lopes"
    assert publicity.refresh(ana) == 1
    assert shown(f"story:{row.pk}")["bylines"][0]["name"] == "Ana Maria Lopes"


def test_two_people_of_one_name_stay_apart() -> None:
    assert [newsroom.person().slug, newsroom.person().slug] == ["ana-lopes", "ana-lopes-2"]


def test_the_two_hundred_and_second_of_one_name_has_an_address_of_her_own() -> None:
    slugs = ["ana-lopes", *(f"ana-lopes-{number}" for number in range(2, 202))]
    Person.objects.bulk_create([Person(name="Ana Lopes", slug=slug) for slug in slugs])
    assert newsroom.person().slug == "ana-lopes-202"


def test_a_slug_somebody_gave_up_is_not_given_to_another() -> None:
    ana = newsroom.person()
    ana.name = "Ana Maria Lopes"
    ana.save()
    assert newsroom.person().slug == "ana-lopes-2"


def test_a_person_who_returns_to_an_old_name_returns_to_the_old_address() -> None:
    ana = newsroom.person()
    for name in ("Ana Maria Lopes", "Ana Lopes"):
        ana.name = name
        ana.save()
    assert (ana.slug, ana.former) == ("ana-lopes", ["ana-maria-lopes"])


def test_topics_and_sources_keep_their_address() -> None:
    for row in (newsroom.topic(), newsroom.source()):
        slug = row.slug
        row.name = "Another name"
        row.save()
        assert row.slug == slug
        assert row.former == []


@pytest.mark.parametrize("model", [Person, Topic, Source])
def test_whoever_a_story_names_cannot_be_deleted(model: Any) -> None:
    chain = [StoryCredit(kind="agency", source=newsroom.source())]
    newsroom.published(credits=chain, bylines=[Byline(person=newsroom.person())], topics=[newsroom.topic()])
    with pytest.raises(Exception, match="cannot be deleted"):
        model.objects.get().delete()


def test_reading_many_stories_takes_no_more_queries_than_reading_few(django_assert_max_num_queries: Any) -> None:
    rows = [newsroom.published(f"Story {n}", topics=[newsroom.topic(f"Topic {n}")]).pk for n in range(12)]
    with CaptureQueriesContext(connection) as few:
        publicity.announce(rows[:2])
    with django_assert_max_num_queries(len(few)):
        publicity.announce(rows)


def _renamed(row: Story) -> Story:
    row.headline = "Changed behind the desk"
    return row
