from __future__ import annotations

import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction

from dateline.ledger import record
from dateline.ledger.bell import Bell, ring


@pytest.fixture
def bell(tmp_path: Path) -> Iterator[Bell]:
    made = Bell(tmp_path / "follow.sock")
    yield made
    made.close()


def test_a_ring_is_heard(bell: Bell) -> None:
    ring(bell.path)
    assert bell.wait(5)


def test_a_ring_wakes_who_is_waiting_already(bell: Bell) -> None:
    ringer = threading.Timer(0.05, ring, [bell.path])
    ringer.start()
    assert bell.wait(5)
    ringer.join()


def test_without_a_ring_the_wait_ends_by_itself(bell: Bell) -> None:
    assert not bell.wait(0.01)


def test_rings_that_piled_up_count_as_one_and_never_hold_up_who_rings(bell: Bell) -> None:
    for _ in range(5000):
        ring(bell.path)
    assert bell.wait(5)
    assert not bell.wait(0.01)


def test_ringing_where_nobody_listens_is_no_error(tmp_path: Path) -> None:
    ring(tmp_path / "nobody.sock")
    ring(tmp_path / ("x" * 200))


def test_a_socket_that_a_killed_listener_left_behind_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "follow.sock"
    left = Bell(path)
    left.socket.close()
    assert stat.S_ISSOCK(path.stat().st_mode)
    again = Bell(path)
    ring(path)
    assert again.wait(5)
    again.close()
    assert not path.exists()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_bell_rings_when_the_change_is_committed_and_not_before(
    bell: Bell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "DATELINE_BELL", bell.path)
    with transaction.atomic():
        record.record("site", {"n": 1})
        assert not bell.wait(0.01)
    assert bell.wait(5)
    with transaction.atomic():
        record.record("site", {"n": 1})
    assert not bell.wait(0.01)
