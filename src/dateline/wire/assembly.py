"""A record from what an export says of a story: what every export leaves to be found out is found out here, once.

Language and direction by the text, place and agency by its first words, the headline where none was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from dateline.errors import CopyError
from dateline.story import Paragraph, Subhead, plain
from dateline.wire import roles
from dateline.wire.lines import LONGEST_HEADLINE, first_sentence
from dateline.wire.page.fields import language, moments, names
from dateline.wire.page.fields.dateline import read as read_dateline
from dateline.wire.page.fields.pictures import same
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.words import key, tidy, unmarked
from dateline.wire.record import FoundBlock, FoundImage, Record
from dateline.wire.refusal import NoStory
from dateline.wire.roles import Part

MOST_TOPICS = 40
LONGEST_NAME = 100
LONGEST_BYLINE = 150
NEVER = "9999-12-31"
_UNSAID = frozenset({"state", "discussion", "genre", "urgency", "direction"})
"""Fields that have a value where nothing was said."""
_NAMES = ("kicker", "place", "section", "source", "agency", "relay")
LARGEST_CODE = 10**15

_NOBODY = re.compile(r"admin(?:istrator)?\d*|webmaster|root|wordpress|editor|user\d*|unknown|none|null", re.IGNORECASE)
"""What the one account of a small site is called; no reader ever met a person of that name."""


def assemble(
    origin: str, *, headline: str, body: tuple[FoundBlock, ...], written: str = "", filed: str = "", **values: Any
) -> Record:
    """The record of a story.

    ``written`` is the language that the copy names, ``filed`` the place where it may have been filed from if its first
    words name none, ``values`` are fields of the record. Raises CopyError if there is neither headline nor text.
    """
    text = Record(headline="", body=body).plain_body()
    headline = line(headline)[:LONGEST_HEADLINE]
    if not headline and not text:
        raise CopyError("It has neither a headline nor text.")
    tongue = language.choose(Claims(), written, f"{headline} {text[:2000]}")[0]
    values["agency"], authors = values.get("agency", ""), names.distinct(_people(values.get("authors", ())))
    below = _without(body, values.get("image"))
    if body and not below:
        # A story of one picture: that it leads it as well must not leave it without.
        below, values["image"] = body, None
    body = _without_byline(_without_headline(below, headline), authors)
    place, agency = read_dateline(tidy(Record(headline="", body=body[:4]).plain_body()[:200]))
    values["others"] = tuple(roles.distinct(_helpers(values.get("others", ())), authors))
    values["place"] = values.get("place") or place or filed
    values["agency"] = values["agency"] or agency
    values["authors"] = tuple(n for n in authors if not _is_maker(n, values["agency"]))
    values["topics"] = _topics(values.get("topics", ()), values.get("section", ""))
    values |= {name: _if_short(values.get(name, "")) for name in _NAMES}
    values |= {"language": tongue, "direction": language.direction_of(tongue, text[:2000]), "body": body}
    found = {field: origin for field, value in sorted(values.items()) if value and field not in _UNSAID}
    return Record(
        headline=headline or first_sentence(text),
        **values,
        origins=found | {"headline": origin if headline else "first-sentence"},
    )


def _is_short(name: str) -> bool:
    return 0 < len(name) <= LONGEST_NAME and any(c.isalnum() for c in name)


def _is_maker(name: str, agency: str) -> bool:
    """Whether an author is the agency, which stands in the source chain and not in the byline."""
    return bool(agency) and (name.casefold() == agency.casefold() or names.is_agency(name))


def _if_short(name: str) -> str:
    """A name; nothing for what is too long to be one, or holds no letter."""
    name = line(name)
    return name if _is_short(name) else ""


def _without(body: tuple[FoundBlock, ...], lead: FoundImage | None) -> tuple[FoundBlock, ...]:
    """The body without the picture that stands above it, in whatever size."""
    if lead is None:
        return body
    return tuple(one for one in body if not (isinstance(one, FoundImage) and same(one.address, lead.address)))


def _without_headline(body: tuple[FoundBlock, ...], headline: str) -> tuple[FoundBlock, ...]:
    """The body without a first line that is the headline once more."""
    first = body[0] if len(body) > 1 else None
    again = plain(first.html) if isinstance(first, Paragraph) else first.text if isinstance(first, Subhead) else ""
    return body[1:] if key(again) and key(again) == key(headline) else body


def _without_byline(body: tuple[FoundBlock, ...], authors: tuple[str, ...]) -> tuple[FoundBlock, ...]:
    """The body without a first line that says no more than who wrote it, which is known already."""
    first = body[0] if body else None
    if not isinstance(first, Paragraph) or len(first.html) > LONGEST_BYLINE or not authors:
        return body
    words = plain(first.html).strip()
    is_byline = names.PREFIX.match(words) and set(map(str.casefold, names.split(words))) <= set(
        map(str.casefold, authors)
    )
    return body[1:] if is_byline and len(body) > 1 else body


def told(record: Record, what: str) -> Record:
    """The record, if it has text or pictures; raises NoStory with ``what`` as its reason if it only has a headline."""
    if record.body or record.state != "out":
        return record
    raise NoStory(what, record)


def line(text: str) -> str:
    """A headline or a name as readers see it: one line, without markup."""
    return unmarked(text)


def _topics(found: Iterable[str], section: str) -> tuple[str, ...]:
    """The topics, each once, whatever its capitals and dashes; the section is none of them."""
    lines = [line(one).strip(" ,;") for one in found]
    named = {key(topic): topic for topic in reversed([*filter(_is_short, lines)])}
    named.pop(key(section), None)
    return tuple(reversed(named.values()))[:MOST_TOPICS]


def _people(found: Iterable[str]) -> Iterable[str]:
    for one in found:
        name = names.clean(line(one)) or line(one)
        if name and len(name) <= LONGEST_NAME and "@" not in name and not _NOBODY.fullmatch(name):
            yield name


def _helpers(found: Iterable[Part]) -> Iterable[Part]:
    return ((name, role) for one, role in found for name in _people([one]))


def signed(text: str) -> tuple[list[str], list[Part]]:
    """Those who wrote a story, and those who had another part in it, by the line that names them."""
    rest, parts = roles.part(line(text))
    return byline(rest) if rest else [], parts


def byline(text: str) -> list[str]:
    """The people in a line such as ``By A. Writer and B. Author``; the line itself if nobody can be told in it."""
    found = names.split(line(text))
    return found or [cleaned] if (cleaned := names.clean(line(text))) else found


def when(*values: str, written: str = "") -> str:
    """The first of some values that is a time or a day, as the record has it."""
    return next((found for value in values if (found := _valid(moments.parse(value, written)) or _mail(value))), "")


def _mail(value: str) -> str:
    """A date of a feed as mail has it, whose year may have two figures."""
    try:
        found = parsedate_to_datetime(value) if value.strip() else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
    return found.isoformat() if found and moments.EARLIEST <= found.year <= moments.LATEST else ""


def _valid(moment: str) -> str:
    """A moment that the calendar has; the hour 24 and second 60 of hasty exports are not in it."""
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        return moment[:10] if len(moment) > 10 and _valid(moment[:10]) else ""
    return moment


def embargo(value: str) -> str:
    """The time before which something must not be out; one that cannot be read never comes."""
    return when(value) or (NEVER if value.strip() else "")


def zoned(local: str, universal: str) -> str:
    """A time that an export gives twice, in the site's zone and in UTC, as one with its offset."""
    here, there = when(local), when(universal)
    if len(here) < 19 or len(there) < 19:
        return here or (f"{there[:19]}+00:00" if len(there) >= 19 else there)
    away = datetime.fromisoformat(here[:19]) - datetime.fromisoformat(there[:19])
    minutes = away // timedelta(minutes=1)
    if abs(minutes) > 15 * 60 or minutes % 15:
        return f"{there[:19]}+00:00"
    sign = "-" if minutes < 0 else "+"
    return f"{here[:19]}{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def code(value: str) -> int | None:
    """A story code, if a value is one."""
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 16 else 0
    return number if 0 < number <= LARGEST_CODE else None


def version(value: str) -> int:
    """Which version of an item a number says it is; 0 if it says none."""
    value = value.strip()
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0


def picture(address: str, alt: str = "", caption: str = "", credit: str = "") -> FoundImage | None:
    """A picture, if there is an address."""
    if not address:
        return None
    return FoundImage(address=address, alt=line(alt), caption=line(caption), credit=line(credit))
