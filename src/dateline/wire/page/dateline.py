"""The dateline of a story's first words, ``KATHMANDU, April 25 (Reuters) -``: where it was filed and by which agency."""

from __future__ import annotations

import re

from dateline.wire.page.people import is_agency

LONGEST = 120

_DASH = r"\s*(?:--?|[–—―])\s*"
_PLACE = r"([^\W\d_][^()\d:;!?\"“”«»]{1,60}?)"
_WITH_AGENCY = re.compile(rf"^{_PLACE}(?:\s*,[^()]{{0,30}}|\s+\d{{1,2}}[^()]{{0,20}})?\s*[(（]([^()（）]{{2,40}})[)）](?:{_DASH}|\s*[.:：,]?\s)")
_ONLY_AGENCY = re.compile(rf"^[(（]([^()（）]{{2,40}})[)）]{_DASH}")
_CAPITALS = re.compile(rf"^([^\W\d_a-zà-ÿ][^\d()a-zà-ÿа-я:;!?]{{2,40}})(?:,\s?[^()–—]{{0,40}}?)?{_DASH}(?=\S)")
_NAMED_BEFORE_DASH = re.compile(rf"^{_PLACE},\s\d{{1,2}}\s[^\W\d_]{{3,12}}\.?{_DASH}([^\W\d_][\w .]{{1,20}}?)[.,]\s")


def read(text: str) -> tuple[str, str]:
    """The place and the agency that the first words of a story name, each ``""`` if they do not."""
    text = text[:LONGEST]
    if match := _WITH_AGENCY.match(text):
        place, agency = match[1], match[2]
        known = next((part for part in re.split(r"\s*[/,|]\s*", agency) if is_agency(part)), "")
        if known:
            return _place(place), known
    if match := _ONLY_AGENCY.match(text):
        return "", match[1] if is_agency(match[1]) else ""
    if match := _NAMED_BEFORE_DASH.match(text):
        return _place(match[1]), match[2] if is_agency(match[2]) else ""
    if match := _CAPITALS.match(text):
        return _place(match[1]), ""
    return "", ""


def _place(place: str) -> str:
    place = place.strip(" ,.-–—/")
    return place if len(place.split()) <= 6 else ""
