"""What an import comes to."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dateline.wire.account import MOST_MISSING, SAMPLE, Account, bars
from dateline.wire.record import Record
from dateline.wire.report import OUTCOMES, Line, Report


def line(number: int = 1, outcome: str = "imported", day: str = "2021-03-09", missing: tuple[str, ...] = ()) -> Line:
    found = Record(headline=f"Ferry leaves late, day {number}", body=(), published=day)
    return Line(f"{number}.html", outcome, record=found, missing=missing)  # type: ignore[arg-type]


def account(*lines: Line) -> Account:
    made = Account()
    for one in lines:
        made.add(one)
    return made


OUTCOME = st.sampled_from(list(OUTCOMES))
DAY = st.sampled_from(["", "1999", "2001-02-03", "2026-03-09T07:00:00Z", "0001-01-01", "9999-12-31"])


@given(st.lists(st.tuples(OUTCOME, DAY, st.booleans())))
def test_the_sums_of_a_report_add_up_to_its_records(rows: list[tuple[str, str, bool]]) -> None:
    report = Report()
    for number, (outcome, day, read) in enumerate(rows):
        report.add(line(number, outcome, day) if read else Line(f"{number}", outcome))  # type: ignore[arg-type]
    came_in = report.outcomes["imported"] + report.outcomes["review"]
    assert report.total == len(rows) == report.outcomes.total()
    assert report.account.years.total() + report.account.unread == came_in
    assert sum(count for _, count in bars(report.account.years)) == report.account.years.total()
    assert len(report.account.sample()) == min(SAMPLE, report.account.years.total())


def test_years_without_a_story_stand_between_those_that_have_one() -> None:
    found = account(line(1, day="2019"), line(2, day="2021-01-01"), line(3, day="2021"), line(4, day=""))
    assert list(bars(found.years)) == [("2019", 1), ("2020", 0), ("2021", 2), ("", 1)]


def test_many_years_are_told_by_decades() -> None:
    assert list(bars(Counter({"1899": 2, "1965": 1, "1968": 1}))) == [("1890s", 2), ("1960s", 2)]


def test_the_sample_is_the_same_of_the_same_archive_in_any_order() -> None:
    lines = [line(number) for number in range(500)]
    assert account(*lines).sample() == account(*reversed(lines)).sample()
    assert len({one.file for one in account(*lines).sample()}) == SAMPLE


def test_what_did_not_come_in_is_not_shown_as_if_it_had() -> None:
    assert account(line(1, "rejected"), line(2, "merged")).sample() == []


def test_what_is_missing_is_counted_to_the_last_and_listed_to_a_bound() -> None:
    found = account(line(1, missing=("a.jpg", "b.jpg")), line(2, "merged", missing=("c.jpg",)))
    assert found.missing == [("1.html", "a.jpg"), ("1.html", "b.jpg"), ("2.html", "c.jpg")]
    many = account(*(line(n, missing=("x", "y")) for n in range(MOST_MISSING)))
    assert (many.missed, len(many.missing)) == (2 * MOST_MISSING, MOST_MISSING)
