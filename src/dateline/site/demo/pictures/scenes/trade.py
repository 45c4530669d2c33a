"""Work and money: fields, factories, shops, freight, and still lifes for the business pages."""

from __future__ import annotations

from math import cos, pi, sin

from ..canvas import Canvas
from ..figures import crowd, dressed, figure
from ..gallery import scene
from ..inks import AMBER, BONE, CREAM, DAY, DUSK, GOLD, ICE, MOSS, NAVY, OAK, OCHRE, PETROL, PINE, RUST, SAGE, SAND, SLATE, SNOW, STEEL, TEAL, UMBER, VERMILION, WINE, Ink, mix
from ..plants import apple_tree, tree, wheat, wood
from ..rooms import pendant, shaft
from ..shapes import arc, limb, oval, rect, ridge, sag, smooth
from ..sky import bands, birds, cloud, sky, sun
from ..space import View, shade
from ..town import facade, lamppost, quay, skyline, warehouse
from ..vehicles import train, wagon
from ..water import lamp_trail, ripples, sea
from .harbour import BOXES


@scene("wheat-field", focus="50% 50%")
def wheat_field(c: Canvas) -> None:
    """A combine cuts wheat in the evening."""
    light = GOLD
    sky(c, light, 520)
    cloud(c, 1060, 200, 640, light.sun, mix(light.sky[0], light.haze, 0.3), 0.8)
    cloud(c, 260, 140, 420, light.sun, mix(light.sky[0], light.haze, 0.3), 0.7)
    c.shape(ridge(-20, 1520, 500, 70, 260, c.chance, 540), light.away(mix(SAGE, light.far, 0.4), 0.3))
    for x in (180, 240, 1240, 1330, 1390):
        with c.at(x, 512, 0.5):
            tree(c, light, mix(MOSS, light.haze, 0.35), 170)
    field = mix(OCHRE, SAND, 0.35)
    c.shape(rect(-10, 510, 1520, 500), (mix(field, light.haze, 0.4), field, shade(field, 0.25)))
    for n in range(15):
        x = -700 + n * 200
        c.shape([(750 + (x - 750) * 0.1, 512), (750 + (x + 60 - 750) * 0.1, 512), (x + 130, 1010), (x, 1010)], shade(field, 0.12), 0.5)
    c.soft(oval(610, 690, 330, 60), mix(SAND, CREAM, 0.4), 0.6, 30)
    _combine(c, 760, 700)
    c.spray(rect(-10, 700, 1520, 310), shade(field, 0.4), 0.5)
    wheat(c, -20, 1520, 1020, 190, AMBER, 150)
    wheat(c, -20, 360, 1030, 330, AMBER, 46)
    wheat(c, 1150, 1520, 1030, 330, AMBER, 46)
    birds(c, 420, 380, 90, 7, light.dark, 10)


def _combine(c: Canvas, x: float, y: float) -> None:
    """A combine harvester seen from the side, moving right."""
    light = GOLD
    c.soft(oval(x, y + 6, 230, 16), light.dark, 0.5, 10)
    c.shape([(x - 190, y - 40), (x - 190, y - 170), (x + 60, y - 170), (x + 90, y - 40)], (mix(VERMILION, light.glint, 0.3), shade(VERMILION, 0.25)))
    c.spray([(x - 190, y - 40), (x - 190, y - 170), (x + 60, y - 170), (x + 90, y - 40)], shade(VERMILION, 0.5), 0.6)
    c.shape([(x + 30, y - 90), (x + 42, y - 210), (x + 118, y - 210), (x + 132, y - 90)], (mix(ICE, light.glint, 0.4), mix(PETROL, ICE, 0.3)))
    c.rect(x + 32, y - 222, 96, 16, VERMILION)
    c.line([(x + 80, y - 206), (x + 84, y - 92)], 4, light.dark)
    c.shape(limb([(x - 140, y - 190), (x - 20, y - 230)], [20, 14]), OCHRE)
    for at, radius in ((x + 70, 58), (x - 140, 36)):
        c.disc(at, y - radius + 6, radius, NAVY)
        c.disc(at, y - radius + 6, radius * 0.5, OCHRE)
    c.shape([(x + 120, y - 40), (x + 240, y - 22), (x + 240, y + 4), (x + 120, y - 8)], shade(VERMILION, 0.2))
    for n in range(6):
        a = n / 6 * 2 * pi
        c.line([(x + 224, y - 34), (x + 224 + 46 * cos(a), y - 34 + 46 * sin(a))], 5, RUST)
    c.line(oval(x + 224, y - 34, 46, 46) + [(x + 270, y - 34)], 4, RUST)


