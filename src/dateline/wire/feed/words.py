"""The words of an entry: which of its texts is the story, which its standfirst."""

from __future__ import annotations

import re
from typing import Any

from dateline.story import Paragraph
from dateline.wire.bodies import markup, plain
from dateline.wire.feed.rows import listed, said
from dateline.wire.record import FoundBlock, Record

LONGEST_SUMMARY = 600
"""Characters of a summary that may stand above a story; a longer one is a story of its own."""

_APPEARED = re.compile(
    r"(?:the post|el cargo|la entrada|der beitrag|l’article)\b.{0,600}"
    r"\b(?:appeared first|se publicó primero|erschien zuerst|est apparu en premier)\b",
    re.IGNORECASE | re.DOTALL,
)
_CUT = re.compile(r"(?:\[(?:…|\.\.\.|&#8230;)\]|…|\.\.\.|read more)\s*$", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][\w:.\-]*(?:\s[^<>]*)?/?>")
_FILE = re.compile(r"image/|audio/|video/|application/json")
_PACKED = re.compile(r"[A-Za-z0-9+/\s]{60,}={0,2}\s*")


def texts(entry: Any, described: str, base: str) -> tuple[tuple[FoundBlock, ...], str]:
    """The body, and the summary where it is not the body's own beginning.

    ``described``: what is said of a file of the entry, which is its text where it has no other.
    """
    contents = [one for one in listed(entry, "content") if said(one, "value").strip() and not _is_file(one)]
    contents.sort(key=lambda one: -len(said(one, "value")))
    summary = said(entry, "summary")
    if contents and len(said(contents[0], "value")) * 2 >= len(summary):
        body = _blocks(said(contents[0], "value"), said(contents[0], "type"), base)
        return body, _standfirst(summary, body)
    kind = said(entry.get("summary_detail") or {}, "type")
    # One that calls itself plain seldom is: it is looked at.
    return _blocks(summary, kind.replace("text/plain", ""), base) or _blocks(described, "text/plain", base), ""


def _is_file(content: Any) -> bool:
    """Whether content is a file, or the letters that one was packed into, and no text."""
    kind, value = said(content, "type"), said(content, "value")
    return bool(_FILE.match(kind)) or (kind.startswith("application/") and bool(_PACKED.fullmatch(value)))


def _standfirst(summary: str, body: tuple[FoundBlock, ...]) -> str:
    """The words of a summary; nothing if they are only the body's first."""
    words = " ".join(Record(headline="", body=body).plain_body().split())
    short = markup.text_of(summary)
    short = markup.text_of(short) if plain.is_markup(short) else short
    is_own = short and short[:60] not in words[:400] and not _CUT.search(short) and len(short) <= LONGEST_SUMMARY
    return short if is_own else ""


def _blocks(text: str, kind: str, base: str) -> tuple[FoundBlock, ...]:
    if kind == "text/plain" and not plain.is_markup(text):
        found = plain.blocks(text)
    else:
        is_html = "html" in kind and _TAG.search(text)
        found = markup.blocks(text, base) if is_html else plain.either(text, base)
    if found and isinstance(found[-1], Paragraph) and _APPEARED.match(markup.text_of(found[-1].html)):
        return found[:-1]
    return found
