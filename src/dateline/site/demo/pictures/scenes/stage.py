"""Music, theatre, bells, the cinema."""

from __future__ import annotations

from math import sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import crowd, dressed, figure, heads
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    GOLD,
    NAVY,
    NIGHT,
    OAK,
    OCHRE,
    PETROL,
    RUST,
    SAND,
    SLATE,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.rooms import arch
from dateline.site.demo.pictures.shapes import limb, oval, points, rect, ridge, smooth
from dateline.site.demo.pictures.sky import rain, sky
from dateline.site.demo.pictures.space import shade
from dateline.site.demo.pictures.town import facade, skyline


@scene("concert-stage", focus="50% 50%")
def concert_stage(c: Canvas) -> None:
    """The orchestra under its conductor, seen from the hall."""
    c.shape(rect(0, 0, 1500, 1000), (shade(WINE, 0.55), shade(WINE, 0.35)))
    c.shape([(210, 60), (1290, 60), (1180, 640), (320, 640)], (mix(OAK, AMBER, 0.25), mix(OAK, AMBER, 0.5)))
    for n in range(12):
        x = 210 + n * 98
        c.line([(x, 60), (320 + n * 78, 640)], 3, shade(OAK, 0.3), 0.6)
    for n in range(15):
        x = 390 + n * 51
        tall = 150 + 120 * abs(sin(n * 0.75))
        c.shape(rect(x, 330 - tall, 36, tall), (mix(STEEL, CREAM, 0.5), STEEL, shade(STEEL, 0.4)), angle=0)
        c.shape([(x + 8, 330 - tall * 0.16), (x + 18, 330 - tall * 0.26), (x + 28, 330 - tall * 0.16)], NAVY)
    c.shape([(330, 560), (1170, 560), (1330, 830), (170, 830)], (mix(OAK, SAND, 0.4), OAK))
    for x in (480, 750, 1020):
        c.fade([(x - 30, -10), (x + 30, -10), (x + 240, 760), (x - 240, 760)], (255, 232, 184), 0.36)
    for row, (y, tall, count) in enumerate(((556, 120, 9), (632, 142, 10), (716, 166, 10))):
        for n in range(count):
            side = n / (count - 1) * 2 - 1
            across, at = 750 + side * (400 + row * 52), y - 34 * side * side
            if abs(side) < 0.12 and row:
                continue
            _player(c, across, at + 66, tall, side > 0, row)
    c.shape([(676, 800), (824, 800), (840, 838), (660, 838)], (mix(OAK, CREAM, 0.2), shade(OAK, 0.3)))
    figure(c, 750, 806, 250, "conduct", dressed(c, coat=NAVY, legs=NAVY, hair=UMBER, skin=UMBER, hem=12), shadow=0)
    c.line([(817, 560), (846, 498)], 4, CREAM)
    c.shape(rect(-10, 828, 1520, 180), shade(WINE, 0.5))
    heads(c, -20, 1520, 850, 44, (shade(NAVY, 0.1), shade(WINE, 0.5)), 2)


def _player(c: Canvas, x: float, y: float, tall: float, flip: bool, row: int) -> None:
    """A seated player in black with a fiddle, a horn or a cello."""
    figure(c, x, y, tall, "sit" if row != 2 else "desk", dressed(c, coat=NAVY, legs=NAVY, hem=4), flip=flip, shadow=0.2)
    side = -1 if flip else 1
    if row == 0:
        c.disc(x + side * tall * 0.2, y - tall * 0.44, tall * 0.1, AMBER)
        c.disc(x + side * tall * 0.2, y - tall * 0.44, tall * 0.05, OCHRE)
    elif row == 1:
        c.shape(
            limb(
                [(x + side * tall * 0.02, y - tall * 0.58), (x + side * tall * 0.3, y - tall * 0.5)],
                [tall * 0.12, tall * 0.03],
            ),
            RUST,
        )
        c.line([(x + side * tall * 0.05, y - tall * 0.34), (x + side * tall * 0.26, y - tall * 0.7)], 2, CREAM)
    else:
        c.shape(
            smooth(
                [
                    (x - tall * 0.1, y - tall * 0.1),
                    (x - tall * 0.06, y - tall * 0.28),
                    (x - tall * 0.08, y - tall * 0.42),
                    (x + tall * 0.06, y - tall * 0.42),
                    (x + tall * 0.05, y - tall * 0.28),
                    (x + tall * 0.1, y - tall * 0.1),
                ]
            ),
            (mix(RUST, AMBER, 0.35), RUST),
        )
        c.line([(x, y - tall * 0.42), (x - tall * 0.03, y - tall * 0.78)], tall * 0.03, UMBER)


