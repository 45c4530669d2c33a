"""The pages of a search, made when they are asked for: what was found, and the ways to narrow it. Pure.

It knows no index: what it is given is values. Nobody's list of what to read, so search engines are asked to pass by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from dateline.press import cardview
from dateline.press.page import Box, ContentType, Page, Variant
from dateline.press.room import Room
from dateline.story import Story


@dataclass(frozen=True, slots=True)
class Item:
    """A story that was found: pieces of its headline and of its text, each with whether it is marked."""

    story: Story
    headline: Sequence[tuple[str, bool]]
    excerpt: Sequence[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by; ``address`` is the search with it, or without it where it is ``chosen``."""

    name: str
    address: str
    stories: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one filter: ``name`` is ``section``, ``person``, ``source``, ``topic`` or ``year``."""

    name: str
    choices: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Results:
    """A search and a page of what it found. ``best`` and ``newest`` are the addresses of the two orders."""

    query: str
    asked: bool
    items: Sequence[Item] = ()
    stories: int = 0
    exact: bool = True
    groups: Sequence[Group] = ()
    newest_first: bool = False
    hidden: Sequence[tuple[str, str]] = ()
    """Fields that the form sends along: the filters in use."""
    since: str = ""
    until: str = ""
    best: str = ""
    newest: str = ""
    more: str = ""
    feed: str = ""


def page(room: Room, results: Results) -> Page:
    """The page of a search."""
    _ = room.words
    names = {
        "section": _("Section"),
        "person": _("People"),
        "source": _("Source"),
        "topic": _("Topics"),
        "year": _("Year"),
    }
    items = [_item(room, item) for item in results.items]
    number = _number(room, results)
    return Page(room.parts("search.html", results=results, items=items, names=names, number=number))


def feed(room: Room, query: str, codes: Sequence[int], address: str, path: str) -> Page:
    """The feed of a search: the cards of the stories, as the feeds of sections show them."""
    _ = room.words
    title = f"{query} – {_('Search')} – {room.site.name}" if query else f"{_('Search')} – {room.site.name}"
    stories = Box(Variant.RSS, len(codes), tuple(codes))
    return Page(
        room.parts("search.xml", {"stories": stories}, title=title, path=path, feed=address), type=ContentType.RSS
    )


def marked(pieces: Sequence[tuple[str, bool]]) -> Markup:
    """The text with its marked words in ``mark`` elements."""
    return Markup("").join(Markup("<mark>{}</mark>").format(text) if on else escape(text) for text, on in pieces)


def _item(room: Room, item: Item) -> dict[str, Markup]:
    """What the template shows of a story: as its card in a list, with an excerpt for its standfirst."""
    view = room.view(item.story)
    shown = cardview.facts(view)
    headline = Markup('<a href="{}">{}</a>').format(view.path, marked(item.headline))
    return shown | {"headline": headline, "excerpt": marked(item.excerpt)}


def _number(room: Room, results: Results) -> str:
    """How many stories were found, in words."""
    if results.exact:
        return room.words("Stories found: {n}", n=room.words.digits(str(results.stories)))
    return room.words("Stories found: about {n}", n=room.words.digits(str(results.stories)))
