"""Market, hospital and baths."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure, person
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DAY,
    ICE,
    MOSS,
    NAVY,
    OAK,
    OCHRE,
    PETROL,
    RUST,
    SAGE,
    SAND,
    SLATE,
    SNOW,
    STEEL,
    TEAL,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.rooms import Room, arch, room
from dateline.site.demo.pictures.shapes import limb, oval, rect, smooth
from dateline.site.demo.pictures.space import View, block, shade, tiles


@scene("market-hall", focus="50% 60%")
def market_hall(c: Canvas) -> None:
    """Stalls under the iron roof of the market hall."""
    view = View(750, 470, 3.0, 820)
    c.shape(rect(0, 0, 1500, 1000), (mix(ICE, DAY.sky[1], 0.5), SNOW))
    c.shape(view.floor(-14, 1.5, 28, 40), (mix(SAND, SNOW, 0.3), mix(SAND, SLATE, 0.5)))
    tiles(c, view, (-12, 12), 3, 30, mix(SAND, SLATE, 0.3), 2)
    for z in range(36, 3, -4):
        _rib(c, view, z)
    c.glow(750, 330, 380, (255, 250, 226), 0.6)
    for ahead in (24, 19, 15, 11.5, 8.6):
        for side in (-1, 1):
            _stall(c, view, side, ahead)
        for _ in range(3):
            x = c.chance.uniform(-2.2, 2.2)
            person(
                c,
                view,
                x,
                ahead - 1,
                1.72,
                c.chance.choice(("walk", "carry", "stand", "pockets")),
                flip=c.chance.random() < 0.5,
            )


def _rib(c: Canvas, view: View, z: float) -> None:
    """One iron arch of the roof."""
    ink = mix(PETROL, SNOW, min(0.75, z / 44))
    curve = [view(11 * cos(pi * n / 20), 6 + 5.5 * sin(pi * n / 20), z) for n in range(21)]
    c.line(curve, view.size(z) * 0.2, ink)
    inner = [view(10.2 * cos(pi * n / 20), 6 + 4.8 * sin(pi * n / 20), z) for n in range(21)]
    c.line(inner, view.size(z) * 0.09, ink)
    for one, two in zip(curve, inner[1:], strict=False):
        c.line([one, two], view.size(z) * 0.06, ink)
    for x in (-11, 11):
        c.line([view(x, 0, z), view(x, 6.2, z)], view.size(z) * 0.26, ink)


def _stall(c: Canvas, view: View, side: int, z: float) -> None:
    """A stall with a striped awning and heaped boxes."""
    near, cloth = side * 3.3, c.chance.choice((VERMILION, TEAL, OCHRE, MOSS))
    left = near if side > 0 else near - 4.2
    for n in range(7):
        tone = mix(cloth if n % 2 else CREAM, SNOW, min(0.5, z / 60))
        x = left + n * 0.6
        c.shape(view.outline([(x, 3.3, z + 1.6), (x + 0.6, 3.3, z + 1.6), (x + 0.6, 2.75, z), (x, 2.75, z)]), tone)
        c.shape(view.wall(x, z, 0.6, 0.24, 2.52), shade(tone, 0.18))
    for x in (left, left + 4.1):
        c.line([view(x, 0, z), view(x, 2.8, z)], view.size(z) * 0.07, PETROL)
    keeper = view(left + 2.1, 0, z + 1.5)
    figure(c, *keeper, view.size(z + 1.5) * 1.75, "stand", dressed(c, coat=CREAM), shadow=0)
    block(c, view, (left, 0, z), (4.2, 0.9, 1.2), mix(OAK, SNOW, 0.1), shade(OAK, 0.4), OAK)
    for n in range(6):
        fruit = c.chance.choice((VERMILION, OCHRE, MOSS, RUST, AMBER, WINE))
        for _ in range(16):
            px, py = view(
                left + 0.1 + n * 0.68 + c.chance.uniform(0, 0.55),
                0.98 + c.chance.uniform(0, 0.16),
                z + c.chance.uniform(0, 0.7),
            )
            c.disc(px, py, view.size(z) * 0.1, mix(fruit, CREAM, c.chance.uniform(0, 0.25)))
        c.shape(view.wall(left + 0.06 + n * 0.68, z, 0.62, 0.2, 0.84), mix(OAK, SAND, 0.5))


@scene("hospital-corridor", focus="50% 55%")
def hospital_corridor(c: Canvas) -> None:
    """A nurse pushes a bed down a long corridor towards the light."""
    view = View(780, 440, 1.75, 820)
    wall = mix(ICE, TEAL, 0.28)
    room(c, Room(view, 2.6, 3.1, 40, wall, mix(SAGE, BONE, 0.45), SNOW))
    c.glow(780, 430, 330, (255, 248, 224), 0.85)
    for side in (-1, 1):
        c.shape(view.flank(side * 2.58, 1.2, 38, 0.12, 0.95), mix(TEAL, SNOW, 0.1))
        c.shape(view.flank(side * 2.58, 1.2, 38, 0.18, 0), mix(PETROL, TEAL, 0.4))
        for z in (21, 14, 9.2, 5.6, 3.1):
            c.shape(view.flank(side * 2.57, z, 1.25, 2.2), mix(OCHRE, BONE, 0.45) if side < 0 else mix(OCHRE, OAK, 0.3))
            c.shape(view.flank(side * 2.56, z + 0.75, 0.3, 0.8, 1.2), SNOW)
    for z in (3, 5, 8, 12, 18, 27):
        c.shape(
            view.outline([(-0.7, 3.08, z), (0.7, 3.08, z), (0.7, 3.08, z + 1.2), (-0.7, 3.08, z + 1.2)]),
            (255, 253, 240),
        )
        c.shape(view.floor(-0.8, z, 1.6, 1.4), (255, 253, 240), 0.25)
    for x, z in ((1.5, 15), (-1.2, 20)):
        person(c, view, x, z, 1.72, "walk", dressed(c, coat=SNOW, legs=TEAL), flip=x > 0)
    _bed(c, view)
    person(c, view, -0.95, 5.3, 1.74, "push", dressed(c, coat=TEAL, legs=PETROL, hair=(42, 33, 29), long_hair=True))


def _bed(c: Canvas, view: View) -> None:
    x, z = -0.35, 5.2
    c.soft(view.floor(x, z, 1.9, 2.0), NAVY, 0.4, 8)
    for px in (x + 0.1, x + 1.8):
        for pz in (z + 1.9, z + 0.1):
            c.line([view(px, 0.08, pz), view(px, 0.6, pz)], 5, STEEL)
            c.disc(*view(px, 0.08, pz), 11, NAVY)
    block(c, view, (x, 0.55, z), (1.95, 0.12, 2.0), STEEL, shade(STEEL, 0.4), STEEL)
    block(c, view, (x + 0.03, 0.67, z), (1.9, 0.2, 2.0), (SNOW, mix(SNOW, STEEL, 0.3)), mix(SNOW, STEEL, 0.5), SNOW)
    block(
        c,
        view,
        (x + 0.5, 0.7, z - 0.02),
        (1.44, 0.22, 2.0),
        (mix(TEAL, SNOW, 0.35), TEAL),
        TEAL,
        mix(TEAL, SNOW, 0.45),
    )
    block(c, view, (x + 0.08, 0.87, z + 0.5), (0.4, 0.14, 1.0), CREAM, mix(CREAM, STEEL, 0.4), CREAM)
    px, py = view(x + 0.36, 1.12, z + 0.9)
    c.shape(oval(px, py, 26, 22), mix(CREAM, OAK, 0.35))


@scene("baths", focus="50% 60%")
def baths(c: Canvas) -> None:
    """Early swimmers under the arched roof of the Candle Row baths."""
    view = View(750, 400, 4.4, 900)
    c.shape(rect(0, 0, 1500, 1000), (mix(BONE, OCHRE, 0.2), CREAM))
    for z in range(44, 6, -5):
        ink = mix(OAK, CREAM, min(0.7, z / 56))
        curve = [view(12 * cos(pi * n / 24), 4 + 8 * sin(pi * n / 24), z) for n in range(25)]
        c.line(curve, view.size(z) * 0.5, ink)
    c.shape(arch(618, 440, 264, 250), (ICE, SNOW))
    for n in range(1, 6):
        c.line([(618 + n * 44, 440), (618 + n * 44, 200)], 3, mix(OAK, CREAM, 0.5))
    for side in (-1, 1):
        for ahead in (34, 27, 21, 16, 12, 8.6):
            c.shape(view.flank(side * 11.8, ahead, 2.4, 3.6, 0.9), (ICE, SNOW))
    c.shape(view.floor(-14, 3, 28, 44), (mix(SAND, CREAM, 0.5), mix(SAND, RUST, 0.2)))
    pool = view.floor(-7.5, 3.4, 15, 34)
    c.shape(pool, (mix(TEAL, ICE, 0.65), mix(TEAL, ICE, 0.2), mix(PETROL, TEAL, 0.5)))
    with c.within(pool):
        for lane in (-4.5, -1.5, 1.5, 4.5):
            for n in range(60):
                ahead = 3.2 + n * 0.55
                c.line(
                    [view(lane, 0.02, ahead), view(lane, 0.02, ahead + 0.3)],
                    max(1.4, view.size(ahead) * 0.09),
                    VERMILION if n % 2 else CREAM,
                )
        for _ in range(90):
            ahead = 3.4 + 30 * c.chance.random() ** 2
            px, py = view(c.chance.uniform(-7, 7), 0, ahead)
            c.line([(px - view.size(ahead) * 0.3, py), (px + view.size(ahead) * 0.3, py)], 2, SNOW, 0.45)
        for across, ahead in ((-3, 9), (0, 6.4), (3, 13), (-6, 16), (0.2, 20)):
            _swimmer(c, *view(across, 0, ahead), view.size(ahead))
    person(c, view, 8.7, 9, 1.74, "pockets", dressed(c, coat=VERMILION, legs=NAVY, hem=4), flip=True)


def _swimmer(c: Canvas, x: float, y: float, size: float) -> None:
    """Somebody swimming away from us: cap, shoulders and one arm over."""
    c.shape(oval(x, y + size * 0.12, size * 0.75, size * 0.16), SNOW, 0.6)
    c.shape(oval(x, y + size * 0.06, size * 0.42, size * 0.16), mix(OAK, CREAM, 0.35))
    c.shape(
        limb(
            smooth(
                [
                    (x + size * 0.36, y + size * 0.05),
                    (x + size * 0.62, y - size * 0.34),
                    (x + size * 0.5, y - size * 0.62),
                ],
                closed=False,
                steps=4,
            ),
            [size * 0.14 - n * size * 0.006 for n in range(9)],
        ),
        mix(OAK, CREAM, 0.35),
    )
    c.disc(x, y - size * 0.12, size * 0.18, VERMILION)
