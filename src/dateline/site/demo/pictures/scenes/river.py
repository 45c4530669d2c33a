"""The Tarrow and what lives in it and by it: reed beds, eels, seagrass."""

from __future__ import annotations

from math import pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    GOLD,
    ICE,
    MOSS,
    NAVY,
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
    Ink,
    mix,
)
from dateline.site.demo.pictures.plants import grass, reeds, wood
from dateline.site.demo.pictures.shapes import limb, oval, points, rect, ridge, smooth
from dateline.site.demo.pictures.sky import bands, birds, cloud, sky
from dateline.site.demo.pictures.space import shade
from dateline.site.demo.pictures.water import glitter, ripples

_REEDS = (mix(OCHRE, SAND, 0.4), mix(MOSS, OCHRE, 0.5), mix(UMBER, OCHRE, 0.4), mix(MOSS, PINE, 0.3))


@scene("river-reeds", focus="50% 55%")
def river_reeds(c: Canvas) -> None:
    """A sampling boat among the reed beds of the tidal Tarrow."""
    light = GOLD
    sky(c, light, 480)
    cloud(c, 320, 170, 560, light.sun, mix(light.sky[0], light.haze, 0.4), 0.7)
    bands(c, light, 220, 400, 3)
    c.shape(ridge(-20, 1520, 470, 40, 160, c.chance, 500), light.away(light.far, 0.2))
    wood(c, light, 486, 60, mix(PINE, light.haze, 0.5), 70, (-20, 620))
    c.shape(rect(-10, 480, 1520, 530), light.water)
    river = smooth(points("820,482 700,520 760,570 1010,640 1120,760 980,1010"), closed=False)
    other = smooth(points("340,1010 260,820 380,690 560,600 560,540 690,482"), closed=False)
    bank = mix(MOSS, OCHRE, 0.45)
    c.shape([(1510, 482), *river, (1510, 1010)], (mix(bank, light.haze, 0.4), shade(bank, 0.3)))
    c.shape([(-10, 482), *other[::-1], (-10, 1010)], (mix(bank, light.haze, 0.4), shade(bank, 0.3)))
    glitter(c, 700, 486, 1000, light.sun, 90, 100)
    ripples(c, 500, 990, light.glint, 90, 0.5, (420, 1000))
    for y, tall in ((530, 34), (575, 52), (640, 80), (730, 120)):
        reeds(c, -20, 560 - (y - 530) * 0.9, y, tall, tuple(mix(i, light.haze, 0.35) for i in _REEDS), 110)
        reeds(c, 730 + (y - 530) * 1.75, 1520, y, tall, tuple(mix(i, light.haze, 0.35) for i in _REEDS), 110)
    _skiff(c, 690, 740)
    reeds(c, -20, 380, 1010, 360, _REEDS, 110)
    reeds(c, 1090, 1520, 1010, 400, _REEDS, 120)
    birds(c, 900, 300, 110, 7, light.dark, 12)


def _skiff(c: Canvas, x: float, y: float) -> None:
    """Two people in a flat boat, one lowering a sampler."""
    light = GOLD
    c.soft(oval(x, y + 12, 150, 12), light.dark, 0.5, 8)
    figure(c, x - 44, y - 6, 150, "work", dressed(c, coat=VERMILION, legs=NAVY, hem=4), shadow=0)
    figure(c, x + 66, y - 4, 130, "sit", dressed(c, coat=TEAL, hat=CREAM), flip=True, shadow=0)
    c.line([(x - 8, y - 94), (x - 4, y + 4)], 2, CREAM)
    hull = smooth([(x - 150, y - 26), (x - 60, y - 16), (x + 80, y - 16), (x + 160, y - 34)], closed=False)
    c.shape([*hull, (x + 120, y + 14), (x - 120, y + 14)], (mix(BONE, light.glint, 0.4), mix(SLATE, BONE, 0.4)))
    c.line(hull, 4, CREAM)


@scene("eel", focus="50% 50%")
def eel(c: Canvas) -> None:
    """Eels among weed on the bed of the river."""
    c.shape(
        rect(0, 0, 1500, 1000),
        (mix(SAGE, AMBER, 0.35), mix(TEAL, MOSS, 0.4), mix(PETROL, PINE, 0.5), shade(PINE, 0.45)),
    )
    for x, wide in ((250, 120), (560, 200), (930, 150), (1240, 110)):
        c.fade([(x, -10), (x + wide, -10), (x + wide + 190, 900), (x - 40, 900)], (236, 226, 160), 0.4)
    for y, rise, part in ((800, 60, 0.45), (880, 50, 0.2), (960, 40, 0.0)):
        bed = ridge(-20, 1520, y, rise, 130, c.chance)
        tone = mix(shade(mix(SAND, MOSS, 0.5), 0.45), TEAL, part)
        c.shape(bed, (tone, shade(tone, 0.4)))
        c.spray(bed, shade(tone, 0.6), 0.6)
    for _ in range(46):
        across, size = c.chance.uniform(0, 1500), c.chance.uniform(12, 46)
        stone = oval(across, c.chance.uniform(850, 985), size, size * 0.6, 14)
        c.shape(stone, (mix(STEEL, SAND, 0.4), shade(SLATE, 0.4)))
    for x in (90, 190, 1240, 1350, 1430, 330):
        _weed(c, x, 960, c.chance.uniform(420, 700))
    _eel(
        c,
        points("240,640 420,560 600,640 790,700 980,590 1180,520 1290,560"),
        60,
        mix(UMBER, OCHRE, 0.35),
    )
    _eel(c, [(1010, 300), (880, 370), (740, 320), (590, 270), (460, 340)], 34, mix(UMBER, TEAL, 0.4))
    _weed(c, 640, 1000, 300)
    _weed(c, 1090, 1000, 240)
    for _ in range(60):
        c.disc(c.chance.uniform(0, 1500), c.chance.uniform(0, 900), c.chance.uniform(1.2, 4), (240, 236, 190), 0.35)


