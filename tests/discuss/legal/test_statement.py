"""Whoever's comment is rejected is told why, by whom, and what can be done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import newsroom
import pytest
import readers
from django.utils import timezone

from dateline.discuss import doors
from dateline.discuss.legal import statement
from dateline.discuss.models import Comment, Letter, Statement
from dateline.discuss.refusal import NotThere, Refused

pytestmark = pytest.mark.usefixtures("sections")


def rejected(reason: str = "insult", by: Any = None, **fields: Any) -> Comment:
    row = readers.comment(readers.story().pk, readers.reader("Nils Berg", **fields), "Nobody here can count to three.")
    doors.decide([row.number], "rejected", by or newsroom.account("editor"), reason=reason)
    return row


def later() -> int:
    return statement.keep_up(timezone.now() + timedelta(minutes=5))


def test_a_rejection_is_explained_to_its_writer_with_ground_means_and_redress() -> None:
    row = rejected()
    assert later() > 0
    letter = Letter.objects.get(to="nils.berg@reader.example")
    for words in (
        "“New bridge opens to trams”, which begins “Nobody here can count to three.”",
        "was taken off the page",
        "a rule of our discussions: Comments do not insult people.",
        "A person of our newsroom decided; no automatic means were used.",
        "/discuss/statement/",
        "article 21",
    ):
        assert words in letter.text
    kept = Statement.objects.get(comment=row)
    assert (kept.restriction, kept.automated, kept.detected, kept.sent) == ("removed", False, False, True)


def test_what_is_taken_back_within_two_minutes_worries_nobody() -> None:
    row = rejected()
    editor = newsroom.account("administrator")
    assert statement.keep_up() == 0
    doors.undo(list(row.decisions.filter(after="rejected").values_list("pk", flat=True)), editor)
    later()
    assert not Statement.objects.exists()
    assert not Letter.objects.exists()


def test_each_rejection_is_explained_once() -> None:
    rejected()
    later()
    later()
    assert Statement.objects.count() == Letter.objects.count() == 1


def test_no_letter_goes_to_who_advertises_or_has_no_address() -> None:
    rejected("spam")
    later()
    assert [one.sent for one in Statement.objects.all()] == [False]
    assert not Letter.objects.exists()


def test_a_machine_that_rejects_says_so_and_what_it_found() -> None:
    from dateline.discuss import lists

    lists.change("", "bollard", newsroom.account("editor"))
    row = readers.comment(readers.story().pk, readers.reader("Nils Berg"), "You b0llard.")
    assert row.state == "rejected"
    later()
    letter = Letter.objects.get().text
    assert "An automatic check found it and decided" in letter
    assert "words that are on a list of the newsroom (“b0llard.”, “bollard”)" in letter
    assert "is not published" in letter


def test_a_writer_contests_once_and_somebody_publishes_the_comment_again() -> None:
    row = rejected()
    later()
    kept = statement.find(statement.path(Statement.objects.get()).rpartition("/")[2])
    with pytest.raises(Refused, match="say why"):
        statement.contest(kept, "  \x00 ")
    statement.contest(kept, "It was about the minutes of the council, which I quoted.")
    with pytest.raises(Refused, match="already"):
        statement.contest(kept, "Once more.")
    statement.settle(kept.pk, restore=True, answer="You are right.", by=newsroom.account("administrator"))
    assert Comment.objects.get(pk=row.number).state == "approved"
    assert "published your comment again" in Letter.objects.order_by("pk").last().text
    with pytest.raises(NotThere):
        statement.settle(kept.pk, restore=False, answer="", by=newsroom.account("reporter"))


@pytest.mark.parametrize("token", ["1", "1:abc", "", "x" * 500, "1:" + "a" * 43])
def test_nobody_finds_a_statement_by_guessing(token: str) -> None:
    rejected()
    later()
    with pytest.raises(NotThere):
        statement.find(token)


def test_an_erased_writers_words_leave_the_statement_too() -> None:
    row = rejected()
    later()
    doors.erase(row.reader_id)
    assert "count to three" not in Statement.objects.get().facts
