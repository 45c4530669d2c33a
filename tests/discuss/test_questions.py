"""What is asked of the tables of comments: nothing that reads all of them, however many there are."""

from __future__ import annotations

from collections.abc import Iterator

import newsroom
import pytest
import readers

import plans
from dateline.discuss import doors
from dateline.discuss.doors.reporting import Complaint
from dateline.discuss.models import Comment, Reader

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sections")]


@pytest.fixture
def questions() -> Iterator[list[str]]:
    """What the test asked that would read a whole table; nothing, if the test is to pass."""
    with plans.watched() as found:
        yield found
    assert found == []


@pytest.fixture
def code() -> int:
    return readers.story().pk


@pytest.fixture
def ines() -> Reader:
    return readers.reader()


def test_a_comment_comes_in_and_is_answered(code: int, ines: Reader, questions: list[str]) -> None:
    first = readers.comment(code, ines, network="a-range")
    readers.comment(code, ines, "Both of them.", first.number, network="a-range")


def test_a_comment_is_reported_decided_and_chosen(code: int, ines: Reader, questions: list[str]) -> None:
    row = readers.comment(code, ines)
    doors.report(row.number, Complaint(reason="insult", network="a-range"))
    doors.decide([row.number], "approved", None)
    doors.highlight(row.number, True, None)


@pytest.fixture
def colleague() -> Reader:
    return readers.reader("Rui Costa", user=newsroom.account("reporter"))


def test_a_reader_is_erased_with_their_account(code: int, colleague: Reader, questions: list[str]) -> None:
    one = colleague
    row = readers.comment(code, one)
    doors.report(row.number, Complaint(reason="insult", email=one.email))
    assert doors.erase(one.pk) == 1
    assert Comment.objects.get(pk=row.pk).text == ""
