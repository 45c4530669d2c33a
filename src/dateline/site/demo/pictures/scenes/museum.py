"""Museum and studio: the borrowed painting, its crate, a print."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    ICE,
    MOSS,
    NAVY,
    NIGHT,
    OAK,
    OCHRE,
    PETROL,
    ROSE,
    RUST,
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
from dateline.site.demo.pictures.rooms import Room, arched_window, pendant, room
from dateline.site.demo.pictures.shapes import limb, oval, points, rect, smooth
from dateline.site.demo.pictures.sky import stars
from dateline.site.demo.pictures.space import View, block, shade
from dateline.site.demo.pictures.town import skyline


def herring_girls(c: Canvas, x: float, y: float, width: float, height: float) -> None:
    """The borrowed painting: women on a quay at evening; (x, y) is its upper left corner."""
    canvas = rect(x, y, width, height)
    with c.within(canvas):
        c.shape(canvas, (mix(SLATE, ROSE, 0.35), mix(ROSE, AMBER, 0.45), mix(AMBER, CREAM, 0.25)))
        c.glow(x + width * 0.7, y + height * 0.46, width * 0.4, CREAM, 0.6)
        c.shape(rect(x, y + height * 0.5, width, height * 0.24), (mix(AMBER, TEAL, 0.35), mix(PETROL, SLATE, 0.4)))
        for n in range(4):
            mast = x + width * (0.08 + 0.11 * n)
            c.line(
                [(mast, y + height * 0.6), (mast + width * 0.01, y + height * (0.18 + 0.05 * (n % 2)))],
                width * 0.009,
                UMBER,
            )
        c.shape(rect(x, y + height * 0.7, width, height * 0.3), (mix(OAK, AMBER, 0.2), shade(UMBER, 0.2)))
        for n, (part, coat) in enumerate(((0.3, WINE), (0.44, PETROL), (0.6, RUST), (0.76, mix(OCHRE, UMBER, 0.3)))):
            worn = dressed(
                c, coat=coat, legs=shade(coat, 0.4), hem=30, hat=mix(CREAM, SAND, 0.3 * (n % 2)), long_hair=True
            )
            figure(
                c,
                x + width * part,
                y + height * 0.93,
                height * 0.52,
                ("work", "carry", "stand", "work")[n],
                worn,
                flip=n == 3,
                shadow=0,
            )
        c.brush(canvas, CREAM, 0.3, 0.16)
        c.brush(canvas, UMBER, 0.2, 0.2)


def framed(c: Canvas, x: float, y: float, width: float, height: float, gilt: Ink = OCHRE) -> None:
    """A gilt frame around the rectangle, with its shadow on the wall."""
    edge = width * 0.055
    c.soft(rect(x - edge + 8, y - edge + 16, width + edge * 2, height + edge * 2), (16, 14, 20), 0.6, 14)
    c.shape(
        rect(x - edge, y - edge, width + edge * 2, height + edge * 2),
        (mix(gilt, CREAM, 0.5), gilt, shade(gilt, 0.4)),
        angle=45,
    )
    c.shape(
        rect(x - edge * 0.45, y - edge * 0.45, width + edge * 0.9, height + edge * 0.9),
        (shade(gilt, 0.4), mix(gilt, CREAM, 0.3)),
        angle=45,
    )


@scene("museum-hall", focus="50% 45%")
def museum_hall(c: Canvas) -> None:
    """Visitors before the large painting in the sea room of the museum."""
    view = View(750, 560, 1.7, 950)
    wall = mix(PETROL, TEAL, 0.35)
    room(c, Room(view, 6.5, 6.4, 11, wall, mix(OAK, SAND, 0.15), mix(BONE, SLATE, 0.2)), 0.45)
    c.shape(view.outline([(-3, 6.35, 4), (3, 6.35, 4), (3, 6.35, 9.6), (-3, 6.35, 9.6)]), (SNOW, ICE))
    c.fade([(360, 130), (1140, 130), (1300, 700), (200, 700)], (255, 240, 210), 0.3)
    framed(c, 500, 222, 500, 330)
    herring_girls(c, 500, 222, 500, 330)
    for x, wide in ((276, 110), (1114, 110)):
        framed(c, x, 330, wide, 140, mix(OAK, OCHRE, 0.4))
        c.shape(rect(x, 330, wide, 140), (mix(ICE, TEAL, 0.3), mix(SLATE, SAND, 0.4)))
    c.rect(1030, 520, 26, 34, CREAM)
    c.fade([(470, 640), (1030, 640), (1180, 860), (330, 860)], (255, 244, 214), 0.45)
    for across, ahead, pose, flip in (
        (-1.5, 7.6, "stand", False),
        (-0.75, 7.4, "pockets", True),
        (1.9, 8.2, "point", True),
        (0.7, 5.4, "stand", False),
        (1.3, 5.2, "pockets", True),
    ):
        px, py = view(across, 0, ahead)
        hair = c.chance.choice((UMBER, NAVY, OAK))
        figure(
            c,
            px,
            py,
            view.size(ahead) * 1.68,
            pose,
            dressed(
                c, hair=hair, skin=mix(hair, UMBER, 0.2), coat=c.chance.choice((VERMILION, OCHRE, WINE, SAND, TEAL))
            ),
            flip=flip,
        )
    for leg in (-1.7, 0.0):
        c.rect(*view(leg, 0.3, 4.2), 16, 72, shade(UMBER, 0.2))
    c.soft(view.floor(-1.9, 4.1, 2.2, 0.8), UMBER, 0.5, 8)
    block(c, view, (-1.8, 0.3, 4.2), (2.0, 0.13, 0.7), mix(UMBER, OAK, 0.4), shade(UMBER, 0.4), mix(OAK, CREAM, 0.25))


@scene("painting", focus="50% 45%")
def painting(c: Canvas) -> None:
    """The painting close up, a restorer's lamp on it."""
    c.shape(rect(0, 0, 1500, 1000), (mix(SLATE, BONE, 0.25), shade(SLATE, 0.3)))
    c.glow(820, 400, 800, (255, 238, 200), 0.5)
    framed(c, 330, 150, 840, 560)
    herring_girls(c, 330, 150, 840, 560)
    c.fade([(1190, 190), (1240, 210), (960, 640), (560, 480)], (255, 246, 220), 0.35, 160)
    c.shape(rect(-10, 850, 1520, 160), (mix(OAK, SAND, 0.3), shade(OAK, 0.4)))
    for x in (420, 1080):
        c.shape(limb([(x, 720), (x + (40 if x > 700 else -40), 860)], [18, 18]), shade(OAK, 0.3))
    c.line([(1390, 860), (1410, 420), (1240, 190)], 9, NAVY)
    c.shape([(1170, 150), (1260, 180), (1226, 250), (1180, 228)], NAVY)
    figure(c, 1180, 930, 620, "work", dressed(c, coat=SNOW, legs=NAVY, hem=26, hair=UMBER, long_hair=True), flip=True)
    c.shape(limb([(1035, 570), (960, 520)], [5, 2.4]), OAK)


