"""Writing at the desk, through the pages an editor uses."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import newsroom
import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from dateline.desk.models import Byline, Section, Story, StoryCorrection
from dateline.desk.room import addresses
from dateline.desk.room.story_views import VERSIONS

Shown = Callable[[str], Any]


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(newsroom.account("editor"))
    return client


def text(response: Any) -> str:
    return response.content.decode()


def saved(code: int) -> Story:
    return Story.objects.get(pk=code)


def test_a_new_story_begins_with_the_writers_byline_and_our_own_source(client: Client) -> None:
    user = newsroom.account("reporter", "Ana Lopes")
    client.force_login(user)
    page = text(client.get(addresses.story("add")))
    assert "Ana Lopes" in page
    begun = {"bylines": [{"person": user.person.pk, "role": "reporter"}], "credits": [{"kind": "own"}]}
    data = newsroom.form(headline="Fog delays the ferry", **begun)
    data.update({"bylines-INITIAL_FORMS": "1", "credits-INITIAL_FORMS": "1", "bylines-0-id": "", "credits-0-id": ""})
    client.post(addresses.story("add"), data)
    row = Story.objects.get()
    assert (row.headline, row.created_by, row.live) == ("Fog delays the ferry", user, False)
    assert [one.person for one in row.bylines.all()] == [user.person]
    assert [one.kind for one in row.credits.all()] == ["own"]


def test_a_draft_may_lack_everything(editor: Client) -> None:
    response = editor.post(addresses.story("add"), newsroom.form())
    assert response.status_code == 302
    assert str(Story.objects.get()) == "Untitled story"


def test_publishing_names_everything_that_is_missing_at_once(editor: Client) -> None:
    page = text(editor.post(addresses.story("add"), newsroom.form(action="publish", headline="Fog")))
    for words in ("section is missing", "has no text", "source is missing"):
        assert words in page
    assert not Story.objects.exists()


def test_publishing_a_complete_story_brings_it_out(editor: Client, shown: Shown) -> None:
    row = newsroom.story()
    response = editor.post(addresses.story("edit", row.pk), newsroom.form(row, "publish"), follow=True)
    assert "is out" in text(response)
    assert shown(f"story:{row.pk}")["headline"] == row.headline
    assert saved(row.pk).edited_by.username == "rui-editor@courier.example"


def test_a_draft_edit_in_the_form_changes_nothing_for_readers(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    editor.post(addresses.story("edit", row.pk), newsroom.form(row, headline="Not yet"))
    assert shown(f"story:{row.pk}")["headline"] == row.headline
    assert saved(row.pk).get_latest_revision_as_object().headline == "Not yet"


def test_a_story_with_a_time_ahead_is_scheduled_and_closed(editor: Client, shown: Shown) -> None:
    row = newsroom.story()
    at = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    page = text(editor.post(addresses.story("edit", row.pk), newsroom.form(row, "publish", go_live_at=at), follow=True))
    assert "goes out on" in page
    assert shown(f"story:{row.pk}") is None
    again = newsroom.form(saved(row.pk), headline="Changed while scheduled")
    editor.post(addresses.story("edit", row.pk), again)
    assert saved(row.pk).get_latest_revision_as_object().headline == row.headline


def test_a_refused_form_takes_over_when_its_writer_says_so_and_not_by_saving_itself(editor: Client) -> None:
    row = newsroom.story()
    stale = newsroom.form(row, headline="Mine after all")
    other = saved(row.pk).save_revision(user=newsroom.account("editor", "Ines Prado"))
    page = text(editor.post(addresses.story("edit", row.pk), stale))
    again = {name: value for name, value in hidden(page).items() if name in ("take_over", *VERSIONS)} | stale
    assert again["take_over"] == other.created_at.isoformat()
    by_itself = editor.post(addresses.story("edit", row.pk), again, headers={"accept": "application/json"})
    assert by_itself.json()["error_code"] == "invalid_revision"
    editor.post(addresses.story("edit", row.pk), again)
    assert saved(row.pk).get_latest_revision_as_object().headline == "Mine after all"
    assert Revision.objects.filter(pk=other.pk).exists()


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page."""
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in fields}


def test_the_address_of_a_published_story_is_closed(editor: Client) -> None:
    row = newsroom.published()
    editor.post(addresses.story("edit", row.pk), newsroom.form(row, "publish", slug="another-address"))
    assert saved(row.pk).slug == row.slug