@scene("orchard", focus="50% 55%")
def orchard(c: Canvas) -> None:
    """Pickers among the apple trees at Lower Sorrel."""
    light = GOLD
    view = View(750, 430, 1.9, 900)
    sky(c, light, 470)
    c.shape(ridge(-20, 1520, 450, 60, 230, c.chance, 480), light.away(mix(SAGE, light.far, 0.5), 0.3))
    turf = mix(MOSS, OCHRE, 0.4)
    c.shape(rect(-10, 430, 1520, 580), (mix(turf, light.haze, 0.35), turf, shade(turf, 0.3)))
    for z in (44, 30, 21, 15, 10.6, 7.2):
        for x in (-13, -7.6, -3.2, 3.2, 7.6, 13):
            px, py = view(x, 0, z)
            if -250 < px < 1750:
                with c.at(px, py, 1):
                    apple_tree(c, light, view.size(z) * 3.6)
        if z in (15, 7.2):
            _pickers(c, view, z - 0.8)
    for _ in range(40):
        x, y = c.chance.uniform(0, 1500), c.chance.uniform(780, 990)
        c.disc(x, y, 7 * (y / 900), mix(VERMILION, turf, 0.25))


def _pickers(c: Canvas, view: View, z: float) -> None:
    size = view.size(z)
    px, py = view(-1.5, 0, z)
    figure(c, px, py, size * 1.7, "raise", dressed(c, coat=TEAL), flip=True)
    px, py = view(1.0, 0, z)
    figure(c, px, py, size * 1.66, "carry", dressed(c, coat=WINE, hat=SAND))
    c.shape([(px + size * 0.2, py - size * 1.0), (px + size * 0.74, py - size * 1.0), (px + size * 0.68, py - size * 0.66), (px + size * 0.26, py - size * 0.66)], (OAK, shade(OAK, 0.4)))
    for n in range(9):
        c.disc(px + size * (0.26 + 0.053 * n), py - size * (1.02 + 0.03 * (n % 3)), size * 0.055, VERMILION)


@scene("freight-train", focus="50% 55%")
def freight_train(c: Canvas) -> None:
    """Containers go inland by rail along the Tarrow valley."""
    light = DAY
    sky(c, light, 560)
    cloud(c, 360, 190, 620, light.sun, light.sky[1], 0.85)
    cloud(c, 1210, 260, 480, light.sun, light.sky[1], 0.75)
    for y, rise, part in ((520, 210, 0.05), (560, 130, 0.3)):
        c.shape(ridge(-20, 1520, y, rise, 290, c.chance, 640), (light.away(mix(SAGE, light.far, 0.4), 0.35 - part), light.away(mix(MOSS, light.near, 0.4), 0.25)))
    wood(c, light, 596, 90, mix(PINE, light.haze, 0.25), 60)
    c.shape(rect(-10, 590, 1520, 130), (mix(SAGE, MOSS, 0.4), mix(MOSS, PINE, 0.3)))
    c.shape(rect(-10, 670, 1520, 26), (mix(BONE, SLATE, 0.35), SLATE))
    for n, x in enumerate(range(-160, 1100, 248)):
        with c.at(x, 672, 1.0):
            wagon(c, light, mix(BOXES[(n * 3) % len(BOXES)], light.haze, 0.1))
    with c.at(1230, 672, 1.12):
        _engine(c)
    c.shape(rect(-10, 720, 1520, 290), light.water)
    c.mirror(720, 200, light.water[2], 0.55)
    ripples(c, 726, 990, light.glint, 120, 0.5)
    for x in range(80, 1500, 330):
        c.line([(x, 672), (x, 450)], 6, SLATE)
        c.line([(x, 470), (x + 60, 480)], 4, SLATE)
    c.line([(-10, 486), (1510, 486)], 1.6, SLATE)
    with c.at(150, 1000, 1):
        tree(c, light, MOSS, 330)


