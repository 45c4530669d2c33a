"""Skies: the wash, the sun and moon, clouds, rain, snow, birds."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from math import sqrt

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import CREAM, Ink, Light, mix
from dateline.site.demo.pictures.shapes import Outline, rect, smooth


def sky(c: Canvas, light: Light, horizon: float = 1000) -> None:
    area = rect(-10, -10, 1520, horizon + 10)
    c.shape(area, light.sky)
    c.spray(rect(-10, -10, 1520, horizon * 0.75), mix(light.sky[0], light.dark, 0.12), 0.22, angle=-90)


def sun(c: Canvas, light: Light, x: float, y: float, radius: float, spread: float = 6) -> None:
    c.glow(x, y, radius * spread, light.sun, 0.75)
    c.glow(x, y, radius * 2.2, light.sun, 0.6)
    c.disc(x, y, radius, mix(light.sun, CREAM, 0.4))


def moon(c: Canvas, x: float, y: float, radius: float, ink: Ink) -> None:
    c.glow(x, y, radius * 7, ink, 0.35)
    c.disc(x, y, radius, ink)
    c.spray(rect(x - radius, y - radius, radius * 1.2, radius * 2), mix(ink, (60, 70, 90), 0.5), 0.35, angle=180)


def stars(c: Canvas, below: float, count: int = 90) -> None:
    for _ in range(count):
        size = c.chance.choice((0.8, 1.0, 1.3, 1.9))
        c.disc(c.chance.uniform(0, 1500), c.chance.uniform(0, below), size, CREAM, c.chance.uniform(0.3, 0.9))


def cloud(c: Canvas, x: float, y: float, width: float, lit: Ink, shadow: Ink, alpha: float = 0.9) -> None:
    """A heaped cloud on a flat base, lit from above."""
    outline = _heap(c, x, y, width)
    c.shape(outline, (lit, mix(lit, shadow, 0.75)), alpha)
    c.spray(outline, shadow, 0.55, start=0.35)


def _heap(c: Canvas, x: float, y: float, width: float) -> Outline:
    """The upper edge of round bumps along an arch, largest in the middle."""
    bumps = []
    for n in range(7):
        part = (n + 0.5) / 7
        arch = 1 - abs(2 * part - 1) ** 1.6
        rise = y - width * 0.12 * arch * c.chance.uniform(0.6, 1.1)
        bumps.append((x + width * (part - 0.5), rise, width * (0.06 + 0.08 * arch) * c.chance.uniform(0.85, 1.15)))
    left, right = bumps[0][0] - bumps[0][2], bumps[-1][0] + bumps[-1][2]
    places = [left + (right - left) * n / 90 for n in range(91)]
    tops = [(at, min(_bump(at, *bump, y) for bump in bumps)) for at in places]
    return [*tops, (x + width * 0.3, y + width * 0.02), (x - width * 0.3, y + width * 0.02)]


def _bump(at: float, x: float, y: float, radius: float, base: float) -> float:
    """How high a round bump stands at a place; ``base`` beside it."""
    inside = radius * radius - (at - x) ** 2
    return y - sqrt(inside) if inside > 0 else base


def bands(c: Canvas, light: Light, top: float, bottom: float, count: int, ink: Ink | None = None) -> None:
    """Long low clouds, thinner and closer towards the bottom, their undersides lit."""
    for n in range(count):
        part = n / max(1, count - 1)
        tone = ink or mix(light.sky[min(n * len(light.sky) // count, len(light.sky) - 1)], light.haze, 0.35)
        at = c.chance.uniform(-100, 1600), top + (bottom - top) * part
        for _ in range(3):
            x, y = at[0] + c.chance.gauss(0, 130), at[1] + c.chance.gauss(0, 9)
            streak(c, x, y, c.chance.uniform(260, 620), 26 * (1 - part * 0.6), tone, mix(tone, light.sun, 0.6))


def streak(c: Canvas, x: float, y: float, width: float, tall: float, ink: Ink, lit: Ink) -> None:
    """One long cloud with a lit underside and a ragged top."""
    r = c.chance.uniform
    tops = [(part / 8 - 0.5, -r(0.15, 0.75) * (1 - abs(part - 4) / 4.6)) for part in range(9)]
    under = [(0.4 - part / 5, r(0.02, 0.2)) for part in range(5)]
    outline = smooth([(x + width * a, y + tall * b) for a, b in [*tops, *under]], steps=5)
    c.shape(outline, (ink, lit), 0.55)
    c.spray(outline, lit, 0.5, start=0.3)


def birds(c: Canvas, x: float, y: float, spread: float, count: int, ink: Ink, size: float = 14) -> None:
    """A loose flight of gulls."""
    for _ in range(count):
        cx, cy = x + c.chance.gauss(0, spread), y + c.chance.gauss(0, spread * 0.35)
        s, tilt = size * c.chance.uniform(0.6, 1.2), c.chance.uniform(-0.25, 0.25)
        left = [(cx - s, cy - s * (0.42 + tilt)), (cx - s * 0.45, cy - s * 0.5), (cx, cy)]
        right = [(cx + s * 0.45, cy - s * 0.5), (cx + s, cy - s * (0.42 - tilt))]
        c.line(smooth([*left, *right], closed=False, steps=5), max(1.2, s * 0.13), ink)


def rain(c: Canvas, ink: Ink, count: int = 420, lean: float = -0.22, alpha: float = 0.35) -> None:
    for _ in range(count):
        x, y, length = c.chance.uniform(-50, 1600), c.chance.uniform(-60, 1000), c.chance.uniform(16, 58)
        c.line([(x, y), (x + length * lean, y + length)], c.chance.choice((0.9, 1.2, 1.6)), ink, alpha)


def snowfall(c: Canvas, ink: Ink, count: int = 380) -> None:
    for _ in range(count):
        size = c.chance.choice((1.4, 1.8, 2.4, 3.2, 4.6))
        c.disc(c.chance.uniform(0, 1500), c.chance.uniform(0, 1000), size, ink, 0.85)


def mist(c: Canvas, y: float, depth: float, ink: Ink, alpha: float = 0.6) -> None:
    """A bank of mist across the picture."""
    wave = [(x, y + c.chance.uniform(-0.3, 0.3) * depth) for x in range(-100, 1700, 220)]
    c.soft([*smooth(wave, closed=False), (1600, y + depth), (-100, y + depth)], ink, alpha, depth * 0.32)
