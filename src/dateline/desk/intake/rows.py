"""From copy to rows that are yet to be saved. Knows no database; every row it needs is handed in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateline import story as public
from dateline import urls
from dateline.desk import blocks, cleaning
from dateline.desk.intake.copy import NewStory
from dateline.desk.models import (
    Ban,
    Byline,
    FormerAddress,
    Person,
    Pin,
    Section,
    Source,
    Story,
    StoryCorrection,
    StoryCredit,
    StoryTopic,
    Topic,
)
from dateline.desk.snapshot import Parts
from dateline.story import Credit, instant


@dataclass(slots=True)
class Rows:
    """The rows of one story: its own, and those that hang on it by kind."""

    story: Story
    bylines: list[Byline]
    credits: list[StoryCredit]
    topics: list[StoryTopic]
    corrections: list[StoryCorrection]
    pins: list[Pin]
    bans: list[Ban]
    addresses: list[FormerAddress]

    def parts(self) -> Parts:
        """What hangs on the story, as the snapshot takes it."""
        return Parts(
            section=self.story.section.slug if self.story.section else "",
            bylines=self.bylines,
            credits=self.credits,
            topics=[one.topic for one in self.topics],
            corrections=self.corrections,
            pinned=[one.other_id for one in self.pins],
            banned=[one.other_id for one in self.bans],
            former=sorted(one.address for one in self.addresses),
        )


@dataclass(frozen=True, slots=True)
class Known:
    """The rows that copy names, by what it calls them."""

    sections: dict[str, Section]
    people: dict[str | int, Person]
    topics: dict[str | public.Topic, Topic]
    sources: dict[tuple[str, str], Source]
    """By name and slug, which may be empty."""
    stories: set[int]
    zone: ZoneInfo
    language: str
    now: datetime


def build(copy: NewStory, story: Story, known: Known) -> Rows:
    """The rows of a story whose code is on ``story`` already; fields of an older copy are overwritten."""
    _fill(copy, story, known)
    code = story.pk
    people = [(known.people.get(key), role) for key, role in copy.bylines]
    topics = list(dict.fromkeys(known.topics[topic] for topic in copy.topics))
    return Rows(
        story=story,
        bylines=[Byline(story_id=code, person=p, role=role, sort_order=i) for i, (p, role) in enumerate(people) if p],
        credits=[_credit(one, i, code, known) for i, one in enumerate(copy.source)],
        topics=[StoryTopic(story_id=code, topic=topic, sort_order=i) for i, topic in enumerate(topics)],
        corrections=[
            StoryCorrection(
                story_id=code,
                kind=one.kind,
                at=instant(one.at) or known.now,
                text=cleaning.line(one.text),
                shown=copy.live,
                sort_order=i,
            )
            for i, one in enumerate(copy.corrections)
        ],
        pins=[Pin(story_id=code, other_id=pk, sort_order=i) for i, pk in enumerate(copy.pinned) if pk in known.stories],
        bans=[Ban(story_id=code, other_id=pk, sort_order=i) for i, pk in enumerate(copy.banned) if pk in known.stories],
        addresses=[],
    )


def _fill(copy: NewStory, story: Story, known: Known) -> None:
    story.headline = cleaning.line(copy.headline)
    story.kicker = cleaning.line(copy.kicker)
    story.standfirst = cleaning.line(copy.standfirst)
    if not story.first_published_at:
        story.slug = urls.slugify(copy.slug or copy.headline)
    story.section = known.sections.get(copy.section)
    story.genre, story.place = copy.genre, cleaning.line(copy.place)
    story.language = cleaning.language(copy.language) or known.language
    story.direction = copy.direction
    story.body = json.dumps(blocks.stream_of(copy.body))
    lead = copy.lead or blocks.PlacedPicture(picture=0)
    story.lead_image_id = lead.picture or None
    story.lead_alt = cleaning.line(lead.alt)[:500]
    story.lead_caption, story.lead_credit = cleaning.line(lead.caption), cleaning.line(lead.credit)[:300]
    story.comments, story.urgency = copy.comments, copy.urgency
    story.follows_id = copy.follows if copy.follows in known.stories and copy.follows != story.pk else None
    story.internal_note, story.external_id = cleaning.storable(copy.internal_note), copy.external_id
    _fill_times(copy, story, known)


def _fill_times(copy: NewStory, story: Story, known: Known) -> None:
    story.published_at, day_only = _time(copy.published, known.zone)
    story.precision = "unknown" if story.published_at is None else "day" if day_only else "minute"
    story.updated_at_public = instant(copy.updated)
    story.captured_at = instant(copy.captured)
    story.live, story.has_unpublished_changes = copy.live, not copy.live
    story.updated_at = known.now
    if copy.live:
        story.first_published_at = story.first_published_at or story.published_at or known.now
        story.last_published_at = known.now
    elif copy.published == "":
        # A draft goes out when an editor publishes it, and that is its time.
        story.precision = "minute"


def _credit(credit: Credit, order: int, code: int, known: Known) -> StoryCredit:
    at, day_only = _time(credit.published, known.zone)
    return StoryCredit(
        story_id=code,
        kind=credit.kind,
        source=None if credit.kind == "own" else known.sources[credit.name, credit.slug],
        url=cleaning.link(credit.url),
        original_at=at,
        original_day_only=day_only,
        sort_order=order,
    )


def _time(moment: str, zone: ZoneInfo) -> tuple[datetime | None, bool]:
    """The time to keep for a moment, and whether only its day is known; then it is that day's noon in the zone."""
    at = instant(moment)
    if at is None or len(moment) > 10:
        return at, False
    return (at + timedelta(hours=12)).replace(tzinfo=zone), True
