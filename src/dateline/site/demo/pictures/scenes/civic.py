"""The city's rooms and halls: council, market, library, school, hospital, baths."""

from __future__ import annotations

from math import cos, pi, sin

from ..canvas import Canvas
from ..figures import crowd, dressed, figure, heads
from ..gallery import scene
from ..inks import AMBER, BONE, COATS, CREAM, DAY, DUSK, GOLD, HAIRS, ICE, MOSS, NAVY, OAK, OCHRE, PETROL, RUST, SAGE, SAND, SLATE, SNOW, STEEL, TEAL, UMBER, VERMILION, WINE, Ink, mix
from ..plants import tree
from ..rooms import Room, arch, arched_window, bookcase, pendant, room, shaft, table
from ..shapes import arc, limb, oval, rect, smooth
from ..sky import bands, cloud, sky, stars
from ..space import View, block, shade, tiles
from ..town import dome, facade, lamppost, skyline


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
        shaft(c, ((x - 60, 312), (x + 60, 312)), ((x - 20 + (750 - x) * 0.25, 760), (x + 190 + (750 - x) * 0.25, 760)), (255, 236, 200), 0.3)
    c.shape(rect(560, 440, 380, 90), (mix(wood, CREAM, 0.2), shade(wood, 0.3)))
    for x, pose in ((640, "desk"), (750, "desk"), (860, "desk")):
        figure(c, x, 486, 150, pose, dressed(c, coat=NAVY if x != 750 else WINE), shadow=0)
    c.shape(rect(560, 450, 380, 84), (mix(wood, CREAM, 0.25), shade(wood, 0.25)))
    c.rect(550, 442, 400, 12, mix(wood, CREAM, 0.4))
    for row in range(3):
        _bench(c, row, wood)


def _arms(c: Canvas) -> None:
    """The city's arms over the chair: a ship over waves."""
    shield = smooth([(690, 90), (750, 96), (810, 90), (812, 190), (790, 240), (750, 268), (710, 240), (688, 190)], steps=6)
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


@scene("market-hall", focus="50% 60%")
def market_hall(c: Canvas) -> None:
    """Stalls under the iron roof of the market hall."""
    view = View(750, 470, 3.0, 820)
    c.shape(rect(0, 0, 1500, 1000), (mix(ICE, DAY.sky[1], 0.5), SNOW))
    c.shape(view.floor(-14, 1.5, 28, 40), (mix(SAND, SNOW, 0.3), mix(SAND, SLATE, 0.5)))
    tiles(c, view, (-12, 12), 3, 30, mix(SAND, SLATE, 0.3), 2)
    for z in range(36, 3, -4):
        _rib(c, view, z)
    c.glow(750, 330, 380, (255, 250, 226), 0.6)
    for z in (24, 19, 15, 11.5, 8.6):
        for side in (-1, 1):
            _stall(c, view, side, z)
        for _ in range(3):
            x = c.chance.uniform(-2.2, 2.2)
            px, py = view(x, 0, z - 1)
            figure(c, px, py, view.size(z - 1) * 1.72, c.chance.choice(("walk", "carry", "stand", "pockets")), flip=c.chance.random() < 0.5)


def _rib(c: Canvas, view: View, z: float) -> None:
    """One iron arch of the roof."""
    ink = mix(PETROL, SNOW, min(0.75, z / 44))
    curve = [view(11 * cos(pi * n / 20), 6 + 5.5 * sin(pi * n / 20), z) for n in range(21)]
    c.line(curve, view.size(z) * 0.2, ink)
    inner = [view(10.2 * cos(pi * n / 20), 6 + 4.8 * sin(pi * n / 20), z) for n in range(21)]
    c.line(inner, view.size(z) * 0.09, ink)
    for one, two in zip(curve, inner[1:], strict=False):
        c.line([one, two], view.size(z) * 0.06, ink)
    for x in (-11, 11):
        c.line([view(x, 0, z), view(x, 6.2, z)], view.size(z) * 0.26, ink)


