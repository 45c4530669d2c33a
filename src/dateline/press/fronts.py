"""Putting the fronts and the rail into the store, and what stands on every page."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dateline.front import fill
from dateline.masthead import Front, Site
from dateline.press import boxes, card, frontpage, listpage, recordpage
from dateline.press.keys import code_key, name_key
from dateline.press.page import Box, Page, encode, encode_part
from dateline.press.room import Room
from dateline.press.store import Reading, Writer
from dateline.press.stories import newest
from dateline.story import as_dict, from_dict

POOL = fill.RAIL_BENCH + fill.SPARES
"""How many of the newest stories are looked at to fill a front."""


def put_plan(w: Writer, front: Front) -> None:
    """What an editor placed."""
    w.put("meta", f"front:{front.key}".encode(), json.dumps(front.order).encode())


def put_fronts(w: Writer, room: Room, sections: Iterable[str]) -> None:
    """Home, the rail, and the fronts of the given sections."""
    pool = _pool(w, "home", "all")
    strips = {one.slug: newest(w, f"section:{one.slug}", fill.STRIP + POOL // 4) for one in room.site.sections}
    w.put("pages", b"front:home", encode(frontpage.home(room, pool, strips)))
    part = frontpage.rail(room, _pool(w, "featured", "all"))
    w.put("pieces", b"rail", encode_part(boxes.join(w, part) if isinstance(part, Box) else part))
    for slug in sections:
        section = room.site.section(slug)
        if section:
            page = frontpage.section(room, section, _pool(w, slug, f"section:{slug}"))
            w.put("pages", f"front:{slug}".encode(), encode(page))


def _pool(store: Reading, key: str, name: str) -> tuple[int, ...]:
    placed = store.get("meta", f"front:{key}".encode())
    return fill.order_pool(json.loads(placed) if placed else (), _candidates(store, newest(store, name, POOL)))


def _candidates(store: Reading, codes: Iterable[int]) -> list[fill.Candidate]:
    found = []
    for code in codes:
        record = store.get("cards", code_key(code))
        if record:
            flags = card.flags(record)
            found.append(fill.Candidate(code, bool(flags & card.PICTURED), bool(flags & card.LISTED_ONLY)))
    return found


def put_site(w: Writer, room: Room) -> None:
    """The pages that hang on the masthead alone."""
    w.put("meta", b"site", json.dumps(as_dict(room.site)).encode())
    w.put("pieces", b"foot", encode_part(frontpage.foot(room)))
    for name, page in _pages(room).items():
        w.put("pages", name.encode(), encode(page))
    for section in room.site.sections:
        put_names(w, "section", (section.slug, *section.former), f"front:{section.slug}")


def read_site(store: Reading) -> Site | None:
    """The masthead that the store was pressed with."""
    data = store.get("meta", b"site")
    return from_dict(Site, json.loads(data)) if data else None


def put_names(w: Writer, kind: str, slugs: Iterable[str], page: str) -> None:
    """Let every slug that a person, topic, source or section has or had lead to its page."""
    for slug in slugs:
        w.put("names", name_key(kind, slug), page.encode())


def _pages(room: Room) -> dict[str, Page]:
    _ = room.words
    pages = {
        "corrections": listpage.corrections(room),
        "ledger": recordpage.ledger(room),
        "history": recordpage.history(room),
        "feed": listpage.feed(room),
        "feed.json": listpage.json_feed(room),
        "sitemap": listpage.sitemap_index(room),
        "sitemap-news": listpage.news_sitemap(room),
        "robots": listpage.robots(room),
        "404": listpage.missing(
            room,
            _("Not found"),
            _("There is nothing at this address. It may have been mistyped, or the link to it may be wrong."),
        ),
        "410": listpage.missing(room, _("Withdrawn"), _("This story was withdrawn and can no longer be read here.")),
        "503": listpage.missing(room, _("One moment"), _("This page is being prepared. Please try again shortly.")),
    }
    return pages | {f"feed:{section.slug}": listpage.feed(room, section) for section in room.site.sections}
