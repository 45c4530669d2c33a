"""A page's text with what each of its lines is by itself: prose, a label, a date, furniture. Nothing is chosen here."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from dateline.wire.page import tree
from dateline.wire.page.fields.moments import find
from dateline.wire.page.fields.names import PREFIX, is_person, split
from dateline.wire.page.labels import is_label, is_rights_line
from dateline.wire.page.outline import Chunk, Outline, outline
from dateline.wire.page.prose import is_prose
from dateline.wire.text.furniture import Furniture
from dateline.wire.text.labels import COMMENTS, FEATURED, MOST, RELATED
from dateline.wire.text.lines import Line, lines_of

LONGEST_DATED, LONGEST_BYLINE = 120, 90


class Kind(Enum):
    """What a line is; the first that fits, in this order."""

    COMMENTS = "comments"
    RELATED = "related"
    FEATURED = "featured"
    RIGHTS = "rights"
    DATE = "date"
    BYLINE = "byline"
    PROSE = "prose"
    LABEL = "label"
    STRAY = "stray"


LABELS = (Kind.COMMENTS, Kind.RELATED, Kind.FEATURED)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lists by line: ``chunks`` are the lines as the readers of pages know them."""

    lines: Sequence[Line]
    chunks: Sequence[Chunk]
    kinds: Sequence[Kind]
    weights: Sequence[float]
    """How surely each is furniture, from 0 to 1."""
    times: Counter[str]
    """How often each line stands on the page, by key."""
    outline: Outline


def lay(text: str, furniture: Furniture) -> Sheet:
    """The lines of a page's text, each told by itself and by what was learned."""
    lines = lines_of(text)
    whole = outline(tree.grow("<div>" + "".join(f"<p>{html.escape(line.text)}</p>" for line in lines) + "</div>"))
    chunks = whole.chunks
    return Sheet(
        lines,
        chunks,
        [_kind_of(chunk) for chunk in chunks],
        [furniture.weight(line) for line in lines],
        Counter(line.key for line in lines),
        whole,
    )


def _kind_of(chunk: Chunk) -> Kind:
    text = chunk.text
    if len(text) <= MOST:
        for kind, pattern in ((Kind.COMMENTS, COMMENTS), (Kind.RELATED, RELATED), (Kind.FEATURED, FEATURED)):
            if pattern.fullmatch(text):
                return kind
    if is_rights_line(text):
        return Kind.RIGHTS
    if is_date_line(text):
        return Kind.DATE
    if len(text) <= LONGEST_BYLINE and PREFIX.match(text) and any(is_person(name, set()) for name in split(text)):
        return Kind.BYLINE
    if chunk.size < 200 and is_label(text):
        return Kind.LABEL
    return Kind.PROSE if is_prose(chunk) else Kind.STRAY


def is_date_line(text: str) -> bool:
    """Whether a line is short and has a date in it that is a good part of it."""
    if len(text) > LONGEST_DATED or not any(c.isdecimal() for c in text):
        return False
    return any((found.end - found.start) * 4 >= len(text) for found in find(text))
