"""When the story was published and last changed: declared, shown by the headline, in the address, or guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from urllib.parse import unquote, urlsplit

from htmldate import find_date
from lxml.html import HtmlElement

from dateline.wire.page import select
from dateline.wire.page.fields.moments import LATEST, Found, find, parse
from dateline.wire.page.labels import CHANGED, PUBLISHED
from dateline.wire.page.outline import Chunk, Line
from dateline.wire.page.told.declared import Claims

_TIMES = select.elements(
    ".//time[@datetime] | .//abbr[@title and (contains(@class, 'publish') or contains(@class, 'date'))]"
)
_DATA = ("data-date", "data-publish-date", "data-published", "data-pubdate", "data-time", "data-timestamp")
"""Attributes in which scripts find the time that they show in an element."""
_TIMED = select.elements(".//*[" + " or ".join(f"@{name}" for name in _DATA) + "]")
_EPOCH = re.compile(r"1[0-9]{9}(?:[0-9]{3})?")
"""Seconds or milliseconds since 1970, from 2001 to 2033."""
_COUNT = select.count("count(.//*)")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d{2})[/\-_.]?(0[1-9]|1[0-2])[/\-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")
_SPLIT_ADDRESS = re.compile(r"/((?:19|20)\d{2})/([a-z]{3}|\d{1,2})/(\d{1,2})/", re.IGNORECASE)
_DATED = re.compile(r"date|time|publish|posted|stamp|datum|fecha|fech|data", re.IGNORECASE)
_PLAIN = ("meta:date", "meta:dc.date", "meta:dcterms.date", "meta:created", "meta:timestamp", "meta:pdate")
"""Names that do not say of what they are the date."""
_WEIGHTS = {
    "json-ld": 3.0,
    "meta:article:published_time": 2.0,
    "microdata": 2.0,
    "json-ld:page": 0.5,
    **dict.fromkeys(_PLAIN, 0.9),
}
SURE = 2.0
"""So much weighs what cannot be meant of anything else."""
SHOWN = 1.2
BESIDE = 12
"""Lines no further from the headline than this are not those of other stories."""
FAR, FAR_LABELLED = 0.15, 0.05
"""Points off a date line for each line of distance, and for one that says it tells the publication."""
MOST_ELEMENTS = 15_000
MOST_TIMES = 60
WIDEST, QUARTER = timedelta(hours=14), timedelta(minutes=15)
"""How far a zone can be from UTC, and in what steps."""
NEXT_TO = 1
"""The distance of the second line below the headline."""
DATE_LINE = 160
"""Longer than this, text that holds a date is prose."""


@dataclass(frozen=True, slots=True)
class Moment:
    iso: str
    origin: str


UNKNOWN = Moment("", "")


def choose(claims: Claims, root: HtmlElement, around: Iterable[Line], address: str, language: str) -> Moment:
    """The time of publication. ``around`` are the lines near the headline.

    What is declared is weighed: sources that agree on the day support each other, and the day in the address or by the
    headline supports those that name it. Of days that weigh the same an earlier one goes before the first declared, for
    changes are declared as publications more often than the other way round; a moment goes before a bare day. A line
    beside the headline is believed against what is declared if more speaks for its day.
    """
    around = list(around)
    beside = date_line((line for line in around if line[0] < BESIDE), language)
    seen = (_element(root, language) or (None if beside else _in_data(root, language)), _address(address))
    shown = [m for m in (*seen, date_line(around, language)) if m]
    declared = _declared(claims, "published", language)
    if not declared:
        return next(iter(shown), None) or _guess(root, address)
    changes = _changes(declared, _declared(claims, "updated", language))
    declared, shown = ([m for m in found if m.iso[:10] not in changes] for found in (declared, shown))
    days = [(m.iso[:10], _weight(m)) for m in declared] + [(m.iso[:10], SHOWN) for m in shown]
    best = max(declared, key=lambda m: (_sum(days, m), "T" in m.iso, m.iso[:10] < declared[0].iso[:10]))
    if beside and _sum(days, best) < _sum(days, beside):
        return beside
    return _in_its_zone(next((m for m in declared if _tells_more(m, best)), best), shown, beside)


def _changes(declared: Iterable[Moment], updated: Iterable[Moment]) -> set[str]:
    """The days of changes that are no publication's, whatever else names them: days behind one that is surely declared.

    Of a change on the next day nobody knows whether it is the same moment in another zone.
    """
    sure = min((date.fromisoformat(m.iso[:10]) for m in declared if _weight(m) >= SURE), default=date.max)
    days = {m.iso[:10] for m in updated}
    return {day for day in days if (date.fromisoformat(day) - sure).days > 1}


def _weight(moment: Moment) -> float:
    return _WEIGHTS.get(moment.origin, 1.0)


def _in_its_zone(declared: Moment, shown: Iterable[Moment], beside: Moment | None) -> Moment:
    """A moment that is declared in UTC, in the zone in which readers see it: theirs is the day it was published on.

    A time that they see is the same moment if the two are some quarters of an hour apart, as zones are. If they see a
    day only, beside the headline, it is in the nearest zone where it was that day.
    """
    if not declared.iso.endswith("+00:00") or "T" not in declared.iso:
        return declared
    instant = datetime.fromisoformat(declared.iso)
    times = [datetime.fromisoformat(one.iso) for one in shown if "T" in one.iso]
    offsets = [_apart(seen, instant) for seen in times if seen.tzinfo is None]
    if beside and len(beside.iso) == 10:
        offsets.append(_nearest(date.fromisoformat(beside.iso), instant))
    offset = next((one for one in offsets if one), None)
    return Moment(instant.astimezone(timezone(offset)).isoformat(), declared.origin) if offset else declared


def _apart(seen: datetime, instant: datetime) -> timedelta | None:
    """The offset of the zone in which a moment is seen as another time; None if no zone has it."""
    offset = seen.replace(second=0, microsecond=0) - instant.replace(tzinfo=None, second=0, microsecond=0)
    return offset if abs(offset) <= WIDEST and not offset % QUARTER else None


def _nearest(day: date, instant: datetime) -> timedelta | None:
    """The smallest offset, in whole hours, at which a moment is on a day; None if no zone has it."""
    hours = range(1, WIDEST // timedelta(hours=1) + 1)
    offsets = (timedelta(hours=sign * hour) for hour in hours for sign in (1, -1))
    if instant.date() == day:
        return None
    return next((offset for offset in offsets if instant.astimezone(timezone(offset)).date() == day), None)


def _sum(days: Iterable[tuple[str, float]], moment: Moment) -> float:
    """All that speaks for the day of a moment."""
    return sum(weight for day, weight in days if day == moment.iso[:10])


def _tells_more(moment: Moment, than: Moment) -> bool:
    """Whether a moment is the same day as another one that is a bare day."""
    return len(than.iso) == 10 and len(moment.iso) > 10 and moment.iso[:10] == than.iso


def _guess(root: HtmlElement, address: str) -> Moment:
    """What htmldate makes of the page: it reads footers and scripts too.

    Its latest date is given, for by itself it takes today's; its slow search is off, for that knows "yesterday".
    """
    if _COUNT(root) > MOST_ELEMENTS:
        return UNKNOWN
    try:
        found = find_date(
            root, url=address or None, original_date=True, extensive_search=False, max_date=f"{LATEST}-12-31"
        )
    except Exception:  # noqa: BLE001 - a guess is not worth a page, whatever the guesser stumbles over
        return UNKNOWN
    return Moment(found, "htmldate") if found else UNKNOWN


def changed(claims: Claims, language: str) -> Moment:
    """The time of the last declared change."""
    return next(iter(_declared(claims, "updated", language)), UNKNOWN)


def _declared(claims: Claims, name: str, language: str) -> list[Moment]:
    return [Moment(iso, claim.origin) for claim in claims.all(name) if (iso := parse(claim.value, language))]


def _element(root: HtmlElement, language: str) -> Moment | None:
    """The first time element that does not say it is a change, those that say they are the publication first."""
    found = [
        (e, iso) for e in _TIMES(root)[:MOST_TIMES] if (iso := parse(e.get("datetime") or e.get("title", ""), language))
    ]
    for element, iso in sorted(found, key=lambda f: "pub" not in _names(f[0])):
        if not CHANGED.search(_names(element)):
            return Moment(iso, "time-element")
    return None


def _in_data(root: HtmlElement, language: str) -> Moment | None:
    """The first of those in attributes for scripts, which nobody sees there."""
    for element in _TIMED(root)[:MOST_TIMES]:
        value = next(value for name in _DATA if (value := element.get(name)) is not None)
        iso = _of_epoch(value) if _EPOCH.fullmatch(value) else parse(value, language)
        if iso and not CHANGED.search(_names(element)):
            return Moment(iso, "data-attribute")
    return None


def _of_epoch(value: str) -> str:
    return datetime.fromtimestamp(int(value[:10]), UTC).isoformat()


def _names(element: HtmlElement) -> str:
    return " ".join(element.get(a, "") for a in ("class", "itemprop", "pubdate", "id")) + " pub" * (
        element.get("pubdate") is not None
    )


def _address(address: str) -> Moment | None:
    path = unquote(urlsplit(address).path) + "/"
    for pattern in (_SPLIT_ADDRESS, _IN_ADDRESS):
        for match in pattern.finditer(path):
            if iso := parse("-".join(match.groups()) if match[2].isdigit() else f"{match[3]} {match[2]} {match[1]}"):
                return Moment(iso, "address")
    return None


def date_line(around: Iterable[Line], language: str, close: float = 0.0) -> Moment | None:
    """The likeliest date line among the lines near the headline; ``close`` are points for the first two below it."""
    best, most = None, -2.0
    for distance, chunk in around:
        if 0 < chunk.size <= DATE_LINE and any(c.isdecimal() for c in chunk.text):
            for found in find(chunk.text, language):
                label = bool(PUBLISHED.match(chunk.text)) and not CHANGED.search(chunk.text[: found.start])
                points = _likeness(chunk, found) - distance * (FAR_LABELLED if label else FAR) + label
                points += close * (distance <= NEXT_TO)
                if points > most:
                    best, most = found, points
                break
    return Moment(best.iso, "date-line") if best else None


def _likeness(chunk: Chunk, found: Found) -> float:
    """How much a chunk with a date in it looks like a date line rather than a sentence or a teaser."""
    share = (found.end - found.start) / len(chunk.text)
    named = any(box and _DATED.search(box.names) for box in (chunk.box, chunk.box.parent))
    return 3 * share + 1.5 * ("T" in found.iso) + 1.5 * named - 2 * (chunk.linked * 2 > chunk.size) + 0.5
