"""The other stories that a page's text names below its body."""

from __future__ import annotations

import pytest

from dateline.wire.record import Mention
from dateline.wire.text import NOTHING, Furniture, learn, read
from text_dumps import BY_CODE, STORIES, dump, site

BRIDGE = STORIES[0]
RELATED = [Mention(BY_CODE[4102].headline, "2024-11-06"), Mention(BY_CODE[4104].headline, "2024-11-08")]


def mentions(text: str, furniture: Furniture = NOTHING) -> list[Mention]:
    return list(read(text, furniture).mentions)


@pytest.mark.parametrize("furniture", [learn(site()), learn([])], ids=["among siblings", "alone"])
def test_related_stories_are_named_with_their_days(furniture):
    assert mentions(dump(BRIDGE), furniture)[:2] == RELATED


def test_featured_stories_are_named_once_though_printed_twice():
    found = [mention for mention in mentions(dump(BRIDGE)) if mention.kind == "featured"]
    assert [(m.headline, m.day) for m in found] == [
        (story.headline, f"2024-11-{story.code - 4096:02}") for story in STORIES
    ]


def test_a_date_above_its_headline_belongs_to_it():
    text = dump(BRIDGE).split("Related Stories")[0]
    text += "Related Stories\n6 November 2024\nFerry crews ask for a second boat\n8 November 2024\n"
    text += "Mill promises the steel\n"
    assert mentions(text) == [
        Mention("Ferry crews ask for a second boat", "2024-11-06"),
        Mention("Mill promises the steel", "2024-11-08"),
    ]


def test_readers_who_comment_are_no_stories():
    text = dump(BRIDGE).split("Related Stories")[0] + "Comments\nAngry Gull of the old town\n6 November 2024\n"
    assert mentions(text) == []
