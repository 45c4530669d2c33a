"""What is handed in and what is said in return: plain values, no rows. Pure, and knows what cannot be admitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dateline.desk import cleaning
from dateline.desk.blocks import PlacedPicture, Written
from dateline.story import CommentPolicy, Correction, Credit, Genre, Moment, Role, Story, Topic, instant

UNKNOWN = Moment("")
Outcome = Literal["made", "changed", "same", "taken", "edited", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStory:
    """One story to be taken in. Texts are cleaned on their way to readers; times are moments of ``dateline.story``."""

    headline: str
    section: str = ""
    """The slug of a section; a draft may have none."""
    body: tuple[Written, ...] = ()
    code: int | None = None
    """The code it had and is to keep; None for the next free one."""
    external_id: str = ""
    """What its origin calls it; the same one again is the same story."""
    live: bool = True
    update: bool = False
    """Whether a story that is here already, by its code or else its external id, takes on this copy."""
    kicker: str = ""
    standfirst: str = ""
    slug: str = ""
    """Made from the headline if empty. An update leaves the slug of a story that was out."""
    genre: Genre = "news"
    language: str = ""
    """The site's if empty."""
    direction: Literal["", "ltr", "rtl"] = ""
    """As the language is written if empty."""
    place: str = ""
    published: Moment = UNKNOWN
    """A time, a day, or nothing if nobody knows."""
    updated: Moment = UNKNOWN
    bylines: tuple[tuple[str | int, Role], ...] = ()
    """Each a name, found or made, or the number of a person, with the role."""
    source: tuple[Credit, ...] = ()
    """The source chain; of ``own`` the name does not matter, the others are found or made, by slug if it has one."""
    topics: tuple[str | Topic, ...] = ()
    """Each a name or, to be found by its slug, a topic; made if there is none."""
    lead: PlacedPicture | None = None
    corrections: tuple[Correction, ...] = ()
    comments: CommentPolicy = "open"
    urgency: int = 5
    pinned: tuple[int, ...] = ()
    banned: tuple[int, ...] = ()
    follows: int = 0
    """The code of the story that it continues; left out if that is not here, or would make a circle."""
    earlier: tuple[Story, ...] = ()
    """States that readers elsewhere saw before, oldest first; they go to the record if the story is new here."""
    former: tuple[str, ...] = ()
    """Addresses it had; one that another story has already is left to that one."""
    leads: bool = False
    """Whether its links to addresses that stories had elsewhere become links to those stories."""
    captured: Moment = UNKNOWN
    """When a crawler saw this copy. An update that differs in nothing else leaves the story as it is."""
    fronts: tuple[str, ...] = ()
    """Fronts to place it on, behind what is there: ``home``, ``featured``, a section's slug."""
    internal_note: str = ""


@dataclass(frozen=True, slots=True)
class Admitted:
    """What became of one story.

    ``made``, ``changed`` and ``same`` have it here now; ``taken`` means that its code or external id is another
    story's (the code is that one's), ``edited`` that an editor has worked on it since, so that it was left alone.
    """

    code: int | None
    outcome: Outcome
    reason: str = ""


LIMITS = {"headline": 500, "kicker": 200, "place": 200, "external_id": 300}
NAME = 200


def refusal(copy: NewStory, sections: Any) -> str:
    """Why this copy cannot be admitted, or nothing."""
    if not cleaning.line(copy.headline):
        return "It has no headline."
    for field, limit in LIMITS.items():
        if len(getattr(copy, field)) > limit:
            return f"Its {field.replace('_', ' ')} is longer than {limit} characters."
    if copy.section not in sections and (copy.live or copy.section):
        return f"There is no section {copy.section!r}."
    if cleaning.storable(copy.external_id) != copy.external_id:
        return "Its external id holds control characters."
    if not 1 <= copy.urgency <= 9:
        return f"Its urgency is {copy.urgency}; it must be from 1 to 9."
    return _bad_time(copy) or _bad_name(copy)


def _bad_time(copy: NewStory) -> str:
    times = [
        copy.published,
        copy.updated,
        copy.captured,
        *(one.published for one in copy.source),
        *(one.at for one in copy.corrections),
    ]
    for time in times:
        try:
            instant(time)
        except ValueError:
            return f"{time!r} is no time."
    return ""


def _bad_name(copy: NewStory) -> str:
    people = [name for name, _ in copy.bylines if isinstance(name, str)]
    makers = [credit.name for credit in copy.source if credit.kind != "own"]
    topics = [one if isinstance(one, str) else one.name for one in copy.topics]
    for name in (*people, *makers, *topics):
        if not cleaning.line(name) or len(name) > NAME:
            return f"{name[:60]!r} is no name."
    return ""
