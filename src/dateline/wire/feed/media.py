"""The pictures, recordings and documents that an entry names beside its text.

Media RSS writes titles and descriptions of pictures inside of the entry, under the same names as the entry's own;
``apart`` renames them, so that no caption is taken for the story.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, islice
from typing import Any, NamedTuple

from dateline.errors import CopyError
from dateline.story import Embed
from dateline.wire.assembly import picture
from dateline.wire.feed.bounds import FILES
from dateline.wire.feed.links import web
from dateline.wire.feed.rows import enclosed, listed, said
from dateline.wire.notation.trees import Element, children, parse, raw, text
from dateline.wire.page.fields.pictures import same
from dateline.wire.page.words import tidy
from dateline.wire.record import FoundImage

MOST = 40
"""Pictures, and recordings, that are taken from one entry."""
LONGEST_TITLE = 200

_SPACE = re.compile(r"xmlns:([\w.\-]+)\s*=\s*[\"']http://search\.yahoo\.com/mrss/?[\"']")
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp)\b", re.IGNORECASE)
_RECORDING = re.compile(r"\.(?:mp3|m4[av]|mp4|og[gav]|opus|webm|mov|pdf)\b", re.IGNORECASE)
_RECORDED = re.compile(r"\b(?:audio|video)\b|application/pdf|application/ogg")
_PERSON = re.compile(r"gravatar\.com/|/avatars?/", re.IGNORECASE)
"""The face of whoever wrote the entry, which some feeds have among its pictures."""


class Told(NamedTuple):
    """What an entry says of one of its files; ``group`` is a number that renditions of one thing share, or -1."""

    caption: str = ""
    credit: str = ""
    group: int = -1


class Media(NamedTuple):
    """What is said of each file, by its address, and of all of them."""

    told: dict[str, Told]
    title: str = ""
    text: str = ""


def apart(entry: str) -> str:
    """A piece whose media's titles and descriptions are not called as the entry's own are."""
    match = _SPACE.search(entry)
    name = re.escape(match[1]) if match else "media"
    return re.sub(rf"<(/?){name}:(title|description|text)\b", rf"<\1{name}:of-\2", entry)


def read(entry: str) -> Media:
    """What a piece says of its files; nothing if its XML is broken."""
    if not _SPACE.search(entry):
        return Media({})
    try:
        root = parse(entry)
    except CopyError:
        return Media({})
    found = [one for one in islice(root.iter("{*}content"), FILES) if one.get("url")]
    groups = {group: number for number, group in enumerate(islice(root.iter("{*}group"), FILES))}
    words = cache(_media)  # what stands with the entry is asked for once, and not for each of its files
    told = {one.get("url").strip(): _told(one, groups.get(one.getparent(), -1), words) for one in found}
    holders = [*found, *groups]
    titles, texts = (_held(holders, name) for name in ("title", "description"))
    return Media(told, tidy(next(titles, "")), next(texts, ""))


def _held(holders: list[Element], name: str) -> Iterator[str]:
    return (found for one in holders if (found := raw(one, name)).strip())


def _told(file: Element, group: int, words: Callable[[Element, str], str]) -> Told:
    """What stands with a file, or with the group it is in; what stands with the entry is for all of them."""
    levels = [file, file.getparent(), file.getparent().getparent()] if group >= 0 else [file, file.getparent()]
    caption, credit = (
        next((found for one in levels if (found := words(one, name))), "") for name in ("description", "credit")
    )
    return Told(caption, credit, group)


def _media(holder: Element | None, name: str) -> str:
    if holder is None:
        return ""
    return next((text(one) for one in children(holder, name) if "search.yahoo.com/mrss" in str(one.tag)), "")


def pictures(entry: Any, media: Media, base: str) -> list[FoundImage]:
    """The pictures of an entry, each once, in its widest rendition."""
    files = islice(chain(listed(entry, "media_content"), enclosed(entry)), FILES)
    rows = [one for one in files if _is_picture(one)]
    rows = rows or [*islice(listed(entry, "media_thumbnail"), FILES)] or [dict.get(entry, "image") or {}]
    chosen: list[tuple[FoundImage, Told, int]] = []
    for row in rows:
        address = web(_file(row), base)
        told = media.told.get(_file(row), Told())
        found = picture(address, "", told.caption, told.credit)
        if found is None or _PERSON.search(address):
            continue
        wide = said(row, "width").strip()
        mine = (found, told, int(wide) if wide.isdecimal() and len(wide) < 8 else 0)
        again = next((i for i, other in enumerate(chosen) if _is_same(mine, other)), None)
        if again is None:
            chosen.append(mine)
        elif mine[2] > chosen[again][2]:
            chosen[again] = mine
    return [found for found, _, _ in chosen][:MOST]


def recordings(entry: Any, media: Media, base: str) -> Iterator[Embed]:
    """The recordings and documents that go with an entry, as links to them; of a group its first."""
    seen: set[str | int] = set()
    for row in islice(chain(enclosed(entry), listed(entry, "media_content")), FILES):
        told = media.told.get(_file(row), Told())
        address = web(_file(row), base) if _is_recording(row) else ""
        if address and not {address, told.group} & seen and len(seen) < MOST:
            seen |= {address} | ({told.group} if told.group >= 0 else set())
            yield Embed(url=address, title=told.caption[:LONGEST_TITLE])


def _is_same(one: tuple[FoundImage, Told, int], other: tuple[FoundImage, Told, int]) -> bool:
    in_group = one[1].group == other[1].group != -1
    return in_group or one[0].address == other[0].address or same(one[0].address, other[0].address)


def _file(row: Any) -> str:
    return (said(row, "url") or said(row, "href")).strip()


def _kind(row: Any) -> str:
    return f"{said(row, 'medium')} {said(row, 'type')}".strip().lower()


def _is_picture(row: Any) -> bool:
    kind = _kind(row)
    return "image" in kind or (not kind and bool(_PICTURE.search(_file(row))))


def _is_recording(row: Any) -> bool:
    kind = _kind(row)
    return bool(_RECORDED.search(kind)) or (not kind and bool(_RECORDING.search(_file(row))))
