"""The stories of another Dateline, as its ``dateline export`` wrote them: ninjs with all of each story beside it.

A line may also be the code of one that was withdrawn, and nothing more.

Told by its first name, ``dateline``, which stands before those of ninjs. The record is made from that; what ninjs says
of the story is for others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import IO, Any

from dateline import urls
from dateline.errors import CopyError
from dateline.masthead import Person, SourcePage, TopicPage
from dateline.story import Figure, Picture, Story
from dateline.wire import checked
from dateline.wire.assembly import LARGEST_CODE
from dateline.wire.record import FoundBlock, FoundImage, Record
from dateline.wire.sources.source import LARGEST, About
from dateline.wire.whole import KeptPicture, Whole

FORMAT = 1
"""Of what stands under ``dateline``; a higher one was written by a newer Dateline."""

_BEGINS = re.compile(rb'\s*\{\s*"dateline"\s*:\s*\{\s*"format"\s*:')


class DatelineExport:
    """A story a line."""

    name = "dateline"
    whole = False

    def fits(self, head: bytes) -> bool:
        return _BEGINS.match(head) is not None

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        while line := file.readline(LARGEST + 1):
            if line.strip():
                yield line

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002 - every source is told of the piece
        row = _row(data)
        beside = row["dateline"]
        if "withdrawn" in beside:
            return _withdrawn(beside["withdrawn"])
        whole = Whole(
            story=checked.read(Story, beside.get("snapshot")),
            earlier=tuple(checked.read(Story, _snapshot(one)) for one in _list(beside, "earlier")),
            people=tuple(checked.read(Person, one) for one in _list(beside, "people")),
            topics=tuple(checked.read(TopicPage, one) for one in _list(beside, "topics")),
            sources=tuple(checked.read(SourcePage, one) for one in _list(beside, "sources")),
            pictures=tuple(checked.read(KeptPicture, one) for one in _list(beside, "pictures")),
        )
        return _record(whole, row.get("uri"))


def _row(data: bytes) -> dict[str, Any]:
    try:
        row = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise CopyError("The line is not JSON.") from error
    beside = row.get("dateline") if isinstance(row, dict) else None
    if not isinstance(beside, dict):
        raise CopyError("The line is not one of an export of Dateline.")
    if beside.get("format") != FORMAT:
        raise CopyError(f"The line has format {beside.get('format')!r}; this Dateline reads format {FORMAT}.")
    return row  # type: ignore[no-any-return]


def _withdrawn(code: Any) -> Record:
    if type(code) is not int or not 0 < code <= LARGEST_CODE:
        raise CopyError(f"A story cannot have been withdrawn under the code {str(code)[:60]!r}.")
    return Record(headline=f"Story {code}, withdrawn", body=(), withdrawn=code, code=code)


def _list(beside: dict[str, Any], name: str) -> list[Any]:
    found = beside.get(name, [])
    if not isinstance(found, list):
        raise CopyError(f"{name} is not a list.")
    return found


def _snapshot(state: Any) -> Any:
    return state.get("snapshot") if isinstance(state, dict) else None


def _record(whole: Whole, uri: Any) -> Record:
    """What the report tells of the story, and what finds copies of it."""
    story = whole.story
    relay = next((credit for credit in story.source if credit.kind == "relay"), None)
    return Record(
        headline=story.headline,
        body=tuple(_block(block) for block in story.body),
        kicker=story.kicker,
        standfirst=story.standfirst,
        shown=True,
        authors=tuple(byline.name for byline in story.bylines),
        published=story.published,
        updated=story.updated,
        place=story.place,
        section=story.section,
        topics=tuple(topic.name for topic in story.topics),
        image=_image(story.lead) if story.lead else None,
        source=relay.name if relay else "",
        language=story.language,
        direction=story.direction,
        external_id=uri[:300] if isinstance(uri, str) and uri else urls.short(story.code),
        code=story.code,
        origins={"headline": "given", "body": "given"},
        whole=whole,
    )


def _block(block: Any) -> FoundBlock:
    return _image(block.picture) if isinstance(block, Figure) else block


def _image(picture: Picture) -> FoundImage:
    return FoundImage(address=picture.key, alt=picture.alt, caption=picture.caption, credit=picture.credit)
