"""The text of a large file from its bytes, a chunk at a time, in whatever charset it was written.

What no XML may hold (control characters, halves of pairs) is taken out, for exports are full of it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import IO

from dateline.wire.page.charset import declared, decode

CHUNK = 1 << 18

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
    (b"\x4c\x6f\xa7\x94", "cp037"),  # <?xml in EBCDIC
)
_FORBIDDEN = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 65534, 65535))
_REFERENCE = re.compile(r"&#(?:(?=\d)0*+(\d*+)|[xX](?=[0-9A-Fa-f])0*+([0-9A-Fa-f]*+));?", re.ASCII)
_LONGEST_CODE = 7
"""Digits that any character's number has, in either notation."""
_HALVES = re.compile("[\ud800-\udfff]")


def read_text(file: IO[bytes]) -> Iterator[str]:
    """The text of a file in chunks of some 256 K characters; bytes that do not belong become U+FFFD."""
    head = file.read(CHUNK)
    codec = codec_of(head)
    decoder = codecs.getincrementaldecoder(codec)(errors="replace")
    data, first = head, True
    while data:
        text = clean(decoder.decode(data))
        yield text.removeprefix("\ufeff") if first else text
        data, first = file.read(CHUNK), False
    yield clean(decoder.decode(b"", final=True))


def codec_of(head: bytes) -> str:
    """The codec of a file that begins with ``head``: its mark, what the bytes allow, what it declares, a guess."""
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return codec
    if not head.isascii():
        # The last letter may be cut in two.
        return decode(head[: head.rfind(b">") + 1] or head)[1]
    return declared(head) or "utf-8"


def clean(text: str) -> str:
    """Text without the characters that XML forbids."""
    if text.isascii() and text.isprintable():
        return text
    text = text.translate(_FORBIDDEN)
    return _HALVES.sub("\ufffd", text)


def mend_references(text: str) -> str:
    """Text whose references to characters that are none are U+FFFD, as browsers read them."""
    return _REFERENCE.sub(_referred, text) if "&#" in text else text


def _referred(match: re.Match[str]) -> str:
    digits, base = (match[2], 16) if match[1] is None else (match[1], 10)
    code = int(digits or "0", base) if len(digits) <= _LONGEST_CODE else -1
    sound = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return match[0] if sound else "\ufffd"
