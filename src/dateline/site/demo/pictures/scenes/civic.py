"""The rooms of the city: council, town hall, library."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import crowd, dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DUSK,
    HAIRS,
    ICE,
    MOSS,
    NAVY,
    OAK,
    OCHRE,
    PETROL,
    RUST,
    SAGE,
    SAND,
    SLATE,
    SNOW,
    TEAL,
    UMBER,
    WINE,
    Ink,
    mix,
)
from dateline.site.demo.pictures.rooms import Room, arched_window, bookcase, room, shaft, table
from dateline.site.demo.pictures.shapes import points, rect, smooth
from dateline.site.demo.pictures.sky import bands, sky
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.town import dome, facade, lamppost


@scene("council-chamber", focus="50% 50%")
def council_chamber(c: Canvas) -> None:
    """The council in session, seen from the public gallery."""
    wood = mix(OAK, UMBER, 0.25)
    c.shape(rect(0, 0, 1500, 1000), (mix(BONE, OAK, 0.25), mix(OAK, UMBER, 0.35)))
    c.shape(rect(0, 330, 1500, 180), (wood, shade(wood, 0.35)))
    for x in range(0, 1500, 100):
        c.rect(x + 10, 346, 80, 140, mix(wood, CREAM, 0.08))
        c.spray(rect(x + 10, 346, 80, 140), shade(wood, 0.4), 0.4, angle=45, start=0.2)
    for x in (150, 390, 1000, 1240):
        arched_window(c, x, 312, 120, 260, (ICE, SNOW, mix(SNOW, AMBER, 0.3)), mix(BONE, OAK, 0.3))
    _arms(c)
    c.shape(rect(0, 500, 1500, 510), (mix(WINE, OAK, 0.35), shade(WINE, 0.45)))
    for x in (210, 450, 1060, 1300):
        shaft(
            c,
            ((x - 60, 312), (x + 60, 312)),
            ((x - 20 + (750 - x) * 0.25, 760), (x + 190 + (750 - x) * 0.25, 760)),
            (255, 236, 200),
            0.3,
        )
    c.shape(rect(560, 440, 380, 90), (mix(wood, CREAM, 0.2), shade(wood, 0.3)))
    for x, pose in ((640, "desk"), (750, "desk"), (860, "desk")):
        figure(c, x, 486, 150, pose, dressed(c, coat=NAVY if x != 750 else WINE), shadow=0)
    c.shape(rect(560, 450, 380, 84), (mix(wood, CREAM, 0.25), shade(wood, 0.25)))
    c.rect(550, 442, 400, 12, mix(wood, CREAM, 0.4))
    for row in range(3):
        _bench(c, row, wood)


def _arms(c: Canvas) -> None:
    """The city's arms over the chair: a ship over waves."""
    shield = smooth(points("690,90 750,96 810,90 812,190 790,240 750,268 710,240 688,190"), steps=6)
    c.soft(shield, (30, 20, 20), 0.4, 8)
    c.shape(shield, (PETROL, shade(PETROL, 0.4)))
    c.shape([(718, 176), (782, 176), (770, 200), (730, 200)], AMBER)
    c.shape([(746, 170), (746, 118), (714, 162)], CREAM)
    c.shape([(752, 170), (752, 110), (788, 164)], CREAM)
    for y in (212, 228):
        c.line(smooth([(712, y), (730, y - 7), (750, y), (770, y - 7), (788, y)], closed=False), 4, CREAM)


def _bench(c: Canvas, row: int, wood: Ink) -> None:
    """One curved row of desks with members seen from behind."""
    rx, ry, y = 420 + row * 190, 86 + row * 74, 560 + row * 40
    top = [(750 + rx * cos(pi * (0.06 + 0.88 * n / 40)), y + ry * sin(pi * (0.06 + 0.88 * n / 40))) for n in range(41)]
    front = [(x, py + 46 + row * 12) for x, py in top]
    c.shape([*top, *front[::-1]], (mix(wood, CREAM, 0.12), shade(wood, 0.4)))
    c.spray([*top, *front[::-1]], shade(wood, 0.55), 0.5, start=0.2)
    c.line(top, 9 + row * 3, mix(wood, CREAM, 0.45))
    count = 9 + row * 2
    for n in range(count):
        a = pi * (0.1 + 0.8 * n / (count - 1))
        x, py = 750 + rx * cos(a), y + ry * sin(a)
        c.rect(x - 13 - row * 3, py - 10 - row * 2, 26 + row * 6, 6, CREAM, 0.85)
        size = 100 + row * 32
        hair = c.chance.choice(HAIRS)
        worn = dressed(c, coat=c.chance.choice((NAVY, SLATE, PETROL, WINE, UMBER, MOSS)), hair=hair, skin=hair)
        figure(c, x, py + 96 + row * 30, size * 1.45, "desk", worn, shadow=0)
        _chair(c, x, py + 96 + row * 30, size, wood)


def _chair(c: Canvas, x: float, y: float, size: float, wood: Ink) -> None:
    """The leather back of a member's chair, between us and the sitter."""
    left, right = x - size * 0.3, x + size * 0.3
    back = smooth([(left, y), (left, y - size / 2), (x, y - size * 0.6), (right, y - size / 2), (right, y)], steps=5)
    c.shape(back, (mix(WINE, OAK, 0.35), shade(WINE, 0.3)))
    c.spray(back, shade(WINE, 0.5), 0.6, angle=0, start=0.4)
    c.line(back[6:-8], size * 0.035, wood)
    for side in (-0.22, 0.22):
        c.line([(x + side * size, y), (x + side * size, y + size * 0.12)], size * 0.05, shade(wood, 0.4))