def _stall(c: Canvas, view: View, side: int, z: float) -> None:
    """A stall with a striped awning and heaped boxes."""
    near, cloth = side * 3.3, c.chance.choice((VERMILION, TEAL, OCHRE, MOSS))
    left = near if side > 0 else near - 4.2
    for n in range(7):
        tone = mix(cloth if n % 2 else CREAM, SNOW, min(0.5, z / 60))
        x = left + n * 0.6
        c.shape(view.outline([(x, 3.3, z + 1.6), (x + 0.6, 3.3, z + 1.6), (x + 0.6, 2.75, z), (x, 2.75, z)]), tone)
        c.shape(view.wall(x, z, 0.6, 0.24, 2.52), shade(tone, 0.18))
    for x in (left, left + 4.1):
        c.line([view(x, 0, z), view(x, 2.8, z)], view.size(z) * 0.07, PETROL)
    keeper = view(left + 2.1, 0, z + 1.5)
    figure(c, *keeper, view.size(z + 1.5) * 1.75, "stand", dressed(c, coat=CREAM), shadow=0)
    block(c, view, (left, 0, z), (4.2, 0.9, 1.2), mix(OAK, SNOW, 0.1), shade(OAK, 0.4), OAK)
    for n in range(6):
        fruit = c.chance.choice((VERMILION, OCHRE, MOSS, RUST, AMBER, WINE))
        for _ in range(16):
            px, py = view(left + 0.1 + n * 0.68 + c.chance.uniform(0, 0.55), 0.98 + c.chance.uniform(0, 0.16), z + c.chance.uniform(0, 0.7))
            c.disc(px, py, view.size(z) * 0.1, mix(fruit, CREAM, c.chance.uniform(0, 0.25)))
        c.shape(view.wall(left + 0.06 + n * 0.68, z, 0.62, 0.2, 0.84), mix(OAK, SAND, 0.5))


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
        c.shape([(px - s * 0.26, py - s * 0.3), (px - s * 0.17, py - s * 0.48), (px + s * 0.17, py - s * 0.48), (px + s * 0.26, py - s * 0.3)], (mix(MOSS, SAGE, 0.4), mix(MOSS, PETROL, 0.5)))


@scene("school-yard", focus="50% 60%")
def school_yard(c: Canvas) -> None:
    """Children play among new trees in a school yard."""
    light = DAY
    sky(c, light, 560)
    cloud(c, 1180, 180, 520, light.sun, light.sky[1], 0.8)
    facade(c, light, 190, 560, (860, 350), mix(RUST, BONE, 0.25), (9, 3), 0.0)
    c.shape([(170, 210), (250, 120), (990, 120), (1070, 210)], (mix(SLATE, light.haze, 0.2), SLATE))
    c.shape(arch(582, 560, 84, 130), (PETROL, shade(PETROL, 0.3)))
    for x, tall in ((70, 330), (1190, 350), (1400, 300)):
        with c.at(x, 580, 1):
            tree(c, light, MOSS, tall)
    view = View(750, 470, 3.4, 900)
    c.shape(view.floor(-80, 3, 160, 34), (mix(SAND, light.haze, 0.25), mix(SAND, RUST, 0.25)))
    for x, z, size, ink in ((-3.4, 14, 2.4, TEAL), (3.8, 12, 2.8, OCHRE), (-0.6, 19, 2.2, VERMILION)):
        c.shape([view(x + size * cos(n / 20 * pi), 0, z + size * sin(n / 20 * pi)) for n in range(40)], mix(ink, SAND, 0.3), 0.85)
        c.shape([view(x + size * 0.6 * cos(n / 20 * pi), 0, z + size * 0.6 * sin(n / 20 * pi)) for n in range(40)], SAND, 0.9)
    for x, z in ((-6.5, 11), (6.6, 10)):
        px, py = view(x, 0, z)
        block(c, view, (x - 0.8, 0, z - 0.5), (1.6, 0.5, 1.0), OAK, shade(OAK, 0.4), UMBER)
        with c.at(px, py - 20, 1):
            tree(c, light, mix(MOSS, OCHRE, 0.25), 290)
    for x, z, pose in ((-4, 16, "run"), (-2.7, 15, "run"), (0.2, 18, "cheer"), (2.6, 14, "run"), (4.4, 12.4, "stand"), (-1.2, 11, "run"), (1.7, 9.6, "kick"), (-3.6, 9.4, "cheer")):
        px, py = view(x, 0, z)
        figure(c, px, py, view.size(z) * 1.28, pose, dressed(c, coat=c.chance.choice((VERMILION, OCHRE, TEAL, WINE, PETROL)), hem=2), flip=x > 0)
    px, py = view(2.45, 0.16, 9.3)
    c.disc(px + 66, py - 16, 17, CREAM)


