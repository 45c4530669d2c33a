"""Answers that are kept: never an old one, never too many."""

from __future__ import annotations

from dateline.serve.answer import Answer
from dateline.serve.kept import OVERHEAD, Kept


def page(size: int = 1000) -> Answer:
    return Answer(200, [], b"x" * size, '"1"')


def ask(kept: Kept, address: str, version: int = 1, times: int = 1) -> None:
    """As the edition does for a reader: what is not kept is made and offered."""
    for _ in range(times):
        if kept.get(address, version) is None:
            kept.put(address, version, page())


def test_an_answer_is_kept_for_its_version_of_the_store_only() -> None:
    kept = Kept(1 << 20)
    ask(kept, "/", times=2)
    assert kept.get("/", 1) == page()
    assert kept.get("/", 2) is None
    assert kept.get("/other", 1) is None


def test_whatever_is_asked_for_it_never_holds_more_than_it_may() -> None:
    most = 100 * (1000 + OVERHEAD)
    kept = Kept(most)
    for number in range(5000):
        ask(kept, f"/{number}", times=2)
        assert len(kept) * (1000 + OVERHEAD) <= most


def test_what_is_asked_for_all_the_time_stays() -> None:
    kept = Kept(100 * (1000 + OVERHEAD))
    ask(kept, "/", times=2)
    for number in range(1000):
        ask(kept, f"/{number}", times=2)
        assert kept.get("/", 1) is not None


def test_who_goes_through_the_archive_fills_no_memory() -> None:
    kept = Kept(100 * (1000 + OVERHEAD))
    ask(kept, "/", times=2)
    for number in range(50_000):
        ask(kept, f"/{number}")
    assert len(kept) == 1


def test_what_is_asked_for_again_after_a_publish_is_kept_at_once() -> None:
    kept = Kept(1 << 20)
    ask(kept, "/", times=2)
    ask(kept, "/", version=2)
    assert kept.get("/", 2) is not None
