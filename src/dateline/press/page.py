"""A pressed page: a sequence of parts, some its own text and some named or listed. Pure; how it is kept: pagerecord.py.

    Own      text of this page alone
    Slot     a part that many pages share, by name: ``rail``, ``foot``
    Box      a few cards by story code with spares behind them: related stories, the top of a front
    Listing  cards or texts read from a list in its order from a cursor on: a section's stories, the ledger's lines
    Discussion  comments of a story, in an order, from a cursor on

Cards are looked up when the page is joined, so a corrected headline or a withdrawn story is one write however many
pages show it. A box may carry its cards already joined, with the stamp (four bytes of hash) that each card had
then; while the stamps are the same, those bytes are the truth.
"""

from __future__ import annotations

import enum
import struct
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dateline.press.fragment import Fragment


class Variant(enum.IntEnum):
    """The forms of a card that are pressed for every story, in their order in the card's record."""

    LEAD = 0
    TOP = 1
    BRIEF = 2
    LINE = 3
    TEASER = 4
    RAIL = 5
    RSS = 6
    JSON = 7
    SITEMAP = 8
    NEWS_SITEMAP = 9


class Status(enum.IntEnum):
    PUBLIC = 0
    GONE = 1


class ContentType(enum.IntEnum):
    HTML = 0
    RSS = 1
    JSON_FEED = 2
    XML = 3
    JSON = 4
    TEXT = 5


class Order(enum.IntEnum):
    """In which comments are read; ``BRANCH``: one and all that is below it."""

    NEWEST = 0
    OLDEST = 1
    REPLIED = 2
    BRANCH = 3


class Own(NamedTuple):
    text: Fragment


class Slot(NamedTuple):
    name: str


class Box(NamedTuple):
    """``limit`` cards of the first ``codes`` that can be shown, between ``before`` and ``after``; nothing if none can.

    ``joined`` is the whole box as it was when the first of its codes had ``stamps``, one for each code looked at.
    ``recommends`` is False where a retracted story may stand as well.
    """

    variant: Variant
    limit: int
    codes: tuple[int, ...]
    before: Fragment = b""
    after: Fragment = b""
    stamps: tuple[int, ...] = ()
    joined: Fragment = b""
    recommends: bool = True


class Listing(NamedTuple):
    """``limit`` entries of the list ``name`` from the request's cursor on, between ``before`` and ``after``.

    ``before_more`` and ``after_more`` stand around the next cursor, if there is one; ``empty`` stands for the whole
    if there are no entries. ``window`` leaves out entries older than so many seconds; 0 leaves out none.

    If ``gone`` is not empty, the entries are spreads, each its own text and the cards of the stories it names, with
    ``gone`` in the place of one that is not there any more. They show what stood somewhere once, so stories that stand
    elsewhere on the page are not left out.
    """

    name: str
    variant: Variant
    limit: int
    before: Fragment = b""
    after: Fragment = b""
    separator: Fragment = b""
    before_more: Fragment = b""
    after_more: Fragment = b""
    empty: Fragment = b""
    window: int = 0
    gone: Fragment = b""


class Discussion(NamedTuple):
    """A page of the comments of the story ``code`` from the request's cursor on; of a branch, those below ``number``.

    The texts are those of a listing.
    """

    order: Order
    code: int = 0
    number: int = 0
    before: Fragment = b""
    after: Fragment = b""
    before_more: Fragment = b""
    after_more: Fragment = b""
    empty: Fragment = b""


class Spread(NamedTuple):
    """An entry of a list of what stood somewhere: ``mark`` is a number to find it by."""

    mark: int
    codes: tuple[int, ...]
    text: Fragment

    def encode(self) -> bytes:
        return struct.pack(f"<IH{len(self.codes)}Q", self.mark, len(self.codes), *self.codes) + self.text

    @classmethod
    def decode(cls, data: bytes) -> Spread:
        mark, count = struct.unpack_from("<IH", data)
        codes = struct.unpack_from(f"<{count}Q", data, 6)
        return cls(mark, codes, data[6 + 8 * count :])


Part = Own | Slot | Box | Listing | Discussion


class Page(NamedTuple):
    """``code`` is the story that the page is about (0: none), which no box of it shows again."""

    parts: tuple[Part, ...]
    status: Status = Status.PUBLIC
    type: ContentType = ContentType.HTML
    code: int = 0
    path: str = ""
    """The one right address; a request under another is sent there."""


_PART = struct.Struct("<BI")
_BOX = struct.Struct("<BBHHHII")
_LISTING = struct.Struct("<BII7IH")
_DISCUSSION = struct.Struct("<BQQ5I")

OWN, SLOT, BOX, LISTING, DISCUSSION, NO_CODES = range(6)
"""What the tag of a part in a record says that it is; the last is a box that names no story."""

# Looked up, for calling an Enum class costs more than all else that decoding a box does.
_VARIANTS = tuple(Variant)


