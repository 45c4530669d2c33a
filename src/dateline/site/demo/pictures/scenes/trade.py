"""Work: shops, the ropeworks, shore power, a street of terrace houses."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import crowd, dressed, figure, person
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DAY,
    DUSK,
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
    SNOW,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    WINE,
    Ink,
    mix,
)
from dateline.site.demo.pictures.plants import tree
from dateline.site.demo.pictures.shapes import oval, points, rect, sag, smooth
from dateline.site.demo.pictures.sky import bands, cloud, sky
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.town import facade, lamppost, quay, skyline
from dateline.site.demo.pictures.water import sea


@scene("shopfronts", focus="50% 60%")
def shopfronts(c: Canvas) -> None:
    """Lit shop windows on Candle Row at closing time."""
    light = DUSK
    sky(c, light, 600)
    for n, (x, width, ink) in enumerate(
        ((-40, 330, RUST), (290, 300, SAND), (590, 340, TEAL), (930, 300, WINE), (1230, 320, SLATE))
    ):
        tone = mix(ink, light.near, 0.42)
        facade(c, light, x, 520, (width, 340 + (n * 37) % 90), tone, (4, 3), 0.22)
        _shop(c, x + 8, 760, width - 16, 240, (VERMILION, PETROL, OCHRE, MOSS, RUST)[n])
    c.shape(rect(-10, 760, 1520, 250), (mix(light.near, light.haze, 0.3), light.dark))
    c.mirror(760, 230, light.dark, 0.5)
    for x in range(-40, 1500, 310):
        c.fade([(x + 30, 762), (x + 290, 762), (x + 360, 960), (x - 30, 960)], light.glint, 0.4)
    crowd(c, 120, 1380, 830, 165, 7, ("walk", "carry", "stand", "walk"))
    for x in (240, 1270):
        lamppost(c, light, x, 850, 380)


def _shop(c: Canvas, x: float, y: float, width: float, tall: float, ink: Ink) -> None:
    """A shop front: fascia, awning, a lit window with goods, a door."""
    c.shape(rect(x, y - tall, width, tall), (mix(ink, NAVY, 0.35), mix(ink, NAVY, 0.6)))
    c.rect(x + 10, y - tall + 10, width - 20, 34, mix(ink, NAVY, 0.15))
    c.rect(x + width * 0.2, y - tall + 21, width * 0.6, 10, CREAM, 0.85)
    glass = rect(x + 16, y - tall + 86, width * 0.62, tall - 112)
    c.shape(glass, (mix(AMBER, CREAM, 0.45), AMBER))
    c.shape(
        rect(x + width * 0.72, y - tall + 86, width * 0.2, tall - 86), (mix(AMBER, CREAM, 0.3), mix(AMBER, RUST, 0.3))
    )
    for n in range(5):
        gx = x + 34 + n * width * 0.115
        high = c.chance.uniform(26, 70)
        c.shape(
            smooth(
                [
                    (gx - 12, y - 28),
                    (gx - 14, y - 28 - high * 0.6),
                    (gx, y - 28 - high),
                    (gx + 14, y - 28 - high * 0.6),
                    (gx + 12, y - 28),
                ],
                steps=4,
            ),
            mix(c.chance.choice((WINE, TEAL, RUST, PETROL)), AMBER, 0.25),
        )
    for n in range(8):
        left = x + 8 + n * (width - 16) / 8
        c.shape(
            [
                (left, y - tall + 46),
                (left + (width - 16) / 8, y - tall + 46),
                (left + (width - 16) / 8 - 3, y - tall + 92),
                (left - 3, y - tall + 92),
            ],
            ink if n % 2 else mix(CREAM, DUSK.near, 0.2),
        )
    c.glow(x + width * 0.4, y - 80, width * 0.7, AMBER, 0.3)


@scene("ropeworks", focus="50% 55%")
def ropeworks(c: Canvas) -> None:
    """Rope is laid in the long hall of the Ostmere ropeworks."""
    view = View(750, 400, 1.9, 900)
    c.shape(rect(0, 0, 1500, 1000), (shade(UMBER, 0.3), mix(UMBER, OAK, 0.5)))
    c.shape(view.floor(-8, 1.4, 16, 60), (mix(OAK, SAND, 0.45), shade(OAK, 0.45)))
    c.glow(750, 395, 260, (255, 240, 206), 0.85)
    for side in (-1, 1):
        c.shape(
            view.flank(side * 5, 1.4, 60, 4.4), (shade(RUST, 0.45), mix(RUST, OAK, 0.4)), angle=180 if side > 0 else 0
        )
        for z in (40, 28, 20, 14.5, 10.5, 7.5, 5.2):
            c.shape(view.flank(side * 4.96, z, z * 0.16, 1.9, 1.5), (SNOW, mix(SNOW, AMBER, 0.3)))
    for z in (46, 32, 23, 17, 12.5, 9, 6.5, 4.6):
        c.line(
            [view(-5, 4.4, z), view(0, 6.4, z), view(5, 4.4, z)],
            view.size(z) * 0.2,
            mix(shade(UMBER, 0.5), SAND, z / 90),
        )
        c.line([view(-5, 4.4, z), view(5, 4.4, z)], view.size(z) * 0.16, mix(shade(UMBER, 0.5), SAND, z / 90))
        c.fade([view(4.9, 3.2, z), view(4.9, 2.0, z), view(1.5, 0, z), view(0.2, 0, z)], (255, 236, 190), 0.2, 150)
    for x in (-1.6, -1.2, -0.8, -0.4, 0.4, 0.8, 1.2, 1.6):
        for n in range(60):
            z = 2.2 + (n / 60) ** 2 * 44
            end = 2.2 + ((n + 1) / 60) ** 2 * 44
            c.line(
                [view(x, 0.95, z), view(x, 0.95, end)],
                max(1.6, view.size(z) * 0.035),
                mix(SAND, CREAM if n % 2 else OAK, 0.45),
            )
    for z in (24, 14, 8.4):
        for x in (-1.9, 1.7):
            c.line([view(x, 0, z), view(x, 0.95, z)], view.size(z) * 0.1, shade(UMBER, 0.4))
        c.line([view(-1.95, 0.9, z), view(1.9, 0.9, z)], view.size(z) * 0.1, shade(UMBER, 0.3))
    for x, z, flip in ((-2.9, 13, False), (2.8, 9.5, True), (2.6, 17, True), (-2.7, 6.4, False)):
        person(c, view, x, z, 1.72, "work", dressed(c, coat=c.chance.choice((PETROL, SLATE, TEAL))), flip=flip)
    _coil(c, 330, 900, 150)
    _coil(c, 1190, 910, 140)


def _coil(c: Canvas, x: float, y: float, wide: float) -> None:
    c.soft(oval(x, y + 10, wide, 20), NAVY, 0.5, 10)
    for n in range(6):
        ring = oval(x + c.chance.uniform(-5, 5), y - n * wide * 0.17, wide, wide * 0.26)
        c.shape(ring, (mix(SAND, CREAM, 0.2), mix(SAND, OAK, 0.6)))
        c.line([*ring, ring[0]], 2.4, mix(OAK, UMBER, 0.4))
    c.shape(oval(x, y - wide * 0.86, wide * 0.52, wide * 0.13), shade(UMBER, 0.3))


@scene("shore-power", focus="50% 50%")
def shore_power(c: Canvas) -> None:
    """Cables run from the quay to a ferry at her night berth."""
    light = DUSK
    sky(c, light, 620)
    bands(c, light, 80, 330, 4)
    skyline(c, light, 622, 80, 0.25, lit=0.2)
    sea(c, light, 620)
    hull = [(560, 840), (620, 300), (1520, 260), (1520, 840)]
    c.shape(hull, (mix(NAVY, light.haze, 0.18), shade(NAVY, 0.2)))
    c.spray(hull, shade(NAVY, 0.5), 0.5)
    c.shape([(560, 840), (566, 790), (1520, 780), (1520, 840)], mix(RUST, light.near, 0.4))
    c.shape(
        [(650, 300), (720, 130), (1520, 90), (1520, 262)], (mix(CREAM, light.haze, 0.3), mix(CREAM, light.near, 0.45))
    )
    for row in range(2):
        for x in range(760, 1500, 58):
            c.rect(x, 140 + row * 66 - (x - 760) * 0.03, 34, 30, mix(light.glint, CREAM, 0.2), 0.95)
    c.shape(rect(840, 560, 96, 74), light.dark)
    c.rect(852, 572, 72, 50, light.glint)
    quay(c, light, 820)
    c.shape(rect(280, 540, 190, 290), (mix(TEAL, CREAM, 0.3), mix(TEAL, NAVY, 0.4)), angle=0)
    c.shape(rect(310, 580, 130, 110), (mix(CREAM, light.glint, 0.3), CREAM))
    c.shape(points("382,592 344,646 372,646 360,682 408,626 378,626 392,592"), OCHRE)
    for n, dy in enumerate((0, 26, 52)):
        c.line(sag((470, 620 + dy), (886, 580 + dy * 0.4), 150 - n * 12, 40), 13, (VERMILION, OCHRE, NAVY)[n])
    for x in (886,):
        for dy in (578, 590, 602):
            c.disc(x, dy, 10, CREAM)
    figure(c, 620, 920, 270, "point", dressed(c, coat=OCHRE, hat=VERMILION))
    figure(c, 980, 930, 265, "read", dressed(c, coat=VERMILION, hat=CREAM), flip=True)
    c.glow(375, 520, 240, light.glint, 0.4)


@scene("terrace-houses", focus="50% 55%")
def terrace_houses(c: Canvas) -> None:
    """A row of terrace houses, one with a heat pump at its wall."""
    light = DAY
    sky(c, light, 640)
    cloud(c, 380, 170, 520, light.sun, light.sky[1], 0.85)
    cloud(c, 1210, 130, 460, light.sun, light.sky[1], 0.8)
    for n, ink in enumerate(
        (
            mix(TEAL, BONE, 0.4),
            mix(OCHRE, BONE, 0.35),
            mix(RUST, BONE, 0.3),
            mix(SAGE, BONE, 0.3),
            mix(ROSE_WALL, BONE, 0.2),
        )
    ):
        _house(c, -60 + n * 330, 760, 330, ink)
    c.shape(rect(-10, 756, 1520, 60), (mix(BONE, SLATE, 0.2), mix(BONE, SLATE, 0.4)))
    c.shape(rect(-10, 816, 1520, 194), (mix(SAGE, MOSS, 0.5), mix(MOSS, PINE, 0.4)))
    c.rect(-10, 872, 1520, 138, mix(SLATE, BONE, 0.25))
    _heat_pump(c, 842, 756)
    for x in (205, 1210):
        with c.at(x, 830, 1):
            tree(c, light, MOSS, 300)
    figure(c, 690, 812, 165, "point", dressed(c, coat=TEAL))
    figure(c, 600, 814, 160, "pockets", dressed(c, coat=WINE))


ROSE_WALL = mix(RUST, CREAM, 0.4)


def _house(c: Canvas, x: float, y: float, width: float, ink: Ink) -> None:
    light = DAY
    facade(c, light, x, y, (width, 400), ink, (3, 2), 0.0)
    c.shape(
        [(x - 8, y - 400), (x + 40, y - 520), (x + width - 40, y - 520), (x + width + 8, y - 400)],
        (mix(SLATE, light.haze, 0.25), SLATE),
    )
    c.rect(x + width - 70, y - 580, 34, 74, mix(RUST, light.haze, 0.15))
    c.rect(x + width * 0.41, y - 150, width * 0.18, 150, mix(PETROL, ink, 0.2))
    c.rect(x + width * 0.43, y - 140, width * 0.14, 44, mix(ICE, PETROL, 0.3))


def _heat_pump(c: Canvas, x: float, y: float) -> None:
    c.soft(oval(x + 60, y + 2, 90, 9), NAVY, 0.4, 6)
    c.shape(rect(x, y - 108, 124, 100), (SNOW, mix(SNOW, STEEL, 0.35)))
    c.rect(x + 10, y - 8, 16, 10, SLATE)
    c.rect(x + 98, y - 8, 16, 10, SLATE)
    c.disc(x + 50, y - 58, 40, mix(SLATE, STEEL, 0.3))
    for n in range(5):
        a = n / 5 * 2 * pi
        c.shape(
            smooth(
                [
                    (x + 50, y - 58),
                    (x + 50 + 34 * cos(a), y - 58 + 34 * sin(a)),
                    (x + 50 + 30 * cos(a + 0.6), y - 58 + 30 * sin(a + 0.6)),
                ],
                steps=4,
            ),
            STEEL,
        )
    c.disc(x + 50, y - 58, 8, SNOW)
    for n in range(5):
        c.rect(x + 98, y - 94 + n * 16, 18, 6, STEEL)
