"""Still lifes for the business and politics pages."""

from __future__ import annotations

from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.gallery import scene
from dateline.site.demo.pictures.inks import (
    AMBER,
    BONE,
    CREAM,
    NAVY,
    OAK,
    OCHRE,
    PETROL,
    RUST,
    SAND,
    SNOW,
    STEEL,
    TEAL,
    UMBER,
    VERMILION,
    WINE,
    mix,
)
from dateline.site.demo.pictures.rooms import pendant
from dateline.site.demo.pictures.shapes import limb, oval, points, rect, smooth
from dateline.site.demo.pictures.space import shade


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
        side = [
            (cx - wide, cy - 24),
            *[(cx - wide * cos(pi * k / 20), cy + wide * 0.3 * sin(pi * k / 20)) for k in range(21)],
            (cx + wide, cy - 24),
        ]
        c.shape(side, (mix(tone, CREAM, 0.5), tone, shade(tone, 0.45)), angle=0)
        for k in range(3, 38, 2):
            a = pi * k / 40
            c.line(
                [
                    (cx - wide * cos(a), cy - 22 + wide * 0.3 * sin(a)),
                    (cx - wide * cos(a), cy + wide * 0.3 * sin(a) - 2),
                ],
                1.2,
                shade(tone, 0.4),
                0.4,
            )
        c.shape(oval(cx, cy - 24, wide, wide * 0.3), (mix(tone, CREAM, 0.35), tone), angle=0)
    c.line([*oval(cx, cy - 24, wide * 0.74, wide * 0.21)], 2, shade(tone, 0.3))


@scene("coffee", focus="50% 55%")
def coffee(c: Canvas) -> None:
    """Sacks of coffee and a roaster's cupping table."""
    c.shape(rect(0, 0, 1500, 1000), (mix(TEAL, BONE, 0.3), mix(TEAL, PETROL, 0.4)))
    c.shape(rect(-10, 690, 1520, 320), (mix(OAK, SAND, 0.3), shade(OAK, 0.4)))
    for x, y, wide, tall in (
        (230, 700, 250, 400),
        (1270, 700, 260, 440),
        (1050, 700, 210, 330),
        (420, 700, 190, 300),
    ):
        _sack(c, x, y, wide, tall)
    for x in (420, 750, 1080):
        pendant(c, x, 190, 120, VERMILION)
    for n in range(5):
        _cup(c, 430 + n * 160, 800 + (n % 2) * 26, 62)
    for _ in range(70):
        across, down = c.chance.gauss(760, 260), c.chance.uniform(880, 960)
        c.shape(oval(across, down, 11, 7, 12), mix(UMBER, RUST, 0.2))
        c.line([(across - 8, down), (across + 8, down - 1)], 1.4, shade(UMBER, 0.5))


def _sack(c: Canvas, x: float, y: float, wide: float, tall: float) -> None:
    knots = points(
        "-0.5,0.02 -0.54,-0.4 -0.46,-0.82 -0.3,-0.9 -0.12,-0.97 0.1,-0.94 0.3,-0.98 0.46,-0.84 0.53,-0.42 0.5,0.02"
    )
    outline = smooth([(x + wide * a, y + tall * b) for a, b in knots])
    cloth = mix(SAND, OAK, 0.25)
    c.shape(outline, (mix(cloth, CREAM, 0.3), cloth, shade(cloth, 0.35)), angle=20)
    c.spray(outline, shade(cloth, 0.5), 0.6, angle=20, start=0.3)
    c.shape(oval(x, y - tall * 0.9, wide * 0.36, tall * 0.07), mix(UMBER, RUST, 0.2))
    c.line(
        [*oval(x, y - tall * 0.45, wide * 0.22, wide * 0.22), (x + wide * 0.22, y - tall * 0.45)],
        6,
        mix(PETROL, cloth, 0.3),
    )
    c.rect(x - wide * 0.28, y - tall * 0.2, wide * 0.56, 8, mix(PETROL, cloth, 0.3))


