"""Answers that are kept for as long as the store has no write, in bounded memory."""

from __future__ import annotations

from dateline.serve.answer import Answer

OVERHEAD = 1 << 10
"""Bytes that a kept answer takes besides its body and its address."""


class Kept:
    """Keeps what was asked for lately: two dictionaries, of which the older is thrown away when the newer is full.

    An answer that is asked for moves to the newer one. So neither keeping nor asking ever has to look for the oldest.
    """

    def __init__(self, most: int) -> None:
        """``most``: bytes, of both together."""
        self.most = most
        self._young: dict[str, tuple[int, Answer]] = {}
        self._old: dict[str, tuple[int, Answer]] = {}
        self._size = 0

    def get(self, key: str, version: int) -> Answer | None:
        """The answer that was kept of this version of the store."""
        found = self._young.get(key)
        if found is None:
            found = self._old.get(key)
            if found is None or found[0] != version:
                return None
            self.put(key, *found)
        return found[1] if found[0] == version else None

    def put(self, key: str, version: int, answer: Answer) -> None:
        self._size += len(key) + len(answer.body) + OVERHEAD
        self._young[key] = version, answer
        if self._size > self.most // 2:
            self._old, self._young, self._size = self._young, {}, 0

    def clear(self) -> None:
        self._young, self._old, self._size = {}, {}, 0

    def __len__(self) -> int:
        return len(self._young) + len(self._old)
