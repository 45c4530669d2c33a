"""The record of a story's card: all its variants in one value, so that a correction is one write. Pure."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping

from dateline.press.fragment import Fragment
from dateline.press.page import Variant

_COUNT = len(Variant)
_HEAD = struct.Struct(f"<IBB{_COUNT}I")

LISTED_ONLY = 1
"""Flag: shown in lists, but never recommended in a box (a retracted story)."""
PICTURED = 2
"""Flag: the card has a picture."""
OPINION = 4
"""Flag: what somebody thinks."""
PAID = 8
"""Flag: an advertiser's text."""


def encode(variants: Mapping[Variant, Fragment], flags: int = 0, urgency: int = 5) -> bytes:
    """The record; a variant that is missing is empty."""
    texts = [variants.get(variant, b"") for variant in Variant]
    body = b"".join(texts)
    return _HEAD.pack(_stamp(flags, urgency, body), flags, urgency, *map(len, texts)) + body


def stamp(card: bytes) -> int:
    """The card's stamp: 32 bits that change with anything in it, never 0."""
    return int.from_bytes(card[:4], "little")


def is_whole(card: bytes) -> bool:
    """Whether a record is as it was encoded."""
    lengths = _HEAD.unpack_from(card)[3:]
    body = card[_HEAD.size :]
    return sum(lengths) == len(body) and stamp(card) == _stamp(flags(card), urgency(card), body)


def flags(card: bytes) -> int:
    return card[4]


def urgency(card: bytes) -> int:
    """From 1 (flash) to 9."""
    return card[5]


def variant(card: bytes, which: Variant) -> Fragment:
    lengths = _HEAD.unpack_from(card)[3:]
    start = _HEAD.size + sum(lengths[:which])
    return card[start : start + lengths[which]]


def _stamp(flags: int, urgency: int, body: bytes) -> int:
    digest = hashlib.blake2b(bytes([flags, urgency]) + body, digest_size=4).digest()
    return int.from_bytes(digest, "little") or 1
