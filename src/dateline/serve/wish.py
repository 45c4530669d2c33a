"""What a reader asks of ``/search``, from the address to values and back. Pure; every address is a wish, none an error.

q                                   the query
order                               ``newest``; anything else is relevance
section, person, source, topic      a slug, or the number of a person
from, to                            days, yyyy-mm-dd, both included
after                               where the page before ended
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import parse_qs, urlencode
from zoneinfo import ZoneInfo

from dateline.search import query
from dateline.search.finding import FILTERS, Narrowing, Order, Place
from dateline.search.query import Query

PATH = "/search"
FEED = "/search/feed.xml"
SUGGEST = "/search/suggest"

LONGEST = 4000
"""Characters of an address that are read."""

LONGEST_VALUE = 200

_PLACE = re.compile(r"([0-9a-f]{16})(?:-([0-9]{1,4}))?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Wish:
    """A search as it is asked for."""

    query: Query
    order: Order = "relevance"
    filters: tuple[tuple[str, str], ...] = ()
    since: date | None = None
    until: date | None = None
    after: Place | None = None

    def narrowing(self, zone: ZoneInfo) -> Narrowing:
        """The filters as the index takes them.

        A day is that day in the zone and, of stories that bear only a date, in UTC: where the two differ, both count.
        """
        since = min(_starts(self.since, zone)) if self.since else None
        before = max(_starts(self.until + timedelta(days=1), zone)) if self.until else None
        return Narrowing(self.filters, since, before)

    def value(self, name: str) -> str:
        """What is filtered by under a name; empty for nothing."""
        return dict(self.filters).get(name, "")

    def having(self, name: str, value: str) -> Wish:
        """The same search from its beginning, filtered by a value; by none of that name if it is empty."""
        kept = tuple(pair for pair in self.filters if pair[0] != name)
        return replace(self, filters=(*kept, (name, value)) if value else kept, after=None)

    def during(self, since: date | None, until: date | None) -> Wish:
        return replace(self, since=since, until=until, after=None)

    def ordered(self, order: Order) -> Wish:
        return replace(self, order=order, after=None)

    def behind(self, place: Place) -> Wish:
        return replace(self, after=place)

    def address(self, path: str = PATH) -> str:
        """Where the search is answered."""
        fields = [("q", self.query.text), *self.filters]
        fields += [("order", self.order)] if self.order == "newest" and path == PATH else []
        fields += [("from", self.since.isoformat())] if self.since else []
        fields += [("to", self.until.isoformat())] if self.until else []
        fields += [("after", _written(self.after, self.order))] if self.after else []
        return f"{path}?{urlencode(fields)}"


def parse(text: str) -> Wish:
    """The wish of the part of an address behind its question mark."""
    fields = {name: values[0][:LONGEST_VALUE] for name, values in parse_qs(text[:LONGEST]).items()}
    order: Order = "newest" if fields.get("order") == "newest" else "relevance"
    return Wish(
        query=query.parse(fields.get("q", "")),
        order=order,
        # What is not printable is no slug of anything, and a page's parts are told apart by a control character.
        filters=tuple(
            (name, fields[name]) for name in FILTERS if fields.get(name, "").isprintable() and name in fields
        ),
        since=_day(fields.get("from", "")),
        until=_day(fields.get("to", "")),
        after=_place(fields.get("after", ""), order),
    )


def _day(text: str) -> date | None:
    """A day that has a day before it and one behind it; anything else is none."""
    try:
        day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
    return day if day and 1 < day.year < 9999 else None


def _starts(day: date, zone: ZoneInfo) -> tuple[int, int]:
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - a clock's midnight, in two zones below
    return int(midnight.replace(tzinfo=zone).timestamp()), int(midnight.replace(tzinfo=UTC).timestamp())


def _place(text: str, order: Order) -> Place | None:
    """Where a page ended; None if it is no place, or one in a list of the other order."""
    found = _PLACE.fullmatch(text)
    if not found or bool(found[2]) == (order == "newest"):
        return None
    return Place(int(found[1], 16), int(found[2] or 0))


def _written(place: Place, order: Order) -> str:
    return f"{place.order:016x}" + (f"-{place.rank}" if order == "relevance" else "")
