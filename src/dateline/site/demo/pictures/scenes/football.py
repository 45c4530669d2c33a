"""Football: the stadium, a strike, a save."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import Dress, crowd, dressed, figure, person
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    CREAM,
    GOLD,
    HAIRS,
    MOSS,
    NAVY,
    NIGHT,
    OCHRE,
    PETROL,
    PINE,
    SKINS,
    SLATE,
    SNOW,
    STEEL,
    TEAL,
    VERMILION,
    Ink,
    mix,
)
from dateline.site.demo.pictures.plants import tree
from dateline.site.demo.pictures.shapes import oval, rect
from dateline.site.demo.pictures.sky import rain, sky, stars
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.town import skyline

_TURF = mix(MOSS, TEAL, 0.35)


def _kit(c: Canvas, shirt: Ink, shorts: Ink) -> Dress:
    return dressed(c, coat=shirt, legs=shorts, hem=2, socks=shirt, hair=c.chance.choice(HAIRS[:4]))


def _pitch(c: Canvas, view: View, far: float) -> None:
    """Striped turf with its lines."""
    for n in range(14):
        z = 4 + n * (far - 4) / 14
        c.shape(view.floor(-60, z, 120, (far - 4) / 14), mix(_TURF, CREAM, 0.1) if n % 2 else mix(_TURF, PINE, 0.2))
    for x in (-30, 30):
        c.line([view(x, 0, 4), view(x, 0, far)], 4, CREAM, 0.9)
    c.line([view(-60, 0, far), view(60, 0, far)], 3, CREAM, 0.9)


def _stand(c: Canvas, view: View, z: float, tall: float, tone: Ink) -> None:
    """A stand full of people behind the pitch, its roof over it."""
    low, high = view(0, 1.2, z)[1], view(0, tall, z + 12)[1]
    c.shape(rect(-10, high, 1520, low - high), (shade(tone, 0.5), shade(tone, 0.2)))
    rows = 13
    for row in range(rows):
        y = high + (low - high) * (row + 0.8) / rows
        for n in range(96):
            ink = c.chance.choice((VERMILION, VERMILION, CREAM, NAVY, OCHRE, TEAL, SLATE))
            c.disc(n * 16 + (row % 2) * 8 + c.chance.uniform(-3, 3), y, 5.4, mix(ink, tone, 0.45), 0.9)
    c.shape(
        [(-10, high - 70), (1510, high - 70), (1510, high - 22), (-10, high - 22)],
        (mix(STEEL, NAVY, 0.4), shade(STEEL, 0.5)),
    )
    c.rect(-10, low - 16, 1520, 30, mix(NAVY, PETROL, 0.4))


@scene("stadium-lights", focus="50% 45%")
def stadium_lights(c: Canvas) -> None:
    """A night match at Mole Road under the lights."""
    light = NIGHT
    view = View(750, 470, 9, 850)
    sky(c, light, 520)
    stars(c, 240, 60)
    _stand(c, view, 62, 22, mix(SLATE, NAVY, 0.5))
    _pitch(c, view, 60)
    c.line([(750 + 150 * cos(2 * pi * n / 48), 690 + 34 * sin(2 * pi * n / 48)) for n in range(49)], 3.4, CREAM, 0.9)
    c.line([view(-60, 0, 33), view(60, 0, 33)], 3.4, CREAM, 0.9)
    for x in (150, 1350):
        c.line([(x, 480), (x, 130)], 9, mix(STEEL, NAVY, 0.5))
        for row in range(3):
            for n in range(4):
                c.disc(x - 45 + n * 30, 80 + row * 26, 11, CREAM)
        c.glow(x, 106, 330, (236, 244, 255), 0.85)
        c.fade(
            [(x - 50, 100), (x + 50, 100), (750 + (x - 750) * 0.1 + 420, 900), (750 + (x - 750) * 0.1 - 420, 900)],
            (226, 238, 250),
            0.3,
        )
    for across, ahead, pose, shirt, flip in (
        (-11, 44, "run", SNOW, False),
        (9, 46, "run", VERMILION, True),
        (-5, 36, "run", VERMILION, False),
        (4, 35, "stand", SNOW, True),
        (-10, 27, "run", SNOW, False),
        (0.5, 26, "kick", VERMILION, False),
        (4.4, 25, "run", SNOW, True),
        (9, 28, "run", VERMILION, True),
    ):
        person(c, view, across, ahead, 2.5, pose, _kit(c, shirt, NAVY), flip=flip, shadow=0.45)
    px, py = view(2.4, 0.3, 25.6)
    c.disc(px, py, 9, SNOW)


@scene("football-kick", focus="45% 50%")
def football_kick(c: Canvas) -> None:
    """A forward strikes the ball in the rain."""
    c.shape(rect(0, 0, 1500, 1000), (shade(SLATE, 0.4), mix(SLATE, TEAL, 0.25)))
    for x in (260, 620, 980, 1330):
        c.glow(x, 130, 170, (240, 246, 250), 0.7)
        c.disc(x, 130, 13, SNOW)
    for row in range(9):
        for n in range(56):
            c.disc(
                n * 28 + (row % 2) * 14,
                250 + row * 32,
                11,
                mix(c.chance.choice((VERMILION, CREAM, OCHRE, TEAL, NAVY)), SLATE, 0.72),
                0.9,
            )
    c.rect(-10, 540, 1520, 70, mix(PETROL, NAVY, 0.3))
    c.shape(rect(-10, 608, 1520, 402), (mix(_TURF, CREAM, 0.12), mix(_TURF, PINE, 0.4)))
    for n in range(6):
        c.shape(
            [(n * 300 - 200, 608), (n * 300 - 60, 608), (n * 360 - 260, 1010), (n * 360 - 460, 1010)],
            mix(_TURF, CREAM, 0.18),
            0.5,
        )
    c.line([(-10, 880), (1510, 860)], 9, CREAM, 0.85)
    figure(c, 1060, 800, 380, "run", _kit(c, SNOW, NAVY), flip=True, shadow=0.4)
    figure(c, 300, 760, 330, "run", _kit(c, SNOW, NAVY), shadow=0.4)
    figure(c, 640, 900, 620, "kick", Dress(VERMILION, NAVY, SKINS[2], HAIRS[0], 2, socks=VERMILION), shadow=0.5)
    _ball(c, 935, 738, 46)
    for _ in range(46):
        c.disc(c.chance.gauss(860, 60), c.chance.gauss(860, 36), c.chance.uniform(2, 6), mix(_TURF, CREAM, 0.5), 0.8)
    rain(c, (235, 240, 244), 330, -0.25, 0.3)


def _ball(c: Canvas, x: float, y: float, size: float) -> None:
    c.disc(x, y, size, SNOW)
    c.spray(oval(x, y, size, size), SLATE, 0.7, angle=50, start=0.35)
    c.shape(
        [(x + size * 0.4 * cos(2 * pi * n / 5 - 1.3), y + size * 0.4 * sin(2 * pi * n / 5 - 1.3)) for n in range(5)],
        NAVY,
    )
    for n in range(5):
        a = 2 * pi * n / 5 - 1.3
        c.line(
            [
                (x + size * 0.4 * cos(a), y + size * 0.4 * sin(a)),
                (x + size * 0.95 * cos(a), y + size * 0.95 * sin(a)),
            ],
            4,
            SLATE,
        )


@scene("goalkeeper", focus="50% 50%")
def goalkeeper(c: Canvas) -> None:
    """A goalkeeper dives; the net behind her."""
    light = GOLD
    sky(c, light, 500)
    skyline(c, light, 470, 80, 0.2)
    for x in (80, 240, 1280, 1430):
        with c.at(x, 520, 1):
            tree(c, light, mix(MOSS, OCHRE, 0.3), 250)
    c.shape(rect(-10, 500, 1520, 510), (mix(_TURF, AMBER, 0.3), _TURF, mix(_TURF, PINE, 0.3)))
    crowd(c, 60, 1440, 540, 120, 18)
    for n in range(33):
        x = 300 + n * 28
        c.line([(x, 300), (750 + (x - 750) * 0.9, 690)], 1.6, SNOW, 0.55)
    for n in range(13):
        c.line([(300, 310 + n * 34), (1200, 310 + n * 34)], 1.6, SNOW, 0.55)
    c.line([(300, 800), (300, 290), (1200, 290), (1200, 800)], 17, SNOW)
    c.line([(-10, 800), (1510, 800)], 7, CREAM, 0.85)
    figure(c, 690, 810, 480, "dive", Dress(OCHRE, NAVY, SKINS[1], HAIRS[1], 2, True, socks=OCHRE), shadow=0)
    c.soft(oval(740, 806, 210, 14), shade(PINE, 0.4), 0.5, 8)
    _ball(c, 985, 330, 32)
    figure(c, 430, 930, 420, "run", _kit(c, VERMILION, NAVY), shadow=0.4)
    figure(c, 1170, 910, 390, "cheer", _kit(c, VERMILION, NAVY), flip=True, shadow=0.4)
