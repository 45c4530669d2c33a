"""The port: gantry cranes, stacked containers, lighthouse, breakwater, wind turbines."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import CREAM, VERMILION, Ink, Light, mix
from dateline.site.demo.pictures.shapes import limb, rect, smooth
from dateline.site.demo.pictures.space import shade


def gantry(c: Canvas, light: Light, ink: Ink, raised: bool = False) -> None:
    """A ship-to-shore crane, 600 units high, standing on y 0, its boom out to the right."""
    lit, dim = mix(ink, light.glint, 0.35), shade(ink, 0.3)
    for x in (-118, 92):
        c.shape(limb([(x + 18, 0), (x + 18, -430)], [15, 13]), shade(ink, 0.5))
    c.line([(-100, -120), (110, -120)], 11, shade(ink, 0.5))
    c.line([(-96, -20), (108, -118)], 5, shade(ink, 0.5))
    boom_end = (520, -690) if raised else (660, -372)
    _truss(c, (110, -372), boom_end, ink, light)
    _truss(c, (-330, -372), (120, -372), ink, light)
    apex = (70, -590)
    c.shape(limb([(-100, -380), apex], [12, 9]), dim)
    c.shape(limb([(108, -380), apex], [13, 10]), (lit, ink), angle=0)
    for end in (
        (-318, -380),
        (boom_end[0] * 0.62 + 40, boom_end[1] * 0.62 - 145 if not raised else -520),
        (boom_end[0] - 30, boom_end[1] - 8),
    ):
        c.line([apex, end], 3, ink)
    for x in (-118, 92):
        c.shape(limb([(x, 0), (x, -392)], [19, 16]), (lit, ink, dim), angle=0)
        c.rect(x - 26, -14, 52, 14, light.dark)
    c.line([(-118, -132), (92, -132)], 12, ink)
    c.shape(rect(-250, -412, 120, 48), (mix(CREAM, light.haze, 0.3), mix(CREAM, light.near, 0.5)))
    if not raised:
        _trolley(c, light, 380)


def _truss(c: Canvas, start: tuple[float, float], end: tuple[float, float], ink: Ink, light: Light) -> None:
    (ax, ay), (bx, by) = start, end
    c.line([(ax, ay - 20), (bx, by - 20)], 6, mix(ink, light.glint, 0.4))
    c.line([start, end], 9, shade(ink, 0.15))
    count = 14
    for n in range(count):
        one, two = n / count, (n + 0.5) / count
        c.line(
            [(ax + (bx - ax) * one, ay + (by - ay) * one), (ax + (bx - ax) * two, ay + (by - ay) * two - 20)],
            2.4,
            ink,
        )


def _trolley(c: Canvas, light: Light, x: float) -> None:
    c.rect(x - 22, -366, 44, 16, light.dark)
    for dx in (-16, 16):
        c.line([(x + dx, -352), (x + dx, -236)], 1.4, light.dark)
    c.rect(x - 28, -238, 56, 8, light.dark)
    c.shape(rect(x - 28, -230, 56, 30), (mix(VERMILION, light.haze, 0.15), shade(VERMILION, 0.3)))


def pile(
    c: Canvas, light: Light, x: float, y: float, tiers: tuple[int, ...], inks: tuple[Ink, ...], size: float = 120
) -> None:
    """Containers seen from the side, as many high in each column as ``tiers`` says."""
    tall = size * 0.42
    for column, count in enumerate(tiers):
        for tier in range(count):
            tone = mix(c.chance.choice(inks), light.haze, 0.1)
            left, top = x + column * size * 1.02, y - (tier + 1) * tall * 1.03
            c.shape(rect(left, top, size, tall), (mix(tone, light.glint, 0.25), shade(tone, 0.25)))
            for n in range(1, 16):
                c.line(
                    [(left + n * size / 16, top + 3), (left + n * size / 16, top + tall - 3)],
                    1.2,
                    shade(tone, 0.4),
                    0.55,
                )
            c.spray(rect(left, top, size, tall), shade(tone, 0.6), 0.5, angle=0, start=0.5)


def lighthouse(c: Canvas, light: Light, bands: Ink) -> None:
    """A lighthouse, 400 units high, standing on y 0."""
    white = mix(CREAM, light.haze, 0.12)
    tower = [(-46, 0), (-30, -300), (30, -300), (46, 0)]
    c.shape(tower, (mix(white, light.sun, 0.5), white, shade(white, 0.38)), angle=0)
    with c.within(tower):
        for y in (-250, -160, -70):
            c.shape(rect(-60, y, 120, 46), (mix(bands, light.sun, 0.2), bands, shade(bands, 0.45)), angle=0)
        c.spray(tower, shade(light.near, 0.5), 0.6, angle=0, start=0.45)
    c.rect(-44, -312, 88, 12, light.dark)
    c.line([(-42, -328), (42, -328)], 2, light.dark)
    for x in range(-42, 43, 12):
        c.line([(x, -328), (x, -312)], 1.6, light.dark)
    c.rect(-22, -358, 44, 46, mix(light.glint, CREAM, 0.4))
    for x in (-22, -7, 8, 22):
        c.line([(x, -358), (x, -312)], 2, light.dark)
    c.shape(
        smooth([(-30, -358), (-18, -378), (0, -390), (18, -378), (30, -358)], closed=False),
        (bands, shade(bands, 0.4)),
        angle=0,
    )
    c.line([(0, -390), (0, -412)], 3, light.dark)
    c.shape([(-8, 0), (-8, -26), (0, -34), (8, -26), (8, 0)], light.dark)


def beam(c: Canvas, x: float, y: float, reach: float, turn: float, light: Light, alpha: float = 0.5) -> None:
    """A beam of light from (x, y), ``turn`` in turns from the right."""
    for spread, part in ((0.05, 0.5), (0.11, 0.45), (0.17, 0.35)):
        ends = [
            (x + reach * cos(turn * 2 * pi + side), y + reach * sin(turn * 2 * pi + side)) for side in (-spread, spread)
        ]
        c.fade([(x, y), *ends], light.sun, alpha * part, turn * 360)


def rocks(c: Canvas, light: Light, x: float, end: float, y: float, tall: float) -> None:
    """Dark boulders from ``x`` to ``end`` with their feet on ``y``, tops lit."""
    at = x
    while at < end:
        width, height = tall * c.chance.uniform(0.8, 1.7), tall * c.chance.uniform(0.5, 1)
        foot = y + c.chance.uniform(0, 0.14) * tall
        peak = at + width * c.chance.uniform(0.25, 0.5)
        knots = [
            (at - width * 0.08, foot),
            (at + width * 0.04, foot - height * 0.5),
            (peak, foot - height),
            (at + width * 0.82, foot - height * 0.72),
            (at + width * 1.08, foot),
        ]
        c.shape(knots, (mix(light.near, light.haze, 0.12), light.dark), angle=60)
        c.shape(
            [knots[1], knots[2], knots[3], (peak + width * 0.1, foot - height * 0.55)],
            mix(light.near, light.glint, 0.3),
            0.55,
        )
        c.spray(knots, light.dark, 0.7, start=0.15, angle=60)
        at += width * 0.7


def turbine(c: Canvas, light: Light, turn: float) -> None:
    """A wind turbine, 300 units to its hub, standing on y 0; ``turn`` is where its blades stand."""
    white = mix(CREAM, light.haze, 0.3)
    c.shape(
        limb([(0, 0), (0, -300)], [13, 6]), (mix(white, light.sun, 0.5), white, mix(white, light.near, 0.5)), angle=0
    )
    c.rect(-9, -16, 18, 16, mix(VERMILION, light.near, 0.2))
    for n in range(3):
        a = (turn + n / 3) * 2 * pi
        tip = (190 * cos(a), -300 + 190 * sin(a))
        root = (36 * cos(a + 0.22), -300 + 36 * sin(a + 0.22))
        c.shape([(0, -300), root, tip], (white, mix(white, light.near, 0.4)), angle=a * 180 / pi)
        c.shape([(0, -300), tip, (20 * cos(a - 0.1), -300 + 20 * sin(a - 0.1))], mix(white, light.sun, 0.4))
    c.disc(0, -300, 9, white)
