"""The record as readers see it: the ledger's lines, and every version of a story with what changed. Pure."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline import urls
from dateline.ledger.entry import Entry
from dateline.press.fragment import Fragment, press
from dateline.press.page import Box, Listing, Page, Variant
from dateline.press.room import Room
from dateline.press.view import CORRECTIONS, LABELS
from dateline.press.words import label
from dateline.story import Moment, Story, moment, paragraphs
from dateline.syndicate import feeds

LINES = 100
VERSIONS = 50

# Words are compared with the space behind them, so that joined again they are the text.
_WORDS = re.compile(r"\S+\s*|\s+")
KEPT_AROUND = 12
"""How many unchanged words stay on each side of a change."""

LONG = 5000
"""Words from which on a text is compared line by line: the comparison is quadratic at worst."""

NEWS = label("News")
COMMENTS = {"open": label("Open"), "closed": label("Closed"), "off": label("Off")}

Piece = tuple[str, str]
"""``=`` kept, ``-`` taken out, ``+`` put in, ``…`` left out here; and the words."""


@dataclass(frozen=True, slots=True)
class Change:
    label: str
    pieces: tuple[Piece, ...]


def ledger(room: Room) -> Page:
    return Page(room.parts("ledger.html", {"entries": Listing("ledger", Variant.BRIEF, LINES)}), path="/ledger")


def line(room: Room, entry: Entry) -> Fragment:
    """One line of the ledger's page."""
    kind, _, name = entry.subject.partition(":")
    link = urls.short(int(name)) if kind == "story" and entry.digest else ""
    return room.fragment("entry.html", entry=entry, at=_at(entry), kind=_kind(room, entry), link=link)


def history(room: Room) -> Page:
    """The page of any story's versions, to be turned to one story by ``page.about``."""
    headline = Box(Variant.BRIEF, 1, (), recommends=False)
    versions = Listing("history", Variant.BRIEF, VERSIONS)
    return Page(room.parts("history.html", {"headline": headline, "versions": versions}))


def version(room: Room, entry: Entry, story: Story | None, before: Story | None) -> Fragment:
    """One version of a story with what changed from the one before; ``story`` None when its words are not shown."""
    changes = list(compare(room, before, story)) if story and before else []
    removed = story is None and entry.kind != "withdrawn"
    told = {"kind": _kind(room, entry), "captured": _captured(story, before), "changes": changes, "removed": removed}
    return room.fragment("version.html", entry=entry, at=_at(entry), **told)


def _captured(story: Story | None, before: Story | None) -> Moment:
    """When a crawler saw this version; a later one, which the newsroom made of it, was seen by none."""
    if story is None or (before and before.captured == story.captured):
        return Moment("")
    return story.captured


def correction(room: Room, story: Story, place: int) -> Fragment:
    """One correction in the list of all, by its place in the story."""
    view = room.view(story)
    return room.fragment("correction.html", view=view, notice=view.correction(story.corrections[place]))


def correction_item(room: Room, story: Story, place: int) -> Fragment:
    """The same in the feed of all."""
    label = room.words(CORRECTIONS[story.corrections[place].kind])
    return press(feeds.correction_item(story, room.site, place, label).encode())


def compare(room: Room, before: Story, after: Story) -> Iterator[Change]:
    """What readers saw change, field by field."""
    for (name, old), (_, new) in zip(_texts(before, room), _texts(after, room), strict=True):
        if old != new:
            yield Change(name, tuple(shorten(diff(old, new))))


def diff(old: str, new: str) -> Iterator[Piece]:
    """The words kept, taken out and put in between two texts."""
    before, after = _units(old), _units(new)
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            yield "=", "".join(before[a:b])
            continue
        if b > a:
            yield "-", "".join(before[a:b])
        if d > c:
            yield "+", "".join(after[c:d])


def _units(text: str) -> list[str]:
    """Words, or lines if there are so many words that comparing them all would take seconds."""
    words = _WORDS.findall(text)
    return words if len(words) <= LONG else text.splitlines(keepends=True)


def shorten(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces without the middle of long unchanged runs."""
    for mark, text in pieces:
        words = _WORDS.findall(text)
        if mark != "=" or len(words) <= 2 * KEPT_AROUND:
            yield mark, text
            continue
        yield "=", "".join(words[:KEPT_AROUND])
        yield "…", ""
        yield "=", "".join(words[-KEPT_AROUND:])


def _texts(story: Story, room: Room) -> Sequence[tuple[str, str]]:
    """Every part of a story that a reader sees, as text, under its name."""
    _ = room.words
    section = room.site.section(story.section)
    pictures = [p for p in (story.lead, *(getattr(b, "picture", None) for b in story.body)) if p]
    return (
        (_("Kicker"), story.kicker),
        (_("Headline"), story.headline),
        (_("Standfirst"), story.standfirst),
        (_("Byline"), ", ".join(b.name for b in story.bylines)),
        (_("Place"), story.place),
        (_("Section"), section.name if section else story.section),
        (_("Kind"), _(LABELS.get(story.genre, NEWS))),
        (_("Source"), "; ".join(f"{c.name} {c.url}".strip() for c in story.source)),
        (_("Topics"), ", ".join(t.name for t in story.topics)),
        (_("Pictures"), "\n".join(f"{p.alt} | {p.caption} | {p.credit} | {p.key}" for p in pictures)),
        (_("Text"), "\n".join(paragraphs(story))),
        (_("Corrections"), "\n".join(f"{_(CORRECTIONS[c.kind])}: {c.text}" for c in story.corrections)),
        (_("Comments"), _(COMMENTS[story.comments])),
    )


def _at(entry: Entry) -> Moment:
    return moment(entry.at)


def _kind(room: Room, entry: Entry) -> str:
    _ = room.words
    return {
        "published": _("Published"),
        "changed": _("Changed"),
        "withdrawn": _("Withdrawn"),
        "restored": _("Published again"),
        "redacted": _("Words removed"),
    }[entry.kind]
