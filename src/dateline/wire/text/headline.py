"""The headline of a page's text: the line above the body that most speaks for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from dateline.wire.page.words import key
from dateline.wire.text.furniture import Furniture
from dateline.wire.text.sheet import Kind, Sheet

SHORTEST, LONGEST = 10, 220
"""In Latin letters."""
WITHIN = 80
"""How many lines above the body are looked through."""
INSIDE = 10
"""A long headline may look like the body's first line; so many lines of the body are looked at."""
OPENS = 120
"""A line so long, or one that ends as sentences do, is no headline but where the text begins."""
TITLE, AGAIN, SHARED, OWN, SIGNED = 4.0, 1.5, 3.0, 2.0, 1.5
"""Points for being in the page's title, for standing on the page again, for words shared with the body, for standing
here more often than elsewhere, for a date or a byline close below."""
SIZED, SENTENCE, FURNITURE, FAR, FARTHEST = 1.0, 2.0, 4.0, 0.07, 3.0
"""Points for the size of a headline; off for ending as a sentence does, for standing on other pages too, for each line
that parts it from the text, and at most for these."""
ROOM = (25, 160)
LINES_FROM, ENOUGH_WORDS = 40, 5
NAMES, SOME, MOST_IN_NAME = 1.5, 0.3, 6
"""Off for a line of few words, each with a capital, that has less than this in common with the text."""
SIGNED_WITHIN, TRAIL_WITHIN = 4, 8
TELLING = 18
"""A shorter line may stand twice on a page, or in its title, without being the headline."""
LONGER, BEHIND = 2.0, 1.2
"""Off for a line that only has more than the headline in it, and for each beginning of a text above."""

_BETWEEN = re.compile(r"\s+[|\-–—·•»«:/]{1,2}\s+|\s*[|»«｜]\s*|_{1,2}(?=\S)")
_STOP = (".", "。", "।", "۔", "።")
_STOP_INSIDE = re.compile(r"[^\W\d]{3}[.!?…؟۔।。！？]\W{0,2}\s+\w")


def choose(sheet: Sheet, first: int, last: int, furniture: Furniture) -> int | None:
    """The place of the headline's lowest line, or None; ``first`` and ``last`` bound the body."""
    opening = next((i for i in range(first, last) if _opens(sheet, i)), first)
    body = Counter(
        gram for line in sheet.lines[opening : min(last, opening + LINES_FROM)] for gram in _grams(line.text)
    )
    best, most = None, 0.0
    parting = 0
    for i in reversed(range(max(0, first - WITHIN), min(last, first + INSIDE))):
        if not _may_be(sheet, i):
            continue
        shared = _shared(sheet.lines[i].text, body, own=i >= opening)
        points = (
            _points(sheet, i, furniture) + SHARED * shared - NAMES * (shared < SOME and _names(sheet.lines[i].text))
        )
        points -= min(FARTHEST, FAR * parting) + BEHIND * sum(_opens(sheet, n) for n in range(first, i))
        parting += sheet.kinds[i] is Kind.STRAY
        if points >= most:
            best, most = i, points
    return best


def _opens(sheet: Sheet, i: int) -> bool:
    chunk = sheet.chunks[i]
    return sheet.kinds[i] is Kind.PROSE and (chunk.size >= OPENS or chunk.text.endswith(_STOP))


def _may_be(sheet: Sheet, i: int) -> bool:
    line, kind = sheet.lines[i], sheet.kinds[i]
    return SHORTEST <= line.size <= LONGEST and kind in (Kind.STRAY, Kind.PROSE, Kind.LABEL) and not sheet.dated[i]


def _points(sheet: Sheet, i: int, furniture: Furniture) -> float:
    line = sheet.lines[i]
    points = SIZED if ROOM[0] <= line.size <= ROOM[1] else 0.0
    points += AGAIN if sheet.times[line.key] > 1 and line.size >= TELLING else 0.0
    points -= SENTENCE if line.text.endswith((*_STOP, "…", ":")) or len(_STOP_INSIDE.findall(line.text)) > 1 else 0.0
    below = range(i + 1, min(len(sheet.lines), i + 1 + SIGNED_WITHIN))
    points += SIGNED if any(sheet.dated[n] or sheet.kinds[n] is Kind.BYLINE for n in below) else 0.0
    points += TITLE * _titled(sheet, i) - LONGER * _is_trail(sheet, i)
    if furniture.exceeds(line, sheet.times[line.key]):
        return points + OWN
    return points - FURNITURE * sheet.weights[i]


def _titled(sheet: Sheet, i: int) -> float:
    """How much of the page's title a line is, if the first line is the title and the line a good part of it."""
    line, title = sheet.lines[i], sheet.lines[0]
    if not i or line.size < TELLING or line.key not in title.key:
        return 0.0
    return min(1.0, 2 * len(line.key) / len(title.key))


def _is_trail(sheet: Sheet, i: int) -> bool:
    """Whether a line ends as one close below reads: sections, a kicker or a name, and then the headline."""
    below = sheet.lines[i + 1 : i + 1 + TRAIL_WITHIN]
    longer = sheet.lines[i].key
    return any(line.size >= TELLING and line.key != longer and longer.endswith(line.key) for line in below)


def _grams(text: str) -> set[str]:
    """The words of a text, and pairs of letters where words are not set apart."""
    found: set[str] = set()
    for word in re.findall(r"\w+", text.casefold()):
        if word.isascii() or len(word) < 2 or word[0] < "\u0e00":
            found.add(word[:6])
        else:
            found.update(word[i : i + 2] for i in range(len(word) - 1))
    return {gram for gram in found if len(gram) > 3 or not gram.isascii()}


def _shared(text: str, body: Mapping[str, int], *, own: bool) -> float:
    """How much of a line the text has; ``own`` says that the line is counted in the text itself."""
    grams = _grams(text)
    return sum(body.get(gram, 0) > own for gram in grams) / max(ENOUGH_WORDS, len(grams))


def _names(text: str) -> bool:
    """Whether a line may be no more than a name, or a name and what its bearer does."""
    parts = text.split()
    return 2 <= len(parts) <= MOST_IN_NAME and all(part[0].isupper() for part in parts)


def named(text: str, furniture: Furniture, others: set[str]) -> str:
    """A headline without the site's name, if what is cut off is known to be that or the rest stands on the page."""
    for cut in reversed(list(_BETWEEN.finditer(text))):
        for part, rest in ((text[: cut.start()], text[cut.end() :]), (text[cut.end() :], text[: cut.start()])):
            if key(rest) in furniture.names or (key(part) in others and len(part) * 2 > len(text)):
                return named(part.strip(), furniture, others)
    return text
