"""The home front, the section fronts, the rail and what stands at the foot of every page. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.front import fill
from dateline.masthead import Section
from dateline.press.page import Box, Listing, Page, Part, Variant
from dateline.press.room import Room

RIVER = 20
"""How many stories a page of a list shows."""

_FORMS = {"lead": Variant.LEAD, "top": Variant.TOP, "brief": Variant.BRIEF}


def home(room: Room, pool: Sequence[int], newest: Mapping[str, Sequence[int]]) -> Page:
    """The home front from the pool of all stories and the newest of each section, by slug."""
    boxes = _rows(fill.HOME_ROWS, pool)
    for section in room.site.sections:
        boxes[f"section:{section.slug}"] = Box(Variant.BRIEF, fill.STRIP, tuple(newest[section.slug]))
    return Page(room.parts("front.html", boxes, section=None, here="home"), path="/")


def section(room: Room, one: Section, pool: Sequence[int]) -> Page:
    """The front of a section; below its top runs everything in it, newest first."""
    boxes = _rows(fill.SECTION_ROWS, pool)
    river = Listing(f"section:{one.slug}", Variant.BRIEF, RIVER)
    return Page(room.parts("front.html", {**boxes, "stories": river}, section=one, here=one.slug), path=f"/{one.slug}/")


def rail(room: Room, pool: Sequence[int]) -> Part:
    """The Featured Stories, with enough spares for a page that shows the first of them already."""
    box = Box(Variant.RAIL, fill.RAIL_LENGTH, tuple(pool[: fill.RAIL_BENCH]))
    return room.parts("rail.html", {"rail": box})[0]


def foot(room: Room) -> Part:
    return room.parts("foot.html")[0]


def _rows(rows: Sequence[fill.Row], pool: Sequence[int]) -> dict[str, Box | Listing]:
    benches = fill.bench(rows, pool)
    return {row.name: Box(_FORMS[row.form], row.size, benches[row.name]) for row in rows}
