"""What a person said of a site: which field is found where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.story import Paragraph
from dateline.wire import rules
from dateline.wire.record import Record
from dateline.wire.rules import FIELDS, WAYS, Rule

PAGE = b"""<!doctype html><html><head><meta name="dc.creator" content="Rui Costa"><title>Ferry</title>
<style>.x{color:red}</style></head><body><nav>Home <a href="/">News</a></nav>
<h1>Ferry leaves late</h1><div class="meta by">Ana Lopes</div><p id="when">9 March 2021</p>
<p>Filed from: Porto</p><p>The crane would not lower its arm.<br>It did so at noon.</p>
<script>var a = "<p>By Nobody</p>";</script></body></html>"""

RECORD = Record(
    headline="Ferry leaves late",
    body=tuple(Paragraph(html=text) for text in ("Ana Lopes", "The crane would not lower its arm.")),
    language="en",
    url="https://www.old.example/1",
)


def read(field: str, way: str, value: str, page: bytes = PAGE) -> Record:
    return rules.apply(RECORD, page, [Rule(field, way, value)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "way", "value", "name", "found"),
    [
        ("byline", "line", "2", "authors", ("Ana Lopes",)),
        ("byline", "element", ".by", "authors", ("Ana Lopes",)),
        ("byline", "element", "div.meta", "authors", ("Ana Lopes",)),
        ("byline", "meta", "dc.creator", "authors", ("Rui Costa",)),
        ("published", "element", "#when", "published", "2021-03-09"),
        ("place", "label", "Filed from", "place", "Porto"),
        ("standfirst", "line", "6", "standfirst", "It did so at noon."),
    ],
)
def test_a_field_is_found_where_the_rule_says(field: str, way: str, value: str, name: str, found: object) -> None:
    record = read(field, way, value)
    assert getattr(record, name) == found
    assert record.origins[name] == "rule"


def test_the_byline_of_a_page_text_is_its_second_line() -> None:
    text = b"Menu\nFerry leaves late\nBy Ana Lopes and Rui Costa\nThe crane would not lower its arm.\n"
    assert read("byline", "line", "2", text).authors == ("Ana Lopes", "Rui Costa")


def test_what_a_rule_finds_is_taken_out_of_the_text() -> None:
    assert read("byline", "line", "2").body == RECORD.body[1:]


@pytest.mark.parametrize(
    ("field", "way", "value"),
    [("byline", "line", "99"), ("published", "line", "1"), ("place", "label", "Seen in"), ("place", "element", ".no")],
)
def test_a_rule_that_finds_nothing_changes_nothing(field: str, way: str, value: str) -> None:
    assert read(field, way, value) == RECORD


@pytest.mark.parametrize(
    ("way", "value", "said"),
    [
        ("line", "0", "number from 1"),
        ("line", "x", "number from 1"),
        ("line", "201", "number from 1"),
        ("element", "p > a", "is written as"),
        ("element", "//p", "is written as"),
        ("label", "", "Say where"),
        ("meta", "x" * 201, "at most 200"),
        ("guess", "1", "no such"),
    ],
)
def test_a_rule_that_cannot_be_says_why(way: str, value: str, said: str) -> None:
    assert said in Rule("byline", way, value).fault()  # type: ignore[arg-type]


@given(st.sampled_from(list(FIELDS)), st.sampled_from(list(WAYS)), st.text(max_size=20), st.binary(max_size=300))
def test_no_rule_and_no_page_ends_the_reader(field: str, way: str, value: str, page: bytes) -> None:
    rule = Rule(field, way, value)  # type: ignore[arg-type]
    if not rule.fault():
        assert rules.apply(RECORD, page, [rule]).headline


def test_a_host_is_the_same_with_www() -> None:
    assert rules.host_of(RECORD) == "old.example"
    assert rules.host_of(None, "http://old.example:8080/x") == "old.example"
    assert rules.host_of(None, "http://[") == ""


def test_other_rules_are_known_by_another_digest_in_any_order() -> None:
    one, other = Rule("byline", "line", "2"), Rule("place", "line", "3")
    assert rules.digest([one, other]) == rules.digest([other, one]) != rules.digest([one])
    assert rules.digest([]) == ""
