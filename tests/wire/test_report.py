"""The account of what became of each record."""

from __future__ import annotations

import io
import json

from dateline.story import Paragraph
from dateline.wire.record import FoundImage, Record
from dateline.wire.report import Line, Report

FIELDS = {
    "file", "outcome", "reason", "code", "headline", "standfirst", "body", "authors", "date", "image", "external_id",
    "source", "section", "topics", "language", "url", "state", "comments",
    "missing",
}  # fmt: skip


def test_every_line_has_every_field_whatever_became_of_the_record() -> None:
    for line in (
        Line("a", "rejected", "The file is empty."),
        Line("b", "imported", record=Record(headline="H", body=())),
    ):
        assert set(json.loads(line.as_json())) == FIELDS


def test_a_line_tells_what_was_read_as_plain_text() -> None:
    body = (Paragraph(html="One &amp; <em>two</em>."), Paragraph(html="Three."))
    found = Record(headline="H", body=body, authors=("Ana",), published="2020-05-21", image=FoundImage(address="x.jpg"))
    told = json.loads(Line("a", "imported", code=7, record=found).as_json())
    assert (told["body"], told["authors"], told["date"], told["image"]) == (
        "One & two.\nThree.",
        ["Ana"],
        "2020-05-21",
        "x.jpg",
    )


def test_the_sums_add_up_to_the_number_of_records_and_like_reasons_are_one() -> None:
    file = io.StringIO()
    report = Report(file)
    for number in range(3):
        report.add(Line(f"{number}.html", "rejected", f"The page has {number}00,000 tags."))
    report.add(Line("good.html", "imported"))
    assert (report.total, report.outcomes["rejected"], report.outcomes["imported"]) == (4, 3, 1)
    assert report.reasons == {("rejected", "The page has … tags."): 3}
    assert len(file.getvalue().splitlines()) == 4
