"""Portraits: head and shoulders as cut paper, half in light, without features."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import SKINS, Ink, mix
from dateline.site.demo.pictures.shapes import Outline, limb, oval, points, smooth
from dateline.site.demo.pictures.space import shade

_HAIR: dict[str, Outline] = {
    name: points(line)
    for name, line in {
        "short": "-88,-250 -104,-330 -70,-398 0,-416 72,-398 102,-330 90,-262 76,-318 30,-352 -30,-346 -74,-318",
        "side": "-92,-236 -108,-330 -84,-396 -10,-424 84,-396 106,-330 92,-250 82,-318 50,-356 -34,-330 -78,-296",
        "bob": "-104,-160 -118,-290 -96,-390 0,-424 96,-390 118,-290 104,-160 78,-176 84,-296 40,-346 "
        "-26,-340 -80,-290 -76,-176",
        "long": "-126,-20 -124,-240 -104,-384 0,-426 104,-384 124,-240 128,-20 80,-40 86,-280 40,-346 "
        "-30,-344 -84,-280 -78,-40",
        "bun": "-90,-260 -106,-340 -74,-400 0,-416 74,-400 104,-340 90,-260 74,-326 20,-356 -40,-346 -76,-310",
        "curly": "-108,-210 -134,-280 -124,-350 -96,-412 -30,-446 40,-444 100,-408 130,-346 132,-276 108,-206 "
        "88,-240 78,-316 28,-344 -30,-344 -78,-316 -88,-244",
        "bald": "-94,-224 -98,-262 -92,-292 -86,-262",
        "scarf": "-150,-60 -128,-160 -122,-300 -88,-400 0,-432 88,-400 122,-300 130,-160 150,-60 "
        "96,-170 88,-290 44,-352 -44,-352 -88,-290 -96,-170",
    }.items()
}


@dataclass(frozen=True, slots=True)
class Look:
    """What tells one portrait from another."""

    coat: Ink
    ground: Ink
    skin: int
    hair: str
    tint: Ink
    collar: str = "shirt"
    beard: bool = False
    glasses: bool = False


def bust(c: Canvas, look: Look, light: Ink = (255, 236, 200)) -> None:
    """Head and shoulders around the origin: shoulders reach y 0 to 240, the crown -430."""
    skin = SKINS[look.skin]
    if look.hair in ("long", "scarf", "bob"):
        back = oval(0, -240, 122 if look.hair != "bob" else 114, 190 if look.hair != "bob" else 160)
        c.shape(back, shade(look.tint, 0.35))
    if look.hair == "bun":
        c.disc(30, -420, 46, shade(look.tint, 0.1))
    c.shape(_neck(), (skin, shade(skin, 0.4)))
    _shoulders(c, look, light)
    _face(c, skin, light)
    _hair(c, look, light)
    if look.hair == "scarf":
        drape = smooth(
            points(
                "-118,-250 -100,-150 -50,-100 0,-92 50,-100 100,-150 118,-250 150,-60 120,70 10,150 -120,70 -150,-60"
            )
        )
        c.shape(drape, (mix(look.tint, light, 0.3), look.tint, shade(look.tint, 0.25)), angle=30)
        c.spray(drape, shade(look.tint, 0.5), 0.7, angle=20, start=0.3)
        for end in ((-84, 70), (-20, 104), (60, 92)):
            c.line(smooth([(104, -180), (60, -60), end], closed=False), 4, shade(look.tint, 0.3), 0.6)
    if look.beard:
        jaw = smooth(
            points("-86,-262 -80,-180 -40,-128 0,-116 40,-128 80,-180 86,-262 64,-222 30,-200 -30,-200 -64,-222")
        )
        c.shape(jaw, look.tint)
        c.spray(jaw, shade(look.tint, 0.5), 0.6, angle=0, start=0.4)
    if look.glasses:
        _glasses(c)


def _neck() -> Outline:
    return smooth(points("-52,-190 -54,-90 -90,-30 -40,90 40,90 90,-30 54,-90 52,-190"))


def _face(c: Canvas, skin: Ink, light: Ink) -> None:
    for x in (-90, 90):
        c.shape(oval(x, -252, 16, 28), shade(skin, 0.12 if x < 0 else 0.35))
    c.soft(oval(6, -128, 60, 26), shade(skin, 0.6), 0.5, 10)
    face = smooth(points("-88,-270 -84,-190 -46,-132 0,-112 46,-132 84,-190 88,-270 74,-360 0,-396 -74,-360"))
    c.shape(face, (mix(skin, light, 0.35), skin, shade(skin, 0.22)), angle=15)
    side = smooth(points("4,-390 12,-320 -2,-286 22,-236 8,-206 16,-170 0,-112 46,-132 84,-190 88,-270 74,-360"))
    c.shape(side, shade(skin, 0.3), 0.5)
    c.spray(side, shade(skin, 0.55), 0.55, angle=0, start=0.1)


def _hair(c: Canvas, look: Look, light: Ink) -> None:
    outline = smooth(_HAIR[look.hair], steps=7)
    c.shape(outline, (mix(look.tint, light, 0.25), look.tint, shade(look.tint, 0.3)), angle=20)
    c.spray(outline, shade(look.tint, 0.55), 0.7, angle=10, start=0.35)
    if look.hair == "bald":
        c.shape([(-x, y) for x, y in outline], shade(look.tint, 0.3))


def _shoulders(c: Canvas, look: Look, light: Ink) -> None:
    knots = points("-330,420 -300,120 -230,26 -96,-26 0,60 96,-26 230,26 300,120 330,420")
    outline = smooth(knots, closed=False)
    c.shape(outline, (mix(look.coat, light, 0.25), look.coat, shade(look.coat, 0.35)), angle=20)
    c.spray(outline, shade(look.coat, 0.55), 0.75, angle=10, start=0.3)
    match look.collar:
        case "shirt":
            c.shape([(-84, -40), (0, 66), (-34, 116), (-104, 10)], mix(look.coat, (255, 250, 240), 0.82))
            c.shape([(84, -40), (0, 66), (34, 116), (104, 10)], mix(look.coat, (240, 232, 220), 0.66))
        case "lapel":
            c.shape([(-70, -40), (0, 180), (70, -40), (0, 70)], mix(look.coat, (255, 250, 240), 0.8))
            c.shape([(-96, -26), (-150, 60), (-84, 90), (0, 330), (-4, 190)], shade(look.coat, 0.25))
            c.shape([(96, -26), (150, 60), (84, 90), (0, 330), (4, 190)], shade(look.coat, 0.4))
        case _:
            c.shape(
                limb(smooth([(-92, -34), (-50, 34), (0, 56), (50, 34), (92, -34)], closed=False), [34] * 33),
                shade(look.coat, 0.2),
            )


def _glasses(c: Canvas) -> None:
    for x in (-40, 40):
        ring = oval(x, -262, 33, 28)
        c.shape(ring, (255, 255, 255), 0.16)
        c.line([*ring, ring[0], ring[1]], 6, (32, 34, 44))
    c.line([(-8, -266), (8, -266)], 6, (32, 34, 44))
    for x in (-1, 1):
        c.line([(x * 73, -268), (x * 92, -262)], 5, (32, 34, 44))
