"""A story as another Dateline had it, entire: what is known of it is what it is, and nothing has to be judged. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.masthead import Person, SourcePage, TopicPage
from dateline.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPicture:
    """A picture that lies beside the export. Its key is made from its digest and its focal point."""

    key: str
    file: str
    """Its place below the export's folder of pictures."""
    digest: str
    focus: tuple[int, ...] = ()
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The story, its states before, oldest first, and those that it names."""

    story: Story
    earlier: tuple[Story, ...] = ()
    people: tuple[Person, ...] = ()
    topics: tuple[TopicPage, ...] = ()
    sources: tuple[SourcePage, ...] = ()
    pictures: tuple[KeptPicture, ...] = ()
