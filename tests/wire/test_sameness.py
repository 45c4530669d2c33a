"""Which pieces of copy are one story."""

from __future__ import annotations

import pytest

from dateline.story import Paragraph
from dateline.wire import sameness
from dateline.wire.record import Record
from dateline.wire.sameness import Met, Verdict


def record(headline: str = "Ferry strike ends", **fields: str) -> Record:
    return Record(headline=headline, body=(Paragraph(html="The boats sail again."),), **fields)  # type: ignore[arg-type]


def judged(found: Record, *known: Met, file: str = "/a.jsonl", own: Met | None = None, whole: bool = False) -> Verdict:
    mark = sameness.mark_of(found, whole)
    return sameness.judge(found, mark, file, own, {met.mark: met for met in known})


def met(mark: str, headline: str = "Ferry strike ends", file: str = "/a.jsonl", fresh: bool = False) -> Met:
    return sameness.met(mark, file, headline, 7, fresh)


def test_a_page_is_known_by_its_address_and_a_line_by_its_id() -> None:
    found = record(url="https://old.example/1", external_id="x-1")
    assert sameness.mark_of(found, whole=True) == "https://old.example/1"
    assert sameness.mark_of(found, whole=False) == "x-1"


def test_what_has_neither_is_known_by_its_words() -> None:
    assert sameness.mark_of(record(), whole=True) == sameness.mark_of(record(), whole=False)
    assert sameness.mark_of(record(), whole=True) != sameness.mark_of(record("Ferry strike goes on"), whole=True)


def test_a_mark_is_never_too_long_to_be_kept_and_stays_one_of_a_kind() -> None:
    first, second = (sameness.mark_of(record(url=f"https://old.example/{'a' * 900}{n}"), whole=True) for n in (1, 2))
    assert len(first) == len(second) == sameness.LONGEST
    assert first != second


def test_what_nobody_met_is_new() -> None:
    assert judged(record(external_id="1")) == Verdict("new", "1")


def test_the_same_id_from_the_same_file_is_a_later_state() -> None:
    assert judged(record("Ferry strike ends at noon", external_id="1"), met("1")) == Verdict("update", "1", 7)


def test_the_same_id_twice_in_one_run_of_a_file_is_a_copy() -> None:
    assert judged(record(external_id="1"), met("1", fresh=True)).kind == "copy"


def test_the_same_id_and_headline_from_another_file_is_a_copy() -> None:
    assert judged(record("FERRY  strike ends", external_id="1"), met("1", file="/b.jsonl")) == Verdict("copy", "1", 7)


def test_the_same_id_with_another_headline_from_another_file_is_another_story() -> None:
    found = record("Museum reopens", external_id="1")
    verdict = judged(found, met("1", file="/b.jsonl"))
    assert verdict.kind == "new"
    assert verdict.mark != "1"
    assert verdict.mark in sameness.marks_of(found, False, "/a.jsonl")


def test_that_other_story_is_known_again() -> None:
    found = record("Museum reopens", external_id="1")
    own = sameness.marks_of(found, False, "/a.jsonl")[1]
    verdict = judged(found, met("1", file="/b.jsonl"), met(own, "Museum reopens"))
    assert verdict == Verdict("update", own, 7)


def test_the_same_address_is_the_same_page_wherever_it_was_saved() -> None:
    address = "https://old.example/1"
    found = record("Retitled since", url=address)
    assert judged(found, met(address, file="/elsewhere.html"), whole=True).kind == "copy"


@pytest.mark.parametrize("fresh", [False, True])
def test_a_page_without_an_address_whose_words_changed_is_a_later_state(fresh: bool) -> None:
    before = sameness.mark_of(record(), whole=True)
    changed = record("Ferry strike ends at noon")
    own = met(before, fresh=fresh)
    assert judged(changed, own, own=own, whole=True) == Verdict("update", before, 7)


def test_a_file_that_now_holds_a_page_of_another_address_makes_another_story() -> None:
    own = met("https://old.example/1")
    verdict = judged(record("Museum reopens", url="https://old.example/2"), own, own=own, whole=True)
    assert verdict == Verdict("new", "https://old.example/2")
