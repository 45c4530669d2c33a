"""The dateline of a story's first words, ``KATHMANDU, April 25 (Reuters) -``: where it was filed, by which agency."""

from __future__ import annotations

import re

from dateline.wire.page.fields.names import is_agency
from dateline.wire.page.words import words

LONGEST = 120

_DASH = r"(?:\s+--?\s+|\s*(?:--|[–—―])\s*)"
_PLACE = r"([^\W\d_][^()\d:;!?\"“”«»]{1,60}?)"
_WITH_AGENCY = re.compile(
    rf"^{_PLACE}(?:\s*,[^()]{{0,30}}|\s+\d{{1,2}}[^()]{{0,20}})?\s*[(（]([^()（）]{{2,40}})[)）](?:{_DASH}|\s*[.:：])"
)
_ONLY_AGENCY = re.compile(rf"^[(（]([^()（）]{{2,40}})[)）]{_DASH}")
_AGENCY_BEHIND = re.compile(rf"^{_PLACE},\s\d{{1,2}}\s[^\W\d_]{{3,12}}\.?{_DASH}([^\W\d_][\w .]{{1,20}}?)[.,]\s")
_IN_CAPITALS = re.compile(rf"^{_PLACE}(?:,\s?[^()–—]{{0,40}}?)?{_DASH}(?=\S)")
_NOT_PLACES = words("FILE UPDATE UPDATED WATCH VIDEO LIVE ANALYSIS EXCLUSIVE BREAKING OPINION PHOTOS AUDIO NEWS COVID")


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
    if match := _AGENCY_BEHIND.match(text):
        return _place(match[1]), match[2] if is_agency(match[2]) else ""
    if (match := _IN_CAPITALS.match(text)) and _is_in_capitals(match[1]):
        return _place(match[1]), ""
    return "", ""


def _place(place: str) -> str:
    place = place.strip(" ,.-–—/")
    return place if len(place.split()) <= 6 else ""


def _is_in_capitals(place: str) -> bool:
    """Whether a name is set in capitals, as agencies set places, in a script that has them."""
    return place.isupper() and len(place) > 2 and place not in _NOT_PLACES
