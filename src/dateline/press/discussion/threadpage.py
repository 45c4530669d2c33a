"""The pages of a thread, the same for every story until they are turned to one. Pure."""

from __future__ import annotations

from dateline.press.layout import Fills
from dateline.press.page import Box, Discussion, Order, Page, Variant
from dateline.press.room import Room

ORDERS = {"newest": Order.NEWEST, "oldest": Order.OLDEST, "replied": Order.REPLIED}
"""By what readers ask for."""

BRANCHES = {True: "branch", False: "closed branch"}
"""By whether the thread is open: in one that is not, nobody is asked to reply."""


def pages(room: Room) -> dict[str, Page]:
    """The pages by their names in the store."""
    _ = room.words
    said = {"newest": _("Newest first"), "oldest": _("Oldest first"), "replied": _("Most replied first")}
    made = {name(order): _page(room, kind, tuple(said.items()), order) for order, kind in ORDERS.items()}
    return made | {name(order): _page(room, Order.BRANCH, (), order) for order in BRANCHES.values()}


def name(order: str) -> str:
    return f"discussion:{order}"


def _page(room: Room, kind: Order, orders: tuple[tuple[str, str], ...], order: str) -> Page:
    boxes: Fills = {"headline": Box(Variant.BRIEF, 1, (), recommends=False), "comments": Discussion(kind)}
    return Page(room.parts("discussion.html", boxes, orders=orders, order=order))