@scene("town-hall", focus="50% 45%")
def town_hall(c: Canvas) -> None:
    """The town hall at dusk over a wet square."""
    light = DUSK
    sky(c, light, 760)
    bands(c, light, 90, 420, 5)
    stone = mix(SAND, light.near, 0.38)
    facade(c, light, -40, 730, (260, 330), mix(RUST, light.near, 0.45), (4, 4), 0.3)
    facade(c, light, 1290, 730, (260, 360), mix(SLATE, light.near, 0.4), (4, 4), 0.3)
    facade(c, light, 270, 730, (960, 330), stone, (13, 3), 0.55)
    c.shape([(600, 400), (750, 310), (900, 400)], (mix(stone, light.glint, 0.3), stone))
    c.shape(rect(672, 150, 156, 260), (mix(stone, light.glint, 0.35), stone, shade(stone, 0.35)), angle=0)
    c.spray(rect(672, 150, 156, 260), shade(stone, 0.5), 0.5, angle=0, start=0.3)
    dome(c, 750, 152, 150, mix(TEAL, light.near, 0.35), mix(TEAL, light.glint, 0.4))
    c.glow(750, 262, 120, light.glint, 0.5)
    c.disc(750, 262, 52, mix(CREAM, light.glint, 0.3))
    c.line([(750, 262), (750, 224)], 5, NAVY)
    c.line([(750, 262), (776, 276)], 6, NAVY)
    for x in range(622, 890, 42):
        c.rect(x, 470, 15, 260, mix(stone, light.glint, 0.45))
    c.shape(rect(-10, 730, 1520, 280), (mix(light.near, light.haze, 0.25), light.dark))
    c.mirror(732, 250, light.dark, 0.42)
    for x in (180, 430, 1070, 1320):
        lamppost(c, light, x, 800, 230)
        c.fade([(x - 16, 806), (x + 16, 806), (x + 26, 980), (x - 26, 980)], light.glint, 0.45)
    crowd(c, 240, 1280, 830, 96, 13)
    crowd(c, 500, 1000, 905, 128, 4)


@scene("library", focus="50% 60%")
def library(c: Canvas) -> None:
    """Readers under green lamps in the reading room."""
    view = View(750, 450, 2.1, 860)
    wall = mix(BONE, OCHRE, 0.18)
    room(c, Room(view, 8, 9, 17, wall, OAK, mix(BONE, SAND, 0.4)), 0.5)
    for x in (390, 620, 850, 1080):
        arched_window(c, x - 50, 372, 84, 200, (ICE, SNOW, mix(SNOW, AMBER, 0.25)), mix(OAK, BONE, 0.4))
    inks = (WINE, PETROL, OCHRE, RUST, MOSS, SLATE, SAND, UMBER)
    for n in range(4):
        bookcase(c, 356 + n * 200, 548, (176, 168), 4, inks)
    for side in (-1, 1):
        for z in (13, 10.2, 7.8, 5.9):
            _wing(c, view, side, z, inks)
    for x in (480, 700, 920):
        shaft(c, ((x, 330), (x + 80, 330)), ((x - 60, 800), (x + 120, 800)), (255, 240, 206), 0.22)
    for z in (9.5, 6.6, 4.6):
        _readers(c, view, z)


def _wing(c: Canvas, view: View, side: int, z: float, inks: tuple[Ink, ...]) -> None:
    """A bookcase standing out from the side wall, its end towards us."""
    x = side * 5.2
    left = x if side > 0 else x - 2.8
    (ax, ay), (bx, by) = view(left, 0, z), view(left + 2.8, 4.2, z)
    bookcase(c, ax, ay, (bx - ax, ay - by), 6, inks, mix(OAK, UMBER, 0.25))


def _readers(c: Canvas, view: View, z: float) -> None:
    for x in (-2.6, -0.9, 0.9, 2.5):
        px, py = view(x, 0.34, z + 1.2)
        figure(c, px, py, view.size(z + 1.2) * 1.5, "desk", shadow=0)
    table(c, view, (-3.6, z), (7.2, 1.0), mix(OAK, RUST, 0.2))
    for x in (-2.6, -0.9, 0.9, 2.5):
        px, py = view(x, 0.78, z + 0.5)
        s = view.size(z)
        c.shape([(px - s * 0.24, py), (px, py - s * 0.05), (px + s * 0.24, py), (px, py + s * 0.06)], CREAM)
    for x in (-1.8, 1.7):
        px, py = view(x, 0.78, z + 0.5)
        s = view.size(z)
        c.glow(px, py - s * 0.2, s * 1.1, AMBER, 0.5)
        c.line([(px, py), (px, py - s * 0.4)], s * 0.05, OCHRE)
        c.shape(
            [
                (px - s * 0.26, py - s * 0.3),
                (px - s * 0.17, py - s * 0.48),
                (px + s * 0.17, py - s * 0.48),
                (px + s * 0.26, py - s * 0.3),
            ],
            (mix(MOSS, SAGE, 0.4), mix(MOSS, PETROL, 0.5)),
        )
