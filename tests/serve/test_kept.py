"""Answers that are kept: never an old one, never too many."""

from __future__ import annotations

from dateline.serve.answer import Answer
from dateline.serve.kept import OVERHEAD, Kept


def page(size: int = 1000) -> Answer:
    return Answer(200, [], b"x" * size, '"1"')


def test_an_answer_is_kept_for_its_version_of_the_store_only() -> None:
    kept = Kept(1 << 20)
    kept.put("/", 1, page())
    assert kept.get("/", 1) == page()
    assert kept.get("/", 2) is None
    assert kept.get("/other", 1) is None


def test_whatever_is_asked_for_it_never_holds_more_than_it_may() -> None:
    most = 100 * (1000 + OVERHEAD)
    kept = Kept(most)
    for number in range(5000):
        kept.put(f"/{number}", 1, page())
        assert len(kept) * (1000 + OVERHEAD) <= most


def test_what_is_asked_for_all_the_time_stays() -> None:
    kept = Kept(100 * (1000 + OVERHEAD))
    kept.put("/", 1, page())
    for number in range(1000):
        kept.put(f"/{number}", 1, page())
        assert kept.get("/", 1) is not None