def _weed(c: Canvas, x: float, y: float, tall: float) -> None:
    for _ in range(7):
        lean, high = c.chance.uniform(-60, 90), tall * c.chance.uniform(0.5, 1)
        spine = smooth(
            [
                (x, y),
                (x + lean * 0.2 + 20, y - high * 0.35),
                (x + lean * 0.7 - 20, y - high * 0.7),
                (x + lean, y - high),
            ],
            closed=False,
        )
        c.shape(
            limb(spine, [4 + 15 * sin(pi * n / len(spine)) for n in range(len(spine))]),
            mix(c.chance.choice((MOSS, PINE, SAGE)), PETROL, 0.35),
        )


def _eel(c: Canvas, spine: list[tuple[float, float]], thick: float, ink: Ink) -> None:
    curve = smooth(spine, closed=False, steps=12)
    last = len(curve) - 1
    widths = [thick * min(1.0, 0.12 + n / last * 1.7) * (1 - max(0.0, n / last - 0.9) * 5) for n in range(last + 1)]
    fin = limb([(x, y - thick * 0.16) for x, y in curve], [w * 1.5 for w in widths])
    c.shape(fin, shade(ink, 0.35), 0.8)
    body = limb(curve, widths)
    c.shape(body, (mix(ink, SAND, 0.3), ink, mix(SAND, ink, 0.3)))
    c.spray(body, shade(ink, 0.6), 0.8, angle=-90, start=0.3)
    x, y = curve[-4]
    c.disc(x, y - thick * 0.14, thick * 0.11, AMBER)
    c.disc(x, y - thick * 0.14, thick * 0.05, NAVY)
    c.shape(
        smooth(
            [curve[-14], (curve[-17][0], curve[-17][1] + thick * 0.7), (curve[-20][0], curve[-20][1] + thick * 0.3)]
        ),
        shade(ink, 0.3),
        0.9,
    )


@scene("seagrass", focus="50% 50%")
def seagrass(c: Canvas) -> None:
    """A diver counts shoots in a seagrass meadow."""
    c.shape(rect(0, 0, 1500, 1000), (mix(ICE, TEAL, 0.35), TEAL, PETROL, shade(PETROL, 0.4)))
    for x, wide in ((180, 140), (520, 240), (900, 180), (1210, 130)):
        c.fade([(x, -10), (x + wide, -10), (x + wide + 120, 940), (x - 90, 940)], SNOW, 0.42)
    for y, tall, count, part in ((800, 120, 160, 0.6), (880, 170, 170, 0.35)):
        grass(c, -30, 1530, y, tall, tuple(mix(i, TEAL, part) for i in (MOSS, SAGE, PINE)), count)
    _diver(c)
    for n in range(14):
        c.disc(966 + c.chance.gauss(0, 14), 330 - n * 24, c.chance.uniform(3, 11), SNOW, 0.6)
    c.line([*rect(560, 800, 300, 78), (560, 800)], 8, CREAM)
    grass(c, -30, 1530, 1010, 260, (MOSS, PINE, mix(MOSS, SAGE, 0.4)), 230)
    for _ in range(16):
        across, down = c.chance.gauss(420, 110), c.chance.gauss(390, 60)
        c.shape(
            points("-22,0 0,-6 16,0 27,-8 27,8 16,0 0,6", across, down),
            mix(ICE, TEAL, 0.25),
            0.9,
        )


def _diver(c: Canvas) -> None:
    """A diver swimming down to the left, tank on the back."""
    suit, dark = NAVY, shade(NAVY, 0.3)
    c.shape(limb([(1000, 470), (1130, 400), (1250, 330)], [62, 44, 26]), suit)
    c.shape(limb([(990, 450), (1110, 345), (1230, 300)], [58, 42, 24]), dark)
    for tip in (((1250, 330), (1380, 330), (1360, 268)), ((1230, 300), (1352, 236), (1310, 190))):
        c.shape(smooth(tip, steps=6), (VERMILION, shade(VERMILION, 0.4)))
    body = smooth(points("840,520 900,452 1010,428 1040,482 960,540 860,572"))
    c.shape(body, (mix(suit, TEAL, 0.4), suit))
    c.spray(body, shade(NAVY, 0.6), 0.7, start=0.3)
    c.shape(limb([(880, 440), (1020, 392)], [46, 46]), (AMBER, mix(OCHRE, RUST, 0.4)))
    c.shape(limb([(862, 540), (800, 640), (720, 720)], [34, 28, 18]), suit)
    c.disc(712, 732, 15, mix(SAND, RUST, 0.3))
    c.disc(822, 508, 44, suit)
    c.shape(smooth([(784, 500), (806, 470), (838, 486), (826, 530), (796, 536)]), (ICE, mix(TEAL, ICE, 0.4)))
    c.line(smooth([(806, 548), (850, 600), (930, 560), (960, 450)], closed=False), 7, dark)
