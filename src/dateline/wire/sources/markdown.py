"""Stories in Markdown with what is known of them in lines above, as Jekyll, Hugo and their kin keep them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from dateline.errors import CopyError
from dateline.wire import columns
from dateline.wire.bodies import markdown
from dateline.wire.page.charset import decode
from dateline.wire.record import Record
from dateline.wire.sources.source import LARGEST, About

ORIGIN = "front-matter"

_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\r?\n(.*?)\r?\n\1[ \t]*(?:\r?\n|$)", re.DOTALL)
_PAIR = re.compile(r"([A-Za-z_][\w\-]{0,60})\s*[:=]\s*(.*)")
_ENTRY = re.compile(r"\s*-\s+(.+)")
_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+?)\.\w+(?:\.gz)?$")


class Markdown:
    """A file a story."""

    name = "markdown"
    whole = True

    def fits(self, head: bytes) -> bool:
        text, _ = decode(head)
        match = re.match(r"\s*(?:---|\+\+\+)[ \t]*\r?\n(.*)", text)
        return bool(match and _PAIR.match(match[1]))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        yield file.read(LARGEST + 1)

    def read(self, data: bytes, about: About) -> Record:
        text, _ = decode(data)
        match = _FRONT.match(text)
        if not match:
            raise CopyError("It has no end to the lines that say what it is.")
        row = _pairs(match[2].splitlines())
        row |= {"body": markdown.to_html(text[match.end() :])}
        named = _DATED.match(about.name)
        if named:
            row = {"date": named[1], "slug": named[2]} | row
        if str(row.get("draft", "")).lower() == "true" or str(row.get("published", "")).lower() == "false":
            row |= {"status": "draft", "published": ""}
        return columns.read(row, about.mapping, ORIGIN)


def _pairs(lines: list[str]) -> dict[str, Any]:
    """The names and values of the lines: texts and lists of texts, which is all that stories need of YAML and TOML."""
    found: dict[str, Any] = {}
    name = ""
    for line in lines:
        if (match := _PAIR.match(line)) and not line[:1].isspace():
            name = match[1]
            found[name] = _value(match[2])
        elif name and (entry := _ENTRY.match(line)):
            held = found[name]
            found[name] = [*(held if isinstance(held, list) else []), _unquoted(entry[1])]
    return found


def _value(text: str) -> Any:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [_unquoted(one) for one in text[1:-1].split(",") if one.strip()]
    return _unquoted(text)


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace('\\"', '"')
    return text
