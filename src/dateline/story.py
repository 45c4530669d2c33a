"""What a reader may see of a story: frozen values and their JSON form.

This is the contract between the desk, which makes these values from its rows, and everything that shows them:
press, search, feeds, the public ``/news/<code>.json``. Nothing in here is internal to the newsroom, so nothing
in here has to be hidden later.

Three rules keep old records valid for ever:

* a field that has its default value is left out of the JSON form, so a field added later changes no old digest;
* a reader ignores names it does not know;
* the values hold no floats and no times of their own making.

Inline HTML (``html`` and ``items`` of body blocks) was cleaned by whoever built the value; it holds nothing but
``a[href] em strong sub sup code s q br span[lang|dir]``. Every other string is plain text and must be escaped.
"""

from __future__ import annotations

import html
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, date, datetime, tzinfo
from functools import cache
from typing import Any, ClassVar, Literal, NewType, TypeVar, Union

Moment = NewType("Moment", str)
"""A time at the precision it is known: ``2026-05-21T08:30:00Z``, the day ``2026-05-21``, or ``""`` for unknown."""

Genre = Literal["news", "analysis", "opinion", "feature", "interview", "sponsored"]
Role = Literal["reporter", "contributor", "photographer", "editor", "translator", "desk"]
CreditKind = Literal["own", "agency", "relay"]
CorrectionKind = Literal["correction", "clarification", "update", "note", "retraction"]
CommentPolicy = Literal["open", "closed", "off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as pressed: ``/media/<key>-<width>.webp`` for each of ``widths``, and crops for machines."""

    key: str
    alt: str
    width: int
    height: int
    widths: tuple[int, ...]
    caption: str = ""
    credit: str = ""
    focus: str = ""
    """CSS ``object-position`` of what must stay in view when cropped, such as ``40% 20%``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    kind: ClassVar[str] = "paragraph"
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subhead:
    kind: ClassVar[str] = "subhead"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    kind: ClassVar[str] = "quote"
    html: str
    attribution: str = ""
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    kind: ClassVar[str] = "image"
    picture: Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    kind: ClassVar[str] = "list"
    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """Something that lives elsewhere, shown as a plain link: a reader's page calls no third party."""

    kind: ClassVar[str] = "embed"
    url: str
    title: str = ""


Block = Paragraph | Subhead | Quote | Figure | Items | Embed


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """One person of a byline, named as on the day of publication; ``person`` is the permanent number."""

    person: int
    name: str
    slug: str
    role: Role = "reporter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One link of the source chain: who made the copy (``own``, ``agency``) or whom it was taken from (``relay``)."""

    kind: CreditKind
    name: str
    slug: str = ""
    url: str = ""
    published: Moment = Moment("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    kind: CorrectionKind
    at: Moment
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A published story, whole. ``code`` is permanent; ``slug`` is frozen at first publication."""

    code: int
    slug: str
    section: str
    language: str
    headline: str
    published: Moment
    direction: Literal["ltr", "rtl"] = "ltr"
    genre: Genre = "news"
    kicker: str = ""
    standfirst: str = ""
    place: str = ""
    """Where it was filed from, empty at base."""
    updated: Moment = Moment("")
    """The last significant change, empty if there was none."""
    bylines: tuple[Byline, ...] = ()
    source: tuple[Credit, ...] = ()
    topics: tuple[Topic, ...] = ()
    lead: Picture | None = None
    body: tuple[Block, ...] = ()
    corrections: tuple[Correction, ...] = ()
    comments: CommentPolicy = "open"
    urgency: int = 5
    """ninjs urgency, 1 (flash) to 9."""
    pinned: tuple[int, ...] = ()
    banned: tuple[int, ...] = ()
    follows: int = 0
    """The code of the story that this one continues or rewrites; 0: it stands for itself."""
    former: tuple[str, ...] = ()
    """Every address the story had elsewhere; each answers with a 301."""
    captured: Moment = Moment("")
    """When a crawler saw the copy that it was taken from, if that was a web archive's; never when it was published."""

    @property
    def retracted(self) -> bool:
        """Disowned: it stays up under a notice, and no list or feed recommends it."""
        return any(c.kind == "retraction" for c in self.corrections)


BLOCKS: dict[str, type[Any]] = {b.kind: b for b in (Paragraph, Subhead, Quote, Figure, Items, Embed)}


def instant(moment: str) -> datetime | None:
    """The point in time a moment stands for in UTC (a bare day is its midnight), or None if unknown."""
    if not moment:
        return None
    if len(moment) == 10:
        day = date.fromisoformat(moment)
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    return datetime.fromisoformat(moment)


def local(moment: str, zone: tzinfo) -> datetime | None:
    """The point in time as clocks in a zone show it, or None if unknown; a bare day is that day wherever it is read."""
    when = instant(moment)
    if when is None or len(moment) == 10:
        return when
    try:
        return when.astimezone(zone)
    except OverflowError:
        # The first and the last day that the calendar has are not that day in every zone.
        return when


def moment(at: datetime | date | None) -> Moment:
    """The moment of a time (in UTC, whole seconds) or of a day; the empty moment of None.

    Raises ValueError for a time without a zone.
    """
    if at is None:
        return Moment("")
    if not isinstance(at, datetime):
        return Moment(at.isoformat())
    if at.tzinfo is None:
        raise ValueError(f"a moment needs a time zone: {at.isoformat()}")
    return Moment(at.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z")


_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


def plain(inline: str) -> str:
    """The words of cleaned inline HTML, without markup."""
    if "<" in inline:
        inline = _TAG.sub("", _BREAK.sub("\n", inline))
    return html.unescape(inline)


def paragraphs(story: Story) -> Iterator[str]:
    """The words of the body, a text a block, in reading order; pictures give their caption."""
    return (text for block in story.body for text in _texts(block) if text)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Quote():
            yield plain(block.html)
        case Subhead():
            yield block.text
        case Items():
            yield from map(plain, block.items)
        case Figure():
            yield block.picture.caption
        case Embed():
            yield block.title


T = TypeVar("T")


def as_dict(value: Any) -> dict[str, Any]:
    """The JSON form of any value of this module or of ``masthead``: its fields less those at their default."""
    out: dict[str, Any] = {}
    kind = getattr(value, "kind", None)
    if type(value) is BLOCKS.get(kind or ""):
        out["kind"] = kind
    for name, default in _defaults(type(value)):  # type: ignore[arg-type]  # every class can be hashed
        found = getattr(value, name)
        if default is MISSING or found != default:
            out[name] = _plain_json(found)
    return out


def from_dict(cls: type[T], data: Mapping[str, Any]) -> T:
    """The value of which ``data`` is the JSON form; unknown names are ignored.

    Raises TypeError if a field without a default is missing.
    """
    return cls(**{name: read(data[name]) for name, read in _readers(cls) if name in data})  # type: ignore[arg-type]


def _plain_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain_json(one) for one in value]
    if hasattr(value, "__dataclass_fields__"):
        return as_dict(value)
    return value


@cache
def _defaults(cls: type[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((f.name, f.default) for f in fields(cls))


@cache
def _readers(cls: type[Any]) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    hints = typing.get_type_hints(cls)
    return tuple((f.name, _reader(hints[f.name])) for f in fields(cls))


def _reader(hint: Any) -> Callable[[Any], Any]:
    """How to read one field of the given type from its JSON form."""
    if typing.get_origin(hint) is tuple:
        one = _reader(typing.get_args(hint)[0])
        return lambda values: tuple(one(value) for value in values)
    if typing.get_origin(hint) in (Union, types.UnionType):
        members = [m for m in typing.get_args(hint) if m is not type(None)]
        if len(members) > 1:
            return _read_block
        return _reader(members[0])
    if hasattr(hint, "__dataclass_fields__"):
        return lambda data: from_dict(hint, data)
    return lambda value: value


def _read_block(data: Mapping[str, Any]) -> Any:
    return from_dict(BLOCKS[data["kind"]], data)
