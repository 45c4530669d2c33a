"""A front as it would be with other stories placed on it: the real page, made by the code that makes readers' pages.

For the desk alone, as ``preview`` is.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from pathlib import Path

from dateline.masthead import Site
from dateline.press import boxes, fronts, shelf
from dateline.press.page import Box, Page
from dateline.press.room import Room
from dateline.serve import join
from dateline.serve.preview import GZIP
from dateline.serve.view import Memory, View


def show(key: str, codes: Sequence[int], site: Site, pressed: Path) -> bytes:
    """The HTML of the home front, of a section's, or of the home front with that rail (``featured``).

    Stories that readers do not see are passed over, as they are on the real page. Raises DamagedStore if nothing was
    ever pressed.
    """
    room = Room.of(site)
    with shelf.of(pressed).store().read() as reading:
        view = View(reading.txn, reading.databases, Memory())
        return zlib.decompress(join.page(view, _page(view, room, key, codes))[0], GZIP)


def _page(view: View, room: Room, key: str, codes: Sequence[int]) -> Page:
    if section := room.site.section(key):
        return fronts.section(view, room, section, codes)
    if key == "home":
        return fronts.home(view, room, codes)
    rail = fronts.rail(view, room, codes)
    view.memory.slots["rail"] = boxes.join(view, rail) if isinstance(rail, Box) else rail
    return fronts.home(view, room, fronts.placed(view, "home"))
