"""Inline HTML of body blocks, made anew from text and marks: nothing of the page's own markup is passed on.

The result holds nothing but ``a[href] em strong sub sup code s q br span[lang|dir]``, as ``dateline.story`` demands;
links are absolute and lead to ``http``, ``https`` or ``mailto``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from dateline.wire.page.outline import Mark, Piece
from dateline.wire.page.words import clear

LONGEST_ADDRESS = 2000
ELEMENTS = frozenset({"em", "strong", "sub", "sup", "code", "s", "q"})

_SPACE = re.compile(r"[ \t\r\n\f\v\x85\xa0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_DIRECTIONS = ("ltr", "rtl", "auto")
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\xa0<>\"'`\\^{|}]")


def render(pieces: Sequence[Piece], base: str) -> str:
    """The clean inline HTML of a run of text; addresses are resolved against ``base``."""
    out: list[str] = []
    open_marks: list[str] = []
    gap = ""
    for text, marks in pieces:
        if text == "\n":
            gap = "<br>" if out else ""
            continue
        line = _SPACE.sub(" ", clear(text))
        words = line.strip(" ")
        if not words:
            gap = gap or (" " if out else "")
            continue
        gap = gap or (" " if out and line[0] == " " else "")
        _switch(out, open_marks, _tags(marks, base), gap)
        out.append(html.escape(words, quote=False))
        gap = " " if line[-1] == " " else ""
    _switch(out, open_marks, [], "")
    return "".join(out)


def join(parts: Iterable[str], between: str = "<br>") -> str:
    return between.join(part for part in parts if part)


def _switch(out: list[str], open_marks: list[str], wanted: list[str], gap: str) -> None:
    """Close what ends here, say the gap, open what begins."""
    keep = 0
    while keep < min(len(open_marks), len(wanted)) and open_marks[keep] == wanted[keep]:
        keep += 1
    out.extend(f"</{tag.split(' ', 1)[0]}>" for tag in reversed(open_marks[keep:]))
    out.append(gap)
    out.extend(f"<{tag}>" for tag in wanted[keep:])
    open_marks[keep:] = wanted[keep:]


def _tags(marks: tuple[Mark, ...], base: str) -> list[str]:
    return [tag for mark in marks if (tag := _tag(mark, base))]


def _tag(mark: Mark, base: str) -> str:
    name, first, second = mark
    if name == "a":
        address = resolve(first, base)
        return f'a href="{html.escape(address)}"' if address else ""
    if name == "span":
        language = f' lang="{first}"' if _LANGUAGE.fullmatch(first) else ""
        direction = f' dir="{second.lower()}"' if second.lower() in _DIRECTIONS else ""
        return f"span{language}{direction}" if language or direction else ""
    return name if name in ELEMENTS else ""


UNTOLD = "/"
"""The base of copy that does not say where it was: its links to itself stay paths."""


def resolve(address: str, base: str) -> str:
    """The absolute form of an address a reader may safely follow, or ``""``."""
    if len(address) > LONGEST_ADDRESS or len(base) > LONGEST_ADDRESS:
        return ""
    return _resolved(address.strip().replace("\n", "").replace("\r", "").replace("\t", ""), base)


@lru_cache(maxsize=4096)
def _resolved(address: str, base: str) -> str:
    if not address or address.startswith("#"):
        return ""
    try:
        whole = urljoin(base, address)
        parts = urlsplit(whole)
        host = parts.hostname
    except ValueError:
        return ""
    if base == UNTOLD and not parts.scheme and not parts.netloc:
        return _quoted(whole)
    if parts.scheme == "mailto" and "@" in parts.path:
        return _quoted(whole)
    return _quoted(whole) if parts.scheme in ("http", "https") and host else ""


def _quoted(address: str) -> str:
    """An address with the characters quoted that would end it in markup or in a header."""
    return _UNSAFE.sub(lambda m: "".join(f"%{byte:02X}" for byte in m[0].encode()), address)
