"""Links of a body to addresses that stories had elsewhere, made links to those stories as they are here.

A link is turned once its story is out, for the address of a story is settled only then. What an editor has worked on is
left alone. Decides nothing about which addresses a story had.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from dateline import urls
from dateline.desk import publicity
from dateline.desk.intake.known import address_key
from dateline.desk.intake.rows import Rows
from dateline.desk.models import FormerAddress, Story

MOST = 300
"""Links of one body that are looked up; a list of more is no story's text."""

CHUNK = 10_000

_HREF = re.compile(r'href="((?:https?://|/)[^"]*)"')

Paths = Mapping[str, str]
"""The path of a story here, by the key of an address that it had."""


def addresses_in(texts: Iterable[str]) -> list[str]:
    """The addresses that inline HTML links to, each once."""
    found = (html.unescape(match[1]) for text in texts for match in _HREF.finditer(text))
    return list(dict.fromkeys(found))[:MOST]


def paths_of(keys: Collection[str]) -> dict[str, str]:
    """The paths of the stories that had these addresses and are out, by key."""
    found: dict[str, str] = {}
    wanted = list(keys)
    for start in range(0, len(wanted), CHUNK):
        rows = FormerAddress.objects.filter(pk__in=wanted[start : start + CHUNK], story__live=True)
        values = rows.values_list("key", "story_id", "story__slug", "story__headline")
        found.update({key: _path(code, slug, headline) for key, code, slug, headline in values})
    return found


def turn_batch(batch: Collection[Rows]) -> None:
    """Turn the links of stories that are about to be stored, to each other and to those that are here."""
    wanted = {address_key(one) for rows in batch for one in addresses_in(_texts(_stream(rows.story)))}
    if not wanted:
        return
    paths = paths_of(wanted)
    for rows in batch:
        if rows.story.live:
            here = _path(rows.story.pk, rows.story.slug, rows.story.headline)
            paths.update((one.key, here) for one in rows.addresses)
    for rows in batch:
        _turn(rows.story, paths)


def turn(codes: Collection[int], paths: Paths) -> int:
    """Turn links in stories that are here, all of a story's in one change; how many stories changed.

    Must run in a transaction.
    """
    open_rows = Story.objects.filter(pk__in=codes, latest_revision=None, locked=False)
    changed = [story for story in open_rows if _turn(story, paths)]
    for story in changed:
        # Raw: Story.save would record each story on its own.
        story.save_base(raw=True, force_update=True, update_fields=["body"])
    publicity.announce([story.pk for story in changed])
    return len(changed)


def _path(code: int, slug: str, headline: str) -> str:
    return urls.story(code, urls.slugify(slug or headline))


def _turn(story: Story, paths: Paths) -> bool:
    """Put the paths into a body; whether it has changed."""
    stream = _stream(story)
    turned = _turned(stream, paths)
    if turned == stream:
        return False
    story.body = json.dumps(turned)
    return True


def _stream(story: Story) -> list[Any]:
    return list(story.body.raw_data)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _turned(value: Any, paths: Paths) -> Any:
    if isinstance(value, str):
        return _HREF.sub(lambda match: _led(match, paths), value) if 'href="' in value else value
    if isinstance(value, Mapping):
        return {name: _turned(one, paths) for name, one in value.items()}
    return [_turned(one, paths) for one in value] if isinstance(value, list) else value


def _led(match: re.Match[str], paths: Paths) -> str:
    path = paths.get(address_key(html.unescape(match[1])))
    return f'href="{html.escape(path)}"' if path else match[0]
