"""Which chunks of a page are the body of its story.

First the *core* is found: the box that directly holds the most prose, where names that promise a body, declared
containers, the declared text and the place after the headline count for it, and furniture against it. Then the
*container*: of the core and the boxes around it the one whose prose, less its clutter, is worth most, prose unlike the
core's counting less. What of the container is not furniture is the body.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from dateline.wire.page import moments, tree
from dateline.wire.page.furniture import Kind, is_label, is_rights_line, kind_of
from dateline.wire.page.outline import Box, Chunk, Outline
from dateline.wire.page.outline import outline as outline_of
from dateline.wire.page.prose import HEADINGS, ends_as_sentence, holder, is_heading, is_prose, worth
from dateline.wire.page.words import key

UNLIKE = 0.25
"""What prose unlike the core's is worth when the container grows."""
CLUTTER = -2.0
GROWTH = 1.1
DOUBT = {Kind.WEAK: 0.5, Kind.PICTURE: 0.7, Kind.CAPTION: 0.3, Kind.STRONG: 0.3, Kind.COMMENTS: 0.1}
SURE = Kind.STRONG | Kind.COMMENTS | Kind.CAPTION
STRAY_IN = frozenset({"div", "section", "header", "center", "address", "footer", "dt"})
SMALL = 300
LISTED = 0.3
BEFORE = 0.4
NOT_SECONDED = 0.3
NOT_SECONDED_GROWTH = 0.1
_PARAGRAPH = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)


@dataclass(slots=True)
class Anchors:
    """What is known of the story before its body is looked for."""

    headline: str = ""
    standfirst: str = ""
    text: str = ""
    """The body as declared, if it is."""
    containers: Sequence[HtmlElement] = ()
    second: str = ""
    """What another extractor took for the body."""


@dataclass(slots=True)
class Body:
    """The chunks of a body in order: ``chunks`` its texts, ``shown`` its texts and pictures."""

    chunks: list[Chunk] = field(default_factory=list)
    shown: list[Chunk] = field(default_factory=list)
    above: list[Chunk] = field(default_factory=list)
    """What stands between the headline and the body and is no furniture."""
    start: int = 0
    """Where the headline stands, or 0."""
    origin: str = "page"
    outline: Outline | None = None
    """Where its chunks are, if not on the page itself."""
    share: float = 0.0
    """How much of the prose that the page shows is in the body, 0 to 1."""


def find(outline: Outline, anchors: Anchors) -> Body:
    """The body of the story; empty if the page has no prose."""
    page = _Page(outline, anchors)
    core = page.core()
    if core is None:
        return Body()
    page.judge(core)
    container = page.container(core)
    chunks = page.kept(container)
    prose = sum(max(0.0, w) for w in page.worths)
    mine = sum(max(0.0, page.worths[c.index]) for c in chunks)
    return Body(chunks, page.shown(chunks), page.above(chunks), page.head_of(chunks), mine / prose if prose else 0.0)


def told(text: str) -> Body:
    """The body that a page declares in JSON-LD, for pages that show none: they are filled in by scripts."""
    marked = text if _PARAGRAPH.search(text) else "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines())
    lines = outline_of(tree.grow(f"<div>{marked}</div>"))
    chunks = [c for c in lines.chunks if c.text and not _is_clutter(c)]
    return Body(chunks, chunks, origin="json-ld", outline=lines, share=1.0)


