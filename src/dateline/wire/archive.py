"""The files that an import was given: found in folders in the order of their names, or read from standard input."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.errors import CopyError

STANDARD_INPUT = Path("-")


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
    known_as: str = ""
    """Its place among all archives, if that is not where it lies."""

    @property
    def place(self) -> str:
        return self.known_as or _place(self.path)


class Found(Iterable[Archive]):
    """The files in some paths, found anew each time they are gone through: an archive may have millions.

    Going through them raises CopyError for a path where nothing is.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self._input: _StandardInput | None = None

    def __iter__(self) -> Iterator[Archive]:
        before = 0
        for path in self._paths:
            for archive in self._in(path, before):
                yield archive
                before += archive.size

    def _in(self, path: Path, before: int) -> Iterator[Archive]:
        if path == STANDARD_INPUT:
            self._input = self._input or _StandardInput()
            yield self._input.archive(before)
            return
        if not path.exists():
            raise CopyError(f"There is nothing at {path}.")
        root = path if path.is_dir() else path.parent
        for file in _walk(path) if path.is_dir() else [path]:
            size = file.stat().st_size
            yield Archive(file, root, _text(file.relative_to(root)), size, before)
            before += size


class _StandardInput:
    """Standard input, kept in a file that ends with the import: it is gone through more than once.

    It is known by what is in it, so that the same again is the same, and something else is not taken for a change.
    """

    def __init__(self) -> None:
        folder = tempfile.mkdtemp(prefix="dateline-import-")
        weakref.finalize(self, shutil.rmtree, folder)
        self._path = Path(folder) / "input"
        digest = hashlib.blake2b(digest_size=16)
        with self._path.open("wb") as kept:
            while data := sys.stdin.buffer.read(1 << 20):
                digest.update(data)
                kept.write(data)
        self._known_as = f"-:{digest.hexdigest()}"

    def archive(self, before: int) -> Archive:
        return Archive(self._path, self._path.parent, "-", self._path.stat().st_size, before, self._known_as)


def find(paths: Iterable[Path]) -> Found:
    """The files in paths, in the order of their names; links out of a folder are not followed. ``-`` is the input."""
    return Found(paths)


@lru_cache(16)  # asked for with every piece of a file
def _place(path: Path) -> str:
    return _text(path.absolute())


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
