"""People: small figures by pose, without faces. A figure stands on y 0 and is 100 units tall, facing right."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict, Unpack

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import COATS, HAIRS, SKINS, Ink, mix
from dateline.site.demo.pictures.shapes import Outline, Point, limb, oval, points, smooth
from dateline.site.demo.pictures.space import View, shade

Joints = dict[str, Point]


@dataclass(frozen=True, slots=True)
class Dress:
    coat: Ink
    legs: Ink
    skin: Ink
    hair: Ink
    hem: float = 6
    """How far the coat hangs below the hips."""
    long_hair: bool = False
    hat: Ink | None = None
    socks: Ink | None = None
    """Long socks under shorts, for sport; long trousers without."""


def _joints(line: str) -> Joints:
    """``head 0 -91 ; sl -9 -79 ...``: s shoulder, e elbow, w wrist, h hip, k knee, f foot; l is the far side."""
    parts = [part.split() for part in line.split(";")]
    return {name: (float(x), float(y)) for name, x, y in parts}


_UPPER = "head 0 -91;sl -9.5 -79;sr 9.5 -79;hl -6.5 -50;hr 6.5 -50;"
_FEET = "kl -6 -26;kr 6 -26;fl -7 0;fr 7 0"
_SIDE = "head 3 -91;sl -5 -79;sr 6 -79;hl -5.5 -50;hr 5.5 -50;"
_STEP = "kl -2 -26;kr 8 -27;fl -14 -2;fr 13 0"

POSES: dict[str, Joints] = {
    name: _joints(line)
    for name, line in {
        "stand": _UPPER + "el -13 -64;er 13 -64;wl -11.5 -49;wr 11.5 -49;" + _FEET,
        "pockets": _UPPER + "el -15.5 -64;er 15.5 -64;wl -8 -53;wr 8 -53;" + _FEET,
        "raise": _UPPER + "el -13 -64;er 17 -90;wl -11 -49;wr 13 -107;" + _FEET,
        "cheer": _UPPER + "el -19 -90;er 18 -91;wl -15 -108;wr 17 -109;" + _FEET,
        "point": _UPPER + "el -13 -64;er 21 -73;wl -11 -49;wr 35 -77;" + _FEET,
        "conduct": _UPPER + "el -20 -78;er 21 -82;wl -31 -90;wr 27 -99;" + _FEET,
        "work": _SIDE + "el 8 -63;er 12 -64;wl 21 -58;wr 24 -58;kl -3 -26;kr 4 -26;fl -4 0;fr 6 0",
        "read": _SIDE + "el 4 -63;er 10 -62;wl 15 -69;wr 17 -68;kl -3 -26;kr 4 -26;fl -4 0;fr 6 0",
        "walk": _SIDE + "el -9 -65;er 10 -64;wl -13 -51;wr 16 -53;" + _STEP,
        "carry": _SIDE + "el 5 -62;er 9 -62;wl 18 -57;wr 20 -57;" + _STEP,
        "push": "head 8 -88;sl 0 -77;sr 10 -76;hl -7 -49;hr 4 -49;el 12 -64;er 18 -65;wl 25 -59;wr 29 -60;" + _STEP,
        "run": "head 9 -90;sl -1 -78;sr 9 -77;hl -6 -50;hr 4 -50;el -13 -68;er 15 -63;wl -19 -56;wr 25 -70;"
        "kl -7 -27;kr 17 -39;fl -27 -17;fr 15 -16",
        "kick": "head -3 -90;sl -9 -78;sr 4 -77;hl -5 -49;hr 5 -49;el -22 -72;er 15 -68;wl -33 -66;wr 23 -58;"
        "kl -6 -25;kr 18 -37;fl -9 0;fr 33 -25",
        "dive": "head 22 -84;sl 8 -78;sr 16 -70;hl -14 -58;hr -10 -50;el 28 -92;er 34 -82;wl 42 -104;wr 48 -98;"
        "kl -32 -46;kr -30 -36;fl -52 -40;fr -50 -24",
        "sit": "head 3 -68;sl -6 -56;sr 5 -56;hl -6 -27;hr 5 -26;el 6 -41;er 9 -41;wl 20 -35;wr 21 -34;"
        "kl 20 -27;kr 22 -26;fl 18 0;fr 22 0",
        "desk": "head 0 -66;sl -10 -54;sr 10 -54;hl -8 -24;hr 8 -24;el -16 -38;er 16 -38;wl -6 -31;wr 6 -31;"
        "kl -6 -20;kr 6 -20;fl -6 0;fr 6 0",
        "kneel": "head 6 -66;sl -4 -56;sr 7 -55;hl -8 -28;hr 2 -27;el 8 -40;er 13 -40;wl 20 -28;wr 24 -27;"
        "kl -6 -2;kr 16 -22;fl -24 0;fr 16 0",
        "bow": _UPPER + "el -20 -70;er 18 -67;wl -14 -84;wr 4 -72;" + _FEET,
        "dance": "head 6 -93;sl -6 -82;sr 8 -80;hl -6 -53;hr 4 -52;el -20 -92;er 22 -92;wl -32 -104;wr 35 -100;"
        "kl -10 -28;kr 22 -42;fl -6 0;fr 42 -30",
    }.items()
}


class Wish(TypedDict, total=False):
    """What of somebody's clothes is not left to chance: the fields of ``Dress``."""

    coat: Ink
    legs: Ink
    skin: Ink
    hair: Ink
    hem: float
    long_hair: bool
    hat: Ink | None
    socks: Ink


