"""The textures that every picture shares: spray, dry brush and paper.

Made once from fixed chance and kept; no picture changes them.
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

from PIL import Image, ImageChops, ImageFilter, ImageOps

_TILE = 768


def _noise(seed: str, size: int) -> Image.Image:
    chance = Random(seed)  # noqa: S311 - the same grain every time
    return Image.frombytes("L", (size, size), chance.randbytes(size * size))


def _spread(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The tile laid next to itself until the size is covered."""
    page = Image.new("L", size)
    for y in range(0, size[1], tile.height):
        for x in range(0, size[0], tile.width):
            page.paste(tile, (x, y))
    return page


@lru_cache(maxsize=2)
def speckle(size: tuple[int, int]) -> Image.Image:
    """Even grain, every value as common as any other, so that a threshold is a density."""
    tile = _noise("speckle", _TILE).resize((_TILE * 2, _TILE * 2), Image.Resampling.BICUBIC)
    return _spread(ImageOps.equalize(tile), size)


@lru_cache(maxsize=2)
def clouds(size: tuple[int, int]) -> Image.Image:
    """Long uneven strokes, as of a half-dry brush drawn sideways."""
    wide = _noise("wide", 48).resize((size[0], size[1] * 2), Image.Resampling.BICUBIC).crop((0, 0, *size))
    fine = _noise("fine", 400).resize((size[0], size[1]), Image.Resampling.BICUBIC)
    streak = _noise("streak", 96).resize((size[0] * 4, size[1]), Image.Resampling.BICUBIC).crop((0, 0, *size))
    mixed = Image.blend(Image.blend(wide, streak, 0.5), fine, 0.25)
    return ImageOps.equalize(mixed)


@lru_cache(maxsize=2)
def paper(size: tuple[int, int]) -> Image.Image:
    """A grey sheet of paper with a faint tooth and slightly darker edges, to be laid over a picture."""
    tooth = _spread(_noise("paper", _TILE), size).filter(ImageFilter.GaussianBlur(0.6))
    tooth = tooth.point([round(128 + (value - 128) * 0.16) for value in range(256)])
    edge = Image.radial_gradient("L").resize(size, Image.Resampling.BILINEAR)
    shade = edge.point([round(255 - max(0, value - 130) * 0.22) for value in range(256)])
    sheet = ImageChops.multiply(tooth, shade)
    return Image.merge("RGB", (sheet, sheet, sheet))