def joined_at(data: bytes, at: int) -> tuple[Sequence[int], Sequence[int], int]:
    """Of a box whose data begins there: its codes, their stamps, and where the text begins that it was joined to."""
    _, _, _, codes, stamps, before, after = _BOX.unpack_from(data, at)
    at += _BOX.size
    numbers = numbers_of(codes, stamps).unpack_from(data, at)
    return numbers[:codes], numbers[codes:], at + 8 * codes + 4 * stamps + before + after


@cache
def numbers_of(codes: int, stamps: int) -> struct.Struct:
    return struct.Struct(f"<{codes}Q{stamps}I")


def read_part(tag: int, data: bytes) -> Part:
    """The part of its tag and its data in a record."""
    if tag == OWN:
        return Own(data)
    if tag == SLOT:
        return Slot(data.decode())
    if tag == DISCUSSION:
        return _decode_discussion(data)
    return _decode_listing(data) if tag == LISTING else _decode_box(data)


def encode_part(part: Part) -> bytes:
    """A part that stands alone, as what pages share by name."""
    tag, data = tagged(part)
    return _PART.pack(tag, len(data)) + data


def decode_part(data: bytes) -> Part:
    tag, length = _PART.unpack_from(data)
    return read_part(tag, data[_PART.size : _PART.size + length])


def tagged(part: Part) -> tuple[int, bytes]:
    match part:
        case Own():
            return OWN, part.text
        case Slot():
            return SLOT, part.name.encode()
        case Box():
            return BOX if part.codes else NO_CODES, _encode_box(part)
        case Listing():
            return LISTING, _encode_listing(part)
        case Discussion():
            return DISCUSSION, _encode_discussion(part)


def texts_of(part: Part) -> tuple[Fragment, ...]:
    """Every text that stands in a part itself."""
    match part:
        case Own():
            return (part.text,)
        case Slot():
            return ()
        case Box():
            return part.before, part.after, part.joined
        case Listing():
            return _texts(part)
        case Discussion():
            return part[3:]


def about(page: Page, code: int, path: str, listing: str) -> Page:
    """A page that is the same for every story, turned to one of them: its boxes show that one, its listing is its."""
    turned = (
        part._replace(codes=(code,))
        if isinstance(part, Box)
        else part._replace(name=listing)
        if isinstance(part, Listing)
        else part
        for part in page.parts
    )
    return page._replace(parts=tuple(turned), path=path)


def of_thread(page: Page, code: int, number: int, path: str) -> Page:
    """A page that is the same for every thread, turned to the thread of a story, or to a branch of it."""
    turned = (
        part._replace(codes=(code,))
        if isinstance(part, Box)
        else part._replace(code=code, number=number)
        if isinstance(part, Discussion)
        else Slot(f"top:{code}")
        if isinstance(part, Slot) and part.name == "top"
        else part
        for part in page.parts
    )
    return page._replace(parts=tuple(turned), path=path)


def _encode_box(box: Box) -> bytes:
    head = _BOX.pack(
        box.variant, box.recommends, box.limit, len(box.codes), len(box.stamps), len(box.before), len(box.after)
    )
    numbers = numbers_of(len(box.codes), len(box.stamps)).pack(*box.codes, *box.stamps)
    return b"".join((head, numbers, box.before, box.after, box.joined))


def _decode_box(data: bytes) -> Box:
    variant, recommends, limit, codes, stamps, before, after = _BOX.unpack_from(data)
    numbers = numbers_of(codes, stamps).unpack_from(data, _BOX.size)
    at = _BOX.size + 8 * codes + 4 * stamps
    first, second = data[at : at + before], data[at + before : at + before + after]
    joined = data[at + before + after :]
    return Box(_VARIANTS[variant], limit, numbers[:codes], first, second, numbers[codes:], joined, bool(recommends))


def _encode_listing(listing: Listing) -> bytes:
    texts = _texts(listing)
    name = listing.name.encode()
    head = _LISTING.pack(listing.variant, listing.limit, listing.window, *map(len, texts), len(name))
    return b"".join((head, name, *texts))


def _texts(one: Listing) -> tuple[Fragment, ...]:
    return one.before, one.after, one.separator, one.before_more, one.after_more, one.empty, one.gone


def _decode_listing(data: bytes) -> Listing:
    variant, limit, window, *lengths, name_length = _LISTING.unpack_from(data)
    at = _LISTING.size + name_length
    name = data[_LISTING.size : at].decode()
    before, after, separator, before_more, after_more, empty, gone = _cut(data[at:], lengths)
    kind = _VARIANTS[variant]
    return Listing(name, kind, limit, before, after, separator, before_more, after_more, empty, window, gone)


def _encode_discussion(one: Discussion) -> bytes:
    texts = one[3:]
    return b"".join((_DISCUSSION.pack(one.order, one.code, one.number, *map(len, texts)), *texts))


def _decode_discussion(data: bytes) -> Discussion:
    order, code, number, *lengths = _DISCUSSION.unpack_from(data)
    return Discussion(Order(order), code, number, *_cut(data[_DISCUSSION.size :], lengths))


def _cut(data: bytes, lengths: Sequence[int]) -> list[bytes]:
    texts, at = [], 0
    for length in lengths:
        texts.append(data[at : at + length])
        at += length
    return texts
