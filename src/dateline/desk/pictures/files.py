"""The files that readers and machines are sent: widths of WebP, and JPEG crops around the focal point.

    media/<k1>/<key>-640.webp      for each width that is not above the original's
    media/<k1>/<key>-16x9.jpg      and 4x3, 1x1: at most 1200 pixels wide

The key is made from the picture's bytes and its focal point. So an address never shows another picture, and cannot
be guessed from a file name by somebody who waits for a story. Files are not deleted with their row: stories of the
record still show them.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from dateline.desk.pictures.pixels import flat

WIDTHS = (320, 640, 960, 1280, 1920)
SHAPES = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
CROP_WIDTH = 1200

Point = tuple[int, int]


def key_of(digest: str, focus: Point | None) -> str:
    """``<2 hex>/<22 hex>``: the same for the same picture with the same focal point, and for no other."""
    said = f"{digest} {focus[0]},{focus[1]}" if focus else digest
    short = hashlib.blake2b(said.encode(), digest_size=12).hexdigest()
    return f"{short[:2]}/{short[2:]}"


def press(image: Image.Image, key: str, focus: Point | None, media: Path) -> list[int]:
    """Write all files of a picture; the widths that were made."""
    (media / key).parent.mkdir(parents=True, exist_ok=True)
    widths = [width for width in WIDTHS if width <= image.width] or [image.width]
    for width, sized in _sizes(image, widths):
        _write(media / f"{key}-{width}.webp", sized, "WEBP", quality=80, method=4)
    ground = flat(image)
    for name, shape in SHAPES.items():
        crop = _crop(ground, shape, focus)
        _write(media / f"{key}-{name}.jpg", crop, "JPEG", quality=82, optimize=True, progressive=True)
    return widths


def _sizes(image: Image.Image, widths: list[int]) -> Iterator[tuple[int, Image.Image]]:
    """The largest first, and each smaller one from the one before: quicker, and no worse to the eye."""
    for width in reversed(widths):
        height = max(1, round(image.height * width / image.width))
        if width != image.width:
            image = image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield width, image


def _crop(image: Image.Image, shape: Point, focus: Point | None) -> Image.Image:
    """The largest part of that shape whose middle is as near to the focal point as the edges allow."""
    across, down = shape
    width = min(image.width, image.height * across // down) or 1
    height = min(image.height, max(1, width * down // across))
    x, y = focus or (image.width // 2, image.height // 2)
    left = min(max(0, x - width // 2), image.width - width)
    top = min(max(0, y - height // 2), image.height - height)
    part = image.crop((left, top, left + width, top + height))
    if width <= CROP_WIDTH:
        return part
    return part.resize((CROP_WIDTH, round(CROP_WIDTH * down / across)), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _write(path: Path, image: Image.Image, kind: str, **options: object) -> None:
    """Whole or not at all: a reader must not be sent half a picture for ever."""
    if path.exists():
        return
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            image.save(file, kind, **options)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
