"""What speaks for and against each chunk of a page being part of its story, before anything is decided.

Everything is a list by chunk index, made in one pass over chunks and boxes, so that nested boxes, however many, cost no
more than flat ones.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from lxml.html import HtmlElement

from dateline.wire.page.furniture import Kind, kind_of
from dateline.wire.page.outline import Box, Chunk, Outline
from dateline.wire.page.prose import HEADINGS, worth
from dateline.wire.page.words import key

DOUBT = {Kind.WEAK: 0.5, Kind.PICTURE: 0.7, Kind.CAPTION: 0.3, Kind.STRONG: 0.3, Kind.COMMENTS: 0.1}
"""What prose in a box of such a kind is worth until it is known where the story is."""
LEAST = 0.05
SMALL = 300
MOST_HEADS = 50
MOST_COMPARED = 2000
MOST_TEXT = 300_000
ENTRY_CHUNKS, ENTRY_SIZE = 40, 700


@dataclass(slots=True)
class Anchors:
    """What is known of the story before its body is looked for."""

    headline: str = ""
    standfirst: str = ""
    text: str = ""
    """The body as declared, if it is."""
    containers: Sequence[HtmlElement] = ()
    """Elements declared to be the body."""


class Evidence:
    """One page's evidence. ``heads`` are the places of the headline, ``start`` the likeliest of them, or 0."""

    def __init__(self, outline: Outline, anchors: Anchors) -> None:
        self.outline = outline
        self.chunks = outline.chunks
        self.containers = set(anchors.containers)
        self.worths = [worth(chunk) for chunk in self.chunks]
        self.heads = _places(self.chunks, anchors.headline)
        self.start = next((h for h in self.heads if self.chunks[h].box.tag in HEADINGS), next(iter(self.heads), 0))
        self.flagged = [(box, kind) for box in outline.boxes if (kind := self._flag(box))]
        self.listed = listed(outline)
        self.declared = _told(self.chunks, self.worths, anchors)
        self.seconded = [True] * len(self.chunks)
        self.doubts = self._doubts()
        self._sizes = [0, *accumulate(chunk.size for chunk in self.chunks)]
        self._prose = [0, *accumulate(c.size if w > 0 else 0 for c, w in zip(self.chunks, self.worths, strict=True))]

    def ask(self, opinion: str) -> None:
        """Take note of what another extractor took for the body; ``""`` if it has no opinion."""
        self.seconded = _seconded(self.chunks, opinion)

    def _flag(self, box: Box) -> Kind:
        """The kinds of furniture that a box may be: none if it is empty, in a quotation, or holds the headline."""
        if box.last == box.first or (box.parent is not None and box.parent.tag == "blockquote"):
            return Kind.NONE
        kind = kind_of(box.tag, box.names) & ~(Kind.BODY | Kind.STANDFIRST)
        return Kind.NONE if kind and self.holds_headline(box) else kind

    def holds_headline(self, box: Box) -> bool:
        place = bisect_left(self.heads, box.first)
        return place < len(self.heads) and self.heads[place] < box.last

    def _doubts(self) -> list[float]:
        own = {box: min(value for flag, value in DOUBT.items() if kind & flag) for box, kind in self.flagged}
        of_box: dict[Box | None, float] = {None: 1.0}
        for box in self.outline.boxes:
            of_box[box] = max(LEAST, of_box[box.parent] * own.get(box, 1.0))
        return [of_box[chunk.box] for chunk in self.chunks]

    def is_prose(self, box: Box) -> bool:
        """Whether most of what a box holds is prose."""
        return (self._prose[box.last] - self._prose[box.first]) * 3 >= (
            self._sizes[box.last] - self._sizes[box.first]
        ) * 2

    def is_small(self, box: Box) -> bool:
        return self._sizes[box.last] - self._sizes[box.first] < SMALL


def _places(chunks: Sequence[Chunk], headline: str) -> list[int]:
    wanted = key(headline)
    most = 2 * len(headline) + 20
    return [c.index for c in chunks if wanted and 0 < len(c.text) <= most and key(c.text) == wanted][:MOST_HEADS]


def _told(chunks: Sequence[Chunk], worths: Sequence[float], anchors: Anchors) -> list[bool]:
    """Which chunks stand word for word in the declared text, or begin as the declared summary does."""
    text, summary = key(anchors.text[:MOST_TEXT]), key(anchors.standfirst[:400])[:60]
    told = [False] * len(chunks)
    if text or summary:
        for i in [i for i, value in enumerate(worths) if value > 0][:MOST_COMPARED]:
            start = key(chunks[i].text[:200])[:60]
            told[i] = len(start) > 20 and (start in text or start == summary)
    return told


def _seconded(chunks: Sequence[Chunk], text: str) -> list[bool]:
    """Which chunks the other extractor took too; all of them if it has no opinion."""
    opinion = key(text[:MOST_TEXT])
    if not opinion:
        return [True] * len(chunks)
    starts = [key(chunk.text[:300])[:80] for chunk in chunks[:MOST_COMPARED]]
    return [len(start) > 8 and start in opinion for start in starts] + [True] * (len(chunks) - len(starts))


def listed(outline: Outline) -> list[bool]:
    """Which chunks are entries of lists of other stories: siblings of one make, each with a link for a title."""
    groups: dict[tuple[int, str, str], list[Box]] = {}
    for box in outline.boxes:
        if (
            box.parent is not None
            and 0 < box.last - box.first <= ENTRY_CHUNKS
            and box.tag != "p"
            and box.tag not in HEADINGS
        ):
            groups.setdefault((id(box.parent), box.tag, "" if box.tag in ("tr", "td", "li") else box.names), []).append(
                box
            )
    found = [False] * len(outline.chunks)
    for boxes in groups.values():
        enough = len(boxes) > (2 if boxes[0].tag == "li" else 1)
        if enough and sum(_is_entry(outline, box) for box in boxes) * 4 >= len(boxes) * 3:
            for box in boxes:
                found[box.first : box.last] = [True] * (box.last - box.first)
    return found


def _is_entry(outline: Outline, box: Box) -> bool:
    chunks = [c for c in outline.chunks[box.first : box.last] if c.text]
    return sum(c.size for c in chunks) < ENTRY_SIZE and any(_is_title_link(chunk) for chunk in chunks)


def _is_title_link(chunk: Chunk) -> bool:
    """Whether a chunk is mostly a link, or begins with one as teasers do."""
    text, marks = chunk.pieces[0]
    return (chunk.linked >= 12 and chunk.linked * 3 >= chunk.size * 2) or (
        len(text) >= 15 and any(m[0] == "a" for m in marks)
    )