@scene("school-kitchen", focus="50% 55%")
def school_kitchen(c: Canvas) -> None:
    """Cooks fill trays in a school kitchen."""
    view = View(750, 400, 2.5, 900)
    room(c, Room(view, 5.5, 4.2, 11, mix(ICE, TEAL, 0.2), mix(STEEL, BONE, 0.4), SNOW))
    for x in range(416, 1100, 34):
        c.line([(x, 300), (x, 560)], 1.2, mix(TEAL, ICE, 0.4), 0.6)
    for y in range(300, 560, 34):
        c.line([(300, y), (1200, y)], 1.2, mix(TEAL, ICE, 0.4), 0.6)
    c.shape([(470, 180), (1030, 180), (1110, 290), (390, 290)], (STEEL, mix(STEEL, SNOW, 0.5)))
    c.shape(rect(420, 478, 660, 110), (mix(STEEL, SNOW, 0.4), shade(STEEL, 0.3)))
    for x, wide in ((500, 84), (640, 110), (790, 96), (940, 88)):
        _pot(c, x, 482, wide)
    for x in (-3.2, 3.4):
        for row in range(3):
            px, py = view(x, 1.5 + row * 0.6, 7)
            c.rect(px - 130, py, 260, 10, STEEL)
            for n in range(5):
                c.shape(rect(px - 110 + n * 46, py - 40, 36, 40), (CREAM, mix(SAND, RUST, 0.3 * (n % 3))))
    figure(c, 590, 745, 360, "work", dressed(c, coat=SNOW, hat=SNOW, legs=SLATE), shadow=0.2)
    figure(c, 900, 750, 350, "work", dressed(c, coat=SNOW, hat=SNOW, legs=SLATE), flip=True, shadow=0.2)
    table(c, view, (-3.2, 3.9), (6.4, 1.1), mix(STEEL, SNOW, 0.4), 0.86)
    for z in (4.7, 4.15):
        for n in range(7):
            _tray(c, *view(-2.75 + n * 0.92, 0.87, z), view.size(z) / 245)


def _pot(c: Canvas, x: float, y: float, wide: float) -> None:
    c.shape(rect(x - wide / 2, y - wide * 0.72, wide, wide * 0.72), (shade(STEEL, 0.25), mix(STEEL, SNOW, 0.6), shade(STEEL, 0.35)), angle=0)
    c.shape(oval(x, y - wide * 0.72, wide / 2, wide * 0.1), mix(STEEL, NAVY, 0.4))
    for n in range(3):
        drift = smooth([(x - 14 + n * 14, y - wide * 0.8), (x - 30 + n * 18, y - wide * 1.3), (x - 4 + n * 10, y - wide * 1.7), (x - 22 + n * 20, y - wide * 2.2)], closed=False)
        c.soft(limb(drift, [14 + 1.4 * k for k in range(len(drift))]), SNOW, 0.45, 9)


def _tray(c: Canvas, x: float, y: float, scale: float) -> None:
    with c.at(x, y, scale):
        _dishes(c)


def _dishes(c: Canvas) -> None:
    x, y = 0.0, -20.0
    c.shape([(x - 62, y), (x + 62, y), (x + 72, y + 34), (x - 72, y + 34)], (SNOW, mix(SNOW, STEEL, 0.4)))
    for dx, ink in ((-40, VERMILION), (-8, OCHRE), (26, MOSS)):
        c.shape(oval(x + dx, y + 16, 17, 9), ink)
        c.spray(oval(x + dx, y + 16, 17, 9), shade(ink, 0.4), 0.6, start=0.3)
    c.shape(oval(x + 52, y + 15, 9, 6), CREAM)


@scene("hospital-corridor", focus="50% 55%")
def hospital_corridor(c: Canvas) -> None:
    """A nurse pushes a bed down a long corridor towards the light."""
    view = View(780, 440, 1.75, 820)
    wall = mix(ICE, TEAL, 0.28)
    room(c, Room(view, 2.6, 3.1, 40, wall, mix(SAGE, BONE, 0.45), SNOW))
    c.glow(780, 430, 330, (255, 248, 224), 0.85)
    for side in (-1, 1):
        c.shape(view.flank(side * 2.58, 1.2, 38, 0.12, 0.95), mix(TEAL, SNOW, 0.1))
        c.shape(view.flank(side * 2.58, 1.2, 38, 0.18, 0), mix(PETROL, TEAL, 0.4))
        for z in (21, 14, 9.2, 5.6, 3.1):
            c.shape(view.flank(side * 2.57, z, 1.25, 2.2), mix(OCHRE, BONE, 0.45) if side < 0 else mix(OCHRE, OAK, 0.3))
            c.shape(view.flank(side * 2.56, z + 0.75, 0.3, 0.8, 1.2), SNOW)
    for z in (3, 5, 8, 12, 18, 27):
        c.shape(view.outline([(-0.7, 3.08, z), (0.7, 3.08, z), (0.7, 3.08, z + 1.2), (-0.7, 3.08, z + 1.2)]), (255, 253, 240))
        c.shape(view.floor(-0.8, z, 1.6, 1.4), (255, 253, 240), 0.25)
    for x, z in ((1.5, 15), (-1.2, 20)):
        px, py = view(x, 0, z)
        figure(c, px, py, view.size(z) * 1.72, "walk", dressed(c, coat=SNOW, legs=TEAL), flip=x > 0)
    _bed(c, view)
    px, py = view(-0.95, 0, 5.3)
    figure(c, px, py, view.size(5.3) * 1.74, "push", dressed(c, coat=TEAL, legs=PETROL, hair=(42, 33, 29), long_hair=True))


