"""Finding copy in files and folders, a piece at a time, in bounded memory. Reads files; decides nothing of stories."""

from __future__ import annotations

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from dateline.errors import CopyError
from dateline.wire import sources

_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Archive:
    """One file to be read: where it lies, the root it was found under, its name in the report."""

    path: Path
    root: Path
    name: str
    """As the report calls it: its place below the root."""
    size: int
    before: int = 0
    """Bytes of the files before it in the run."""

    @property
    def place(self) -> str:
        return _text(self.path.absolute())


@dataclass(frozen=True, slots=True)
class Piece:
    """What one story, or the reason why there is none, is to be read from."""

    archive: Archive
    source: str
    data: bytes = field(repr=False)
    number: int = 0
    """Its place in the file, from 1; 0 if the file is one piece."""
    fault: str = ""
    """Why it cannot be read."""
    reached: int = 0
    """Bytes of all files of the run up to and with this piece's, for the progress."""

    @property
    def name(self) -> str:
        return self._numbered(self.archive.name)

    @property
    def place(self) -> str:
        """Its name among all the archives of this machine."""
        return self._numbered(self.archive.place)

    def _numbered(self, name: str) -> str:
        return f"{name}#{self.number}" if self.number else name


def find(paths: Iterable[Path]) -> Iterator[Archive]:
    """The files in paths, in the order of their names; links out of a folder are not followed.

    Raises CopyError for a path where nothing is.
    """
    before = 0
    for path in paths:
        if not path.exists():
            raise CopyError(f"There is nothing at {path}.")
        root = path if path.is_dir() else path.parent
        for file in _walk(path) if path.is_dir() else [path]:
            size = file.stat().st_size
            yield Archive(file, root, _text(file.relative_to(root)), size, before)
            before += size


def _text(path: Path) -> str:
    """The path as text that can be written anywhere: bytes that are no UTF-8 are escaped."""
    return os.fsencode(path.as_posix()).decode(errors="backslashreplace")


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(folder) / name
            if not name.startswith(".") and path.is_file() and not path.is_symlink():
                yield path


def split(archive: Archive, kind: str = "") -> Iterator[Piece]:
    """The pieces of a file; none if it is no copy but something that lies beside it, such as a picture.

    ``kind`` names the source if it is not to be told by content.
    """
    asked = sources.named(kind) if kind else None
    try:
        with archive.path.open("rb") as packed, _unpack(packed) as file:
            source = asked or sources.tell(file.read(sources.HEAD), archive.path.name)
            if source is None:
                return
            file.seek(0)
            for number, data in enumerate(source.split(file), start=1):
                place = 0 if source.whole else number
                yield Piece(archive, source.name, data, place, reached=archive.before + packed.tell())
    except (OSError, EOFError, zlib.error) as error:
        yield _fault(archive, f"The file cannot be read: {error}.")
    except CopyError as error:
        yield _fault(archive, str(error))


def _fault(archive: Archive, reason: str) -> Piece:
    return Piece(archive, "", b"", fault=reason, reached=archive.before + archive.size)


def _unpack(file: IO[bytes]) -> IO[bytes]:
    """The file, unpacked if it is a .gz by its content."""
    packed = file.read(2) == _GZIP
    file.seek(0)
    return gzip.open(file) if packed else file  # type: ignore[return-value]
