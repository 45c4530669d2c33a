"""A page's text with what each of its lines is by itself: prose, a label, a date, furniture. Nothing is chosen here."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from dateline.wire.page import tree
from dateline.wire.page.fields.moments import find
from dateline.wire.page.fields.names import PREFIX, is_person, split
from dateline.wire.page.fields.published import DATE_LINE
from dateline.wire.page.labels import CHANGED, PUBLISHED, is_label, is_rights_line
from dateline.wire.page.outline import Chunk, Outline, outline
from dateline.wire.page.prose import SENTENCE, SHORT_SENTENCE, ends_as_sentence
from dateline.wire.page.words import any_of
from dateline.wire.text.furniture import Furniture
from dateline.wire.text.labels import COMMENTS, FEATURED, MOST, RELATED
from dateline.wire.text.lines import Line, lines_of

LONGEST_DATED, LONGEST_BYLINE = 120, 90
MARKED, SEVERAL, LONG = 90, 130, 220
"""Text of such a size is prose if it ends in a quotation mark, a bracket or a colon; if a sentence ends within it; so
long, in any case."""

_STOP_AT_END = re.compile(r"[.!?…؟۔।॥።։။៕。！？]\W{0,3}$")
_STOP_INSIDE = re.compile(r"[.!?…؟۔।။]\W{0,2}\s|[。！？]")
_STOPLESS = re.compile("[\u0e00-\u0eff\u1780-\u17ff]")
"""Scripts that are written without marks at the end of a sentence."""


_CAPTION = re.compile(
    any_of(
        r"\(?(?:photo|foto|image|imagen|imagem|picture|(?:symbol|archiv)?bild|video|credit|fotografie|фото|видео|صورة|عکس|图片|圖|写真|사진)s?\b",
        r"(?:view|see|\d+ of) (?:\d+ )?(?:images?|photos?|gallery|fullscreen)|play video|loading\b",
    )
    + r".{0,120}",
    re.IGNORECASE,
)


class Kind(Enum):
    """What a line is; the first that fits, in this order."""

    COMMENTS = "comments"
    RELATED = "related"
    FEATURED = "featured"
    RIGHTS = "rights"
    CAPTION = "caption"
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
    dated: Sequence[bool]
    """Whether a line that is short enough to be about the story has a date in it."""
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
        [_is_dated(line.text) for line in lines],
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
    if _CAPTION.fullmatch(text):
        return Kind.CAPTION
    if is_date_line(text):
        return Kind.DATE
    if len(text) <= LONGEST_BYLINE and PREFIX.match(text) and any(is_person(name, set()) for name in split(text)):
        return Kind.BYLINE
    if chunk.size < 200 and is_label(text):
        return Kind.LABEL
    return Kind.PROSE if _is_prose(text, chunk.size) else Kind.STRAY


def _is_prose(text: str, size: int) -> bool:
    """Whether a line reads as sentences; without any markup a long headline, a teaser or a caption must not."""
    if ends_as_sentence(text):
        return size >= (SHORT_SENTENCE if _STOP_AT_END.search(text) else MARKED)
    if _STOPLESS.search(text):
        return size >= SENTENCE
    return size >= LONG or (size >= SEVERAL and bool(_STOP_INSIDE.search(text)))


def _is_dated(text: str) -> bool:
    return len(text) <= DATE_LINE and any(c.isdecimal() for c in text) and any(True for _ in find(text))


def is_date_line(text: str) -> bool:
    """Whether a line is short and has a date in it that is a good part of it."""
    if len(text) > LONGEST_DATED or not any(c.isdecimal() for c in text):
        return False
    labelled = bool(PUBLISHED.match(text) or CHANGED.match(text))
    return any(labelled or (found.end - found.start) * 4 >= len(text) for found in find(text))
