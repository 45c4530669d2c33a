"""The blocks of a body from its chunks: paragraphs, subheads, quotes, lists and pictures, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.story import Items, Paragraph, Quote, Subhead
from dateline.wire.page.fields.pictures import found
from dateline.wire.page.inline import join, render
from dateline.wire.page.outline import Box, Chunk, Outline
from dateline.wire.page.prose import ends_as_sentence, is_heading, is_prose
from dateline.wire.record import FoundBlock, FoundImage

MOST_BLOCKS = 5000
MOST_PICTURES = 60
LONGEST_SUBHEAD = 150
LONGEST_ATTRIBUTION = 120

_ATTRIBUTED = re.compile(r"^\s*(?:[—–―-]|&mdash;)\s*(?=\S)")


def build(chunks: Sequence[Chunk], outline: Outline, base: str) -> tuple[FoundBlock, ...]:
    """The blocks of the chunks of a body; its pictures are among ``chunks`` too."""
    return tuple(_tidy(list(gather(chunks[:MOST_BLOCKS], outline, base))))


def gather(chunks: Sequence[Chunk], outline: Outline, base: str) -> Iterator[FoundBlock]:
    """The blocks of chunks just as they come, empty ones and subheads over nothing among them."""
    for group, members in groupby(chunks, key=_group):
        yield from _blocks(group, list(members), outline, base)


def _group(chunk: Chunk) -> tuple[str, int]:
    """What a chunk is part of: chunks of one list, quote or table row next to each other make one block."""
    if chunk.image is not None:
        return "image", chunk.index
    box: Box | None = chunk.box
    for _ in range(6):
        if box is None:
            break
        if box.tag in ("ul", "ol", "blockquote"):
            return box.tag, id(box)
        if box.tag == "tr" and not is_prose(chunk) and box.parent is not None:
            return "table", id(_table(box))
        box = box.parent
    return "text", chunk.index


def _table(row: Box) -> Box:
    box = row
    while box.tag != "table" and box.parent is not None:
        box = box.parent
    return box


def _blocks(group: tuple[str, int], chunks: list[Chunk], outline: Outline, base: str) -> Iterator[FoundBlock]:
    kind = group[0]
    if kind == "image":
        if image := found(chunks[0], outline, base):
            yield image
    elif kind in ("ul", "ol"):
        yield from _list(chunks, base, kind == "ol")
    elif kind == "blockquote":
        yield _quote(chunks, base)
    elif kind == "table":
        rows = [join((render(c.pieces, base) for c in row), " · ") for _, row in groupby(chunks, key=_row)]
        yield Items(items=tuple(row for row in rows if row))
    else:
        yield _text(chunks[0], base)


def _text(chunk: Chunk, base: str) -> FoundBlock:
    if is_heading(chunk) or _is_bold_heading(chunk):
        return Subhead(text=chunk.text)
    return Paragraph(html=render(chunk.pieces, base))


def _is_bold_heading(chunk: Chunk) -> bool:
    """A short paragraph that is bold as a whole and no sentence is a subhead in all but name."""
    bold = all(any(m[0] == "strong" for m in marks) for text, marks in chunk.pieces if text.strip())
    return (
        bold
        and len(chunk.text) <= LONGEST_SUBHEAD
        and not ends_as_sentence(chunk.text)
        and not chunk.text.endswith((",", "-", "–"))
    )


def _list(chunks: list[Chunk], base: str, ordered: bool) -> Iterator[FoundBlock]:
    items = tuple(join(render(c.pieces, base) for c in members) for _, members in groupby(chunks, key=_item))
    if items := tuple(item for item in items if item):
        yield Items(items=items, ordered=ordered)


def _item(chunk: Chunk) -> int:
    box: Box | None = chunk.box
    while box is not None and box.tag != "li":
        box = box.parent
    return id(box) if box is not None else -chunk.index - 1


def _row(chunk: Chunk) -> int:
    box: Box | None = chunk.box
    while box is not None and box.tag != "tr":
        box = box.parent
    return id(box)


def _quote(chunks: list[Chunk], base: str) -> FoundBlock:
    last = chunks[-1]
    attribution = ""
    if (
        len(chunks) > 1
        and len(last.text) <= LONGEST_ATTRIBUTION
        and (last.box.tag in ("footer", "figcaption") or _ATTRIBUTED.match(last.text))
    ):
        attribution = _ATTRIBUTED.sub("", last.text)
        chunks = chunks[:-1]
    return Quote(html=join(render(c.pieces, base) for c in chunks), attribution=attribution)


def _tidy(blocks: list[FoundBlock]) -> Iterator[FoundBlock]:
    """Without empty blocks, subheads over nothing, and pictures shown twice."""
    pictures: set[str] = set()
    for i, block in enumerate(blocks):
        following = next((b for b in blocks[i + 1 :] if not isinstance(b, FoundImage)), None)
        if isinstance(block, Subhead) and following is None:
            continue
        if isinstance(block, FoundImage):
            if block.address in pictures or len(pictures) >= MOST_PICTURES:
                continue
            pictures.add(block.address)
        if isinstance(block, Paragraph | Quote) and not block.html:
            continue
        yield block