class _Page:
    """One page under judgement; lists are by chunk index."""

    def __init__(self, outline: Outline, anchors: Anchors) -> None:
        self.outline = outline
        self.chunks = outline.chunks
        self.worths = [worth(chunk) for chunk in self.chunks]
        self.containers = set(anchors.containers)
        self.headline = key(anchors.headline)
        self.heads = [c.index for c in self.chunks if c.text and self.headline and key(c.text) == self.headline]
        self.start = next((h for h in self.heads if self.chunks[h].box.tag in HEADINGS), next(iter(self.heads), 0))
        self.flagged = [(box, kind) for box in outline.boxes if (kind := kind_of(box.tag, box.names)) & ~(Kind.BODY | Kind.STANDFIRST)]
        self.flagged = [(b, k) for b, k in self.flagged if not any(b.first <= h < b.last for h in self.heads)]
        self.listed = listed(outline)
        self.declared = self._told(anchors)
        second = key(anchors.second)
        self.seconded = [not second or (len(k := key(c.text[:300])[:80]) > 8 and k in second) for c in self.chunks]
        self.out = [False] * len(self.chunks)
        self.barred = [False] * len(self.chunks)

    def _told(self, anchors: Anchors) -> list[bool]:
        """Which chunks stand word for word in the declared text, or begin the declared summary."""
        text, summary = key(anchors.text[:400_000]), key(anchors.standfirst[:400])[:60]
        told = []
        for chunk, value in zip(self.chunks, self.worths, strict=True):
            start = key(chunk.text[:200])[:60] if value > 0 and (text or summary) else ""
            told.append(len(start) > 20 and (start in text or start == summary))
        return told

    def core(self) -> Box | None:
        """The box that directly holds the most that looks like the story."""
        doubt = [1.0] * len(self.chunks)
        for box, kind in self.flagged:
            factor = min(value for flag, value in DOUBT.items() if kind & flag)
            for i in range(box.first, box.last):
                doubt[i] *= factor
        mass: dict[Box, float] = {}
        for chunk, value in zip(self.chunks, self.worths, strict=True):
            if value > 0:
                i, box = chunk.index, holder(chunk)
                value *= max(doubt[i], 0.05) * (LISTED if self.listed[i] else 1.0) * (BEFORE if i < self.start else 1.0)
                mass[box] = mass.get(box, 0.0) + value * (3.0 if self.declared[i] else 1.0) * self._promise(box) * (1.0 if self.seconded[i] else NOT_SECONDED)
        return max(mass, key=lambda box: mass[box], default=None)

    def _promise(self, box: Box) -> float:
        if box.element in self.containers:
            return 2.0
        return 1.5 if kind_of(box.tag, box.names) & Kind.BODY else 1.0

    def judge(self, core: Box) -> None:
        """Mark what is furniture, now that it is known what is not."""
        around = set(_ancestry(core))
        for box, kind in self.flagged:
            if box not in around and (kind & SURE or self._is_small(box) if kind & ~Kind.WEAK else not self._is_prose(box)):
                self._drop(box.first, box.last, with_pictures=bool(kind & ~(Kind.CAPTION | Kind.PICTURE)))
        for i, is_listed in enumerate(self.listed):
            if is_listed and not core.first <= i < core.last:
                self._drop(i, i + 1, with_pictures=True)

    def _drop(self, first: int, last: int, *, with_pictures: bool) -> None:
        """Text of a caption is no text of the story, but its picture is one of the story's pictures."""
        self.out[first:last] = [True] * (last - first)
        if with_pictures:
            self.barred[first:last] = [True] * (last - first)

    def _is_prose(self, box: Box) -> bool:
        """Whether most of what a box holds is prose, and enough of it."""
        text = sum(c.size for c in self.chunks[box.first : box.last])
        prose = sum(c.size for c in self.chunks[box.first : box.last] if self.worths[c.index] > 0)
        return prose * 3 >= text * 2

    def _is_small(self, box: Box) -> bool:
        return sum(c.size for c in self.chunks[box.first : box.last]) < SMALL

    def container(self, core: Box) -> Box:
        """The core or the box around it that is worth most."""
        like, near = (core.tag, core.names), set(_ancestry(core)[:3])
        sums = [0.0]
        for chunk, value in zip(self.chunks, self.worths, strict=True):
            i = chunk.index
            if self.out[i]:
                value = CLUTTER if chunk.text else 0.0
            elif value > 0:
                box = holder(chunk)
                alike = (box.tag, box.names) == like or box in near or box.element in self.containers or self.declared[i]
                value *= (1.0 if self.seconded[i] else NOT_SECONDED_GROWTH) * (1.0 if alike else UNLIKE) * (1.0 if i >= self.start else BEFORE)
            sums.append(sums[-1] + value)
        best, most = core, sums[core.last] - sums[core.first]
        for box in _ancestry(core)[1:]:
            value = sums[box.last] - sums[box.first]
            if value > most * (1.0 if kind_of(box.tag, box.names) & Kind.BODY else GROWTH):
                best, most = box, value
        return best

    def kept(self, container: Box) -> list[Chunk]:
        """What of the container is the story, from below the headline."""
        found: list[Chunk] = []
        for chunk in self.chunks[container.first : container.last]:
            if chunk.index == self.start and self.heads:
                found = []
            elif chunk.text and chunk.index not in self.heads and not self.out[chunk.index] and not _is_clutter(chunk):
                found.append(chunk)
        return _trimmed(found)


    def shown(self, chunks: list[Chunk]) -> list[Chunk]:
        """The texts of a body and the pictures between the first and the last of them."""
        if not chunks:
            return []
        texts = {chunk.index for chunk in chunks}
        span = self.chunks[chunks[0].index : chunks[-1].index + 1]
        return [c for c in span if c.index in texts or (c.image is not None and not self.barred[c.index])]

    def head_of(self, chunks: list[Chunk]) -> int:
        """Where the headline stands that is nearest above a body, or 0."""
        return max((h for h in self.heads if chunks and h < chunks[0].index), default=0)

    def above(self, chunks: list[Chunk]) -> list[Chunk]:
        """What stands between the headline and a body, furniture left out."""
        if not chunks or not self.heads:
            return []
        return [c for c in self.chunks[self.head_of(chunks) + 1 : chunks[0].index] if c.text and not self.out[c.index] and not _is_clutter(c)]


