"""What time does: threads close by themselves, what nobody confirmed goes, addresses are forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import readers
from django.utils import timezone

from dateline.discuss import clock, doors
from dateline.discuss.models import Comment, Reader, Thread, Waiting
from dateline.ledger import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("sections")]

Shown = Callable[[str], Any]


def test_a_thread_closes_by_itself_when_its_time_is_over(shown: Shown) -> None:
    row = readers.story()
    closes = Thread.objects.get(pk=row.pk).closes_at
    clock.run_due(closes - timedelta(seconds=1))
    assert "standing" not in shown(f"thread:{row.pk}")
    clock.run_due(closes + timedelta(milliseconds=10))
    assert shown(f"thread:{row.pk}") == {"story": row.pk, "standing": "closed"}
    last = read.last_seq()
    clock.run_due(closes + timedelta(days=1))
    assert read.last_seq() == last, "once"


def test_a_look_at_nothing_due_asks_a_bounded_number_of_small_questions(django_assert_max_num_queries: Any) -> None:
    readers.comment(readers.story().pk)
    with django_assert_max_num_queries(6):
        clock.run_due()


def test_opening_the_site_again_opens_the_threads_of_stories_that_are_still_young(shown: Shown) -> None:
    doors.rule("site", None, comments="off")
    young, old = readers.story(), readers.story(published_at=timezone.now() - timedelta(days=90))
    assert not Thread.objects.exists()
    doors.rule("site", None, comments=None)
    clock.run_due()
    assert shown(f"thread:{young.pk}")["story"] == young.pk
    assert not Thread.objects.filter(pk=old.pk).exists()


def test_what_nobody_confirmed_goes_after_its_time() -> None:
    now = timezone.now()
    given = {"name": "Ines", "email": "ines@reader.example", "story": 1, "text": "Late"}
    Waiting.objects.create(digest="a", expires_at=now - timedelta(seconds=1), **given)
    Waiting.objects.create(digest="b", expires_at=now + timedelta(hours=1), **given)
    clock.run_due(now)
    assert list(Waiting.objects.values_list("digest", flat=True)) == ["b"]


def test_where_a_comment_came_from_is_forgotten_after_a_month() -> None:
    row = readers.comment(readers.story().pk, network="1f2e3d")
    clock.run_due()
    assert Comment.objects.get().network == "1f2e3d"
    clock.run_due(row.written_at + clock.NETWORK_KEPT + timedelta(seconds=1))
    assert Comment.objects.get().network == ""


def test_an_erasing_that_was_stopped_is_brought_to_its_end(shown: Shown) -> None:
    from dateline.discuss.doors import erasing

    code, ines = readers.story().pk, readers.reader()
    row = readers.comment(code, ines)
    erasing._forget_person(ines.pk)
    assert shown(f"comment:{row.number}")
    while clock.run_due():
        pass
    assert shown(f"comment:{row.number}") is None
    assert not Reader.objects.get(pk=ines.pk).erasing


def test_a_thread_that_cannot_be_recorded_keeps_no_other_from_its_time(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = readers.story(), readers.story(headline="Ferry strike ends")
    closes = Thread.objects.get(pk=second.pk).closes_at
    sound = clock.standing.announce

    def announce(codes: Any, **rest: Any) -> None:
        if first.pk in codes:
            raise ValueError("this one is wrong")
        sound(codes, **rest)

    monkeypatch.setattr(clock.standing, "announce", announce)
    clock.run_due(closes + timedelta(seconds=1))
    assert shown(f"thread:{second.pk}")["standing"] == "closed"
    assert Thread.objects.get(pk=first.pk).due > closes


def test_what_was_changed_past_the_doors_is_recorded_by_reconcile(shown: Shown) -> None:
    from dateline.discuss.reconcile import reconcile

    row = readers.comment(readers.story().pk)
    Comment.objects.filter(pk=row.pk).update(text="Changed with SQL.")
    assert reconcile() == 1
    assert shown(f"comment:{row.number}")["text"] == "Changed with SQL."
    assert reconcile() == 0
