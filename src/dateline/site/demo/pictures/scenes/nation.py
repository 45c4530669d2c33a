"""The country: the assembly, the court, the reservoir, a village."""

from __future__ import annotations

from math import pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import crowd, dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DAWN,
    DAY,
    MOSS,
    NAVY,
    OAK,
    OCHRE,
    RUST,
    SAGE,
    SAND,
    SLATE,
    TEAL,
    UMBER,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.plants import tree
from dateline.site.demo.pictures.rooms import arch
from dateline.site.demo.pictures.shapes import arc, limb, mound, points, rect, ridge, smooth
from dateline.site.demo.pictures.sky import bands, cloud, sky
from dateline.site.demo.pictures.space import shade
from dateline.site.demo.pictures.town import dome, facade
from dateline.site.demo.pictures.vehicles import bus
from dateline.site.demo.pictures.water import ripples


@scene("assembly", focus="50% 50%")
def assembly(c: Canvas) -> None:
    """The National Assembly in Aldersey over its steps."""
    light = DAY
    sky(c, light, 740)
    cloud(c, 260, 300, 620, light.sun, light.sky[1], 0.85)
    cloud(c, 1290, 240, 560, light.sun, light.sky[1], 0.8)
    stone = mix(SAND, BONE, 0.6)
    facade(c, light, 60, 720, (1380, 250), mix(stone, light.haze, 0.25), (19, 2), 0.0)
    c.shape(rect(-10, 716, 1520, 294), (mix(BONE, light.haze, 0.3), mix(BONE, SLATE, 0.45)))
    dome(c, 750, 430, 330, mix(TEAL, light.haze, 0.1), mix(TEAL, light.glint, 0.6))
    c.shape(rect(470, 430, 560, 290), (mix(stone, light.glint, 0.3), stone))
    c.shape([(450, 432), (750, 322), (1050, 432)], (mix(stone, light.glint, 0.5), mix(stone, light.near, 0.15)))
    c.shape([(530, 420), (750, 340), (970, 420)], mix(stone, light.near, 0.3))
    c.rect(450, 428, 600, 20, mix(stone, light.glint, 0.5))
    c.shape(rect(500, 452, 500, 268), shade(mix(stone, light.near, 0.4), 0.35))
    for n in range(8):
        x = 494 + n * 69
        shaft = [(x, 720), (x + 4, 452), (x + 26, 452), (x + 30, 720)]
        c.shape(shaft, (mix(stone, CREAM, 0.7), stone, shade(stone, 0.35)), angle=0)
        c.rect(x - 6, 444, 42, 12, mix(stone, CREAM, 0.5))
    for n in range(9):
        y = 716 + n * 15
        c.rect(400 - n * 26, y, 700 + n * 52, 16, mix(stone, light.glint if n % 2 else light.near, 0.12 + 0.01 * n))
    for x in (130, 1370):
        c.line([(x, 850), (x, 380)], 6, SLATE)
        c.shape(
            smooth(points("4,390 60,376 120,398 120,462 60,440 4,458", x, 0)),
            (VERMILION, shade(VERMILION, 0.25)),
            angle=0,
        )
        c.shape([(x + 4, 418), (x + 120, 424), (x + 120, 440), (x + 4, 434)], CREAM)
    crowd(c, 420, 1080, 800, 84, 9)
    crowd(c, 180, 1330, 920, 130, 7)


