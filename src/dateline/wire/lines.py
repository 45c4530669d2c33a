"""JSON Lines of plain stories: one object a line with ``text`` and whatever else is known of the story.

Known names: ``id, title, text, date, lang, url, authors, source, section, topics, summary, image`` and, for corpora, an
object ``labels`` with ``category`` or ``section`` and lists of topics. Values of other types than these names promise
are passed over; only a line without text is refused. The text is plain: markup in it is shown as it stands.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from textwrap import dedent
from typing import Any

from dateline.errors import CopyError
from dateline.story import Paragraph
from dateline.wire.page.fields import language, moments, names
from dateline.wire.page.fields.dateline import read as read_dateline
from dateline.wire.page.inline import resolve
from dateline.wire.page.words import clear, tidy
from dateline.wire.record import FoundImage, Record

MOST_BYTES = 32 * 1024 * 1024
MOST_PARAGRAPHS = 5000
LONGEST_HEADLINE = 300
FIRST_SENTENCE = (20, 160)
"""A sentence that becomes the headline of a story without one has so many characters at least and at most."""
WRAPPED = (40, 90)
"""Lines that are nearly all of such a length were broken by a machine, not by an author."""
ORIGIN = "line"
FIELDS = (
    "headline",
    "standfirst",
    "body",
    "authors",
    "published",
    "section",
    "topics",
    "image",
    "source",
    "url",
    "external_id",
)

_BLANK = re.compile(r"\n[ \t\r]*\n")
_INDENTED = re.compile(r"\n(?=[ \t\u3000]{2,})")
_SENTENCE = re.compile(r"[.!?…。！？।॥։።؟](?=[\s”\"»’)]|$)|[。！？]")
_TOPICS = ("topics", "tags", "topic", "places", "people", "orgs", "event_name")


def read(data: bytes, *, name: str = "") -> Record:  # noqa: ARG001 - every source is told the name
    """The story of one line. Raises CopyError with the reason if it has none."""
    row = _object(data)
    text = clear(row["text"]).strip() if isinstance(row.get("text"), str) else ""
    if not text:
        raise CopyError("The line has no text.")
    tongue = language.normal(_text(row, "lang", "language")) or language.guess(text)
    title = _text(row, "title", "headline")[:LONGEST_HEADLINE]
    place, agency = read_dateline(tidy(text[:200]))
    labels = row.get("labels")
    labels = labels if isinstance(labels, dict) else {}
    record = Record(
        headline=title or first_sentence(text),
        standfirst=_text(row, "summary", "standfirst"),
        body=tuple(Paragraph(html=html.escape(paragraph, quote=False)) for paragraph in paragraphs(text)),
        authors=names.distinct(name for value in _list(row, "authors", "author") for name in names.split(value)),
        published=moments.parse(_text(row, "date", "published"), tongue),
        place=place,
        agency=agency,
        section=_text(row, "section") or _text(labels, "section", "category"),
        topics=tuple(dict.fromkeys([*_list(row, "topics", "tags"), *_list(labels, *_TOPICS)])),
        image=_image(row),
        source=_text(row, "source"),
        url=resolve(_text(row, "url"), ""),
        language=tongue,
        direction=language.direction_of(tongue, text),
        external_id=_text(row, "id"),
    )
    given = {field: ORIGIN for field in sorted(FIELDS) if getattr(record, field)}
    return replace(record, origins=given | ({} if title else {"headline": "first-sentence"}))


def records(lines: Iterable[bytes]) -> Iterator[Record | CopyError]:
    """The record of every line that is not blank, or the reason why it has none, one at a time."""
    for line in lines:
        if line.strip():
            try:
                yield read(line)
            except CopyError as reason:
                yield reason


def paragraphs(text: str) -> list[str]:
    """The paragraphs of plain text: parted by blank lines; by indents where a machine broke the lines; a line each."""
    if _BLANK.search(text):
        parts = _BLANK.split(text)
    elif _is_wrapped(text):
        parts = _INDENTED.split(_flush(text))
    else:
        parts = text.splitlines()
    return [line for part in parts if (line := tidy(part))][:MOST_PARAGRAPHS]


def first_sentence(text: str) -> str:
    """The first sentence of a text, or as many of its words as fit a headline."""
    line = tidy(text[:2000])
    least, most = FIRST_SENTENCE
    for match in _SENTENCE.finditer(line, least):
        if match.end() <= most:
            return line[: match.end()].rstrip(".。").strip()
        break
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(" ,;:-–—") + "…"


def _is_wrapped(text: str) -> bool:
    lines = [line.strip() for line in text.strip().splitlines()]
    short, long = WRAPPED
    if any(len(line) > long for line in lines):
        return False
    full = [short <= len(line) for line in lines]
    return (len(lines) >= 4 and sum(full) * 2 > len(lines)) or (all(full[:-1]) and _is_broken(lines))


def _flush(text: str) -> str:
    """Text without the indent that all of its lines below the first have, as a file has it that is laid out."""
    first, _, rest = text.strip().partition("\n")
    return f"{first}\n{dedent(rest)}"


def _is_broken(lines: Sequence[str]) -> bool:
    """Whether at least half of some lines go on in the middle of a sentence."""
    ends = [not _SENTENCE.search(one[-2:]) and other[:1].islower() for one, other in pairwise(lines)]
    return len(ends) > 0 and sum(ends) * 2 >= len(ends)


def _object(data: bytes) -> Mapping[str, Any]:
    if len(data) > MOST_BYTES:
        raise CopyError(f"The line has {len(data):,} bytes; at most {MOST_BYTES:,} are read.")
    try:
        row = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise CopyError("The line is not JSON.") from error
    if not isinstance(row, dict):
        raise CopyError("The line is not a JSON object.")
    return row


def _text(row: Mapping[str, Any], *keys: str) -> str:
    """The first value of some names that is text or a number, on one line."""
    for key in keys:
        value = row.get(key)
        if isinstance(value, str | int) and not isinstance(value, bool) and (line := tidy(str(value))):
            return line
    return ""


def _list(row: Mapping[str, Any], *keys: str) -> list[str]:
    """All texts that some names have, alone or in lists."""
    found: list[str] = []
    for key in keys:
        value = row.get(key)
        for one in value if isinstance(value, list) else [value]:
            found += [tidy(one)] if isinstance(one, str) else []
    return [line for line in found if line][:100]


def _image(row: Mapping[str, Any]) -> FoundImage | None:
    address = resolve(_text(row, "image"), "")
    return FoundImage(address=address) if address else None
