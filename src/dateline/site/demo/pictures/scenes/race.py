"""Road and water: races on wheels, on foot, at the oar, under sail, in the sea."""

from __future__ import annotations

from dateline.site.demo.pictures.bridges import Bridge, bridge
from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import crowd, dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DAWN,
    DAY,
    GOLD,
    HAIRS,
    MOSS,
    NAVY,
    OAK,
    OCHRE,
    PETROL,
    PINE,
    SAGE,
    SAND,
    SKINS,
    SLATE,
    SNOW,
    TEAL,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.plants import tree, wood
from dateline.site.demo.pictures.shapes import limb, mound, oval, points, rect, ridge, smooth
from dateline.site.demo.pictures.sky import bands, cloud, mist, sky, sun
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.town import skyline, spire
from dateline.site.demo.pictures.vehicles import cyclist
from dateline.site.demo.pictures.vessels import sail
from dateline.site.demo.pictures.water import glitter, ripples, sea


@scene("cycle-race", focus="50% 60%")
def cycle_race(c: Canvas) -> None:
    """The field of the Tour of the Tarrow climbs out of the valley."""
    light = DAY
    sky(c, light, 560)
    cloud(c, 340, 190, 620, light.sun, light.sky[1], 0.85)
    for y, rise, part in ((430, 260, 0.6), (520, 190, 0.38), (600, 120, 0.15)):
        hill = ridge(-20, 1520, y, rise, 260, c.chance)
        tone = light.away(mix(MOSS, SAGE, 0.4), part)
        c.shape(hill, (mix(tone, light.glint, 0.2), tone))
        c.spray(hill, shade(tone, 0.4), 0.4, start=0.2)
    wood(c, light, 590, 80, mix(PINE, light.haze, 0.3), 24, (-20, 560))
    road = [
        (-10, 850),
        *smooth([(-10, 790), (500, 740), (1000, 690), (1510, 600)], closed=False),
        (1510, 760),
        *smooth([(1510, 760), (1000, 880), (500, 950), (-10, 1000)], closed=False),
    ]
    c.shape(road, (mix(SLATE, BONE, 0.5), mix(SLATE, BONE, 0.25)))
    c.line(smooth([(-10, 905), (500, 850), (1000, 785), (1510, 680)], closed=False), 5, CREAM, 0.7)
    crowd(c, 90, 640, 760, 120, 8, ("cheer", "stand", "raise"))
    kits = (VERMILION, OCHRE, TEAL, WINE, SNOW, NAVY)
    for n, (x, y, size) in enumerate(
        (
            (1270, 752, 1.5),
            (1130, 782, 1.6),
            (1010, 800, 1.7),
            (890, 826, 1.8),
            (740, 838, 1.85),
            (570, 874, 2.0),
            (400, 886, 2.05),
        )
    ):
        with c.at(x, y, size):
            kit = kits[n % len(kits)]
            cyclist(
                c,
                kits[(n + 2) % len(kits)],
                dressed(c, coat=kit, legs=NAVY, hat=kits[(n + 1) % len(kits)]),
                racing=True,
            )
    with c.at(960, 925, 2.5):
        cyclist(c, NAVY, dressed(c, coat=AMBER, legs=NAVY, hat=VERMILION), racing=True)
    c.shape(ridge(-20, 1520, 985, 20, 120, c.chance), mix(MOSS, PINE, 0.3))


@scene("rowing", focus="50% 55%")
def rowing(c: Canvas) -> None:
    """An eight on the river in early mist."""
    light = DAWN
    sky(c, light, 560)
    sun(c, light, 420, 400, 38)
    c.shape(ridge(-20, 1520, 520, 80, 220, c.chance, 580), light.away(light.far, 0.35))
    for x in range(20, 1500, 90):
        with c.at(x + c.chance.uniform(-30, 30), 556, c.chance.uniform(0.35, 0.6)):
            tree(c, light, mix(light.near, light.haze, 0.35), 240)
    mist(c, 520, 60, light.haze, 0.85)
    c.shape(rect(-10, 556, 1520, 454), light.water)
    c.mirror(557, 240, light.water[1], 0.5)
    glitter(c, 420, 560, 980, light.sun, 60)
    ripples(c, 580, 990, light.glint, 110, 0.35)
    mist(c, 580, 50, light.haze, 0.55)
    _eight(c, 750, 770)


