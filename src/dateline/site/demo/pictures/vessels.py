"""Things that float: tugs, ferries, trawlers, container ships, sails. Drawn in local units, waterline at y 0."""

from __future__ import annotations

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import CREAM, OCHRE, VERMILION, Ink, Light, mix
from dateline.site.demo.pictures.shapes import Outline, limb, rect, smooth
from dateline.site.demo.pictures.space import shade


def _hull(length: float, high: float, rake: float) -> Outline:
    half = length / 2
    sheer = smooth(
        [(-half, -high * 1.12), (-half * 0.4, -high * 0.86), (half * 0.4, -high * 0.92), (half, -high * 1.45)],
        closed=False,
    )
    return [*sheer, (half - rake, 0), (-half + rake * 0.3, 0)]


def hull(c: Canvas, length: float, high: float, ink: Ink, light: Light, stripe: Ink | None = None) -> None:
    outline = _hull(length, high, high * 0.9)
    c.shape(outline, (mix(ink, light.glint, 0.2), shade(ink, 0.35)))
    c.spray(outline, shade(ink, 0.6), 0.55, start=0.25)
    if stripe:
        with c.within(outline):
            c.rect(-length / 2, -high * 0.16, length, high * 0.2, stripe)
    c.line(outline[: len(outline) - 2], 2.4, mix(ink, light.glint, 0.6), 0.8)


def tug(c: Canvas, light: Light, ink: Ink) -> None:
    """A harbour tug, 200 units long."""
    c.shape(
        [(-12, -62), (62, -62), (70, -30), (-22, -30)],
        (mix(CREAM, light.haze, 0.2), mix(CREAM, light.near, 0.45)),
        angle=0,
    )
    c.shape(
        [(8, -92), (50, -92), (58, -62), (2, -62)],
        (mix(CREAM, light.haze, 0.1), mix(CREAM, light.near, 0.4)),
        angle=0,
    )
    c.rect(14, -86, 38, 14, light.dark, 0.9)
    c.shape(
        [(-40, -80), (-20, -80), (-17, -30), (-44, -30)],
        (mix(VERMILION, light.haze, 0.25), shade(VERMILION, 0.3)),
        angle=0,
    )
    c.rect(-41, -80, 22, 8, light.dark)
    c.line([(28, -92), (28, -134)], 2.4, light.dark)
    c.line([(28, -128), (88, -44)], 1.0, light.dark, 0.7)
    hull(c, 200, 30, ink, light, mix(VERMILION, light.near, 0.3))
    for x in range(-80, 80, 26):
        c.disc(x, -12, 7, light.dark, 0.8)
    wake(c, light, 200)


def wake(c: Canvas, light: Light, length: float) -> None:
    for n in range(9):
        x = -length * (0.4 + 0.16 * n)
        c.shape([(x - 30, 2 + n), (x, -1), (x + 40, 3 + n), (x, 5 + n)], light.glint, 0.5 - n * 0.045)
    c.shape([(length * 0.34, 0), (length * 0.5, -4), (length * 0.62, 4), (length * 0.4, 6)], light.glint, 0.7)


def ferry(c: Canvas, light: Light, ink: Ink) -> None:
    """The Skerrin ferry, 520 units long, lit windows in two rows."""
    white = mix(CREAM, light.haze, 0.18)
    dim = mix(white, light.near, 0.5)
    c.shape([(-210, -150), (170, -150), (196, -92), (-222, -92)], (white, dim))
    c.shape([(-150, -196), (110, -196), (140, -150), (-164, -150)], (white, dim))
    c.shape([(40, -232), (104, -232), (122, -196), (32, -196)], (white, dim))
    c.rect(50, -224, 62, 15, light.dark)
    c.shape(
        [(-110, -262), (-52, -262), (-44, -196), (-122, -196)],
        (mix(VERMILION, light.haze, 0.15), shade(VERMILION, 0.35)),
        angle=0,
    )
    c.rect(-111, -262, 60, 13, light.dark)
    for y, start, stop in ((-136, -200, 170), (-182, -142, 116)):
        for x in range(start, stop, 22):
            c.rect(x, y, 13, 17, mix(light.glint, light.dark, 0.12), 0.95)
    c.line([(74, -232), (74, -286)], 3, light.dark)
    c.line([(74, -280), (210, -120)], 1, light.dark, 0.6)
    hull(c, 520, 74, ink, light, mix(OCHRE, light.near, 0.2))
    wake(c, light, 520)


