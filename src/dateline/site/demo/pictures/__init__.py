"""The pictures of the demo newspaper, drawn by code: ``draw("bridge-dawn")`` gives a Pillow image.

The same key, width and height give the same picture every time.
"""

from __future__ import annotations

from PIL import Image

from dateline.site.demo.pictures import scenes as _scenes
from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.gallery import SCENES
from dateline.site.demo.pictures.sitters import LOOKS, sit

WIDTH, HEIGHT = 1600, 1067
PORTRAIT = 600

__all__ = ["HEIGHT", "LOOKS", "PORTRAIT", "SCENES", "WIDTH", "draw", "portrait"]


def draw(key: str, width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """The scene of that key as RGB; raises KeyError if there is none."""
    canvas = Canvas(width, height, key)
    SCENES[key].paint(canvas)
    return canvas.finish()


def portrait(key: str, size: int = PORTRAIT) -> Image.Image:
    """The square portrait of a person of the paper as RGB; raises KeyError if there is none."""
    canvas = Canvas(size, size, key)
    sit(canvas, LOOKS[key])
    return canvas.finish()


del _scenes