def _eight(c: Canvas, x: float, y: float) -> None:
    """Eight rowers and a cox from the side, moving left."""
    for n in range(8):
        seat = x - 350 + n * 88
        c.line([(seat - 8, y - 40), (seat + 60, y + 66)], 5, CREAM)
        c.shape([(seat + 52, y + 52), (seat + 86, y + 76), (seat + 76, y + 92), (seat + 46, y + 66)], VERMILION)
        c.shape(oval(seat + 80, y + 94, 44, 6), DAWN.glint, 0.6)
        _rower(c, seat, y, n)
    cox = x + 372
    c.shape(smooth([(cox - 22, y - 2), (cox - 20, y - 50), (cox + 10, y - 54), (cox + 18, y - 2)]), NAVY)
    c.disc(cox - 6, y - 68, 16, SKINS[0])
    c.shape(smooth([(cox - 22, y - 72), (cox - 8, y - 88), (cox + 11, y - 74)]), VERMILION)
    hull = smooth(points("-520,-8 -300,-14 300,-14 500,-8 300,14 -300,14", x, y))
    c.shape(hull, (CREAM, mix(OAK, CREAM, 0.3)))
    c.shape(oval(x, y + 26, 470, 9), DAWN.dark, 0.35)


def _rower(c: Canvas, x: float, y: float, n: int) -> None:
    skin = SKINS[n % 4]
    c.shape(limb([(x + 26, y - 10), (x + 2, y - 44), (x - 22, y - 10)], [15, 15, 11]), NAVY)
    c.shape(limb([(x + 28, y - 12), (x + 34, y - 78)], [26, 32]), VERMILION)
    c.spray(limb([(x + 28, y - 12), (x + 34, y - 78)], [26, 32]), shade(VERMILION, 0.5), 0.7, angle=0, start=0.4)
    c.shape(limb([(x + 30, y - 74), (x + 6, y - 52), (x - 10, y - 42)], [13, 11, 8]), skin)
    c.disc(x + 32, y - 102, 16, skin)
    c.shape(
        smooth([(x + 17, y - 104), (x + 30, y - 122), (x + 48, y - 110), (x + 48, y - 94), (x + 38, y - 104)]),
        HAIRS[n % len(HAIRS)],
    )


@scene("regatta", focus="50% 55%")
def regatta(c: Canvas) -> None:
    """Dinghies round the mark off the mole."""
    light = DAY
    sky(c, light, 520)
    cloud(c, 1090, 230, 700, light.sun, light.sky[1], 0.85)
    cloud(c, 260, 170, 460, light.sun, light.sky[1], 0.75)
    skyline(c, light, 516, 44, 0.05)
    spire(c, 430, 516, 110, light.away(light.far, 0.2), light.far)
    sea(c, light, 514)
    ripples(c, 518, 990, light.glint, 170, 0.45)
    cloths = (SNOW, VERMILION, CREAM, OCHRE, SNOW, TEAL, SNOW)
    for n, (x, y, size) in enumerate(
        (
            (1240, 560, 0.42),
            (1010, 574, 0.5),
            (320, 584, 0.55),
            (830, 610, 0.75),
            (540, 660, 1.05),
            (1130, 720, 1.45),
            (720, 850, 2.7),
        )
    ):
        c.soft(oval(x + 10, y + 8 * size, 70 * size, 8 * size), light.dark, 0.4, 6)
        with c.at(x, y, size):
            sail(c, light, cloths[n], 0.14)
            figure(c, -18, -8, 34, "sit", shadow=0)
    c.shape(
        smooth(points("300,830 320,770 352,760 384,770 404,830 352,846")),
        (mix(VERMILION, CREAM, 0.3), shade(VERMILION, 0.3)),
        angle=0,
    )
    c.shape(oval(352, 842, 80, 9), light.glint, 0.5)


