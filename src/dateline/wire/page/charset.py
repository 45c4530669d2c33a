"""The text of a page from its bytes, with the charset found as a browser finds it.

A byte order mark is believed first, then the bytes themselves if they can only be UTF-8, then what the page declares
in its first bytes, then a guess from the bytes. Text that is valid UTF-8 goes before the page's own word because
saved pages are often stored again as UTF-8 by the tool that saved them, with the old declaration left inside.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

DECLARED_WITHIN = 8192
"""Browsers look at the first 1,024 bytes; saved pages often carry comments and scripts before the declaration."""

GUESSED_FROM = 32768
GUESSED = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874"),
    *("koi8_r", "gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
"""What pages that name no charset were ever written in."""

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.\-]{2,40})""", re.IGNORECASE)

# Labels whose meaning on the web is not Python's (https://encoding.spec.whatwg.org/#names-and-labels).
_WEB = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "l1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso8859-9": "cp1254",
    "latin5": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "big5": "big5hkscs",
    "x-x-big5": "big5hkscs",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "sjis": "cp932",
    "x-sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "korean": "cp949",
    "x-euc-jp": "euc_jp",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-mac-cyrillic": "mac-cyrillic",
    "macintosh": "mac-roman",
    "unicode-1-1-utf-8": "utf-8",
    # A page whose declaration could be read byte by byte is not UTF-16, whatever it says.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "unicode": "utf-8",
}

_TEXT_CODECS = re.compile(
    r"utf-8|utf8|windows-125\d|cp125\d|cp866|ibm866|koi8-[ru]|iso-?8859-\d+|iso-2022-jp|euc[-_]jp|gb18030|hz-gb-2312"
)
_LANGUAGE = re.compile(rb"""<html[^>]{0,400}?\blang\s*=\s*["']?([A-Za-z]{2})""", re.IGNORECASE)
# Letters of central Europe that stand where windows-1252 has signs that no word has inside.
_CENTRAL = re.compile(rb"[A-Za-z][\x9a\x9c\x9e\x9f\xb3\xb9\xba\xbf][A-Za-z]")
# What browsers fall back on where a language is at home, if it has one such codec.
_OF_LANGUAGE = {
    language: codec
    for codec, languages in {
        "cp1250": "pl cs sk hu sl hr ro",
        "cp1251": "ru uk bg be sr mk",
        "cp1252": "en de fr es it pt nl sv da nb no fi is ca",
        "cp1253": "el",
        "cp1254": "tr az",
        "cp1255": "he",
        "cp1256": "ar fa ur",
        "cp1257": "lt lv et",
        "cp1258": "vi",
        "cp874": "th",
        "cp949": "ko",
    }.items()
    for language in languages.split(" ")
}


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of the charset; bytes that do not belong become U+FFFD."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    if name := _wide(data):
        return data.decode(name, "replace"), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as broken:
        name = declared(data) or _guess(data)
        if name == "utf-8" and not _mostly_utf8(data, broken):
            name = _guess(data)
    return data.decode(name, "replace"), name


def declared(data: bytes) -> str:
    """The Python codec of the charset that the page names in its first bytes, or ``""``."""
    head = data[:DECLARED_WITHIN]
    for pattern in (_META, _XML):
        for match in pattern.finditer(head):
            if codec := codec_of(match[1].decode("ascii")):
                return codec
    return ""


def codec_of(label: str) -> str:
    """The Python codec for a label as the web means it, or ``""`` if it names none that is text."""
    label = label.strip().lower()
    label = _WEB.get(label, label)
    if label in _WEB.values() or _TEXT_CODECS.fullmatch(label):
        try:
            return codecs.lookup(label).name
        except LookupError:
            return ""
    return ""


def _wide(data: bytes) -> str:
    """UTF-16 without a mark shows as a zero in every other byte of its markup."""
    head = data[:200]
    if len(head) < 8 or head.count(0) * 3 < len(head):
        return ""
    return "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"


def _mostly_utf8(data: bytes, broken: UnicodeDecodeError) -> bool:
    """Whether a page that says UTF-8 is, but for a few broken bytes (cut in the middle of a letter, mixed parts)."""
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 20 <= sum(c > "\x7f" for c in text[broken.start // 4 :])


def _guess(data: bytes) -> str:
    """The likeliest codec for bytes that name none; windows-1252, as browsers do, if nothing speaks for another."""
    language = _LANGUAGE.search(data[:DECLARED_WITHIN])
    codec = _OF_LANGUAGE.get(language[1].decode("ascii").lower(), "") if language else ""
    if codec and _can_be(data, codec):
        return codec
    start = next((i for i, byte in enumerate(data[:1_000_000]) if byte > 127), 0)
    best = from_bytes(data[max(0, start - 200) :][:GUESSED_FROM], cp_isolation=list(GUESSED)).best()
    guess = codec_of(best.encoding.replace("_", "-")) if best else ""
    return "cp1252" if not guess or (guess == "cp1250" and not _CENTRAL.search(data)) else guess


def _can_be(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
