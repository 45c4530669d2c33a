"""A school's yard and its kitchen."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, figure, person
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    BONE,
    CREAM,
    DAY,
    ICE,
    MOSS,
    NAVY,
    OAK,
    OCHRE,
    PETROL,
    RUST,
    SAND,
    SLATE,
    SNOW,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.plants import tree
from dateline.site.demo.pictures.rooms import Room, arch, room, table
from dateline.site.demo.pictures.shapes import limb, oval, rect, smooth
from dateline.site.demo.pictures.sky import cloud, sky
from dateline.site.demo.pictures.space import View, block, shade
from dateline.site.demo.pictures.town import facade


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
    _rings(c, view)
    for side in (-6.5, 6.6):
        px, py = view(side, 0, 10.5)
        block(c, view, (side - 0.8, 0, 10), (1.6, 0.5, 1.0), OAK, shade(OAK, 0.4), UMBER)
        with c.at(px, py - 20, 1):
            tree(c, light, mix(MOSS, OCHRE, 0.25), 290)
    _pupils(c, view)


def _rings(c: Canvas, view: View) -> None:
    """Circles painted on the ground."""
    turns = [(cos(n / 20 * pi), sin(n / 20 * pi)) for n in range(40)]
    for x, z, size, ink in ((-3.4, 14, 2.4, TEAL), (3.8, 12, 2.8, OCHRE), (-0.6, 19, 2.2, VERMILION)):
        for radius, fill, alpha in ((size, mix(ink, SAND, 0.3), 0.85), (size * 0.6, SAND, 0.9)):
            c.shape([view(x + radius * a, 0, z + radius * b) for a, b in turns], fill, alpha)


def _pupils(c: Canvas, view: View) -> None:
    spots = ((-4, 16), (-2.7, 15), (0.2, 18), (2.6, 14), (4.4, 12.4), (-1.2, 11), (1.7, 9.6), (-3.6, 9.4))
    poses = ("run", "run", "cheer", "run", "stand", "run", "kick", "cheer")
    for (x, z), pose in zip(spots, poses, strict=True):
        worn = dressed(c, coat=c.chance.choice((VERMILION, OCHRE, TEAL, WINE, PETROL)), hem=2)
        person(c, view, x, z, 1.28, pose, worn, flip=x > 0)
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
    for across in (-3.2, 3.4):
        for row in range(3):
            px, py = view(across, 1.5 + row * 0.6, 7)
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
    c.shape(
        rect(x - wide / 2, y - wide * 0.72, wide, wide * 0.72),
        (shade(STEEL, 0.25), mix(STEEL, SNOW, 0.6), shade(STEEL, 0.35)),
        angle=0,
    )
    c.shape(oval(x, y - wide * 0.72, wide / 2, wide * 0.1), mix(STEEL, NAVY, 0.4))
    for n in range(3):
        drift = smooth(
            [
                (x - 14 + n * 14, y - wide * 0.8),
                (x - 30 + n * 18, y - wide * 1.3),
                (x - 4 + n * 10, y - wide * 1.7),
                (x - 22 + n * 20, y - wide * 2.2),
            ],
            closed=False,
        )
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
