"""The coast: birds, the tide gauge, the wind farm."""

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DAWN,
    DAY,
    FOG,
    ICE,
    MOSS,
    NAVY,
    PETROL,
    RUST,
    SAGE,
    SLATE,
    SNOW,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    mix,
)
from dateline.site.demo.pictures.port import turbine
from dateline.site.demo.pictures.shapes import oval, points, rect, smooth
from dateline.site.demo.pictures.sky import bands, birds, cloud, mist, sky, sun
from dateline.site.demo.pictures.space import shade
from dateline.site.demo.pictures.vessels import tug
from dateline.site.demo.pictures.water import glitter, ripples, sea


@scene("seabirds", focus="45% 50%")
def seabirds(c: Canvas) -> None:
    """Gannets on the cliffs of Outer Skerrin."""
    light = DAY
    sky(c, light, 820)
    cloud(c, 1130, 250, 640, light.sun, light.sky[1], 0.8)
    sea(c, light, 760)
    ripples(c, 764, 990, light.glint, 120, 0.5)
    for left, top, ink in ((-20, 240, mix(STEEL, light.haze, 0.35)), (-60, 330, mix(SLATE, BONE, 0.15))):
        cliff = [
            (left, 1010),
            (left, top),
            *smooth(
                [
                    (300, top + 20),
                    (500, top + 60),
                    (560, top + 190),
                    (640, top + 250),
                    (650, top + 420),
                    (730, 830),
                    (700, 1010),
                ],
                closed=False,
            ),
        ]
        c.shape(cliff, (mix(ink, light.glint, 0.35), ink, shade(ink, 0.45)), angle=30)
        c.spray(cliff, shade(ink, 0.6), 0.6, angle=30, start=0.3)
        c.shape(
            [
                (left, top),
                *smooth([(left, top - 16), (300, top - 2), (500, top + 44), (540, top + 90)], closed=False),
                (left, top + 60),
            ],
            mix(MOSS, SAGE, 0.35),
        )
    for y, end in ((460, 520), (560, 560), (650, 600), (740, 640), (830, 670)):
        c.line([(40, y), (end, y + 14)], 5, shade(SLATE, 0.5), 0.8)
        for x in range(70, end - 20, 46):
            if c.chance.random() < 0.8:
                _perched(c, x + c.chance.uniform(-10, 10), y + 14 * x / end, c.chance.random() < 0.5)
    for x, y, size, flip in (
        (960, 420, 1.5, False),
        (1180, 600, 0.9, True),
        (760, 210, 0.8, False),
        (1310, 260, 0.6, True),
    ):
        with c.at(x, y, size, flip):
            _gannet(c)
    birds(c, 980, 640, 170, 14, mix(SNOW, light.near, 0.2), 12)


def _perched(c: Canvas, x: float, y: float, flip: bool) -> None:
    with c.at(x, y, 0.95, flip):
        c.shape(smooth([(-14, 0), (-10, -22), (2, -34), (10, -20), (10, 0)]), (SNOW, mix(SNOW, STEEL, 0.45)), angle=0)
        c.disc(6, -38, 7, mix(AMBER, SNOW, 0.4))
        c.shape([(12, -40), (24, -37), (12, -35)], STEEL)
        c.shape([(-14, -2), (-22, 4), (-8, 0)], NAVY)


def _gannet(c: Canvas) -> None:
    """A gannet in flight, 300 units across."""
    for wing in (
        points("10,-6 -40,-66 -120,-96 -168,-74 -110,-52 -50,-8"),
        points("20,-4 60,-72 120,-118 166,-112 128,-72 60,4"),
    ):
        c.shape(smooth(wing), (SNOW, mix(SNOW, STEEL, 0.35)))
    for tip in ([(-120, -96), (-172, -74), (-104, -66)], [(120, -118), (170, -112), (128, -84)]):
        c.shape(tip, NAVY)
    body = smooth(points("-70,22 -20,-12 50,-14 92,-6 50,14 -10,24"))
    c.shape(body, (SNOW, mix(SNOW, STEEL, 0.5)))
    c.disc(88, -8, 13, mix(AMBER, SNOW, 0.35))
    c.shape([(98, -13), (128, -4), (97, -2)], mix(STEEL, ICE, 0.3))
    c.shape([(-62, 14), (-112, 34), (-58, 28)], NAVY)


