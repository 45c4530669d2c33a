"""Every word that readers are told at /discuss/ and in letters, in the site's language.

Catalogues of its own (``labels/<language>.po``) beside those of the pages, whose words it shares, by the one way that
``press.words`` has. Pages of django-allauth speak by that package's own; what moderators read is not in here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.utils.functional import lazy

from dateline.desk import house
from dateline.press.words import Words

CATALOGUES = Path(__file__).parent / "labels"


def words() -> Words:
    """Labels, dates and numbers as the site says them."""
    site = house.site()
    return _words(site.language, site.zone)


def say(label: str, **values: object) -> str:
    """A label in the site's language, its ``{names}`` filled in."""
    return words()(label, **values) if label else ""


later = lazy(say, str)
"""``say`` for what is written down before the site is known, such as the label of a form's field."""


@cache
def _words(language: str, zone: str) -> Words:
    return Words(language, zone, CATALOGUES)