@scene("marathon", focus="50% 60%")
def marathon(c: Canvas) -> None:
    """Runners stream along the quay with the bridge behind them."""
    light = GOLD
    sky(c, light, 560)
    bands(c, light, 60, 300, 4)
    view = View(x=400, horizon=520, eye=9, focal=900)
    sea(c, light, 526, 700)
    bridge(c, Bridge(view, start=(215, 130), end=(-300, 620)), light, mix(PETROL, light.haze, 0.5))
    skyline(c, light, 530, 40, 0.1)
    ripples(c, 530, 680, light.glint, 70, 0.5)
    c.shape(rect(-10, 664, 1520, 346), (mix(SAND, SLATE, 0.25), mix(SAND, SLATE, 0.55)))
    c.rect(-10, 656, 1520, 12, mix(BONE, light.glint, 0.4))
    crowd(c, 40, 1460, 700, 130, 16, ("cheer", "stand", "raise"))
    for x in range(10, 1500, 150):
        c.rect(x, 690, 138, 44, (VERMILION, PETROL, OCHRE)[(x // 150) % 3])
        c.rect(x + 18, 706, 102, 11, CREAM, 0.9)
    for y, tall, count in ((800, 190, 8), (860, 225, 7), (940, 270, 6)):
        for n in range(count):
            across = 60 + n * 1400 / count + c.chance.uniform(-40, 60)
            figure(
                c,
                across,
                y + c.chance.uniform(-14, 14),
                tall,
                "run",
                dressed(c, coat=c.chance.choice((VERMILION, TEAL, OCHRE, SNOW, WINE, PETROL)), hem=0, socks=SNOW),
                shadow=0.35,
            )


@scene("swimmer", focus="50% 50%")
def swimmer(c: Canvas) -> None:
    """A swimmer alone in the sea, a boat beside her, islands behind."""
    light = DAWN
    sky(c, light, 460)
    bands(c, light, 60, 330, 5)
    sun(c, light, 1050, 400, 36)
    for x, end, tall in ((160, 620, 90), (700, 980, 50)):
        c.shape(mound(x, end, 463, tall, c.chance), light.away(light.depth(0.3), 0.25))
    sea(c, light, 460)
    glitter(c, 1050, 462, 980, light.sun, 100, 120)
    ripples(c, 466, 990, light.glint, 190, 0.4)
    c.soft(oval(1030, 640, 120, 10), light.dark, 0.5, 7)
    figure(c, 985, 628, 120, "sit", dressed(c, coat=OCHRE), shadow=0)
    figure(c, 1060, 626, 112, "sit", dressed(c, coat=VERMILION), flip=True, shadow=0)
    hull = smooth([(900, 604), (970, 616), (1090, 614), (1160, 596)], closed=False)
    c.shape([*hull, (1120, 646), (930, 646)], (mix(CREAM, light.haze, 0.2), mix(PETROL, light.near, 0.4)))
    c.line([(1010, 560), (940, 660)], 5, light.dark)
    _crawl(c, 620, 770)


def _crawl(c: Canvas, x: float, y: float) -> None:
    """A crawl stroke seen from the side, swimming right."""
    light = DAWN
    skin = SKINS[1]
    c.puff(x - 240, y - 6, 110, SNOW, 2.0, 0.5)
    c.shape(
        smooth([(x - 210, y + 12), (x - 110, y - 18), (x, y - 34), (x + 84, y - 22), (x + 90, y + 14)]),
        (NAVY, shade(NAVY, 0.3)),
    )
    c.shape(
        limb(
            smooth(points("50,-26 92,-92 160,-84 214,-20", x, y), closed=False),
            [32 - n * 0.6 for n in range(25)],
        ),
        (mix(skin, light.glint, 0.3), shade(skin, 0.2)),
        angle=0,
    )
    c.shape(oval(x + 118, y - 28, 44, 38), skin)
    c.shape(
        smooth(points("78,-12 76,-50 112,-72 152,-56 156,-36 110,-34", x, y)),
        VERMILION,
    )
    c.shape(limb([(x + 124, y - 32), (x + 162, y - 26)], [13, 13]), NAVY)
    c.shape(
        smooth(points("-260,6 -60,-2 120,4 270,-4 200,26 -160,30", x, y)),
        mix(light.water[1], light.glint, 0.35),
    )
    c.puff(x + 216, y - 14, 66, SNOW, 2.2, 0.7)
    for n in range(4):
        c.line(
            smooth(
                [(x - 280 - n * 60, y + 30 + n * 12), (x - 60, y + 22 + n * 10), (x + 260 + n * 50, y + 26 + n * 14)],
                closed=False,
            ),
            3,
            light.glint,
            0.5 - n * 0.1,
        )
