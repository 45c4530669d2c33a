"""The page of a story that was not published: the real page, made by the code that makes readers' pages.

For the desk alone: it renders a template, which nothing else in ``serve`` does.
"""

from __future__ import annotations

import zlib
from pathlib import Path

from dateline.masthead import Site
from dateline.press import shelf, storypage
from dateline.press.keys import code_key
from dateline.press.pagerecord import decode
from dateline.press.room import Room
from dateline.serve import join
from dateline.serve.view import Memory, View
from dateline.story import Story

GZIP = 16 + zlib.MAX_WBITS


def show(story: Story, site: Site, pressed: Path) -> bytes:
    """The HTML of the page as readers would get it now, with what it points to already, or nothing.

    Raises DamagedStore if nothing was ever pressed.
    """
    room = Room.of(site)
    with shelf.of(pressed).store().read() as reading:
        view = View(reading.txn, reading.databases, Memory())
        page = storypage.page(room, story, _choice(view, story), preview=True)
        return zlib.decompress(join.page(view, page)[0], GZIP)


def _choice(view: View, story: Story) -> storypage.Choice:
    """What the page points to: what the story as it is now continues; the rest as its pressed page has it, if any."""
    record = view.get("stories", code_key(story.code))
    page = decode(record) if record else None
    choice = storypage.chosen(page) if page and page.parts else storypage.Choice()
    return choice._replace(earlier=(story.follows,) if story.follows else ())