def dressed(c: Canvas, **wish: Unpack[Wish]) -> Dress:
    """Somebody's clothes: as wished, the rest by chance."""
    coat, legs = c.chance.sample(COATS, 2)
    skin, hair = c.chance.choice(SKINS), c.chance.choice(HAIRS)
    worn = Dress(coat, shade(legs, 0.45), skin, hair, c.chance.choice((4, 8, 16)), c.chance.random() < 0.45)
    return replace(worn, **wish)


def figure(
    c: Canvas,
    x: float,
    y: float,
    tall: float,
    pose: str = "stand",
    dress: Dress | None = None,
    flip: bool = False,
    shadow: float = 0.3,
) -> None:
    """One person, standing on (x, y) and ``tall`` units high."""
    worn = dress or dressed(c)
    joints = POSES[pose]
    with c.at(x, y, tall / 100, flip):
        if shadow:
            c.soft(oval(4, 0, 20, 3.4), (12, 14, 26), shadow, 2.2)
        _leg(c, joints, "l", worn, 0.3)
        _arm(c, joints, "l", shade(worn.coat, 0.3), worn.skin)
        _leg(c, joints, "r", worn, 0.0)
        _trunk(c, joints, worn)
        _head(c, joints["head"], worn)
        _arm(c, joints, "r", mix(worn.coat, (255, 240, 215), 0.07), worn.skin)


def person(
    c: Canvas,
    view: View,
    x: float,
    z: float,
    tall: float,
    pose: str = "stand",
    dress: Dress | None = None,
    flip: bool = False,
    shadow: float = 0.3,
) -> None:
    """Somebody ``tall`` metres high, standing in a perspective at (x, z)."""
    across, down = view(x, 0, z)
    figure(c, across, down, view.size(z) * tall, pose, dress, flip, shadow)


def silhouette(ink: Ink, worn_hem: float = 6) -> Dress:
    """Somebody seen against the light."""
    return Dress(ink, ink, ink, ink, worn_hem)


def _leg(c: Canvas, at: Joints, side: str, worn: Dress, dim: float) -> None:
    hip, knee, foot = at["h" + side], at["k" + side], at["f" + side]
    top = (hip[0] * 0.8, hip[1])
    cloth, shoe = shade(worn.legs, dim), shade(worn.legs, 0.45)
    if worn.socks:
        _bare_leg(c, top, knee, foot, worn, dim)
    else:
        c.shape(limb([top, knee, foot], [8.6, 7.2, 5.2]), cloth)
    c.shape(smooth(points("-3.2,-3.4 3,-3.6 7.4,0 -3.4,0.4", *foot), steps=4), shoe)


def _bare_leg(c: Canvas, hip: Point, knee: Point, foot: Point, worn: Dress, dim: float) -> None:
    """A leg in shorts and long socks."""
    skin, sock = shade(worn.skin, dim), shade(worn.socks or worn.legs, dim)
    hem = (hip[0] + (knee[0] - hip[0]) * 0.62, hip[1] + (knee[1] - hip[1]) * 0.62)
    cuff = (knee[0] + (foot[0] - knee[0]) * 0.3, knee[1] + (foot[1] - knee[1]) * 0.3)
    c.shape(limb([hip, knee, cuff], [8, 6.6, 6.2]), skin)
    c.shape(limb([cuff, foot], [6.8, 5]), sock)
    c.shape(limb([hip, hem], [10, 10.4]), shade(worn.legs, dim))


