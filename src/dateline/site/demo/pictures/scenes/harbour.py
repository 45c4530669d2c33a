"""The harbour and the coast: cranes, ferries, boats, the light, the fish hall."""

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure, person, silhouette
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    DAWN,
    DUSK,
    FOG,
    GOLD,
    ICE,
    NAVY,
    OCHRE,
    PETROL,
    RUST,
    SAND,
    SLATE,
    STEEL,
    TEAL,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.port import beam, gantry, lighthouse, pile, rocks
from dateline.site.demo.pictures.shapes import mound, oval, rect, ridge, sag
from dateline.site.demo.pictures.sky import bands, birds, cloud, mist, sky, stars, sun
from dateline.site.demo.pictures.space import View
from dateline.site.demo.pictures.town import bollard, quay, skyline, spire
from dateline.site.demo.pictures.vessels import container_ship, ferry, trawler, tug
from dateline.site.demo.pictures.water import glitter, ripples, sea

BOXES = (VERMILION, RUST, OCHRE, TEAL, PETROL, SLATE, STEEL, SAND, WINE)


@scene("cranes-gold", focus="50% 45%")
def cranes_gold(c: Canvas) -> None:
    """Gantry cranes over a container ship in late light."""
    light = GOLD
    sky(c, light, 640)
    cloud(c, 300, 250, 620, mix(light.sun, light.haze, 0.2), mix(light.sky[0], light.haze, 0.3), 0.75)
    cloud(c, 1240, 170, 520, mix(light.sun, light.haze, 0.2), mix(light.sky[0], light.haze, 0.3), 0.7)
    skyline(c, light, 650, 40, 0.05)
    sea(c, light, 650)
    for x, scale in ((1180, 0.62), (890, 0.68)):
        with c.at(x, 735, scale):
            gantry(c, light, mix(PETROL, light.haze, 0.45))
    with c.at(880, 800, 0.92):
        container_ship(c, light, mix(NAVY, light.near, 0.3), BOXES)
    ripples(c, 800, 960, light.glint, 90, 0.5)
    with c.at(430, 905, 1.16):
        gantry(c, light, VERMILION)
    quay(c, light, 900)
    pile(c, light, -40, 912, (3, 2), BOXES)
    pile(c, light, 1130, 912, (1, 2, 3), BOXES)
    for x in (690, 742, 1010):
        figure(c, x, 955, 84, "pockets", dressed(c, coat=OCHRE, hat=VERMILION))
    birds(c, 900, 300, 150, 8, light.dark, 11)


@scene("ferry-dusk", focus="48% 55%")
def ferry_dusk(c: Canvas) -> None:
    """The island ferry leaving in the evening."""
    light = DUSK
    sky(c, light, 600)
    bands(c, light, 120, 470, 6)
    sun(c, light, 1050, 560, 40)
    for y, rise, part in ((600, 90, 0.1), (604, 46, 0.3)):
        c.shape(ridge(760 - part * 900, 1520, y, rise, 170, c.chance, 604), light.away(light.depth(part), 0.35))
    sea(c, light, 600)
    glitter(c, 1050, 602, 980, light.sun, 90, 120)
    ripples(c, 604, 990, light.glint, 130, 0.35)
    c.soft(oval(660, 772, 330, 24), light.dark, 0.6, 16)
    with c.at(660, 765, 1.12):
        ferry(c, light, NAVY)
    birds(c, 320, 430, 110, 7, light.dark, 14)


@scene("lighthouse-dusk", focus="45% 40%")
def lighthouse_dusk(c: Canvas) -> None:
    """The Harn light at nightfall."""
    light = DUSK
    sky(c, light, 690)
    stars(c, 300, 60)
    bands(c, light, 330, 620, 5)
    beam(c, 640, 262, 1300, 0.985, light, 0.9)
    beam(c, 640, 262, 900, 0.5, light, 0.6)
    c.shape(ridge(900, 1540, 680, 60, 150, c.chance, 690), light.away(light.far, 0.4))
    sea(c, light, 684)
    ripples(c, 690, 990, light.glint, 120, 0.35)
    isle = mound(230, 1060, 850, 118, c.chance)
    c.soft(oval(645, 856, 430, 16), light.glint, 0.35, 8)
    c.shape(isle, (mix(light.near, light.glint, 0.22), light.dark), angle=80)
    c.spray(isle, light.dark, 0.6, start=0.1)
    rocks(c, light, 215, 1010, 868, 74)
    c.shape([(740, 740), (740, 690), (800, 655), (860, 690), (860, 745)], (mix(SAND, light.near, 0.45), light.near))
    c.rect(785, 702, 22, 24, light.glint)
    with c.at(640, 745, 1.38):
        lighthouse(c, light, VERMILION)
    c.glow(640, 262, 230, light.glint, 0.9)
    figure(c, 905, 752, 62, "stand", silhouette(light.dark, 14), shadow=0)


@scene("fog-harbour", focus="50% 55%")
def fog_harbour(c: Canvas) -> None:
    """Two tugs lie still in fog."""
    light = FOG
    sky(c, light, 1000)
    c.glow(1080, 240, 420, light.sun, 0.7)
    c.disc(1080, 240, 46, light.sun, 0.8)
    for x, scale, part in ((1130, 0.62, 0.78), (420, 0.85, 0.6)):
        with c.at(x, 640, scale):
            gantry(c, light, mix(SLATE, light.haze, part), raised=x > 1000)
    mist(c, 500, 150, light.haze, 0.85)
    c.shape(rect(-10, 640, 1520, 370), light.water)
    c.mirror(640, 230, light.water[1], 0.4)
    with c.at(1000, 730, 0.95, flip=True):
        tug(c, light, mix(SLATE, light.haze, 0.45))
    mist(c, 660, 110, light.haze, 0.75)
    with c.at(590, 845, 1.75):
        tug(c, light, mix(PETROL, light.haze, 0.12))
    ripples(c, 700, 990, light.sun, 70, 0.5)
    birds(c, 830, 420, 90, 5, light.near, 14)