def _engine(c: Canvas) -> None:
    light = DAY
    body = smooth([(-170, -20), (-170, -112), (110, -112), (158, -76), (164, -20)], closed=False, steps=4)
    c.shape(body, (mix(VERMILION, light.glint, 0.25), VERMILION, shade(VERMILION, 0.3)))
    c.shape([(112, -104), (146, -76), (146, -62), (104, -62)], mix(NAVY, ICE, 0.3))
    c.rect(-168, -58, 330, 12, CREAM)
    for x in range(-150, 80, 26):
        c.rect(x, -98, 16, 22, shade(VERMILION, 0.4))
    c.rect(-170, -22, 336, 10, NAVY)
    for x in (-128, -88, 70, 110):
        c.disc(x, -13, 14, NAVY)
        c.disc(x, -13, 6, STEEL)
    c.line([(-60, -114), (-20, -166), (20, -114)], 4, NAVY)
    c.disc(160, -36, 6, AMBER)


@scene("shopfronts", focus="50% 60%")
def shopfronts(c: Canvas) -> None:
    """Lit shop windows on Candle Row at closing time."""
    light = DUSK
    sky(c, light, 600)
    for n, (x, width, ink) in enumerate(((-40, 330, RUST), (290, 300, SAND), (590, 340, TEAL), (930, 300, WINE), (1230, 320, SLATE))):
        tone = mix(ink, light.near, 0.42)
        facade(c, light, x, 520, (width, 340 + (n * 37) % 90), tone, (4, 3), 0.22)
        _shop(c, x + 8, 760, width - 16, 240, (VERMILION, PETROL, OCHRE, MOSS, RUST)[n])
    c.shape(rect(-10, 760, 1520, 250), (mix(light.near, light.haze, 0.3), light.dark))
    c.mirror(760, 230, light.dark, 0.5)
    for x in range(-40, 1500, 310):
        c.fade([(x + 30, 762), (x + 290, 762), (x + 360, 960), (x - 30, 960)], light.glint, 0.4)
    crowd(c, 120, 1380, 830, 165, 7, ("walk", "carry", "stand", "walk"))
    for x in (240, 1270):
        lamppost(c, light, x, 850, 380)


def _shop(c: Canvas, x: float, y: float, width: float, tall: float, ink: Ink) -> None:
    """A shop front: fascia, awning, a lit window with goods, a door."""
    c.shape(rect(x, y - tall, width, tall), (mix(ink, NAVY, 0.35), mix(ink, NAVY, 0.6)))
    c.rect(x + 10, y - tall + 10, width - 20, 34, mix(ink, NAVY, 0.15))
    c.rect(x + width * 0.2, y - tall + 21, width * 0.6, 10, CREAM, 0.85)
    glass = rect(x + 16, y - tall + 86, width * 0.62, tall - 112)
    c.shape(glass, (mix(AMBER, CREAM, 0.45), AMBER))
    c.shape(rect(x + width * 0.72, y - tall + 86, width * 0.2, tall - 86), (mix(AMBER, CREAM, 0.3), mix(AMBER, RUST, 0.3)))
    for n in range(5):
        gx = x + 34 + n * width * 0.115
        high = c.chance.uniform(26, 70)
        c.shape(smooth([(gx - 12, y - 28), (gx - 14, y - 28 - high * 0.6), (gx, y - 28 - high), (gx + 14, y - 28 - high * 0.6), (gx + 12, y - 28)], steps=4), mix(c.chance.choice((WINE, TEAL, RUST, PETROL)), AMBER, 0.25))
    for n in range(8):
        left = x + 8 + n * (width - 16) / 8
        c.shape([(left, y - tall + 46), (left + (width - 16) / 8, y - tall + 46), (left + (width - 16) / 8 - 3, y - tall + 92), (left - 3, y - tall + 92)], ink if n % 2 else mix(CREAM, DUSK.near, 0.2))
    c.glow(x + width * 0.4, y - 80, width * 0.7, AMBER, 0.3)


