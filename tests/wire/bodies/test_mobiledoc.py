"""Ghost's older notation, also where it is broken: every text comes in, and nothing of it takes long."""

from __future__ import annotations

from typing import Any

from dateline.wire.bodies import mobiledoc


def html(*sections: Any, markups: Any = (), cards: Any = ()) -> str:
    return mobiledoc.to_html({"sections": [*sections], "markups": [*markups], "cards": [*cards]})


def test_texts_open_and_close_their_markups() -> None:
    made = html([1, "h2", [[0, [0], 0, "One "], [0, [], 1, "two"], [0, [], 0, " & three"]]], markups=[["em"]])
    assert made == "<h2><em>One two</em> &amp; three</h2>"


def test_a_text_that_closes_more_than_is_open_closes_what_is() -> None:
    assert html([1, "p", [[0, [0], 10**50, "One"]]], markups=[["b"]]) == "<p><b>One</b></p>"
    assert html([1, "p", [[0, [0], -3, "One"]]], markups=[["b"]]) == "<p><b>One</b></p>"


def test_a_tag_that_is_no_word_is_none() -> None:
    assert html([1, ["p"], [[0, [0], 0, "One"]]], markups=[[["b"]]]) == "<p>One</p>"


def test_a_card_with_more_parts_than_a_card_has_is_read_by_its_first() -> None:
    assert html([10, 0], cards=[["markdown", {"markdown": "One"}, "more"]]).strip() == "<p>One</p>"
