"""Stories into what readers may see of them: rows of the desk into values of ``dateline.story``.

Reads rows and what hangs on them, writes nothing, and decides nothing about whether a story is public. Everything
that leaves here is clean (see ``cleaning``), whatever is in the rows: an editor may have pasted it, an archive may
have brought it, somebody may have put it there with SQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import prefetch_related_objects

from dateline import story, urls
from dateline.desk import cleaning, house
from dateline.desk.blocks import paragraphs, picture_numbers

if TYPE_CHECKING:
    from dateline.desk.models import (
        Byline,
        Named,
        NewsImage,
        Story,
        StoryCorrection,
        StoryCredit,
        Topic,
    )

RELATIONS = (
    "section",
    "bylines__person",
    "credits__source",
    "topics__topic",
    "corrections",
    "pins",
    "bans",
    "former_addresses",
)
"""What hangs on a story and is shown with it: one query each, however many stories are read together."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What hangs on one story, in the editor's order."""

    section: str
    bylines: Sequence[Byline] = ()
    credits: Sequence[StoryCredit] = ()
    topics: Sequence[Topic] = ()
    corrections: Sequence[StoryCorrection] = ()
    pinned: Sequence[int] = ()
    banned: Sequence[int] = ()
    former: Sequence[str] = ()

    def named(self) -> list[Named]:
        """The people, topics and sources that readers meet in the story."""
        sources = [credit.source for credit in self.credits if credit.source]
        return [*(b.person for b in self.bylines), *self.topics, *sources]


def of(row: Story) -> story.Story:
    """A story as readers would see it if this row, saved or not, were live."""
    return build(row, parts_of(row), pictures_of([row]))


def of_many(rows: Sequence[Story]) -> list[tuple[story.Story, Parts]]:
    """Many saved rows and their parts, with a number of queries that does not grow with them."""
    prefetch_related_objects(rows, *RELATIONS)
    pictures = pictures_of(rows)
    read = [(row, parts_of(row)) for row in rows]
    return [(build(row, parts, pictures), parts) for row, parts in read]


def parts_of(row: Story) -> Parts:
    return Parts(
        section=row.section.slug if row.section else "",
        bylines=list(row.bylines.all()),
        credits=list(row.credits.all()),
        topics=[one.topic for one in row.topics.all()],
        corrections=list(row.corrections.all()),
        pinned=[pin.other_id for pin in row.pins.all()],
        banned=[ban.other_id for ban in row.bans.all()],
        former=sorted(one.address for one in row.former_addresses.all()) if row.pk else [],
    )


def build(row: Story, parts: Parts, pictures: Mapping[int, NewsImage]) -> story.Story:
    """Put a row and its parts together; ``pictures`` are the rows of all pictures in them, by number."""
    language = cleaning.language(row.language) or house.language()
    lead = pictures.get(row.lead_image_id or 0)
    words = {"alt": row.lead_alt, "caption": row.lead_caption, "credit": row.lead_credit}
    return story.Story(
        code=row.pk or 0,
        slug=urls.slugify(row.slug or row.headline),
        section=parts.section,
        language=language,
        headline=cleaning.line(row.headline),
        published=published_moment(row),
        direction=row.direction or house.direction_of(language),
        genre=row.genre,
        kicker=cleaning.line(row.kicker),
        standfirst=cleaning.line(row.standfirst),
        place=cleaning.line(row.place),
        updated=story.moment(row.updated_at_public),
        bylines=tuple(_byline(one) for one in parts.bylines),
        source=tuple(_credit(one) for one in parts.credits),
        topics=tuple(story.Topic(slug=one.slug, name=cleaning.line(one.name)) for one in parts.topics),
        lead=picture(lead, words) if lead else None,
        body=_body(row.body.raw_data, pictures),
        corrections=tuple(_correction(one) for one in parts.corrections),
        comments=row.comments,
        urgency=row.urgency,
        pinned=tuple(parts.pinned),
        banned=tuple(parts.banned),
        follows=row.follows_id or 0,
        former=tuple(cleaning.line(address) for address in parts.former),
        captured=story.moment(row.captured_at),
    )


def published_moment(row: Story) -> story.Moment:
    """When the story came out, as exactly as it is known. A bare day is that of the site's zone."""
    return moment_of(row.published_at, row.precision)


def moment_of(at: datetime | None, precision: str) -> story.Moment:
    """A time as exactly as it is known."""
    if at is None or precision == "unknown":
        return story.moment(None)
    return story.moment(at.astimezone(house.zone()).date() if precision == "day" else at)


