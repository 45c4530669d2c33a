"""The byline of a page's text, which no element names."""

from __future__ import annotations

import pytest

from dateline.wire.text import read
from text_dumps import STORIES

BRIDGE = STORIES[0]


def authors(*above: str, below: tuple[str, ...] = ()) -> tuple[str, ...]:
    return read("\n".join([BRIDGE.headline, *above, *BRIDGE.paragraphs, *below])).authors


def test_a_name_alone_beside_the_date_is_the_byline():
    assert authors("Inês Duarte", "5 November 2024") == ("Inês Duarte",)


def test_two_names_in_a_line_are_two_people():
    assert authors("Inês Duarte and Tom Weller", "5 November 2024") == ("Inês Duarte", "Tom Weller")


@pytest.mark.parametrize(
    "line", ["Inês Duarte Harbour Correspondent", "Inês DuarteSenior News Reporter", "Inês Duarte 2 minutes read"]
)
def test_what_stands_behind_a_name_is_no_part_of_it(line: str):
    assert authors(line, "5 November 2024") == ("Inês Duarte",)


def test_a_name_alone_below_the_body_is_the_byline():
    assert authors("5 November 2024", below=("Inês Duarte",)) == ("Inês Duarte",)


def test_a_byline_that_says_so_goes_before_a_name_alone():
    assert authors("Harbour Notes", "By Inês Duarte", "5 November 2024") == ("Inês Duarte",)


@pytest.mark.parametrize("label", ["Related Topics", "Most Read", "Published"])
def test_labels_are_nobodys_names(label: str):
    assert authors(label, "5 November 2024") == ()


@pytest.mark.parametrize(
    "line",
    [
        "Written by Ana Duarte on July 27, 2017",
        "Par Ana Duarte le 7 mai 2020",
        "Posted 11. April 2018 by Ana Duarte",
        "27 January 2026 • Ana Duarte",
    ],
)
def test_a_line_with_day_and_name_gives_the_name_alone(line: str):
    assert authors(line) == ("Ana Duarte",)