@scene("ropeworks", focus="50% 55%")
def ropeworks(c: Canvas) -> None:
    """Rope is laid in the long hall of the Ostmere ropeworks."""
    view = View(750, 400, 1.9, 900)
    c.shape(rect(0, 0, 1500, 1000), (shade(UMBER, 0.3), mix(UMBER, OAK, 0.5)))
    c.shape(view.floor(-8, 1.4, 16, 60), (mix(OAK, SAND, 0.45), shade(OAK, 0.45)))
    c.glow(750, 395, 260, (255, 240, 206), 0.85)
    for side in (-1, 1):
        c.shape(view.flank(side * 5, 1.4, 60, 4.4), (shade(RUST, 0.45), mix(RUST, OAK, 0.4)), angle=180 if side > 0 else 0)
        for z in (40, 28, 20, 14.5, 10.5, 7.5, 5.2):
            c.shape(view.flank(side * 4.96, z, z * 0.16, 1.9, 1.5), (SNOW, mix(SNOW, AMBER, 0.3)))
    for z in (46, 32, 23, 17, 12.5, 9, 6.5, 4.6):
        c.line([view(-5, 4.4, z), view(0, 6.4, z), view(5, 4.4, z)], view.size(z) * 0.2, mix(shade(UMBER, 0.5), SAND, z / 90))
        c.line([view(-5, 4.4, z), view(5, 4.4, z)], view.size(z) * 0.16, mix(shade(UMBER, 0.5), SAND, z / 90))
        c.fade([view(4.9, 3.2, z), view(4.9, 2.0, z), view(1.5, 0, z), view(0.2, 0, z)], (255, 236, 190), 0.2, 150)
    for x in (-1.5, -0.5, 0.5, 1.5):
        for n in range(60):
            z = 2.2 + (n / 60) ** 2 * 44
            end = 2.2 + ((n + 1) / 60) ** 2 * 44
            c.line([view(x, 0.95, z), view(x, 0.95, end)], max(1.6, view.size(z) * 0.07), mix(SAND, OCHRE, 0.3 if n % 2 else 0.6))
    for z in (24, 14, 8.4):
        for x in (-1.9, 1.7):
            c.line([view(x, 0, z), view(x, 0.95, z)], view.size(z) * 0.1, shade(UMBER, 0.4))
        c.line([view(-1.95, 0.9, z), view(1.9, 0.9, z)], view.size(z) * 0.1, shade(UMBER, 0.3))
    for x, z, flip in ((-2.9, 13, False), (2.8, 9.5, True), (2.6, 17, True), (-2.7, 6.4, False)):
        px, py = view(x, 0, z)
        figure(c, px, py, view.size(z) * 1.72, "work", dressed(c, coat=c.chance.choice((PETROL, SLATE, TEAL))), flip=flip)
    _coil(c, 330, 900, 150)
    _coil(c, 1190, 910, 140)


def _coil(c: Canvas, x: float, y: float, wide: float) -> None:
    c.soft(oval(x, y + 10, wide, 20), NAVY, 0.5, 10)
    for n in range(6):
        ring = oval(x + c.chance.uniform(-5, 5), y - n * wide * 0.17, wide, wide * 0.26)
        c.shape(ring, (mix(SAND, CREAM, 0.2), mix(SAND, OAK, 0.6)))
        c.line([*ring, ring[0]], 2.4, mix(OAK, UMBER, 0.4))
    c.shape(oval(x, y - wide * 0.86, wide * 0.52, wide * 0.13), shade(UMBER, 0.3))


