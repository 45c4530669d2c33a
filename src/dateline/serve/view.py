"""One view of the store, with what many pages read from it remembered for as long as nothing is written to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dateline.press import boxes
from dateline.press.keys import code_key
from dateline.press.page import Box, Part, decode_part
from dateline.press.store import STAMP_BLOCK, Reading


@dataclass(slots=True)
class Memory:
    """What was read of one version of the store: the stamps of cards, a block at a time, and the slots."""

    version: int = -1
    blocks: dict[int, Any] = field(default_factory=dict)
    slots: dict[str, Part | None] = field(default_factory=dict)


class View(Reading):
    """A read transaction with a memory of the version that it reads."""

    def __init__(self, txn: Any, databases: dict[str, object], memory: Memory) -> None:
        super().__init__(txn, databases)
        self.memory = memory

    def stamp(self, code: int) -> int:
        """As ``Reading.stamp``, without asking the store twice for one block."""
        number, place = divmod(code, STAMP_BLOCK)
        block = self.memory.blocks.get(number)
        if block is None:
            found = self.get("stamps", code_key(number))
            block = self.memory.blocks[number] = memoryview(found).cast("I") if found else ()
        return block[place] if block else 0  # type: ignore[no-any-return]

    def slot(self, name: str) -> Part | None:
        """A part that many pages share, a box of it joined as its cards are now; None if there is none of that name."""
        slots = self.memory.slots
        if name not in slots:
            record = self.get("pieces", name.encode())
            part = decode_part(record) if record is not None else None
            slots[name] = boxes.join(self, part) if isinstance(part, Box) else part
        return slots[name]
