"""Anybody says that a comment is illegal, gets a receipt, and is told what was decided."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import newsroom
import pytest
import readers
from django.utils import timezone

from dateline.discuss.legal import notice
from dateline.discuss.models import Comment, Letter, Notice
from dateline.discuss.refusal import NotThere, Refused

pytestmark = pytest.mark.usefixtures("sections")

SENT = notice.Sent(
    law="defamation",
    explanation="It says that I took money, which a court has found to be untrue.",
    place="http://courier.example/discuss/1/1",
    name="Olga Reis",
    email="olga@reader.example",
    good_faith=True,
)


@pytest.fixture
def comment() -> Comment:
    return readers.comment(readers.story().pk)


def given(comment: Comment, **changes: Any) -> Notice:
    return notice.give(comment.number, comment.story, replace(SENT, **changes))


def test_a_notice_is_confirmed_at_once_with_its_number_and_a_deadline(comment: Comment) -> None:
    row = given(comment)
    letter = Letter.objects.get()
    assert letter.to == "olga@reader.example"
    assert f"notice {row.pk}" in letter.text
    assert SENT.explanation in letter.text
    assert row.due > timezone.now()
    assert row.quoted == comment.text


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"law": "manners"}, "law"),
        ({"explanation": "bad"}, "explanation"),
        ({"explanation": "x" * 5_001}, "explanation"),
        ({"place": "http://elsewhere.example/discuss/1/1"}, "place"),
        ({"place": "javascript:alert(1)"}, "place"),
        ({"name": ""}, "name"),
        ({"email": "nobody"}, "email"),
        ({"good_faith": False}, "good_faith"),
    ],
)
def test_what_the_law_asks_for_and_is_missing_is_named(comment: Comment, changes: Any, field: str) -> None:
    with pytest.raises(Refused) as refused:
        given(comment, **changes)
    assert refused.value.field == field
    assert not Notice.objects.exists()


def test_a_notice_of_abuse_of_children_needs_no_name(comment: Comment) -> None:
    given(comment, law="child", name="", email="")
    assert Notice.objects.get().name == ""
    assert not Letter.objects.exists()


def test_a_notice_that_is_upheld_takes_the_comment_off_and_both_are_told(comment: Comment) -> None:
    row = given(comment)
    notice.decide(row.pk, "removed", "Thank you.", newsroom.account("moderator", "Mona Reis"))
    assert Comment.objects.get(pk=comment.number).state == "rejected"
    assert comment.decisions.get(after="rejected").reason == "illegal"
    answer = Letter.objects.order_by("pk").last()
    assert "We have removed the comment." in answer.text
    assert "Thank you." in answer.text
    assert "article 21" in answer.text
    with pytest.raises(NotThere):
        notice.decide(row.pk, "kept", "", newsroom.account("editor"))


def test_a_notice_that_is_not_upheld_leaves_the_comment_and_says_why(comment: Comment) -> None:
    row = given(comment)
    notice.decide(row.pk, "kept", "It is an opinion.", newsroom.account("editor"))
    assert Comment.objects.get(pk=comment.number).state == "approved"
    assert "It is an opinion." in Letter.objects.order_by("pk").last().text


def test_a_comment_that_is_not_there_takes_no_notice(comment: Comment) -> None:
    with pytest.raises(NotThere):
        notice.give(comment.number + 1, comment.story, SENT)
    with pytest.raises(NotThere):
        notice.give(comment.number, comment.story + 1, SENT)
