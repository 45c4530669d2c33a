"""The Saltgate Bridge, from its first cracks to its reopening."""

from __future__ import annotations

from dateline.site.demo.pictures.bridges import Bridge, bridge
from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure, person
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    BONE,
    CREAM,
    DAWN,
    DAY,
    DUSK,
    NAVY,
    NIGHT,
    OCHRE,
    PETROL,
    RAIN,
    SLATE,
    STEEL,
    VERMILION,
    mix,
)
from dateline.site.demo.pictures.shapes import limb, oval, rect
from dateline.site.demo.pictures.sky import bands, birds, cloud, mist, sky, stars, sun
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.town import bollard, quay, skyline, spire
from dateline.site.demo.pictures.vehicles import lorry
from dateline.site.demo.pictures.vessels import tug
from dateline.site.demo.pictures.water import glitter, lamp_trail, ripples, sea

_FROM_QUAY = View(x=400, horizon=640, eye=9, focal=900)
_SPAN = Bridge(_FROM_QUAY, start=(175, 80), end=(-260, 560))


@scene("bridge-dawn", focus="45% 40%")
def bridge_dawn(c: Canvas) -> None:
    """The bridge from the south quay as the sun comes up."""
    light = DAWN
    sky(c, light, 660)
    bands(c, light, 90, 420, 7)
    sun(c, light, 560, 560, 44)
    skyline(c, light, 648, 44, 0.1)
    spire(c, 300, 648, 130, light.depth(0.25), light.away(light.far, 0.3))
    mist(c, 600, 60, light.haze, 0.7)
    sea(c, light, 646)
    bridge(c, _SPAN, light, mix(PETROL, light.near, 0.45))
    c.mirror(646, 330, light.water[2], 0.45)
    glitter(c, 560, 648, 900, light.sun, 70)
    ripples(c, 650, 960, light.glint, 120, 0.3)
    with c.at(850, 775, 0.85):
        tug(c, light, light.near)
    birds(c, 720, 250, 130, 9, light.dark)
    quay(c, light, 925)
    bollard(c, 330, 945, 70, light.dark, mix(light.near, light.glint, 0.4))
    bollard(c, 1200, 950, 70, light.dark, mix(light.near, light.glint, 0.4))


@scene("bridge-night", focus="45% 45%")
def bridge_night(c: Canvas) -> None:
    """The bridge lit for night work, one lane closed."""
    light = NIGHT
    sky(c, light, 660)
    stars(c, 420)
    skyline(c, light, 648, 60, 0.2, lit=0.3)
    spire(c, 300, 648, 150, light.depth(0.4), light.far)
    sea(c, light, 646)
    for part in (0.2, 0.27, 0.36):
        x, y = _SPAN.at(part, 60)
        c.glow(x, y, 260, light.sun, 0.5)
    bridge(c, _SPAN, light, mix(PETROL, light.far, 0.5), lamps=True)
    c.mirror(646, 300, light.water[2], 0.5)
    for part in (0.18, 0.22, 0.31, 0.4, 0.5, 0.62):
        x, _ = _SPAN.at(part, 0)
        lamp_trail(c, x, 690, 210, light.glint, 0.55)
    _cradle(c, *_SPAN.at(0.335, 44), 1.0)
    _cradle(c, *_SPAN.at(0.415, 40), 0.75)
    for x in range(40, 1500, 90):
        lamp_trail(c, x + c.chance.uniform(-20, 20), 652, 70, light.glint, 0.25)
    quay(c, light, 930)
    figure(c, 940, 985, 130, "point", dressed(c, coat=OCHRE, hat=VERMILION))
    figure(c, 1004, 988, 130, "pockets", dressed(c, coat=OCHRE, hat=VERMILION), flip=True)


def _cradle(c: Canvas, x: float, y: float, scale: float) -> None:
    """Workers in a cradle hung from the cable, under a lamp."""
    with c.at(x, y, scale):
        c.glow(0, -8, 110, (255, 236, 190), 0.9)
        c.line([(-22, 12), (-22, -60)], 1.6, NAVY)
        c.line([(22, 12), (22, -60)], 1.6, NAVY)
        for dx in (-9, 10):
            figure(c, dx, 12, 34, "work", dressed(c, coat=OCHRE, hat=VERMILION), shadow=0)
        c.rect(-28, 2, 56, 14, VERMILION)
        c.disc(0, -34, 4, CREAM)


