"""Portraits for interviews."""

from __future__ import annotations

from dateline.site.demo.pictures.busts import Look, bust
from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    CREAM,
    GOLD,
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
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.plants import reeds
from dateline.site.demo.pictures.rooms import bookcase
from dateline.site.demo.pictures.shapes import rect, ridge
from dateline.site.demo.pictures.sky import bands, sky
from dateline.site.demo.pictures.space import shade
from dateline.site.demo.pictures.water import ripples


@scene("portrait-conductor", focus="50% 35%")
def portrait_conductor(c: Canvas) -> None:
    """A conductor before the organ pipes."""
    c.shape(rect(0, 0, 1500, 1000), (shade(WINE, 0.5), mix(WINE, RUST, 0.3)))
    for n in range(16):
        x, tall = 20 + n * 94, 520 + 190 * abs((n - 7.5) / 7.5)
        c.shape(
            rect(x, 720 - tall, 70, tall + 300),
            (mix(OCHRE, CREAM, 0.25), mix(OCHRE, UMBER, 0.4), shade(UMBER, 0.4)),
            angle=0,
        )
        c.shape([(x + 16, 700), (x + 35, 640), (x + 54, 700)], shade(UMBER, 0.5))
    c.fade([(0, 0), (1500, 0), (1500, 900), (0, 900)], shade(WINE, 0.5), 0.6)
    c.glow(620, 330, 620, AMBER, 0.4)
    with c.at(750, 690, 1.28):
        bust(c, Look(NAVY, WINE, 3, "curly", HAIRS[0], "lapel"))


@scene("portrait-coach", focus="50% 35%")
def portrait_coach(c: Canvas) -> None:
    """A football coach before an empty stand."""
    c.shape(rect(0, 0, 1500, 1000), (mix(STEEL, ICE, 0.4), mix(TEAL, SLATE, 0.4)))
    for row in range(14):
        y = 120 + row * 46
        c.rect(-10, y + 30, 1520, 10, mix(SLATE, TEAL, 0.35))
        for n in range(26):
            c.shape(
                rect(n * 60 + (row % 2) * 14 - 20, y, 44, 32),
                mix(VERMILION if (n // 7 + row // 5) % 2 else CREAM, TEAL, 0.45),
            )
    c.fade([(0, 0), (1500, 0), (1500, 1000), (0, 1000)], mix(ICE, SLATE, 0.4), 0.5, 60)
    c.shape(rect(-10, 790, 1520, 220), (mix(MOSS, TEAL, 0.3), MOSS))
    with c.at(750, 690, 1.28):
        bust(c, Look(VERMILION, TEAL, 0, "short", HAIRS[4], "round", beard=True))


@scene("portrait-hydrologist", focus="50% 35%")
def portrait_hydrologist(c: Canvas) -> None:
    """A hydrologist on the bank of the Tarrow."""
    light = GOLD
    sky(c, light, 560)
    bands(c, light, 90, 380, 4)
    c.shape(ridge(-20, 1520, 520, 60, 200, c.chance, 570), light.away(light.far, 0.2))
    c.shape(rect(-10, 556, 1520, 460), light.water)
    ripples(c, 560, 990, light.glint, 120, 0.5)
    inks = (mix(OCHRE, SAND, 0.4), mix(MOSS, OCHRE, 0.5), mix(UMBER, OCHRE, 0.4))
    reeds(c, -20, 420, 1010, 640, inks, 90)
    reeds(c, 1080, 1520, 1010, 640, inks, 90)
    with c.at(750, 690, 1.28):
        bust(c, Look(PETROL, SAGE, 4, "bob", HAIRS[2], "shirt", glasses=True))


@scene("portrait-novelist", focus="50% 35%")
def portrait_novelist(c: Canvas) -> None:
    """A novelist among her shelves."""
    c.shape(rect(0, 0, 1500, 1000), shade(UMBER, 0.4))
    for x in (-30, 370, 770, 1170):
        bookcase(c, x, 1030, (390, 1060), 6, (WINE, PETROL, OCHRE, RUST, MOSS, SLATE, SAND), OAK)
    c.fade([(0, 0), (1500, 0), (1500, 1000), (0, 1000)], shade(UMBER, 0.5), 0.7)
    c.glow(560, 300, 640, AMBER, 0.45)
    with c.at(750, 690, 1.28):
        bust(c, Look(WINE, UMBER, 1, "scarf", mix(TEAL, CREAM, 0.25), "round"))
