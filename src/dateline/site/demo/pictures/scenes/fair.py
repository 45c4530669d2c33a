"""The book fair and its books."""

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import person
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    CREAM,
    DUSK,
    ICE,
    NAVY,
    OAK,
    OCHRE,
    PETROL,
    PLUM,
    ROSE,
    RUST,
    SAND,
    SNOW,
    TEAL,
    UMBER,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.rooms import arch, books
from dateline.site.demo.pictures.shapes import arc, limb, oval, points, rect, sag, smooth
from dateline.site.demo.pictures.sky import bands, sky
from dateline.site.demo.pictures.space import View, block, shade
from dateline.site.demo.pictures.town import dome, skyline


@scene("book-fair", focus="50% 60%")
def book_fair(c: Canvas) -> None:
    """The tents of the book fair on Customs Square in the evening."""
    light = DUSK
    view = View(750, 520, 2.6, 850)
    sky(c, light, 600)
    bands(c, light, 60, 340, 4)
    skyline(c, light, 540, 150, 0.3, lit=0.14)
    dome(c, 980, 440, 190, mix(TEAL, light.near, 0.5), mix(TEAL, light.glint, 0.35))
    c.shape(view.floor(-40, 2, 80, 90), (mix(SAND, light.near, 0.45), mix(light.near, light.dark, 0.5)))
    for z in (30, 22, 16, 11.5, 8.2):
        for side in (-1, 1):
            _tent(c, view, side, z)
        if z < 30:
            for _ in range(3):
                person(
                    c,
                    view,
                    c.chance.uniform(-2, 2),
                    z - 0.6,
                    1.7,
                    c.chance.choice(("read", "walk", "stand", "carry")),
                    flip=c.chance.random() < 0.5,
                )
    for z, far in ((5.5, 9), (9, 15), (15, 26)):
        _bulbs(c, view(-5.2, 4.3, z), view(5.2, 4.3, far))
        _bulbs(c, view(5.2, 4.3, z), view(-5.2, 4.3, far))


def _tent(c: Canvas, view: View, side: int, z: float) -> None:
    """A pointed tent open to the middle, a table of books under it."""
    light = DUSK
    left = side * 2.6 if side > 0 else side * 2.6 - 3.6
    cloth = (VERMILION, CREAM, TEAL, OCHRE)[int(z) % 4]
    c.shape(view.wall(left, z + 2.4, 3.6, 2.5), (mix(AMBER, CREAM, 0.35), mix(AMBER, RUST, 0.35)))
    bx, by = view(left + 0.3, 1.0, z + 2.2)
    ex, ey = view(left + 3.3, 2.2, z + 2.2)
    books(c, bx, by, ex - bx, (by - ey) * 0.55, (WINE, PETROL, RUST, TEAL, UMBER), AMBER, 0.2)
    person(c, view, left + 1.9, z + 1.7, 1.72, "stand", shadow=0)
    block(
        c,
        view,
        (left + 0.2, 0, z + 0.4),
        (3.2, 0.85, 1.0),
        (mix(cloth, light.near, 0.25), shade(cloth, 0.4)),
        shade(cloth, 0.5),
        mix(CREAM, AMBER, 0.3),
    )
    for n in range(9):
        qx, qy = view(left + 0.4 + n * 0.33, 0.87, z + 0.7)
        s = view.size(z) * 0.24
        ink = c.chance.choice((WINE, PETROL, RUST, TEAL, CREAM))
        c.shape([(qx, qy), (qx + s, qy - s * 0.1), (qx + s * 1.1, qy + s * 0.3), (qx + s * 0.1, qy + s * 0.4)], ink)
    for x in (left, left + 3.55):
        c.line([view(x, 0, z), view(x, 2.6, z)], view.size(z) * 0.07, light.dark)
    top = view(left + 1.8, 4.2, z + 1.2)
    roof = [view(left - 0.1, 2.5, z), top, view(left + 3.7, 2.5, z)]
    c.shape(roof, (mix(cloth, light.glint, 0.45), mix(cloth, light.near, 0.2)))
    c.spray(roof, shade(cloth, 0.5), 0.6, angle=20, start=0.4)
    c.shape(view.wall(left - 0.1, z, 3.8, 0.28, 2.26), mix(cloth, light.near, 0.35))


