"""A small store of cards and slots, and pages of stories as they are pressed into it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.press import boxes, card
from dateline.press.fragment import press
from dateline.press.keys import code_key
from dateline.press.page import Box, Own, Page, Part, Slot, Variant, encode_part
from dateline.press.store import Store, Writing

CODE = 7
CARDS = range(1, 12)
RAIL = (1, 2, 3, 4)
PARTS: tuple[Part, ...] = (
    Own(press(b"<h1>The ferry</h1>")),
    Slot(f"count:{CODE}"),
    Own(press(b"<p>It was late.</p>")),
    Box(Variant.LINE, 1, ()),
    Box(Variant.TEASER, 2, (5, 6, 8), press(b"<ul>"), press(b"</ul>")),
    Slot(f"thread:{CODE}"),
    Own(press(b"</main>")),
    Slot("rail"),
    Slot("foot"),
)


def put_card(w: Writing, code: int, says: str) -> None:
    record = card.encode({variant: press(f"<li>{says}</li>".encode()) for variant in Variant}, 0, 5)
    w.put("cards", code_key(code), record)
    w.put_stamp(code, card.stamp(record))


@contextmanager
def small_store(path: Path) -> Iterator[Store]:
    """Cards, a rail and a foot; story 8 is discussed."""
    store = Store(path, writer=True, durable=False)
    with store.write() as w:
        for code in CARDS:
            put_card(w, code, f"Story {code}")
        w.put("pieces", b"rail", encode_part(Box(Variant.RAIL, 3, RAIL, press(b"<ol>"), press(b"</ol>"))))
        w.put("pieces", b"foot", encode_part(Own(press(b"<footer>"))))
        for name in ("count", "thread"):
            w.put("pieces", f"{name}:8".encode(), encode_part(Own(press(f"<p>{name}</p>".encode()))))
        w.put("threads", code_key(8), b"{}")
    yield store
    store.close()


def joined(store: Store, page: Page) -> Page:
    """A page as it is pressed: its boxes joined."""
    with store.read() as reading:
        parts = [boxes.join(reading, part) if isinstance(part, Box) else part for part in page.parts]
    return page._replace(parts=tuple(parts))


def about(code: int, parts: tuple[Part, ...] = PARTS) -> Page:
    turned = (Slot(part.name.replace(f":{CODE}", f":{code}")) if isinstance(part, Slot) else part for part in parts)
    return Page(tuple(turned), code=code, path=f"/news/{code}/x")
