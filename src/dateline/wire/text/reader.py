"""A record from the text of a page, or the reason why there is none. Pure: what was learned before is handed in."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from dateline.errors import CopyError
from dateline.story import Paragraph, Subhead
from dateline.wire.page import judge
from dateline.wire.page.fields import dateline, language, published, sorting, source
from dateline.wire.page.fields.moments import parse
from dateline.wire.page.inline import render
from dateline.wire.page.outline import Line as Near
from dateline.wire.page.outline import Outline
from dateline.wire.page.told.declared import Claims
from dateline.wire.record import FoundBlock, Record
from dateline.wire.refusal import NoStory
from dateline.wire.text import body, byline, headline, mentions
from dateline.wire.text.furniture import NOTHING, Furniture
from dateline.wire.text.labels import PLACE
from dateline.wire.text.sheet import Kind, Sheet, lay

ORIGIN = "page-text"
NEAR = 12
"""Lines away from headline and body within which the lines about them stand."""
ABOVE, BELOW = 4, 16
"""How much further those above the headline, and those below the body, are counted to be."""

CLOSE = 1.0
"""Points for a date right below the headline: without markup a bare one further on looks as much like the story's."""
ON_MOST = 0.6
"""A date, or a byline, on such a share of the pages is that of the day they were saved, or the house's."""

_ADDRESS = re.compile(r"(?:[\w\- ]{1,20}\s*[:=]\s*)?(https?://\S+)")


def read(text: str, furniture: Furniture = NOTHING, *, name: str = "", address: str = "") -> Record:  # noqa: ARG001
    """The story of a page's text.

    ``furniture`` is what was learned from the pages of its site, this one among them. ``address`` is where the page
    was, if known. Raises CopyError, whose message is the reason, for text that tells no story.
    """
    sheet = lay(text, furniture)
    first, last = body.find(sheet)
    place = headline.choose(sheet, first, last, furniture)
    first = first if place is None else max(first, place + 1)
    kept = body.keep(sheet, first, last)
    address = address or _stated(sheet)
    tongue = language.guess(" ".join(line.text for line in sheet.lines[:60]))
    record = replace(
        _record(sheet, kept, place, furniture, address), mentions=tuple(mentions.read(sheet, last, tongue))
    )
    try:
        _refuse(record, sum(sheet.chunks[i].size for i in kept))
    except CopyError as reason:
        raise NoStory(str(reason), record) from None
    return record


def _refuse(record: Record, size: int) -> None:
    judge.refuse_short(size)
    if not record.headline:
        raise CopyError("The page has no headline.")
    judge.refuse_error(record.headline)


def _stated(sheet: Sheet) -> str:
    """The address in the first line, where dumps of text put it."""
    match = _ADDRESS.fullmatch(sheet.lines[0].text) if sheet.lines else None
    return match[1] if match else ""


def _record(sheet: Sheet, kept: list[int], place: int | None, furniture: Furniture, address: str) -> Record:
    tongue = language.guess(" ".join(sheet.chunks[i].text for i in kept[:20]))
    near = _around(sheet, kept, place, furniture)
    values: dict[str, Any] = {"headline": _headline(sheet, place, furniture), "body": tuple(_blocks(sheet, kept))}
    story = " ".join([values["headline"], *(sheet.lines[i].text for i in kept[:40])])
    values["authors"] = byline.read(sheet, near, set(furniture.names), story)
    when = published.date_line(near, tongue, CLOSE)
    values["published"] = when.iso if when else _in_title(sheet, values["headline"], tongue)
    values["language"] = tongue
    values["direction"] = language.direction_of(tongue, "".join(sheet.chunks[i].text for i in kept[:3]))
    values["code"] = sorting.code_of(Outline(chunks=[chunk for _, chunk in near]))
    values["agency"], values["relay"] = source.credited(Claims(), [chunk for _, chunk in near], "")
    values["place"], wire = dateline.read(sheet.chunks[kept[0]].text) if kept else ("", "")
    values["place"] = values["place"] or _place(near)
    values["agency"] = wire or values["agency"]
    values["url"] = address
    return Record(**values, origins={field: ORIGIN for field, value in values.items() if value})


def _headline(sheet: Sheet, place: int | None, furniture: Furniture) -> str:
    if place is None:
        return ""
    return headline.named(sheet.lines[place].text, furniture, set(sheet.times))


def _in_title(sheet: Sheet, headline: str, language: str) -> str:
    """The day that the page's title has beside the headline, where the first line is the title."""
    title = sheet.lines[0].text if sheet.lines else ""
    return parse(title.replace(headline, "", 1), language) if headline and headline in title else ""


def _place(near: list[Near]) -> str:
    return next((match[1].strip() for _, chunk in near if (match := PLACE.fullmatch(chunk.text))), "")


def _blocks(sheet: Sheet, kept: list[int]) -> list[FoundBlock]:
    """Paragraphs, and subheads where a line that is no prose stands before one that is."""
    found: list[FoundBlock] = []
    for i, following in zip_longest(kept, kept[1:]):
        chunk = sheet.chunks[i]
        heads = sheet.kinds[i] is Kind.STRAY and following is not None and sheet.kinds[following] is Kind.PROSE
        found.append(Subhead(text=chunk.text) if heads else Paragraph(html=render(chunk.pieces, "")))
    return found


def _around(sheet: Sheet, kept: list[int], place: int | None, furniture: Furniture) -> list[Near]:
    """The lines that may tell of the story, with how far they stand: below the headline, above it, below the body.

    What stands on other pages too is none of them.
    """
    if not kept:
        return []
    first, last = kept[0], kept[-1]
    prose = {i for i in kept[1:] if sheet.kinds[i] is Kind.PROSE}
    start = place if place is not None else max(0, first - NEAR)
    groups = (
        (0, [i for i in range(start + 1, min(max(first, start) + 2 * NEAR, last + 1)) if i not in prose]),
        (ABOVE, range(start - 1, max(-1, start - NEAR), -1)),
        (BELOW, [*kept[:-3:-1], *range(last + 1, min(len(sheet.chunks), last + NEAR))]),
    )
    return [
        (far + n, sheet.chunks[i]) for far, group in groups for n, i in enumerate(group) if _tells(sheet, i, furniture)
    ]


def _tells(sheet: Sheet, i: int, furniture: Furniture) -> bool:
    """Whether a line may be about this story: several stories have one date or one author, most of a site's do not."""
    line = sheet.lines[i]
    often = ON_MOST if sheet.kinds[i] in (Kind.DATE, Kind.BYLINE) else 0.0
    return not furniture.is_common(line, often) or furniture.exceeds(line, sheet.times[line.key])
