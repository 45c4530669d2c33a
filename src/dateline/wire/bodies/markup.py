"""The blocks of a body that is HTML and nothing else: unlike on a page, all of it is the story's.

Nothing is left out for what it looks like. What lives elsewhere becomes a link, a caption goes to its picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.errors import CopyError
from dateline.story import Embed, Paragraph, Quote, Subhead
from dateline.wire.bodies import embeds
from dateline.wire.page import tree
from dateline.wire.page.blocks import gather
from dateline.wire.page.fields.pictures import address_of
from dateline.wire.page.inline import resolve
from dateline.wire.page.outline import Box, Chunk, Outline, outline
from dateline.wire.page.words import tidy
from dateline.wire.record import FoundBlock, FoundImage

MOST_BLOCKS = 20_000
LONGEST_CAPTION = 1000
TINY = 32
"""In pixels; what is declared narrower or lower only counts readers or spaces the page."""

# Quotation marks and spaces that were escaped once too often on their way; what might be meant so, as &lt;, stays.
_TWICE = re.compile(r"&amp;(quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#[xX][0-9A-Fa-f]{2,4});")
# To the end where it is never closed, as browsers have it too.
_KEPT = re.compile(r"<pre\b[^<>]*+>[^\x00]*?(?:</pre\s*+>|\Z)", re.IGNORECASE)
_FRAME = re.compile(r"(?:^|\s)(?:wp-caption|image-caption|caption-container|kg-image-card)(?:\s|$)")
_CREDIT = re.compile(r"credit|copyright|photographer|byline", re.IGNORECASE)
_PIXEL = re.compile(
    r"feedburner\.com/~|/pixel\b|[?&]pixel|stats\.wordpress\.com|wordpress\.com/(?:b\.gif|1\.0/)|images/core/emoji|/smilies/"
    r"|zemanta\.com/|tweetmeme\.com/|feedsportal\.com|doubleclick\.net|blogger\.googleusercontent\.com/tracker"
)
_LOCAL = re.compile(r"(?![a-zA-Z][a-zA-Z0-9+.\-]*:|//)[^\s<>\"'\\]{1,2000}")
_LINK_ONLY = re.compile(r'(?:<a href="[^"]*">)?(https?://[^\s<]+)(?:</a>)?', re.IGNORECASE)


def blocks(markup: str, base: str = "") -> tuple[FoundBlock, ...]:
    """The blocks of a body; addresses are resolved against ``base``. Raises CopyError for one that cannot be read."""
    if not markup.strip():
        return ()
    if "&amp;" in markup and "<code" not in markup:
        markup = _TWICE.sub(r"&\1;", markup)
    root = tree.fragment(_KEPT.sub(_with_breaks, markup))
    embeds.mark(root, base)
    lines = outline(root)
    if len(lines.chunks) > MOST_BLOCKS:
        raise CopyError(f"The body has {len(lines.chunks):,} parts; at most {MOST_BLOCKS:,} are read.")
    captions = dict(_captions(lines))
    kept = [chunk for chunk in lines.chunks if chunk.index not in captions]
    return tuple(_distinct(_build(kept, lines, captions, base)))


def text_of(markup: str) -> str:
    """The words of a short piece of HTML on one line."""
    if "<" not in markup and "&" not in markup:
        return tidy(markup)
    try:
        root = tree.fragment(markup)
    except CopyError:
        return ""
    return " ".join(chunk.text for chunk in outline(root).chunks if chunk.text)


def _with_breaks(match: re.Match[str]) -> str:
    """Text that was set line by line, as tables of results are, with its lines kept apart."""
    return match[0].strip().replace("\n", "<br>")


def _build(chunks: Sequence[Chunk], lines: Outline, captions: dict[int, int], base: str) -> Iterator[FoundBlock]:
    for kind, members in groupby(chunks, key=_kind):
        if kind == "image":
            for chunk in members:
                if image := _image(chunk, lines, captions, base):
                    yield image
        elif kind == "embed":
            for chunk in members:
                yield Embed(url=chunk.box.element.get("href", ""), title=_title(chunk))
        else:
            yield from map(_settled, gather(list(members), lines, base))


def _kind(chunk: Chunk) -> str:
    return "image" if chunk.image is not None else "embed" if chunk.box.tag == embeds.TAG else "text"


def _title(chunk: Chunk) -> str:
    return "" if chunk.text == chunk.box.element.get("href") else chunk.text


def _settled(block: FoundBlock) -> FoundBlock:
    """A paragraph that is an address and nothing else stands for what is there."""
    if isinstance(block, Paragraph) and (match := _LINK_ONLY.fullmatch(block.html.strip())):
        address = resolve(match[1].replace("&amp;", "&"), "")
        return Embed(url=address) if address else block
    return block


def _image(chunk: Chunk, lines: Outline, captions: dict[int, int], base: str) -> FoundImage | None:
    assert chunk.image is not None
    address = address_of(chunk.image, base) or _path(chunk)
    if not address or _PIXEL.search(address) or _is_tiny(chunk):
        return None
    mine = [lines.chunks[i] for i, image in captions.items() if image == chunk.index]
    credit = " ".join(c.text for c in mine if _CREDIT.search(c.box.names))
    caption = " ".join(c.text for c in mine if not _CREDIT.search(c.box.names))
    return FoundImage(
        address=address,
        alt=tidy(chunk.image.get("alt"))[:LONGEST_CAPTION],
        caption=caption[:LONGEST_CAPTION],
        credit=credit[:LONGEST_CAPTION],
    )


def _path(chunk: Chunk) -> str:
    """Where a picture lies below a site whose address nobody told: it may lie beside the export all the same."""
    assert chunk.image is not None
    source = str(chunk.image.get("src", "")).strip()
    return source if _LOCAL.fullmatch(source) else ""


def _is_tiny(chunk: Chunk) -> bool:
    assert chunk.image is not None
    sides = [chunk.image.get(name, "").strip().removesuffix("px") for name in ("width", "height")]
    return any(side.isdecimal() and int(side[:6]) < TINY for side in sides)


def _captions(lines: Outline) -> Iterator[tuple[int, int]]:
    """The chunks that are captions, each with the picture in whose frame it stands."""
    for chunk in lines.chunks:
        frame = _frame(chunk.box) if chunk.image is not None else None
        if frame is None:
            continue
        inside = lines.chunks[frame.first : frame.last]
        if sum(one.image is not None for one in inside) == 1:
            yield from ((one.index, chunk.index) for one in inside if one.text and len(one.text) <= LONGEST_CAPTION)


def _frame(box: Box | None) -> Box | None:
    for _ in range(4):
        if box is None or box.tag == "figure" or _FRAME.search(box.names):
            return box
        box = box.parent
    return None


def _distinct(found: Iterator[FoundBlock]) -> Iterator[FoundBlock]:
    """Without what is empty, and without the same picture twice in a row."""
    last = ""
    for block in found:
        if isinstance(block, Paragraph | Quote) and not block.html:
            continue
        if isinstance(block, Subhead) and not block.text:
            continue
        if isinstance(block, FoundImage) and block.address == last:
            continue
        last = block.address if isinstance(block, FoundImage) else ""
        yield block
