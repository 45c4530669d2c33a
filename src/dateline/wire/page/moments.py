"""Times as pages write them, read into ISO 8601: with the zone if the text states one, a bare day if it has no time.

Month names are those of CLDR (by way of Babel) for the languages of ``LANGUAGES``; where two languages use one name
for two months, the page's own language decides. Digits of every script count; years of the Persian solar calendar and
of the Buddhist era are converted. Nothing here knows what time it is now.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

from babel.core import Locale, UnknownLocaleError

LANGUAGES = (
    "en de fr es it pt nl ru uk pl cs sk hu ro bg sr hr sl el tr ar ar_SY fa he hi bn gu ta te mr ur id ms tl vi th my km"
    " ko ja zh sv nb da fi is et lv lt sq mk bs ca eu gl hy ka az kk uz af sw am so zu cy ga kl fo"
).split()
EARLIEST, LATEST = 1800, 2099
LONGEST = 300
"""Only so much of a text is searched for a date."""

_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:(?:\s?T\s?|\s{1,3}|\s?-\s)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(Z(?![a-z])|UTC|GMT|[+\-−]\d{1,2}(?::?\d{2})?)?)?",
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2}):?(\d{2}):?(\d{2})?)?(Z|[+\-]\d{2}:?\d{2})?")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-./年년]\s?(\d{1,2})\s?[-./月월]\s?(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<![\d./])(\d{1,2})\s?([-./])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])")
_WORD = r"([^\W\d_][^\s\d,.;:()|/\-]{1,24})"
_DAY_WORD_YEAR = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|[.ºª°])?[\s\-/]{{0,3}}(?:de\s|of\s|ta’\s|del\s|d[’'])?{_WORD}[.,]?[\s\-/]{{0,3}}(?:de\s|del\s|von\s)?(\d{{4}})(?!\d)"
)
_WORD_DAY_YEAR = re.compile(rf"{_WORD}[.]?\s{{0,3}}(\d{{1,2}})(?:st|nd|rd|th|[.])?,?\s{{1,3}}(?:at\s)?(?:\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s)?(?:[A-Z]{{3,4}}\s)?(\d{{4}})(?!\d)")
_YEAR_WORD_DAY = re.compile(rf"(?<!\d)(\d{{4}})[\s.,\-]{{1,4}}(?:m\.\s|gada\s|г\.\s)?{_WORD}[\s.,\-]{{1,3}}(\d{{1,2}})(?!\d)")
_CLOCK = re.compile(r"(?<![\d.:/])([01]?\d|2[0-4])\s?[:.h时時시]\s?([0-5]\d)(?:[:.]([0-5]\d))?(?!\d|[./]\d)\s?(?:([ap])\.?\s?m\b\.?)?", re.IGNORECASE)
_HOUR = re.compile(r"(?<![\d.:/])(1[0-2]|[1-9])\s?([ap])\.?m\b", re.IGNORECASE)
_ZONE = re.compile(r"\(?\b(?:(UTC|GMT|Z)\s?([+\-−]\s?\d{1,2}(?::?\d{2})?)?|([+\-−]\d{2}:?\d{2})|([A-Z]{2,5}))\b|\(?([+\-−]\d{2}:?\d{2})\b")

# Abbreviations that mean one offset wherever they are printed; those that mean several (IST, CST) are in it only if
# one meaning prevails in print. Offsets in minutes.
_ZONES = {
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AST": -240, "ADT": -180,
    "NST": -210, "NDT": -150, "WET": 0, "WEST": 60, "BST": 60, "CET": 60, "MEZ": 60, "CEST": 120, "MESZ": 120, "EET": 120, "EEST": 180,
    "SAST": 120, "CAT": 120, "EAT": 180, "WAT": 60, "MSK": 180, "IST": 330, "PKT": 300, "WIB": 420, "ICT": 420, "HKT": 480, "SGT": 480,
    "AWST": 480, "JST": 540, "KST": 540, "ACST": 570, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "BRT": -180, "ART": -180,
}  # fmt: skip
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
        return _iso(match[1], match[2], match[3], match[4], match[5], match[6], match[7])
    return next((found.iso for found in find(text, language)), "")


def find(text: str, language: str = "") -> Iterator[Found]:
    """Every date in a text, kind of notation by kind of notation, the surest kind first."""
    text = _plain_digits(text[:LONGEST])
    for match in _ISO.finditer(text):
        if match[4] and (iso := _iso(*match.groups())):
            yield Found(iso, match.start(), match.end())
    for match, day in _days(text, language):
        yield Found(day + _clock(text, match.start(), match.end()), match.start(), match.end())


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


def _iso(year: str, month: str, day: str, hour: str | None, minute: str | None, second: str | None, zone: str | None) -> str:
    found = _day(year, month, day)
    if not found or hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return found
    return f"{found}T{int(hour):02}:{minute}:{second or '00'}{_offset(zone or '')}"


def _clock(text: str, start: int, end: int) -> str:
    """The time of day that stands behind a day, or before it, as the rest of its ISO form."""
    after = text[end : end + 40]
    match = _CLOCK.search(after) or _HOUR.search(after)
    rest = after[match.end() :] if match else ""
    if match is None:
        before = text[max(0, start - 24) : start]
        match = _CLOCK.search(before) or _HOUR.search(before)
        rest = before[match.end() :] if match else ""
    if match is None:
        return ""
    hour, minute, second, half = match.groups() if match.re is _CLOCK else (match[1], "00", None, match[2])
    hours = int(hour) % 24
    if half and hours <= 12:
        hours = hours % 12 + (12 if half.lower() == "p" else 0)
    return f"T{hours:02}:{minute}:{second or '00'}{_zone(rest or '')}"


def _zone(rest: str) -> str:
    match = _ZONE.match(rest.strip(" ,"))
    if match is None:
        return ""
    if match[1]:
        return _offset((match[2] or "Z").replace(" ", ""))
    if match[4]:
        return _minutes(_ZONES[match[4]]) if match[4] in _ZONES else ""
    return _offset(match[3] or match[5])


def _offset(zone: str) -> str:
    zone = zone.replace("−", "-").strip()
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "")
    if not digits.isdigit():
        return ""
    hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
    return f"{zone[0]}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else ""


def _minutes(offset: int) -> str:
    return datetime(2000, 1, 1, tzinfo=timezone(timedelta(minutes=offset))).isoformat()[-6:]


def _from_epoch(text: str) -> str:
    seconds = int(text.split(".")[0])
    seconds = seconds // 1000 if seconds > 10**11 else seconds
    return datetime.fromtimestamp(seconds, UTC).isoformat() if 10**8 < seconds < 4 * 10**9 else ""


def _plain_digits(text: str) -> str:
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


@lru_cache(maxsize=64)
def months_of(language: str) -> dict[str, int]:
    """Months by lower-case name: those of the language before those of all others."""
    return _all_months() | _names(language.split("-")[0].lower())


@cache
def _all_months() -> dict[str, int]:
    found: dict[str, int] = {}
    for language in reversed(LANGUAGES):
        found |= _names(language)
    return found


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week in all languages, lower-case."""
    found: set[str] = set()
    for language in LANGUAGES:
        try:
            days = Locale.parse(language).days["format"]
        except (UnknownLocaleError, ValueError):
            continue
        found.update(name.casefold().strip(".") for width in ("wide", "abbreviated") for name in days[width].values())
    return frozenset(found)


@cache
def _names(language: str) -> dict[str, int]:
    try:
        months = Locale.parse(language).months if language else {}
    except (UnknownLocaleError, ValueError):
        return {}
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in months[context][width].items() if months else ():
                for form in (name, name.split()[0]):
                    form = form.casefold().strip(".")
                    if len(form) > 1 and not form.isdigit():
                        found[form] = number
    return found
