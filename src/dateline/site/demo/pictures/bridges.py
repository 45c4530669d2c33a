"""The Saltgate Bridge: a suspension bridge in perspective, seen from the quays."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import copysign, hypot

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import Ink, Light, mix
from dateline.site.demo.pictures.shapes import Point, limb
from dateline.site.demo.pictures.space import View, shade

_LEG = 5.2
"""How wide a leg of a tower is, in metres."""


@dataclass(frozen=True, slots=True)
class Bridge:
    """Where the bridge runs over the ground, from ``start`` (near us) to ``end``, both as (x, z) in metres."""

    view: View
    start: tuple[float, float]
    end: tuple[float, float]
    towers: tuple[float, ...] = (0.27, 0.73)
    deck: float = 34
    top: float = 112
    width: float = 16

    def at(self, part: float, y: float, side: float = 0) -> Point:
        """A point at ``part`` of the length, ``y`` metres up, ``side`` metres towards the far edge."""
        (ax, az), (bx, bz) = self.start, self.end
        run = hypot(bx - ax, bz - az)
        out = copysign(side / run, bz - az)
        return self.view(ax + (bx - ax) * part + (bz - az) * out, y, az + (bz - az) * part + (ax - bx) * out)

    def size(self, part: float) -> float:
        return self.view.size(self.start[1] + (self.end[1] - self.start[1]) * part)

    def cable(self, part: float) -> float:
        """How high the main cable hangs there: a parabola between towers, straight falls outside them."""
        first, last = self.towers[0], self.towers[-1]
        if part < first:
            return self.deck + (self.top - self.deck) * _eased(part / first)
        if part > last:
            return self.deck + (self.top - self.deck) * _eased((1 - part) / (1 - last))
        middle, half = (first + last) / 2, (last - first) / 2
        return self.deck + 5 + (self.top - self.deck - 5) * ((part - middle) / half) ** 2


def _eased(part: float) -> float:
    """How far up an outer cable is at ``part`` of its way: nearly straight, a little slack."""
    return part * (0.8 + 0.2 * part)


def bridge(c: Canvas, span: Bridge, light: Light, ink: Ink, lamps: bool = False) -> None:
    """The whole bridge, far side first."""
    haze = mix(ink, light.haze, 0.35)
    _cables(c, span, haze, span.width, 0.75)
    for part in reversed(span.towers):
        _tower(c, span, part, light, mix(ink, light.haze, min(0.55, 0.02 * 1000 / 28 / span.size(part) * 1.6)))
    _deck(c, span, light, ink)
    _cables(c, span, ink, 0, 1.0)
    if lamps:
        _lamps(c, span, light.glint)


def _deck(c: Canvas, span: Bridge, light: Light, ink: Ink) -> None:
    steps = [n / 40 for n in range(41)]
    far = [span.at(p, span.deck + 0.6, span.width) for p in steps]
    near = [span.at(p, span.deck + 0.6) for p in steps]
    under = [span.at(p, span.deck - 3.4) for p in steps]
    below = [span.at(p, span.deck - 2.6, span.width) for p in steps]
    c.shape([*under, *below[::-1]], shade(ink, 0.45))
    c.shape([*near, *far[::-1]], mix(ink, light.haze, 0.4))
    c.shape([*near, *under[::-1]], (mix(ink, light.glint, 0.25), shade(ink, 0.25)))
    c.line(near, 2.2, mix(ink, light.glint, 0.75), 0.9)
    for n in range(160):
        part = n / 160
        c.line([span.at(part, span.deck - 3.2), span.at(part + 1 / 320, span.deck + 0.3)], 1.1, shade(ink, 0.5), 0.7)


def _cables(c: Canvas, span: Bridge, ink: Ink, side: float, alpha: float) -> None:
    steps = [n / 120 for n in range(121)]
    for n in range(1, 84):
        part = n / 84
        thin = 0.10 * span.size(part)
        c.line(
            [span.at(part, span.cable(part), side), span.at(part, span.deck, side)],
            max(0.9, thin * 1.2),
            ink,
            0.75 * alpha,
        )
    for one, two in pairwise(steps):
        thick = max(2.0, 0.75 * span.size(one))
        c.line([span.at(one, span.cable(one), side), span.at(two, span.cable(two), side)], thick, ink, alpha)


def _tower(c: Canvas, span: Bridge, part: float, light: Light, ink: Ink) -> None:
    unit = span.size(part)
    for height in (span.deck - 6, (span.deck + span.top) / 2 + 4, span.top - 4):
        _beam(c, span, part, height, unit, shade(ink, 0.12))
    for side in (span.width, 0.0):
        face = ink if side == 0 else shade(ink, 0.2)
        foot, head = span.at(part, 0, side), span.at(part, span.top + 2, side)
        leg = limb([foot, head], [_LEG * unit * 1.25, _LEG * unit * 0.85])
        c.shape(leg, (mix(face, light.glint, 0.55), face, shade(face, 0.3)), angle=0)
        c.spray(leg, shade(face, 0.55), 0.5, angle=90, start=0.2)
        cap = limb([(head[0] - unit * 2.9, head[1]), (head[0] + unit * 2.9, head[1])], [unit * 1.6, unit * 1.6])
        c.shape(cap, mix(face, light.glint, 0.35))
    _pier(c, span, part, light, unit)


def _beam(c: Canvas, span: Bridge, part: float, height: float, unit: float, ink: Ink) -> None:
    one, two = span.at(part, height, 0), span.at(part, height, span.width)
    c.shape(limb([one, two], [unit * 5, unit * 5]), ink)


def _pier(c: Canvas, span: Bridge, part: float, light: Light, unit: float) -> None:
    (ax, ay), (bx, by) = span.at(part, 0, -3), span.at(part, 0, span.width + 3)
    left, right = min(ax, bx) - unit * 6, max(ax, bx) + unit * 6
    stone = mix(light.near, light.haze, 0.25)
    outline = [(left, ay), (left + unit * 1.5, ay - unit * 9), (right - unit * 1.5, by - unit * 9), (right, ay)]
    c.shape(outline, (mix(stone, light.glint, 0.35), stone), angle=180)
    c.spray(outline, light.dark, 0.5)


def _lamps(c: Canvas, span: Bridge, glint: Ink) -> None:
    for n in range(2, 40):
        x, y = span.at(n / 41, span.deck + 6)
        radius = max(2.0, span.size(n / 41) * 0.7)
        c.glow(x, y, radius * 8, glint, 0.55)
        c.disc(x, y, radius, glint)
