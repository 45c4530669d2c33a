"""The pictures of the demo newspaper, drawn by code: ``draw("bridge-dawn")`` gives a Pillow image.

The same key, width and height give the same picture every time.
"""

from __future__ import annotations

from PIL import Image

from . import scenes as _scenes
from .canvas import Canvas
from .gallery import SCENES

WIDTH, HEIGHT = 1600, 1067

__all__ = ["HEIGHT", "SCENES", "WIDTH", "draw"]


def draw(key: str, width: int = WIDTH, height: int = HEIGHT) -> Image.Image:
    """The picture of that key as RGB; raises KeyError if there is none."""
    canvas = Canvas(width, height, key)
    SCENES[key].paint(canvas)
    return canvas.finish()


del _scenes
