"""The list of stories: states, filters, search, paging, and what is done to many at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import newsroom
import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.desk import finding, standing, withdrawal
from dateline.desk.models import Byline, Section, Story, StoryCorrection
from dateline.desk.room import addresses, listing


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(newsroom.account("editor"))
    return client


def text(response: Any) -> str:
    return response.content.decode()


def one_of_each() -> dict[str, Story]:
    """A story in every state there is."""
    rows = {name: newsroom.story(f"Story that is {name}") for name in ("draft", "review", "returned", "scheduled")}
    author = newsroom.account("reporter", "Ana Lopes")
    for name in ("review", "returned"):
        rows[name].save_revision()
        state = rows[name].get_workflow().start(rows[name], author)
        if name == "returned":
            state.current_task_state.reject(user=author)
    rows["scheduled"].go_live_at = timezone.now() + timedelta(days=1)
    rows["scheduled"].save_revision().publish()
    for name in ("published", "changed", "expired", "withdrawn", "retracted"):
        rows[name] = newsroom.published(f"Story that is {name}")
    rows["changed"].headline = "Story that is changed"
    rows["changed"].save_revision()
    rows["expired"].unpublish(set_expired=True)
    withdrawal.withdraw(rows["withdrawn"], author, "Too early")
    withdrawal.retract(rows["retracted"], author, "Wrong")
    return {name: Story.objects.get(pk=row.pk) for name, row in rows.items()}


def test_every_story_stands_where_it_stands() -> None:
    rows = one_of_each()
    found = standing.of_many(list(rows.values()))
    assert {name: found[row.pk].state for name, row in rows.items()} == {name: name for name in standing.STATES}


def test_a_story_that_is_out_tells_what_is_coming() -> None:
    row = newsroom.published()
    row.go_live_at = timezone.now() + timedelta(days=1)
    row.save_revision().publish()
    assert standing.of_many([Story.objects.get(pk=row.pk)])[row.pk].label == "Published, scheduled"


@pytest.mark.parametrize("state", list(standing.STATES))
def test_the_filter_finds_the_stories_of_a_state(editor: Client, state: str) -> None:
    one_of_each()
    page = text(editor.get(addresses.story("list"), {"state": state}))
    found = {name for name in standing.STATES if f"Story that is {name}" in page}
    assert found == ({"published", "changed", "retracted"} if state == "published" else {state})


def test_the_other_filters_find_by_section_genre_byline_and_day(editor: Client) -> None:
    user = newsroom.account("reporter", "Ana Lopes")
    world = Section.objects.get(slug="world")
    day = timezone.now() - timedelta(days=400)
    newsroom.published(
        "The one", section=world, genre="opinion", bylines=[Byline(person=user.person)], published_at=day
    )
    newsroom.published("The other")
    for query in (
        {"section": world.pk},
        {"genre": "opinion"},
        {"person": user.person.pk},
        {
            "published_at_after": (day - timedelta(days=1)).date(),
            "published_at_before": (day + timedelta(days=1)).date(),
        },
    ):
        page = text(editor.get(addresses.story("list"), query))
        assert "The one" in page, query
        assert "The other" not in page, query


def test_the_list_shows_code_headline_section_state_time_and_by_whom(editor: Client) -> None:
    row = newsroom.story("Fog delays the ferry")
    row.save_revision(user=newsroom.account("editor", "Ines Prado"))
    page = text(editor.get(addresses.story("list")))
    for words in (str(row.pk), "Fog delays the ferry", "Harbour", "Draft", "today, ", "Ines Prado"):
        assert words in page


def test_the_list_shows_the_newest_headline_of_a_story_that_is_out(editor: Client) -> None:
    row = newsroom.published("Old headline")
    row.headline = "New headline"
    row.save_revision()
    assert "New headline" in text(editor.get(addresses.story("list")))


def test_the_list_takes_as_many_queries_for_many_stories_as_for_few(
    editor: Client, django_assert_max_num_queries: Any
) -> None:
    for n in range(25):
        row = newsroom.published(f"Story {n}")
        row.save_revision(user=newsroom.account("editor", f"Editor{n} Prado") if n < 3 else None)
    editor.get(addresses.story("list"))
    with django_assert_max_num_queries(30):
        editor.get(addresses.story("list"))


def test_stories_are_found_by_headline_and_by_code() -> None:
    draft, live = newsroom.story("Fog delays the morning ferry"), newsroom.published("Ferry fleet to double")
    changed = newsroom.published("Old words")
    changed.headline = "Ferry strike ends"
    changed.save_revision()
    assert finding.codes_matching("FERRY") == [draft.pk, changed.pk, live.pk]
    assert finding.codes_matching("morning ferry") == [draft.pk]
    assert finding.codes_matching(f"#{live.pk}") == [live.pk]
    assert finding.codes_matching(" ") == []
    assert finding.codes_matching("zeppelin") == []


def test_the_site_may_bring_a_better_search_for_what_is_out() -> None:
    row = newsroom.published("Nothing of the sort")
    finding.use(lambda *_: [row.pk])
    try:
        assert finding.codes_matching("zeppelin") == [row.pk]
    finally:
        finding.use(finding.newest_live)


def test_the_search_box_and_a_filter_work_together(editor: Client) -> None:
    newsroom.story("Ferry draft")
    newsroom.published("Ferry published")
    page = text(editor.get(addresses.story("list"), {"q": "ferry", "state": "draft"}))
    assert "Ferry draft" in page
    assert "Ferry published" not in page


def test_pages_are_counted_only_so_far(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGED", 30)
    Story.objects.bulk_create([Story(code=n, headline=f"Story {n}") for n in range(1, 61)])
    page = text(editor.get(addresses.story("list"), {"p": "2"}))
    assert "Page 2 of 2" in page
    assert "The newest 30 stories" in page


def test_choosing_a_story_offers_the_newest_and_finds_by_words(editor: Client) -> None:
    newsroom.story("Fog delays the ferry")
    url = "/desk/snippets/choose/desk/story/"
    assert "Fog delays" in editor.get(url).json()["html"]
    assert "Fog delays" in text(editor.get(url + "results/", {"q": "ferry"}))
    assert "Fog delays" not in text(editor.get(url + "results/", {"q": "zeppelin"}))


def bulk(client: Client, action: str, rows: list[Story], **data: str) -> Any:
    ids = "&".join(f"id={row.pk}" for row in rows)
    return client.post(f"/desk/bulk/desk/story/{action}/?next=/desk/&{ids}", data, follow=True)


def logged(action: str) -> list[int]:
    return sorted(int(pk) for pk in ModelLogEntry.objects.filter(action=action).values_list("object_id", flat=True))


def test_many_stories_are_published_at_once_and_each_is_logged(editor: Client) -> None:
    rows = [newsroom.story("One"), newsroom.story("Two")]
    bulk(editor, "publish", rows)
    assert Story.objects.filter(live=True).count() == 2
    assert logged("wagtail.publish") == [row.pk for row in rows]


def test_one_incomplete_story_keeps_all_from_being_published(editor: Client) -> None:
    rows = [newsroom.story("One"), newsroom.story("Two", section=None)]
    page = text(bulk(editor, "publish", rows))
    assert "section is missing" in page
    assert not Story.objects.filter(live=True).exists()


def test_many_stories_are_withdrawn_at_once_with_a_reason(editor: Client) -> None:
    rows = [newsroom.published("One"), newsroom.published("Two")]
    bulk(editor, "unpublish", rows)
    assert Story.objects.filter(live=True).count() == 2
    bulk(editor, "unpublish", rows, reason="Published by mistake")
    assert not Story.objects.filter(live=True).exists()
    assert logged("desk.withdraw") == [row.pk for row in rows]


def test_many_stories_are_deleted_at_once_and_each_is_logged(editor: Client) -> None:
    rows = [newsroom.published("One"), newsroom.story("Two")]
    codes = [row.pk for row in rows]
    bulk(editor, "delete", rows)
    assert not Story.objects.exists()
    assert logged("wagtail.delete") == codes


def test_a_bulk_action_that_fails_changes_none(editor: Client, broken_ledger: Any) -> None:
    rows = [newsroom.story("One"), newsroom.story("Two")]
    broken_ledger()
    with pytest.raises(Exception, match="told to fail"):
        bulk(editor, "publish", rows)
    assert not Story.objects.filter(live=True).exists()
    assert logged("wagtail.publish") == []


def test_all_stories_of_the_archive_cannot_be_chosen_by_one_click(editor: Client) -> None:
    newsroom.published()
    editor.post("/desk/bulk/desk/story/delete/?next=/desk/&id=all")
    assert Story.objects.count() == 1


def test_the_dashboard_shows_what_is_scheduled_waiting_mine_and_just_out() -> None:
    rows = one_of_each()
    client = Client()
    user = newsroom.account("editor", "Ines Prado")
    Story.objects.filter(pk=rows["draft"].pk).update(created_by=user)
    client.force_login(user)
    page = text(client.get("/desk/"))
    for heading, name in (
        ("Awaiting your review", "review"),
        ("Scheduled next", "scheduled"),
        ("My drafts", "draft"),
        ("Just published", "published"),
    ):
        assert heading in page
        assert f"Story that is {name}" in page


def test_retracting_and_withdrawing_take_words(editor: Client) -> None:
    row = newsroom.published()
    for action in ("retract", "unpublish"):
        editor.post(addresses.story(action, row.pk), {"words": "  "})
    assert Story.objects.get(pk=row.pk).live
    assert not StoryCorrection.objects.exists()


def test_a_retracted_story_stays_under_its_notice(editor: Client, shown: Any) -> None:
    row = newsroom.published()
    row.headline = "A draft nobody should see"
    row.save_revision()
    editor.post(addresses.story("retract", row.pk), {"words": "We were wrong."})
    seen = shown(f"story:{row.pk}")
    assert seen["headline"] == "New bridge opens to trams"
    assert [(one["kind"], one["text"]) for one in seen["corrections"]] == [("retraction", "We were wrong.")]
    assert Story.objects.get(pk=row.pk).get_latest_revision_as_object().headline == "A draft nobody should see"


def test_withdrawing_cancels_what_was_scheduled(editor: Client, shown: Any) -> None:
    row = newsroom.published(expire_at=None)
    row.go_live_at = timezone.now() + timedelta(days=1)
    row.save_revision().publish()
    editor.post(addresses.story("unpublish", row.pk), {"words": "Legal asked."})
    row = Story.objects.get(pk=row.pk)
    assert not row.approved_schedule
    assert not row.live
    assert shown(f"story:{row.pk}") is None
    assert "Legal asked." in text(editor.get("/desk/log/"))


def test_a_scheduled_story_that_was_never_out_can_be_stopped(editor: Client) -> None:
    row = newsroom.story()
    row.go_live_at = timezone.now() + timedelta(days=1)
    row.save_revision().publish()
    editor.post(addresses.story("unpublish", row.pk), {"words": "Not today."})
    assert not Story.objects.get(pk=row.pk).approved_schedule
