"""The page of a story that was not published: the real page, made by the code that makes readers' pages.

For the desk alone: it renders a template, which nothing else in ``serve`` does.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from dateline.masthead import Site
from dateline.press import generation, storypage
from dateline.press.keys import code_key
from dateline.press.page import Box, Variant, decode
from dateline.press.room import Room
from dateline.press.store import Reading, Store
from dateline.serve import join
from dateline.story import Story

GZIP = 16 + zlib.MAX_WBITS


def page(story: Story, site: Site, pressed: Path) -> bytes:
    """The HTML of the page as readers would get it now, with the related stories it has or none.

    Raises StoreError if nothing was ever pressed.
    """
    store = Store(generation.in_use(pressed))
    room = Room.of(site)
    try:
        with store.read() as reading:
            related = _related(reading, story.code)
            return zlib.decompress(join.page(reading, storypage.page(room, story, related, preview=True)).body, GZIP)
    finally:
        store.close()


def _related(reading: Reading, code: int) -> Box:
    record = reading.get("stories", code_key(code))
    boxes = [part for part in decode(record).parts if isinstance(part, Box)] if record else []
    return Box(Variant.TEASER, storypage.RELATED, boxes[0].codes if boxes else ())
