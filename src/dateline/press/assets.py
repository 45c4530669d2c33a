"""The style sheet, script and icons of the public site, each under an address that changes with its bytes."""

from __future__ import annotations

import gzip
import hashlib
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "static"

TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".ico": "image/x-icon",
}


_REMARK = re.compile(rb"/\*.*?\*/\s*", re.DOTALL)


@cache
def address(name: str) -> str:
    """Where a file is served, such as ``/static/site.3f2a91c0.css``."""
    stem, _, ending = name.rpartition(".")
    return f"/static/{stem}.{digest(name)}.{ending}"


@cache
def digest(name: str) -> str:
    return hashlib.blake2b((FOLDER / name).read_bytes(), digest_size=4).hexdigest()


@cache
def packed(name: str) -> bytes:
    """A file as it goes out, by gzip: a style sheet without the remarks in it, which no browser needs."""
    text = (FOLDER / name).read_bytes()
    return gzip.compress(_REMARK.sub(b"", text) if name.endswith(".css") else text, mtime=0)


@cache
def names() -> tuple[str, ...]:
    return tuple(sorted(path.name for path in FOLDER.iterdir() if path.suffix in TYPES))
