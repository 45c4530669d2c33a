"""Many rows into a table at once: what is there already stays, changes, or is refused."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from dateline.ledger.models import LedgerEntry, Snapshot
from dateline.ledger.rows import insert

pytestmark = pytest.mark.django_db


def test_rows_are_as_django_would_have_saved_them() -> None:
    rows = [LedgerEntry(seq=n, time=n, subject=f"story:{n}", kind="published", digest="ä") for n in (1, 2)]
    insert(LedgerEntry, rows)
    assert list(LedgerEntry.objects.order_by("seq").values_list()) == [
        (1, 1, "story:1", "published", "ä"),
        (2, 2, "story:2", "published", "ä"),
    ]


def test_a_row_that_is_there_is_left_as_it_is_or_overwritten_where_that_is_asked_for() -> None:
    insert(Snapshot, [Snapshot(digest="a", body="first")])
    insert(Snapshot, [Snapshot(digest="a", body="second"), Snapshot(digest="b", body="other")], unique=["digest"])
    assert dict(Snapshot.objects.values_list("digest", "body")) == {"a": "first", "b": "other"}
    insert(Snapshot, [Snapshot(digest="a", body="third", removed="law")], unique=["digest"], update=["body"])
    assert Snapshot.objects.values_list("body", "removed").get(digest="a") == ("third", "")


def test_a_row_that_is_there_is_refused_if_nobody_said_what_then() -> None:
    insert(Snapshot, [Snapshot(digest="a", body="first")])
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Snapshot, [Snapshot(digest="a", body="second")])


def test_no_rows_are_nothing() -> None:
    insert(Snapshot, [])
    assert not Snapshot.objects.exists()
