"""A page as a flat list of text blocks in nested boxes: what a reader sees, in order, before anything is judged.

A *box* is a block-level element, a *chunk* a run of text inside one, ended by the next block or by two line breaks.
Boxes know which chunks they cover, so sums over a box are differences of two running sums. The walk visits each
node once and calls nothing that looks further than the node.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from dateline.errors import CopyError
from dateline.wire.page.tree import DEEPEST
from dateline.wire.page.words import size, tidy, words

SKIPPED = words("""
    script style noscript template svg math iframe frame frameset object embed applet canvas map head title link meta
    select option datalist button input textarea audio video source track dialog
""")
SINGLE = frozenset({"br", "img", "amp-img"})
BLOCKS = words("""
    html body address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary
    table caption tbody td tfoot th thead tr ul dir multicol
""")
"""Elements that end a run of text; so does every custom element (``a-name``), which pages use as wrappers. All others
are part of the run, as browsers have it."""
MARKS = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "cite": "em",
    "sub": "sub",
    "sup": "sup",
    "code": "code",
    "s": "s",
    "del": "s",
    "strike": "s",
    "q": "q",
    "kbd": "code",
    "tt": "code",
    "samp": "code",
}

MOST_IN_LINK = 12
"""A link that holds more chunks than a large teaser does was left open by mistake."""
LONGEST_NAMES = 400

AUTHOR = re.compile(
    r"(?:^|[\W_]|(?<=[a-z])(?=[A-Z]))(?:author|authors|byline|bylines|autor|autoren|autore|auteur|writer|reporter|journalist|creator|verfasser|contributor|penulis|redactor|columnist)s?"
    r"(?:$|[\W_\d]|name|link|info|block)",
    re.IGNORECASE,
)
"""Names of elements that hold who wrote the story."""

Mark = tuple[str, str, str]
"""What text stands in: an open inline element, its name and up to two values: (``a``, address, "") or (``span``, lang,
dir); or ``BY``, which is no element of the story's but says that the page names the text an author."""
BY: Mark = ("by", "", "")
Piece = tuple[str, tuple[Mark, ...]]
"""Text and the marks it stands in; a line break is the text ``\\n``."""


@dataclass(slots=True, eq=False)
class Box:
    """A block-level element; covers ``chunks[first:last]`` of its outline."""

    element: HtmlElement
    tag: str
    parent: Box | None
    first: int
    last: int = 0
    names: str = ""
    """Class, id and role, in lower case."""


@dataclass(slots=True, eq=False)
class Chunk:
    """A run of text, or one picture (``image`` is its element)."""

    box: Box
    index: int
    pieces: list[Piece]
    text: str = ""
    size: int = 0
    linked: int = 0
    """How much of ``size`` is the text of links."""
    image: HtmlElement | None = None


Line = tuple[int, Chunk]
"""A chunk that may say something about the story, and how far from its headline or its end it stands."""


@dataclass(slots=True)
class Outline:
    boxes: list[Box] = field(default_factory=list)
    chunks: list[Chunk] = field(default_factory=list)


class _Walk:
    """The state of one walk; ``pieces`` is the run being gathered, ``opened`` what was in force around open inlines."""

    def __init__(self) -> None:
        self.outline = Outline()
        self.box: Box | None = None
        self.pieces: list[Piece] = []
        self.marks: tuple[Mark, ...] = ()
        self.opened: list[tuple[tuple[Mark, ...], int]] = []

    def say(self, text: str | None) -> None:
        if text and (self.pieces or not text.isspace()):
            self.pieces.append((text, self.marks))

    def break_line(self) -> None:
        """One break is part of the run; a second in a row ends it."""
        last = next((text for text, _ in reversed(self.pieces) if text == "\n" or not text.isspace()), "")
        if last == "\n":
            self.flush()
        elif self.pieces:
            self.pieces.append(("\n", self.marks))

    def flush(self) -> None:
        pieces, self.pieces = self.pieces, []
        if not pieces or self.box is None:
            return
        text = tidy("".join([text for text, _ in pieces]))
        if text:
            chunk = Chunk(self.box, len(self.outline.chunks), pieces, text, size(text))
            if any(marks for _, marks in pieces):
                chunk.linked = min(
                    chunk.size, sum(size(tidy(t)) for t, marks in pieces if any(m[0] == "a" for m in marks))
                )
            self.outline.chunks.append(chunk)

    def show(self, image: HtmlElement) -> None:
        """A picture goes before the run it stands in, which it does not end: it may be no more than a letter."""
        if self.box is not None:
            self.outline.chunks.append(Chunk(self.box, len(self.outline.chunks), [], image=image))

    def open(self, element: HtmlElement, tag: str) -> None:
        self.flush()
        names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}".strip()
        self.box = Box(element, tag, self.box, len(self.outline.chunks), names=names[:LONGEST_NAMES])
        self.outline.boxes.append(self.box)

    def close(self) -> None:
        self.flush()
        if self.box is not None:
            self.box.last = len(self.outline.chunks)
            self.box = self.box.parent

    def enter(self, element: HtmlElement, tag: str) -> None:
        self.opened.append((self.marks, len(self.outline.chunks)))
        for mark in _marks(element, tag):
            if all(mark[0] != known[0] for known in self.marks):
                self.marks = (*self.marks, mark)

    def leave(self, tag: str) -> None:
        inside = self.marks
        self.marks, first = self.opened.pop()
        if (
            tag == "a"
            and inside is not self.marks
            and any(m[0] == "a" for m in inside)
            and len(self.outline.chunks) - first > MOST_IN_LINK
        ):
            for chunk in self.outline.chunks[first:]:
                _unlink(chunk)


def outline(root: HtmlElement) -> Outline:
    """The outline of the page. Raises CopyError if elements are nested deeper than any page needs."""
    walk = _Walk()
    walker = iterwalk(root, events=("start", "end"))
    depth = 0
    for event, element in walker:
        tag = element.tag
        if event == "start":
            depth += 1
            if depth > DEEPEST:
                raise CopyError(f"The page nests elements deeper than {DEEPEST}.")
            if not isinstance(tag, str) or tag in SKIPPED:
                walker.skip_subtree()
            elif tag in SINGLE:
                walk.break_line() if tag == "br" else walk.show(element)
            else:
                (walk.open if _is_block(tag) else walk.enter)(element, tag)
                walk.say(element.text)
        else:
            depth -= 1
            if isinstance(tag, str) and tag not in SKIPPED and tag not in SINGLE:
                walk.close() if _is_block(tag) else walk.leave(tag)
            if depth:
                walk.say(element.tail)
    return walk.outline


def _is_block(tag: str) -> bool:
    return tag in BLOCKS or "-" in tag


def _marks(element: HtmlElement, tag: str) -> list[Mark]:
    found: list[Mark] = []
    if tag == "a" and (href := element.get("href")):
        found.append(("a", href, ""))
    elif tag in MARKS:
        found.append((MARKS[tag], "", ""))
    elif tag == "span" and (element.get("lang") or element.get("dir")):
        found.append(("span", element.get("lang", ""), element.get("dir", "")))
    if (names := f"{element.get('class', '')} {element.get('rel', '')}") != " " and AUTHOR.search(
        names[:LONGEST_NAMES]
    ):
        found.append(BY)
    return found


def _unlink(chunk: Chunk) -> None:
    """A link around a good part of the page was never closed: what it covers is not its text."""
    chunk.linked = 0
    chunk.pieces = [(text, tuple(m for m in marks if m[0] != "a")) for text, marks in chunk.pieces]
