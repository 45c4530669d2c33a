"""The page of a story that was not published: the real page, made by the code that makes readers' pages.

For the desk alone: it renders a template, which nothing else in ``serve`` does.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from dateline.masthead import Site
from dateline.press import shelf, storypage
from dateline.press.keys import code_key
from dateline.press.page import Box, Variant, decode
from dateline.press.room import Room
from dateline.serve import join
from dateline.serve.view import Memory, View
from dateline.story import Story

GZIP = 16 + zlib.MAX_WBITS


def show(story: Story, site: Site, pressed: Path) -> bytes:
    """The HTML of the page as readers would get it now, with the related stories it has or none.

    Raises DamagedStore if nothing was ever pressed.
    """
    room = Room.of(site)
    with shelf.of(pressed).store().read() as reading:
        view = View(reading.txn, reading.databases, Memory())
        page = storypage.page(room, story, _related(view, story.code), preview=True)
        return zlib.decompress(join.page(view, page).body, GZIP)


def _related(view: View, code: int) -> Box:
    record = view.get("stories", code_key(code))
    boxes = [part for part in decode(record).parts if isinstance(part, Box)] if record else []
    return Box(Variant.TEASER, storypage.RELATED, boxes[0].codes if boxes else ())
