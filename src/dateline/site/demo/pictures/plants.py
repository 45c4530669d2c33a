"""What grows: trees, reeds, grass, wheat, orchards, forests."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import MOSS, OCHRE, PINE, RUST, SAND, UMBER, VERMILION, Ink, Light, mix
from dateline.site.demo.pictures.shapes import Outline, limb, oval, smooth
from dateline.site.demo.pictures.space import shade


def _crown(c: Canvas, x: float, y: float, wide: float, tall: float) -> Outline:
    """The ragged outline of leaves."""
    knots = []
    for px, py in oval(x, y, wide, tall, 14):
        stretch = c.chance.uniform(0.82, 1.12)
        knots.append((x + (px - x) * stretch, y + (py - y) * stretch))
    return smooth(knots, steps=5)


def tree(c: Canvas, light: Light, leaf: Ink, tall: float = 200, bark: Ink = UMBER) -> None:
    """A broad tree on y 0, ``tall`` units high, lit from the left."""
    trunk = mix(bark, light.dark, 0.3)
    c.soft(oval(tall * 0.12, 2, tall * 0.36, tall * 0.035), light.dark, 0.45, tall * 0.03)
    c.shape(
        limb([(0, 0), (tall * 0.01, -tall * 0.3), (tall * 0.02, -tall * 0.6)], [tall * 0.09, tall * 0.06, tall * 0.03]),
        trunk,
    )
    for end in ((-tall * 0.16, -tall * 0.56), (tall * 0.18, -tall * 0.58)):
        c.shape(limb([(0, -tall * 0.26), end], [tall * 0.045, tall * 0.018]), trunk)
    base = mix(leaf, light.haze, 0.08)
    for x, y, wide, part in ((0.1, -0.62, 0.34, 0.35), (-0.14, -0.58, 0.3, 0.2), (0.02, -0.76, 0.3, 0.1)):
        crown = _crown(c, x * tall, y * tall, wide * tall, wide * tall * 0.78)
        c.shape(crown, (mix(base, light.glint, 0.25), shade(base, part)), angle=50)
        c.spray(crown, shade(base, 0.55), 0.75, angle=50, start=0.35)
        c.spray(crown, mix(base, light.glint, 0.6), 0.5, angle=230, start=0.55)


def bent_tree(c: Canvas, light: Light) -> None:
    """A tree pressed to the left by a gale, 200 units high."""
    trunk = [(0, 0), (-8, -60), (-34, -112), (-84, -150)]
    c.shape(limb(trunk, [17, 13, 9, 4]), light.dark)
    for x, y, wide, tall in ((-70, -150, 70, 30), (-110, -128, 62, 24), (-130, -160, 54, 20), (-42, -172, 50, 22)):
        crown = _crown(c, x, y, wide, tall)
        leaf = mix(PINE, light.haze, 0.22)
        c.shape(crown, (mix(leaf, light.glint, 0.2), shade(leaf, 0.3)))
        c.spray(crown, light.dark, 0.7, start=0.25)


def pine(c: Canvas, x: float, y: float, tall: float, ink: Ink, snow: Ink | None = None) -> None:
    """A conifer in three skirts."""
    c.shape(limb([(x, y), (x, y - tall * 0.3)], [tall * 0.07, tall * 0.05]), shade(ink, 0.5))
    for n in range(4):
        foot, top = y - tall * (0.12 + n * 0.2), y - tall * (0.46 + n * 0.18)
        wide = tall * (0.28 - n * 0.052)
        skirt = [
            (x - wide, foot),
            (x, top),
            (x + wide, foot),
            (x + wide * 0.4, foot + tall * 0.03),
            (x - wide * 0.3, foot + tall * 0.035),
        ]
        c.shape(skirt, (mix(ink, (255, 255, 245), 0.12), shade(ink, 0.2)))
        c.spray(skirt, shade(ink, 0.6), 0.7, angle=0, start=0.45)
        if snow:
            c.shape(
                [
                    (x - wide * 0.8, foot - tall * 0.02),
                    (x, top),
                    (x + wide * 0.35, foot - tall * 0.14),
                    (x, foot - tall * 0.1),
                    (x - wide * 0.4, foot - tall * 0.04),
                ],
                snow,
                0.9,
            )


def reeds(
    c: Canvas,
    x: float,
    end: float,
    y: float,
    tall: float,
    inks: tuple[Ink, ...],
    count: int = 120,
    plumes: bool = True,
) -> None:
    """A bed of reeds rooted on ``y``."""
    for _ in range(count):
        at, high = c.chance.uniform(x, end), tall * c.chance.uniform(0.55, 1)
        lean = c.chance.gauss(0.08, 0.07) * high
        ink = c.chance.choice(inks)
        stem = [(at, y), (at + lean * 0.35, y - high * 0.55), (at + lean, y - high)]
        c.shape(limb(smooth(stem, closed=False, steps=4), [tall * 0.016] * 9), ink)
        if c.chance.random() < 0.5:
            blade = [
                (at + lean * 0.2, y - high * 0.3),
                (at + lean * 0.5 + high * 0.1, y - high * 0.56),
                (at + lean + high * 0.24, y - high * 0.5),
            ]
            c.shape(limb(smooth(blade, closed=False, steps=4), [tall * 0.018 * (1 - n / 9) for n in range(9)]), ink)
        if plumes and c.chance.random() < 0.5:
            top = (at + lean, y - high)
            c.shape(
                smooth(
                    [
                        (top[0] - 1, top[1] + high * 0.02),
                        (top[0] + high * 0.02, top[1] - high * 0.07),
                        (top[0] + high * 0.055, top[1] - high * 0.13),
                        (top[0] + high * 0.05, top[1] - high * 0.03),
                    ],
                    steps=4,
                ),
                mix(ink, SAND, 0.6),
            )


def grass(c: Canvas, x: float, end: float, y: float, tall: float, inks: tuple[Ink, ...], count: int) -> None:
    for _ in range(count):
        at, high = c.chance.uniform(x, end), tall * c.chance.uniform(0.4, 1)
        tip = (at + c.chance.gauss(0.15, 0.25) * high, y - high)
        c.shape([(at - tall * 0.03, y), tip, (at + tall * 0.03, y)], c.chance.choice(inks))


def wheat(c: Canvas, x: float, end: float, y: float, tall: float, ink: Ink, count: int) -> None:
    """Ears of wheat in front of us."""
    for _ in range(count):
        at, high = c.chance.uniform(x, end), tall * c.chance.uniform(0.7, 1)
        lean = c.chance.gauss(0.16, 0.06) * high
        tone = mix(ink, c.chance.choice((RUST, SAND, OCHRE)), 0.35)
        c.line(
            smooth([(at, y), (at + lean * 0.3, y - high * 0.6), (at + lean, y - high)], closed=False, steps=5),
            tall * 0.014,
            shade(tone, 0.25),
        )
        for n in range(5):
            cx, cy = at + lean + n * high * 0.012, y - high - n * high * 0.036
            for side in (-1, 1):
                c.shape(
                    oval(cx + side * high * 0.016, cy, high * 0.011, high * 0.026, 8),
                    mix(tone, (255, 240, 200), 0.25 if side < 0 else 0.0),
                )


def apple_tree(c: Canvas, light: Light, tall: float) -> None:
    """A small orchard tree hung with apples."""
    tree(c, light, MOSS, tall)
    for _ in range(26):
        x, y = c.chance.gauss(0.02, 0.17) * tall, (-0.64 + c.chance.gauss(0, 0.1)) * tall
        c.disc(x, y, tall * 0.019, mix(VERMILION, light.dark, 0.12))
        c.disc(x - tall * 0.006, y - tall * 0.006, tall * 0.007, (255, 200, 170), 0.8)


def wood(
    c: Canvas,
    light: Light,
    y: float,
    tall: float,
    ink: Ink,
    count: int = 60,
    span: tuple[float, float] = (-20, 1520),
    snow: Ink | None = None,
) -> None:
    """The edge of a conifer wood."""
    for x in sorted(c.chance.uniform(*span) for _ in range(count)):
        pine(
            c,
            x,
            y + c.chance.uniform(-0.05, 0.08) * tall,
            tall * c.chance.uniform(0.6, 1.0),
            mix(ink, light.haze, c.chance.uniform(0, 0.15)),
            snow,
        )
