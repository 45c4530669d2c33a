"""Laboratories, instruments and what they look at."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DUSK,
    ICE,
    MOSS,
    NAVY,
    NIGHT,
    OAK,
    OCHRE,
    PETROL,
    RUST,
    SAGE,
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
from dateline.site.demo.pictures.plants import wood
from dateline.site.demo.pictures.shapes import arc, limb, oval, points, rect, ridge, smooth
from dateline.site.demo.pictures.sky import bands, sky, stars
from dateline.site.demo.pictures.space import shade


@scene("lab-bench", focus="50% 50%")
def lab_bench(c: Canvas) -> None:
    """Flasks of river water stand on a bench before a window."""
    wall = mix(TEAL, BONE, 0.55)
    c.shape(rect(0, 0, 1500, 1000), (mix(wall, SNOW, 0.35), wall))
    c.shape(rect(420, 60, 660, 470), (ICE, SNOW, mix(SNOW, AMBER, 0.2)))
    c.shape(
        [
            (420, 530),
            *smooth([(420, 440), (560, 410), (720, 446), (900, 400), (1080, 436)], closed=False),
            (1080, 530),
        ],
        mix(SAGE, ICE, 0.4),
    )
    for x in (420, 640, 860, 1080):
        c.line([(x, 60), (x, 530)], 12, SNOW)
    for y in (60, 290, 530):
        c.line([(414, y), (1086, y)], 12, SNOW)
    for x, wide in ((60, 270), (1170, 270)):
        for y in (250, 430):
            c.rect(x, y, wide, 14, mix(OAK, BONE, 0.3))
            for n in range(5):
                _jar(c, x + 34 + n * 50, y, c.chance.choice((TEAL, OCHRE, RUST, MOSS, SLATE)))
    c.shape(rect(-10, 700, 1520, 60), (mix(BONE, SNOW, 0.6), mix(BONE, SLATE, 0.25)))
    c.shape(rect(-10, 760, 1520, 250), (mix(PETROL, SLATE, 0.4), shade(PETROL, 0.45)))
    for x in range(40, 1500, 245):
        c.line([*rect(x, 790, 205, 190), (x, 790)], 4, shade(PETROL, 0.5))
        c.rect(x + 80, 812, 46, 8, STEEL)
    c.fade([(420, 700), (1080, 700), (1240, 760), (330, 760)], SNOW, 0.6)
    for x, size, ink in ((300, 1.25, OCHRE), (520, 0.95, TEAL), (985, 1.1, RUST)):
        with c.at(x, 722, size):
            _flask(c, ink)
    with c.at(750, 722, 1.25):
        _microscope(c)
    _rack(c, 1130, 722)


def _jar(c: Canvas, x: float, y: float, ink: Ink) -> None:
    tall = c.chance.uniform(54, 92)
    c.shape(rect(x - 17, y - tall, 34, tall), (mix(ink, SNOW, 0.5), mix(ink, SNOW, 0.15)), angle=0)
    c.rect(x - 19, y - tall - 9, 38, 12, mix(UMBER, BONE, 0.3))
    c.rect(x - 13, y - tall * 0.6, 26, tall * 0.3, CREAM, 0.9)


def _flask(c: Canvas, ink: Ink) -> None:
    """A conical flask, 230 units high, two thirds full."""
    c.soft(oval(20, 2, 90, 10), NAVY, 0.35, 7)
    glass = [
        (-18, -230),
        (-18, -150),
        *smooth(points("-24,-130 -82,-24 -78,-4 0,0 78,-4 82,-24 24,-130"), closed=False, steps=5),
        (18, -150),
        (18, -230),
    ]
    c.shape(glass, mix(ICE, SNOW, 0.4), 0.55)
    with c.within(glass):
        c.shape(rect(-100, -92, 200, 100), (mix(ink, SNOW, 0.35), ink))
        c.shape(oval(0, -92, 62, 9), mix(ink, SNOW, 0.55))
        c.spray(rect(-100, -92, 200, 100), shade(ink, 0.4), 0.6, angle=0, start=0.5)
        c.fade([(-40, -150), (-18, -150), (-52, -6), (-74, -6)], SNOW, 0.7)
    c.rect(-24, -236, 48, 10, mix(ICE, SNOW, 0.6))


def _microscope(c: Canvas) -> None:
    """A microscope, 300 units high."""
    c.soft(oval(10, 2, 120, 12), NAVY, 0.4, 7)
    c.shape(smooth([(-92, 0), (-88, -26), (60, -30), (92, -16), (92, 0)], steps=4), (mix(NAVY, STEEL, 0.3), NAVY))
    arm = limb(smooth([(54, -22), (92, -90), (84, -190), (30, -236)], closed=False), [40 - n * 0.5 for n in range(25)])
    c.shape(arm, (mix(CREAM, STEEL, 0.15), mix(STEEL, CREAM, 0.2)))
    c.spray(arm, shade(STEEL, 0.5), 0.6, angle=0, start=0.4)
    c.rect(-70, -92, 150, 16, NAVY)
    c.shape(limb([(30, -300), (-28, -176)], [46, 42]), (mix(CREAM, SNOW, 0.4), STEEL), angle=0)
    c.shape(limb([(44, -330), (28, -296)], [34, 40]), NAVY)
    c.shape(limb([(-26, -180), (-44, -142)], [34, 22]), shade(STEEL, 0.3))
    c.shape(limb([(-44, -142), (-54, -116)], [20, 14]), OCHRE)
    c.disc(78, -96, 20, STEEL)
    c.disc(78, -96, 9, NAVY)
    c.rect(-64, -96, 40, 5, ICE)


def _rack(c: Canvas, x: float, y: float) -> None:
    c.soft(oval(x + 100, y + 2, 130, 10), NAVY, 0.35, 7)
    for n, ink in enumerate((TEAL, MOSS, OCHRE, RUST, WINE)):
        left = x + 14 + n * 38
        tube = [(left, y - 150), (left, y - 26), *arc(left + 12, y - 26, 12, 0.5, 0.0, 8), (left + 24, y - 150)]
        c.shape(tube, mix(ICE, SNOW, 0.4), 0.7)
        c.shape(
            [
                (left, y - 96 - n * 6),
                (left, y - 26),
                *arc(left + 12, y - 26, 12, 0.5, 0.0, 8),
                (left + 24, y - 96 - n * 6),
            ],
            (mix(ink, SNOW, 0.3), ink),
        )
    for top in (118, 40):
        c.shape(rect(x, y - top, 206, 16), (mix(OAK, CREAM, 0.3), OAK))
    for left in (x, x + 194):
        c.rect(left, y - 124, 12, 124, shade(OAK, 0.2))


@scene("observatory", focus="50% 50%")
def observatory(c: Canvas) -> None:
    """The dome on Fennick Hill opened to the stars."""
    light = NIGHT
    sky(c, light, 820)
    _galaxy(c)
    stars(c, 720, 260)
    for y, rise, part in ((800, 90, 0.1), (880, 120, 0.5)):
        c.shape(ridge(-20, 1520, y, rise, 210, c.chance), (light.depth(part), light.depth(part + 0.35)))
    wood(c, light, 890, 120, mix(light.near, light.dark, 0.4), 26, (-20, 420))
    wood(c, light, 900, 130, mix(light.near, light.dark, 0.4), 20, (1120, 1520))
    stone = mix(SLATE, light.near, 0.35)
    c.shape(rect(560, 620, 420, 240), (mix(stone, light.glint, 0.12), stone, shade(stone, 0.45)), angle=0)
    c.spray(rect(560, 620, 420, 240), light.dark, 0.6, angle=0, start=0.3)
    shell = [*arc(770, 620, 236, 0.5, 1.0, 40)]
    c.shape(shell, (mix(STEEL, light.glint, 0.25), mix(STEEL, light.near, 0.5), shade(light.near, 0.4)), angle=15)
    c.spray(shell, light.dark, 0.7, angle=15, start=0.3)
    c.shape([(690, 412), (770, 380), (842, 620), (728, 620)], (mix(light.glint, RUST, 0.3), mix(AMBER, RUST, 0.35)))
    c.glow(770, 540, 200, light.glint, 0.5)
    c.shape(limb([(790, 610), (690, 376)], [54, 62]), (mix(CREAM, light.near, 0.25), shade(STEEL, 0.4)), angle=0)
    c.shape(limb([(700, 400), (680, 352)], [74, 74]), mix(STEEL, light.near, 0.3))
    c.rect(520, 612, 500, 20, mix(stone, light.glint, 0.25))
    c.shape(rect(640, 740, 60, 120), light.dark)
    c.rect(800, 710, 60, 70, light.glint)
    c.shape(ridge(-20, 1520, 880, 26, 150, c.chance), light.dark)
    figure(c, 1060, 874, 100, "pockets", dressed(c, coat=mix(RUST, NAVY, 0.4)), shadow=0)
    figure(c, 1108, 876, 92, "point", dressed(c, coat=mix(OCHRE, NAVY, 0.45)), flip=True, shadow=0)


def _galaxy(c: Canvas) -> None:
    for _ in range(900):
        along = c.chance.uniform(-200, 1700)
        x, y = along, 620 - along * 0.42 + c.chance.gauss(0, 60)
        c.disc(x, y, c.chance.choice((0.7, 0.9, 1.2)), (230, 226, 220), c.chance.uniform(0.15, 0.6))
    c.soft([(-100, 610), (1600, -110), (1600, -10), (-100, 740)], (120, 130, 170), 0.3, 40)


@scene("weather-mast", focus="50% 50%")
def weather_mast(c: Canvas) -> None:
    """A weather station above the fjord at dusk; a technician climbs to it."""
    light = DUSK
    sky(c, light, 760)
    bands(c, light, 90, 540, 6)
    for y, rise, part in ((640, 190, 0.05), (720, 140, 0.25), (820, 90, 0.55), (920, 60, 0.9)):
        c.shape(
            ridge(-20, 1520, y, rise, 240, c.chance),
            (light.away(light.depth(part), 0.4 * (1 - part)), light.depth(min(1, part + 0.2))),
        )
    for dx in (-34, 34):
        c.line([(750 + dx, 900), (750 + dx * 0.2, 190)], 6, light.dark)
    for n in range(12):
        y, half = 880 - n * 58, 33 - n * 2.2
        c.line([(750 - half, y), (750 + half - 2, y - 58)], 2.6, light.dark)
        c.line([(750 + half, y), (750 - half + 2, y - 58)], 2.6, light.dark)
    for end in ((380, 900), (1120, 900)):
        c.line([(750, 260), end], 1.8, light.dark)
    c.line([(600, 260), (900, 260)], 6, light.dark)
    for n in range(3):
        a = n / 3 * 2 * pi + 0.5
        c.line([(620, 226), (620 + 34 * cos(a), 226 + 12 * sin(a))], 3, light.dark)
        c.disc(620 + 36 * cos(a), 226 + 12 * sin(a), 10, VERMILION)
    c.line([(620, 226), (620, 260)], 4, light.dark)
    c.shape([(850, 228), (936, 206), (930, 250)], VERMILION)
    c.line([(846, 228), (896, 228)], 4, light.dark)
    c.line([(880, 228), (880, 260)], 4, light.dark)
    c.shape(rect(706, 330, 88, 70), (CREAM, mix(CREAM, light.near, 0.5)))
    for y in range(340, 398, 11):
        c.line([(708, y), (792, y)], 2, light.near)
    c.disc(750, 176, 12, light.glint)
    c.glow(750, 176, 80, light.glint, 0.7)
    figure(c, 772, 640, 120, "raise", dressed(c, coat=OCHRE, hat=VERMILION), flip=True, shadow=0)