@scene("coins", focus="50% 55%")
def coins(c: Canvas) -> None:
    """Coins stacked like a chart beside an open ledger."""
    c.shape(rect(0, 0, 1500, 1000), (mix(PETROL, NAVY, 0.35), mix(PETROL, TEAL, 0.3)))
    c.glow(900, 240, 700, mix(AMBER, TEAL, 0.35), 0.5)
    c.shape(rect(-10, 640, 1520, 370), (mix(OAK, SAND, 0.2), shade(OAK, 0.45)))
    c.spray(rect(-10, 640, 1520, 370), shade(UMBER, 0.4), 0.5, start=0.2)
    c.shape([(210, 800), (640, 760), (700, 880), (180, 930)], (CREAM, mix(CREAM, OAK, 0.25)), angle=0)
    c.shape([(640, 760), (700, 880), (716, 872), (652, 750)], mix(CREAM, OAK, 0.5))
    for n in range(6):
        c.line([(226 + n * 2, 822 + n * 17), (640 + n * 8, 780 + n * 16)], 2, mix(PETROL, CREAM, 0.4), 0.8)
    c.line([(330, 792), (316, 918)], 2, VERMILION)
    c.line([(540, 772), (560, 898)], 2, VERMILION)
    for n, count in enumerate((4, 6, 5, 8, 10, 13)):
        _pile(c, 560 + n * 122, 760 + n * 6, count, 54)
    c.shape(limb([(330, 740), (760, 930)], [14, 10]), (VERMILION, shade(VERMILION, 0.4)))
    c.shape([(758, 924), (790, 944), (754, 937)], SAND)


def _pile(c: Canvas, x: float, y: float, count: int, wide: float) -> None:
    """A pile of coins with light on its left."""
    c.soft([(x - wide * 0.6, y + 8), (x + wide * 0.8, y), (x + wide * 2.6, y + 26), (x + wide, y + 34)], NAVY, 0.5, 9)
    for n in range(count):
        cx, cy = x + c.chance.uniform(-4, 4), y - n * 27
        tone = mix(OCHRE, c.chance.choice((AMBER, SAND, RUST)), 0.3)
        side = [(cx - wide, cy - 24), *[(cx - wide * cos(pi * k / 20), cy + wide * 0.3 * sin(pi * k / 20)) for k in range(21)], (cx + wide, cy - 24)]
        c.shape(side, (mix(tone, CREAM, 0.5), tone, shade(tone, 0.45)), angle=0)
        for k in range(3, 38, 2):
            a = pi * k / 40
            c.line([(cx - wide * cos(a), cy - 22 + wide * 0.3 * sin(a)), (cx - wide * cos(a), cy + wide * 0.3 * sin(a) - 2)], 1.2, shade(tone, 0.4), 0.4)
        c.shape(oval(cx, cy - 24, wide, wide * 0.3), (mix(tone, CREAM, 0.35), tone), angle=0)
    c.line([*oval(cx, cy - 24, wide * 0.74, wide * 0.21)], 2, shade(tone, 0.3))


@scene("coffee", focus="50% 55%")
def coffee(c: Canvas) -> None:
    """Sacks of coffee and a roaster's cupping table."""
    c.shape(rect(0, 0, 1500, 1000), (mix(TEAL, BONE, 0.3), mix(TEAL, PETROL, 0.4)))
    c.shape(rect(-10, 690, 1520, 320), (mix(OAK, SAND, 0.3), shade(OAK, 0.4)))
    for x, y, wide, tall in ((230, 700, 250, 400), (1270, 700, 260, 440), (1050, 700, 210, 330), (420, 700, 190, 300)):
        _sack(c, x, y, wide, tall)
    for x in (420, 750, 1080):
        pendant(c, x, 190, 120, VERMILION)
    for n in range(5):
        _cup(c, 430 + n * 160, 800 + (n % 2) * 26, 62)
    for _ in range(70):
        x, y = c.chance.gauss(760, 260), c.chance.uniform(880, 960)
        c.shape(oval(x, y, 11, 7, 12), mix(UMBER, RUST, 0.2))
        c.line([(x - 8, y), (x + 8, y - 1)], 1.4, shade(UMBER, 0.5))


