"""Pictures that lie beside saved pages: in a folder, in the same container, or in a web archive. Reads only.

Nothing is fetched from anywhere. A picture is looked for where browsers and mirrors of sites put it, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from dateline.wire.archive import Archive
from dateline.wire.containers import Captures, Shelf
from dateline.wire.pieces import Piece

FOLDERS = ("_files", "_Dateien", "_fichiers", "_archivos", ".files", "_file")
"""What browsers of several languages add to a page's name for the folder of its pictures."""

LARGEST = 64 << 20
"""Bytes of a picture; a larger one is passed over, as the desk would refuse it."""


class Picture(NamedTuple):
    """The bytes of a picture and the name of its file."""

    name: str
    data: bytes


class Beside:
    """Finds the pictures of pieces. Holds a list of those in the container that is being read; ``close`` ends it."""

    def __init__(self, captures: Captures | None = None) -> None:
        self._captures = captures
        self._shelf: tuple[tuple[Archive, str], Shelf] | None = None

    def picture(self, piece: Piece, address: str) -> Picture | None:
        """The picture that an address in a piece means; None if it is not at hand."""
        if piece.about.captured:
            data = self._captures.picture(address) if self._captures else None
            return Picture(PurePosixPath(urlsplit(address).path).name, data) if data else None
        if piece.member:
            return self._in_container(piece, address)
        path = find(address, piece.archive.path, piece.archive.root)
        return Picture(path.name, path.read_bytes()) if path and path.stat().st_size <= LARGEST else None

    def _in_container(self, piece: Piece, address: str) -> Picture | None:
        inside, _, page = f"!{piece.member}".rpartition("!")
        shelf = self._shelf_of(piece.archive, inside.removeprefix("!"))
        for place in _places(address, PurePosixPath("/", page), PurePosixPath("/")):
            name = _flattened(place)
            if data := shelf.get(name):
                return Picture(PurePosixPath(name).name, data)
        return None

    def _shelf_of(self, archive: Archive, inside: str) -> Shelf:
        if self._shelf is None or self._shelf[0] != (archive, inside):
            self.close()
            self._shelf = (archive, inside), Shelf(archive, inside)
        return self._shelf[1]

    def close(self) -> None:
        if self._shelf:
            self._shelf[1].close()
            self._shelf = None


def find(address: str, page: Path, root: Path) -> Path | None:
    """The file that an address means, for a page below ``root``; None if it is not at hand or lies outside."""
    for place in _places(address, page, root):
        try:
            real = Path(place).resolve()
            if real.is_file() and real.is_relative_to(root.resolve()):
                return real
        except (OSError, RuntimeError, ValueError):
            # A name that is too long, or links that go round: no file has such an address.
            continue
    return None


def _places(address: str, page: PurePath, root: PurePath) -> Iterator[PurePath]:
    """Beside the page, in the page's own folder, or at the address's place in a mirror of the site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    path = unquote(parts.path)
    if "\0" in path or not path.strip("/"):
        return
    name = PurePosixPath(path).name
    stem = page.name.removesuffix(".gz").rsplit(".", 1)[0]
    yield from (page.parent / f"{stem}{ending}" / name for ending in FOLDERS)
    if parts.hostname:
        yield from (base / parts.hostname / path.lstrip("/") for base in (root, root.parent))
    yield root / path.lstrip("/") if path.startswith("/") else page.parent / path


def _flattened(place: PurePath) -> str:
    """The name of a place in a container, without the steps up in it; one that leads out has none."""
    parts: list[str] = []
    for part in place.parts[1:]:
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", ".."):
            parts.append(part)
    return "/".join(parts)