def test_times_do_not_lose_their_seconds_by_being_shown(editor: Client) -> None:
    row = newsroom.published()
    at = timezone.now().replace(second=17, microsecond=0) - timedelta(days=1)
    Story.objects.filter(pk=row.pk).update(published_at=at)
    editor.post(addresses.story("edit", row.pk), newsroom.form(saved(row.pk), "publish", kicker="Transport"))
    assert (saved(row.pk).published_at, saved(row.pk).kicker) == (at, "Transport")


def test_a_correction_goes_out_with_its_publication_and_then_is_closed(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    note = {"kind": "correction", "at": "2026-05-21 10:00", "text": "It was Monday."}
    editor.post(addresses.story("edit", row.pk), newsroom.form(row, "publish", corrections=[note]))
    assert [one["text"] for one in shown(f"story:{row.pk}")["corrections"]] == ["It was Monday."]
    row = saved(row.pk)
    assert row.updated_at_public
    reworded = newsroom.form(row, "publish", kicker="Transport")
    reworded["corrections-0-text"] = "Never mind."
    editor.post(addresses.story("edit", row.pk), reworded)
    thrown_out = {**newsroom.form(saved(row.pk), "publish"), "corrections-0-DELETE": "1"}
    page = text(editor.post(addresses.story("edit", row.pk), thrown_out))
    assert "Readers have seen this note" in page
    assert [one["text"] for one in shown(f"story:{row.pk}")["corrections"]] == ["It was Monday."]
    assert StoryCorrection.objects.count() == 1


def test_a_correction_is_not_doubled_by_the_version_it_was_written_in(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    note = {"kind": "correction", "at": "2026-05-21 10:00", "text": "It was Monday."}
    editor.post(addresses.story("edit", row.pk), newsroom.form(row, "publish", corrections=[note]))
    Revision.objects.for_instance(row).latest("created_at").publish()
    assert len(shown(f"story:{row.pk}")["corrections"]) == 1


def test_a_form_opened_before_somebody_else_saved_is_refused_with_an_offer(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    stale = newsroom.form(saved(row.pk), "publish", headline="From the stale tab")
    mine = saved(row.pk)
    mine.headline = "Saved meanwhile"
    mine.save_revision(user=newsroom.account("editor", "Ines Prado"))
    page = text(editor.post(addresses.story("edit", row.pk), stale))
    assert "Not saved: Ines Prado saved a newer version" in page
    assert "From the stale tab" in page
    assert shown(f"story:{row.pk}")["headline"] == row.headline
    assert saved(row.pk).get_latest_revision_as_object().headline == "Saved meanwhile"
    insists = newsroom.form(saved(row.pk), "publish", headline="From the stale tab")
    editor.post(addresses.story("edit", row.pk), insists)
    assert shown(f"story:{row.pk}")["headline"] == "From the stale tab"


def test_work_is_saved_by_itself_without_being_published(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    data = newsroom.form(row, headline="Half a sentence")
    answer = editor.post(addresses.story("edit", row.pk), data, headers={"accept": "application/json"}).json()
    assert answer["success"]
    assert saved(row.pk).get_latest_revision_as_object().headline == "Half a sentence"
    assert shown(f"story:{row.pk}")["headline"] == row.headline


def test_a_story_somebody_locked_is_closed_to_others(editor: Client) -> None:
    row = newsroom.story()
    other = newsroom.account("editor", "Ines Prado")
    Story.objects.filter(pk=row.pk).update(locked=True, locked_by=other, locked_at=timezone.now())
    page = text(editor.post(addresses.story("edit", row.pk), newsroom.form(row, headline="Mine")))
    assert "locked" in page
    assert saved(row.pk).headline == row.headline


def test_two_versions_can_be_compared_field_by_field(editor: Client) -> None:
    row = newsroom.published(bylines=[Byline(person=newsroom.person())])
    changes = {
        "headline": "Second bridge opens",
        "section": Section.objects.get(slug="world").pk,
        "bylines": [{"person": newsroom.person("Rosa Nunes").pk, "role": "reporter"}],
        "credits": [{"kind": "own"}],
        "topics": [{"topic": newsroom.topic().pk}],
    }
    editor.post(addresses.story("edit", row.pk), newsroom.form(row, **changes))
    first, last = Revision.objects.for_instance(row).order_by("created_at").values_list("pk", flat=True)[:2]
    page = text(editor.get(f"{addresses.story('history', row.pk)}revisions/compare/{first}...{last}/"))
    for words in ("Second bridge opens", "World", "Rosa Nunes", "Bridges"):
        assert words in page


def test_the_first_edit_of_a_story_from_an_archive_can_be_compared_with_it(editor: Client) -> None:
    from dateline.desk.intake import NewStory, admit
    from dateline.story import Paragraph

    (answer,) = admit([NewStory(headline="As it came", section="harbour", body=(Paragraph(html="Plain words."),))])
    row = saved(answer.code or 0)
    editor.post(addresses.story("edit", row.pk), newsroom.form(row, headline="As edited"))
    page = text(editor.get(f"{addresses.story('history', row.pk)}revisions/compare/live...latest/"))
    assert "edited" in page
    assert Revision.objects.for_instance(row).count() == 2


def test_a_link_in_a_text_leads_to_an_address_and_not_to_a_page_of_wagtail(editor: Client) -> None:
    page = text(editor.get(addresses.story("edit", newsroom.story().pk)))
    assert "/desk/choose-external-link/" in page
    assert "/desk/choose-page/" not in page


def test_opening_a_story_takes_a_bounded_number_of_queries(editor: Client, django_assert_max_num_queries: Any) -> None:
    row = newsroom.published(topics=[newsroom.topic(f"Topic {n}") for n in range(8)])
    editor.get(addresses.story("edit", row.pk))
    with django_assert_max_num_queries(100):
        editor.get(addresses.story("edit", row.pk))


def test_an_empty_text_is_no_text(editor: Client) -> None:
    row = newsroom.story(body=[("paragraph", "<p> </p>"), ("subhead", "")])
    page = text(editor.post(addresses.story("edit", row.pk), newsroom.form(row, "publish")))
    assert "has no text" in page
    assert not saved(row.pk).live


def test_a_headline_written_on_several_lines_is_one(editor: Client) -> None:
    editor.post(addresses.story("add"), newsroom.form(headline="Fog delays\r\n the ferry "))
    assert Story.objects.get().headline == "Fog delays the ferry"


def test_publishing_while_the_form_saves_itself_is_no_conflict(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    opened = newsroom.form(saved(row.pk), "publish", headline="Typed last")
    half = newsroom.form(saved(row.pk), headline="Typed")
    editor.post(addresses.story("edit", row.pk), half, headers={"accept": "application/json"})
    editor.post(addresses.story("edit", row.pk), opened)
    assert shown(f"story:{row.pk}")["headline"] == "Typed last"


def test_a_writer_who_has_the_story_open_twice_is_told_so(editor: Client, shown: Shown) -> None:
    row = newsroom.published()
    opened = newsroom.form(saved(row.pk), "publish", headline="From the older window")
    editor.post(addresses.story("edit", row.pk), newsroom.form(saved(row.pk), headline="From the newer window"))
    Revision.objects.for_instance(row).update(created_at=timezone.now() - timedelta(minutes=1))
    page = text(editor.post(addresses.story("edit", row.pk), opened))
    assert "saved a newer version" in page
    assert shown(f"story:{row.pk}")["headline"] == row.headline


def test_a_form_opened_before_the_first_version_puts_nothing_over_somebody_elses(editor: Client) -> None:
    row = newsroom.story()
    stale = newsroom.form(row, headline="From the stale tab")
    saved(row.pk).save_revision(user=newsroom.account("editor", "Ines Prado"))
    by_itself = editor.post(addresses.story("edit", row.pk), stale, headers={"accept": "application/json"})
    assert by_itself.json()["error_code"] == "invalid_revision"
    assert "Not saved: Ines Prado saved a newer version" in text(editor.post(addresses.story("edit", row.pk), stale))
    assert saved(row.pk).get_latest_revision_as_object().headline == row.headline


def test_handing_in_says_what_is_still_missing(client: Client) -> None:
    client.force_login(newsroom.account("reporter", "Ana Lopes"))
    row = newsroom.story(bylines=[])
    page = text(client.post(addresses.story("edit", row.pk), newsroom.form(row, "submit"), follow=True))
    assert "waits for review. Before it can be published: The byline is missing" in page
    without_section = newsroom.form(action="submit", headline="Fog")
    page = text(client.post(addresses.story("add"), without_section))
    assert "Not sent. The section is missing." in page