def _ancestry(box: Box) -> list[Box]:
    found = [box]
    while (parent := found[-1].parent) is not None:
        found.append(parent)
    return found


def _is_clutter(chunk: Chunk) -> bool:
    unlinked = chunk.size - chunk.linked
    if chunk.linked * 20 >= chunk.size * 17 or (chunk.linked * 2 >= chunk.size and unlinked < 45):
        return True
    short = chunk.size < 200 or chunk.linked * 3 > chunk.size
    if _is_stray(chunk) or _is_date_line(chunk):
        return True
    return (short and is_label(chunk.text)) or is_rights_line(chunk.text) or not any(c.isalnum() for c in chunk.text)


def _is_stray(chunk: Chunk) -> bool:
    """Whether a chunk is a few words by themselves in a box of their own, which is neither paragraph, heading nor item."""
    box = chunk.box
    return chunk.size < 40 and box.tag in STRAY_IN and box.last - box.first == 1 and not ends_as_sentence(chunk.text)


def _is_date_line(chunk: Chunk) -> bool:
    if chunk.size > 80 or not any(c.isdecimal() for c in chunk.text):
        return False
    return any((found.end - found.start) * 2 >= len(chunk.text) for found in moments.find(chunk.text))


def _trimmed(chunks: list[Chunk]) -> list[Chunk]:
    """Without what stands before the first prose and after the last, but for the heading over the first."""
    solid = [i for i, c in enumerate(chunks) if (is_prose(c) and not is_heading(c)) or (c.box.tag == "li" and c.size >= 40)]
    if not solid:
        return chunks
    first, last = solid[0], solid[-1] + 1
    if first and is_heading(chunks[first - 1]):
        first -= 1
    while last < len(chunks) and chunks[last].box.tag in ("p", "blockquote") and ends_as_sentence(chunks[last].text):
        last += 1
    return chunks[first:last]


def listed(outline: Outline) -> list[bool]:
    """Which chunks are entries of lists of other stories: siblings of one make, each with a link for a title."""
    groups: dict[tuple[int, str, str], list[Box]] = {}
    for box in outline.boxes:
        if box.parent is not None and box.last > box.first and box.tag not in ("p", "span") and box.tag not in HEADINGS:
            groups.setdefault((id(box.parent), box.tag, "" if box.tag in ("tr", "td", "li") else box.names), []).append(box)
    found = [False] * len(outline.chunks)
    for boxes in groups.values():
        if len(boxes) >= 2 and sum(_is_entry(outline, box) for box in boxes) * 4 >= len(boxes) * 3 and (len(boxes) > 2 or boxes[0].tag != "li"):
            for box in boxes:
                found[box.first : box.last] = [True] * (box.last - box.first)
    return found


def _is_entry(outline: Outline, box: Box) -> bool:
    chunks = [c for c in outline.chunks[box.first : box.last] if c.text]
    return sum(c.size for c in chunks) < 700 and any(_is_title_link(chunk) for chunk in chunks)


def _is_title_link(chunk: Chunk) -> bool:
    """Whether a chunk is mostly a link, or begins with one as teasers do."""
    text, marks = chunk.pieces[0]
    return (chunk.linked >= 12 and chunk.linked * 3 >= chunk.size * 2) or (len(text) >= 15 and any(m[0] == "a" for m in marks))
