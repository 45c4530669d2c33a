"""The tree of a page, parsed once, with bounds that keep any input cheap.

The bounds are counts that are known before the work they bound: bytes before decoding, tags before parsing, depth
while walking. None is a timer, so the same bytes always get the same answer.
"""

from __future__ import annotations

import re

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from dateline.errors import CopyError
from dateline.wire.page.charset import decode

MOST_BYTES = 32 * 1024 * 1024
MOST_CHARACTERS = 8_000_000
"""After pictures written into the page as ``data:`` addresses were taken out."""
MOST_TAGS = 150_000
"""A long page of a newspaper has 12,000."""
DEEPEST = 600
LONG_TAG, MOST_ATTRIBUTES = 2000, 300
"""A long tag with more attributes is read without any: the parser compares each attribute with all before it."""

_MARKUP = re.compile(r"<(?:!doctype|html|head|body|title|meta|div|p|table|article|section|h1|span|br)\b", re.IGNORECASE)
_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"RIFF",
    b"\x7fELF",
    b"MZ\x90",
    b"\xd0\xcf\x11\xe0",
)
_DATA_ADDRESS = re.compile(r"data:[a-z]{1,20}/[a-z0-9.+\-]{1,40};base64,[A-Za-z0-9+/=%\s]*", re.IGNORECASE)
# A quote counts only behind an equals sign, as browsers have it. Possessive, so that one that is never closed is looked
# for once.
_TAG = re.compile(r"""<[a-zA-Z][^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+""")
_QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
_RAW = re.compile(r"<(?:script|style|textarea|title|xmp)\b", re.IGNORECASE)
_RAW_END = re.compile(r"</(?:script|style|textarea|title|xmp)\b", re.IGNORECASE)
_NAME = re.compile(r"<[a-zA-Z][a-zA-Z0-9:\-]{0,30}")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def parse(data: bytes) -> HtmlElement:
    """The root element of the page in ``data``.

    Raises CopyError for what is empty, too large, binary, or not HTML.
    """
    if len(data) > MOST_BYTES:
        raise CopyError(f"The file has {len(data):,} bytes; a page may have {MOST_BYTES:,}.")
    if not data.strip():
        raise CopyError("The file is empty.")
    if data.startswith(_BINARY):
        raise CopyError("The file is not a page but binary data.")
    text, _ = decode(data)
    return grow(_bounded(text))


def fragment(text: str) -> HtmlElement:
    """The tree of part of a page, such as the body of a story in an export; raises CopyError for what is too large."""
    return grow(f"<div>{_sized(text)}</div>")


def _bounded(text: str) -> str:
    if _strange(text[:4096]):
        raise CopyError("The file is not a page but binary data.")
    if not _MARKUP.search(text):
        raise CopyError("The file is neither HTML nor text in lines, in which a headline could be told.")
    return _sized(text)


def _sized(text: str) -> str:
    if ";base64," in text:
        text = _DATA_ADDRESS.sub("data:", text)
    if len(text) > MOST_CHARACTERS:
        raise CopyError(f"The page has {len(text):,} characters; at most {MOST_CHARACTERS:,} are read.")
    if (tags := text.count("<")) > MOST_TAGS:
        raise CopyError(f"The page has {tags:,} tags; at most {MOST_TAGS:,} are read.")
    text = _CONTROLS.sub("", text)
    return _spared(text) if any(map(_is_overlong, _TAG.findall(text))) else text


def _is_overlong(tag: str) -> bool:
    return len(tag) > LONG_TAG and len(_QUOTED.sub("=", tag).split()) > MOST_ATTRIBUTES


def _spared(text: str) -> str:
    """Text whose overlong tags have no attributes; what scripts hold is no tag, however much it looks like one."""
    parts: list[str] = []
    done = 0
    while match := _TAG.search(text, done):
        tag = match[0]
        name = _NAME.match(tag) if _is_overlong(tag) else None
        parts += (text[done : match.start()], name[0] if name else tag)
        done = match.end()
        if _RAW.match(tag):
            end = _RAW_END.search(text, done)
            parts.append(text[done : end.start() if end else len(text)])
            done = end.start() if end else len(text)
    return "".join(parts) + text[done:]


def _strange(head: str) -> bool:
    """Whether text is so full of control characters and broken bytes that it was never text."""
    return len(_CONTROLS.findall(head)) + head.count("\ufffd") > max(8, len(head) // 10)


def grow(text: str) -> HtmlElement:
    """The tree of markup that is known to be bounded; raises CopyError if it holds nothing."""
    # A parser for each page: one that is kept would keep the strings of every page it has seen.
    parser = HTMLParser(
        encoding="utf-8",
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        return document_fromstring(text.encode("utf-8"), parser=parser)
    except (ParserError, ValueError) as error:
        raise CopyError("The page holds nothing that can be read.") from error
