"""The page and the cards of one story. Pure: the store is somebody else's."""

from __future__ import annotations

from dateline.press import card, cardview
from dateline.press.fragment import Fragment, press
from dateline.press.page import Box, Page, Variant
from dateline.press.room import Room
from dateline.story import Story
from dateline.syndicate import feeds

RELATED = 6
"""How many related stories a page shows."""

_HTML_VARIANTS = (Variant.LEAD, Variant.TOP, Variant.BRIEF, Variant.LINE, Variant.TEASER, Variant.RAIL)

_FLAGS = {"opinion": card.OPINION, "sponsored": card.PAID}


def page(room: Room, story: Story, related: Box, *, preview: bool = False) -> Page:
    """The story's page; ``related`` comes filled with codes, its texts are the template's."""
    seen = room.view(story, preview=preview)
    parts = room.parts("story.html", {"related": related}, view=seen, here=story.section)
    return Page(parts, code=story.code, path=seen.path)


def cards(room: Room, story: Story) -> bytes:
    """The record of the story's cards."""
    texts = room.text("cards.html", part="\0", **cardview.facts(room.view(story))).split("\0")
    variants: dict[Variant, Fragment] = {
        variant: press(text.strip().encode()) for variant, text in zip(_HTML_VARIANTS, texts, strict=True)
    }
    variants[Variant.RSS] = press(feeds.rss_item(story, room.site).encode())
    variants[Variant.JSON] = press(feeds.json_item(story, room.site).encode())
    variants[Variant.SITEMAP] = press(feeds.sitemap_url(story, room.site).encode())
    variants[Variant.NEWS_SITEMAP] = press(feeds.news_sitemap_url(story, room.site).encode())
    flags = (card.LISTED_ONLY if story.retracted else 0) | (card.PICTURED if story.lead else 0)
    flags |= _FLAGS.get(story.genre, 0)
    return card.encode(variants, flags, story.urgency)
