"""The report of an import for people."""

from __future__ import annotations

from datetime import UTC, datetime

from justhtml import JustHTML

from builders import site
from dateline.story import Paragraph
from dateline.wire import reportpage
from dateline.wire.record import Record
from dateline.wire.report import Line, Report

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


def page(*lines: Line, dry_run: bool = False) -> str:
    report = Report()
    for one in lines:
        report.add(one)
    return reportpage.page(report, site(), ["archive"], NOW, dry_run)


def record(**fields: object) -> Record:
    given = {
        "headline": "Ferry leaves late",
        "body": (Paragraph(html="One &amp; <em>two</em>."),),
        "published": "2021-03-09",
    }
    return Record(**given | fields)  # type: ignore[arg-type]


def test_it_tells_the_sums_the_years_the_reasons_and_what_is_missing() -> None:
    text = page(
        Line("a.html", "imported", code=7, record=record(), missing=("https://old.example/pier.jpg",)),
        Line("b.html", "rejected", "The page has no headline."),
        Line("c.html", "imported"),
    )
    for said in ("What became of 3 records", "2021", "The page has no headline.", "https://old.example/pier.jpg"):
        assert said in text
    assert "1 are as they were" in text
    assert '<a href="https://courier.example/s/7">Ferry leaves late</a>' in text
    assert "One &amp; two." in text


def test_what_comes_from_outside_is_never_markup() -> None:
    found = record(
        headline=HOSTILE, kicker=HOSTILE, authors=(HOSTILE,), section=HOSTILE, published=HOSTILE, language=HOSTILE
    )
    text = page(Line(HOSTILE, "review", HOSTILE, 7, found, missing=(HOSTILE,)), Line(HOSTILE, "rejected", HOSTILE))
    assert "<script" not in text
    assert "<img" not in text


def test_it_is_sound_and_needs_no_other_file() -> None:
    for text in (page(), page(Line("a.html", "imported", record=record()), dry_run=True)):
        assert JustHTML(text, collect_errors=True).errors == []
        assert "src=" not in text
        assert "<link" not in text


def test_a_dry_run_says_that_it_is_one() -> None:
    assert "What an import would take in" in page(dry_run=True)
