"""The Hollen line: its viaduct and its tunnel."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.figures import dressed, person
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    GOLD,
    MOSS,
    OCHRE,
    PINE,
    RUST,
    SAND,
    SLATE,
    SNOW,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    mix,
)
from dateline.site.demo.pictures.plants import pine, wood
from dateline.site.demo.pictures.shapes import arc, limb, rect, ridge
from dateline.site.demo.pictures.sky import sky
from dateline.site.demo.pictures.space import View, shade
from dateline.site.demo.pictures.vehicles import train


@scene("mountain-railway", focus="50% 55%")
def mountain_railway(c: Canvas) -> None:
    """A train crosses the Hollen viaduct."""
    light = GOLD
    sky(c, light, 700)
    c.glow(1160, 240, 460, light.sun, 0.7)
    for y, rise, part in ((430, 330, 0.6), (560, 270, 0.4)):
        peaks = [(-20.0, 1000.0), (-20.0, y - 40.0)]
        for x in range(60, 1600, 190):
            peaks += [(x, y - rise * c.chance.uniform(0.45, 1)), (x + 95, y - c.chance.uniform(0, 60))]
        outline = [*peaks, (1700, 1000)]
        tone = light.away(mix(SLATE, TEAL, 0.3), part)
        c.shape(outline, (mix(tone, SNOW, 0.55), tone, tone))
        c.spray(outline, shade(tone, 0.35), 0.4, angle=20, start=0.3)
    for y, part in ((700, 0.45), (800, 0.2)):
        c.shape(ridge(-20, 1520, y, 90, 200, c.chance), light.away(mix(PINE, MOSS, 0.3), part))
        wood(c, light, y - 10, 90, mix(PINE, light.haze, part), 30)
    stone = mix(BONE, RUST, 0.2)
    for x in range(-80, 1600, 190):
        pier = limb([(x, 1010), (x, 640)], [66, 50])
        c.shape(pier, (mix(stone, light.glint, 0.35), stone, shade(stone, 0.4)), angle=0)
        c.spray(pier, shade(stone, 0.5), 0.6, angle=0, start=0.3)
    for x in range(-80, 1600, 190):
        opening = [(x + 25, 640), *arc(x + 95, 640, 70, 0.5, 1.0, 16), (x + 165, 640)]
        c.shape(
            [(x, 640), *opening, (x + 190, 640), (x + 190, 552), (x, 552)],
            (mix(stone, light.glint, 0.3), shade(stone, 0.15)),
        )
    c.rect(-10, 540, 1520, 18, mix(stone, light.glint, 0.5))
    with c.at(1130, 542, 0.8):
        train(c, light, VERMILION, 4)
    c.shape(ridge(-20, 1520, 950, 60, 220, c.chance), (mix(PINE, MOSS, 0.2), shade(PINE, 0.4)))
    for x in (120, 210, 1290, 1400):
        pine(c, x, 990, 330, PINE)


@scene("tunnel", focus="50% 50%")
def tunnel(c: Canvas) -> None:
    """Workers stand before the boring face of the Hollen tunnel."""
    view = View(750, 520, 2.0, 760)
    c.shape(rect(0, 0, 1500, 1000), shade(UMBER, 0.6))
    for n in range(22):
        z = 1.9 + n
        tone = mix(mix(SLATE, UMBER, 0.4), mix(SAND, AMBER, 0.3), (n / 22) * 0.6 + (0.07 if n % 2 else 0.0))
        ring = [view(4.6 * cos(2 * pi * k / 48), 2.9 + 4.6 * sin(2 * pi * k / 48), z) for k in range(48)]
        c.shape(ring, tone)
    face = [view(4.5 * cos(2 * pi * k / 48), 2.9 + 4.5 * sin(2 * pi * k / 48), 24) for k in range(48)]
    c.shape(face, (mix(STEEL, AMBER, 0.2), shade(STEEL, 0.4)))
    x, y = view(0, 2.9, 24)
    for k in range(8):
        a = k / 8 * 2 * pi
        c.line([(x, y), (x + 138 * cos(a), y + 138 * sin(a))], 15, VERMILION)
        for r in (50, 84, 118):
            c.disc(x + r * cos(a + 0.16), y + r * sin(a + 0.16), 9, shade(STEEL, 0.5))
    c.disc(x, y, 32, OCHRE)
    c.shape(view.floor(-2.6, 2.2, 5.2, 24), (mix(SLATE, BONE, 0.35), shade(SLATE, 0.5)))
    for side in (-0.75, 0.75):
        c.line([view(side, 0, 24), view(side, 0, 2.2)], 5, mix(STEEL, SNOW, 0.3))
    for z in (4, 6, 9, 13, 18):
        for side in (-1, 1):
            px, py = view(side * 3.5, 5.2, z)
            c.glow(px, py, view.size(z) * 1.2, AMBER, 0.7)
            c.disc(px, py, view.size(z) * 0.13, CREAM)
    for x, z, pose, flip in (
        (-1.6, 8, "point", False),
        (-0.5, 9, "stand", True),
        (1.4, 7, "read", True),
        (0.6, 11, "pockets", False),
    ):
        person(
            c,
            view,
            x,
            z,
            1.78,
            pose,
            dressed(c, coat=OCHRE, hat=CREAM if pose == "point" else VERMILION),
            flip=flip,
        )