def _bed(c: Canvas, view: View) -> None:
    x, z = -0.35, 5.2
    c.soft(view.floor(x, z, 1.9, 2.0), NAVY, 0.4, 8)
    for px in (x + 0.1, x + 1.8):
        for pz in (z + 1.9, z + 0.1):
            c.line([view(px, 0.08, pz), view(px, 0.6, pz)], 5, STEEL)
            c.disc(*view(px, 0.08, pz), 11, NAVY)
    block(c, view, (x, 0.55, z), (1.95, 0.12, 2.0), STEEL, shade(STEEL, 0.4), STEEL)
    block(c, view, (x + 0.03, 0.67, z), (1.9, 0.2, 2.0), (SNOW, mix(SNOW, STEEL, 0.3)), mix(SNOW, STEEL, 0.5), SNOW)
    block(c, view, (x + 0.5, 0.7, z - 0.02), (1.44, 0.22, 2.0), (mix(TEAL, SNOW, 0.35), TEAL), TEAL, mix(TEAL, SNOW, 0.45))
    block(c, view, (x + 0.08, 0.87, z + 0.5), (0.4, 0.14, 1.0), CREAM, mix(CREAM, STEEL, 0.4), CREAM)
    px, py = view(x + 0.36, 1.12, z + 0.9)
    c.shape(oval(px, py, 26, 22), mix(CREAM, OAK, 0.35))


@scene("baths", focus="50% 60%")
def baths(c: Canvas) -> None:
    """Early swimmers under the arched roof of the Candle Row baths."""
    view = View(750, 400, 4.4, 900)
    c.shape(rect(0, 0, 1500, 1000), (mix(BONE, OCHRE, 0.2), CREAM))
    for z in range(44, 6, -5):
        ink = mix(OAK, CREAM, min(0.7, z / 56))
        curve = [view(12 * cos(pi * n / 24), 4 + 8 * sin(pi * n / 24), z) for n in range(25)]
        c.line(curve, view.size(z) * 0.5, ink)
    c.shape(arch(618, 440, 264, 250), (ICE, SNOW))
    for n in range(1, 6):
        c.line([(618 + n * 44, 440), (618 + n * 44, 200)], 3, mix(OAK, CREAM, 0.5))
    for side in (-1, 1):
        for z in (34, 27, 21, 16, 12, 8.6):
            c.shape(view.flank(side * 11.8, z, 2.4, 3.6, 0.9), (ICE, SNOW))
    c.shape(view.floor(-14, 3, 28, 44), (mix(SAND, CREAM, 0.5), mix(SAND, RUST, 0.2)))
    pool = view.floor(-7.5, 3.4, 15, 34)
    c.shape(pool, (mix(TEAL, ICE, 0.65), mix(TEAL, ICE, 0.2), mix(PETROL, TEAL, 0.5)))
    with c.within(pool):
        for lane in (-4.5, -1.5, 1.5, 4.5):
            for n in range(60):
                z = 3.2 + n * 0.55
                c.line([view(lane, 0.02, z), view(lane, 0.02, z + 0.3)], max(1.4, view.size(z) * 0.09), VERMILION if n % 2 else CREAM)
        for _ in range(90):
            z = 3.4 + 30 * c.chance.random() ** 2
            px, py = view(c.chance.uniform(-7, 7), 0, z)
            c.line([(px - view.size(z) * 0.3, py), (px + view.size(z) * 0.3, py)], 2, SNOW, 0.45)
        for x, z in ((-3, 9), (0, 6.4), (3, 13), (-6, 16), (0.2, 20)):
            _swimmer(c, *view(x, 0, z), view.size(z))
    px, py = view(8.7, 0, 9)
    figure(c, px, py, view.size(9) * 1.74, "pockets", dressed(c, coat=VERMILION, legs=NAVY, hem=4), flip=True)


def _swimmer(c: Canvas, x: float, y: float, size: float) -> None:
    """Somebody swimming away from us: cap, shoulders and one arm over."""
    c.shape(oval(x, y + size * 0.12, size * 0.75, size * 0.16), SNOW, 0.6)
    c.shape(oval(x, y + size * 0.06, size * 0.42, size * 0.16), mix(OAK, CREAM, 0.35))
    c.shape(limb(smooth([(x + size * 0.36, y + size * 0.05), (x + size * 0.62, y - size * 0.34), (x + size * 0.5, y - size * 0.62)], closed=False, steps=4), [size * 0.14 - n * size * 0.006 for n in range(9)]), mix(OAK, CREAM, 0.35))
    c.disc(x, y - size * 0.12, size * 0.18, VERMILION)
