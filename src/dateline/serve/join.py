"""Joining a pressed page: its own text, the slots, the cards that its boxes and lists show now. Only reads."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from dateline.press import boxes, card
from dateline.press.fragment import Fragment, join, store
from dateline.press.keys import code_key, list_key, list_place, list_prefix
from dateline.press.page import Box, Listing, Own, Page, Part, decode_part
from dateline.press.store import Reading


@dataclass(frozen=True, slots=True)
class Cursor:
    """A place in a list: entries behind it come next."""

    order: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Cursor | None:
        """The cursor of ``?before=``; None if it is none."""
        order, _, number = text.partition("-")
        if not (order.isascii() and order.isdigit() and number.isascii() and number.isdigit()):
            return None
        cursor = cls(int(order), int(number))
        return cursor if max(cursor.order, cursor.number) < 1 << 64 else None

    def format(self) -> str:
        return f"{self.order}-{self.number}"


@dataclass(frozen=True, slots=True)
class Joined:
    """A page as it goes out: a gzip stream and the 64-bit mark of its text."""

    body: bytes
    mark: int


def page(reading: Reading, pressed: Page, cursor: Cursor | None = None, now: float = 0) -> Joined:
    """The page as the store has it now; ``now`` in seconds of the Unix epoch, for lists that end at an age."""
    shown: list[int] = [pressed.code] if pressed.code else []
    fragments: list[Fragment] = []
    for part in pressed.parts:
        _add(reading, part, shown, fragments, cursor, now)
    body, _, mark = join(fragments)
    return Joined(body, mark)


def _add(
    reading: Reading, part: Part, shown: list[int], fragments: list[Fragment], cursor: Cursor | None, now: float
) -> None:
    if type(part) is Own:
        fragments.append(part.text)
    elif type(part) is Box:
        _add_box(reading, part, shown, fragments)
    elif type(part) is Listing:
        fragments.extend(_list(reading, part, cursor, now))
    else:
        record = reading.get("pieces", part.name.encode())  # type: ignore[union-attr]
        if record is not None:
            _add(reading, decode_part(record), shown, fragments, cursor, now)


def _add_box(reading: Reading, box: Box, shown: list[int], fragments: list[Fragment]) -> None:
    looked_at = box.codes[: len(box.stamps)]
    if box.joined and not any(code in shown for code in looked_at) and _unchanged(reading, box.stamps, looked_at):
        fragments.append(box.joined)
        shown.extend(looked_at)
        return
    codes, cards = boxes.pick(reading, box, shown)
    if codes:
        shown.extend(codes)
        fragments.extend(text for text in (box.before, *cards, box.after) if text)


def _unchanged(reading: Reading, stamps: tuple[int, ...], codes: tuple[int, ...]) -> bool:
    stamp = reading.stamp
    return all(stamp(code) == old for code, old in zip(codes, stamps, strict=True))


def _list(reading: Reading, listing: Listing, cursor: Cursor | None, now: float) -> list[Fragment]:
    """The entries of a list from the cursor on, in their wrapping."""
    prefix = list_prefix(listing.name)
    # The key of the entry just behind the cursor: keys sort newest first, so it is the cursor's with one more byte.
    start = list_key(listing.name, cursor.order, cursor.number) + b"\0" if cursor else prefix
    found = list(islice(reading.items("lists", prefix, start), listing.limit + 1))
    if listing.window:
        found = [item for item in found if list_place(listing.name, item[0])[0] >= now - listing.window]
    entries = [text for item in found[: listing.limit] if (text := _entry(reading, listing, *item))]
    if not entries:
        return (
            [text for text in (listing.before, listing.empty, listing.after) if text]
            if not listing.empty
            else [listing.empty]
        )
    if listing.separator:
        entries = [text for entry in entries for text in (entry, listing.separator)][:-1]
    more: list[Fragment] = []
    if len(found) > listing.limit and listing.before_more:
        last = Cursor(*list_place(listing.name, found[listing.limit - 1][0]))
        more = [listing.before_more, store(last.format().encode()), listing.after_more]
    return [text for text in (listing.before, *entries, listing.after, *more) if text]


def _entry(reading: Reading, listing: Listing, key: bytes, text: bytes) -> Fragment:
    """The entry's own text, or the card of the story it names."""
    if text:
        return text
    record = reading.get("cards", code_key(list_place(listing.name, key)[1]))
    return card.variant(record, listing.variant) if record else b""
