"""The headline of a page's text: the line above the body that most speaks for."""

from __future__ import annotations

import re

from dateline.wire.page.prose import ends_as_sentence
from dateline.wire.page.words import key
from dateline.wire.text.furniture import Furniture
from dateline.wire.text.sheet import Kind, Sheet

SHORTEST, LONGEST = 10, 220
"""In Latin letters."""
WITHIN = 80
"""How many lines above the body are looked through."""
INSIDE = 4
"""A long headline may look like the body's first line; so many lines of the body are looked at."""
TITLE, AGAIN, SHARED, FAR, FURNITURE = 4.0, 1.5, 3.0, 0.08, 4.0
"""Points for being in the page's title, for standing on the page again, for words shared with the body; off for each
line that parts it from the body, and for what stands on other pages."""
OWN = 2.0
SIZED, SENTENCE = 1.0, 1.2
ROOM = (25, 160)
WORDS_FROM = 6000

_BETWEEN = re.compile(r"\s+[|\-–—·•»«:/]{1,2}\s+|\s*[|»«｜]\s*|_{1,2}(?=\S)")
_META = (Kind.DATE, Kind.BYLINE, Kind.COMMENTS, Kind.LABEL)


def choose(sheet: Sheet, first: int, last: int, furniture: Furniture) -> int | None:
    """The place of the headline's lowest line, or None; ``first`` and ``last`` bound the body."""
    body = _grams(" ".join(line.text for line in sheet.lines[first:last])[:WORDS_FROM])
    title = sheet.lines[0] if sheet.lines else None
    best, most = None, 0.0
    parting = 0
    for i in reversed(range(max(0, first - WITHIN), min(last, first + INSIDE))):
        line = sheet.lines[i]
        if not _may_be(sheet, i, inside=i >= first):
            parting += i < first and sheet.kinds[i] not in _META
            continue
        points = _points(sheet, i, furniture) + SHARED * _shared(line.text, body) - FAR * parting
        if title is not None and i and len(line.key) >= SHORTEST and line.key in title.key:
            points += TITLE * min(1.0, 2 * len(line.key) / len(title.key))
        parting += i < first
        if points > most:
            best, most = i, points
    return best


def _may_be(sheet: Sheet, i: int, *, inside: bool) -> bool:
    line, kind = sheet.lines[i], sheet.kinds[i]
    if not SHORTEST <= line.size <= LONGEST or kind not in (Kind.STRAY, Kind.PROSE, Kind.LABEL):
        return False
    return not inside or not line.text.endswith((".", "。", "।", "۔"))


def _points(sheet: Sheet, i: int, furniture: Furniture) -> float:
    line = sheet.lines[i]
    points = SIZED if ROOM[0] <= line.size <= ROOM[1] else 0.0
    points += AGAIN if sheet.times[line.key] > 1 else 0.0
    points -= SENTENCE if line.text.endswith((".", "。", "…", ":")) and ends_as_sentence(line.text) else 0.0
    if furniture.exceeds(line, sheet.times[line.key]):
        return points + OWN
    return points - FURNITURE * sheet.weights[i]


def _grams(text: str) -> set[str]:
    """The words of a text, and pairs of letters where words are not set apart."""
    found: set[str] = set()
    for word in re.findall(r"\w+", text.casefold()):
        if word.isascii() or len(word) < 2 or word[0] < "\u0e00":
            found.add(word[:6])
        else:
            found.update(word[i : i + 2] for i in range(len(word) - 1))
    return {gram for gram in found if len(gram) > 3 or not gram.isascii()}


def _shared(text: str, body: set[str]) -> float:
    grams = _grams(text)
    return len(grams & body) / len(grams) if grams else 0.0


def named(text: str, furniture: Furniture, others: set[str]) -> str:
    """A headline without the site's name, if what is cut off is known to be that or the rest stands on the page."""
    for cut in reversed(list(_BETWEEN.finditer(text))):
        for part, rest in ((text[: cut.start()], text[cut.end() :]), (text[cut.end() :], text[: cut.start()])):
            if key(rest) in furniture.names or (key(part) in others and len(part) * 2 > len(text)):
                return named(part.strip(), furniture, others)
    return text
