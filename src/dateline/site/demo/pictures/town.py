"""The town: skylines, houses, windows, cranes on the horizon, the landmarks of Ostmere."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import AMBER, BONE, CREAM, PETROL, RUST, SAND, SLATE, STEEL, Ink, Light, mix
from dateline.site.demo.pictures.shapes import Outline, points, rect, smooth
from dateline.site.demo.pictures.space import View, shade

_BRICKS = (RUST, SLATE, SAND, STEEL, mix(RUST, BONE, 0.4))


def skyline(
    c: Canvas,
    light: Light,
    y: float,
    tall: float,
    depth: float,
    span: tuple[float, float] = (-20, 1520),
    lit: float = 0.0,
) -> None:
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
                c.rect(
                    x + 5 + column * pitch,
                    top + 9 + row * pitch * 1.3,
                    5.2,
                    8,
                    mix(glint, (255, 240, 210), c.chance.random() * 0.5),
                    c.chance.uniform(0.55, 1),
                )


def spire(c: Canvas, x: float, y: float, tall: float, ink: Ink, lit: Ink) -> None:
    """The tower of Saint Anneke: a square shaft, a lantern, a copper spire."""
    w = tall * 0.13
    c.shape(rect(x - w, y - tall * 0.62, w * 2, tall * 0.62), (lit, ink), angle=0)
    c.shape(
        [(x - w * 1.15, y - tall * 0.62), (x, y - tall), (x + w * 1.15, y - tall * 0.62)],
        (mix(lit, ink, 0.4), shade(ink, 0.2)),
        angle=0,
    )
    c.rect(x - w * 0.25, y - tall * 0.55, w * 0.5, tall * 0.1, shade(ink, 0.4))
    c.line([(x, y - tall), (x, y - tall * 1.08)], 2, ink)


def dome(c: Canvas, x: float, y: float, wide: float, ink: Ink, lit: Ink) -> None:
    """A dome on a drum, with a lantern."""
    drum = wide * 0.22
    c.shape(rect(x - wide * 0.46, y - drum, wide * 0.92, drum), (lit, ink, shade(ink, 0.2)), angle=0)
    knots = points("-0.48,0 -0.46,-0.2 -0.3,-0.47 0,-0.6 0.3,-0.47 0.46,-0.2 0.48,0")
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
    knots = points("-0.36,0 -0.3,-0.6 -0.5,-0.78 -0.42,-1 0.42,-1 0.5,-0.78 0.3,-0.6 0.36,0")
    outline = smooth([(x + size * a, y + size * b) for a, b in knots])
    c.soft(
        [
            (x - size * 0.4, y - size * 0.05),
            (x + size * 0.4, y - 2),
            (x + size * 1.6, y + size * 0.2),
            (x, y + size * 0.2),
        ],
        (10, 14, 24),
        0.5,
        6,
    )
    c.shape(outline, (lit, ink, ink), angle=0)


def terrace(c: Canvas, view: View, light: Light, side: int, far: int = 54, lit: float = 0.3) -> None:
    """Houses along one side of a street, seven metres from its middle, far ones first."""
    for z in range(far, 5, -6):
        brick = mix(c.chance.choice(_BRICKS), light.haze, min(0.7, 0.2 + z / 90))
        x, high = side * 7.0, 7.5 + c.chance.uniform(-0.8, 1.2)
        wall = view.flank(x, z, 6, high)
        c.shape(wall, (mix(brick, light.haze, 0.2), shade(brick, 0.2)))
        c.spray(wall, light.dark, 0.35, angle=0 if side > 0 else 180)
        c.shape(
            view.outline(
                [(x, high, z), (x, high, z + 6), (x + side * 3, high + 2.6, z + 6), (x + side * 3, high + 2.6, z)]
            ),
            shade(brick, 0.45),
        )
        _panes(c, view, light, x, z, lit)


def _panes(c: Canvas, view: View, light: Light, x: float, z: float, lit: float) -> None:
    for floor in (0.9, 4.3):
        for dz in (0.9, 3.4):
            c.shape(view.flank(x, z + dz, 1.5, 1.9, floor), mix(light.dark, light.haze, 0.15))
            if c.chance.random() < lit:
                c.shape(view.flank(x, z + dz + 0.1, 1.3, 1.7, floor + 0.1), mix(AMBER, light.haze, 0.15))


def facade(
    c: Canvas,
    light: Light,
    x: float,
    y: float,
    size: tuple[float, float],
    stone: Ink,
    grid: tuple[int, int],
    lit: float = 0.4,
) -> None:
    """A house seen straight on with rows of tall windows; ``size`` is width and height, ``grid`` columns and rows."""
    (width, height), (columns, rows) = size, grid
    wall = rect(x, y - height, width, height)
    c.shape(wall, (mix(stone, light.glint, 0.15), stone, shade(stone, 0.25)))
    c.spray(wall, shade(stone, 0.5), 0.4, angle=0, start=0.3)
    pitch, storey = width / columns, height / rows
    for row in range(rows):
        for column in range(columns):
            left, top = x + (column + 0.28) * pitch, y - height + (row + 0.22) * storey
            glass = light.glint if c.chance.random() < lit else mix(light.dark, light.haze, 0.25)
            pane(c, left, top, pitch * 0.44, storey * 0.58, glass, mix(stone, light.glint, 0.4))
    c.rect(x - 5, y - height - 8, width + 10, 11, mix(stone, light.glint, 0.35))


def pane(c: Canvas, x: float, y: float, width: float, height: float, glass: Ink, frame: Ink) -> None:
    """A sash window with its sill."""
    c.rect(x - 2.5, y - 2.5, width + 5, height + 5, frame)
    c.shape(rect(x, y, width, height), (mix(glass, (255, 255, 255), 0.12), shade(glass, 0.15)))
    c.line([(x + width / 2, y), (x + width / 2, y + height)], 2, frame)
    c.line([(x, y + height * 0.45), (x + width, y + height * 0.45)], 2, frame)
    c.rect(x - 5, y + height + 2, width + 10, 5, frame)


def warehouse(
    c: Canvas, light: Light, x: float, y: float, width: float, tall: float, brick: Ink, lit: float = 0.2
) -> None:
    """A gabled brick warehouse with a hoist beam and loading doors one over another."""
    gable = y - tall * 0.72
    outline = [(x, y), (x, gable), (x + width * 0.5, y - tall), (x + width, gable), (x + width, y)]
    c.shape(outline, (mix(brick, light.glint, 0.22), brick, shade(brick, 0.25)))
    c.spray(outline, shade(brick, 0.55), 0.55, angle=0, start=0.3)
    rows = max(3, round(tall / 95))
    for row in range(rows):
        top = gable + (y - gable) * (row + 0.15) / rows
        tall_pane = (y - gable) / rows * 0.58
        c.rect(x + width * 0.42, top, width * 0.16, tall_pane, mix(PETROL, light.near, 0.4))
        for part in (0.1, 0.25, 0.66, 0.81):
            glass = light.glint if c.chance.random() < lit else mix(light.dark, light.haze, 0.3)
            c.shape(_arched(x + width * part, top, width * 0.09, tall_pane), glass)
    c.rect(x + width * 0.46, y - tall * 0.93, width * 0.08, tall * 0.08, light.dark)
    c.line([outline[1], outline[2], outline[3]], 6, mix(brick, light.glint, 0.45))


def _arched(x: float, y: float, width: float, height: float) -> Outline:
    return [
        (x, y + height),
        (x, y + width * 0.4),
        (x + width * 0.2, y + width * 0.08),
        (x + width * 0.5, y),
        (x + width * 0.8, y + width * 0.08),
        (x + width, y + width * 0.4),
        (x + width, y + height),
    ]


def lamppost(c: Canvas, light: Light, x: float, y: float, tall: float) -> None:
    c.line([(x, y), (x, y - tall)], tall * 0.022, light.dark)
    c.line([(x - tall * 0.07, y - tall), (x + tall * 0.07, y - tall)], tall * 0.016, light.dark)
    c.glow(x, y - tall * 0.97, tall * 0.55, light.glint, 0.7)
    c.shape(
        [
            (x - tall * 0.035, y - tall * 0.99),
            (x + tall * 0.035, y - tall * 0.99),
            (x + tall * 0.022, y - tall * 0.92),
            (x - tall * 0.022, y - tall * 0.92),
        ],
        mix(light.glint, CREAM, 0.5),
    )
