"""The site that this desk belongs to: its name, language, zone and sections, as dateline.toml has them.

Never reads a file or a row; Django's settings hold the opened site folder.
"""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from django.conf import settings

from dateline.masthead import Site


@cache
def site() -> Site:
    """What readers may see of the site; a process serves one."""
    found: Site = settings.FOLDER.config.site
    return found


def media() -> Path:
    """The folder that pictures are kept in."""
    return Path(settings.FOLDER.media)


def pressed() -> Path:
    """The folder of the pages that readers get."""
    return Path(settings.FOLDER.pressed)


def searched() -> Path:
    """The folder of the index that readers search."""
    return Path(settings.FOLDER.search)


def zone() -> ZoneInfo:
    return ZoneInfo(site().zone)


def language() -> str:
    return site().language


@lru_cache(maxsize=512)
def direction_of(language: str) -> str:
    """``rtl`` or ``ltr``, by the script a language is usually written in; ``ltr`` for one nobody knows."""
    try:
        order = Locale.parse(language, sep="-").character_order
    except (ValueError, UnknownLocaleError):
        return "ltr"
    return "rtl" if order == "right-to-left" else "ltr"
