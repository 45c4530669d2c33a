"""XML cut into its stories."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import CopyError
from dateline.wire.notation.cutting import closings, cut, shelled
from dateline.wire.notation.trees import parse

ITEMS = ["<item>a</item>", "<item x='1'><![CDATA[</item><item>]]></item>", "<item/>", "<item><!-- <item> --></item>"]


@given(st.lists(st.sampled_from(ITEMS), max_size=8), st.integers(1, 40))
def test_the_same_stories_are_cut_however_the_file_arrives(items: list[str], size: int) -> None:
    text = f"<?xml version='1.0'?><rss><channel><title>t</title>{' '.join(items)}</channel></rss>"
    parts = cut([text[i : i + size] for i in range(0, len(text), size)], ["item"])
    assert list(parts.items) == items


def test_the_head_is_what_stands_before_the_first_story() -> None:
    parts = cut(["<?xml version='1.0'?><!DOCTYPE rss><rss><channel><title>t</title><item>a</item>"], ["item"])
    assert parts.head == "<rss><channel><title>t</title>"
    assert closings(parts.head) == "</channel></rss>"


def test_stories_within_stories_stay_in_them_where_that_may_be() -> None:
    text = "<m><NewsItem>a<NewsItem>b</NewsItem></NewsItem><NewsItem>c</NewsItem></m>"
    assert len(list(cut([text], ["NewsItem"], nests=True).items)) == 2


def test_a_story_that_is_not_closed_ends_where_the_next_begins() -> None:
    assert list(cut(["<r><item>a<item>b</item></r>"], ["item"]).items) == ["<item>a</item>", "<item>b</item>"]


def test_a_file_that_ends_inside_of_a_story_says_in_which() -> None:
    items = cut(["<r><item>a</item><item><title>The quay"], ["item"]).items
    assert next(items) == "<item>a</item>"
    with pytest.raises(CopyError, match="The quay"):
        next(items)


@pytest.mark.parametrize(
    "head", ["<a:" + "b" * 60_000, "<rss " + "a='" * 60_000, "<rss>" + "<!--" * 60_000, "<rss>" + "<![CDATA[" * 25_000]
)
def test_a_head_in_which_nothing_is_closed_is_looked_through_once(head: str) -> None:
    began = time.process_time()
    with pytest.raises(CopyError, match="no story"):
        list(shelled(cut([head], ["item"]), "There is no story in it."))
    assert time.process_time() - began < 1


@pytest.mark.parametrize("open_for_ever", ["<!--", "<![CDATA["])
def test_marks_that_are_never_closed_are_looked_for_once(open_for_ever: str) -> None:
    began = time.process_time()
    with pytest.raises(CopyError, match="broken"):
        parse(f"<item><![CDATA[x]]>{open_for_ever * 100_000}")
    assert time.process_time() - began < 1
