"""What a reader wrote as HTML: paragraphs, lines and links; everything else is escaped. Pure.

The text comes from outside. It can name any address and hold any character, so a link shows where it leads however the
writer turned the letters around it, and nobody is sent anywhere but over the web.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import escape

SHOWN = 44
"""Characters of an address that are shown."""

# Signs that turn the direction of what follows (UAX #9), and those that are not seen, do not belong to an address.
_ADDRESS = re.compile(r"https?://[^\s<>\"\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]{1,2000}", re.IGNORECASE)
_PARTING = re.compile(r"\n[ \t]*\n\s*")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)])
_TRAILING = ".,;:!?…'’”»*_"
_CLOSING = {")": "(", "]": "[", "}": "{"}


def render(text: str) -> str:
    """The paragraphs of a text; each has the direction of its own first letter."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS).strip()
    return "".join(f'<p dir="auto">{_lines(part)}</p>' for part in _PARTING.split(plain) if part)


def line(text: str) -> str:
    """A name, escaped and on one line."""
    return str(escape(" ".join(text.translate(_CONTROLS).split())))


def _lines(paragraph: str) -> str:
    return "<br>".join(_linked(line) for line in paragraph.split("\n"))


def _linked(line: str) -> str:
    """The line with its addresses made links."""
    html, at = [], 0
    for found in _ADDRESS.finditer(line):
        address = _trimmed(found[0])
        if shown := _shown(address):
            html += [str(escape(line[at : found.start()])), _link(address, shown)]
            at = found.start() + len(address)
    return "".join([*html, str(escape(line[at:]))])


def _link(address: str, shown: str) -> str:
    return f'<a href="{escape(address)}" rel="nofollow ugc noopener"><bdi dir="ltr">{escape(shown)}</bdi></a>'


def _trimmed(address: str) -> str:
    """Without the signs of the sentence that it stands in."""
    while address[-1] in _TRAILING or (
        address[-1] in _CLOSING and address.count(address[-1]) > address.count(_CLOSING[address[-1]])
    ):
        address = address[:-1]
    return address


def _shown(address: str) -> str:
    """An address as it is shown: host and the beginning of the rest; empty for one that is not to be followed.

    ``https://bank.example@elsewhere.example`` leads elsewhere than it says, so it is none.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if not host or "@" in parts.netloc:
        return ""
    text = address.partition("://")[2].removesuffix("/")
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
