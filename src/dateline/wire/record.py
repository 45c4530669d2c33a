"""What was found in one piece of copy from outside, before it becomes a story.

A ``Record`` is a value: readers of pages, feeds and exports make it, the import turns it into a draft or a story.
It never holds a row of the desk, and nothing in it has been written anywhere.

Inline HTML in the body follows the rule of ``dateline.story``: already clean, and nothing but
``a[href] em strong sub sup code s q br span[lang|dir]``. Every other string is plain text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from dateline.story import CommentPolicy, Correction, Embed, Genre, Items, Paragraph, Quote, Role, Subhead, plain
from dateline.wire.whole import Whole

Direction = Literal["ltr", "rtl"]

State = Literal["out", "draft", "scheduled", "private", "page", "canceled"]
"""What the system that a story comes from did with it; only one that was ``out`` goes out here.

``private``: for some readers only, by a password or by membership. ``page``: a standing page of the site, such as
its imprint. ``canceled``: called back, or withheld, by whoever sent it.
"""

RemarkState = Literal["out", "waiting", "spam", "deleted"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundImage:
    """A picture that copy points at; nobody has fetched or measured it yet."""

    kind: ClassVar[str] = "found-image"
    address: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One comment of a reader. ``parent`` is the id of the one it answers, empty for one on the story."""

    id: str
    parent: str = ""
    author: str = ""
    email: str = ""
    """For the newsroom alone."""
    when: str = ""
    """As ``Record.published``."""
    state: RemarkState = "out"
    text: str = ""
    """Plain, paragraphs parted by blank lines."""


FoundBlock = Paragraph | Subhead | Quote | Items | Embed | FoundImage


@dataclass(frozen=True, slots=True)
class Mention:
    """Another story as copy names it: enough to find it by in the same archive."""

    headline: str
    day: str = ""
    """ISO 8601 as the page has it, or empty."""
    kind: Literal["related", "featured"] = "related"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One story as its copy tells it. Only ``headline`` and ``body`` are certain to be there."""

    headline: str
    body: tuple[FoundBlock, ...]
    kicker: str = ""
    standfirst: str = ""
    shown: bool = False
    """Whether the standfirst stands above the body for readers, rather than in the page's head for machines only."""
    authors: tuple[str, ...] = ()
    others: tuple[tuple[str, Role], ...] = ()
    """Who had another part in it than writing it."""
    published: str = ""
    """ISO 8601: a time with its zone, a time without one if the copy names none, a bare day, or empty."""
    updated: str = ""
    created: str = ""
    """When work on it began, if the copy says so."""
    embargo: str = ""
    """Not before this time. A bare day means its first moment."""
    state: State = "out"
    place: str = ""
    section: str = ""
    topics: tuple[str, ...] = ()
    image: FoundImage | None = None
    source: str = ""
    """The publisher's name."""
    agency: str = ""
    """Who made the copy, if it says that somebody else than the publisher did."""
    relay: str = ""
    """Whom the publisher took the copy from, if it says so."""
    url: str = ""
    addresses: tuple[str, ...] = ()
    """Other addresses the copy declares for itself."""
    language: str = ""
    """BCP 47."""
    direction: Direction = "ltr"
    external_id: str = ""
    code: int | None = None
    """A whole number the old site showed as the story's code."""
    slug: str = ""
    """The words that stood for it in its address."""
    genre: Genre = "news"
    urgency: int = 5
    """As in ninjs, 1 to 9."""
    corrections: tuple[Correction, ...] = ()
    comments: tuple[Remark, ...] = ()
    """Every one is here, whatever its state; a parent is always one of them, and no thread is a circle."""
    discussion: CommentPolicy = "open"
    note: str = ""
    """What the copy tells the newsroom, and not readers."""
    version: int = 0
    """Which version of its item it is, if whoever sent it counts them; the highest is what the story shows."""
    captured: str = ""
    """When a crawler saw this version, ISO 8601 in UTC, if it comes from a web archive; never when it was published."""
    mentions: tuple[Mention, ...] = ()
    """The other stories it leads to by their headlines, where no address of theirs was kept."""
    damage: str = ""
    """What was wrong with the bytes it was read from: a person should look whether anything is missing."""
    withdrawn: int = 0
    """The code of a story that another Dateline withdrew; nothing else is known of it."""
    whole: Whole | None = None
    """The story entire, if it comes from another Dateline; the other fields are then for the report."""
    origins: Mapping[str, str] = field(default_factory=dict)
    """Where each field was found: ``json-ld``, ``microdata``, ``meta``, ``page``, ``address``, ``given``, ..."""

    def plain_body(self) -> str:
        """The words under the headline, a paragraph a line: the standfirst if readers see it, then the body."""
        lines = [self.standfirst] if self.shown and self.standfirst else []
        return "\n".join(lines + [line for block in self.body for line in _lines(block)])


def _lines(block: FoundBlock) -> Iterator[str]:
    match block:
        case Paragraph() | Quote():
            yield from filter(None, map(str.strip, plain(block.html).split("\n")))
            if isinstance(block, Quote) and block.attribution:
                yield block.attribution
        case Subhead():
            yield block.text
        case Items():
            yield from (" ".join(plain(item).split()) for item in block.items)
        case Embed() | FoundImage():
            return
