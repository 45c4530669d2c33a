"""The page and the cards of one story. Pure: the store is somebody else's."""

from __future__ import annotations

from typing import NamedTuple

from dateline.press import card, cardview
from dateline.press.fragment import Fragment, press
from dateline.press.page import Box, Page, Variant
from dateline.press.room import Room
from dateline.press.view import CORRECTIONS
from dateline.story import Story
from dateline.syndicate import feeds

RELATED = 6
"""How many related stories a page shows."""

LATER = 3
"""How many of the stories that continue it a page shows, the newest first."""

_HTML_VARIANTS = (Variant.LEAD, Variant.TOP, Variant.BRIEF, Variant.LINE, Variant.TEASER, Variant.RAIL)

_FLAGS = {"opinion": card.OPINION, "sponsored": card.PAID}


class Choice(NamedTuple):
    """The codes of the boxes of a story's page, in the order in which the template has them."""

    later: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()
    related: tuple[int, ...] = ()


def page(room: Room, story: Story, choice: Choice, *, preview: bool = False) -> Page:
    """The story's page; the texts of its boxes are the template's."""
    seen = room.view(story, preview=preview)
    boxes = {
        "earlier": Box(Variant.LINE, 1, choice.earlier),
        "later": Box(Variant.LINE, LATER, choice.later),
        "related": Box(Variant.TEASER, RELATED, choice.related),
    }
    parts = room.parts("story.html", boxes, view=seen, here=story.section)
    return Page(parts, code=story.code, path=seen.path)


def chosen(pressed: Page) -> Choice:
    """The codes that the boxes of a story's page have."""
    return Choice(*(part.codes for part in pressed.parts if isinstance(part, Box)))


def choose(pressed: Page, choice: Choice) -> Page:
    """The story's page with other codes in its boxes, the rest as it is."""
    codes = iter(choice)
    parts = tuple(part._replace(codes=next(codes)) if isinstance(part, Box) else part for part in pressed.parts)
    return pressed._replace(parts=parts)


def cards(room: Room, story: Story, comments: int = 0) -> bytes:
    """The record of the story's cards; ``comments`` is the number that they tell of."""
    texts = room.text("cards.html", part="\0", **cardview.facts(room.view(story), comments)).split("\0")
    variants: dict[Variant, Fragment] = {
        variant: press(text.strip().encode()) for variant, text in zip(_HTML_VARIANTS, texts, strict=True)
    }
    whole = _whole(room, story) if room.site.full_text else ""
    variants[Variant.RSS] = press(feeds.rss_item(story, room.site, whole).encode())
    variants[Variant.JSON] = press(feeds.json_item(story, room.site, whole).encode())
    variants[Variant.SITEMAP] = press(feeds.sitemap_url(story, room.site).encode())
    variants[Variant.NEWS_SITEMAP] = press(feeds.news_sitemap_url(story, room.site).encode())
    flags = (card.LISTED_ONLY if story.retracted else 0) | (card.PICTURED if story.lead else 0)
    flags |= _FLAGS.get(story.genre, 0)
    return card.encode(variants, flags, story.urgency)


def _whole(room: Room, story: Story) -> str:
    return feeds.whole(story, room.site, lambda one: room.words(CORRECTIONS[one.kind]))