def _bulbs(c: Canvas, start: tuple[float, float], end: tuple[float, float]) -> None:
    wire = sag(start, end, 40, 22)
    c.line(wire, 1.6, NAVY)
    for x, y in wire[1:-1]:
        c.glow(x, y + 4, 24, AMBER, 0.7)
        c.disc(x, y + 4, 3.6, CREAM)


@scene("books-table", focus="50% 55%")
def books_table(c: Canvas) -> None:
    """Open and stacked books, a reed pen and an inkwell."""
    c.shape(rect(0, 0, 1500, 1000), (mix(WINE, PLUM, 0.4), mix(WINE, RUST, 0.35)))
    _lattice(c)
    c.shape(rect(-10, 700, 1520, 310), (mix(OAK, AMBER, 0.15), shade(OAK, 0.5)))
    c.spray(rect(-10, 700, 1520, 310), shade(UMBER, 0.4), 0.5, start=0.2)
    c.soft(oval(780, 892, 420, 34), NAVY, 0.5, 14)
    for n, (x, wide, ink) in enumerate(
        ((250, 330, PETROL), (270, 300, OCHRE), (240, 340, VERMILION), (280, 280, TEAL), (262, 300, CREAM))
    ):
        y = 800 - n * 58
        c.shape(rect(x, y - 56, wide, 56), (mix(ink, CREAM, 0.2), shade(ink, 0.3)))
        c.shape(rect(x + 12, y - 46, wide - 12, 36), (CREAM, mix(CREAM, OAK, 0.35)))
        c.shape(rect(x, y - 56, 26, 56), (mix(ink, CREAM, 0.3), shade(ink, 0.2)), angle=0)
    left = smooth([(560, 850), (600, 806), (720, 792), (800, 826)], closed=False)
    c.shape([*left, (800, 896), (540, 914)], (SNOW, mix(CREAM, OAK, 0.25)), angle=0)
    right = smooth([(800, 826), (880, 790), (1010, 806), (1050, 850)], closed=False)
    c.shape([*right, (1070, 914), (800, 896)], (mix(CREAM, OAK, 0.3), SNOW), angle=0)
    for n in range(5):
        c.line(
            smooth([(608 - n * 6, 826 + n * 15), (690, 815 + n * 15), (772, 836 + n * 13)], closed=False),
            3,
            mix(NAVY, CREAM, 0.3),
        )
        c.line(
            smooth([(828, 836 + n * 13), (910, 815 + n * 15), (1000 + n * 6, 826 + n * 15)], closed=False),
            3,
            mix(NAVY, CREAM, 0.3),
        )
    c.shape(
        smooth(points("1140,850 1130,770 1170,740 1230,740 1270,770 1260,850")),
        (mix(TEAL, ICE, 0.4), shade(PETROL, 0.3)),
        angle=0,
    )
    c.shape(rect(1170, 716, 60, 30), shade(OCHRE, 0.1))
    c.shape(limb([(1206, 730), (1290, 480)], [9, 15]), (AMBER, mix(OAK, AMBER, 0.4)))
    _lantern(c, 1090, 330)


def _lattice(c: Canvas) -> None:
    """A window of eight-pointed stars, light behind it."""
    c.shape(arch(880, 690, 420, 560, 24), (mix(AMBER, CREAM, 0.4), mix(AMBER, ROSE, 0.4)))
    with c.within(arch(880, 690, 420, 560, 24)):
        for row in range(9):
            for column in range(7):
                x, y = 900 + column * 66, 150 + row * 66
                for turn in (0.0, 0.125):
                    square = arc(x, y, 32, turn, 1 + turn, 4)
                    c.line(square, 6, shade(WINE, 0.3))
    c.line([*arch(880, 690, 420, 560, 24)], 12, shade(WINE, 0.3))
    c.fade([(880, 690), (1300, 690), (1000, 980), (420, 980)], AMBER, 0.3)


def _lantern(c: Canvas, x: float, y: float) -> None:
    c.line([(x, -10), (x, y - 70)], 4, NAVY)
    c.glow(x, y, 260, AMBER, 0.7)
    c.shape([(x - 40, y - 50), (x + 40, y - 50), (x + 56, y + 40), (x, y + 84), (x - 56, y + 40)], (CREAM, AMBER))
    for dx in (-40, 0, 40):
        c.line([(x + dx, y - 50), (x + dx * 1.4, y + 40), (x, y + 84)], 4, NAVY)
    c.line([(x - 56, y + 40), (x + 56, y + 40)], 4, NAVY)
    c.shape([(x - 46, y - 50), (x, y - 96), (x + 46, y - 50)], NAVY)
