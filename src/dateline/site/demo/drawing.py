"""The pictures of the demo as files, as a photographer would hand them in. What the workers of the seeding do."""

from __future__ import annotations

import io

from dateline.site.demo import pictures

JPEG_QUALITY = 90
PORTRAIT = "portrait:"


def draw(key: str) -> bytes:
    """A scene by its key, or a portrait by its person's with ``portrait:`` before it, as a JPEG file."""
    person = key.removeprefix(PORTRAIT)
    image = pictures.draw(key) if person == key else pictures.portrait(person)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=JPEG_QUALITY)
    return file.getvalue()
