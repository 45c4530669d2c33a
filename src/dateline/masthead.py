"""What a reader may see besides stories: the site, its sections, people, topics, sources and fronts.

Each is the snapshot of a ledger subject (``site``, ``person:7``, ``topic:climate``, ``source:coast-press``,
``front:home``, ``rail:featured``, ``shown:home``) and has the JSON form of ``dateline.story``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.story import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    slug: str
    name: str
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The masthead: all that every page shares. ``zone`` is an IANA name; ``url`` has no slash at its end."""

    name: str
    url: str
    language: str
    zone: str
    direction: Literal["ltr", "rtl"] = "ltr"
    tagline: str = ""
    sections: tuple[Section, ...] = ()
    contact: str = ""
    """The address readers write to about corrections."""
    full_text: bool = False
    """Whether feeds have the whole of a story, and not its summary alone."""

    def section(self, slug: str) -> Section | None:
        return next((s for s in self.sections if s.slug == slug), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who is or was in a byline; needs no account."""

    id: int
    slug: str
    name: str
    title: str = ""
    bio: str = ""
    portrait: Picture | None = None
    former: tuple[str, ...] = ()
    """Slugs the page had before; each answers with a 301."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPage:
    slug: str
    name: str
    about: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePage:
    """An agency or outlet that copy comes from."""

    slug: str
    name: str
    url: str = ""
    about: str = ""
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What an editor placed on a front or a rail, best first; the newest stories fill the rest."""

    key: str
    """``home``, a section's slug, or ``featured``."""
    order: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stood on top of a front, an editor's stories and the machine's: the ledger's subject ``shown:home``."""

    key: str
    """``home`` or a section's slug."""
    codes: tuple[int, ...]