@scene("theatre", focus="50% 50%")
def theatre(c: Canvas) -> None:
    """Two actors alone on the stage of the Playhouse."""
    c.shape(rect(0, 0, 1500, 1000), shade(WINE, 0.55))
    c.shape(rect(230, 90, 1040, 640), (mix(PETROL, NAVY, 0.5), mix(TEAL, NAVY, 0.3)))
    c.disc(900, 330, 110, mix(CREAM, AMBER, 0.25))
    c.glow(900, 330, 330, mix(CREAM, AMBER, 0.25), 0.5)
    c.shape(ridge(230, 1270, 560, 80, 150, c.chance, 720), mix(NAVY, TEAL, 0.25))
    c.shape([(230, 660), (1270, 660), (1390, 780), (110, 780)], (mix(OAK, AMBER, 0.25), mix(OAK, UMBER, 0.2)))
    for x in range(150, 1400, 70):
        c.line([(750 + (x - 750) * 0.84, 660), (x, 780)], 2, shade(OAK, 0.4), 0.6)
    c.fade([(560, -10), (620, -10), (820, 760), (480, 760)], (255, 236, 190), 0.45)
    c.fade([(960, -10), (1010, -10), (1080, 760), (760, 760)], (255, 236, 190), 0.4)
    figure(c, 650, 744, 300, "point", dressed(c, coat=VERMILION, legs=VERMILION, hem=30, long_hair=True))
    figure(c, 905, 748, 310, "pockets", dressed(c, coat=CREAM, legs=SLATE, hem=8), flip=True)
    for side in (0, 1):
        _curtain(c, side)
    c.shape(
        [
            *smooth(
                points("-10,-10 -10,120 180,180 380,120 560,176 750,120 940,176 1120,120 1320,180 1510,120 1510,-10"),
                closed=False,
            )
        ],
        (VERMILION, shade(VERMILION, 0.45)),
    )
    c.shape(rect(-10, 778, 1520, 40), (OCHRE, shade(OCHRE, 0.5)))
    heads(c, -20, 1520, 826, 48, (shade(NAVY, 0.15), shade(WINE, 0.55)), 3)


def _curtain(c: Canvas, side: int) -> None:
    for n in range(6):
        x = n * 48 if side == 0 else 1500 - (n + 1) * 48
        fold = smooth(points("0,-10 54,-10 50,400 58,790 -4,790 2,400", x, 0), steps=5)
        c.shape(fold, (shade(VERMILION, 0.5), VERMILION, shade(VERMILION, 0.55)), angle=0)


