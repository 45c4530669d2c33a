"""The folder an export is written to: made beside its place under another name, listed, and renamed at the end.

So an export is whole or it is not there. A folder that an export did not make is never touched; one that an earlier
export made is replaced once the new one is whole. What a killed export left is removed by the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from dateline.errors import DatelineError

ABOUT = "dateline-export.json"
"""Says what an export holds; a folder with it is one that an export made."""

SUMS = "SHA256SUMS"
"""The digest of every file, as ``sha256sum -c`` reads it."""


class ExportFolder:
    """An export in the making, in ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._sums = (path / SUMS).open("w", encoding="utf-8")

    def write(self, name: str, data: bytes) -> bool:
        """Write a file by its place in the folder; whether it was not there before, which leaves it as it is."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:
                file.write(data)
        except FileExistsError:
            return False
        self._note(name, hashlib.sha256(data).hexdigest())
        return True

    def copy(self, name: str, source: Path) -> bool:
        """Copy a file into the folder, as ``write`` writes one."""
        return not (self.path / name).exists() and self.write(name, source.read_bytes())

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """A file that is written a piece at a time."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            yield file
        with path.open("rb") as file:
            self._note(name, hashlib.file_digest(file, "sha256").hexdigest())

    def finish(self, about: dict[str, Any]) -> None:
        """Write what the export is, and nothing after it."""
        self.write(ABOUT, (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode())
        self._sums.flush()
        os.fsync(self._sums.fileno())
        self.close()

    def close(self) -> None:
        self._sums.close()

    def _note(self, name: str, digest: str) -> None:
        # A name with a backslash or a line break begins with a backslash and has them escaped, as coreutils writes it.
        plain = name.replace("\\", "\\\\").replace("\n", "\\n")
        self._sums.write(f"{'' if plain == name else chr(92)}{digest}  {plain}\n")


@contextmanager
def begin(target: Path) -> Iterator[ExportFolder]:
    """A folder to export to, which is at ``target`` when all went well.

    Raises DatelineError if something is there that no export made.
    """
    target = target.absolute()
    refuse_foreign(target)
    unfinished = target.with_name(target.name + ".tmp")
    refuse_foreign(unfinished)
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    made = ExportFolder(unfinished)
    try:
        yield made
    except BaseException:
        made.close()
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    _put_in_place(unfinished, target)


def refuse_foreign(path: Path) -> None:
    """Raise DatelineError unless there is nothing, an empty folder, or what an export made or left."""
    if not path.exists() and not path.is_symlink():
        return
    if path.is_dir() and ((path / ABOUT).is_file() or (path / SUMS).is_file() or not any(path.iterdir())):
        return
    raise DatelineError(
        f"There is something at {path} that no export made.", "Name another folder, or take it away yourself."
    )


def _put_in_place(fresh: Path, target: Path) -> None:
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def check(path: Path) -> tuple[int, list[str]]:
    """How many files of an export are as they were made, and what is wrong with the others, a sentence each.

    Raises DatelineError if the folder is no export.
    """
    if not (path / SUMS).is_file() or not (path / ABOUT).is_file():
        raise DatelineError(f"{path} is no export of Dateline.", f"One has a file {SUMS} and a file {ABOUT}.")
    sound, wrong = 0, []
    with (path / SUMS).open(encoding="utf-8") as sums:
        for line in sums:
            digest, name = _entry(line)
            try:
                with (path / name).open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                wrong.append(f"{name} cannot be read: {error.strerror}.")
                continue
            if found == digest:
                sound += 1
            else:
                wrong.append(f"{name} is not as it was made: its digest is {found}, not {digest}.")
    return sound, wrong


def _entry(line: str) -> tuple[str, str]:
    digest, _, name = line.rstrip("\n").partition("  ")
    if not digest.startswith("\\"):
        return digest, name
    return digest[1:], name.replace("\\n", "\n").replace("\\\\", "\\")