@scene("tide-gauge", focus="55% 50%")
def tide_gauge(c: Canvas) -> None:
    """The tide gauge house on its piles in fog."""
    light = FOG
    sky(c, light, 1000)
    c.glow(360, 260, 400, light.sun, 0.7)
    mist(c, 520, 130, light.haze, 0.8)
    c.shape(rect(-10, 620, 1520, 390), light.water)
    for x in (620, 760, 900):
        for dx in (-24, 24):
            c.line([(x, 420), (x + dx, 780)], 13, mix(light.dark, light.haze, 0.25))
    c.line([(590, 560), (930, 640)], 7, mix(light.dark, light.haze, 0.3))
    c.line([(930, 560), (590, 640)], 7, mix(light.dark, light.haze, 0.3))
    c.shape(rect(540, 410, 440, 26), mix(UMBER, light.haze, 0.2))
    c.shape(rect(600, 250, 320, 160), (mix(BONE, light.glint, 0.3), mix(TEAL, light.haze, 0.3)), angle=0)
    for x in range(620, 920, 26):
        c.line([(x, 250), (x, 410)], 2, mix(TEAL, light.near, 0.3), 0.6)
    c.shape([(574, 256), (760, 160), (946, 256)], (mix(RUST, light.haze, 0.2), shade(RUST, 0.3)))
    c.rect(640, 300, 70, 62, light.dark)
    c.rect(648, 308, 54, 46, light.glint)
    c.rect(800, 294, 66, 116, mix(light.dark, light.haze, 0.2))
    c.line([(900, 200), (900, 70)], 5, light.dark)
    for dx, dy in ((-34, 0), (34, 0), (0, -22)):
        c.line([(900, 80), (900 + dx, 80 + dy)], 3, light.dark)
        c.disc(900 + dx, 80 + dy, 9, light.dark)
    _staff(c, 1010)
    for y in (785, 792, 800):
        c.shape(oval(760, y, 260, 8), light.sun, 0.2)
    c.line([(-10, 436), (545, 424)], 12, mix(UMBER, light.haze, 0.4))
    for x in range(20, 540, 80):
        c.line([(x, 436), (x, 700)], 7, mix(light.dark, light.haze, 0.45))
        c.line([(x, 436), (x, 380)], 3, mix(light.dark, light.haze, 0.45))
    c.line([(-10, 384), (540, 384)], 3, mix(light.dark, light.haze, 0.45))
    figure(c, 470, 424, 96, "read", dressed(c, coat=VERMILION))
    ripples(c, 640, 990, light.sun, 80, 0.5)


def _staff(c: Canvas, x: float) -> None:
    """The graduated board that the water is read from."""
    c.rect(x, 360, 44, 440, CREAM)
    for n in range(22):
        y = 366 + n * 20
        c.rect(x + (0 if n % 2 else 18), y, 26 if n % 2 == 0 else 18, 9, VERMILION if n % 10 == 0 else NAVY)


@scene("turbines", focus="50% 45%")
def turbines(c: Canvas) -> None:
    """Wind turbines stand off the coast, a crew boat below them."""
    light = DAWN
    sky(c, light, 720)
    bands(c, light, 110, 520, 6)
    sun(c, light, 430, 640, 40)
    sea(c, light, 700)
    glitter(c, 430, 702, 980, light.sun, 80)
    for x, y, size, turn in (
        (1390, 706, 0.5, 0.13),
        (1120, 706, 0.55, 0.31),
        (240, 708, 0.62, 0.05),
        (905, 716, 1.0, 0.22),
        (600, 712, 0.75, 0.4),
    ):
        with c.at(x, y, size):
            turbine(c, light, turn)
    with c.at(760, 850, 1.95):
        turbine(c, light, 0.08)
    ripples(c, 704, 990, light.glint, 140, 0.4)
    with c.at(1080, 880, 0.9, flip=True):
        tug(c, light, mix(PETROL, light.near, 0.3))
    c.shape(oval(760, 852, 52, 9), light.glint, 0.6)
