"""Joining a pressed page: its own text, the slots, the cards that its boxes and lists show now. Only reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.press import boxes, card, run
from dateline.press.discussion import pick
from dateline.press.fragment import HEADER, Fragment, Stretch, join, join_stretches, store, stretch
from dateline.press.keys import code_key, list_key, list_place, list_prefix
from dateline.press.page import OWN, Box, Discussion, Listing, Own, Page, Part, Slot, Spread
from dateline.press.pagerecord import RUN, SHARED, Entries, each, parts_of
from dateline.press.store import STAMP_BLOCK
from dateline.serve.view import View


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


Joined = tuple[bytes, int]
"""A page as it goes out: a gzip stream and the 64-bit mark of its text."""


def page(view: View, pressed: Page, cursor: Cursor | None = None, now: float = 0) -> Joined:
    """The page as the store has it now; ``now`` in seconds of the Unix epoch, for lists that end at an age."""
    shown: list[int] = [pressed.code] if pressed.code else []
    fragments: list[Fragment] = []
    for part in pressed.parts:
        # What is recommended stands on the first page of a list and not again on every older one.
        if not (cursor and type(part) is Box and part.recommends):
            _add(view, part, shown, fragments, cursor, now)
    body, _, mark = join(fragments)
    return body, mark


def record(view: View, data: bytes, entries: Entries) -> Joined:
    """The page of a record, as ``page`` makes it, without making values of the parts that go out as they are."""
    code, at, outline = entries
    shown: list[int] = [code] if code else []
    stretches: list[Stretch] = []
    for tag, end in each(outline):
        if tag == RUN:
            stretches += _run(view, data, at, end, shown)
        elif tag == SHARED:
            stretches += _shared(view, data[at:end], shown)
        elif tag == OWN:
            stretches.append((data, at, at + HEADER.size, end))
        else:
            stretches += _parts(view, parts_of(tag, data, at, end), shown)
        at = end
    body, _, mark = join_stretches(stretches)
    return body, mark


def _run(view: View, data: bytes, at: int, end: int, shown: list[int]) -> list[Stretch]:
    """What the store has now for a run of the parts of a story's page."""
    codes, stamps, head, after = run.read(data, at)
    # None of its boxes shows the page's own story; of what stands above it, only a look at each can tell.
    if len(shown) > 1 or not have_stamps(view, codes, stamps):
        return _parts(view, run.parts(data, at, end), shown)
    code = shown[0]
    shown += codes
    if not view.is_discussed(code):
        return [(data, head, head + HEADER.size, after)]
    stretches: list[Stretch] = []
    for head, start, stop, slot in run.segments(data, at):
        if stop > start:
            stretches.append((data, head, start, stop))
        if slot:
            stretches += _parts(view, [Slot(slot)], shown)
    return stretches


def _shared(view: View, names: bytes, shown: list[int]) -> list[Stretch]:
    """The slots of these names, which stand together and are on every page."""
    shared = view.chained(names, shown)
    if shared is not None:
        return [stretch(shared.text)]
    return _parts(view, [Slot(name) for name in names.decode().split("\n")], shown)


def _parts(view: View, parts: Iterable[Part], shown: list[int]) -> list[Stretch]:
    fragments: list[Fragment] = []
    for part in parts:
        _add(view, part, shown, fragments, None, 0)
    return [stretch(fragment) for fragment in fragments]


def _add(
    view: View, part: Part, shown: list[int], fragments: list[Fragment], cursor: Cursor | None, now: float
) -> None:
    if type(part) is Own:
        fragments.append(part.text)
    elif type(part) is Box:
        _add_box(view, part, shown, fragments)
    elif type(part) is Listing:
        fragments.extend(_list(view, part, shown, cursor, now))
    elif type(part) is Discussion:
        fragments.extend(_comments(view, part, cursor))
    else:
        _add_shared(view, part.name, shown, fragments)  # type: ignore[union-attr]


def _add_shared(view: View, name: str, shown: list[int], fragments: list[Fragment]) -> None:
    shared = view.slot(name, shown)
    if isinstance(shared, Box) and shared.joined:
        fragments.append(shared.joined)  # joined for this very view: there is nothing to look up
    elif shared is not None:
        _add(view, shared, shown, fragments, None, 0)


