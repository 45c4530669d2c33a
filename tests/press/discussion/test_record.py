"""The records of comments and threads: what is put in comes out, and keys sort as readers read."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from builders import at, thread
from dateline.press.discussion import record
from dateline.press.discussion.record import CommentRecord, ThreadRecord
from dateline.press.keys import LONGEST_KEY

numbers = some.integers(0, 2**64 - 1)
texts = some.binary(max_size=30)


@given(
    some.builds(
        CommentRecord,
        *[numbers] * 5,
        path=some.lists(numbers, max_size=record.DEEPEST).map(tuple),
        replies=some.integers(0, 2**32 - 1),
        body=texts,
        text=texts,
        more=texts,
    )
)
def test_a_comment_comes_out_of_its_record_as_it_went_in(one: CommentRecord) -> None:
    assert CommentRecord.decode(one.key, one.encode()) == one


def test_a_thread_comes_out_of_its_record_as_it_went_in() -> None:
    for one in (ThreadRecord(), ThreadRecord(7), ThreadRecord(0, thread(standing="closed", closes=at(9), held=True))):
        assert ThreadRecord.decode(one.encode()) == one
    assert ThreadRecord.decode(None) == ThreadRecord()


def test_a_chain_of_a_thousand_replies_has_names_that_the_store_can_keep() -> None:
    path: tuple[int, ...] = ()
    before = b""
    for number in range(1, 1001):
        path = record.path_below(path, number)
        key = record.branch_key(2**63, path)
        assert len(key) <= LONGEST_KEY
        assert key > before
        assert record.number_at(key) == number
        before = key
