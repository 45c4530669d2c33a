"""One view of the store, with what many pages read from it remembered for as long as nothing is written to it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from dateline.press import boxes
from dateline.press.fragment import Ending, Fragment, chain, ending
from dateline.press.keys import code_key
from dateline.press.page import Box, Own, Part, decode_part
from dateline.press.store import STAMP_BLOCK, Databases, Reading
from dateline.serve.changed import ALL, Stories

MOST_BOXES = 256
"""Of those that are remembered less some of their stories."""


NONE: frozenset[int] = frozenset()
_NO_STAMPS: Sequence[int] = (0,) * STAMP_BLOCK


class Shared(NamedTuple):
    """Slots that stand together as one text: alone, and made ready to end a page."""

    text: Fragment
    ending: Ending


class Chain(NamedTuple):
    """Slots that stand together."""

    visible: frozenset[int]
    """The stories that are looked at to show them."""
    codes: frozenset[int]
    """All that they might show: one that is not looked at yet is, once another in front of it stands elsewhere."""
    texts: dict[frozenset[int], Shared | None]
    """With what they go out less those that a page shows itself; None if it is not the same on every such page."""


@dataclass(slots=True)
class Memory:
    """What was read of one version of the store: the stamps of cards, a block at a time, and the slots."""

    version: int = -1
    changed: Stories = ALL
    """Of whose cards the stamps have to be compared with those of a box."""
    blocks: dict[int, Sequence[int]] = field(default_factory=dict)
    quiet: dict[int, bool] = field(default_factory=dict)
    """Of which blocks no story is discussed."""
    slots: dict[str, Part | None] = field(default_factory=dict)
    visible: dict[str, frozenset[int]] = field(default_factory=dict)
    """The stories that are looked at to show the box of a slot: for most pages they are not the page's own."""
    chains: dict[bytes, Chain] = field(default_factory=dict)
    """Slots that stand together."""
    boxes: dict[tuple[str, frozenset[int]], Box] = field(default_factory=dict)
    """Boxes of slots less the stories that stand elsewhere on a page: the same few for many pages."""


class View(Reading):
    """A read transaction with a memory of the version that it reads."""

    def __init__(self, txn: Any, databases: Databases, memory: Memory) -> None:
        super().__init__(txn, databases)
        self.memory = memory

    def stamp(self, code: int) -> int:
        """As ``Reading.stamp``, without asking the store twice for one block."""
        number, place = divmod(code, STAMP_BLOCK)
        block = self.memory.blocks.get(number)
        if block is None:
            found = self.get("stamps", code_key(number))
            block = self.memory.blocks[number] = memoryview(found).cast("I") if found else _NO_STAMPS
        return block[place]

    def slot(self, name: str, shown: Collection[int] = ()) -> Part | None:
        """A part that many pages share; None if there is none of that name.

        A name with a colon is that of a piece that one story has. A box is joined as its cards are now, less the
        stories that are ``shown`` on the page already.
        """
        if ":" in name:
            # Of one story alone, and there are as many as stories: not worth the memory.
            record = self.get("pieces", name.encode())
            return decode_part(record) if record is not None else None
        slots = self.memory.slots
        if name not in slots:
            record = self.get("pieces", name.encode())
            part = decode_part(record) if record is not None else None
            slots[name] = boxes.join(self, part) if isinstance(part, Box) else part
        found = slots[name]
        return self._less(name, found, shown) if isinstance(found, Box) else found

    def chained(self, names: bytes, shown: Collection[int]) -> Shared | None:
        """The slots of these names, a line each, as one text, less the stories that are ``shown`` on the page already.

        None if they are not the same on every page.
        """
        chain = self.memory.chains.get(names) or self._chain(names)
        hidden = NONE if chain.visible.isdisjoint(shown) else chain.codes.intersection(shown)
        try:
            return chain.texts[hidden]
        except KeyError:
            if len(chain.texts) >= MOST_BOXES:
                chain.texts.clear()
            chain.texts[hidden] = made = self._chained(names, hidden)
            return made

    def _chain(self, names: bytes) -> Chain:
        found = [part for name in names.decode().split("\n") if isinstance(part := self.slot(name), Box)]
        visible = frozenset(code for box in found for code in box.codes[: len(box.stamps)])
        codes = frozenset(code for box in found for code in box.codes)
        self.memory.chains[names] = made = Chain(visible, codes, {})
        return made

    def _chained(self, names: bytes, hidden: Collection[int]) -> Shared | None:
        parted = [_text_of(self.slot(name, hidden)) for name in names.decode().split("\n")]
        if None in parted:
            return None
        text = chain([text for text in parted if text])
        return Shared(text, ending(text))

    def is_discussed(self, code: int) -> bool:
        """Whether there is anything to show of a story's discussion."""
        number = code // STAMP_BLOCK
        quiet = self.memory.quiet.get(number)
        if quiet is None:
            quiet = self.memory.quiet[number] = self._is_quiet(number)
        return not quiet and self.get("threads", code_key(code)) is not None

    def _is_quiet(self, number: int) -> bool:
        """Whether none of the stories is discussed whose stamps stand in one block. Of an archive, most are."""
        with self.txn.cursor(db=self.databases["threads"]) as cursor:
            first, behind = code_key(number * STAMP_BLOCK), code_key((number + 1) * STAMP_BLOCK)
            return not (cursor.set_range(first) and cursor.key() < behind)

    def _less(self, name: str, box: Box, shown: Collection[int]) -> Box:
        visible = self.memory.visible
        if name not in visible:
            visible[name] = frozenset(box.codes[: len(box.stamps)])
        if visible[name].isdisjoint(shown):
            return box
        hidden = frozenset(shown).intersection(box.codes)
        kept = self.memory.boxes
        if (name, hidden) not in kept:
            if len(kept) >= MOST_BOXES:
                kept.clear()
            rest = tuple(code for code in box.codes if code not in hidden)
            kept[name, hidden] = boxes.join(self, box._replace(codes=rest))
        return kept[name, hidden]


def _text_of(part: Part | None) -> Fragment | None:
    """With what a slot goes out; None for one that has to be looked up."""
    if part is None:
        return b""
    if isinstance(part, Own):
        return part.text
    return part.joined if isinstance(part, Box) and (part.joined or not part.codes) else None
