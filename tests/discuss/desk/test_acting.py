"""What a moderator does, as a browser without script and as the page's script send it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import newsroom
import pytest
import readers
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from dateline.discuss import doors
from dateline.discuss.doors.reporting import Complaint
from dateline.discuss.models import Comment, Decision, Reader

DECIDE, UNDO = "/desk/comments/decide/", "/desk/comments/undo/"
HELD = "/desk/comments/queue/held/"


@pytest.fixture
def waiting() -> list[Comment]:
    code = readers.story().pk
    return [
        readers.comment(code, readers.reader(f"Reader {n}", standing="normal"), f"Comment {n} on the tram.")
        for n in range(4)
    ]


def states(rows: list[Comment]) -> list[str]:
    by_number = Comment.objects.in_bulk([row.number for row in rows])
    return [by_number[row.number].state for row in rows]


def said(client: Client, path: str, data: dict[str, Any]) -> str:
    """The message that follows a button."""
    return str(list(get_messages(client.post(path, data).wsgi_request))[-1]).strip()


def asked(client: Client, path: str, data: dict[str, Any]) -> Any:
    return client.post(path, data, headers={"accept": "application/json"})


def test_a_button_approves_one_comment_and_leads_back(moderator: Client, waiting: list[Comment]) -> None:
    answer = moderator.post(DECIDE, {"one": f"approve:{waiting[0].number}", "back": HELD + "?order=newest"})
    assert answer.headers["location"] == HELD + "?order=newest"
    assert states(waiting) == ["approved", "held", "held", "held"]


def test_a_rejection_keeps_reason_moderator_and_time(moderator: Client, waiting: list[Comment]) -> None:
    number = waiting[1].number
    words = said(moderator, DECIDE, {"one": f"reject:{number}", f"reason-{number}": "spam"})
    assert words == "Rejected the comment of Reader 1 (advertising or spam)."
    last = Decision.objects.filter(comment=number).last()
    assert last is not None
    assert (last.after, last.reason, last.by.get_full_name()) == ("rejected", "spam", "Mona Reis")
    assert timezone.now() - last.at < timedelta(minutes=1)


def test_those_that_are_ticked_are_decided_together_and_taken_back_together(
    moderator: Client, waiting: list[Comment]
) -> None:
    numbers = [row.number for row in waiting[:3]]
    assert said(moderator, DECIDE, {"do": "reject", "number": numbers, "reason": "hate"}) == (
        "Rejected: three comments (hatred or threats)."
    )
    assert states(waiting) == ["rejected", "rejected", "rejected", "held"]
    assert said(moderator, UNDO, {}) == "Taken back: three comments."
    assert states(waiting) == ["held", "held", "held", "held"]


def test_the_script_is_told_what_was_done_and_undoes_by_name(moderator: Client, waiting: list[Comment]) -> None:
    answer = asked(moderator, DECIDE, {"one": f"approve:{waiting[0].number}"}).json()
    assert answer["said"] == "Approved the comment of Reader 0."
    assert answer["counts"]["held"] == "3"
    assert asked(moderator, UNDO, {"decision": answer["decisions"]}).json()["said"] == "Taken back: one comment."
    assert states(waiting)[0] == "held"


def test_a_reported_comment_that_is_kept_is_back_among_the_reported_after_undo(moderator: Client) -> None:
    row = readers.comment(readers.story().pk)
    doors.report(row.number, Complaint(reason="spam", network="a"))
    answer = asked(moderator, DECIDE, {"one": f"approve:{row.number}"}).json()
    assert answer["said"] == f"The comment of {row.name} stays as it is; reports on it are closed."
    assert answer["counts"]["reported"] == "0"
    back = asked(moderator, UNDO, {"decision": answer["decisions"]}).json()
    assert (back["said"], back["counts"]["reported"]) == ("Taken back: one comment.", "1")


def test_nothing_ticked_and_nothing_left_are_said(moderator: Client, waiting: list[Comment]) -> None:
    assert "tick the comments first" in said(moderator, DECIDE, {"do": "approve"})
    assert asked(moderator, UNDO, {}).status_code == 422
    assert "nothing that can be done" in said(moderator, DECIDE, {"one": f"boil:{waiting[0].number}"})


def test_a_moderator_takes_back_their_own_decision_and_not_a_colleagues(
    moderator: Client, waiting: list[Comment]
) -> None:
    colleague = Client()
    colleague.force_login(newsroom.account("editor"))
    told = asked(colleague, DECIDE, {"one": f"approve:{waiting[0].number}"}).json()
    assert asked(moderator, UNDO, {"decision": told["decisions"]}).status_code == 422
    assert states(waiting)[0] == "approved"


def test_an_approved_comment_is_put_first_and_back(moderator: Client, waiting: list[Comment]) -> None:
    number = waiting[0].number
    assert "Only a comment that readers see" in said(moderator, DECIDE, {"one": f"highlight:{number}"})
    moderator.post(DECIDE, {"one": f"approve:{number}"})
    assert "stands first now" in said(moderator, DECIDE, {"one": f"highlight:{number}"})
    assert Comment.objects.get(pk=number).highlighted
    assert "in its place again" in said(moderator, DECIDE, {"one": f"plain:{number}"})


def test_the_desks_log_of_what_stands_first_names_no_reader(moderator: Client, waiting: list[Comment]) -> None:
    number, name = waiting[0].number, waiting[0].name
    moderator.post(DECIDE, {"one": f"approve:{number}"})
    moderator.post(DECIDE, {"one": f"highlight:{number}"})
    (entry,) = ModelLogEntry.objects.filter(action="discuss.highlight")
    assert str(number) in str(entry.data)
    assert name not in str(entry.data)


@pytest.mark.parametrize(("days", "length"), [("1", timedelta(days=1)), ("7", timedelta(days=7)), ("0", None)])
def test_a_person_is_banned_for_a_time_or_for_good(
    moderator: Client, waiting: list[Comment], days: str, length: timedelta | None
) -> None:
    who = waiting[0].reader_id
    said(moderator, f"/desk/comments/people/{who}/treat/", {"standing": "banned", "days": days, "note": "threats"})
    row = Reader.objects.get(pk=who)
    assert row.is_banned()
    if length is None:
        assert row.banned_until is None
    else:
        assert abs(row.banned_until - timezone.now() - length) < timedelta(minutes=1)
    assert row.treatments.get().note == "threats"


def test_what_waits_of_a_person_is_rejected_at_once(moderator: Client, waiting: list[Comment]) -> None:
    who = waiting[0].reader
    readers.comment(waiting[0].story, who, "And another one about the ferry.")
    words = said(moderator, f"/desk/comments/people/{who.pk}/treat/", {"sweep": "yes"})
    assert words == "Rejected: two comments that waited."
    assert states(waiting) == ["rejected", "held", "held", "held"]


def test_nobody_is_led_off_the_desk(moderator: Client, waiting: list[Comment]) -> None:
    for back in ("https://elsewhere.example/", "//elsewhere.example/desk/", "/desk/../../x", "javascript:1"):
        answer = moderator.post(DECIDE, {"one": f"approve:{waiting[0].number}", "back": back})
        assert answer.headers["location"].startswith("/desk/")
        assert "elsewhere" not in answer.headers["location"]


def test_a_reporter_decides_nothing(waiting: list[Comment]) -> None:
    client = Client()
    client.force_login(newsroom.account("reporter"))
    client.post(DECIDE, {"one": f"approve:{waiting[0].number}"})
    assert states(waiting)[0] == "held"


def test_a_comment_is_held_for_a_colleague_with_a_note(moderator: Client, waiting: list[Comment]) -> None:
    number = waiting[0].number
    moderator.post(DECIDE, {"one": f"approve:{number}"})
    moderator.post(DECIDE, {"one": f"hold:{number}", "note": "ask the lawyer"})
    assert states(waiting)[0] == "held"
    assert "ask the lawyer" in moderator.get(f"/desk/comments/{number}/").content.decode()
