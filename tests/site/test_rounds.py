"""Nothing that goes wrong in one round of a process's work keeps it from the next."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError

from dateline.site.rounds import keep_doing


class Work:
    """What a thread is given to do: fails as it is told to, then says that it was done."""

    def __init__(self, *faults: Exception) -> None:
        self.faults = list(faults)
        self.done = threading.Event()

    def __call__(self) -> bool:
        if self.faults:
            raise self.faults.pop(0)
        self.done.set()
        return False


@pytest.mark.parametrize("fault", [ValueError("a story nobody thought of"), OperationalError("database is locked")])
def test_the_schedule_goes_on_after_whatever_went_wrong_and_says_what_it_was(
    fault: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    work, stopping = Work(fault), threading.Event()
    keep_doing("The schedule", work, 0.001, stopping)
    assert work.done.wait(30)
    stopping.set()
    assert str(fault) in caplog.text
    assert "The schedule" in caplog.text


def test_work_of_which_there_is_more_is_gone_on_with_at_once() -> None:
    left, done, stopping = list(range(100)), threading.Event(), threading.Event()

    def work() -> bool:
        left.pop()
        if not left:
            done.set()
        return bool(left)

    keep_doing("Letters", work, 0.001, stopping)
    assert done.wait(30)
    stopping.set()
