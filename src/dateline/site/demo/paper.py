"""The demo newspaper as plain values, before it is rows in a desk.

Nothing here knows Django or a database: ``load`` (in ``reading``) makes these from the files beside it, and the
site's seeding turns them into stories, people and fronts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from dateline.masthead import Section, SourcePage, TopicPage
from dateline.story import Block, CommentPolicy, CorrectionKind, CreditKind, Genre, Picture, Role

State = Literal["live", "draft", "review", "scheduled", "withdrawn"]
"""A story that was withdrawn was out before: its address answers that it is gone."""

WAS_OUT: tuple[State, ...] = ("live", "withdrawn")


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPerson:
    """Somebody of the staff; ``pictures.portrait(key)`` draws them if ``portrait``."""

    key: str
    slug: str
    name: str
    title: str
    bio: str
    portrait: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoByline:
    person: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCredit:
    """One link of the source chain; ``source`` is a slug of ``Paper.sources``."""

    kind: CreditKind
    source: str
    url: str
    age: timedelta | None
    """How long before now they published it, if known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCorrection:
    kind: CorrectionKind
    age: timedelta
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoStory:
    """A story; ages count back from now, and that of a scheduled story is negative.

    A ``Picture`` here names a scene of ``pictures`` by its key and has no ``widths`` yet.
    """

    key: str
    headline: str
    kicker: str
    standfirst: str
    slug: str
    """Empty where the headline's own is right."""
    section: str
    genre: Genre
    age: timedelta
    place: str
    bylines: tuple[DemoByline, ...]
    source: tuple[DemoCredit, ...]
    topics: tuple[str, ...]
    lead: Picture | None
    language: str
    direction: Literal["ltr", "rtl"]
    corrections: tuple[DemoCorrection, ...]
    state: State
    comments: CommentPolicy
    urgency: int
    body: tuple[Block, ...]


CommentState = Literal["approved", "pending", "rejected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoComment:
    """A reader's comment, or the demo editor's if ``staff``; ``answers`` is the key of another one of its story."""

    key: str
    story: str
    text: str
    age: timedelta
    name: str = ""
    staff: bool = False
    answers: str = ""
    state: CommentState = "approved"
    highlighted: bool = False
    reported: str = ""
    """What somebody said who reported it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole newspaper. Stories are ordered newest first; fronts and the rail are story keys, best first."""

    name: str
    tagline: str
    language: str
    zone: str
    contact: str
    sections: tuple[Section, ...]
    topics: tuple[TopicPage, ...]
    sources: tuple[SourcePage, ...]
    people: tuple[DemoPerson, ...]
    stories: tuple[DemoStory, ...]
    fronts: dict[str, tuple[str, ...]]
    """By ``home`` or a section's slug."""
    featured: tuple[str, ...]
    comments: tuple[DemoComment, ...]
    """Oldest first."""

    def story(self, key: str) -> DemoStory:
        """The story of that key; raises KeyError if there is none."""
        for story in self.stories:
            if story.key == key:
                return story
        raise KeyError(key)
