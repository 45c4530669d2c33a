"""The one write door: what it appends, what it refuses."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from builders import bare
from dateline.errors import RecordError
from dateline.ledger import canonical, read, record, tree
from dateline.ledger.entry import GONE
from dateline.ledger.models import LedgerEntry, Snapshot, Tile
from dateline.story import as_dict

NEWS = {"headline": "Ferry leaves late"}
CORRECTED = {"headline": "Ferry leaves later"}

pytestmark = pytest.mark.django_db


def kinds(subject: str) -> list[str]:
    return [state.entry.kind for state in read.history(subject)]


def digest(snapshot: dict[str, Any]) -> str:
    return canonical.digest(canonical.encode(snapshot))


def test_what_readers_may_see_is_recorded_with_its_words() -> None:
    entry = record.record("story:864", NEWS)
    assert entry is not None
    assert (entry.kind, entry.subject, entry.digest) == ("published", "story:864", digest(NEWS))
    assert json.loads(read.current(["story:864"])["story:864"].body or b"") == NEWS


def test_the_same_state_twice_is_nothing_new() -> None:
    record.record("story:864", NEWS)
    assert record.record("story:864", dict(NEWS)) is None
    assert kinds("story:864") == ["published"]


def test_a_story_that_was_never_public_leaves_no_trace_when_it_goes() -> None:
    assert record.record("story:864", None) is None
    assert read.last_seq() == 0


def test_the_life_of_a_story_in_order() -> None:
    for state in (NEWS, CORRECTED, None, None, NEWS):
        record.record("story:864", state)
    assert kinds("story:864") == ["published", "changed", "withdrawn", "restored"]


def test_entries_are_numbered_without_a_gap_in_the_order_of_the_batch() -> None:
    record.record("site", NEWS)
    entries = record.record_many([("b", NEWS), ("a", None), ("c", NEWS)])
    assert [(entry.seq, entry.subject) for entry in entries] == [(2, "b"), (3, "c")]


def test_a_batch_that_names_a_subject_twice_is_refused() -> None:
    with pytest.raises(RecordError, match="twice"):
        record.record_many([("story:864", NEWS), ("story:864", CORRECTED)])
    assert read.last_seq() == 0


def test_one_text_under_two_subjects_is_kept_once() -> None:
    record.record_many([("a", NEWS), ("b", NEWS)])
    assert Snapshot.objects.count() == 1
    assert read.current(["b"])["b"].body == canonical.encode(NEWS)


def test_a_clock_set_back_does_not_turn_the_record_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(record.time, "time_ns", lambda: 5_000_000_000)
    record.record("a", NEWS)
    monkeypatch.setattr(record.time, "time_ns", lambda: 4_000_000_000)
    record.record("b", NEWS)
    assert [state.entry.time for state in read.after(0, 9)] == [5000, 5000]


def test_a_snapshot_without_a_canonical_form_records_nothing() -> None:
    with pytest.raises(RecordError, match="cannot hold"):
        record.record_many([("a", NEWS), ("b", {"fraction": 0.5})])
    assert read.last_seq() == 0
    assert not Snapshot.objects.exists()


def test_a_change_that_is_rolled_back_takes_its_entry_along() -> None:
    with transaction.atomic():
        record.record("a", NEWS)
        transaction.set_rollback(True)
    assert (read.last_seq(), Tile.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_outside_the_transaction_of_the_change_nothing_is_recorded() -> None:
    with pytest.raises(RecordError, match="transaction"):
        record.record("a", NEWS)
    with pytest.raises(RecordError, match="transaction"):
        record.redact(digest(NEWS), "by court order")
    assert read.last_seq() == 0


def test_the_tree_grows_with_the_entries() -> None:
    for start in range(0, 700, 100):
        record.record_many([(f"story:{code}", as_dict(bare(code))) for code in range(start, start + 100)])
    leaves = b"".join(state.entry.leaf_hash() for state in read.after(0, 700))
    assert record.read_tile(0, 0) + record.read_tile(0, 1) + record.read_tile(0, 2) == leaves
    assert record.read_tile(1, 0) == tree.fold(leaves[:8192]) + tree.fold(leaves[8192:16384])


# --- words that the law wants removed ---


def test_redacted_words_are_gone_and_the_record_says_so_to_every_subject_that_had_them() -> None:
    record.record_many([("a", NEWS), ("b", NEWS), ("c", CORRECTED)])
    record.record_many([("a", CORRECTED), ("b", None)])
    entries = record.redact(digest(NEWS), "by court order")
    assert [(entry.subject, entry.kind, entry.digest) for entry in entries] == [
        ("a", "redacted", digest(CORRECTED)),
        ("b", "redacted", GONE),
    ]
    corrected = canonical.encode(CORRECTED)
    assert [state.body for state in read.history("a")] == [None, corrected, corrected]
    assert Snapshot.objects.get(digest=digest(NEWS)).body == ""


def test_words_that_readers_still_see_are_not_redacted() -> None:
    record.record_many([("a", NEWS), ("b", NEWS)])
    record.record("a", None)
    with pytest.raises(RecordError, match="b still shows"):
        record.redact(digest(NEWS), "by court order")
    assert read.current(["b"])["b"].body is not None


def test_words_that_were_removed_cannot_be_published_again_by_mistake() -> None:
    record.record("a", NEWS)
    record.record("a", None)
    record.redact(digest(NEWS), "by court order")
    with pytest.raises(RecordError, match="by court order"):
        record.record("a", NEWS)
    with pytest.raises(RecordError, match="by court order"):
        record.record("b", NEWS)


def test_after_a_redaction_the_subject_goes_on() -> None:
    record.record("a", NEWS)
    record.record("a", None)
    record.redact(digest(NEWS), "by court order")
    record.record("a", CORRECTED)
    assert record.record("a", CORRECTED) is None
    assert kinds("a") == ["published", "withdrawn", "redacted", "restored"]


def test_redacting_without_a_reason_still_marks_the_words_as_removed() -> None:
    record.record("a", NEWS)
    record.record("a", None)
    record.redact(digest(NEWS), "")
    assert Snapshot.objects.get().removed == "removed"


def test_redacting_what_nobody_ever_said_changes_nothing() -> None:
    assert record.redact("0" * 64, "by court order") == []


class AnyChanges(TestCase):
    """Against a model that is a dict."""

    @settings(max_examples=30)
    @given(
        some.lists(
            some.dictionaries(some.sampled_from("abcd"), some.none() | some.integers(0, 2), max_size=4), max_size=12
        )
    )
    def test_any_batches_leave_the_last_state_of_each_and_no_entry_without_a_change(
        self, batches: list[dict[str, int | None]]
    ) -> None:
        seen: dict[str, int | None] = {}
        changes = 0
        for batch in batches:
            record.record_many([(name, None if value is None else {"v": value}) for name, value in batch.items()])
            changes += sum(seen.get(name) != value for name, value in batch.items())
            seen |= batch
        states = read.current(list("abcd"))
        assert [entry.seq for entry in LedgerEntry.objects.order_by("seq")] == list(range(1, changes + 1))
        for name in seen:
            body = states[name].body if name in states else None
            assert (None if body is None else json.loads(body)["v"]) == seen[name]
