"""Answers to ``/search``, to feeds of searches and to who is typing one, made from the index and the pressed pages.

For the search process alone: it looks things up and renders a template, which page workers never do. A story is shown
only if the pressed pages have it as well, so what was withdrawn is gone with whichever of the two knows it first.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from dateline import urls
from dateline.errors import DamagedStore
from dateline.masthead import Site
from dateline.press import fronts, searchpage, stories
from dateline.press.page import ContentType, Page
from dateline.press.room import Room
from dateline.press.searchpage import Choice, Group, Item, Results
from dateline.press.store import Store
from dateline.search import excerpt, languages
from dateline.search.clauses import Marks
from dateline.search.finding import FILTERS, Counts, Found, Inquiry
from dateline.search.index import SearchIndex
from dateline.serve import answer, wish
from dateline.serve.answer import Answer
from dateline.serve.indexed import IndexInUse
from dateline.serve.view import Memory, View
from dateline.serve.wish import Wish
from dateline.story import Story, paragraphs

PAGE = 20
"""Stories on a page."""

FEED = 30

WARMING = 6
"""Words that are searched for at the start."""

SUGGESTED = 6
"""Stories that are suggested to who is typing."""

NOINDEX = ("x-robots-tag", "noindex")

NOTHING = Marks()
"""For a story that became one of another language between the index and the pages."""

MOST_NAMES = 20_000
"""Names of people, topics and sources that are remembered."""


class Search:
    """The index and the pages of a site, as they are in use; any number of threads may ask."""

    def __init__(self, store: Callable[[], Store], searched: Path) -> None:
        """``store`` gives the pressed pages that are in use."""
        self.store = store
        self.index_in_use = IndexInUse(searched)
        self._room: Room | None = None
        self._names: dict[tuple[str, str], str] = {}

    def answer(self, path: str, query: str) -> Answer:
        """The answer to a GET of a search's address; raises StoreError if there is nothing to look in."""
        asked = wish.parse(query)
        index = self.index_in_use()
        with self.store().read() as reading:
            view = View(reading.txn, reading.databases, Memory())
            room = self._room_of(fronts.read_site(view))
            inquiry = index.inquire(asked.query, asked.narrowing(room.words.zone))
            make = _Answering(asked, inquiry, view, room, index, self._names)
            if path == wish.SUGGEST:
                return answer.plain(200, make.suggestions(), NOINDEX, kind=ContentType.JSON)
            sent = answer.show(view, make.feed() if path == wish.FEED else make.page())
        if len(self._names) > MOST_NAMES:
            self._names.clear()
        return Answer(sent.status, [*sent.headers, NOINDEX], sent.body, sent.etag)

    def warm(self) -> None:
        """Search for words of the newest story, so that no reader waits while what every search reads is read first."""
        with self.store().read() as reading:
            view = View(reading.txn, reading.databases, Memory())
            newest = [stories.read_story(stories.snapshot(view, code)) for _, code in stories.newest(view, "all", 1)]
        for word in [word for story in newest if story for word in story.headline.split()][:WARMING]:
            self.answer(wish.PATH, urlencode({"q": word}))

    def _room_of(self, site: Site | None) -> Room:
        if site is None:
            raise DamagedStore("The pressed pages have no masthead.", "Press them with: dateline rebuild")
        room = self._room
        if room is None or room.site != site:
            room = self._room = Room.of(site)
        return room


