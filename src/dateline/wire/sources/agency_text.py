"""Agencies' text as it came over the wire: IPTC 7901, and the ANPA 1312 of American agencies.

Both frame a message by the old control characters: a header, ``STX``, the text, ``ETX`` or ``EOT``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from dateline.errors import CopyError
from dateline.wire.assembly import assemble, byline, told, when
from dateline.wire.bodies import plain
from dateline.wire.page.charset import decode
from dateline.wire.record import Record
from dateline.wire.sources.ninjs import urgency_of
from dateline.wire.sources.source import LARGEST, About

ORIGIN = "agency-text"

_START, _TEXT, _END, _OVER = "\x01", "\x02", "\x03", b"\x04"
_HEAD = re.compile(rb"^[\x16\s]*\x01[^\x02]{3,600}\x02", re.DOTALL)
_MARK = re.compile(
    r"(?:EXTRA|REFILE|ROUNDUP|UPDATE|URGENT|CORRECTED|CORRECTION|\d\w+ (?:LEAD|ROUNDUP|UPDATE)|BREAKING)\W*"
)
_REST = re.compile(r"^(?:# Notebook|\* \* \* \*|The following information is not intended)", re.MULTILINE)
_IPTC_TIME = re.compile(r"(\d{2})(\d{2})(\d{2})\s+GMT\s+(\w{3,9})\s+(\d{2})\b")
_ANPA_TIME = re.compile(r"\^?AP-\w+-(\d{2})-(\d{2})-(\d{2}) (\d{2})(\d{2})GMT<?")
_MADE_BY = re.compile(r"\b([A-Za-z]{2,12}) \d{2,5}\s*$")
_NOT_HEADLINE = re.compile(r"(?:AP (?:Photo|Video|Graphic)|Eds?:|EDITOR'S NOTE|By |With )", re.IGNORECASE)
_WORDS = re.compile(r"(?:,\d+)?<?$")
_INDENTED = re.compile(r"\n(?:[ \t]*+\n)?+[ \t]++(?=\S)")


class AgencyText:
    """A message a story."""

    name = "agency-text"
    whole = False

    def fits(self, head: bytes) -> bool:
        return _HEAD.match(head[:1000]) is not None

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        rest = b""
        while chunk := file.read(1 << 18):
            *messages, rest = (rest + chunk).split(_OVER)
            yield from (one for one in messages if _TEXT.encode() in one)
            if len(rest) > LARGEST:
                raise CopyError(f"A message is longer than {LARGEST >> 20} MB.")
        if _TEXT.encode() in rest:
            yield rest

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        text, _ = decode(data)
        head, framed, rest = text.replace("\r", "").partition(_TEXT)
        if not framed:
            raise CopyError("It is no message of an agency.")
        body, _, trailer = rest.partition(_END)
        record = _anpa(head, body, trailer) if body.lstrip().startswith("^") else _iptc(head, body, trailer)
        return told(record, "It has no text, only a headline.")


def _anpa(head: str, text: str, trailer: str) -> Record:
    """A message whose lines about the story begin with ``^``, the first with its keyword."""
    lines = text.split("\n")
    marked = [line.strip()[1:].strip() for line in lines if line.lstrip().startswith("^")]
    titles = [_WORDS.sub("", line) for line in marked[1:] if not _NOT_HEADLINE.match(line) and line.endswith("<")]
    titles = [title for title in titles if not _ANPA_TIME.match(f"{title}<")]
    by = next((line for line in marked if line.startswith("By ")), "")
    time = _ANPA_TIME.search(text + trailer)
    body = "\n".join(line for line in lines if not line.lstrip().startswith("^") and line.strip("\x0c ") != "___")
    keyword = _WORDS.sub("", marked[0]) if marked else ""
    return assemble(
        ORIGIN,
        headline=_typed(titles[0] if titles else keyword),
        body=plain.blocks(_typed(_spaced(body))),
        authors=byline(by.rstrip("=<")) if by else (),
        published=when(f"20{time[3]}-{time[1]}-{time[2]}T{time[4]}:{time[5]}:00Z") if time else "",
        agency="AP" if time or "Associated Press" in text else "",
        urgency=_anpa_urgency(head),
        # A keyword comes again every day.
        external_id=f"{keyword} {time[0].strip('^<')}" if time else "",
        note=" ".join(line.rstrip("<") for line in marked if line.startswith("Eds:")),
    )


def _anpa_urgency(head: str) -> int:
    """The letter at the head of the second line: from ``f``, a flash, to ``s``, for Sunday."""
    match = re.search(r"\n([a-z]) [a-z]", head)
    return {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5}.get(match[1], 6) if match else 5


def _iptc(head: str, text: str, trailer: str) -> Record:
    """A message whose headline stands above the first blank line and ends in an equals sign."""
    top, _, body = text.strip("\n").partition("=\n")
    if not body:
        top, _, body = text.strip("\n").partition("\n\n")
    lines = [line.strip(" =") for line in top.split("\n") if line.strip(" =")]
    titles = [line for line in lines if not _MARK.fullmatch(line) and not line.startswith("By ")]
    by = next((line for line in lines if line.startswith("By ")), "")
    first = head.lstrip("\x16 \n\x01").split("\n", 1)[0].strip()
    maker = _MADE_BY.search(first)
    time = _IPTC_TIME.search(trailer)
    words = first.split()
    return assemble(
        ORIGIN,
        headline=" ".join(titles),
        body=plain.blocks(_typed(_REST.split(body)[0])),
        authors=[name for name in byline(by) if maker is None or maker[1] not in name.split()] if by else (),
        published=when(f"{time[1]} {time[4]} 20{time[5]} {time[2]}:{time[3]} GMT") if time else "",
        agency=maker[1] if maker else "",
        urgency=urgency_of(words[1]) if len(words) > 1 else 5,
        topics=[part for part in head.rsplit("\n", 2)[-2].strip().split("/") if part] if head.count("\n") > 1 else (),
        note=" ".join(line for line in lines if _MARK.fullmatch(line)),
    )


def _spaced(text: str) -> str:
    """Text whose paragraphs are parted by blank lines, not by how far they stand in."""
    return _INDENTED.sub("\n\n", text)


def _typed(text: str) -> str:
    """What a typewriter's signs stand for."""
    return text.replace("``", "“").replace("''", "”").replace(" _ ", " — ")
