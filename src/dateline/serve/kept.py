"""Answers that are kept for as long as the store has no write, in bounded memory."""

from __future__ import annotations

from dateline.serve.answer import Answer

OVERHEAD = 1 << 10
"""Bytes that a kept answer takes besides its body and its address."""

MET = 1024
"""Addresses that were asked for once and are remembered, at least.

What is not asked for again before a thousand others are would be thrown away unused. Eight times as many cost pages
that nobody asked for before 1 to 2 us of 32, when they come by chance from an archive of 100,000 (2026-11-29).
"""


class Kept:
    """Keeps what was asked for lately: two dictionaries, of which the older is thrown away when the newer is full.

    An answer that is asked for moves to the newer one. So neither keeping nor asking ever has to look for the oldest.

    What is asked for once is not kept: whoever goes through the archive, page by page, would fill the memory with what
    nobody asks for again. Measured, keeping each page costs a third of joining it; nearly all of that is new memory.
    """

    def __init__(self, most: int) -> None:
        """``most``: bytes, of both together."""
        self.most = most
        self._young: dict[str, tuple[int, Answer]] = {}
        self._old: dict[str, tuple[int, Answer]] = {}
        self._size = 0
        self._met: set[int] = set()
        self._met_before: set[int] = set()

    def get(self, key: str, version: int) -> Answer | None:
        """The answer that was kept of this version of the store."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is None or found[0] != version:
                return None
            self._keep(key, *found)
        return found[1] if found[0] == version else None

    def put(self, key: str, version: int, answer: Answer) -> None:
        """Keep an answer if its address was asked for before."""
        if key in self._young or key in self._old or self._has_met(hash(key)):
            self._keep(key, version, answer)

    def _has_met(self, mark: int) -> bool:
        """Whether an address was met before; from now on it was. Two that have one mark are met together."""
        if mark in self._met or mark in self._met_before:
            return True
        if len(self._met) == MET:
            self._met_before, self._met = self._met, set()
        self._met.add(mark)
        return False

    def _keep(self, key: str, version: int, answer: Answer) -> None:
        self._size += len(key) + len(answer.body) + OVERHEAD
        self._young[key] = version, answer
        if self._size > self.most // 2:
            self._old, self._young, self._size = self._young, {}, 0

    def clear(self) -> None:
        self._young, self._old, self._size = {}, {}, 0

    def __len__(self) -> int:
        return len(self._young) + len(self._old)