@scene("bridge-hanger", focus="48% 45%")
def bridge_hanger(c: Canvas) -> None:
    """An inspector roped to a hanger where it meets the deck."""
    light = DAY
    sky(c, light, 1000)
    cloud(c, 320, 330, 560, light.sun, light.sky[1], 0.8)
    cloud(c, 1250, 520, 520, light.sun, light.sky[1], 0.7)
    skyline(c, light, 742, 38, 0.05)
    sea(c, light, 740)
    ripples(c, 742, 900, light.glint, 90, 0.4)
    for x in (110, 430, 1070, 1390):
        _hanger(c, x, 26 if x in (430, 1070) else 22, mix(PETROL, light.haze, 0.2))
    c.shape(
        limb([(-40, 40), (500, 130), (1000, 150), (1540, 96)], [54, 54, 54, 54]),
        (mix(PETROL, light.glint, 0.35), shade(PETROL, 0.3)),
    )
    _girder(c)
    _hanger(c, 750, 34, PETROL)
    figure(
        c,
        838,
        790,
        430,
        "work",
        dressed(c, coat=OCHRE, hat=VERMILION, legs=NAVY, hem=6, long_hair=False),
        flip=True,
        shadow=0,
    )
    c.line([(832, 560), (790, 300), (760, 150)], 4, VERMILION)
    c.line([*oval(750, 548, 46, 46), (796, 548)], 7, VERMILION)
    c.line([(750, 520), (758, 536), (746, 552), (754, 576)], 4, shade(PETROL, 0.75))


def _hanger(c: Canvas, x: float, width: float, ink: tuple[int, int, int]) -> None:
    c.shape(rect(x - width / 2, 100, width, 720), (mix(ink, CREAM, 0.4), ink, shade(ink, 0.4)), angle=0)
    for y in range(140, 760, 26):
        c.line([(x - width / 2, y), (x + width / 2, y - 14)], 2, shade(ink, 0.4), 0.55)
    c.shape(
        [(x - width, 770), (x - width * 0.7, 700), (x + width * 0.7, 700), (x + width, 770)],
        (mix(ink, CREAM, 0.25), shade(ink, 0.3)),
        angle=0,
    )


def _girder(c: Canvas) -> None:
    c.shape(rect(-10, 770, 1520, 36), (mix(PETROL, CREAM, 0.35), PETROL))
    c.shape(rect(-10, 806, 1520, 200), (shade(PETROL, 0.1), shade(PETROL, 0.55)))
    c.spray(rect(-10, 806, 1520, 200), shade(PETROL, 0.7), 0.6)
    for x in range(30, 1500, 40):
        c.disc(x, 824, 5, mix(PETROL, CREAM, 0.3))
        c.disc(x, 980, 5, mix(PETROL, CREAM, 0.15))
    for x in range(-20, 1500, 240):
        c.rect(x, 806, 14, 200, shade(PETROL, 0.4))


@scene("bridge-lorries", focus="50% 50%")
def bridge_lorries(c: Canvas) -> None:
    """Lorries full of gravel stand nose to tail on the deck."""
    light = RAIN
    sky(c, light, 1000)
    skyline(c, light, 872, 60, 0.1)
    c.shape(rect(-10, 870, 1520, 140), light.water)
    tower = mix(PETROL, light.haze, 0.3)
    for x in (250, 1250):
        c.shape(limb([(x, 1000), (x, 70)], [74, 58]), (mix(tower, light.sun, 0.4), tower, shade(tower, 0.35)), angle=0)
        c.spray(limb([(x, 1000), (x, 70)], [74, 58]), shade(tower, 0.6), 0.6, start=0.2)
        c.rect(x - 44, 58, 88, 22, tower)
    hang = [(250 + 1000 * n / 40, 80 + 470 * (1 - ((n - 20) / 20) ** 2)) for n in range(41)]
    for across, y in hang[1:-1]:
        c.line([(across, y), (across, 640)], 2.6, tower)
    c.line(hang, 13, tower)
    for end in ((-40, 420), (1540, 420)):
        c.line([(250 if end[0] < 0 else 1250, 80), end], 13, tower)
    c.rect(-10, 640, 1520, 16, mix(tower, light.sun, 0.5))
    c.shape(rect(-10, 656, 1520, 56), (tower, shade(tower, 0.45)))
    for n, x in enumerate(range(-40, 1600, 262)):
        with c.at(x, 640, 0.92):
            lorry(c, light, (VERMILION, OCHRE, STEEL)[n % 3], mix(BONE, SLATE, 0.35))
    c.rect(-10, 632, 1520, 8, shade(tower, 0.3))
    for x in range(0, 1500, 46):
        c.line([(x, 640), (x, 590)], 1.6, shade(tower, 0.3), 0.6)
    c.line([(-10, 592), (1510, 592)], 3, shade(tower, 0.3))


