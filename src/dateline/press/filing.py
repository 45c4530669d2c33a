"""Where a story is filed: the lists it stands in and the old addresses it answers to. Pure.

The filing of a story is kept beside its page, so that the next state of the story can take the last one out again
without knowing anything else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from dateline import urls
from dateline.front import fill
from dateline.story import Story, instant, local

SITEMAP_BLOCK = 40_000
"""Codes that share a sitemap on one day: so it stays below the limit however many stories a day has."""

OPINION = "genre:opinion"
"""The list of opinion, which has a row of its own on the home front."""

URGENT = "urgent"
"""The list of what is more urgent than most, of the site and of each section: the newest would soon push it out."""

LATER = "later:"
"""The lists of what continues a story are this and its code."""


@dataclass(frozen=True, slots=True)
class Filing:
    """``order`` is the story's place in its lists: seconds of the Unix epoch, 0 if the date is not known."""

    order: int = 0
    lists: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    corrections: tuple[int, ...] = ()
    """The order of each correction in the list of all of them."""
    section: str = ""

    def encode(self) -> bytes:
        return json.dumps([self.order, self.lists, self.addresses, self.corrections, self.section]).encode()

    @classmethod
    def decode(cls, data: bytes | None) -> Filing:
        if not data:
            return cls()
        order, lists, addresses, corrections, section = json.loads(data)
        return cls(order, tuple(lists), tuple(addresses), tuple(corrections), section)

    @property
    def sitemap(self) -> str:
        return next((name for name in self.lists if name.startswith("sitemap:")), "")

    @property
    def day(self) -> str:
        return next((name for name in self.lists if name.startswith("day:")), "")

    @property
    def follows(self) -> int:
        """The code of the story that this one continues; 0 if there is none."""
        return next((int(name.removeprefix(LATER)) for name in self.lists if name.startswith(LATER)), 0)


def file(story: Story, zone: ZoneInfo) -> Filing:
    """The filing of a story that readers see."""
    when = local(story.published, zone)
    day = when.date().isoformat() if when else ""
    names = [
        "all",
        f"section:{story.section}",
        *(f"person:{byline.person}" for byline in story.bylines),
        *(f"topic:{topic.slug}" for topic in story.topics),
        *(f"source:{credit.slug}" for credit in story.source if credit.slug),
        *([f"day:{day}"] if day else []),
        *([OPINION] if story.genre == "opinion" else []),
        *([URGENT, f"{URGENT}:{story.section}"] if story.urgency < fill.USUAL else []),
        *([f"{LATER}{story.follows}"] if story.follows else []),
        # A retracted story asks not to be indexed, so it is not offered either.
        *([] if story.retracted else [f"sitemap:{day or 'undated'}-{story.code // SITEMAP_BLOCK}"]),
    ]
    return Filing(
        order=_seconds(story.published),
        lists=tuple(dict.fromkeys(names)),
        addresses=tuple(dict.fromkeys(key for address in story.former for key in urls.former_keys(address))),
        corrections=tuple(_seconds(c.at) for c in story.corrections),
        section=story.section,
    )


def _seconds(moment: str) -> int:
    when = instant(moment)
    return max(0, int(when.timestamp())) if when else 0
