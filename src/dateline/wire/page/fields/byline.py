"""The byline as readers see it: the likeliest of the lines near headline and end to name who wrote the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.wire.page.fields.clock import is_zone
from dateline.wire.page.fields.moments import find
from dateline.wire.page.fields.months import weekdays
from dateline.wire.page.fields.names import (
    LONGEST_LINE,
    LONGEST_NAME,
    PREFIX,
    distinct,
    is_agency,
    is_button,
    is_person,
    split,
)
from dateline.wire.page.furniture import Kind, kind_of
from dateline.wire.page.labels import CHANGED, PUBLISHED
from dateline.wire.page.outline import AUTHOR, BY, Box, Chunk, Line, Mark
from dateline.wire.page.words import tidy

MARKED, NAMED, PREFIXED, RIGHT, REPEATED, DATED = 2.0, 1.6, 1.5, 1.2, 0.9, 0.8
"""Points for text that is marked or linked as an author's, in a box called so, behind "By", set to the right, alone
above and below the story, in one line with a date."""
EACH, FAR, NOBODY, ONE_WORD = 0.3, 0.1, 0.8, 0.7
"""Points for each person, and off for each line of distance, for no person, for one with a single name."""
PREFIXED_WITHIN = 90

_AUTHOR_ADDRESS = re.compile(
    r"/(?:author|autor|autoren|autores|auteur|autore|autori|redakteur|reporter|journalist|contributor|people|person"
    r"|profile|profil|staff|by|writer|user|member|columnist)s?[/=?]",
    re.IGNORECASE,
)
BARE = re.compile(r"[^\W\d_a-z][\w.’'-]*(?: [^\W\d_][\w.’'-]*){1,3}")
"""Two to four words, the first with a capital, and nothing else."""
_LAST_WORD = re.compile(r"(?:\s+(?:am|on|le|el|il|den|op|w|в|the))?[\s,|]*([^\W\d_]{2,12})(?:\s(?:am|on|den))?[\s,|]*$")
_BEFORE_DATE = re.compile(r"\s(?:am|on|le|el|il|den|op|em|the)$", re.IGNORECASE)
_PARTING = " |,-–—:•·"
_TIME = re.compile(r"^[\s,|]*(?:um\s|at\s|à\s|a las\s)?[\d:.h\s]{2,8}(?:uhr|[ap]m|[ap]\.m\.|hrs\.?|h)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """Names in their order; more ``points`` make a surer byline."""

    names: tuple[str, ...] = ()
    points: float = 0.0


def read(around: Sequence[Line], sites: set[str]) -> Byline:
    """The likeliest byline; names of people go before those of desks. ``sites`` are words of the site's own names."""
    best = Byline()
    again = {text for text, times in Counter(chunk.text for _, chunk in around).items() if times > 1}
    for distance, chunk in around:
        if chunk.text and len(chunk.text) <= LONGEST_LINE and not _is_elsewhere(chunk):
            for points, text in _readings(chunk, chunk.text in again):
                found = _judged(points - distance * FAR, text, sites)
                best = found if found.points > best.points else best
    return best


def _judged(points: float, text: str, sites: set[str]) -> Byline:
    names = distinct(name for name in split(text) if not is_button(name))
    if not names or all(map(is_agency, names)):
        return Byline()
    people = tuple(name for name in names if is_person(name, sites))
    single = len(people) == 1 and " " not in people[0] and people[0].isascii()
    points += EACH * min(3, len(people)) - NOBODY * (not people) - ONE_WORD * single
    return Byline(people or names, points)


def _is_elsewhere(chunk: Chunk) -> bool:
    """Whether a chunk stands among readers' comments or under a picture, whose people did not write the story."""
    box: Box | None = chunk.box
    for _ in range(5):
        if box is None:
            return False
        if kind_of(box.tag, box.names) & (Kind.COMMENTS | Kind.CAPTION):
            return True
        box = box.parent
    return False


def _readings(chunk: Chunk, repeated: bool) -> Iterator[tuple[float, str]]:
    """What in a chunk may be a byline, and for how many points."""
    if repeated and BARE.fullmatch(chunk.text):
        yield REPEATED, chunk.text
    marked = [text for text, marks in chunk.pieces if 1 < len(text) < LONGEST_NAME and any(map(_tells_author, marks))]
    if marked:
        yield MARKED, ", ".join(marked)
    if len(chunk.text) < LONGEST_NAME and _is_right(chunk.box):
        yield RIGHT, chunk.text
    named = any(box is not None and AUTHOR.search(box.names) for box in (chunk.box, chunk.box.parent))
    line, dated = _undated(" | ".join(text for text in (tidy(text) for text, _ in chunk.pieces) if text))
    prefixed = bool(PREFIX.match(line)) and len(line) < PREFIXED_WITHIN
    if named or prefixed or (dated and len(line) < LONGEST_NAME):
        yield NAMED * named + PREFIXED * prefixed + DATED * dated, line


def _tells_author(mark: Mark) -> bool:
    """Whether text in a mark is named an author, or links to the page of one."""
    return mark == BY or (mark[0] == "a" and bool(_AUTHOR_ADDRESS.search(mark[1])))


def _is_right(box: Box) -> bool:
    """Whether text is set to the right, as many papers set the reporter's name below the story."""
    return "right" in (box.element.get("style", "") + box.element.get("align", "")).lower()


def _undated(line: str) -> tuple[str, bool]:
    """A line without its dates and what stands behind the first of them, and whether it had any."""
    spans = sorted((found.start, found.end) for found in find(line))
    if not spans:
        return line, False
    before, after = line[: spans[0][0]], line[spans[-1][1] :]
    if (match := _LAST_WORD.search(before)) and match[1].casefold() in weekdays():
        before = before[: match.start()]
    before = _BEFORE_DATE.sub("", before.strip(_PARTING)).strip(_PARTING)
    if not before or PUBLISHED.fullmatch(before):
        before = _TIME.sub("", after).strip(_PARTING) or before
    rest = before
    return ("" if PUBLISHED.fullmatch(rest) or CHANGED.match(rest) or is_zone(rest) else rest), True