def picture(row: NewsImage, words: Mapping[str, str]) -> story.Picture | None:
    """A pressed picture; the row's words where the story says nothing else. None if it has no files yet."""
    if not row.key:
        return None
    return story.Picture(
        key=row.key,
        alt=cleaning.line(words.get("alt") or row.alt),
        width=row.width,
        height=row.height,
        widths=tuple(row.widths),
        caption=cleaning.line(words.get("caption") or row.caption),
        credit=cleaning.line(words.get("credit") or row.credit),
        focus=_focus(row),
    )


def _byline(row: Byline) -> story.Byline:
    return story.Byline(person=row.person.pk, name=cleaning.line(row.person.name), slug=row.person.slug, role=row.role)


def _credit(row: StoryCredit) -> story.Credit:
    maker = row.source
    original = row.original_at
    if original and row.original_day_only:
        original = original.astimezone(house.zone()).date()
    return story.Credit(
        kind=row.kind,
        name=cleaning.line(maker.name) if maker else house.site().name,
        slug=maker.slug if maker else "",
        url=cleaning.link(row.url),
        published=story.moment(original),
    )


def _correction(row: StoryCorrection) -> story.Correction:
    return story.Correction(kind=row.kind, at=story.moment(row.at), text=cleaning.line(row.text))


def _focus(row: NewsImage) -> str:
    """Where the middle of the focal point lies, in per cent of the picture."""
    if row.focal_point_x is None or row.focal_point_y is None or not (row.width and row.height):
        return ""
    across, down = (
        min(100, 100 * at // size) for at, size in ((row.focal_point_x, row.width), (row.focal_point_y, row.height))
    )
    return f"{across}% {down}%"


def pictures_of(rows: Sequence[Story]) -> dict[int, NewsImage]:
    """Every picture the rows show, in one query."""
    numbers = {row.lead_image_id for row in rows} - {None}
    for row in rows:
        numbers.update(picture_numbers(row.body.raw_data))
    if not numbers:
        return {}
    return apps.get_model("desk", "NewsImage").objects.in_bulk(numbers)


def is_empty(stream: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a body has nothing to read and nothing to look at."""
    return not picture_numbers(stream) and not _body(stream, {})


def _body(stream: Iterable[Mapping[str, Any]], pictures: Mapping[int, NewsImage]) -> tuple[story.Block, ...]:
    return tuple(block for one in stream for block in _BLOCKS[one["type"]](one["value"], pictures))


Made = Iterable[story.Block]


def _paragraph(value: str, _: Any) -> Made:
    texts = (cleaning.inline(text) for text in paragraphs(value))
    return [story.Paragraph(html=text) for text in texts if text]


def _subhead(value: str, _: Any) -> Made:
    text = cleaning.line(value)
    return [story.Subhead(text=text)] if text else []


def _quote(value: Mapping[str, str], _: Any) -> Made:
    text = "<br>".join(filter(None, (cleaning.inline(text) for text in paragraphs(value["text"]))))
    language = cleaning.language(value.get("language") or "")
    if not text:
        return []
    return [
        story.Quote(
            html=text,
            attribution=cleaning.line(value.get("attribution") or ""),
            language=language,
            direction=house.direction_of(language) if language else "",
        )
    ]


def _figure(value: Mapping[str, Any], pictures: Mapping[int, NewsImage]) -> Made:
    row = pictures.get(value.get("image") or 0)
    shown = picture(row, value) if row else None
    return [story.Figure(picture=shown)] if shown else []


def _items(value: Mapping[str, Any], _: Any) -> Made:
    points = (point["value"] if isinstance(point, Mapping) else point for point in value["points"])
    items = ("<br>".join(filter(None, (cleaning.inline(text) for text in paragraphs(point)))) for point in points)
    kept = tuple(item for item in items if item)
    return [story.Items(items=kept, ordered=bool(value.get("ordered")))] if kept else []


def _embed(value: Mapping[str, str], _: Any) -> Made:
    url = cleaning.link(value["url"])
    return [story.Embed(url=url, title=cleaning.line(value.get("title") or ""))] if url else []


_BLOCKS: dict[str, Callable[[Any, Mapping[int, NewsImage]], Made]] = {
    "paragraph": _paragraph,
    "subhead": _subhead,
    "quote": _quote,
    "image": _figure,
    "list": _items,
    "embed": _embed,
}
