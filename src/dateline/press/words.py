"""Every word and date that Dateline itself puts on a page, in the site's language.

Labels come from gettext catalogues (``words/<language>.po``), dates, digits and lists of names from CLDR by Babel.
A label that a catalogue lacks appears in English, the language they are written in; a test keeps them complete. A part
that says more than pages do brings catalogues of its own (``also``), in which only what these here lack is said.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from dateline.story import local

CATALOGUES = Path(__file__).parent / "words"

# The same few moments are asked for in several forms, one after the other.
_local = lru_cache(4096)(local)

# The digits of CLDR's numbering systems that a locale may default to.
_DIGITS = {
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "deva": "०१२३४५६७८९",
    "beng": "০১২৩৪৫৬৭৮৯",
    "mymr": "၀၁၂၃၄၅၆၇၈၉",
}


def label(text: str) -> str:
    """The text as it is: marks a label for the catalogues that stands in a table and is translated when it is shown."""
    return text


class Words:
    """Labels and dates of one language in one time zone."""

    def __init__(self, language: str, zone: str, also: Path | None = None) -> None:
        self.locale = _locale(language)
        self.zone = ZoneInfo(zone)
        self._catalogue = _catalogue(language, *([also] if also else []), CATALOGUES)
        digits = _DIGITS.get(self.locale.default_numbering_system)
        self._digits = str.maketrans("0123456789", digits) if digits else None

    def __call__(self, label: str, **values: object) -> str:
        """The label in this language, its ``{names}`` filled in."""
        text = self._catalogue.gettext(label)
        return text.format(**values) if values else text

    def count(self, one: str, many: str, number: int) -> str:
        """The plural form that the number asks for, with ``{n}`` filled in."""
        return self._catalogue.ngettext(one, many, number).format(n=self.number(number))

    def number(self, number: int) -> str:
        """A whole number as the language writes it: ``1,000``."""
        return self.digits(format_decimal(number, locale=self.locale, numbering_system="latn"))

    def names(self, names: Sequence[str]) -> str:
        """Names as a sentence lists them: ``A, B and C``."""
        if len(names) < 2:
            return "".join(names)
        # The style of news agencies has no comma before "and"; of the English locales CLDR gives that to en_GB.
        locale: Any = "en_GB" if self.locale.language == "en" else self.locale
        return format_list(list(names), locale=locale)

    def digits(self, text: str) -> str:
        return text.translate(self._digits) if self._digits else text

    def full(self, moment: str) -> str:
        """Weekday, day, month, year and, if it is known, the time."""
        day = self.day(moment)
        when = _local(moment, self.zone)
        if when is None or len(moment) == 10:
            return day
        # CLDR's pattern for a date with a time beside it: {1} is the date, {0} the time.
        return self.digits(self.locale.datetime_formats["medium"].format(_time(when, self.locale), day))

    def day(self, moment: str) -> str:
        """Weekday, day, month and year."""
        when = _local(moment, self.zone)
        return self.digits(_day(when.date(), "full", self.locale)) if when else ""

    def brief(self, moment: str) -> str:
        """Day, month and year as short as the language writes them in running text."""
        when = _local(moment, self.zone)
        return self.digits(_day(when.date(), "medium", self.locale)) if when else ""

    def brief_time(self, moment: str) -> str:
        """``brief`` and, if it is known, the time."""
        day, clock = self.brief(moment), self.clock(moment)
        return self.locale.datetime_formats["medium"].format(clock, day) if clock else day

    def clock(self, moment: str) -> str:
        """Hour and minute."""
        when = _local(moment, self.zone)
        return self.digits(_time(when, self.locale)) if when and len(moment) > 10 else ""

    def calendar_day(self, moment: str) -> date | None:
        """The day in the site's zone."""
        when = _local(moment, self.zone)
        return when.date() if when else None

    def iso(self, moment: str) -> str:
        """The machine form for ``time[datetime]``: with the zone's offset if a time is known."""
        when = _local(moment, self.zone)
        return "" if when is None else moment if len(moment) == 10 else when.isoformat(timespec="seconds")


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language, sep="-")


@cache
def _catalogue(language: str, folder: Path, *others: Path) -> gettext.NullTranslations:
    """The catalogue of a folder; what it lacks is looked up in those of the others."""
    found = _read(language, folder)
    if others:
        found.add_fallback(_catalogue(language, *others))
    return found


def _read(language: str, folder: Path) -> gettext.NullTranslations:
    """The catalogue of a language, or of the one it is a form of; labels are written in English."""
    for name in (language, language.partition("-")[0]):
        path = folder / f"{name}.po"
        if path.exists():
            with path.open("rb") as file:
                catalogue = read_po(file, locale=name.replace("-", "_"))
            compiled = io.BytesIO()
            write_mo(compiled, catalogue)
            compiled.seek(0)
            return gettext.GNUTranslations(compiled)
    return gettext.NullTranslations()


@lru_cache(4096)
def _day(day: date, length: Literal["medium", "full"], locale: Locale) -> str:
    return format_date(day, length, locale=locale)


@lru_cache(4096)
def _clock(hour: int, minute: int, locale: Locale) -> str:
    return format_time(time(hour, minute), "short", locale=locale)


def _time(when: datetime, locale: Locale) -> str:
    return _clock(when.hour, when.minute, locale)
