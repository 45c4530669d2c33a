"""The crops of a story's lead picture that machines are shown: where they are and how large. Pure."""

from __future__ import annotations

from dateline import urls
from dateline.story import Picture

SHAPES = {"16x9": (16, 9), "4x3": (4, 3), "1x1": (1, 1)}
"""The shapes that Google asks of an article's picture."""

WIDEST = 1200


def address(picture: Picture, shape: str, site_url: str) -> str:
    return site_url + urls.picture_crop(picture.key, shape)


def size(picture: Picture, shape: str) -> tuple[int, int]:
    """The width and height of a crop in pixels: the largest part of that shape, no wider than ``WIDEST``."""
    across, down = SHAPES[shape]
    width = min(picture.width, picture.height * across // down) or 1
    if width > WIDEST:
        return WIDEST, round(WIDEST * down / across)
    return width, min(picture.height, max(1, width * down // across))