@scene("reservoir", focus="50% 50%")
def reservoir(c: Canvas) -> None:
    """Low water behind the Upper Vale dam."""
    light = DAY
    sky(c, light, 480)
    c.glow(1180, 160, 420, light.sun, 0.8)
    c.disc(1180, 160, 44, light.sun)
    for y, rise, part in ((420, 220, 0.55), (500, 160, 0.3)):
        c.shape(ridge(-20, 1520, y, rise, 240, c.chance), light.away(mix(SAGE, MOSS, 0.5), part))
    for n in range(9):
        y = 500 + n * 24
        left = smooth(
            [(-20, y), (240 + n * 30, y + 4), (420 + n * 22, y + 90), (340 + n * 20, y + 240), (-20, 1010)],
            closed=False,
        )
        right = smooth(
            [(1520, y), (1300 - n * 26, y + 6), (1090 - n * 18, y + 110), (1200 - n * 24, y + 260), (1520, 1010)],
            closed=False,
        )
        tone = mix(mix(SAND, OAK, 0.25 + 0.05 * (n % 3)), light.haze, 0.28 - n * 0.03)
        c.shape([*left, (-20, y)], tone)
        c.shape([*right, (1520, y)], tone)
    water = smooth(points("560,520 900,520 980,640 960,760 1120,1020 420,1020 540,780 500,640"))
    c.shape(water, light.water)
    ripples(c, 540, 990, light.glint, 80, 0.5, (540, 960))
    wall = [
        (470, 400),
        *smooth([(470, 400), (620, 424), (750, 430), (880, 424), (1030, 400)], closed=False),
        (930, 560),
        *smooth([(930, 560), (840, 572), (750, 576), (660, 572), (570, 560)], closed=False),
    ]
    c.shape(wall, (mix(BONE, light.glint, 0.4), mix(BONE, SLATE, 0.35)))
    c.spray(wall, SLATE, 0.5)
    for n in range(7):
        x = 500 + n * 83
        c.line([(x, 404 + 22 * sin(pi * (n + 0.5) / 7)), (x + (750 - x) * 0.3, 566)], 2.4, mix(SLATE, BONE, 0.4))
    c.shape(
        limb(smooth([(460, 396), (620, 420), (750, 426), (880, 420), (1040, 396)], closed=False), [16] * 33),
        mix(BONE, CREAM, 0.6),
    )
    c.shape(rect(800, 470, 40, 160), (mix(BONE, CREAM, 0.3), SLATE), angle=0)
    for y in range(480, 630, 20):
        c.rect(800, y, 14, 5, NAVY if (y // 20) % 5 else VERMILION)
    for x in (240, 300, 1270):
        c.shape(mound(x - 50, x + 60, 800, 40, c.chance), mix(OAK, SAND, 0.4))
    figure(c, 380, 850, 120, "stand", dressed(c, coat=VERMILION))


@scene("village-bus", focus="50% 60%")
def village_bus(c: Canvas) -> None:
    """The bus stops on the square of a village under the hills."""
    light = DAWN
    sky(c, light, 600)
    bands(c, light, 80, 300, 4)
    for y, rise, part in ((470, 240, 0.1), (540, 150, 0.3)):
        c.shape(ridge(-20, 1520, y, rise, 260, c.chance, 730), light.away(light.depth(part), 0.3))
    for x, wide, tall, ink in (
        (40, 260, 230, BONE),
        (300, 220, 260, OCHRE),
        (900, 260, 240, RUST),
        (1160, 300, 220, SAGE),
    ):
        tone = mix(ink, light.near, 0.25)
        facade(c, light, x, 720, (wide, tall), tone, (3, 2), 0.4)
        c.shape(
            [(x - 12, 720 - tall), (x + wide * 0.5, 720 - tall - 100), (x + wide + 12, 720 - tall)],
            (mix(RUST, light.near, 0.35), shade(RUST, 0.4)),
        )
    c.shape(rect(600, 420, 130, 300), (mix(BONE, light.glint, 0.3), mix(BONE, light.near, 0.4)), angle=0)
    c.shape([(588, 424), (665, 270), (742, 424)], (mix(SLATE, light.glint, 0.2), shade(SLATE, 0.3)), angle=0)
    c.disc(665, 480, 26, CREAM)
    c.line([(665, 480), (665, 462)], 3, NAVY)
    c.line([(665, 480), (678, 486)], 3, NAVY)
    c.shape(rect(-10, 718, 1520, 292), (mix(SAND, light.near, 0.35), mix(SAND, light.dark, 0.6)))
    with c.at(250, 800, 1):
        tree(c, light, mix(OCHRE, RUST, 0.4), 380)
    with c.at(800, 870, 1.7):
        bus(c, light, TEAL)
    for x, pose, coat in ((1150, "carry", VERMILION), (1215, "stand", WINE), (1275, "pockets", NAVY)):
        figure(c, x, 890, 190, pose, dressed(c, coat=coat), flip=True)
    c.line([(1350, 890), (1350, 640)], 7, light.dark)
    c.disc(1350, 640, 30, OCHRE)
    c.disc(1350, 640, 20, CREAM)


@scene("courthouse", focus="50% 30%")
def courthouse(c: Canvas) -> None:
    """Scales of justice over the door of the Supreme Court."""
    stone = mix(SAND, BONE, 0.5)
    c.shape(rect(0, 0, 1500, 1000), (mix(stone, CREAM, 0.4), mix(stone, SLATE, 0.25)))
    for y in range(70, 1000, 92):
        c.line([(0, y), (1500, y)], 2.4, shade(stone, 0.25), 0.6)
        for x in range(-60 + (y // 92) % 2 * 110, 1500, 220):
            c.line([(x, y), (x, y + 92)], 2.4, shade(stone, 0.25), 0.5)
    c.spray(rect(0, 0, 1500, 1000), shade(stone, 0.4), 0.35, angle=30, start=0.3)
    c.shape(arch(450, 1010, 600, 760, 30), shade(stone, 0.3))
    c.shape(arch(490, 1010, 520, 700, 30), (shade(UMBER, 0.4), UMBER))
    for x in (530, 760):
        c.shape(rect(x, 560, 210, 440), (mix(OAK, UMBER, 0.4), shade(OAK, 0.5)))
        for y in (590, 790):
            c.line([*rect(x + 26, y, 158, 150), (x + 26, y)], 6, shade(OAK, 0.55))
    c.disc(742, 790, 11, OCHRE)
    c.disc(760, 790, 11, OCHRE)
    c.line([(750, 120), (750, 300)], 13, mix(OCHRE, AMBER, 0.2))
    c.line([(560, 168), (940, 168)], 10, mix(OCHRE, AMBER, 0.2))
    c.disc(750, 124, 20, AMBER)
    for x in (560, 940):
        for side in (-58, 58):
            c.line([(x, 168), (x + side, 300)], 3, OCHRE)
        c.shape([(x - 70, 300), (x + 70, 300), *arc(x, 300, 70, 0.0, 0.5, 16)], (AMBER, shade(OCHRE, 0.35)))
    c.soft([(1050, 240), (1300, 1000), (1050, 1000)], NAVY, 0.4, 16)
    for x, pose, coat in ((610, "carry", NAVY), (700, "walk", SLATE), (905, "stand", WINE)):
        figure(c, x, 985, 260, pose, dressed(c, coat=coat), flip=x > 800)
