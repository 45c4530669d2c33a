"""Where the old site filed a story."""

from __future__ import annotations

import pytest

import saved_pages
from dateline.wire.page.reader import read


@pytest.mark.parametrize(
    ("named", "topics"),
    [
        (["subject:Harbour works", "path:news", "clone:no", "Bridges", "tag:Bridges"], ("Harbour works", "Bridges")),
        (["re:start", "Bridges"], ("re:start", "Bridges")),
    ],
)
def test_of_topics_that_say_of_what_kind_they_are_those_for_readers_are_kept(
    named: list[str], topics: tuple[str, ...]
) -> None:
    head = saved_pages.json_ld(headline=saved_pages.HEADLINE, keywords=named)
    assert read(saved_pages.page(head=head)).topics == topics