@scene("bells", focus="50% 45%")
def bells(c: Canvas) -> None:
    """The bells of Saint Anneke, and the town through the louvres."""
    light = GOLD
    c.shape(rect(0, 0, 1500, 1000), shade(UMBER, 0.45))
    for x in (90, 560, 1030):
        c.shape(arch(x, 820, 380, 660, 26), light.sky)
        with c.within(arch(x, 820, 380, 660, 26)):
            skyline(c, light, 780, 90, 0.2, (x - 20, x + 400))
            c.shape(rect(x, 770, 380, 60), light.water)
        c.line(arch(x, 820, 380, 660, 26), 18, mix(BONE, UMBER, 0.45))
    c.shape(rect(-10, 812, 1520, 200), (mix(OAK, UMBER, 0.3), shade(UMBER, 0.4)))
    for y, thick in ((120, 60), (196, 30)):
        c.shape(rect(-10, y, 1520, thick), (mix(OAK, UMBER, 0.2), shade(UMBER, 0.4)))
    for x, y, size in ((300, 230, 0.86), (1210, 230, 0.8), (750, 230, 1.3)):
        with c.at(x, y, size):
            _bell(c)
    figure(c, 1010, 960, 330, "raise", dressed(c, coat=PETROL), flip=True)
    c.line([(962, 620), (960, 196)], 7, SAND)


def _bell(c: Canvas) -> None:
    """A bronze bell, 360 units high, hung from y 0."""
    bronze = mix(OCHRE, UMBER, 0.35)
    c.rect(-90, -34, 180, 40, shade(UMBER, 0.3))
    outline = smooth(
        points("-60,10 -74,60 -86,180 -120,280 -170,350 170,350 120,280 86,180 74,60 60,10"),
        steps=6,
    )
    c.shape(outline, (mix(bronze, CREAM, 0.55), bronze, shade(bronze, 0.55)), angle=0)
    c.spray(outline, shade(bronze, 0.65), 0.8, angle=0, start=0.4)
    with c.within(outline):
        for y in (70, 84, 262, 320):
            c.line([(-200, y), (200, y)], 4, shade(bronze, 0.35))
    c.shape(oval(0, 352, 172, 24), shade(bronze, 0.6))
    c.disc(6, 372, 26, shade(UMBER, 0.3))


@scene("cinema", focus="50% 50%")
def cinema(c: Canvas) -> None:
    """The lit front of the Lantern cinema in the rain."""
    light = NIGHT
    sky(c, light, 760)
    facade(c, light, -60, 760, (360, 470), mix(RUST, light.near, 0.6), (4, 4), 0.2)
    facade(c, light, 1200, 760, (360, 440), mix(SLATE, light.near, 0.55), (4, 4), 0.25)
    c.shape(rect(300, 150, 900, 620), (mix(BONE, light.near, 0.4), mix(WINE, light.near, 0.5)))
    for n in range(5):
        c.shape(rect(330 + n * 24, 130 - n * 16, 840 - n * 48, 40), mix(BONE, light.near, 0.45 + n * 0.05))
    c.shape(rect(700, 70, 100, 420), (VERMILION, shade(VERMILION, 0.4)))
    for n in range(7):
        y = 110 + n * 52
        c.glow(750, y, 60, AMBER, 0.6)
        c.rect(726, y - 16, 48, 32, CREAM)
    c.shape([(260, 500), (1240, 500), (1210, 590), (290, 590)], (mix(CREAM, AMBER, 0.2), mix(AMBER, RUST, 0.3)))
    for n in range(3):
        c.rect(360, 522 + n * 20, 780 - n * 160, 9, NAVY)
    for n in range(34):
        x = 270 + n * 29
        c.glow(x, 596, 22, AMBER, 0.7)
        c.disc(x, 596, 5, CREAM)
    c.shape(rect(360, 610, 780, 160), (AMBER, mix(AMBER, RUST, 0.4)))
    for x in range(380, 1140, 130):
        c.rect(x, 620, 108, 150, mix(CREAM, AMBER, 0.4))
        c.line([*rect(x, 620, 108, 150), (x, 620)], 6, UMBER)
    c.shape(rect(-10, 768, 1520, 242), (mix(light.near, light.far, 0.5), light.dark))
    c.mirror(770, 240, light.dark, 0.55)
    crowd(c, 330, 1180, 850, 190, 9, ("stand", "walk", "pockets", "stand"))
    rain(c, (220, 226, 230), 260, -0.15, 0.2)
