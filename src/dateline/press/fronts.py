"""Putting the fronts and the rail into the store, and what stands on every page."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from dateline.front import fill
from dateline.masthead import Front, Section, Site
from dateline.press import boxes, card, frontpage, listpage, pastfronts, recordpage
from dateline.press.discussion import threadpage
from dateline.press.filing import OPINION, URGENT
from dateline.press.keys import code_key, name_key
from dateline.press.page import Box, Page, Part, encode_part
from dateline.press.pagerecord import encode
from dateline.press.room import Room
from dateline.press.store import Reading, Writer
from dateline.press.stories import CHANGED, copies_of, filed, newest, note_change
from dateline.story import Moment, as_dict, from_dict, moment

RAIL_POOL = fill.RAIL_BENCH + fill.SPARES
"""How many of the newest stories are looked at to fill the rail."""


def put_plan(w: Writer, front: Front, at: int) -> None:
    """Note what an editor placed; ``at`` in milliseconds of the Unix epoch."""
    w.put("meta", f"front:{front.key}".encode(), json.dumps(front.order).encode())
    note_change(w, at)


def put_fronts(w: Writer, room: Room, sections: Iterable[str]) -> None:
    """Home, the rail, and the fronts of the given sections."""
    w.put("pages", b"front:home", encode(home(w, room, placed(w, "home"))))
    part = rail(w, room, placed(w, "featured"))
    w.put("pieces", b"rail", encode_part(boxes.join(w, part) if isinstance(part, Box) else part))
    for slug in sections:
        one = room.site.section(slug)
        if one:
            w.put("pages", f"front:{slug}".encode(), encode(section(w, room, one, placed(w, slug))))


def home(store: Reading, room: Room, placed: Sequence[int]) -> Page:
    """The home front with these stories placed on it."""
    found = _candidates(store, "all", fill.HOME_POOL)
    pool = fill.order_pool(placed, found, _twins(store, placed, found), mixed=fill.TOP_OF_HOME)
    latest = fill.latest(pool, found)
    above = list(pool[: fill.TOP_OF_HOME])
    above += [code for code in latest if code not in above][: fill.LATEST.size]
    opinion = _beneath(store, above, OPINION, fill.OPINIONS)
    strips = {one.slug: _beneath(store, above, f"section:{one.slug}", fill.LARGEST_STRIP) for one in room.site.sections}
    past = pastfronts.latest(store, pastfronts.HOME)
    changed = _last_change(store)
    copy = frontpage.Copy(pool=pool, latest=latest, opinion=opinion, strips=strips, changed=changed, past=past)
    return frontpage.home(room, copy)


def section(store: Reading, room: Room, one: Section, placed: Sequence[int]) -> Page:
    """The front of a section with these stories placed on it."""
    latest = _candidates(store, f"section:{one.slug}", fill.SECTION_POOL)
    pool = fill.order_pool(placed, latest, _twins(store, placed, latest))
    return frontpage.section(room, one, pool, pastfronts.latest(store, one.slug))


def rail(store: Reading, room: Room, placed: Sequence[int]) -> Part:
    """The Featured Stories with these stories placed among them."""
    latest = _candidates(store, "all", RAIL_POOL)
    return frontpage.rail(room, fill.order_pool(placed, latest, _twins(store, placed, latest)))


def _beneath(store: Reading, above: list[int], name: str, shown: int) -> Sequence[int]:
    """What a part further down the home front may take from a list; ``above`` grows by what it will show."""
    found = _candidates(store, name, fill.STRIP_BENCH)
    pool = fill.order_pool((), found, _twins(store, above, found), above=above)
    above += [code for code in pool if code not in above][:shown]
    return pool


def _last_change(store: Reading) -> Moment:
    changed = int.from_bytes(store.get("meta", CHANGED) or b"", "big")
    return moment(datetime.fromtimestamp(changed // 1000, tz=UTC)) if changed else Moment("")


def placed(store: Reading, key: str) -> Sequence[int]:
    """What an editor placed on a front."""
    placed = store.get("meta", f"front:{key}".encode())
    return json.loads(placed) if placed else ()


def _candidates(store: Reading, name: str, limit: int) -> list[fill.Candidate]:
    """The newest stories of a list, and those more urgent than most that are older."""
    urgent = {"all": URGENT}.get(name) or name.replace("section", URGENT)
    places = dict.fromkeys([*newest(store, name, limit), *newest(store, urgent, fill.URGENT_POOL)])
    found = (_candidate(store, order, code) for order, code in places)
    return [one for one in found if one]


def _candidate(store: Reading, order: int, code: int) -> fill.Candidate | None:
    record = store.get("cards", code_key(code))
    if record is None:
        return None
    flags = card.flags(record)
    return fill.Candidate(
        code,
        order,
        card.urgency(record),
        filed(store, code).section,
        pictured=bool(flags & card.PICTURED),
        retracted=bool(flags & card.LISTED_ONLY),
        standing=2 if flags & card.PAID else 1 if flags & card.OPINION else 0,
    )


def _twins(store: Reading, placed: Iterable[int], candidates: Iterable[fill.Candidate]) -> fill.Twins:
    codes = {*placed, *(one.code for one in candidates)}
    return {code: copies for code in codes if (copies := copies_of(store, code))}


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
        "feed:corrections": listpage.corrections_feed(room),
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
    pages |= threadpage.pages(room) | listpage.refusals(room)
    return pages | {f"feed:{section.slug}": listpage.feed(room, section) for section in room.site.sections}
