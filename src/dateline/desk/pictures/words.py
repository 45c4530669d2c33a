"""The words a picture brings along: caption, credit and alternative text from XMP, IPTC or EXIF, in that order.

What agencies and photographers write there is copy from outside and is cleaned as such. Reads, never writes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree
from PIL import Image, IptcImagePlugin

from dateline.desk import cleaning

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_IPTC = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_LARGEST_XMP = 256 * 1024

# What cameras write into the caption of every picture.
_CAMERA = re.compile(
    r"(?i)olympus digital camera|sony dsc|dcim|digital camera|(?:dsc|img|pict?)_?\d+|screenshot.*|default"
)


@dataclass(frozen=True, slots=True)
class Words:
    caption: str = ""
    credit: str = ""
    alt: str = ""


def read(image: Image.Image) -> Words:
    """The words in the metadata of an opened picture; empty ones where it says nothing, or cannot be read."""
    found = [_xmp(image), _iptc(image), _exif(image)]
    captions = [words.caption for words in found if words.caption and not _CAMERA.fullmatch(words.caption)]
    return Words(
        caption=next(iter(captions), ""),
        credit=next((words.credit for words in found if words.credit), ""),
        alt=next((words.alt for words in found if words.alt), ""),
    )


def _xmp(image: Image.Image) -> Words:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    data = packet.encode() if isinstance(packet, str) else packet
    if not data or len(data) > _LARGEST_XMP:
        return Words()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(data.strip(b"\x00 \n\r\t"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return Words()
    creator = ", ".join(_texts(tree, f"{_DC}creator"))
    return Words(
        caption=next(iter(_texts(tree, f"{_DC}description")), ""),
        credit=_joined(creator, _simple(tree, f"{_PHOTOSHOP}Credit")),
        alt=next(iter(_texts(tree, f"{_IPTC}AltTextAccessibility")), ""),
    )


def _texts(tree: etree._Element, name: str) -> list[str]:
    """The items of a list property, such as the languages of a description."""
    items = (item for one in tree.iter(name) for item in one.iter(f"{_RDF}li"))
    return [text for item in items if (text := cleaning.line(item.text or ""))]


def _simple(tree: etree._Element, name: str) -> str:
    """A property with one value, which XMP may write as an element or as an attribute."""
    for one in tree.iter(f"{_RDF}Description"):
        if one.get(name):
            return cleaning.line(one.get(name) or "")
    return next((cleaning.line(one.text or "") for one in tree.iter(name)), "")


def _iptc(image: Image.Image) -> Words:
    try:
        fields = IptcImagePlugin.getiptcinfo(image) or {}
    except (SyntaxError, OSError, ValueError, KeyError, IndexError):
        return Words()
    return Words(
        caption=_decoded(fields.get((2, 120))),
        credit=_joined(_decoded(fields.get((2, 80))), _decoded(fields.get((2, 110)))),
    )


def _decoded(value: bytes | list[bytes] | None) -> str:
    """IPTC says its charset too seldom to be believed: UTF-8 if it is that, else the old Latin one."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_decoded, value)))
    if not value:
        return ""
    try:
        return cleaning.line(value.decode())
    except UnicodeDecodeError:
        return cleaning.line(value.decode("latin-1"))


def _exif(image: Image.Image) -> Words:
    try:
        tags = image.getexif()
        caption, artist = tags.get(270), tags.get(315)
    except (SyntaxError, OSError, ValueError, KeyError, IndexError):
        return Words()
    texts = [cleaning.line(tag) if isinstance(tag, str) else "" for tag in (caption, artist)]
    return Words(caption=texts[0], credit=texts[1])


def _joined(maker: str, agency: str) -> str:
    return " / ".join(dict.fromkeys(filter(None, (maker, agency))))
