"""A moment declared in UTC is told in the zone in which the page's readers see it."""

from __future__ import annotations

import pytest

import saved_pages
from dateline.wire import page

DECLARED = "2022-05-04T00:44:52Z"


def published(line: str) -> str:
    above = f'<p class="date">{line}</p>' if line else ""
    html = saved_pages.page(saved_pages.article(above=above), head=saved_pages.json_ld(datePublished=DECLARED))
    return page.read(html).published


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("3 May 2022, 21:44", "2022-05-03T21:44:52-03:00"),
        ("4 May 2022, 06:14", "2022-05-04T06:14:52+05:30"),
        ("3 May 2022", "2022-05-03T23:44:52-01:00"),
        ("4 May 2022", "2022-05-04T00:44:52+00:00"),
        ("4 May 2022, 09:07", "2022-05-04T00:44:52+00:00"),
        ("", "2022-05-04T00:44:52+00:00"),
    ],
)
def test_it_is_the_same_moment_on_the_day_that_readers_see(line: str, told: str) -> None:
    assert published(line) == told
