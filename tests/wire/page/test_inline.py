"""Inline HTML made anew from text and marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.story import plain
from dateline.wire.page.inline import LONGEST_ADDRESS, render, resolve
from dateline.wire.page.outline import BY, Mark

BASE = "https://courier.example/harbour/bridge"
STRONG: Mark = ("strong", "", "")
EM: Mark = ("em", "", "")


def test_white_space_is_one_space_and_stays_outside_of_marks():
    assert render([("The ", ()), (" old\n ", (STRONG,)), ("bridge", ())], BASE) == "The <strong>old</strong> bridge"


def test_marks_that_overlap_are_nested():
    pieces = [("a", (STRONG,)), ("b", (STRONG, EM)), ("c", (EM,))]
    assert render(pieces, BASE) == "<strong>a<em>b</em></strong><em>c</em>"


def test_line_breaks_stand_between_text_only():
    assert render([("\n", ()), ("one", ()), ("\n", ()), (" ", ()), ("two", ()), ("\n", ())], BASE) == "one<br>two"


def test_what_says_who_wrote_it_leaves_no_element():
    assert render([("Ann Other", (BY,))], BASE) == "Ann Other"


def test_language_and_direction_of_a_phrase_are_kept_if_they_are_such():
    assert render([("ναι", (("span", "el", "LTR"),))], BASE) == '<span lang="el" dir="ltr">ναι</span>'
    assert render([("x", (("span", '"><script>', "up"),))], BASE) == "x"


@pytest.mark.parametrize(
    ("address", "whole"),
    [
        ("/a b", "https://courier.example/a%20b"),
        ("//other.example/x", "https://other.example/x"),
        ("?p=1&q=<2>", "https://courier.example/harbour/bridge?p=1&q=%3C2%3E"),
        ("mailto:port@courier.example", "mailto:port@courier.example"),
        ("HTTPS://Courier.example/ä", "https://Courier.example/ä"),
        ("#top", ""),
        ("javascript:alert(1)", ""),
        (" java\nscript:alert(1)", ""),
        ("vbscript:x", ""),
        ("data:text/html,x", ""),
        ("file:///etc/passwd", ""),
        ("http://", ""),
        ("http://[broken", ""),
        ("mailto:nobody", ""),
        ("x" * (LONGEST_ADDRESS + 1), ""),
    ],
)
def test_only_addresses_that_a_reader_may_safely_follow_stay(address: str, whole: str):
    assert resolve(address, BASE) == whole


def test_a_relative_address_on_a_page_from_nowhere_leads_nowhere():
    assert resolve("/a", "") == ""


_MARKS = st.sampled_from((STRONG, EM, BY, ("a", "/x", ""), ("a", "javascript:x", ""), ("span", "de", "")))
_PIECES = st.lists(
    st.tuples(st.one_of(st.text(max_size=12), st.just("\n")), st.lists(_MARKS, max_size=3).map(tuple)), max_size=8
)


@given(_PIECES)
def test_no_word_is_lost_or_made_whatever_the_marks(pieces: list[tuple[str, tuple[Mark, ...]]]):
    marked, unmarked = render(pieces, BASE), render([(text, ()) for text, _ in pieces], BASE)
    assert plain(marked) == plain(unmarked)
