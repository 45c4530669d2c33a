"""What runs on wheels: trams, lorries, buses, cars, trains, bicycles. In local units, wheels on y 0, facing right."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import Dress, dressed
from dateline.site.demo.pictures.inks import BONE, CREAM, NAVY, OCHRE, STEEL, VERMILION, Ink, Light, mix
from dateline.site.demo.pictures.shapes import limb, oval, points, rect, smooth
from dateline.site.demo.pictures.space import shade


def _wheel(c: Canvas, x: float, radius: float, ink: Ink = NAVY) -> None:
    c.disc(x, -radius, radius, shade(ink, 0.3))
    c.disc(x, -radius, radius * 0.5, mix(ink, STEEL, 0.6))


def _shine(c: Canvas, x: float, y: float, width: float, height: float, glass: Ink, lit: Ink) -> None:
    """A pane of glass with a slanting reflection."""
    c.shape(rect(x, y, width, height), (mix(glass, lit, 0.25), glass))
    c.shape(
        [(x + width * 0.15, y + height), (x + width * 0.42, y), (x + width * 0.6, y), (x + width * 0.33, y + height)],
        lit,
        0.22,
    )


def tram_front(c: Canvas, light: Light, livery: Ink, number: int = 4) -> None:
    """A tram coming towards us, 260 wide and 420 high."""
    c.soft(oval(0, 4, 170, 16), (8, 12, 22), 0.6, 10)
    body = smooth(
        points("-128,0 -132,-220 -118,-372 -70,-404 70,-404 118,-372 132,-220 128,0"),
        closed=False,
    )
    c.shape(body, (mix(livery, light.glint, 0.18), livery, shade(livery, 0.35)))
    c.shape([(-118, -170), (-112, -348), (112, -348), (118, -170)], (mix(light.dark, light.haze, 0.25), light.dark))
    c.shape([(-60, -170), (-10, -348), (34, -348), (-16, -170)], light.haze, 0.18)
    c.rect(-84, -394, 168, 38, shade(NAVY, 0.3))
    for n in range(number):
        c.rect(-70 + n * 13, -385, 7, 20, light.glint)
    for x in range(10, 76, 11):
        c.rect(x, -384, 7, 18, light.glint, 0.75)
    c.rect(-131, -160, 262, 20, mix(CREAM, light.near, 0.25))
    for x in (-88, 88):
        c.glow(x, -104, 120, light.glint, 0.75)
        c.disc(x, -104, 19, mix(light.glint, CREAM, 0.6))
    c.rect(-118, -46, 236, 30, light.dark)
    c.spray(body, shade(livery, 0.6), 0.5, angle=0, start=0.5)
    c.line([(-26, -406), (0, -456), (26, -406)], 4, light.dark)
    c.line([(-44, -458), (44, -458)], 4, light.dark)


def tram_side(c: Canvas, light: Light, livery: Ink, lit: bool = True) -> None:
    """A tram of two cars from the side, 720 long and 170 high."""
    c.soft(oval(0, 4, 370, 10), (8, 12, 22), 0.5, 8)
    for x in (-360, 6):
        body = smooth(
            points("0,-14 0,-140 14,-162 340,-162 354,-140 354,-14", x, 0),
            closed=False,
            steps=3,
        )
        c.shape(body, (mix(livery, light.glint, 0.15), livery, shade(livery, 0.35)))
        c.rect(x, -62, 354, 10, mix(CREAM, light.near, 0.25))
        for n in range(6):
            glass = mix(light.glint, OCHRE, 0.2) if lit else mix(light.dark, light.haze, 0.35)
            _shine(c, x + 14 + n * 56, -136, 44, 62, glass, mix(glass, CREAM, 0.5))
        c.spray(body, shade(livery, 0.6), 0.5, start=0.5)
        for wheel in (60, 110, 250, 300):
            _wheel(c, x + wheel, 15)
    c.rect(-6, -140, 12, 120, shade(livery, 0.6))
    c.line([(120, -164), (150, -206), (180, -164)], 3, light.dark)


def lorry(c: Canvas, light: Light, cab: Ink, load: Ink | None = None) -> None:
    """A tipper lorry, 270 long and 120 high; with a ``load``, heaped."""
    c.soft(oval(0, 2, 145, 7), (8, 12, 22), 0.5, 6)
    if load:
        heap = smooth([(-130, -84), (-90, -112), (-40, -122), (10, -108), (44, -84)], closed=False)
        c.shape(heap, (mix(load, light.glint, 0.3), shade(load, 0.3)))
        c.spray(heap, shade(load, 0.6), 0.8)
    c.shape([(-138, -88), (50, -88), (40, -26), (-128, -26)], (mix(STEEL, light.glint, 0.2), shade(STEEL, 0.3)))
    for x in range(-112, 40, 30):
        c.line([(x, -86), (x + 1, -28)], 2.4, shade(STEEL, 0.45))
    c.shape(
        smooth([(60, -18), (60, -104), (100, -106), (126, -62), (130, -18)], closed=False, steps=4),
        (mix(cab, light.glint, 0.25), shade(cab, 0.3)),
    )
    _shine(c, 72, -96, 34, 34, mix(light.dark, light.haze, 0.3), light.haze)
    c.rect(-140, -28, 272, 12, shade(NAVY, 0.2))
    for x in (-104, -66, 92):
        _wheel(c, x, 19)
    c.disc(128, -34, 5, light.glint)


def bus(c: Canvas, light: Light, livery: Ink) -> None:
    """A country bus, 330 long and 130 high."""
    c.soft(oval(0, 3, 175, 8), (8, 12, 22), 0.45, 6)
    body = smooth(points("-165,-16 -168,-110 -154,-132 146,-132 166,-96 168,-16"), closed=False, steps=4)
    c.shape(body, (mix(BONE, light.glint, 0.4), livery, shade(livery, 0.25)))
    for n in range(6):
        _shine(c, -150 + n * 46, -114, 40, 42, mix(light.dark, light.haze, 0.4), light.haze)
    _shine(c, 128, -112, 34, 62, mix(light.dark, light.haze, 0.4), light.haze)
    c.rect(-168, -54, 336, 6, CREAM)
    for x in (-98, 104):
        _wheel(c, x, 21)
    c.disc(163, -38, 6, light.glint)


def car(c: Canvas, light: Light, ink: Ink, lamps: bool = True) -> None:
    """A small car from the side, 170 long and 58 high."""
    c.soft(oval(0, 2, 92, 5), (8, 12, 22), 0.45, 5)
    body = smooth(
        points("-84,-12 -86,-34 -58,-38 -34,-60 22,-60 46,-38 80,-32 86,-12"),
        closed=False,
        steps=5,
    )
    c.shape(body, (mix(ink, light.glint, 0.25), shade(ink, 0.3)))
    c.shape([(-48, -38), (-29, -54), (-6, -54), (-6, -38)], mix(light.dark, light.haze, 0.35))
    c.shape([(0, -38), (0, -54), (18, -54), (37, -38)], mix(light.dark, light.haze, 0.35))
    for x in (-52, 52):
        _wheel(c, x, 14)
    if lamps:
        c.disc(82, -26, 4, light.glint)
        c.disc(-84, -26, 3.4, VERMILION)


def train(c: Canvas, light: Light, livery: Ink, cars: int = 4) -> None:
    """A passenger train, 300 a car, its nose to the right, 110 high."""
    for n in range(cars):
        x = -n * 306
        if n == 0:
            body = smooth(points("-300,-12 -300,-108 -90,-108 -34,-84 -4,-38 0,-12"), closed=False, steps=6)
        else:
            body = rect(x - 300, -108, 300, 96)
        c.shape(body, (mix(livery, light.glint, 0.3), livery, shade(livery, 0.3)))
        panes = 6 if n == 0 else 8
        c.rect(x - 292, -92, panes * 36 - 4, 34, mix(light.dark, light.haze, 0.2))
        for pane in range(panes):
            c.rect(x - 288 + pane * 36, -90, 28, 30, mix(light.glint, light.haze, 0.4), 0.75)
        c.rect(x - 300, -46, 292 if n == 0 else 300, 7, CREAM)
        c.spray(body, shade(livery, 0.6), 0.5, start=0.5)
        for wheel in (50, 84, 216, 250):
            _wheel(c, x - 300 + wheel, 11)


def wagon(c: Canvas, light: Light, ink: Ink) -> None:
    """A freight wagon with a container, 240 long."""
    c.shape(rect(-112, -92, 224, 72), (mix(ink, light.glint, 0.2), shade(ink, 0.28)))
    for x in range(-100, 112, 14):
        c.line([(x, -90), (x, -22)], 1.2, shade(ink, 0.4), 0.6)
    c.rect(-120, -22, 240, 8, NAVY)
    for x in (-88, -60, 60, 88):
        _wheel(c, x, 9)


def bicycle(c: Canvas, frame: Ink, tyre: Ink = NAVY) -> None:
    """A bicycle, 104 long, wheels 36 high."""
    for x in (-34, 34):
        c.line([*oval(x, -18, 17, 17), (x + 17, -18)], 2.2, tyre)
        for n in range(6):
            a = n / 6 * pi
            c.line([(x - 16 * cos(a), -18 - 16 * sin(a)), (x + 16 * cos(a), -18 + 16 * sin(a))], 0.5, tyre, 0.5)
    for one, two in (
        ((-34, -18), (-4, -18)),
        ((-4, -18), (24, -44)),
        ((-34, -18), (-12, -46)),
        ((-12, -46), (22, -44)),
        ((-12, -50), (-4, -18)),
        ((34, -18), (22, -48)),
    ):
        c.line([one, two], 2.6, frame)
    c.line([(-18, -51), (-6, -51)], 3.4, tyre)


def cyclist(c: Canvas, frame: Ink, rider: Dress | None = None, racing: bool = False) -> None:
    """Somebody on a bicycle, 100 high; ``racing`` bends them over drop handlebars."""
    worn = rider or dressed(c)
    c.soft(oval(0, 1, 54, 3.5), (8, 12, 22), 0.4, 3)
    hip, hand = (-13, -54), (27, -48)
    shoulder, head = ((17, -70), (28, -76)) if racing else ((4, -82), (9, -95))
    c.shape(limb([hip, (14, -42), (6, -14)], [9, 7, 4.5]), shade(worn.legs, 0.3))
    bicycle(c, frame)
    c.shape(limb([hip, (8, -38), (-6, -8)], [9.5, 7.4, 4.6]), worn.legs)
    c.shape(smooth([(-10, -8), (-4, -9), (4, -5), (-8, -4)], steps=4), shade(worn.legs, 0.4))
    trunk = smooth(
        [
            (hip[0] - 7, hip[1]),
            (hip[0] - 4, hip[1] - 14),
            (shoulder[0] - 8, shoulder[1] - 4),
            (shoulder[0] + 4, shoulder[1] - 2),
            (shoulder[0] + 2, shoulder[1] + 10),
            (hip[0] + 7, hip[1] - 2),
        ],
        steps=5,
    )
    c.shape(trunk, worn.coat)
    c.spray(trunk, shade(worn.coat, 0.55), 0.6, start=0.4)
    elbow = ((shoulder[0] + hand[0]) / 2 - 1, (shoulder[1] + hand[1]) / 2 + 6)
    c.shape(limb([shoulder, elbow, hand], [6, 5, 3.6]), mix(worn.coat, CREAM, 0.12))
    c.shape(oval(head[0], head[1], 5.2, 6.4), worn.skin)
    c.shape(
        smooth(
            [
                (head[0] - 7, head[1] + 0.5),
                (head[0] - 5.5, head[1] - 6.5),
                (head[0] + 2, head[1] - 8.5),
                (head[0] + 7, head[1] - 3.6),
                (head[0], head[1] - 2.4),
            ],
            steps=5,
        ),
        worn.hat or worn.hair,
    )
