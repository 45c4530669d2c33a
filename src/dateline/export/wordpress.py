"""The stories as one WXR file, for systems that read nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from dateline.export import addresses
from dateline.masthead import Site
from dateline.press.store import Reading
from dateline.story import Byline
from dateline.syndicate import wxr

FILE = "stories.wxr.xml"

Progress = Callable[[int], None]


def write(file: IO[bytes], store: Reading, site: Site, progress: Progress) -> None:
    """Write every story that readers can see, by code; the people first, as the format wants it."""
    people: dict[int, Byline] = {}
    for code, _ in addresses.codes(store):
        story = addresses.story_of(store, code)
        people.update({one.person: one for one in story.bylines} if story else {})
    file.write(wxr.head(site, people.values()).encode())
    number = 0
    for code, _ in addresses.codes(store):
        story = addresses.story_of(store, code)
        if story:
            file.write(wxr.item(story, site).encode())
            number += 1
            progress(number)
    file.write(wxr.TAIL.encode())