@scene("trawlers-dawn", focus="45% 55%")
def trawlers_dawn(c: Canvas) -> None:
    """Herring boats tied up in the inner harbour at first light."""
    light = DAWN
    sky(c, light, 560)
    bands(c, light, 80, 300, 5)
    c.glow(250, 500, 520, light.sun, 0.6)
    skyline(c, light, 590, 150, 0.42, lit=0.06)
    spire(c, 420, 590, 300, light.depth(0.4), light.away(light.far, 0.2))
    c.shape(rect(-10, 588, 1520, 430), light.water)
    c.mirror(590, 260, light.water[1], 0.5)
    c.shape(rect(-10, 584, 1520, 16), mix(light.near, light.haze, 0.3))
    with c.at(1130, 700, 1.15, flip=True):
        trawler(c, light, mix(WINE, light.near, 0.3))
    with c.at(560, 760, 1.9):
        trawler(c, light, PETROL)
    with c.at(1060, 880, 2.0, flip=True):
        trawler(c, light, RUST)
    ripples(c, 640, 980, light.glint, 110, 0.5)
    quay(c, light, 950)
    c.line(sag((322, 905), (340, 715), -30), 5, mix(light.dark, light.glint, 0.2))
    bollard(c, 310, 975, 74, light.dark, mix(light.near, light.glint, 0.4))


@scene("fish-auction", focus="50% 55%")
def fish_auction(c: Canvas) -> None:
    """Boxes of fish on the auction hall's wet floor, buyers along them."""
    view = View(750, 380, 2.6, 980)
    c.shape(rect(0, 0, 1500, 1000), (mix(PETROL, NAVY, 0.3), mix(TEAL, ICE, 0.25)))
    c.shape(view.floor(-30, 1.5, 60, 40), (mix(TEAL, ICE, 0.45), mix(PETROL, NAVY, 0.2)))
    c.shape(view.wall(-9.5, 27, 19, 8), (mix(PETROL, NAVY, 0.1), mix(TEAL, ICE, 0.4)))
    for z in range(26, 4, -4):
        tone = mix(mix(PETROL, NAVY, 0.4), ICE, z / 70)
        c.line([view(-9, 6.2, z), view(0, 8.2, z), view(9, 6.2, z)], view.size(z) * 0.28, tone)
        for x in (-9, 9):
            c.line([view(x, 0, z), view(x, 6.2, z)], view.size(z) * 0.34, tone)
        for x in (-4, 4):
            _lamp(c, view, x, z)
    _crates(c, view)


def _lamp(c: Canvas, view: View, x: float, z: float) -> None:
    px, py = view(x, 5.3, z)
    size = view.size(z)
    c.line([(px, py), view(x, 7, z)], 1.2, NAVY)
    c.glow(px, py, size * 1.9, (255, 226, 170), 0.75)
    c.shape(
        [
            (px - size * 0.42, py),
            (px - size * 0.12, py - size * 0.26),
            (px + size * 0.12, py - size * 0.26),
            (px + size * 0.42, py),
        ],
        NAVY,
    )
    c.soft(oval(*view(x, 0, z), size * 1.6, size * 0.22), (255, 236, 196), 0.4, 8)


def _crates(c: Canvas, view: View) -> None:
    """Rows of boxes filled with fish, far rows first, with people between them."""
    for z in (15, 12, 9.6, 7.6, 6):
        for x in (-6.2, -4.6, -3, 1.4, 3, 4.6):
            _crate(c, view, x, z)
        if z in (15, 9.6, 7.6):
            for x in (-1.3, 0.5, 5.9):
                person(
                    c,
                    view,
                    x + c.chance.uniform(-0.4, 0.4),
                    z - 0.8,
                    1.75,
                    c.chance.choice(("read", "point", "pockets", "stand")),
                    dressed(c, coat=c.chance.choice((OCHRE, PETROL, RUST, SLATE))),
                    flip=x > 0,
                )


def _crate(c: Canvas, view: View, x: float, z: float) -> None:
    blue = mix(TEAL, ICE, 0.15)
    c.soft(view.floor(x - 0.1, z - 0.3, 1.6, 1), NAVY, 0.5, 5)
    c.shape(view.flank(x if x > 0 else x + 1.35, z, 0.8, 0.32), mix(blue, NAVY, 0.5))
    c.shape(view.floor(x, z, 1.35, 0.8, 0.32), mix(ICE, STEEL, 0.2))
    for _ in range(16):
        fx, fz = x + c.chance.uniform(0.16, 1.2), z + c.chance.uniform(0.12, 0.7)
        px, py = view(fx, 0.35, fz)
        size = view.size(fz) * 0.17
        c.shape(
            [
                (px - size, py),
                (px, py - size * 0.3),
                (px + size * 0.8, py),
                (px + size * 1.2, py - size * 0.25),
                (px + size * 1.2, py + size * 0.25),
                (px + size * 0.8, py),
                (px, py + size * 0.26),
            ],
            c.chance.choice((ICE, STEEL, mix(SLATE, ICE, 0.3), (236, 240, 238))),
        )
    c.shape(view.wall(x, z, 1.35, 0.34), (mix(blue, ICE, 0.2), mix(blue, NAVY, 0.25)))
