"""Outlines: the lists of points that a picture is cut from.

Pure geometry in the units of the canvas (1500 by 1000, y downwards); nothing here draws.
"""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, hypot, pi, sin
from random import Random

Point = tuple[float, float]
Outline = list[Point]


def points(text: str, x: float = 0, y: float = 0) -> Outline:
    """The points written as ``"0,0 12,-4 20,6"``, moved by (x, y)."""
    pairs = (pair.split(",") for pair in text.split())
    return [(x + float(across), y + float(down)) for across, down in pairs]


def rect(x: float, y: float, width: float, height: float) -> Outline:
    return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]


def oval(x: float, y: float, across: float, down: float, steps: int = 40) -> Outline:
    """An ellipse around (x, y) with half axes ``across`` and ``down``."""
    return [(x + across * cos(2 * pi * n / steps), y + down * sin(2 * pi * n / steps)) for n in range(steps)]


def arc(x: float, y: float, radius: float, start: float, end: float, steps: int = 24) -> Outline:
    """Points on a circle from ``start`` to ``end`` in turns, 0 at the right, clockwise."""
    angles = (2 * pi * (start + (end - start) * n / steps) for n in range(steps + 1))
    return [(x + radius * cos(a), y + radius * sin(a)) for a in angles]


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 8) -> Outline:
    """A soft curve through every one of the points (Catmull-Rom)."""
    count = len(points)
    ring = [points[-1], *points, points[0], points[1]] if closed else [points[0], *points, points[-1]]
    spans = count if closed else count - 1
    curve = [_between(ring[n : n + 4], step / steps) for n in range(spans) for step in range(steps)]
    return curve if closed else [*curve, points[-1]]


def _between(four: Sequence[Point], part: float) -> Point:
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = four
    square, cube = part * part, part * part * part
    wa, wb = (-cube + 2 * square - part) / 2, (3 * cube - 5 * square + 2) / 2
    wc, wd = (-3 * cube + 4 * square + part) / 2, (cube - square) / 2
    return wa * ax + wb * bx + wc * cx + wd * dx, wa * ay + wb * by + wc * cy + wd * dy


def limb(points: Sequence[Point], widths: Sequence[float]) -> Outline:
    """A bent, tapering bar along the points, as wide at each as its width."""
    left: Outline = []
    right: Outline = []
    for n, ((x, y), width) in enumerate(zip(points, widths, strict=True)):
        ahead, behind = points[min(n + 1, len(points) - 1)], points[max(n - 1, 0)]
        dx, dy = ahead[0] - behind[0], ahead[1] - behind[1]
        length = hypot(dx, dy) or 1.0
        ox, oy = -dy / length * width / 2, dx / length * width / 2
        left.append((x + ox, y + oy))
        right.append((x - ox, y - oy))
    return left + right[::-1]


def ridge(x: float, end: float, y: float, rise: float, step: float, chance: Random, base: float = 1000) -> Outline:
    """Rolling ground from ``x`` to ``end`` around height ``y``, filled down to ``base``."""
    tops = [(float(at), y - rise * chance.random()) for at in _steps(x, end, step)]
    return [(x, base), *smooth(tops, closed=False), (end, base)]


def mound(x: float, end: float, y: float, tall: float, chance: Random, knots: int = 9) -> Outline:
    """Ground that rises from ``y`` at both its ends, uneven on top: an island, a heap, a dune."""
    tops = []
    for n in range(1, knots):
        part = n / knots
        arch = (1 - (2 * part - 1) ** 4) * chance.uniform(0.72, 1)
        tops.append((x + (end - x) * part, y - tall * arch))
    return smooth([(x, y), *tops, (end, y)], closed=False)


def _steps(start: float, end: float, step: float) -> Iterable[float]:
    count = max(2, round((end - start) / step))
    return (start + (end - start) * n / count for n in range(count + 1))


def sag(start: Point, end: Point, depth: float, steps: int = 24) -> Outline:
    """A cable hung between two points, lowest by ``depth`` under the straight line at its middle."""
    (ax, ay), (bx, by) = start, end
    parts = [n / steps for n in range(steps + 1)]
    return [(ax + (bx - ax) * p, ay + (by - ay) * p + depth * 4 * p * (1 - p)) for p in parts]
