"""The pictures of a story: the one that leads it, and those between its paragraphs, with their captions and credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from dateline.wire.page.furniture import Kind, kind_of
from dateline.wire.page.inline import resolve
from dateline.wire.page.outline import Box, Chunk, Outline
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.words import tidy
from dateline.wire.record import FoundImage

SMALLEST = 100
"""In pixels; what is declared narrower or lower is a button."""
MOST_LOOKED_AT, MOST_LINES = 200, 12
LONGEST_CAPTION = 600
_SOURCES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-full-src",
    "data-url",
    "data-hi-res-src",
    "src",
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_NOT_A_PICTURE = re.compile(
    r"pixel|spacer|blank|transparent|1x1|logo|icon|avatar|gravatar|emoji|sprite|placeholder|loading|button|badge"
    r"|doubleclick|counter|beacon|\.svg|^data:",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^\W*(?:fotos?|photos?|bilder|bild|picture|images?|photograph|crédits?|credits?|quelle|source|imagen|fotografía"
    r"|фото|zdj(?:ęcie|\.)|kép|kuva|foto/copyright|©|\(c\)|via getty|getty|图|圖)\b[:：/©\s]",
    re.IGNORECASE,
)


def address_of(image: HtmlElement, base: str) -> str:
    """The address of the picture an element shows, the lazily loaded one before its placeholder; ``""`` if none."""
    for name in _SOURCES:
        value = image.get(name, "")
        if value and not value.startswith("data:") and (address := resolve(value, base)):
            return address
    parent = image.getparent()
    sources = parent.findall("source") if parent is not None and parent.tag == "picture" else []
    for element in (image, *sources):
        for name in _SETS:
            if address := _widest(element.get(name, ""), base):
                return address
    return ""


def _widest(srcset: str, base: str) -> str:
    """The address of the widest picture of a source set."""
    best, most = "", -1.0
    for entry in re.split(r",\s+", srcset[:5000].strip()):
        address, _, width = entry.strip().partition(" ")
        number = re.match(r"[\d.]{1,7}", width.strip())
        value = float(number[0]) if number and number[0].count(".") < 2 and number[0] != "." else 0.0
        if value > most and (found := resolve(address, base)):
            best, most = found, value
    return best


def is_picture(image: HtmlElement, address: str) -> bool:
    """Whether an image element shows a picture rather than a button, a logo or a counter."""
    sides = [int(m[0]) for name in ("width", "height") if (m := re.match(r"\d{1,6}", image.get(name, "").strip()))]
    names = " ".join(image.get(name, "") for name in ("class", "id"))
    return (
        not any(side < SMALLEST for side in sides)
        and not _NOT_A_PICTURE.search(address)
        and not _NOT_A_PICTURE.search(names)
    )


def found(chunk: Chunk, outline: Outline, base: str) -> FoundImage | None:
    """The picture of a chunk with its caption, or None if it is none."""
    if chunk.image is None:
        return None
    address = address_of(chunk.image, base)
    if not address or not is_picture(chunk.image, address):
        return None
    caption, credit = _caption(chunk, outline)
    return FoundImage(
        address=address, alt=tidy(chunk.image.get("alt"))[:LONGEST_CAPTION], caption=caption, credit=credit
    )


def _caption(chunk: Chunk, outline: Outline) -> tuple[str, str]:
    """The caption and the credit that stand in the figure around a picture."""
    box = _figure(chunk.box)
    if box is None:
        return "", ""
    captions: list[str] = []
    makers: list[str] = []
    for other in outline.chunks[box.first : min(box.last, box.first + MOST_LINES)]:
        if other.text and len(other.text) <= LONGEST_CAPTION:
            is_credit = (
                "credit" in other.box.names.lower()
                or "copyright" in other.box.names.lower()
                or _CREDIT.match(other.text)
            )
            (makers if is_credit else captions).append(other.text)
    return " ".join(captions[:3])[:LONGEST_CAPTION], " ".join(makers[:2])[:LONGEST_CAPTION]


def _figure(box: Box | None) -> Box | None:
    for _ in range(4):
        if box is None:
            return None
        if box.tag == "figure" or kind_of(box.tag, box.names) & Kind.CAPTION:
            return box
        box = box.parent
    return None


def lead(claims: Claims, outline: Outline, place: int, last: int, base: str) -> tuple[FoundImage | None, str]:
    """The picture that leads the story, and where it was found.

    The declared one, in the size and with the caption that the page shows it in, for that is the file saved beside the
    page; a page that declares none is led by the first picture between headline and end of body.
    """
    chunks = islice((c for c in outline.chunks[max(0, place - 12) : last] if c.image is not None), MOST_LOOKED_AT)
    shown = [image for image in (found(c, outline, base) for c in chunks) if image]
    for claim in claims.all("image"):
        address = resolve(claim.value, base)
        if address and not _NOT_A_PICTURE.search(address):
            return next(
                (image for image in shown if same(image.address, address)), FoundImage(address=address)
            ), claim.origin
    return (shown[0], "page") if shown else (None, "")


def same(one: str, other: str) -> bool:
    """Whether two addresses are of one picture, whatever its size."""
    return _stem(one) == _stem(other) != "" or bool(_marks(one) & _marks(other))


def _marks(address: str) -> set[str]:
    """The long words and numbers of an address that only one picture has."""
    return {word for word in re.findall(r"[A-Za-z0-9]{7,}", _path(address)) if any(c.isdigit() for c in word)}


def _path(address: str) -> str:
    """The path of an address, as it is written; ``""`` for what is no address."""
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def _stem(address: str) -> str:
    name = _path(address).rsplit("/", 1)[-1].lower()
    name = re.sub(r"\.(?:jpe?g|png|gif|webp|avif)$", "", name)
    return re.sub(r"[-_](?:\d{2,4}x\d{2,4}|\d{2,4}w|scaled|large|medium|small)$", "", name)


def distinct(images: Iterable[FoundImage]) -> list[FoundImage]:
    """Images in order, each once."""
    seen: dict[str, FoundImage] = {}
    for image in images:
        seen.setdefault(_stem(image.address) or image.address, image)
    return list(seen.values())
