"""The blocks a body is written with, and the one place that knows how they lie in the stream.

``stream_of`` and ``snapshot`` are each other's mirror: what goes in comes out again. The stream is a list of
``{"type", "value", "id"}``; pictures are in it by row number.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from dateline.desk.cleaning import storable
from dateline.story import Embed, Items, Paragraph, Quote, Subhead

INLINE = ["bold", "italic", "link", "superscript", "subscript"]
"""What the editor offers inside a paragraph; ``cleaning.inline`` holds readers' copy to the same and a little more."""

_PARAGRAPH = re.compile(r"<p(?:\s[^>]*)?>(.*?)</p>", re.DOTALL | re.IGNORECASE)


class FigureBlock(blocks.StructBlock):
    image = ImageChooserBlock(label="Picture")
    alt = blocks.CharBlock(
        required=False, max_length=500, label="Alternative text", help_text="Empty: as the picture has it."
    )
    caption = blocks.TextBlock(required=False, rows=2, help_text="Empty: as the picture has it.")
    credit = blocks.CharBlock(required=False, max_length=300, help_text="Empty: as the picture has it.")

    class Meta:
        icon = "image"


class QuoteBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(features=["bold", "italic", "link"])
    attribution = blocks.CharBlock(required=False, max_length=300, label="Who said it")
    language = blocks.CharBlock(
        required=False, max_length=35, help_text="If it is another language than the story's: en, fa, pt-BR."
    )

    class Meta:
        icon = "openquote"


class ListBlock(blocks.StructBlock):
    ordered = blocks.BooleanBlock(required=False, label="Numbered")
    points = blocks.ListBlock(blocks.RichTextBlock(features=INLINE, label="Point"), label="Points")

    class Meta:
        icon = "list-ul"


class EmbedBlock(blocks.StructBlock):
    url = blocks.URLBlock(label="Address", max_length=2000)
    title = blocks.CharBlock(required=False, max_length=300, label="Words of the link")

    class Meta:
        icon = "link"
        help_text = "Readers see a plain link: their page calls no other site."


BODY = [
    ("paragraph", blocks.RichTextBlock(required=False, features=INLINE, icon="pilcrow", label="Text")),
    ("subhead", blocks.CharBlock(max_length=300, icon="title", label="Subhead")),
    ("quote", QuoteBlock(label="Quote")),
    ("image", FigureBlock(label="Picture")),
    ("list", ListBlock(label="List")),
    ("embed", EmbedBlock(label="Link to something elsewhere")),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedPicture:
    """A picture in a body that has yet to be saved: the number of its row, and words that override the row's."""

    kind: ClassVar[str] = "image"
    picture: int
    alt: str = ""
    caption: str = ""
    credit: str = ""


Written = Paragraph | Subhead | Quote | Items | Embed | PlacedPicture


def stream_of(body: Iterable[Written]) -> list[dict[str, Any]]:
    """A body as the stream keeps it; neighbouring paragraphs become one text, as an editor would have written them."""
    stream: list[dict[str, Any]] = []
    texts: list[str] = []
    for block in body:
        if isinstance(block, Paragraph):
            texts.append(_rich(block.html, len(texts)))
            continue
        if texts:
            stream.append(_block("paragraph", "".join(texts)))
            texts = []
        stream.append(_block(block.kind, _value(block)))
    if texts:
        stream.append(_block("paragraph", "".join(texts)))
    return stream


def paragraphs(rich: str) -> Iterator[str]:
    """The inline HTML of each paragraph of a rich text; text outside any is one of its own."""
    end = 0
    for found in _PARAGRAPH.finditer(rich):
        if end < found.start():
            yield rich[end : found.start()]
        yield found[1]
        end = found.end()
    if end < len(rich):
        yield rich[end:]


def picture_numbers(stream: Iterable[dict[str, Any]]) -> list[int]:
    """The row numbers of the pictures in a stream."""
    return [block["value"]["image"] for block in stream if block["type"] == "image" and block["value"].get("image")]


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid.uuid4())}


def _value(block: Written) -> Any:
    match block:
        case Subhead():
            return storable(block.text)
        case Quote():
            return {"text": _rich(block.html), **_words(attribution=block.attribution, language=block.language)}
        case Items():
            points = [_block("item", _rich(one)) for one in block.items]
            return {"ordered": block.ordered, "points": points}
        case Embed():
            return _words(url=block.url, title=block.title)
        case PlacedPicture():
            return {"image": block.picture, **_words(alt=block.alt, caption=block.caption, credit=block.credit)}
    raise TypeError(f"{type(block).__name__} is no block of a body")


def _rich(markup: str, place: int = 0) -> str:
    """A paragraph with the key that the editor would give it, so that opening it there changes nothing."""
    return f'<p data-block-key="{place:05d}">{storable(markup)}</p>'


def _words(**texts: str) -> dict[str, str]:
    return {name: storable(text) for name, text in texts.items()}
