"""Water: seas and rivers, ripples, the path of a light, waves and spray."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import Ink, Light, mix
from dateline.site.demo.pictures.shapes import Outline, limb, rect, smooth


def sea(c: Canvas, light: Light, y: float, base: float = 1000) -> None:
    area = rect(-10, y, 1520, base - y + 10)
    c.shape(area, light.water)
    c.spray(area, mix(light.water[-1], light.dark, 0.4), 0.5, start=0.3)


def ripples(
    c: Canvas,
    y: float,
    base: float,
    ink: Ink,
    count: int = 130,
    alpha: float = 0.4,
    span: tuple[float, float] = (0, 1500),
) -> None:
    """Short strokes of light on water, finer towards the horizon at ``y``."""
    for _ in range(count):
        part = c.chance.random() ** 1.5
        at = y + 6 + (base - y) * part
        length = (14 + 95 * part) * c.chance.uniform(0.4, 1.3)
        x = c.chance.uniform(*span)
        tall = 0.8 + 5.5 * part * c.chance.uniform(0.4, 1)
        c.shape(_dash(x, at, length, tall), ink, alpha * c.chance.uniform(0.5, 1))


def _dash(x: float, y: float, length: float, tall: float) -> Outline:
    """A stroke pointed at both ends."""
    return [
        (x - length / 2, y),
        (x - length * 0.15, y - tall / 2),
        (x + length / 2, y),
        (x + length * 0.1, y + tall / 2),
    ]


def glitter(c: Canvas, x: float, y: float, base: float, ink: Ink, wide: float = 60, count: int = 90) -> None:
    """The path of a light on the water, widening towards us."""
    for n in range(count):
        part = (n / count) ** 1.35
        at = y + 3 + (base - y) * part
        reach = wide * (0.35 + 1.5 * part)
        length = reach * c.chance.uniform(0.25, 0.9)
        c.shape(
            _dash(x + c.chance.gauss(0, reach * 0.3), at, length, 1.2 + 6 * part), ink, c.chance.uniform(0.45, 0.95)
        )


def lamp_trail(c: Canvas, x: float, y: float, depth: float, ink: Ink, alpha: float = 0.6) -> None:
    """A lamp's long reflection in still water."""
    c.soft([(x - 5, y), (x + 5, y), (x + 9, y + depth), (x - 9, y + depth)], ink, alpha * 0.7, 7)
    for n in range(round(depth / 9)):
        part = n / (depth / 9)
        c.shape(
            _dash(x + c.chance.uniform(-4, 4), y + 4 + n * 9, 22 * c.chance.uniform(0.5, 1.1), 3.4),
            ink,
            alpha * (1 - part * 0.8),
        )


def swell(c: Canvas, y: float, tall: float, ink: Ink, lit: Ink, foam: Ink, pitch: float = 260) -> None:
    """A line of heavy waves across the picture, running to the right, with crests that break."""
    knots: list[tuple[float, float]] = [(-60, y)]
    crests: Outline = []
    x = -pitch * c.chance.random()
    while x < 1560:
        width, high = pitch * c.chance.uniform(0.8, 1.35), tall * c.chance.uniform(0.55, 1.1)
        knots += [
            (x, y),
            (x + width * 0.34, y - high * 0.42),
            (x + width * 0.56, y - high),
            (x + width * 0.66, y - high * 0.5),
        ]
        crests.append((x + width * 0.56, y - high))
        x += width
    outline = [*smooth([*knots, (x, y)], closed=False, steps=6), (1600, y + tall * 2.2), (-60, y + tall * 2.2)]
    c.shape(outline, (lit, ink, ink))
    c.spray(outline, mix(ink, (10, 20, 30), 0.5), 0.5, start=0.3)
    for crest in crests:
        _foam(c, crest, tall, pitch, foam)


def _foam(c: Canvas, crest: tuple[float, float], tall: float, pitch: float, ink: Ink) -> None:
    """White water spilling down the face of a crest."""
    x, y = crest
    edge = smooth(
        [
            (x - pitch * 0.26, y + tall * 0.4),
            (x - pitch * 0.12, y + tall * 0.14),
            (x, y),
            (x + pitch * 0.06, y + tall * 0.22),
        ],
        closed=False,
    )
    last = len(edge) - 1
    c.shape(
        limb(edge, [tall * 0.13 * min(1, n / last * 1.6) * min(1, (last - n) / 5) for n in range(last + 1)]),
        ink,
        0.85,
    )
    for _ in range(14):
        c.disc(
            x + c.chance.uniform(-0.2, 0.12) * pitch,
            y + c.chance.uniform(-0.05, 0.35) * tall,
            tall * c.chance.uniform(0.01, 0.035),
            ink,
            0.7,
        )


def plume(c: Canvas, x: float, y: float, reach: float, lit: Ink, shadow: Ink, lean: float = 0.0) -> None:
    """A sea thrown up against a wall over (x, y): bursts of spray, the nearest the whitest and the lowest."""
    for part, size, count in ((0.66, 1.0, 6), (0.34, 0.8, 7), (0.0, 0.55, 8)):
        tone = mix(lit, shadow, part)
        for n in range(count):
            side = (n + 0.5) / count * 2 - 1
            high = reach * size * (1 - 0.62 * side * side) * c.chance.uniform(0.42, 1.0)
            at = x + side * reach * 0.44 + lean * high
            for step in (1.0, 0.45):
                c.puff(
                    x + (at - x) * (0.55 + 0.45 * step),
                    y - high * step,
                    reach * c.chance.uniform(0.17, 0.27),
                    tone,
                    2.6 - 1.4 * part,
                )
    spume(c, x + lean * reach * 0.8, y - reach * 0.5, reach * 0.7, lit, lean, 90)


def spume(c: Canvas, x: float, y: float, reach: float, ink: Ink, lean: float = 0.0, count: int = 220) -> None:
    """Water thrown up from (x, y): a plume of drops, thinner towards its top."""
    for _ in range(count):
        part = c.chance.random()
        height = reach * part**0.7
        spread = reach * (0.16 + 0.32 * part)
        size = (1 - part) * reach * 0.018 + 1.4
        c.disc(
            x + lean * height + c.chance.gauss(0, spread * 0.55),
            y - height,
            size * c.chance.uniform(0.4, 1.2),
            ink,
            c.chance.uniform(0.35, 0.95),
        )
