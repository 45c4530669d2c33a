"""XML cut into its stories without being parsed: whatever is wrong with one of them, the others are whole.

Knows of XML what keeps a tag from being one: CDATA, comments, instructions, the document type. Holds one story and the
head of the file at a time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.errors import CopyError

LARGEST_ITEM = 32 << 20
LARGEST_HEAD = 16 << 20
"""Characters of a story, and of what stands before the first one, that are held at most."""
LARGEST_SHELL = 1 << 18
"""Characters of a head that every story repeats."""
DEEPEST_HEAD = 100

_SKIP = r"<!\[CDATA\[|<!--|<\?"
_ENDS = {"<![CDATA[": re.compile("]]>"), "<!--": re.compile("-->"), "<?": re.compile(r"\?>")}
_END = re.compile("/?>")
_OVERLAP = 400
"""Characters at the end of what was searched that are searched again, for a tag may be cut in two there."""
# Nothing in a tag can be read in two ways, so nothing of one that is not closed is looked at again.
_TAG = re.compile(r"<(/?)([A-Za-z_][\w.\-]*+(?::[\w.\-]++)?+)(?:[^<>\"'/]++|/(?!>)|\"[^\"<]*+\"|'[^'<]*+')*+(/?)>")
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]{0,500}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,2000}(\[[^\]]*\]\s*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


class Parts(NamedTuple):
    """A file cut up. ``head`` is all that stands before the first story, without declaration and document type."""

    head: str
    items: Iterator[str]


class _Text:
    """A text that is read on as it is searched. Places are counted from the end of what was taken."""

    def __init__(self, chunks: Iterable[str]) -> None:
        self.chunks = iter(chunks)
        self.held = ""
        self.taken = 0

    def __len__(self) -> int:
        return len(self.held) - self.taken

    def grow(self) -> bool:
        chunk = next(self.chunks, None)
        self.held, self.taken = self.held[self.taken :] + (chunk or ""), 0
        return chunk is not None

    def find(self, pattern: re.Pattern[str], start: int, most: int) -> Found | None:
        """The first match; raises CopyError if more than ``most`` characters hold none."""
        while True:
            if match := pattern.search(self.held, self.taken + start):
                return Found(
                    match.start() - self.taken, match.end() - self.taken, match[0], match.lastgroup or "", match
                )
            start = max(start, len(self) - _OVERLAP)
            if len(self) > most:
                raise CopyError(f"A part of it is longer than {most >> 20} million characters.")
            if not self.grow():
                return None

    def take(self, end: int) -> str:
        found = self.held[self.taken : self.taken + end]
        self.taken += end
        return found


class Found(NamedTuple):
    """Where something was found, and what it is."""

    start: int
    end: int
    whole: str
    kind: str
    match: re.Match[str]


def cut(chunks: Iterable[str], names: Sequence[str], nests: bool = False) -> Parts:
    """The head, and the elements of some local names, all with the prefix that the first one has.

    ``nests``: whether such an element may hold another. Where it may not, all are called as the first one is, and one
    that opens ends the one before it.
    Raises CopyError for a document type that declares entities; so do the items for a file that ends inside of one.
    """
    text = _Text(chunks)
    start, name = _opening(text, re.compile(rf"{_SKIP}|<(?P<open>(?:[\w.\-]+:)?(?:{'|'.join(names)}))(?=[\s/>])"))
    head = text.take(start)
    prefix = name.rpartition(":")[0]
    called = [f"{prefix}:{one}" if prefix else one for one in names] if nests and name else [name]
    return Parts(_DECLARATION.sub("", _without_type(head)).strip(), _items(text, called, nests))


def _opening(text: _Text, pattern: re.Pattern[str]) -> tuple[int, str]:
    """Where the first story begins and what its element is called; the end of the text if there is none."""
    at = 0
    while found := text.find(pattern, at, LARGEST_HEAD):
        if found.kind == "open":
            return found.start, found.match["open"]
        at = _past(text, found, LARGEST_HEAD)
    return len(text), ""


def _past(text: _Text, opened: Found, most: int) -> int:
    """The end of a comment or its like; that of the text if it is never closed."""
    end = text.find(_ENDS[opened.whole], opened.end, most)
    return end.end if end else len(text)


def _items(text: _Text, names: Sequence[str], nests: bool) -> Iterator[str]:
    if not names[0]:
        return
    name = "|".join(map(re.escape, names))
    token = re.compile(rf"{_SKIP}|(?P<open><(?:{name})(?=[\s/>]))|(?P<close></(?:{name})(?=[\s>]))")
    at = depth = 0
    while found := text.find(token, at, LARGEST_ITEM):
        if not found.kind:
            at = _past(text, found, LARGEST_ITEM)
        elif found.kind == "open" and depth and not nests:
            yield f"{text.take(found.start)}</{names[0]}>"
            at = depth = 0
        else:
            if not depth:
                text.take(found.start)
                found = Found(0, found.end - found.start, *found[2:])
            at, step = _tag(text, found)
            depth += step
            if depth <= 0:
                yield text.take(at)
                at = depth = 0
    if depth:
        raise CopyError(f"The file ends inside of <{names[0]}>: “{_words(text.take(len(text)))}”.")


def _tag(text: _Text, found: Found) -> tuple[int, int]:
    """Where a tag ends, and by how much it changes the depth."""
    end = text.find(_END, found.end, LARGEST_ITEM)
    if end is None:
        return len(text), 1
    if found.kind == "close":
        return end.end, -1
    return end.end, 0 if end.whole == "/>" else 1


def _words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>|<!\[CDATA\[|\]\]>", " ", text[:2000]).split())[:100]


def _without_type(head: str) -> str:
    """The head without its document type, which is never fetched; raises CopyError if it declares entities."""
    match = _DOCTYPE.search(head)
    if (match and match[1] and _ENTITY.search(match[1])) or _ENTITY.search(head):
        raise CopyError("It declares entities, which may name files or grow without end; it was not read.")
    return head.replace(match[0], "", 1) if match else head


def shelled(parts: Parts, what: str) -> Iterator[bytes]:
    """Each story as a small file of its own kind: the head before it, and behind it what closes that.

    Raises CopyError, with ``what`` as its reason, if there is no story.
    """
    if len(parts.head) > LARGEST_SHELL:
        raise CopyError(f"What it says before its first story has {len(parts.head):,} characters.")
    end = closings(parts.head)
    found = False
    for item in parts.items:
        found = True
        yield f"{parts.head}{item}{end}".encode("utf-8", "replace")
    if not found:
        raise CopyError(what)


def closings(head: str) -> str:
    """The tags that close what a head leaves open. Raises CopyError if that is more than any format needs."""
    still: list[str] = []
    for match in _TAG.finditer(_unmarked(head)):
        if match[3]:
            continue
        if not match[1]:
            still.append(match[2])
        elif match[2] in still:
            del still[len(still) - 1 - still[::-1].index(match[2]) :]
    if len(still) > DEEPEST_HEAD:
        raise CopyError(f"It nests elements deeper than {DEEPEST_HEAD} before its first story.")
    return "".join(f"</{name}>" for name in reversed(still))


def _unmarked(head: str) -> str:
    return re.sub(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", "", head, flags=re.DOTALL)
