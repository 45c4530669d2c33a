"""The town: skylines, houses, windows, cranes on the horizon, the landmarks of Ostmere."""

from __future__ import annotations

from .canvas import Canvas
from .inks import Ink, Light, mix
from .shapes import Outline, rect, smooth
from .space import shade


def skyline(c: Canvas, light: Light, y: float, tall: float, depth: float, span: tuple[float, float] = (-20, 1520), lit: float = 0.0) -> None:
    """A row of roofs standing on ``y``, in the colour of their distance; ``lit`` of the windows shine."""
    x = span[0]
    ink = light.away(light.depth(depth), 0.25 * (1 - depth))
    while x < span[1]:
        width = tall * c.chance.uniform(0.32, 0.95)
        height = tall * c.chance.uniform(0.4, 1.0)
        house = _roofed(c, x, y, width, height)
        tone = mix(ink, light.haze, c.chance.uniform(0, 0.16))
        c.shape(house, (mix(tone, light.haze, 0.12), tone))
        if lit:
            windows(c, x, y - height, width, height, light.glint, lit)
        x += width * c.chance.uniform(0.9, 1.0)


def _roofed(c: Canvas, x: float, y: float, width: float, height: float) -> Outline:
    top = y - height
    match c.chance.randrange(5):
        case 0:
            return [(x, y), (x, top), (x + width / 2, top - width * 0.42), (x + width, top), (x + width, y)]
        case 1:
            return [(x, y), (x, top), (x + width, top - width * 0.2), (x + width, y)]
        case 2:
            step = width * 0.22
            gable = [(x, top), (x + step, top), (x + step, top - step), (x + step * 1.8, top - step)]
            other = [(x + width - px + x, py) for px, py in reversed(gable)]
            return [(x, y), *gable, (x + width / 2, top - step * 1.9), *other, (x + width, y)]
        case _:
            return rect(x, top, width, height)


def windows(c: Canvas, x: float, top: float, width: float, height: float, glint: Ink, lit: float) -> None:
    """Small lit windows in rows."""
    pitch = 15.0
    for row in range(int(height / (pitch * 1.3))):
        for column in range(int(width / pitch)):
            if c.chance.random() < lit:
                c.rect(x + 5 + column * pitch, top + 9 + row * pitch * 1.3, 5.2, 8, mix(glint, (255, 240, 210), c.chance.random() * 0.5), c.chance.uniform(0.55, 1))


def spire(c: Canvas, x: float, y: float, tall: float, ink: Ink, lit: Ink) -> None:
    """The tower of Saint Anneke: a square shaft, a lantern, a copper spire."""
    w = tall * 0.13
    c.shape(rect(x - w, y - tall * 0.62, w * 2, tall * 0.62), (lit, ink), angle=0)
    c.shape([(x - w * 1.15, y - tall * 0.62), (x, y - tall), (x + w * 1.15, y - tall * 0.62)], (mix(lit, ink, 0.4), shade(ink, 0.2)), angle=0)
    c.rect(x - w * 0.25, y - tall * 0.55, w * 0.5, tall * 0.1, shade(ink, 0.4))
    c.line([(x, y - tall), (x, y - tall * 1.08)], 2, ink)


def dome(c: Canvas, x: float, y: float, wide: float, ink: Ink, lit: Ink) -> None:
    """A dome on a drum, with a lantern."""
    drum = wide * 0.22
    c.shape(rect(x - wide * 0.46, y - drum, wide * 0.92, drum), (lit, ink, shade(ink, 0.2)), angle=0)
    knots = [(-0.48, 0), (-0.46, -0.2), (-0.3, -0.47), (0, -0.6), (0.3, -0.47), (0.46, -0.2), (0.48, 0)]
    cap = smooth([(x + wide * a, y - drum + wide * b) for a, b in knots], closed=False)
    c.shape(cap, (lit, ink, shade(ink, 0.3)), angle=20)
    c.spray(cap, shade(ink, 0.6), 0.6, angle=0, start=0.3)
    c.rect(x - wide * 0.05, y - drum - wide * 0.76, wide * 0.1, wide * 0.18, ink)
    c.line([(x, y - drum - wide * 0.76), (x, y - drum - wide * 0.95)], 3, ink)


def quay(c: Canvas, light: Light, y: float, base: float = 1000) -> None:
    """The edge of a quay at our feet, with bollards."""
    c.shape(rect(-10, y, 1520, base - y + 10), (mix(light.dark, light.haze, 0.28), light.dark))
    c.shape(rect(-10, y, 1520, 14), mix(light.near, light.glint, 0.3))
    c.spray(rect(-10, y + 14, 1520, base - y), light.dark, 0.6)


def bollard(c: Canvas, x: float, y: float, size: float, ink: Ink, lit: Ink) -> None:
    knots = [(-0.36, 0), (-0.3, -0.6), (-0.5, -0.78), (-0.42, -1), (0.42, -1), (0.5, -0.78), (0.3, -0.6), (0.36, 0)]
    outline = smooth([(x + size * a, y + size * b) for a, b in knots])
    c.soft([(x - size * 0.4, y - size * 0.05), (x + size * 0.4, y - 2), (x + size * 1.6, y + size * 0.2), (x, y + size * 0.2)], (10, 14, 24), 0.5, 6)
    c.shape(outline, (lit, ink, ink), angle=0)
