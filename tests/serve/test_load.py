"""How busy a page worker is, as it tells itself."""

from __future__ import annotations

import pytest

from dateline.serve.load import Load


class Times:
    """The two clocks of a process."""

    def __init__(self) -> None:
        self.used, self.now = 5.0, 100.0
        self.load = Load(2.0, lambda: self.used, lambda: self.now)

    def after(self, seconds: float, used: float) -> float:
        self.now += seconds
        self.used += used
        return self.load.share()


def test_a_worker_that_computes_for_a_quarter_of_the_time_says_so_and_counts_anew_at_each_look() -> None:
    times = Times()
    assert times.after(2.0, 0.5) == pytest.approx(0.25)
    assert times.after(2.0, 0.0) == 0.0


def test_a_worker_that_had_to_wait_for_a_processor_is_busy_however_little_it_computed() -> None:
    assert Times().after(4.0, 0.4) == pytest.approx(0.6)


def test_two_looks_at_once_say_that_nothing_was_used() -> None:
    assert Times().after(0.0, 0.0) == 0.0
