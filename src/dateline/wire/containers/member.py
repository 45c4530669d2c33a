"""What comes out of a container: one thing inside it, to be read from its beginning to its end."""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, cast

from dateline.wire.sources import HEAD, About
from dateline.wire.sources.source import NOTHING_KNOWN

if TYPE_CHECKING:
    from dateline.wire.containers.anchor import Anchor

BUFFER = 1 << 16

Tally = Counter[str]
"""What was left out because it is no copy, by what it is."""


@dataclass(slots=True)
class Member:
    """One thing in a container, or the file itself. ``file`` is valid until the next member is asked for."""

    name: str
    """Its place inside; empty for the file itself."""
    file: IO[bytes] = field(default_factory=io.BytesIO)
    about: About = NOTHING_KNOWN
    source: str = ""
    """Of which kind it is, where the container says so; else its content tells."""
    number: int = 0
    """Its place in the container, where names may come again; else 0."""
    fault: str = ""
    """Why it cannot be read at all."""
    guard: Guarded | None = None
    """The innermost stream that it is unpacked by, which knows whether it went wrong."""
    note: str = ""
    """What is wrong with it that did not keep it from being read."""
    window: tuple[int, int] | None = None
    """Where in its container it lies as it is, and how long it is; None if it is packed."""
    anchor: Anchor | None = None
    """Where it can be opened by itself, if it can."""
    reached: int = 0
    """Bytes of the whole file before it, where that is read by a handle of its own; else 0."""
    elsewhere: Anchor | None = None
    """The web archive it stands in, if it was found by the list of all captures."""

    def broken(self) -> str:
        """What went wrong with its bytes; known once they are read."""
        return self.note or (self.guard.fault if self.guard else "")


class Guarded(io.RawIOBase):
    """A stream that ends where it breaks, so that what was readable is had, and says in ``fault`` what happened.

    One that grows out of all proportion ends as well: see ``FREE`` and ``MOST_RATIO``.
    """

    def __init__(self, inner: IO[bytes], packed: Counted | int, faults: tuple[type[Exception], ...]) -> None:
        super().__init__()
        self.fault = ""
        self._inner = inner
        self._packed = packed
        self._faults = faults
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.fault:
            return 0
        try:
            data = self._inner.read1(len(buffer))  # type: ignore[attr-defined]
        except self._faults as error:
            self.fault = f"The file cannot be read to its end: {error}."
            return 0
        self._given += len(data)
        if self._given > FREE and self._given > MOST_RATIO * self._taken():
            self.fault = BOMB
            return 0
        buffer[: len(data)] = data
        return len(data)

    def _taken(self) -> int:
        return self._packed if isinstance(self._packed, int) else self._packed.count


class Counted(io.RawIOBase):
    """A packed stream that counts what was read of it."""

    def __init__(self, inner: IO[bytes]) -> None:
        super().__init__()
        self.count = 0
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)


class Limited(io.RawIOBase):
    """So many bytes of a stream."""

    def __init__(self, inner: IO[bytes], most: int) -> None:
        super().__init__()
        self._inner = inner
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._inner.read(min(len(buffer), self._left))
        self._left -= len(data)
        buffer[: len(data)] = data
        return len(data)


class _Rejoined(io.RawIOBase):
    """A stream with what was looked at put back before it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        super().__init__()
        self._head = head
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


FREE = 64 << 20
MOST_RATIO = 250
"""What is unpacked may be so many times as large as what is packed, once it is larger than ``FREE`` bytes. Text that
people wrote is packed to a tenth; that of a crawl, where pages are alike, to a fiftieth."""

BOMB = f"It unpacks to more than {MOST_RATIO} times its size, as nothing does that people wrote; the rest was left out."


def look(file: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """The first bytes of a stream, and a stream that begins with them."""
    head = file.read(HEAD)
    return head, cast("IO[bytes]", io.BufferedReader(_Rejoined(head, file), BUFFER))
