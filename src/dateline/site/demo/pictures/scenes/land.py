"""Fields, orchards and the freight line of the Tarrow valley."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DAY,
    GOLD,
    ICE,
    MOSS,
    NAVY,
    OAK,
    OCHRE,
    PETROL,
    PINE,
    RUST,
    SAGE,
    SAND,
    SLATE,
    STEEL,
    TEAL,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.plants import apple_tree, tree, wheat, wood
from dateline.site.demo.pictures.scenes.harbour import BOXES
from dateline.site.demo.pictures.shapes import limb, oval, rect, ridge, smooth
from dateline.site.demo.pictures.sky import birds, cloud, sky
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.vehicles import wagon
from dateline.site.demo.pictures.water import ripples


@scene("wheat-field", focus="50% 50%")
def wheat_field(c: Canvas) -> None:
    """A combine cuts wheat in the evening."""
    light = GOLD
    sky(c, light, 520)
    cloud(c, 1060, 200, 640, light.sun, mix(light.sky[0], light.haze, 0.3), 0.8)
    cloud(c, 260, 140, 420, light.sun, mix(light.sky[0], light.haze, 0.3), 0.7)
    c.shape(ridge(-20, 1520, 500, 70, 260, c.chance, 540), light.away(mix(SAGE, light.far, 0.4), 0.3))
    for x in (180, 240, 1240, 1330, 1390):
        with c.at(x, 512, 0.5):
            tree(c, light, mix(MOSS, light.haze, 0.35), 170)
    field = mix(OCHRE, SAND, 0.35)
    c.shape(rect(-10, 510, 1520, 500), (mix(field, light.haze, 0.4), field, shade(field, 0.25)))
    for n in range(15):
        x = -700 + n * 200
        c.shape(
            [(750 + (x - 750) * 0.1, 512), (750 + (x + 60 - 750) * 0.1, 512), (x + 130, 1010), (x, 1010)],
            shade(field, 0.12),
            0.5,
        )
    c.soft(oval(610, 690, 330, 60), mix(SAND, CREAM, 0.4), 0.6, 30)
    _combine(c, 760, 700)
    c.spray(rect(-10, 700, 1520, 310), shade(field, 0.4), 0.5)
    wheat(c, -20, 1520, 1020, 190, AMBER, 150)
    wheat(c, -20, 360, 1030, 330, AMBER, 46)
    wheat(c, 1150, 1520, 1030, 330, AMBER, 46)
    birds(c, 420, 380, 90, 7, light.dark, 10)


def _combine(c: Canvas, x: float, y: float) -> None:
    """A combine harvester seen from the side, moving right."""
    light = GOLD
    c.soft(oval(x, y + 6, 230, 16), light.dark, 0.5, 10)
    c.shape(
        [(x - 190, y - 40), (x - 190, y - 170), (x + 60, y - 170), (x + 90, y - 40)],
        (mix(VERMILION, light.glint, 0.3), shade(VERMILION, 0.25)),
    )
    c.spray([(x - 190, y - 40), (x - 190, y - 170), (x + 60, y - 170), (x + 90, y - 40)], shade(VERMILION, 0.5), 0.6)
    c.shape(
        [(x + 30, y - 90), (x + 42, y - 210), (x + 118, y - 210), (x + 132, y - 90)],
        (mix(ICE, light.glint, 0.4), mix(PETROL, ICE, 0.3)),
    )
    c.rect(x + 32, y - 222, 96, 16, VERMILION)
    c.line([(x + 80, y - 206), (x + 84, y - 92)], 4, light.dark)
    c.shape(limb([(x - 140, y - 190), (x - 20, y - 230)], [20, 14]), OCHRE)
    for at, radius in ((x + 70, 58), (x - 140, 36)):
        c.disc(at, y - radius + 6, radius, NAVY)
        c.disc(at, y - radius + 6, radius * 0.5, OCHRE)
    c.shape([(x + 120, y - 40), (x + 240, y - 22), (x + 240, y + 4), (x + 120, y - 8)], shade(VERMILION, 0.2))
    for n in range(6):
        a = n / 6 * 2 * pi
        c.line([(x + 224, y - 34), (x + 224 + 46 * cos(a), y - 34 + 46 * sin(a))], 5, RUST)
    c.line([*oval(x + 224, y - 34, 46, 46), (x + 270, y - 34)], 4, RUST)


@scene("orchard", focus="50% 55%")
def orchard(c: Canvas) -> None:
    """Pickers among the apple trees at Lower Sorrel."""
    light = GOLD
    view = View(750, 430, 1.9, 900)
    sky(c, light, 470)
    c.shape(ridge(-20, 1520, 450, 60, 230, c.chance, 480), light.away(mix(SAGE, light.far, 0.5), 0.3))
    turf = mix(MOSS, OCHRE, 0.4)
    c.shape(rect(-10, 430, 1520, 580), (mix(turf, light.haze, 0.35), turf, shade(turf, 0.3)))
    for z in (44, 30, 21, 15, 10.6, 7.2):
        for x in (-13, -7.6, -3.2, 3.2, 7.6, 13):
            px, py = view(x, 0, z)
            if -250 < px < 1750:
                with c.at(px, py, 1):
                    apple_tree(c, light, view.size(z) * 3.6)
        if z in (15, 7.2):
            _pickers(c, view, z - 0.8)
    for _ in range(40):
        x, y = c.chance.uniform(0, 1500), c.chance.uniform(780, 990)
        c.disc(x, y, 7 * (y / 900), mix(VERMILION, turf, 0.25))


def _pickers(c: Canvas, view: View, z: float) -> None:
    size = view.size(z)
    px, py = view(-1.5, 0, z)
    figure(c, px, py, size * 1.7, "raise", dressed(c, coat=TEAL), flip=True)
    px, py = view(1.0, 0, z)
    figure(c, px, py, size * 1.66, "carry", dressed(c, coat=WINE, hat=SAND))
    c.shape(
        [
            (px + size * 0.2, py - size * 1.0),
            (px + size * 0.74, py - size * 1.0),
            (px + size * 0.68, py - size * 0.66),
            (px + size * 0.26, py - size * 0.66),
        ],
        (OAK, shade(OAK, 0.4)),
    )
    for n in range(9):
        c.disc(px + size * (0.26 + 0.053 * n), py - size * (1.02 + 0.03 * (n % 3)), size * 0.055, VERMILION)


@scene("freight-train", focus="50% 55%")
def freight_train(c: Canvas) -> None:
    """Containers go inland by rail along the Tarrow valley."""
    light = DAY
    sky(c, light, 560)
    cloud(c, 360, 190, 620, light.sun, light.sky[1], 0.85)
    cloud(c, 1210, 260, 480, light.sun, light.sky[1], 0.75)
    for y, rise, part in ((520, 210, 0.05), (560, 130, 0.3)):
        c.shape(
            ridge(-20, 1520, y, rise, 290, c.chance, 640),
            (light.away(mix(SAGE, light.far, 0.4), 0.35 - part), light.away(mix(MOSS, light.near, 0.4), 0.25)),
        )
    wood(c, light, 596, 90, mix(PINE, light.haze, 0.25), 60)
    c.shape(rect(-10, 590, 1520, 130), (mix(SAGE, MOSS, 0.4), mix(MOSS, PINE, 0.3)))
    c.shape(rect(-10, 670, 1520, 26), (mix(BONE, SLATE, 0.35), SLATE))
    for n, x in enumerate(range(-160, 1100, 248)):
        with c.at(x, 672, 1.0):
            wagon(c, light, mix(BOXES[(n * 3) % len(BOXES)], light.haze, 0.1))
    with c.at(1230, 672, 1.12):
        _engine(c)
    c.shape(rect(-10, 720, 1520, 290), light.water)
    c.mirror(720, 200, light.water[2], 0.55)
    ripples(c, 726, 990, light.glint, 120, 0.5)
    for x in range(80, 1500, 330):
        c.line([(x, 672), (x, 450)], 6, SLATE)
        c.line([(x, 470), (x + 60, 480)], 4, SLATE)
    c.line([(-10, 486), (1510, 486)], 1.6, SLATE)
    with c.at(150, 1000, 1):
        tree(c, light, MOSS, 330)


def _engine(c: Canvas) -> None:
    light = DAY
    body = smooth([(-170, -20), (-170, -112), (110, -112), (158, -76), (164, -20)], closed=False, steps=4)
    c.shape(body, (mix(VERMILION, light.glint, 0.25), VERMILION, shade(VERMILION, 0.3)))
    c.shape([(112, -104), (146, -76), (146, -62), (104, -62)], mix(NAVY, ICE, 0.3))
    c.rect(-168, -58, 330, 12, CREAM)
    for x in range(-150, 80, 26):
        c.rect(x, -98, 16, 22, shade(VERMILION, 0.4))
    c.rect(-170, -22, 336, 10, NAVY)
    for x in (-128, -88, 70, 110):
        c.disc(x, -13, 14, NAVY)
        c.disc(x, -13, 6, STEEL)
    c.line([(-60, -114), (-20, -166), (20, -114)], 4, NAVY)
    c.disc(160, -36, 6, AMBER)