def trawler(c: Canvas, light: Light, ink: Ink) -> None:
    """A small fishing boat, 260 units long, its gear raised."""
    cabin = mix(CREAM, light.haze, 0.15)
    c.shape([(-86, -104), (-26, -104), (-18, -38), (-94, -38)], (cabin, mix(cabin, light.near, 0.5)), angle=0)
    c.rect(-80, -94, 52, 20, light.dark, 0.92)
    c.shape(rect(-92, -112, 74, 9), mix(VERMILION, light.near, 0.2))
    c.line([(20, -30), (20, -196)], 5, light.dark)
    c.line([(-56, -112), (-56, -168)], 3, light.dark)
    c.line([(20, -60), (104, -150)], 4, light.dark)
    for end in ((-124, -40), (126, -58), (-56, -166), (104, -150)):
        c.line([(20, -194), end], 1.1, light.dark, 0.75)
    c.shape(smooth([(84, -128), (104, -148), (112, -100), (98, -58), (82, -92)]), mix(OCHRE, light.near, 0.35), 0.9)
    hull(c, 260, 44, ink, light, mix(VERMILION, light.dark, 0.3))


def container_ship(c: Canvas, light: Light, ink: Ink, boxes: tuple[Ink, ...]) -> None:
    """A container ship, 1,000 units long, stacked high."""
    for bay in range(13):
        height = c.chance.choice((4, 5, 5, 6))
        for tier in range(height):
            x, y = -330 + bay * 58, -96 - 26 * (tier + 1)
            tone = mix(c.chance.choice(boxes), light.haze, 0.25)
            c.shape(rect(x, y, 55, 24), (mix(tone, light.glint, 0.12), shade(tone, 0.22)))
            c.line([(x, y + 24), (x + 55, y + 24)], 1.2, shade(tone, 0.5))
    house = mix(CREAM, light.haze, 0.25)
    c.shape(rect(-452, -330, 92, 240), (house, mix(house, light.near, 0.45)), angle=0)
    for y in range(-318, -120, 30):
        c.rect(-446, y, 80, 9, light.dark, 0.75)
    c.shape(rect(-474, -300, 22, 200), mix(VERMILION, light.near, 0.35))
    c.line([(-408, -330), (-408, -392)], 4, light.dark)
    hull(c, 1040, 100, ink, light, mix(VERMILION, light.near, 0.25))


def sail(c: Canvas, light: Light, cloth: Ink, lean: float = 0.0) -> None:
    """A dinghy under sail, 150 units high."""
    top = (lean * 150, -150)
    c.shape([*smooth([(4, -16), (30, -60), (top[0] + 4, top[1])], closed=False), (2, -20)], mix(cloth, light.haze, 0.2))
    main = [(-4, -18), *smooth([(-60, -20), (-42, -84), top], closed=False)]
    c.shape(main, (mix(cloth, light.glint, 0.5), mix(cloth, light.near, 0.3)), angle=0)
    c.spray(main, mix(cloth, light.near, 0.6), 0.5, angle=0, start=0.4)
    c.line([(0, -8), top], 2.4, light.dark)
    c.shape(limb([(-62, -8), (0, -6), (50, -12)], [12, 18, 5]), (CREAM, mix(CREAM, light.near, 0.6)))
    c.shape([(-60, 2), (0, -2), (56, 2), (0, 6)], light.glint, 0.5)
