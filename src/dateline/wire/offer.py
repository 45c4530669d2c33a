"""From what was found to what the desk is offered: a record made into a new story. Pure.

Decides which section it goes to, whose copy it is, and whether it is sure enough to be published at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from dateline.desk.blocks import PlacedPicture, Written
from dateline.desk.intake import NewStory
from dateline.masthead import Site
from dateline.story import Credit, Moment, Role, Story, moment
from dateline.wire import holding
from dateline.wire.record import FoundImage, Record

MOST_TOPICS = 12
MOST_AUTHORS = 12

_REPORTER: Role = "reporter"


@dataclass(frozen=True, slots=True)
class House:
    """What of the site decides where copy goes."""

    site: Site
    own: bool = False
    """Whether all of the archive is this newsroom's own work, whatever its pages call the publisher."""

    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    """When the import began: what is not to be out by then is held."""

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.site.zone)


Pictures = Mapping[str, int]
"""The rows of the pictures that were at hand, by the address the copy gives them; 0 if they were only looked for."""


def make(record: Record, external_id: str, house: House, pictures: Pictures) -> NewStory:
    """The story that the desk is offered; a doubtful one as a draft with the reason in its note."""
    doubtful = holding.doubt(record, house.at, house.zone) or holding.bare(record, pictures)
    section, label = _section(record.section, house.site)
    return NewStory(
        headline=record.headline,
        section=section,
        body=tuple(_blocks(record, pictures)),
        code=record.code,
        external_id=external_id,
        live=not doubtful,
        kicker=record.kicker,
        standfirst=record.standfirst,
        slug=unquote(record.slug),
        genre=record.genre,
        language=record.language,
        direction=record.direction if record.language else "",
        place=record.place,
        published=_moment(record.published, house.zone),
        updated=_updated(record, house.zone),
        bylines=(*((name, _REPORTER) for name in record.authors[:MOST_AUTHORS]), *record.others[:MOST_AUTHORS]),
        source=_chain(record, house),
        topics=tuple(dict.fromkeys([*record.topics, *label]))[:MOST_TOPICS],
        lead=_picture(record.image, pictures) if record.image else None,
        leads=True,
        captured=Moment(record.captured),
        corrections=record.corrections,
        comments=record.discussion,
        urgency=record.urgency,
        former=tuple(dict.fromkeys(a for a in (record.url, *record.addresses) if a)),
        internal_note=" ".join(filter(None, (doubtful, record.note))),
    )


def sketch(record: Record) -> Story:
    """The record as a story that nobody has published, to compare it with those that are out."""
    return Story(
        code=0,
        slug="",
        section="",
        language=record.language,
        headline=record.headline,
        published=Moment(""),
        body=tuple(block for block in record.body if not isinstance(block, FoundImage)),
    )


def _section(name: str, site: Site) -> tuple[str, list[str]]:
    """The slug of the section a name means, or the first one's and the name as a topic."""
    for section in site.sections:
        if name and _folded(name) in {_folded(t) for t in (section.name, section.slug, *section.former)}:
            return section.slug, []
    return site.sections[0].slug, [name] if name else []


def _folded(name: str) -> str:
    """Names of one section are written Sport and Sports, Arts & Culture and arts-culture."""
    return re.sub(r"[\W_]+|s\b", "", name.casefold())


def _moment(text: str, zone: ZoneInfo) -> Moment:
    """A time without a zone is the site's; anything that is no date is none."""
    if len(text) <= 10:
        return Moment(text)
    when = datetime.fromisoformat(text)
    return moment(when if when.tzinfo else when.replace(tzinfo=zone))


def _updated(record: Record, zone: ZoneInfo) -> Moment:
    """A change within the minute of publication, or before it, is none that a reader would be told of."""
    if len(record.updated) <= 10 or len(record.published) <= 10:
        return Moment("")
    updated, published = _moment(record.updated, zone), _moment(record.published, zone)
    return updated if updated[:16] > published[:16] else Moment("")


def _chain(record: Record, house: House) -> tuple[Credit, ...]:
    """Who made the copy and whom it was taken from."""
    chain = []
    if record.agency and record.agency.casefold() != house.site.name.casefold():
        chain.append(Credit(kind="agency", name=record.agency))
    publisher = record.relay or record.source
    if publisher and not house.own and not _is_own(record, publisher, house.site):
        when = _moment(record.published, house.zone)
        url = record.url if record.url.startswith("http") else ""
        chain.append(Credit(kind="relay", name=publisher, url=url, published=when))
    return tuple(chain) or (Credit(kind="own", name=house.site.name),)


def _is_own(record: Record, publisher: str, site: Site) -> bool:
    host = (urlsplit(record.url).hostname or "").removeprefix("www.")
    own = (urlsplit(site.url).hostname or "").removeprefix("www.")
    return publisher.casefold() == site.name.casefold() or (bool(host) and host == own)


def _blocks(record: Record, pictures: Pictures) -> list[Written]:
    """The body, with those of its pictures that were at hand."""
    blocks: list[Written] = []
    for block in record.body:
        if not isinstance(block, FoundImage):
            blocks.append(block)
        elif placed := _picture(block, pictures):
            blocks.append(placed)
    return blocks


def _picture(image: FoundImage, pictures: Pictures) -> PlacedPicture | None:
    row = pictures.get(image.address)
    if not row:
        return None
    return PlacedPicture(picture=row, alt=image.alt, caption=image.caption, credit=image.credit)


def addresses_of_pictures(record: Record) -> Sequence[str]:
    """Where the copy says its pictures are, the lead first."""
    images = [record.image, *(block for block in record.body if isinstance(block, FoundImage))]
    return list(dict.fromkeys(image.address for image in images if image))