def _cup(c: Canvas, x: float, y: float, wide: float) -> None:
    c.soft(oval(x + 14, y + 4, wide * 1.3, 14), NAVY, 0.4, 8)
    c.shape(oval(x, y, wide * 1.15, wide * 0.26), (SNOW, mix(SNOW, STEEL, 0.35)))
    body = smooth(
        [
            (x - wide * 0.78, y - wide * 0.86),
            (x - wide * 0.66, y - wide * 0.3),
            (x - wide * 0.3, y - 2),
            (x + wide * 0.3, y - 2),
            (x + wide * 0.66, y - wide * 0.3),
            (x + wide * 0.78, y - wide * 0.86),
        ],
        closed=False,
    )
    c.shape(body, (SNOW, CREAM, mix(STEEL, CREAM, 0.4)), angle=0)
    c.shape(oval(x, y - wide * 0.86, wide * 0.78, wide * 0.2), SNOW)
    c.shape(oval(x, y - wide * 0.84, wide * 0.68, wide * 0.16), (mix(UMBER, RUST, 0.3), shade(UMBER, 0.3)))
    drift = smooth(
        [(x - 6, y - wide), (x - 22, y - wide * 1.6), (x + 8, y - wide * 2.1), (x - 8, y - wide * 2.7)], closed=False
    )
    c.soft(limb(drift, [9 + n for n in range(len(drift))]), SNOW, 0.35, 8)


@scene("ballot", focus="50% 55%")
def ballot(c: Canvas) -> None:
    """A folded paper goes into a ballot box."""
    c.shape(rect(0, 0, 1500, 1000), (mix(WINE, RUST, 0.35), mix(WINE, NAVY, 0.4)))
    c.glow(560, 260, 700, mix(ROSE_GLOW, AMBER, 0.3), 0.45)
    c.shape(rect(-10, 740, 1520, 270), (mix(OAK, SAND, 0.25), shade(OAK, 0.45)))
    c.spray(rect(-10, 740, 1520, 270), shade(UMBER, 0.4), 0.5, start=0.2)
    c.soft([(480, 880), (1060, 880), (1290, 940), (620, 940)], NAVY, 0.55, 14)
    c.shape([(470, 500), (940, 500), (940, 890), (500, 890)], (mix(CREAM, SNOW, 0.4), mix(BONE, STEEL, 0.25)))
    c.shape([(940, 500), (1060, 440), (1040, 830), (940, 890)], (mix(BONE, STEEL, 0.35), shade(STEEL, 0.35)))
    c.spray([(940, 500), (1060, 440), (1040, 830), (940, 890)], shade(STEEL, 0.5), 0.6)
    c.shape([(470, 500), (600, 440), (1060, 440), (940, 500)], (mix(CREAM, SNOW, 0.7), CREAM))
    c.shape([(640, 480), (664, 464), (900, 464), (876, 480)], shade(UMBER, 0.4))
    c.shape(
        smooth(points("690,620 730,604 780,620 782,700 736,742 690,700"), steps=6),
        (PETROL, shade(PETROL, 0.3)),
    )
    c.shape([(712, 688), (760, 688), (750, 706), (722, 706)], AMBER)
    c.shape([(733, 682), (733, 634), (708, 676)], CREAM)
    c.shape([(738, 682), (738, 628), (766, 678)], CREAM)
    c.shape([(668, 474), (716, 250), (900, 290), (862, 474)], (SNOW, mix(CREAM, STEEL, 0.15)), angle=20)
    c.shape([(716, 250), (736, 236), (918, 276), (900, 290)], mix(CREAM, STEEL, 0.3))
    for n in range(3):
        c.line([(740 - n * 8, 320 + n * 44), (852 - n * 6, 344 + n * 44)], 4, mix(PETROL, CREAM, 0.5))
    c.line([(866, 312), (884, 340)], 6, VERMILION)
    c.line([(884, 316), (866, 338)], 6, VERMILION)
    _hand(c)


ROSE_GLOW = (226, 140, 120)


def _hand(c: Canvas) -> None:
    """A sleeve and hand coming from the upper right."""
    sleeve = [(1010, 60), (1250, -20), (1330, 120), (1060, 250)]
    skin = (155, 104, 68)
    c.shape(limb([(1080, 130), (960, 220)], [92, 76]), skin)
    for tip, start in (((850, 282), (950, 206)), ((862, 312), (960, 236)), ((880, 338), (972, 262))):
        c.shape(
            limb([start, ((start[0] + tip[0]) / 2, (start[1] + tip[1]) / 2 - 10), tip], [38, 32, 22]),
            mix(skin, CREAM, 0.08),
        )
        c.disc(tip[0], tip[1], 11, mix(skin, CREAM, 0.08))
    c.shape(limb([(950, 260), (890, 262), (846, 252)], [42, 30, 20]), shade(skin, 0.15))
    c.shape(sleeve, (mix(PETROL, CREAM, 0.15), shade(PETROL, 0.35)), angle=40)
    c.spray(sleeve, shade(PETROL, 0.5), 0.6, angle=40, start=0.3)
    c.shape([(1010, 60), (1060, 250), (1030, 262), (982, 78)], SNOW)
