"""Bodies that are plain text, and telling them from those that are HTML."""

from __future__ import annotations

import html
import re

from dateline.story import Paragraph
from dateline.wire.bodies import markup
from dateline.wire.lines import paragraphs
from dateline.wire.record import FoundBlock

_MARKUP = re.compile(
    r"</?(?:p|div|br|a|b|i|u|s|em|strong|small|su[bp]|code|q|cite|del|ins|span|img|ul|ol|li|d[ldt]|h[1-6]|blockquote"
    r"|figure|figcaption|picture|table|t[rdh]|iframe|font|center|hr|pre|section|article|aside|header|footer|html|body"
    r"|video|audio|object|embed|svg|math|script|style)\b[^<>]*>",
    re.IGNORECASE,
)
_ESCAPED = re.compile(r"&lt;/?(?:p|div|br|a|strong|em|img|ul|span|blockquote)\b", re.IGNORECASE)


def blocks(text: str) -> tuple[FoundBlock, ...]:
    """The paragraphs of a plain text."""
    return tuple(Paragraph(html=html.escape(one, quote=False)) for one in paragraphs(text))


def is_markup(text: str) -> bool:
    """Whether a text is HTML."""
    return bool(_MARKUP.search(text))


def either(text: str, base: str = "") -> tuple[FoundBlock, ...]:
    """The blocks of a text that may be plain or HTML, or HTML that was escaped on its way."""
    if not is_markup(text) and _ESCAPED.search(text):
        text = html.unescape(text)
    if is_markup(text):
        return markup.blocks(text, base)
    return blocks(html.unescape(text) if "&" in text else text)
