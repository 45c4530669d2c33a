"""Putting the fronts and the rail into the store, and what stands on every page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from dateline.front import fill
from dateline.masthead import Front, Site
from dateline.press import boxes, card, frontpage, listpage, recordpage
from dateline.press.filing import OPINION
from dateline.press.keys import code_key, name_key
from dateline.press.page import Box, Page, encode, encode_part
from dateline.press.room import Room
from dateline.press.store import Reading, Writer
from dateline.press.stories import CHANGED, newest, note_change
from dateline.story import Moment, as_dict, from_dict, moment

POOL = fill.RAIL_BENCH + fill.SPARES
"""How many of the newest stories are looked at to fill a front."""


def put_plan(w: Writer, front: Front, at: int) -> None:
    """What an editor placed; ``at`` in milliseconds of the Unix epoch."""
    w.put("meta", f"front:{front.key}".encode(), json.dumps(front.order).encode())
    note_change(w, at)


def put_fronts(w: Writer, room: Room, sections: Iterable[str]) -> None:
    """Home, the rail, and the fronts of the given sections."""
    latest = _candidates(w, "all", POOL)
    copy = frontpage.Copy(
        pool=fill.order_pool(_placed(w, "home"), latest),
        opinion=newest(w, OPINION, fill.STRIP_BENCH),
        strips={one.slug: _strip(w, one.slug) for one in room.site.sections},
        changed=_last_change(w),
    )
    w.put("pages", b"front:home", encode(frontpage.home(room, copy)))
    part = frontpage.rail(room, fill.order_pool(_placed(w, "featured"), latest))
    w.put("pieces", b"rail", encode_part(boxes.join(w, part) if isinstance(part, Box) else part))
    for slug in sections:
        section = room.site.section(slug)
        if section:
            pool = fill.order_pool(_placed(w, slug), _candidates(w, f"section:{slug}", POOL))
            w.put("pages", f"front:{slug}".encode(), encode(frontpage.section(room, section, pool)))


def _last_change(store: Reading) -> Moment:
    changed = int.from_bytes(store.get("meta", CHANGED) or b"", "big")
    return moment(datetime.fromtimestamp(changed // 1000, tz=UTC)) if changed else Moment("")


def _placed(store: Reading, key: str) -> Sequence[int]:
    """What an editor placed on a front."""
    placed = store.get("meta", f"front:{key}".encode())
    return json.loads(placed) if placed else ()


def _strip(store: Reading, slug: str) -> Sequence[int]:
    return fill.order_pool((), _candidates(store, f"section:{slug}", fill.STRIP_BENCH))


def _candidates(store: Reading, name: str, limit: int) -> list[fill.Candidate]:
    """The newest stories of a list."""
    found = []
    for code in newest(store, name, limit):
        record = store.get("cards", code_key(code))
        if record:
            flags = card.flags(record)
            standing = 2 if flags & card.PAID else 1 if flags & card.OPINION else 0
            found.append(fill.Candidate(code, bool(flags & card.PICTURED), bool(flags & card.LISTED_ONLY), standing))
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