class _Answering:
    """One search, while it is answered."""

    def __init__(
        self,
        asked: Wish,
        inquiry: Inquiry,
        view: View,
        room: Room,
        index: SearchIndex,
        names: dict[tuple[str, str], str],
    ) -> None:
        self.asked = asked
        self.inquiry = inquiry
        self.view = view
        self.room = room
        self.index = index
        self.names = names

    def page(self) -> Page:
        asked = self.asked
        found = self.inquiry.page(asked.order, PAGE, asked.after)
        counts = self.inquiry.count()
        return searchpage.page(
            self.room,
            Results(
                query=asked.query.text,
                asked=bool(asked.query.parts),
                items=list(self._items(found)),
                stories=counts.stories,
                exact=counts.exact,
                groups=[group for group in self._groups(counts) if group.choices],
                newest_first=asked.order == "newest",
                hidden=[*asked.filters, *([("order", "newest")] if asked.order == "newest" else [])],
                since=asked.since.isoformat() if asked.since else "",
                until=asked.until.isoformat() if asked.until else "",
                best=asked.ordered("relevance").address(),
                newest=asked.ordered("newest").address(),
                more=asked.behind(found.more).address() if found.more else "",
                feed=asked.ordered("newest").address(wish.FEED),
            ),
        )

    def feed(self) -> Page:
        codes = [hit.code for hit in self.inquiry.page("newest", FEED).hits]
        first = self.asked.ordered("newest")
        return searchpage.feed(self.room, first.query.text, codes, first.address(wish.FEED), first.address())

    def suggestions(self) -> str:
        """The stories that fit best what was typed so far, as JSON: headline, address and the day in words."""
        hits = self.inquiry.page(self.asked.order, SUGGESTED).hits
        found = [story for hit in hits if (story := self._story(hit.code))]
        shown = [
            {
                "headline": story.headline,
                "address": urls.story(story.code, story.slug),
                "day": self.room.words.brief(story.published),
            }
            for story in found
        ]
        return json.dumps({"query": self.asked.query.text, "stories": shown}, ensure_ascii=False)

    def _items(self, found: Found) -> Iterator[Item]:
        """The stories of a page, marked, as far as readers can see them."""
        matchers: dict[str, excerpt.Matcher] = {}
        enough = len(self.asked.query.wanted)
        for hit in found.hits:
            story = self._story(hit.code)
            if story is None:
                continue
            tongue = story.language
            if tongue not in matchers:
                marks = found.marks.get(languages.stem_of(tongue), NOTHING)
                matchers[tongue] = excerpt.matcher(marks, tongue)
            texts = [text for text in (story.standfirst, *paragraphs(story)) if text]
            shown = excerpt.choose(texts, matchers[tongue], enough)
            yield Item(story, excerpt.mark(story.headline, matchers[tongue]), shown)

    def _groups(self, counts: Counts) -> Iterator[Group]:
        for name in FILTERS:
            yield Group(name, list(self._choices(name, counts.by.get(name, []))))
        yield Group("year", list(self._years(counts.by.get("year", []))))

    def _choices(self, name: str, values: list[tuple[str, int]]) -> Iterator[Choice]:
        chosen = self.asked.value(name)
        counted = dict(values)
        for value in dict.fromkeys([*([chosen] if chosen else []), *counted]):
            on = value == chosen
            title = self._name(name, value) or (value if on else "")
            if title:
                address = self.asked.having(name, "" if on else value).address()
                yield Choice(title, address, counted.get(value, 0), on)

    def _years(self, values: list[tuple[str, int]]) -> Iterator[Choice]:
        for year, stories_of_it in sorted(values, reverse=True):
            if not 1 < int(year) < 9999:
                continue
            first, last = date(int(year), 1, 1), date(int(year), 12, 31)
            on = (self.asked.since, self.asked.until) == (first, last)
            address = self.asked.during(*((None, None) if on else (first, last))).address()
            yield Choice(self.room.words.digits(year), address, stories_of_it, on)

    def _name(self, name: str, value: str) -> str:
        """What a value is called: as the masthead has it, or a story that bears it."""
        if name == "section":
            section = self.room.site.section(value)
            return section.name if section else ""
        if (name, value) not in self.names:
            self.names[name, value] = self._called(name, value)
        return self.names[name, value]

    def _called(self, name: str, value: str) -> str:
        for code in self.index.having(name, value):
            story = self._story(code)
            if story is not None:
                return _names(story, name).get(value, "")
        return ""

    def _story(self, code: int) -> Story | None:
        return stories.read_story(stories.snapshot(self.view, code))


def _names(story: Story, name: str) -> dict[str, str]:
    """What a story calls the values that it bears."""
    match name:
        case "person":
            return {str(byline.person): byline.name for byline in story.bylines}
        case "source":
            return {credit.slug: credit.name for credit in story.source}
    return {topic.slug: topic.name for topic in story.topics}
