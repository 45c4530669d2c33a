"""The home front, the section fronts, the rail and what stands at the foot of every page. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dateline.front import fill
from dateline.masthead import Section
from dateline.press.page import Box, Listing, Page, Part, Variant
from dateline.press.room import Room
from dateline.story import Moment
from dateline.syndicate import jsonld

RIVER = 20
"""How many stories a page of a list shows."""

_FORMS = {"lead": Variant.LEAD, "top": Variant.TOP, "line": Variant.LINE}

# Up to so many characters a name is set in this measure; the nameplate is to fill its line and not to break it.
_MEASURES = ((8, "short"), (22, "middling"), (32, "long"))


@dataclass(frozen=True, slots=True)
class Strip:
    """A section's strip as the template sees it."""

    slug: str
    name: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What may stand on the home front, best first: all stories, opinion, and those of each section by slug.

    ``latest`` is the one list by the clock.
    """

    pool: Sequence[int]
    latest: Sequence[int]
    opinion: Sequence[int]
    strips: Mapping[str, Sequence[int]]
    changed: Moment
    """When a story or a front last changed; the empty moment if none ever did."""
    past: str = ""
    """Where it says what the front led with on that day; empty if nowhere."""


def home(room: Room, copy: Copy) -> Page:
    """The home front."""
    boxes = _rows(fill.HOME_ROWS, copy.pool)
    boxes[fill.LATEST.name] = Box(_FORMS[fill.LATEST.form], fill.LATEST.size, tuple(copy.latest))
    boxes["opinion"] = Box(Variant.TOP, fill.OPINIONS, tuple(copy.opinion))
    strips = []
    for place, section in enumerate(room.site.sections):
        shape, codes = fill.strip(place), tuple(copy.strips[section.slug])
        boxes[f"tops:{section.slug}"] = Box(Variant.TOP, shape.tops, codes)
        boxes[f"lines:{section.slug}"] = Box(Variant.LINE, shape.lines, codes)
        # A heading with nothing beneath it is worse than no heading.
        strips += [Strip(section.slug, section.name, shape.form)] if codes else []
    parts = room.parts(
        "front.html",
        boxes,
        section=None,
        strips=strips,
        empty=not copy.pool,
        changed=copy.changed,
        past=copy.past,
        measure=_measure(room.site.name),
        jsonld=Markup(jsonld.script(jsonld.publisher(room.site) | {"@context": "https://schema.org"})),
    )
    return Page(parts, path="/")


def section(room: Room, one: Section, pool: Sequence[int], past: str = "") -> Page:
    """The front of a section; below its top runs everything in it, newest first.

    ``past`` is where it says what the front led with before, if anywhere.
    """
    boxes = _rows(fill.SECTION_ROWS, pool)
    river = Listing(f"section:{one.slug}", Variant.BRIEF, RIVER)
    parts = room.parts("front.html", {**boxes, "stories": river}, section=one, here=one.slug, front=True, past=past)
    return Page(parts, path=f"/{one.slug}/")


def rail(room: Room, pool: Sequence[int]) -> Part:
    """The Featured Stories, with enough spares for a page that shows the first of them already."""
    box = Box(Variant.RAIL, fill.RAIL_LENGTH, tuple(pool[: fill.RAIL_BENCH]))
    return room.parts("rail.html", {"rail": box})[0]


def foot(room: Room) -> Part:
    return room.parts("foot.html")[0]


def _rows(rows: Sequence[fill.Row], pool: Sequence[int]) -> dict[str, Box | Listing]:
    benches = fill.bench(rows, pool)
    return {row.name: Box(_FORMS[row.form], row.size, benches[row.name]) for row in rows}


def _measure(name: str) -> str:
    return next((measure for length, measure in _MEASURES if len(name) <= length), "longest")
