"""Choosing and joining the cards of a box, as it is pressed and as it is read. Reads the store; never writes."""

from __future__ import annotations

from collections.abc import Collection

from dateline.press import card
from dateline.press.fragment import Fragment, merge
from dateline.press.keys import code_key
from dateline.press.page import Box
from dateline.press.store import Reading


def pick(store: Reading, box: Box, shown: Collection[int] = ()) -> tuple[list[int], list[Fragment]]:
    """The stories that a box shows now and their cards: the first that exist, may be recommended and are not shown."""
    codes: list[int] = []
    cards: list[Fragment] = []
    for code in box.codes:
        if len(codes) == box.limit:
            break
        if code in shown or code in codes:
            continue
        record = store.get("cards", code_key(code))
        if record is None or (box.recommends and card.flags(record) & card.LISTED_ONLY):
            continue
        codes.append(code)
        cards.append(card.variant(record, box.variant))
    return codes, cards


def join(store: Reading, box: Box) -> Box:
    """The box with its cards joined as they are now, and the stamps that tell whether they still are."""
    codes, cards = pick(store, box)
    if not codes:
        return box._replace(stamps=(), joined=b"")
    looked_at = box.codes[: box.codes.index(codes[-1]) + 1]
    if len(codes) < box.limit:
        looked_at = box.codes
    stamps = tuple(store.stamp(code) for code in looked_at)
    return box._replace(stamps=stamps, joined=merge([box.before, *cards, box.after]))
