"""A file that is to be read twice, whatever it comes from: what cannot be wound back is kept on disk meanwhile."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Protocol


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, most: int = -1, /) -> bytes: ...


@contextmanager
def rewindable(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The rest of a file, as one that can seek; what is returned begins at 0 or where the file stands."""
    if file.seekable():
        yield file
        return
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        yield copy


class Chained:
    """Bytes that were read from a file already, and then the rest of it."""

    def __init__(self, start: bytes, file: Readable) -> None:
        self._start = start
        self._file = file

    def read(self, most: int = -1, /) -> bytes:
        if not self._start:
            return self._file.read(most)
        end = len(self._start) if most < 0 else most
        found, self._start = self._start[:end], self._start[end:]
        return found + self._file.read() if most < 0 else found
