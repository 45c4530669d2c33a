"""The bytes that stories were read from, kept as they came: by their digest, compressed, in the site folder.

They are for the newsroom and never served to readers. The same bytes are kept once, whichever stories they are of.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tempfile
import zlib
from pathlib import Path

from dateline.errors import CopyError

LARGEST = 64 << 20
"""Bytes of one original; no piece is larger."""

SPARE = 1 << 30
"""Bytes that are left free on the disk: an archive of pages must not stop the newsroom from publishing."""

_LEVEL = 6


class Originals:
    """What is kept below ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, data: bytes) -> str:
        """Keep bytes; what they are found by again. Raises CopyError if they are too large or the disk is too full."""
        digest = hashlib.blake2b(data, digest_size=20).hexdigest()
        path = self._path(digest)
        if path.exists():
            return digest
        if len(data) > LARGEST:
            raise CopyError(f"The original has {len(data):,} bytes; at most {LARGEST:,} are kept.")
        path.parent.mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(path.parent).free < SPARE + len(data):
            raise CopyError(f"Less than {SPARE >> 30} GB of the disk are free; no more originals are kept.")
        # Whole or not at all: an import may be killed while it writes.
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        with os.fdopen(descriptor, "wb") as file:
            file.write(gzip.compress(data, _LEVEL, mtime=0))
        Path(name).replace(path)
        return digest

    def fetch(self, digest: str) -> bytes:
        """The bytes again. Raises CopyError if they are not there or are damaged."""
        try:
            with gzip.open(self._path(digest)) as file:
                data = file.read(LARGEST + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise CopyError(f"The original {digest} cannot be read: {error}.") from error
        if hashlib.blake2b(data, digest_size=20).hexdigest() != digest:
            raise CopyError(f"The original {digest} is damaged.")
        return data

    def _path(self, digest: str) -> Path:
        return self.folder / digest[:2] / f"{digest[2:]}.gz"
