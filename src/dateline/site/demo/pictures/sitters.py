"""The byline portraits: one look for each person of the paper, squares on a plain ground."""

from __future__ import annotations

from dateline.site.demo.pictures.busts import Look, bust
from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import (
    CREAM,
    HAIRS,
    MOSS,
    NAVY,
    OCHRE,
    PETROL,
    PLUM,
    ROSE,
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
from dateline.site.demo.pictures.shapes import rect
from dateline.site.demo.pictures.space import shade

_DARK, _BROWN, _FAIR, _BLACK, _GREY = HAIRS

LOOKS: dict[str, Look] = {
    "ilse-marrin": Look(PETROL, mix(OCHRE, SAND, 0.4), 0, "bob", _BROWN, "round"),
    "tomas-verel": Look(NAVY, mix(TEAL, SAGE, 0.4), 4, "side", _GREY, "lapel", glasses=True),
    "amara-dellwyn": Look(RUST, mix(TEAL, STEEL, 0.3), 3, "curly", _BLACK, "shirt"),
    "joren-halsted": Look(SLATE, mix(RUST, SAND, 0.5), 1, "short", _DARK, "lapel", beard=True),
    "jiri-lovas": Look(WINE, mix(SAGE, SAND, 0.4), 0, "bald", _GREY, "shirt", glasses=True),
    "ngoc-anh-daubrac": Look(VERMILION, mix(PETROL, TEAL, 0.5), 4, "long", _BLACK, "round"),
    "hanne-korrow": Look(MOSS, mix(ROSE, SAND, 0.5), 0, "bun", _FAIR, "shirt", glasses=True),
    "edvin-pell": Look(UMBER, mix(SLATE, STEEL, 0.5), 4, "side", _FAIR, "shirt", beard=True),
    "rafiq-lanyon": Look(TEAL, mix(OCHRE, RUST, 0.3), 2, "short", _BLACK, "round"),
    "greta-ollivant": Look(OCHRE, mix(PLUM, ROSE, 0.4), 0, "long", _FAIR, "round"),
    "maud-tessaly": Look(PLUM, mix(SAND, OCHRE, 0.25), 1, "bob", _GREY, "lapel"),
    "salma-haddawi": Look(PETROL, mix(WINE, ROSE, 0.35), 1, "scarf", mix(OCHRE, CREAM, 0.45), "round"),
    "mahin-sarvari": Look(SAGE, mix(PLUM, SLATE, 0.4), 4, "long", _DARK, "shirt"),
    "oskar-brandreth": Look(NAVY, mix(VERMILION, SAND, 0.45), 0, "curly", _BROWN, "round", beard=True),
    "beatrix-nkemelu": Look(SLATE, mix(OCHRE, CREAM, 0.2), 3, "bun", _BLACK, "lapel", glasses=True),
    "samir-quillon": Look(MOSS, mix(TEAL, PETROL, 0.3), 1, "short", _BLACK, "shirt"),
    "ines-caldecote": Look(WINE, mix(SAGE, TEAL, 0.4), 2, "long", _DARK, "lapel"),
    "wim-aldous": Look(STEEL, mix(PETROL, SLATE, 0.3), 0, "bald", _GREY, "round", beard=True),
}


def sit(c: Canvas, look: Look) -> None:
    """One person on a plain ground, composed for the square in the middle of the canvas."""
    ground, page = look.ground, rect(-10, -10, 1520, 1020)
    c.shape(page, (mix(ground, CREAM, 0.35), ground, shade(ground, 0.2)), angle=35)
    c.spray(page, shade(ground, 0.35), 0.4, angle=35, start=0.4)
    c.disc(690, 440, 360, mix(ground, CREAM, 0.3), 0.5)
    with c.at(750, 720, 1.42):
        bust(c, look)
