"""Plain text as people read it: white space, invisible characters, lengths that mean the same in every script."""

from __future__ import annotations

import html
import re
import unicodedata

from lxml.html import HtmlElement

WIDE_IS = 2
"""How many Latin letters one letter of a script without spaces, or of Hangul, stands for."""

_SPACE = re.compile(r"\s+")
# Soft hyphens and marks that only set the direction of what follows would outlive the text they belong to.
_INVISIBLE = re.compile("[\xad\ufeff\u2060\u202a-\u202e\u2066-\u2069\x00-\x08\x0e-\x1f\x7f]")
# Pages number their quotation marks as windows-1252 does, and browsers read them so (HTML, character references).
_WINDOWS = {i: bytes([i]).decode("cp1252", "ignore") for i in range(0x80, 0xA0)}
_TAG = re.compile(r"<[^<>]*>")
_WIDE = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
_WORD = re.compile(r"\w+")


def tidy(text: str | None) -> str:
    """One line: white space collapsed, invisible characters gone, composed (NFC)."""
    return _SPACE.sub(" ", clear(text)).strip() if text else ""


def clear(text: str) -> str:
    """Text without invisible characters, composed (NFC); white space as it was."""
    if text.isascii() and text.isprintable():
        return text
    text = _INVISIBLE.sub("", text.translate(_WINDOWS))
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def unmarked(text: str | None) -> str:
    """One line of plain text from a value that may hold character references, twice over, and tags."""
    if not text:
        return ""
    if "&" in text:
        text = html.unescape(text)
        text = html.unescape(text) if "&" in text else text
    return tidy(_TAG.sub(" ", text) if "<" in text else text)


def text_of(element: HtmlElement, most: int = 1000) -> str:
    """One line of the text in an element, read no further than ``most`` characters."""
    found: list[str] = []
    length = 0
    for text in element.itertext():
        found.append(str(text))
        length += len(text)
        if length >= most:
            break
    return tidy("".join(found)[:most])


def size(text: str) -> int:
    """Length in Latin letters, whatever the script."""
    return len(text) if text.isascii() else len(text) + (WIDE_IS - 1) * len(_WIDE.findall(text))


def key(text: str) -> str:
    """What two texts have in common that differ only in case, marks and spaces."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def words(text: str) -> frozenset[str]:
    """The words of a text as a set; lists of words read better as text."""
    return frozenset(text.split())


def any_of(*phrases: str) -> str:
    """A regular expression for one of some phrases, each an expression of its own."""
    return "(?:" + "|".join(phrases) + ")"
