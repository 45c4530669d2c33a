"""A story of another Dateline as the desk is offered it: with its code, its people by their numbers, all its states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.desk.blocks import PlacedPicture, Written
from dateline.desk.intake import NewStory, Numbers, restore_named
from dateline.desk.pictures import restore_picture
from dateline.masthead import Person, Site, SourcePage, TopicPage
from dateline.story import Figure, Picture, Story
from dateline.wire import beside
from dateline.wire.reading import Read
from dateline.wire.whole import KeptPicture, Whole

PICTURES = "pictures"
"""The folder of an export that its pictures are in."""

Pictures = Mapping[str, int]
"""The rows of pictures by their keys."""


def take_picture(read: Read, one: KeptPicture, dry: bool) -> int | None:
    """The row of a picture that lies beside its export; None if it is not there. A dry run only looks for it."""
    path = beside.find(f"{PICTURES}/{one.file}", read.piece.archive.path, read.piece.archive.root)
    if path is None or dry:
        return None if path is None else 0
    point = (one.focus[0], one.focus[1]) if len(one.focus) == 2 else None
    words = {"alt": one.alt, "caption": one.caption, "credit": one.credit}
    return int(restore_picture(path.read_bytes(), key=one.key, digest=one.digest, focus=point, **words).pk)


def restore_people(batch: Sequence[tuple[Whole, Pictures]]) -> Numbers:
    """Make the people, topics and sources of a batch that are not here; their numbers here, by those that they had."""
    people: dict[int, Person] = {}
    topics: dict[str, TopicPage] = {}
    sources: dict[str, SourcePage] = {}
    portraits: dict[int, int] = {}
    for whole, pictures in batch:
        for person in whole.people:
            people[person.id] = person
            if person.portrait and pictures.get(person.portrait.key):
                portraits[person.id] = pictures[person.portrait.key]
        topics.update((one.slug, one) for one in whole.topics)
        sources.update((one.slug, one) for one in whole.sources)
    agencies = {
        credit.slug for whole, _ in batch for credit in whole.story.source if credit.kind == "agency" and credit.slug
    }
    return restore_named(people.values(), portraits, topics.values(), sources.values(), agencies)


def make(whole: Whole, external_id: str, site: Site, pictures: Pictures, numbers: Numbers) -> NewStory:
    """The story that the desk is offered. A section that this site has not becomes the first one."""
    story = whole.story
    section = story.section if site.section(story.section) else site.sections[0].slug
    return NewStory(
        headline=story.headline,
        section=section,
        body=tuple(_blocks(story, pictures)),
        code=story.code,
        external_id=external_id,
        kicker=story.kicker,
        standfirst=story.standfirst,
        slug=story.slug,
        genre=story.genre,
        language=story.language,
        direction=story.direction,
        place=story.place,
        published=story.published,
        updated=story.updated,
        bylines=tuple((numbers.get(one.person, one.name), one.role) for one in story.bylines),
        source=story.source,
        topics=story.topics,
        lead=_placed(story.lead, pictures) if story.lead else None,
        corrections=story.corrections,
        comments=story.comments,
        urgency=story.urgency,
        pinned=story.pinned,
        banned=story.banned,
        follows=story.follows,
        former=story.former,
        captured=story.captured,
        earlier=whole.earlier,
    )


def _blocks(story: Story, pictures: Pictures) -> Iterator[Written]:
    for block in story.body:
        if not isinstance(block, Figure):
            yield block
        elif placed := _placed(block.picture, pictures):
            yield placed


def _placed(one: Picture, pictures: Pictures) -> PlacedPicture | None:
    row = pictures.get(one.key)
    return PlacedPicture(picture=row, alt=one.alt, caption=one.caption, credit=one.credit) if row else None
