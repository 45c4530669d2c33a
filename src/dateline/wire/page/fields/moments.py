"""Times as pages write them, read into ISO 8601: with the zone if the text states one, a bare day if it has no time.

Digits of every script count; years of the Persian solar calendar and
of the Buddhist era are converted. Nothing here knows what time it is now.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dateline.wire.page.fields import clock
from dateline.wire.page.fields.months import months_of

EARLIEST, LATEST = 1800, 2099
LONGEST = 300
"""Only so much of a text is searched for a date."""

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:\s?T\s?|\s{1,3}|\s?-\s)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z(?![a-z])|UTC|GMT|[+\-−]\d{1,2}(?::?\d{2})?)?"
    r"|T(\d{2})(\d{2})(\d{2})?(Z|[+\-−]\d{2}(?::?\d{2})?)?(?!\d))?",
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})?(?:[.,]\d{1,9})?)?(Z|[+\-]\d{2}:?\d{2})?")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d./])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/]|[:.]\d)")
_WORD = r"([^\W\d_][^\s\d,.;:()|/\-]{1,24})"
_DAY_WORD_YEAR = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|[.ºª°])?[\s\-/]{{0,3}}(?:de\s|of\s|ta’\s|del\s|d[’'])?{_WORD}[.,]?[\s\-/]{{0,3}}(?:de\s|del\s|von\s)?(\d{{4}})(?!\d)"
)
_WORD_DAY_YEAR = re.compile(
    rf"{_WORD}[.]?\s{{0,3}}(\d{{1,2}})(?:st|nd|rd|th|[.])?,?\s{{1,3}}(?:at\s)?(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s)?(?:[A-Z]{{3,4}}\s)?(\d{{4}})(?!\d)"
)
_YEAR_WORD_DAY = re.compile(
    rf"(?<!\d)(\d{{4}})[\s.,\-]{{1,4}}(?:m\.\s|gada\s|г\.\s)?{_WORD}[\s.,\-]{{1,3}}(\d{{1,2}})(?!\d)"
)
_MONTH_FIRST = frozenset({"en-us", "en-ph", "tl"})


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: the ISO form, and where in the text its day stands."""

    iso: str
    start: int
    end: int


def parse(text: str, language: str = "") -> str:
    """The ISO 8601 form of the first date in a text that is meant to hold one, or ``""``."""
    text = text.strip()[:LONGEST]
    if match := _EPOCH.fullmatch(text):
        return _from_epoch(match[0])
    if match := _COMPACT.fullmatch(text):
        return _iso(*match.groups())
    return next((found.iso for found in find(text, language)), "")


def find(text: str, language: str = "") -> Iterator[Found]:
    """Every date in a text, kind of notation by kind of notation, the surest kind first."""
    text = _plain_digits(text[:LONGEST])
    for match in _ISO.finditer(text):
        time = match.groups()[3:7] if match[4] else match.groups()[7:]
        if time[0] and (iso := _iso(match[1], match[2], match[3], *time)):
            yield Found(iso, match.start(), match.end())
    for match, day in _days(text, language):
        yield Found(day + clock.beside(text, match.start(), match.end()), match.start(), match.end())


def _days(text: str, language: str) -> Iterator[tuple[re.Match[str], str]]:
    for match in _YEAR_FIRST.finditer(text):
        if day := _day(match[1], match[2], match[3]):
            yield match, day
    months = months_of(language)
    for pattern, order in ((_DAY_WORD_YEAR, (3, 2, 1)), (_WORD_DAY_YEAR, (3, 1, 2)), (_YEAR_WORD_DAY, (1, 2, 3))):
        for match in pattern.finditer(text):
            year, word, number = (match[i] for i in order)
            if (month := months.get(word.casefold().rstrip("."))) and (day := _day(year, str(month), number)):
                yield match, day
    for match in _YEAR_LAST.finditer(text):
        if day := _numeric(match, language):
            yield match, day


def _numeric(match: re.Match[str], language: str) -> str:
    """A day in figures; the month comes first only in American use, or where nothing else can be meant."""
    first, second, year = match[1], match[3], match[4]
    year = year if len(year) == 4 else ("20" if int(year) < 70 else "19") + year
    american = match[2] == "/" and language.lower() in _MONTH_FIRST
    ways = ((first, second), (second, first)) if american else ((second, first), (first, second))
    return next((day for month, number in ways if (day := _day(year, month, number))), "")


def _day(year: str, month: str, day: str) -> str:
    try:
        found = _common_year(int(year), int(month), int(day))
    except ValueError:
        return ""
    return found.isoformat() if EARLIEST <= found.year <= LATEST else ""


def _common_year(year: int, month: int, day: int) -> date:
    if 1300 <= year <= 1450:
        return _from_solar_hijri(year, month, day)
    return date(year - 543 if 2400 <= year <= 2700 else year, month, day)


def _from_solar_hijri(year: int, month: int, day: int) -> date:
    """The common date of one in the Persian solar calendar (33-year cycle; right for 1343 to 1472, CLDR's rule)."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError("no such day")
    leaps = (8 * year + 21) // 33
    new_year = date(622, 3, 22).toordinal() + 365 * (year - 1) + leaps - 1
    return date.fromordinal(new_year + (month - 1) * 31 - max(0, month - 7) + day - 1)


def _iso(year: str, month: str, day: str, *rest: str | None) -> str:
    """The ISO form of a day and what may follow it: hour, minute, second and zone."""
    found = _day(year, month, day)
    hour, minute, second, zone = rest
    if not found or hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return found
    return f"{found}T{int(hour):02}:{minute}:{second or '00'}{clock.offset(zone or '')}"


def _from_epoch(text: str) -> str:
    seconds = int(text.split(".")[0])
    seconds = seconds // 1000 if seconds > 10**11 else seconds
    return datetime.fromtimestamp(seconds, UTC).isoformat() if 10**8 < seconds < 4 * 10**9 else ""


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
