"""Who wrote the story of a page's text: a byline that says so, or a name alone between headline and body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.wire.page.fields import byline
from dateline.wire.page.fields.byline import BARE
from dateline.wire.page.fields.names import LONGEST_LINE, LONGEST_NAME, is_person, split
from dateline.wire.page.labels import PUBLISHED
from dateline.wire.page.outline import Line
from dateline.wire.page.words import key
from dateline.wire.text.sheet import Kind, Sheet

SAYS = 1.5
"""A byline of so many points says that it is one; of others a name that stands alone may be surer."""
ALONE, BY_DATE, AGAIN, SPOKEN_OF, FAR = 1.0, 0.6, 0.4, 1.0, 0.1
"""Points for a name alone, beside a date, for one that stands on the page again; off for one that the headline or the
text speaks of, for each line of distance."""
LEAST = 0.7
BESIDE = 3
WITHIN, BELOW = 12, 16
"""Lines below the headline; from here on distances are those of lines below the body."""
SPOKEN = 3000

_NO_BYLINE = (Kind.COMMENTS, Kind.RELATED, Kind.FEATURED, Kind.LABEL, Kind.CAPTION, Kind.RIGHTS)
_AFTER = re.compile(r"\s*(?:\||\d+ min(?:ute)?s?\b|follow\b|published\b|posted\b).*$", re.IGNORECASE)
_WITH_OFFICE = re.compile(
    r"([^\W\d_][\w.’'-]+? [^\W\d_][\w.’'-]*?)(?:\s|(?<=[a-zß-ÿ])(?=[A-Z]))(?:[A-Z]\S*\s){0,3}"
    r"(?:[A-Z]\S*)?(?:Reporter|Correspondent|Editor|Writer|Director|Journalist|Redakteur(?:in)?|Korrespondent(?:in)?)"
)
"""A name of two words with what its bearer does, set together as text without markup has them."""


def read(sheet: Sheet, near: Sequence[Line], sites: set[str], story: str) -> tuple[str, ...]:
    """The names in their order. ``near`` are the lines about the story, ``story`` its headline and text."""
    near = [(distance, chunk) for distance, chunk in near if sheet.kinds[chunk.index] not in _NO_BYLINE]
    said = byline.read(near, sites)
    if said.names and said.points >= SAYS:
        return said.names
    spoken = key(story[:SPOKEN])
    best, most = said.names, said.points if said.names else LEAST
    for distance, chunk in near:
        below = distance >= BELOW
        names = _alone(chunk.text, sites) if distance < WITHIN or below else ()
        if names:
            points = ALONE - FAR * (distance - BELOW * below) + BY_DATE * _is_by_date(sheet, chunk.index)
            points += AGAIN * (sheet.times[key(chunk.text)] > 1) - SPOKEN_OF * (key(names[0]) in spoken)
            if points > most:
                best, most = names, points
    return best


def _alone(text: str, sites: set[str]) -> tuple[str, ...]:
    """The names in a line that holds nothing else."""
    text = _AFTER.sub("", text[: LONGEST_LINE * 3])
    if match := _WITH_OFFICE.fullmatch(text):
        text = match[1]
    names = tuple(split(text)) if len(text) <= LONGEST_NAME * 2 else ()
    whole = sum(len(name) for name in names) * 4 >= len(text) * 3
    return names if names and whole and all(BARE.fullmatch(n) and is_person(n, sites) for n in names) else ()


def _is_by_date(sheet: Sheet, i: int) -> bool:
    beside = range(max(0, i - BESIDE), min(len(sheet.lines), i + BESIDE + 1))
    return any(sheet.dated[n] or PUBLISHED.match(sheet.lines[n].text) for n in beside)
