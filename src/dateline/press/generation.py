"""Derived stores side by side: which one is in use, making the next, switching to it.

    pressed/current     the name of the generation in use, such as "3"
    pressed/3/          it
    pressed/4/          the next one while it is made

The switch is one rename, so a reader sees the old store or the new one and never half of either.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from dateline.errors import DamagedStore


def current(folder: Path) -> Path | None:
    """The folder of the generation in use; None if there is none."""
    try:
        name = (folder / "current").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return folder / name if name.isdigit() and (folder / name).is_dir() else None


def in_use(folder: Path) -> Path:
    """The folder of the generation in use; raises DamagedStore if there is none."""
    path = current(folder)
    if path is None:
        raise DamagedStore(f"There is nothing in {folder}.", "Make it with: dateline rebuild")
    return path


def begin(folder: Path) -> Path:
    """An empty folder for the next generation; leftovers of one that was never finished are removed."""
    folder.mkdir(parents=True, exist_ok=True)
    used = current(folder)
    for path in folder.iterdir():
        if path.name.isdigit() and path != used:
            shutil.rmtree(path)
    fresh = folder / str(int(used.name) + 1 if used else 1)
    fresh.mkdir()
    return fresh


def switch(folder: Path, fresh: Path) -> None:
    """Make ``fresh`` the generation in use. The old one stays on disk until the next ``begin``, for its readers."""
    beside = folder / "current.next"
    with beside.open("w", encoding="ascii") as file:
        file.write(fresh.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / "current")
