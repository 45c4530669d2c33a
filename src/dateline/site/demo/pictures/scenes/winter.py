"""Snow: on the pass and on the roofs."""

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    CREAM,
    ICE,
    NAVY,
    OCHRE,
    PINE,
    RUST,
    SAND,
    SLATE,
    SNOW,
    TEAL,
    VERMILION,
    WINTER,
    Ink,
    mix,
)
from dateline.site.demo.pictures.plants import wood
from dateline.site.demo.pictures.shapes import limb, oval, points, ridge, smooth
from dateline.site.demo.pictures.sky import sky, snowfall
from dateline.site.demo.pictures.space import shade
from dateline.site.demo.pictures.town import spire


@scene("snow-pass", focus="50% 55%")
def snow_pass(c: Canvas) -> None:
    """A plough clears the Hollen pass."""
    light = WINTER
    sky(c, light, 700)
    for y, rise, part in ((420, 330, 0.5), (560, 260, 0.2)):
        peaks = [(-20.0, 1000.0), (-20.0, y - 60.0)]
        for x in range(80, 1600, 230):
            peaks += [(x, y - rise * c.chance.uniform(0.5, 1)), (x + 115, y - c.chance.uniform(0, 70))]
        outline = [*peaks, (1700, 1000)]
        tone = light.away(mix(SLATE, light.near, 0.3), part)
        c.shape(outline, (SNOW, mix(tone, SNOW, 0.5), tone))
        c.spray(outline, tone, 0.75, angle=25, start=0.25)
    c.shape(ridge(-20, 1520, 640, 50, 220, c.chance), (SNOW, mix(SNOW, light.sky[1], 0.5)))
    wood(c, light, 660, 130, mix(PINE, light.haze, 0.3), 26, (-20, 520), SNOW)
    wood(c, light, 650, 120, mix(PINE, light.haze, 0.3), 22, (1040, 1520), SNOW)
    road = [
        *smooth([(690, 640), (640, 690), (760, 760), (900, 850), (760, 1010)], closed=False),
        *smooth([(1250, 1010), (1180, 860), (980, 760), (760, 690), (730, 640)], closed=False),
    ]
    c.shape(road, (mix(SLATE, SNOW, 0.55), mix(SLATE, SNOW, 0.2)))
    for x, y in ((600, 690), (700, 760), (830, 850), (640, 960), (1010, 760), (1240, 850), (1350, 960)):
        c.line([(x, y), (x, y - 90 * y / 850)], 6 * y / 850, VERMILION)
        c.rect(x - 3 * y / 850, y - 62 * y / 850, 6 * y / 850, 16 * y / 850, SNOW)
    _plough(c, 985, 850)
    snowfall(c, (255, 255, 255), 300)


def _plough(c: Canvas, x: float, y: float) -> None:
    """A snow plough coming down towards us."""
    c.soft(oval(x, y + 4, 150, 14), NAVY, 0.4, 8)
    c.shape(
        points("-84,-20 -84,-150 -66,-220 66,-220 84,-150 84,-20", x, y),
        (mix(OCHRE, AMBER, 0.4), shade(OCHRE, 0.3)),
    )
    c.shape([(x - 70, y - 142), (x - 56, y - 206), (x + 56, y - 206), (x + 70, y - 142)], (mix(NAVY, ICE, 0.45), NAVY))
    c.disc(x, y - 230, 13, RUST)
    c.glow(x, y - 230, 90, AMBER, 0.8)
    for side in (-62, 62):
        c.glow(x + side, y - 110, 90, (255, 244, 214), 0.8)
        c.disc(x + side, y - 110, 14, CREAM)
    blade = [(x - 150, y - 78), (x + 130, y - 96), (x + 150, y - 4), (x - 170, y + 8)]
    c.shape(blade, (mix(VERMILION, CREAM, 0.15), shade(VERMILION, 0.35)))
    for n in range(6):
        c.shape(
            [
                (x - 140 + n * 50, y - 76),
                (x - 118 + n * 50, y - 78),
                (x - 132 + n * 50, y + 6),
                (x - 156 + n * 50, y + 6),
            ],
            CREAM,
            0.85,
        )
    c.puff(x - 210, y - 20, 110, SNOW, 2.0)
    c.puff(x - 260, y - 60, 100, SNOW, 1.4)


@scene("snow-roofs", focus="50% 55%")
def snow_roofs(c: Canvas) -> None:
    """Snow on the roofs of the old town."""
    light = WINTER
    sky(c, light, 1000)
    c.glow(1100, 260, 420, light.sun, 0.6)
    spire(c, 860, 640, 430, light.away(light.near, 0.4), light.away(light.far, 0.4))
    c.shape([(840, 373), (860, 210), (884, 373)], SNOW, 0.6)
    for y, tall, part in ((540, 90, 0.62), (640, 130, 0.4), (770, 190, 0.18), (960, 280, 0.0)):
        _white_roofs(c, y, tall, part)
    snowfall(c, SNOW, 320)


def _white_roofs(c: Canvas, y: float, tall: float, haze: float) -> None:
    light, x = WINTER, -tall * c.chance.random()
    while x < 1500:
        width, high = tall * c.chance.uniform(0.9, 1.5), tall * c.chance.uniform(0.8, 1.2)
        wall = light.away(c.chance.choice((RUST, OCHRE, SLATE, TEAL, SAND)), haze + 0.12)
        peak, eave = y - high * 1.15, y - high * 0.55
        c.shape(
            [(x, y + 200), (x, eave), (x + width * 0.5, peak), (x + width, eave), (x + width, y + 200)],
            (wall, shade(wall, 0.25)),
        )
        c.shape(
            [
                (x - 8, eave + 12),
                (x + width * 0.5, peak - 12),
                (x + width + 8, eave + 12),
                (x + width * 0.93, eave + 14),
                (x + width * 0.5, peak + tall * 0.14),
                (x + width * 0.07, eave + 14),
            ],
            (SNOW, mix(SNOW, light.sky[0], 0.4 * (1 - haze))),
        )
        for px in (0.26, 0.6):
            glass = light.glint if c.chance.random() < 0.4 else shade(wall, 0.5)
            c.rect(
                x + width * px,
                eave + high * 0.16,
                width * 0.13,
                high * 0.26,
                mix(glass, AMBER, 0.35) if glass == light.glint else glass,
            )
        _chimney(c, x + width * 0.72, eave - high * 0.1, tall, shade(wall, 0.2))
        x += width * 0.98


def _chimney(c: Canvas, x: float, y: float, tall: float, ink: Ink) -> None:
    c.rect(x, y - tall * 0.36, tall * 0.12, tall * 0.4, ink)
    c.shape(
        smooth([(x - 4, y - tall * 0.35), (x + tall * 0.06, y - tall * 0.43), (x + tall * 0.12 + 4, y - tall * 0.35)]),
        SNOW,
    )
    drift = smooth(
        [
            (x + tall * 0.06, y - tall * 0.42),
            (x + tall * 0.16, y - tall * 0.66),
            (x + tall * 0.1, y - tall * 0.9),
            (x + tall * 0.28, y - tall * 1.15),
        ],
        closed=False,
    )
    c.soft(limb(drift, [6 + n * 0.9 for n in range(len(drift))]), SNOW, 0.5, 7)
