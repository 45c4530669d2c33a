"""A stretch of a file that can be opened by itself and sought in: a whole file, or what lies unpacked in a zip."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import IO, cast

from dateline.wire.archive import Archive
from dateline.wire.containers.member import BUFFER


@dataclass(frozen=True, slots=True)
class Anchor:
    archive: Archive
    start: int
    size: int
    name: str = ""
    """Of the member that it is; empty for the whole file."""

    def open(self) -> IO[bytes]:
        """The stretch, to be closed by whoever asked."""
        file = self.archive.path.open("rb")
        return cast("IO[bytes]", io.BufferedReader(_Window(file, self.start, self.size), BUFFER))

    def within(self, start: int, size: int, name: str) -> Anchor:
        """A stretch of this one."""
        return Anchor(self.archive, self.start + start, size, f"{self.name}!{name}" if self.name else name)


class _Window(io.RawIOBase):
    def __init__(self, file: IO[bytes], start: int, size: int) -> None:
        super().__init__()
        self._file, self._start, self._size = file, start, size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        self._file.seek(self._start + self._at)
        data = self._file.read(min(len(buffer), max(0, self._size - self._at)))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()