def _add_box(view: View, box: Box, shown: list[int], fragments: list[Fragment]) -> None:
    if box.joined and _still_joined(view, box.codes, box.stamps, shown):
        fragments.append(box.joined)
        shown.extend(box.codes[: len(box.stamps)])
        return
    codes, cards = boxes.pick(view, box, shown)
    if codes:
        shown.extend(codes)
        fragments.extend(text for text in (box.before, *cards, box.after) if text)


def _still_joined(view: View, codes: Sequence[int], stamps: Sequence[int], shown: list[int]) -> bool:
    """Whether the box can go out as it was joined: no card of it changed, and none stands on the page already."""
    return have_stamps(view, codes, stamps) and not any(code in shown for code, _ in zip(codes, stamps, strict=False))


def have_stamps(view: View, codes: Sequence[int], stamps: Sequence[int]) -> bool:
    """Whether the cards of stories are still those that had these stamps."""
    blocks = view.memory.blocks
    # A plain loop that asks for no more than it must: it runs for every page that is joined.
    try:
        for code, old in zip(codes, stamps, strict=False):
            if blocks[code // STAMP_BLOCK][code % STAMP_BLOCK] != old:
                return False
    except KeyError:  # a block that was not read of this version of the store yet
        return all(view.stamp(code) == old for code, old in zip(codes, stamps, strict=False))
    return True


def _list(view: View, listing: Listing, shown: list[int], cursor: Cursor | None, now: float) -> list[Fragment]:
    """The entries of a list from the cursor on, in their wrapping."""
    prefix = list_prefix(listing.name)
    # The key of the entry just behind the cursor: keys sort newest first, so it is the cursor's with one more byte.
    start = list_key(listing.name, cursor.order, cursor.number) + b"\0" if cursor else prefix
    found = list(islice(view.items("lists", prefix, start), listing.limit + 1))
    if listing.window:
        found = [item for item in found if list_place(listing.name, item[0])[0] >= now - listing.window]
    if not found:
        return [text for text in (listing.empty,) if text] or _wrapped(listing, [])
    if listing.gone:
        return _spreads(view, listing, found[: listing.limit])
    entries = [text for item in found[: listing.limit] if (text := _entry(view, listing, shown, *item))]
    more: list[Fragment] = []
    if len(found) > listing.limit and listing.before_more:
        last = Cursor(*list_place(listing.name, found[listing.limit - 1][0]))
        more = [listing.before_more, store(last.format().encode()), listing.after_more]
    return [*_wrapped(listing, entries), *(text for text in more if text)]


def _comments(view: View, asked: Discussion, cursor: Cursor | None) -> list[Fragment]:
    """A page of a discussion, from the cursor on."""
    found = pick.page(view, asked, (cursor.order, cursor.number) if cursor else None)
    if not found.comments:
        return [text for text in (asked.empty,) if text]
    more: list[Fragment] = []
    if found.next:
        more = [asked.before_more, store(Cursor(*found.next).format().encode()), asked.after_more]
    return [text for text in (asked.before, *found.comments, asked.after, *more) if text]


def _spreads(view: View, listing: Listing, found: list[tuple[bytes, bytes]]) -> list[Fragment]:
    """What stood there at each time."""
    texts = [listing.before]
    for place, (_, value) in enumerate(found):
        spread = Spread.decode(value)
        records = (view.get("cards", code_key(code)) for code in spread.codes)
        cards = (card.variant(record, listing.variant) if record else listing.gone for record in records)
        texts += [listing.separator if place else b"", spread.text, *cards]
    return [text for text in (*texts, listing.after) if text]


def _wrapped(listing: Listing, entries: list[Fragment]) -> list[Fragment]:
    """The entries between the texts of the list; nothing if a page shows all of them already."""
    if not entries and listing.empty:
        return []
    if listing.separator:
        entries = [text for entry in entries for text in (entry, listing.separator)][:-1]
    return [text for text in (listing.before, *entries, listing.after) if text]


def _entry(view: View, listing: Listing, shown: list[int], key: bytes, text: bytes) -> Fragment:
    """The entry's own text, or the card of the story it names; none for a story that stands on the page already."""
    if text:
        return text
    code = list_place(listing.name, key)[1]
    if code in shown:
        return b""
    shown.append(code)
    record = view.get("cards", code_key(code))
    return card.variant(record, listing.variant) if record else b""
