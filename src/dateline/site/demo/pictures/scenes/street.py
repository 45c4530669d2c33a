"""Streets, trams and the old town by night."""

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import crowd, dressed, figure
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    DAWN,
    GOLD,
    NAVY,
    NIGHT,
    OCHRE,
    PETROL,
    RAIN,
    RUST,
    SAND,
    SLATE,
    SNOW,
    STEEL,
    TEAL,
    VERMILION,
    WINE,
    Ink,
    mix,
)
from dateline.site.demo.pictures.plants import tree
from dateline.site.demo.pictures.shapes import arc, oval, rect
from dateline.site.demo.pictures.sky import bands, birds, cloud, moon, rain, sky, stars, sun
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.town import dome, facade, lamppost, skyline, spire, terrace, warehouse
from dateline.site.demo.pictures.vehicles import cyclist, tram_front, tram_side
from dateline.site.demo.pictures.water import lamp_trail, ripples, sea


@scene("tram-rain", focus="50% 55%")
def tram_rain(c: Canvas) -> None:
    """A tram comes up Ropewalk in the rain."""
    light = RAIN
    view = View(750, 500, 2.4, 900)
    sky(c, light, 560)
    spire(c, 770, 510, 280, light.away(light.near, 0.45), light.away(light.far, 0.4))
    for side in (-1, 1):
        terrace(c, view, light, side, lit=0.45)
    c.shape(view.floor(-60, 1.6, 120, 200), (mix(light.near, light.haze, 0.25), light.dark))
    c.mirror(506, 420, light.dark, 0.5)
    for x in (-0.9, 0.9, -3.3, -1.9):
        c.line([view(x, 0, 90), view(x, 0, 2)], 4, mix(light.haze, light.near, 0.3), 0.8)
    for x in (-5.4, 5.4):
        for z in (34, 20, 12):
            px, py = view(x, 0, z)
            lamppost(c, light, px, py, view.size(z) * 4.6)
    with c.at(760, 800, 1.12):
        tram_front(c, light, VERMILION)
    for x in (662, 858):
        c.fade([(x - 26, 800), (x + 26, 800), (x + 46, 990), (x - 46, 990)], light.glint, 0.6)
    for x, y, flip in ((330, 850, False), (1130, 835, True), (1215, 880, True)):
        figure(c, x, y, 230, "carry", dressed(c), flip=flip)
        _umbrella(c, x + (-10 if flip else 10), y - 225, 105, (WINE, OCHRE, PETROL)[(x // 300) % 3])
    rain(c, (236, 238, 232), 380, -0.2, 0.3)


def _umbrella(c: Canvas, x: float, y: float, wide: float, ink: Ink) -> None:
    c.line([(x, y), (x, y + wide * 0.95)], 4, NAVY)
    top = [*arc(x, y + wide * 0.3, wide * 0.66, 0.5, 1.0, 20)]
    scallops = [(x + wide * 0.66 * (1 - n / 6), y + wide * (0.3 if n % 2 == 0 else 0.2)) for n in range(13)]
    c.shape([*top, *scallops], (mix(ink, CREAM, 0.25), ink, shade(ink, 0.35)), angle=30)
    c.spray([*top, *scallops], shade(ink, 0.6), 0.6, angle=20, start=0.4)


@scene("tram-night", focus="50% 60%")
def tram_night(c: Canvas) -> None:
    """The last tram crosses Customs Square."""
    light = NIGHT
    sky(c, light, 700)
    stars(c, 330)
    moon(c, 1130, 190, 38, (250, 236, 200))
    skyline(c, light, 610, 150, 0.2, lit=0.18)
    for x, width, ink in (
        (-30, 330, RUST),
        (300, 260, SLATE),
        (560, 380, SAND),
        (940, 260, PETROL),
        (1200, 340, WINE),
    ):
        facade(
            c, light, x, 690, (width, 250 + (x * 7) % 90), mix(ink, light.near, 0.62), (max(3, width // 62), 3), 0.35
        )
    c.shape(rect(-10, 690, 1520, 320), (mix(light.near, light.far, 0.4), light.dark))
    c.mirror(690, 200, light.dark, 0.3)
    for y in (815, 832):
        c.line([(-10, y), (1510, y)], 3.4, mix(light.far, CREAM, 0.3), 0.7)
    c.line([(-10, 470), (1510, 470)], 1.6, light.dark)
    for x in (330, 1180):
        lamppost(c, light, x, 770, 300)
        c.soft(oval(x, 776, 150, 22), light.glint, 0.3, 14)
    with c.at(730, 822, 1.36):
        tram_side(c, light, mix(VERMILION, light.near, 0.2))
    c.soft(oval(730, 850, 480, 26), AMBER, 0.3, 14)
    for x, pose in ((300, "walk"), (1290, "stand")):
        figure(c, x, 900, 170, pose, dressed(c, coat=mix(OCHRE, NAVY, 0.4)))


@scene("tram-depot", focus="50% 55%")
def tram_depot(c: Canvas) -> None:
    """Trams stand in the depot while drivers meet."""
    light = RAIN
    view = View(750, 430, 2.6, 900)
    c.shape(rect(0, 0, 1500, 1000), (shade(SLATE, 0.4), mix(SLATE, STEEL, 0.4)))
    c.shape(view.floor(-30, 1.5, 60, 40), (mix(STEEL, BONE, 0.35), shade(SLATE, 0.3)))
    c.shape(view.wall(-13, 30, 26, 9), (mix(STEEL, BONE, 0.3), mix(STEEL, SLATE, 0.4)))
    c.shape(rect(390, 190, 720, 120), (SNOW, mix(SNOW, AMBER, 0.2)))
    for x in range(390, 1111, 60):
        c.line([(x, 190), (x, 310)], 5, SLATE)
    for z in (26, 20, 15, 11, 8):
        for y, x in ((8.6, -13), (8.6, 0)):
            c.line(
                [view(x, y - (2 if x else 0), z), view(x + 13, y - (0 if x else 2), z)],
                view.size(z) * 0.22,
                mix(NAVY, STEEL, z / 50),
            )
    for across in (-4.6, 0, 4.6):
        for dx in (-0.75, 0.75):
            c.line([view(across + dx, 0, 30), view(across + dx, 0, 2)], 3.4, mix(STEEL, BONE, 0.5), 0.8)
    for x, y, size, ink in (
        (335, 700, 0.95, VERMILION),
        (1165, 700, 0.95, VERMILION),
        (750, 640, 0.78, mix(VERMILION, OCHRE, 0.2)),
    ):
        with c.at(x, y, size):
            tram_front(c, light, ink)
    crowd(c, 460, 1040, 800, 205, 11)
    crowd(c, 300, 1200, 930, 265, 7)


@scene("night-skyline", focus="50% 55%")
def night_skyline(c: Canvas) -> None:
    """The old town from the water at night."""
    light = NIGHT
    sky(c, light, 640)
    stars(c, 400, 120)
    moon(c, 420, 170, 46, (250, 236, 200))
    c.glow(760, 640, 760, mix(light.glint, light.haze, 0.55), 0.5, 0.5)
    skyline(c, light, 640, 250, 0.0, lit=0.2)
    spire(c, 560, 640, 460, light.near, mix(light.far, light.glint, 0.3))
    dome(c, 930, 500, 190, mix(TEAL, light.near, 0.45), mix(TEAL, light.glint, 0.35))
    skyline(c, light, 645, 170, 0.6, lit=0.3)
    c.shape(rect(-10, 644, 1520, 366), light.water)
    c.mirror(645, 320, light.water[2], 0.55)
    for x in range(30, 1500, 74):
        at = x + c.chance.uniform(-24, 24)
        c.glow(at, 636, 40, light.glint, 0.7)
        c.disc(at, 636, 3, CREAM)
        lamp_trail(c, at, 650, c.chance.uniform(110, 270), light.glint, 0.4)
    ripples(c, 650, 980, mix(light.glint, light.water[0], 0.5), 130, 0.3)


@scene("warehouses", focus="50% 50%")
def warehouses(c: Canvas) -> None:
    """Brick warehouses on the Ropewalk basin, one in scaffolding."""
    light = GOLD
    sky(c, light, 700)
    cloud(c, 1130, 150, 600, light.sun, mix(light.sky[0], light.haze, 0.3), 0.75)
    for x, width, tall, ink in (
        (-60, 300, 470, RUST),
        (245, 270, 560, mix(RUST, OCHRE, 0.25)),
        (520, 340, 600, mix(RUST, WINE, 0.3)),
        (866, 290, 520, RUST),
        (1160, 360, 580, mix(RUST, SAND, 0.25)),
    ):
        warehouse(c, light, x, 720, width, tall, mix(ink, light.haze, 0.12), 0.25)
    _scaffold(c, 540, 720, 300, 440)
    c.shape(rect(-10, 714, 1520, 26), mix(BONE, light.near, 0.4))
    c.shape(rect(-10, 740, 1520, 270), light.water)
    c.mirror(740, 260, light.water[2], 0.62)
    ripples(c, 744, 990, light.glint, 130, 0.5)
    crowd(c, 120, 1380, 734, 62, 10)
    birds(c, 380, 170, 90, 5, light.dark)


def _scaffold(c: Canvas, x: float, y: float, width: float, tall: float) -> None:
    net = rect(x, y - tall, width, tall)
    c.shape(net, (mix(TEAL, SNOW, 0.4), mix(TEAL, SNOW, 0.2)), 0.45)
    for n in range(6):
        c.line([(x + width * n / 5, y), (x + width * n / 5, y - tall - 14)], 4, SLATE)
    for row in range(6):
        at = y - tall * row / 5
        c.line([(x - 8, at), (x + width + 8, at)], 5 if row else 2, mix(OCHRE, SLATE, 0.3))
        if 0 < row < 5:
            figure(
                c,
                x + 40 + (row * 83) % (width - 80),
                at,
                66,
                ("work", "point", "carry")[row % 3],
                dressed(c, coat=OCHRE, hat=VERMILION),
                flip=row % 2 == 0,
                shadow=0,
            )
    for row in range(5):
        c.line([(x, y - tall * row / 5), (x + width / 5, y - tall * (row + 1) / 5)], 2, SLATE)


@scene("harbour-path", focus="50% 60%")
def harbour_path(c: Canvas) -> None:
    """Cyclists on the harbour path in the morning."""
    light = DAWN
    sky(c, light, 560)
    bands(c, light, 70, 330, 5)
    sun(c, light, 1060, 470, 36)
    skyline(c, light, 562, 90, 0.15)
    spire(c, 620, 562, 200, light.away(light.far, 0.25), light.away(light.far, 0.5))
    sea(c, light, 560, 720)
    ripples(c, 564, 700, light.glint, 90, 0.5)
    c.shape(
        [(-10, 690), (1510, 690), (1510, 1010), (-10, 1010)],
        (mix(light.near, light.haze, 0.45), mix(light.near, light.dark, 0.4)),
    )
    c.rect(-10, 684, 1520, 12, mix(BONE, light.haze, 0.4))
    c.shape([(-10, 842), (1510, 842), (1510, 850), (-10, 850)], CREAM, 0.6)
    for x in range(30, 1500, 130):
        c.line([(x, 690), (x, 620)], 5, light.dark)
    c.line([(-10, 624), (1510, 624)], 4, light.dark)
    for x in (180, 1340):
        with c.at(x, 720, 1):
            tree(c, light, mix(OCHRE, RUST, 0.35), 400)
    for x, y, size, coat in ((1180, 800, 1.75, TEAL), (930, 812, 1.8, WINE), (400, 830, 1.9, OCHRE)):
        with c.at(x, y, size):
            cyclist(c, mix(coat, NAVY, 0.4), dressed(c, coat=coat))
    for x, y, size, coat, hat in ((690, 930, 2.7, VERMILION, CREAM), (1120, 955, 2.8, PETROL, OCHRE)):
        with c.at(x, y, size):
            cyclist(c, shade(coat, 0.3), dressed(c, coat=coat, hat=hat))
