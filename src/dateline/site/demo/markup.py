"""The tiny markup of the demo's story files, made into the blocks of a story.

Blocks are set apart by blank lines: ``## subhead``, ``> quote`` lines with a last ``> -- Name, role``, ``- item`` or
``1. item`` lists, ``![scene](alt | caption | credit)``, and plain paragraphs. Inside them: ``*emphasis*`` and
``[words](address)``. Everything else is text and is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from dateline.story import Block, Figure, Items, Paragraph, Picture, Quote, Subhead

_FIGURE = re.compile(r"!\[([a-z0-9-]+)\]\(([^|]+)\|([^|]+)\|([^|]+)\)")
_NUMBERED = re.compile(r"\d+\. ")
_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_EMPHASIS = re.compile(r"\*([^*]+)\*")

Picturing = Callable[[str, str, str, str], Picture]
"""Makes the picture of a scene's key, alt text, caption and credit."""


def blocks(text: str, picture: Picturing) -> tuple[Block, ...]:
    """The blocks of a body, in order; raises ValueError for a picture that is not written as it should be."""
    chunks = (chunk.strip() for chunk in re.split(r"\n\s*\n", text))
    return tuple(_block(chunk, picture) for chunk in chunks if chunk)


def _block(chunk: str, picture: Picturing) -> Block:
    lines = chunk.splitlines()
    if chunk.startswith("## "):
        return Subhead(text=_joined([chunk[3:]]))
    if chunk.startswith("> "):
        return _quote([line.removeprefix(">").strip() for line in lines])
    if all(line.startswith("- ") for line in lines):
        return Items(items=tuple(inline(line[2:]) for line in lines))
    if all(_NUMBERED.match(line) for line in lines):
        return Items(items=tuple(inline(_NUMBERED.sub("", line, count=1)) for line in lines), ordered=True)
    if chunk.startswith("!["):
        return _figure(_joined(lines), picture)
    return Paragraph(html=inline(_joined(lines)))


def _figure(line: str, picture: Picturing) -> Figure:
    found = _FIGURE.fullmatch(line)
    if found is None:
        raise ValueError(f"not a picture: {line[:60]!r} (write ![scene](alt | caption | credit))")
    key, alt, caption, credit = (part.strip() for part in found.groups())
    return Figure(picture=picture(key, alt, caption, credit))


def _quote(lines: list[str]) -> Quote:
    said = [line for line in lines if not line.startswith("-- ")]
    by = [line.removeprefix("-- ") for line in lines if line.startswith("-- ")]
    return Quote(html=inline(_joined(said)), attribution=_joined(by))


def _joined(lines: list[str]) -> str:
    return " ".join(line.strip() for line in lines)


def inline(text: str) -> str:
    """Words with emphasis and links as the inline HTML of ``dateline.story``."""
    safe = escape(text, quote=False)
    linked = _LINK.sub(lambda found: f'<a href="{found[2].replace(chr(34), "%22")}">{found[1]}</a>', safe)
    return _EMPHASIS.sub(r"<em>\1</em>", linked)
