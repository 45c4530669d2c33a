"""Who else said the same lately: fingerprints of the last comments, remembered by each process for itself.

Read once for each comment, by its number; never a scan of the table.
"""

from __future__ import annotations

import threading
from collections import Counter, deque

from dateline.discuss.checks.repeats import fingerprint
from dateline.discuss.models import Comment

REMEMBERED = 2_000
STEP = 500
"""Comments that are read at once; of a longer absence, the newest so many."""


class Echoes:
    """The fingerprints of the last comments."""

    def __init__(self) -> None:
        self._last = 0
        self._said: deque[tuple[bytes, int, int]] = deque()
        self._counted: Counter[bytes] = Counter()
        self._reading = threading.Lock()

    def of_others(self, text: str, reader: int) -> int:
        """How many of the last comments by other people say the same."""
        with self._reading:
            self._read_on()
            own = fingerprint(text)
            if not self._counted[own]:
                return 0
            return sum(said == own and who != reader for said, _, who in self._said)

    def _read_on(self) -> None:
        fresh = Comment.objects.filter(pk__gt=self._last).exclude(text="").order_by("-pk")
        rows = list(fresh.values_list("pk", "text", "reader_id")[:STEP])
        for number, text, reader in reversed(rows):
            self._remember(fingerprint(text), number, reader)
            self._last = number

    def _remember(self, said: bytes, number: int, reader: int) -> None:
        self._said.append((said, number, reader))
        self._counted[said] += 1
        if len(self._said) > REMEMBERED:
            gone, _, _ = self._said.popleft()
            self._counted[gone] -= 1
            if not self._counted[gone]:
                del self._counted[gone]


ECHOES = Echoes()
