"""Of several days that a page tells, the one on which the story was published."""

from __future__ import annotations

import pytest

from dateline.wire import page
from saved_pages import article, json_ld, meta
from saved_pages import page as saved

EARLY, LATE = "2017-04-12T18:33:00+02:00", "2020-02-19T15:24:00+01:00"


def published(head: str, above: str = "", below: str = "") -> str:
    return page.read(saved(article(above=above, below=below), head=head)).published


@pytest.mark.parametrize("line", ["", '<p class="date">19 February 2020</p>'])
def test_a_declared_change_is_no_publication_whatever_else_names_its_day(line: str) -> None:
    again = meta(datePublished=LATE, dateModified=LATE, article__published_time=EARLY, article__modified_time=LATE)
    marked = f'{line}<time itemprop="datePublished" datetime="2020-02-19">now</time>'
    assert published(again, marked) == EARLY


def test_a_change_on_the_next_day_may_be_the_publication_in_another_zone() -> None:
    head = json_ld(datePublished="2022-05-06T01:10:00+02:00", dateModified="2022-05-06T01:10:00+02:00")
    head += meta(article__published_time="2022-05-05T23:10:00+00:00")
    assert published(head, '<p class="date">6 May 2022, 01:10</p>') == "2022-05-06T01:10:00+02:00"


def test_what_is_not_surely_the_publication_makes_no_change_of_another_day() -> None:
    assert published(meta(date="2015-01-16", pubdate="2017-12-01", article__modified_time="2017-12-01")) == "2017-12-01"


def test_a_moment_goes_before_a_bare_day_that_is_declared_as_often() -> None:
    head = meta(dateCreated="2021-03-05", pubdate="2021-03-06T09:00:00+01:00")
    assert published(head) == "2021-03-06T09:00:00+01:00"


@pytest.mark.parametrize(
    ("above", "told"),
    [('<p class="issue">7 April 2020</p>', "2020-04-07"), ("", "2020-03-03")],
)
def test_what_is_there_for_scripts_does_not_weigh_against_what_readers_see(above: str, told: str) -> None:
    hidden = '<div data-date="2020-03-03">Share</div>'
    assert published("", above, hidden) == told
