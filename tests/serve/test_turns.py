"""How many posts a page worker hands on, by how busy it is."""

from __future__ import annotations

import pytest

from dateline.serve import turns
from dateline.serve.turns import BUSY, FEW, FEWEST, FULL, MANY, SAVED, Turns


class Worker:
    """Hands on as many posts as it may; none of them takes any time."""

    def __init__(self) -> None:
        self.now = 100.0
        self.turns = Turns(lambda: self.now)

    def hands_on(self, seconds: float, share: float, under_way: int = 0) -> int:
        """How many of a flood it hands on in so many seconds of being busy for such a share of its time."""
        handed_on = 0
        for _ in range(int(seconds * 4)):
            self.now += 0.25
            self.turns.heed(share)
            while self.turns.has_one(under_way) and handed_on < 10_000:
                self.turns.take()
                handed_on += 1
        return handed_on


def test_a_worker_with_time_to_spare_hands_on_whatever_comes() -> None:
    assert Worker().hands_on(1.0, BUSY / 2, under_way=1000) == 10_000


@pytest.mark.parametrize(
    ("share", "rate"), [(BUSY, MANY), ((BUSY + FULL) / 2, MANY / 2), (FULL, FEWEST), (3.0, FEWEST)]
)
def test_the_busier_a_worker_is_the_fewer_posts_it_hands_on_and_never_none(share: float, rate: float) -> None:
    assert turns.a_second(share) == rate
    worker = Worker()
    worker.hands_on(1.0, share)
    assert worker.hands_on(100.0, share) == pytest.approx(100 * rate, rel=0.05)


def test_turns_that_nobody_took_are_saved_up_for_a_few_and_no_more() -> None:
    worker = Worker()
    for _ in range(1000):
        worker.now += 0.25
        worker.turns.heed(1.0)
    assert worker.hands_on(0.25, 1.0) == SAVED


def test_a_busy_worker_hands_on_nothing_more_while_a_few_are_under_way() -> None:
    worker = Worker()
    assert worker.hands_on(10.0, 1.0, under_way=FEW) == 0
    assert worker.hands_on(0.25, 1.0, under_way=FEW - 1) > 0