def _sack(c: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    knots = [(-0.5, 0.02), (-0.54, -0.4), (-0.46, -0.82), (-0.3, -0.9), (-0.12, -0.97), (0.1, -0.94), (0.3, -0.98), (0.46, -0.84), (0.53, -0.42), (0.5, 0.02)]
    outline = smooth([(x + wide * a, y + tall * b) for a, b in knots])
    cloth = mix(SAND, OAK, 0.25)
    c.shape(outline, (mix(cloth, CREAM, 0.3), cloth, shade(cloth, 0.35)), angle=20)
    c.spray(outline, shade(cloth, 0.5), 0.6, angle=20, start=0.3)
    c.shape(oval(x, y - tall * 0.9, wide * 0.36, tall * 0.07), mix(UMBER, RUST, 0.2))
    c.line([*oval(x, y - tall * 0.45, wide * 0.22, wide * 0.22), (x + wide * 0.22, y - tall * 0.45)], 6, mix(PETROL, cloth, 0.3))
    c.rect(x - wide * 0.28, y - tall * 0.2, wide * 0.56, 8, mix(PETROL, cloth, 0.3))


def _cup(c: Canvas, x: float, y: float, wide: float) -> None:
    c.soft(oval(x + 14, y + 4, wide * 1.3, 14), NAVY, 0.4, 8)
    c.shape(oval(x, y, wide * 1.15, wide * 0.26), (SNOW, mix(SNOW, STEEL, 0.35)))
    body = smooth([(x - wide * 0.78, y - wide * 0.86), (x - wide * 0.66, y - wide * 0.3), (x - wide * 0.3, y - 2), (x + wide * 0.3, y - 2), (x + wide * 0.66, y - wide * 0.3), (x + wide * 0.78, y - wide * 0.86)], closed=False)
    c.shape(body, (SNOW, CREAM, mix(STEEL, CREAM, 0.4)), angle=0)
    c.shape(oval(x, y - wide * 0.86, wide * 0.78, wide * 0.2), SNOW)
    c.shape(oval(x, y - wide * 0.84, wide * 0.68, wide * 0.16), (mix(UMBER, RUST, 0.3), shade(UMBER, 0.3)))
    drift = smooth([(x - 6, y - wide), (x - 22, y - wide * 1.6), (x + 8, y - wide * 2.1), (x - 8, y - wide * 2.7)], closed=False)
    c.soft(limb(drift, [9 + n for n in range(len(drift))]), SNOW, 0.35, 8)


@scene("shore-power", focus="50% 50%")
def shore_power(c: Canvas) -> None:
    """Cables run from the quay to a ferry at her night berth."""
    light = DUSK
    sky(c, light, 620)
    bands(c, light, 80, 330, 4)
    skyline(c, light, 622, 80, 0.25, lit=0.2)
    sea(c, light, 620)
    hull = [(560, 840), (620, 300), (1520, 260), (1520, 840)]
    c.shape(hull, (mix(NAVY, light.haze, 0.18), shade(NAVY, 0.2)))
    c.spray(hull, shade(NAVY, 0.5), 0.5)
    c.shape([(560, 840), (566, 790), (1520, 780), (1520, 840)], mix(RUST, light.near, 0.4))
    c.shape([(650, 300), (720, 130), (1520, 90), (1520, 262)], (mix(CREAM, light.haze, 0.3), mix(CREAM, light.near, 0.45)))
    for row in range(2):
        for x in range(760, 1500, 58):
            c.rect(x, 140 + row * 66 - (x - 760) * 0.03, 34, 30, mix(light.glint, CREAM, 0.2), 0.95)
    c.shape(rect(840, 560, 96, 74), light.dark)
    c.rect(852, 572, 72, 50, light.glint)
    quay(c, light, 820)
    c.shape(rect(280, 540, 190, 290), (mix(TEAL, CREAM, 0.3), mix(TEAL, NAVY, 0.4)), angle=0)
    c.shape(rect(310, 580, 130, 110), (mix(CREAM, light.glint, 0.3), CREAM))
    c.shape([(382, 592), (344, 646), (372, 646), (360, 682), (408, 626), (378, 626), (392, 592)], OCHRE)
    for n, dy in enumerate((0, 26, 52)):
        c.line(sag((470, 620 + dy), (886, 580 + dy * 0.4), 150 - n * 12, 40), 13, (VERMILION, OCHRE, NAVY)[n])
    for x in (886,):
        for dy in (578, 590, 602):
            c.disc(x, dy, 10, CREAM)
    figure(c, 620, 920, 270, "point", dressed(c, coat=OCHRE, hat=VERMILION))
    figure(c, 980, 930, 265, "read", dressed(c, coat=VERMILION, hat=CREAM), flip=True)
    c.glow(375, 520, 240, light.glint, 0.4)


@scene("terrace-houses", focus="50% 55%")
def terrace_houses(c: Canvas) -> None:
    """A row of terrace houses, one with a heat pump at its wall."""
    light = DAY
    sky(c, light, 640)
    cloud(c, 380, 170, 520, light.sun, light.sky[1], 0.85)
    cloud(c, 1210, 130, 460, light.sun, light.sky[1], 0.8)
    for n, ink in enumerate((mix(TEAL, BONE, 0.4), mix(OCHRE, BONE, 0.35), mix(RUST, BONE, 0.3), mix(SAGE, BONE, 0.3), mix(ROSE_WALL, BONE, 0.2))):
        _house(c, -60 + n * 330, 760, 330, ink)
    c.shape(rect(-10, 756, 1520, 60), (mix(BONE, SLATE, 0.2), mix(BONE, SLATE, 0.4)))
    c.shape(rect(-10, 816, 1520, 194), (mix(SAGE, MOSS, 0.5), mix(MOSS, PINE, 0.4)))
    c.rect(-10, 872, 1520, 138, mix(SLATE, BONE, 0.25))
    _heat_pump(c, 842, 756)
    for x in (205, 1210):
        with c.at(x, 830, 1):
            tree(c, light, MOSS, 300)
    figure(c, 690, 812, 165, "point", dressed(c, coat=TEAL))
    figure(c, 600, 814, 160, "pockets", dressed(c, coat=WINE))


ROSE_WALL = mix(RUST, CREAM, 0.4)


def _house(c: Canvas, x: float, y: float, width: float, ink: Ink) -> None:
    light = DAY
    facade(c, light, x, y, (width, 400), ink, (3, 2), 0.0)
    c.shape([(x - 8, y - 400), (x + 40, y - 520), (x + width - 40, y - 520), (x + width + 8, y - 400)], (mix(SLATE, light.haze, 0.25), SLATE))
    c.rect(x + width - 70, y - 580, 34, 74, mix(RUST, light.haze, 0.15))
    c.rect(x + width * 0.41, y - 150, width * 0.18, 150, mix(PETROL, ink, 0.2))
    c.rect(x + width * 0.43, y - 140, width * 0.14, 44, mix(ICE, PETROL, 0.3))


def _heat_pump(c: Canvas, x: float, y: float) -> None:
    c.soft(oval(x + 60, y + 2, 90, 9), NAVY, 0.4, 6)
    c.shape(rect(x, y - 108, 124, 100), (SNOW, mix(SNOW, STEEL, 0.35)))
    c.rect(x + 10, y - 8, 16, 10, SLATE)
    c.rect(x + 98, y - 8, 16, 10, SLATE)
    c.disc(x + 50, y - 58, 40, mix(SLATE, STEEL, 0.3))
    for n in range(5):
        a = n / 5 * 2 * pi
        c.shape(smooth([(x + 50, y - 58), (x + 50 + 34 * cos(a), y - 58 + 34 * sin(a)), (x + 50 + 30 * cos(a + 0.6), y - 58 + 30 * sin(a + 0.6))], steps=4), STEEL)
    c.disc(x + 50, y - 58, 8, SNOW)
    for n in range(5):
        c.rect(x + 98, y - 94 + n * 16, 18, 6, STEEL)