@scene("crate", focus="50% 55%")
def crate(c: Canvas) -> None:
    """A padded crate is wheeled into the museum at night."""
    c.shape(rect(0, 0, 1500, 1000), (shade(SLATE, 0.35), mix(SLATE, STEEL, 0.35)))
    c.shape(rect(-10, 730, 1520, 280), (mix(STEEL, BONE, 0.35), shade(SLATE, 0.25)))
    c.shape(rect(420, 130, 660, 610), (NIGHT.sky[1], NIGHT.sky[3]))
    with c.within(rect(420, 130, 660, 610)):
        stars(c, 420, 110)
        skyline(c, NIGHT, 700, 110, 0.3, (400, 1100), 0.2)
        c.shape(rect(400, 690, 700, 60), mix(NAVY, SLATE, 0.4))
    for x in (400, 1070):
        c.shape(rect(x, 110, 30, 630), (mix(STEEL, CREAM, 0.3), STEEL), angle=0)
    c.rect(400, 96, 700, 36, mix(STEEL, CREAM, 0.2))
    c.fade([(430, 740), (1070, 740), (1300, 1000), (200, 1000)], (200, 214, 230), 0.35)
    pendant(c, 250, 200, 150, VERMILION)
    pendant(c, 1250, 200, 150, VERMILION)
    c.soft(oval(770, 890, 330, 22), NAVY, 0.6, 12)
    c.shape(rect(500, 420, 520, 420), (mix(OAK, SAND, 0.45), mix(OAK, UMBER, 0.25)), angle=90)
    for x in (500, 740, 980):
        c.shape(rect(x, 420, 40, 420), (mix(OAK, SAND, 0.65), OAK), angle=0)
    for y in (420, 796):
        c.shape(rect(500, y, 520, 44), (mix(OAK, SAND, 0.6), OAK))
    c.spray(rect(500, 420, 520, 420), shade(UMBER, 0.3), 0.6, angle=0, start=0.3)
    _marks(c)
    c.rect(470, 838, 580, 20, NAVY)
    for x in (520, 640, 880, 1000):
        c.disc(x, 874, 19, NAVY)
    figure(c, 400, 905, 400, "push", dressed(c, coat=PETROL, legs=NAVY))
    figure(c, 1120, 905, 390, "push", dressed(c, coat=SLATE, legs=NAVY), flip=True)
    figure(c, 1290, 930, 410, "read", dressed(c, coat=WINE, long_hair=True), flip=True)


