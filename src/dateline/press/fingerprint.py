"""What pressed pages depend on besides the ledger: the bytes of the templates, labels and code that make them.

A store keeps the fingerprint it was made with. If it is another one than now, the store is made again beside the old
one and switched to. So nobody has to remember to raise a number when a template changes.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent.parent
_PARTS = ("press", "front", "syndicate", "story.py", "masthead.py", "urls.py", "ledger/entry.py")


@cache
def current() -> str:
    """The fingerprint of the running code."""
    found = hashlib.blake2b(digest_size=16)
    for path in sorted(_files()):
        found.update(str(path.relative_to(_PACKAGE)).encode() + b"\0" + path.read_bytes() + b"\0")
    return found.hexdigest()


def _files() -> list[Path]:
    files = []
    for part in _PARTS:
        path = _PACKAGE / part
        files += (
            [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts]
        )
    return files
