"""Style sheets, icons and pictures. An address names the bytes, so a browser may keep them for ever.

After an upgrade, until everything is pressed again, pages name the style sheet of before: they are sent the one there
is now, to be asked about again.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from dateline.press import assets
from dateline.serve import accept

FOR_EVER = "public, max-age=31536000, immutable"
FOR_NOW = "no-cache"
KEPT_ON_304 = frozenset(("etag", "cache-control", "vary", "content-security-policy"))

# Exactly the names that pictures are stored under; nothing else in the media folder is for readers.
_PICTURE = re.compile(r"/media/([0-9a-f]{2}/[0-9a-f]{22}-(?:[0-9]{2,4}\.webp|(?:16x9|4x3|1x1)\.jpg))")
_PICTURE_TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}

_STATIC = re.compile(r"/static/([a-z-]+)\.[0-9a-f]{8}\.([a-z0-9]+)")
FAVICON = "/favicon.ico"
"""What programs ask for that read no HTML; they take a PNG."""

_TEXTS = (".css", ".js", ".svg")


class Files:
    """Files of the code and of the site folder. Texts are compressed once, when it is made."""

    def __init__(self, media: Path) -> None:
        self.media = media
        self.assets = {assets.address(name): name for name in assets.names()}
        self.packed = {address: assets.packed(name) for address, name in self.assets.items() if name.endswith(_TEXTS)}

    def send(self, path: str, protocol: Any, accepted: str = "") -> None:
        """Send a file, or 404; ``accepted`` are the encodings that the browser takes."""
        asked, path = path, self._now(path)
        found = self._find(path)
        if found is None:
            protocol.response_str(404, [("content-type", "text/plain; charset=utf-8")], "There is no such file.\n")
            return
        file, kind = found
        headers = [
            ("content-type", kind),
            ("cache-control", FOR_EVER if path == asked else FOR_NOW),
            ("x-content-type-options", "nosniff"),
        ]
        packed = self.packed.get(path)
        if packed is not None:
            headers.append(("vary", "accept-encoding"))
        if packed is not None and accept.takes_gzip(accepted):
            protocol.response_bytes(200, [*headers, ("content-encoding", "gzip")], packed)
        else:
            protocol.response_file(200, headers, str(file))

    def _now(self, path: str) -> str:
        """The address of today of a file of the code."""
        if path == FAVICON:
            return assets.address("touch-icon.png")
        static = _STATIC.fullmatch(path)
        name = f"{static[1]}.{static[2]}" if static else ""
        return assets.address(name) if name in assets.names() else path

    def _find(self, path: str) -> tuple[Path, str] | None:
        name = self.assets.get(path)
        if name:
            return assets.FOLDER / name, assets.TYPES[Path(name).suffix]
        picture = _PICTURE.fullmatch(path)
        if not picture:
            return None
        file = self.media / picture[1]
        return (file, _PICTURE_TYPES[path.rpartition(".")[2]]) if file.is_file() else None