def _arm(c: Canvas, at: Joints, side: str, ink: Ink, skin: Ink) -> None:
    shoulder, elbow, wrist = at["s" + side], at["e" + side], at["w" + side]
    c.disc(wrist[0], wrist[1], 2.7, skin)
    c.shape(limb([shoulder, elbow, wrist], [6.4, 5.4, 4.2]), ink)
    c.disc(shoulder[0], shoulder[1], 3.2, ink)
    c.disc(elbow[0], elbow[1], 2.7, ink)


def _trunk(c: Canvas, at: Joints, worn: Dress) -> None:
    seated = abs(at["kr"][1] - at["hr"][1]) < 8
    outline = _coat(at, 3 if seated else worn.hem)
    c.shape(outline, worn.coat)
    c.spray(outline, shade(worn.coat, 0.55), 0.75, angle=0, start=0.42)


def _coat(at: Joints, hem: float) -> Outline:
    (lx, ly), (rx, ry), (hlx, hly), (hrx, hry) = at["sl"], at["sr"], at["hl"], at["hr"]
    flare = 2.2 + hem * 0.16
    neck = ((lx + rx) / 2, (ly + ry) / 2 - 4.5)
    knots = [
        (lx - 1.6, ly + 1),
        neck,
        (rx + 1.6, ry + 1),
        (hrx + 1.6, hry - 10),
        (hrx + flare, hry + hem),
        (hlx - flare, hly + hem),
        (hlx - 1.6, hly - 10),
    ]
    return smooth(knots, steps=5)


def _head(c: Canvas, at: Point, worn: Dress) -> None:
    x, y = at
    c.shape(limb([(x - 0.6, y + 5), (x - 1.2, y + 12)], [5, 5.6]), shade(worn.skin, 0.22))
    if worn.long_hair:
        c.shape(
            smooth(points("-6.6,-4 -3,-9 5,-6 3,2 -1,11 -8,11", x, y)),
            worn.hair,
        )
    c.shape(oval(x, y, 5.5, 7), worn.skin)
    c.spray(oval(x, y, 5.5, 7), shade(worn.skin, 0.4), 0.6, angle=180, start=0.4)
    cap = points("-6.2,2.5 -6.4,-4 -1,-8.4 5.2,-5.8 5.6,-2.4 0.5,-3.4 -3.4,-0.5", x, y)
    c.shape(smooth(cap), worn.hair)
    if worn.hat:
        c.shape(smooth([(x - 6.8, y - 3.4), (x - 5, y - 9), (x + 4, y - 9.4), (x + 6.6, y - 3.8)], steps=6), worn.hat)
        c.shape(limb([(x - 5, y - 3.4), (x + 9.5, y - 3.2)], [2, 1.4]), shade(worn.hat, 0.3))


def crowd(
    c: Canvas,
    x: float,
    end: float,
    y: float,
    tall: float,
    count: int,
    poses: tuple[str, ...] = ("stand", "pockets", "walk"),
) -> None:
    """People along a line, the ones behind first."""
    places = sorted((c.chance.uniform(-0.06, 0.06) * tall, c.chance.uniform(x, end)) for _ in range(count))
    for dy, at in places:
        figure(c, at, y + dy, tall * c.chance.uniform(0.92, 1.05), c.chance.choice(poses), flip=c.chance.random() < 0.5)


def heads(c: Canvas, x: float, end: float, y: float, size: float, inks: tuple[Ink, ...], rows: int = 3) -> None:
    """An audience from behind: rows of heads and shoulders, the nearest lowest and largest."""
    for row in range(rows):
        scale = size * (1 + row * 0.28)
        at = x - scale * c.chance.random()
        while at < end:
            tone = mix(inks[row % len(inks)], c.chance.choice(COATS), 0.22)
            top = y + row * size * 0.95 + c.chance.uniform(-0.12, 0.12) * scale
            _bust(c, at, top, scale, tone)
            at += scale * c.chance.uniform(1.5, 1.9)


def _bust(c: Canvas, x: float, y: float, size: float, ink: Ink) -> None:
    body = [
        (x - size * 0.8, y + size * 2.4),
        (x - size * 0.72, y + size * 0.95),
        (x - size * 0.2, y + size * 0.55),
        (x + size * 0.2, y + size * 0.55),
        (x + size * 0.72, y + size * 0.95),
        (x + size * 0.8, y + size * 2.4),
    ]
    c.shape([*smooth(body, closed=False, steps=5)], ink)
    c.shape(oval(x, y, size * 0.36, size * 0.46), shade(ink, 0.25))
    c.spray(oval(x, y, size * 0.36, size * 0.46), mix(ink, (255, 230, 190), 0.4), 0.5, angle=-60, start=0.4)
