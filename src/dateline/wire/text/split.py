"""Cutting a file of page text into pages, and telling whether a file is page text at all."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.wire.page.charset import decode
from dateline.wire.page.prose import ends_as_sentence
from dateline.wire.text.lines import lines_of

OPENING = 3
"""Lines at the head of the file that, where they stand together again, open the next page."""
SHORTEST_PAGE = 5
"""Lines; an opening that comes again sooner is none."""
LEAST_PROSE = 200
"""Letters in sentences that a page has; a menu that stands twice, or a rule above a footer, parts no pages."""
MOST_ARE_PAGES = 0.8
FEWEST_LETTERS = 0.5
MOST_MAKES = 5

_RULE = re.compile(r"^[ \t]*([=\-_*#~+])\1{4,}[ \t]*$", re.MULTILINE)
_ADDRESS = re.compile(
    r"^(?:(?:url|uri|address|link|source url|warc-target-uri)\s*[:=]\s*)?https?://\S+\s*$", re.IGNORECASE | re.MULTILINE
)
_DATA = re.compile(rb"\s*(?:[{<]|\[\s*(?:[\[{\]\"]|-?\d|true\b|false\b|null\b))")
_MARKUP = re.compile(r"<(?:!doctype|html|head|body|rss|feed|\?xml|div|p|article)\b|<\?xml", re.IGNORECASE)


def fits(head: bytes) -> bool:
    """Whether a file that begins like this is text of pages: no markup, no JSON, no columns, mostly letters."""
    if b"\x00" in head or _DATA.match(head):
        return False
    text, _ = decode(head)
    if _MARKUP.search(text) or text.count("\ufffd") * 20 > len(text):
        return False
    marks = [c for c in text if not c.isspace()]
    return len(lines_of(text)) > 1 and sum(c.isalpha() for c in marks) >= FEWEST_LETTERS * len(marks)


def split(data: bytes) -> list[str]:
    """The pages in a file: at form feeds, ruled lines, addresses on lines of their own, or where it begins anew."""
    text, _ = decode(data)
    if "\f" in text.strip("\f"):
        return _full(text.split("\f"))
    for starts in (_ruled(text), _cut(text, _addresses(text)), _cut(text, _openings(text))):
        parts = _full(starts)
        if len(parts) > 1 and sum(map(_has_prose, parts)) >= MOST_ARE_PAGES * len(parts):
            return parts
    return _full([text])


def _has_prose(part: str) -> bool:
    return sum(line.size for line in lines_of(part) if ends_as_sentence(line.text)) >= LEAST_PROSE


def _full(pages: list[str]) -> list[str]:
    return [page for page in pages if len(lines_of(page[:2000])) > 1]


def _cut(text: str, starts: list[int]) -> list[str]:
    ends = [*starts[1:], len(text)]
    head = [text[: starts[0]]] if starts and text[: starts[0]].strip() else []
    return head + [text[a:b] for a, b in zip(starts, ends, strict=True)] if starts else [text]


def _ruled(text: str) -> list[str]:
    """What ruled lines of one make part, the longest make first, if those are pages rather than parts of one."""
    rules = dict.fromkeys(match[0].strip() for match in _RULE.finditer(text))
    for rule in sorted(rules, key=len, reverse=True)[:MOST_MAKES]:
        parts = [part for part in re.split(rf"(?m)^[ \t]*{re.escape(rule)}[ \t]*$\n?", text) if part.strip()]
        if len(parts) > 1 and all(len(lines_of(part)) >= SHORTEST_PAGE for part in parts):
            return parts
    return []


def _addresses(text: str) -> list[int]:
    """Addresses that stand alone, if the text begins with one."""
    starts = [match.start() for match in _ADDRESS.finditer(text)]
    return starts if len(starts) > 1 and not text[: starts[0]].strip() else []


def _openings(text: str) -> list[int]:
    """Where the first lines of the file come again, in their order."""
    lines: list[tuple[int, str]] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        if raw.strip():
            lines.append((at, raw.strip()))
        at += len(raw)
    opening = [line for _, line in lines[:OPENING]]
    found = (
        [
            i
            for i in range(len(lines))
            if lines[i][1] == opening[0] and [s for _, s in lines[i : i + OPENING]] == opening
        ]
        if opening
        else []
    )
    apart = all(b - a >= SHORTEST_PAGE for a, b in pairwise(found))
    return [lines[i][0] for i in found] if len(found) > 1 and apart else []
