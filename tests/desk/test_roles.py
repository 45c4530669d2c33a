"""Who may do what, tried through the pages of the desk."""

from __future__ import annotations

from typing import Any

import newsroom
import pytest
from django.test import Client
from wagtail.models import WorkflowState

from dateline.desk.models import Story
from dateline.desk.room import addresses


def signed_in(role: str, name: str = "Rui Costa") -> Client:
    client = Client()
    client.force_login(newsroom.account(role, name))
    return client


def text(response: Any) -> str:
    return response.content.decode()


def status(client: Client, *urls: str) -> list[int]:
    return [client.get(url).status_code for url in urls]


REFUSED = 302
PEOPLE, FRONTS, USERS, LOG = "/desk/snippets/desk/person/", "/desk/fronts/", "/desk/users/", "/desk/log/"


@pytest.mark.parametrize(
    ("role", "people", "fronts", "users", "log"),
    [
        ("reporter", 200, REFUSED, REFUSED, REFUSED),
        ("editor", 200, 200, REFUSED, 200),
        ("administrator", 200, 200, 200, 200),
    ],
)
def test_each_role_meets_the_pages_of_its_work(role: str, people: int, fronts: int, users: int, log: int) -> None:
    row = newsroom.story()
    client = signed_in(role)
    pages = (
        "/desk/",
        addresses.story("list"),
        addresses.story("add"),
        addresses.story("edit", row.pk),
        "/desk/images/",
    )
    assert status(client, *pages) == [200] * 5
    assert status(client, PEOPLE, FRONTS, USERS, LOG) == [people, fronts, users, log]


@pytest.mark.parametrize("role", ["reporter", "editor", "administrator"])
def test_the_menu_speaks_of_the_newsroom_and_of_nothing_else(role: str) -> None:
    page = text(signed_in(role).get("/desk/"))
    assert '"label": "Stories"' in page
    for word in ("Pages", "Documents", "Snippets", "Help", "Wagtail"):
        assert f'"label": "{word}"' not in page


@pytest.mark.parametrize("action", ["publish", "unpublish", "delete"])
def test_a_reporter_cannot_bring_out_or_take_down(action: str) -> None:
    row = newsroom.published() if action != "publish" else newsroom.story()
    client = signed_in("reporter")
    if action == "publish":
        client.post(addresses.story("edit", row.pk), newsroom.form(row, "publish", headline="Mine"))
    client.post(addresses.story("retract", row.pk), {"words": "x"})
    client.post(addresses.story("unpublish", row.pk), {"words": "x"})
    client.post(addresses.story("delete", row.pk))
    client.post(f"/desk/bulk/desk/story/{action}/?id={row.pk}", {"reason": "x"})
    after = Story.objects.get(pk=row.pk)
    assert after.live is (action != "publish")
    assert not after.corrections.all()


def test_a_reporters_story_goes_through_review_to_readers() -> None:
    row = newsroom.story()
    reporter, editor = signed_in("reporter", "Ana Lopes"), signed_in("editor")
    assert "waits for review" in text(
        reporter.post(addresses.story("edit", row.pk), newsroom.form(row, "submit"), follow=True)
    )
    state = WorkflowState.objects.get()
    assert "Awaiting your review" in text(editor.get("/desk/"))
    approve = {"workflow-action-name": "approve", "workflow-action-extra-data": "{}"}
    page = text(
        editor.post(
            addresses.story("edit", row.pk),
            {**newsroom.form(Story.objects.get(pk=row.pk), "workflow-action"), **approve},
            follow=True,
        )
    )
    state.refresh_from_db()
    assert "is out" in page
    assert (state.status, Story.objects.get(pk=row.pk).live) == ("approved", True)


def submitted(by: Any, **fields: Any) -> tuple[Story, int]:
    row = newsroom.story(created_by=by, **fields)
    row.save_revision(user=by, clean=False)
    state = row.get_workflow().start(row, by)
    return row, state.current_task_state.pk


def test_nobody_approves_their_own_story(settings: Any) -> None:
    author = newsroom.account("editor", "Ines Prado")
    row, task = submitted(author)
    client = Client()
    client.force_login(author)
    url = f"/desk/snippets/desk/story/workflow/action/{row.pk}/approve/{task}/"
    client.post(url)
    assert not Story.objects.get(pk=row.pk).live
    settings.DESK_OWN_APPROVAL = True
    client.post(url)
    assert Story.objects.get(pk=row.pk).live


def test_another_editor_approves_from_the_dashboard() -> None:
    row, task = submitted(newsroom.account("reporter", "Ana Lopes"))
    signed_in("editor").post(f"/desk/snippets/desk/story/workflow/action/{row.pk}/approve/{task}/")
    assert Story.objects.get(pk=row.pk).live


def test_an_incomplete_story_is_not_approved_and_says_what_it_lacks() -> None:
    row, task = submitted(newsroom.account("reporter", "Ana Lopes"), section=None)
    client = signed_in("editor")
    page = client.post(f"/desk/snippets/desk/story/workflow/action/{row.pk}/approve/{task}/", follow=True)
    assert "section is missing" in text(page)
    assert not Story.objects.get(pk=row.pk).live
    assert WorkflowState.objects.get().status == "in_progress"


def test_a_story_sent_back_says_by_whom_and_why_where_its_writer_works() -> None:
    ana = Client()
    author = newsroom.account("reporter", "Ana Lopes")
    ana.force_login(author)
    row, task = submitted(author)
    assert "Sent back" not in text(ana.get(addresses.story("edit", row.pk)))
    words = {"comment": "Who counted the votes?"}
    signed_in("editor").post(f"/desk/snippets/desk/story/workflow/action/{row.pk}/reject/{task}/", words)
    page = text(ana.get(addresses.story("edit", row.pk)))
    assert "Sent back</b> by Rui Costa" in page
    assert "Who counted the votes?" in page


def test_an_editor_who_publishes_a_story_of_their_own_is_named_in_the_log() -> None:
    client = Client()
    author = newsroom.account("editor", "Ines Prado")
    client.force_login(author)
    row = newsroom.story(created_by=author)
    client.post(addresses.story("edit", row.pk), newsroom.form(row, "publish"))
    assert Story.objects.get(pk=row.pk).live
    assert "Own story" in text(client.get(LOG))


def test_who_is_not_signed_in_is_sent_to_the_door() -> None:
    row = newsroom.story()
    client = Client()
    for url in (
        "/desk/",
        addresses.story("edit", row.pk),
        "/desk/log/",
        "/desk/media/x.jpg",
        "/desk/originals/originals/x",
    ):
        response = client.get(url)
        assert response.status_code == 302, url
        assert "/desk/login/" in response["Location"]
