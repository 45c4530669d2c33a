"""Pictures that lie beside saved pages: finding the file that an address in the copy means. Reads folders only."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

FOLDERS = ("_files", "_Dateien", "_fichiers", "_archivos", ".files", "_file")
"""What browsers of several languages add to a page's name for the folder of its pictures."""


def find(address: str, page: Path, root: Path) -> Path | None:
    """The file that an address means, for a page below ``root``; None if it is not at hand or lies outside."""
    for path in _places(address, page, root):
        try:
            real = path.resolve()
            if real.is_file() and real.is_relative_to(root.resolve()):
                return real
        except (OSError, RuntimeError, ValueError):
            # A name that is too long, or links that go round: no file has such an address.
            continue
    return None


def _places(address: str, page: Path, root: Path) -> list[Path]:
    """Beside the page, in the page's own folder, or at the address's place in a mirror of the site."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return []
    path = unquote(parts.path)
    if "\0" in path or not path.strip("/"):
        return []
    name = Path(path).name
    stem = page.name.removesuffix(".gz").rsplit(".", 1)[0]
    places = [page.parent / f"{stem}{ending}" / name for ending in FOLDERS]
    if parts.hostname:
        places += [base / parts.hostname / path.lstrip("/") for base in (root, root.parent)]
    places.append(root / path.lstrip("/") if path.startswith("/") else page.parent / path)
    return places