@scene("bridge-queue", focus="50% 60%")
def bridge_queue(c: Canvas) -> None:
    """Traffic waits at the bridge's barriers in the evening."""
    light = DUSK
    sky(c, light, 640)
    bands(c, light, 60, 400, 5)
    view = View(750, 560, 4.2, 900)
    skyline(c, light, 566, 90, 0.3, lit=0.12)
    c.shape(view.floor(-60, 2, 120, 400), (mix(light.near, light.haze, 0.25), light.dark))
    tower = mix(PETROL, light.near, 0.6)
    for x in (-7, 7):
        c.shape(
            limb([view(x, 0, 44), view(x * 0.94, 21, 44)], [34, 26]),
            (mix(tower, light.glint, 0.4), tower, shade(tower, 0.3)),
            angle=0,
        )
        c.line([view(x, 20.6, 44), view(x * 1.6, 0, 8)], 6, tower)
        c.line([view(x, 20.6, 44), view(x * 0.9, 5, 110)], 4, tower)
    for y in (20, 12):
        c.line([view(-7, y, 44), view(7, y, 44)], 17, tower)
    for z in (60, 42, 30, 22, 16, 12):
        for lane in (-4.6, -1.5, 1.6):
            _tail(c, view, lane, z)
    for across in (-9, -6, 4.2, 6.4, 8.6):
        _barrier(c, view, across, 11)
    person(c, view, 5.4, 10, 1.8, "raise", dressed(c, coat=OCHRE, hat=NAVY), flip=True)


def _tail(c: Canvas, view: View, x: float, z: float) -> None:
    """A car from behind, its lights on."""
    s = view.size(z)
    px, py = view(x, 0, z)
    ink = mix(c.chance.choice((NAVY, SLATE, STEEL, PETROL)), (160, 120, 140), 0.25)
    c.soft(oval(px, py, s * 1.1, s * 0.16), (10, 12, 24), 0.6, 4)
    c.shape(
        [
            (px - s * 0.9, py - s * 0.15),
            (px - s * 0.9, py - s * 0.8),
            (px - s * 0.68, py - s * 1.4),
            (px + s * 0.68, py - s * 1.4),
            (px + s * 0.9, py - s * 0.8),
            (px + s * 0.9, py - s * 0.15),
        ],
        (mix(ink, DUSK.glint, 0.3), shade(ink, 0.35)),
    )
    c.shape(
        [
            (px - s * 0.7, py - s * 0.85),
            (px - s * 0.58, py - s * 1.3),
            (px + s * 0.58, py - s * 1.3),
            (px + s * 0.7, py - s * 0.85),
        ],
        mix(NAVY, DUSK.sky[3], 0.4),
    )
    for side in (-0.72, 0.72):
        c.glow(px + side * s, py - s * 0.65, s * 0.9, VERMILION, 0.7)
        c.rect(px + side * s - s * 0.14, py - s * 0.72, s * 0.28, s * 0.14, (255, 120, 90))


def _barrier(c: Canvas, view: View, x: float, z: float) -> None:
    s = view.size(z)
    left, top = view(x, 1.1, z)
    c.rect(left, top, s * 1.9, s * 0.34, CREAM)
    with c.within(rect(left, top, s * 1.9, s * 0.34)):
        for n in range(-1, 6):
            c.shape(
                [
                    (left + n * s * 0.44, top + s * 0.34),
                    (left + n * s * 0.44 + s * 0.34, top),
                    (left + n * s * 0.44 + s * 0.56, top),
                    (left + n * s * 0.44 + s * 0.22, top + s * 0.34),
                ],
                VERMILION,
            )
    for dx in (0.2, 1.6):
        c.line([(left + dx * s, top + s * 0.34), (left + dx * s, top + s * 1.1)], s * 0.08, NAVY)
