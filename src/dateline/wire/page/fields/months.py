"""Names of months and of days of the week in the languages that newspapers are written in, as CLDR has them.

Where two languages use one name for two months, as Croatian and Polish do, a page's own language decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from babel.core import Locale

_WRITTEN = """
    en de fr es it pt nl ru uk pl cs sk hu ro bg sr hr sl el tr ar ar_SY fa he hi bn gu ta te mr ur id ms tl vi th my km
    ko ja zh sv nb da fi is et lv lt sq mk bs ca eu gl hy ka az kk uz af sw am so zu ha cy ga kl fo
"""
LANGUAGES = tuple(_WRITTEN.split())
"""Of two languages with one name for two months the first is believed, if the page does not say which it is in."""


@lru_cache(maxsize=64)
def months_of(language: str) -> Mapping[str, int]:
    """Months, 1 to 12, by lower-case name: those of the language before those of all others."""
    own = language.split("-")[0].lower()
    return _all_months() | (_months(own) if own in LANGUAGES else {})


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week in all languages, lower-case."""
    return frozenset(
        name.casefold().strip(".")
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for name in Locale.parse(language).days["format"][width].values()
    )


_SOLAR = """
    فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
    حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت
"""
"""The months of the Persian solar calendar as Iran and as Afghanistan name them; their years tell them from others."""


@cache
def _all_months() -> dict[str, int]:
    found = {name: i % 12 + 1 for i, name in enumerate(_SOLAR.split())}
    for language in reversed(LANGUAGES):
        found |= _months(language)
    return found


@cache
def _months(language: str) -> dict[str, int]:
    months: Any = Locale.parse(language).months
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("abbreviated", "wide"):
            for number, name in months[context][width].items():
                for form in (name.casefold().strip("."), name.split()[0].casefold().strip(".")):
                    if len(form) > 1 and not form.isdigit():
                        found[form] = number
    return found