def _marks(c: Canvas) -> None:
    """Arrows, a glass and an umbrella: this side up, fragile, keep dry."""
    ink = shade(UMBER, 0.3)
    for x in (580, 640):
        c.line([(x, 660), (x, 560)], 11, ink)
        c.shape([(x - 26, 572), (x, 528), (x + 26, 572)], ink)
    c.line([(556, 676), (664, 676)], 9, ink)
    c.shape([(834, 540), (912, 540), (900, 600), (846, 600)], ink)
    c.line([(873, 600), (873, 660)], 8, ink)
    c.line([(844, 664), (902, 664)], 9, ink)


@scene("print-studio", focus="50% 55%")
def print_studio(c: Canvas) -> None:
    """A printmaker pulls a sheet from the press."""
    wall = mix(BONE, SAND, 0.4)
    c.shape(rect(0, 0, 1500, 1000), (mix(wall, SNOW, 0.3), wall))
    c.shape(rect(-10, 760, 1520, 250), (mix(OAK, SLATE, 0.35), shade(OAK, 0.5)))
    arched_window(c, 180, 560, 240, 420, (ICE, SNOW, mix(SNOW, AMBER, 0.2)), mix(OAK, SLATE, 0.4))
    c.fade([(170, 560), (430, 560), (760, 960), (330, 960)], (255, 248, 226), 0.4)
    c.line([(560, 150), (1460, 130)], 3, UMBER)
    for n in range(5):
        _print(c, 590 + n * 172, 150 - n * 4, n)
    c.soft(oval(820, 868, 360, 22), NAVY, 0.5, 12)
    for x in (560, 1040):
        c.shape(limb([(x, 860), (x + 20, 560)], [54, 40]), (mix(NAVY, TEAL, 0.4), shade(NAVY, 0.2)), angle=0)
    c.shape(rect(500, 640, 640, 40), (mix(STEEL, CREAM, 0.3), shade(STEEL, 0.3)))
    for y, r in ((596, 46), (712, 42)):
        c.shape(rect(600, y - r, 440, r * 2), (mix(STEEL, SNOW, 0.5), STEEL, shade(STEEL, 0.5)))
    for x in (580, 1060):
        c.disc(x, 596, 54, NAVY)
        c.disc(x, 596, 20, OCHRE)
    for n in range(6):
        a = n / 6 * 2 * pi + 0.3
        c.line([(1120, 596), (1120 + 150 * cos(a), 596 + 150 * sin(a))], 9, mix(NAVY, TEAL, 0.3))
    c.line([*oval(1120, 596, 150, 150), (1270, 596)], 12, mix(NAVY, TEAL, 0.3))
    c.shape([(430, 640), (610, 640), (610, 628), (560, 560), (400, 520)], (SNOW, CREAM))
    c.shape(smooth([(450, 560), (500, 548), (556, 590), (540, 622), (470, 610)]), PETROL)
    figure(c, 330, 900, 480, "work", dressed(c, coat=PETROL, legs=NAVY, hem=26, long_hair=True, hair=UMBER))


def _print(c: Canvas, x: float, y: float, n: int) -> None:
    """A sheet hung up to dry: a boat, a leaf, a fish, a bird, a tower."""
    c.shape([(x, y), (x + 136, y - 3), (x + 140, y + 184), (x + 3, y + 188)], (SNOW, CREAM))
    ink = (PETROL, MOSS, VERMILION, NAVY, OCHRE)[n]
    cx, cy = x + 70, y + 96
    shapes = (
        points("-42,20 42,20 28,44 -28,44 -42,20 0,-56 6,18", cx, cy),
        smooth([(cx, cy + 60), (cx - 40, cy), (cx, cy - 62), (cx + 40, cy)]),
        smooth(points("-48,0 -6,-26 34,0 54,-22 54,22 34,0 -6,26", cx, cy)),
        smooth(points("-50,-30 -6,-10 46,-50 16,16 -16,34 -30,8", cx, cy)),
        [(cx - 20, cy + 60), (cx - 14, cy - 30), (cx, cy - 64), (cx + 14, cy - 30), (cx + 20, cy + 60)],
    )
    c.shape(shapes[n], ink)
    c.brush(shapes[n], CREAM, 0.35, 0.5)
    c.rect(x + 62, y - 12, 12, 22, OAK)
