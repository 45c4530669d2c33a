"""The inks of the house style, and the lights of a day made from them.

Every picture draws on these and mixes; none brings a colour of its own, which is what makes sixty pictures
look like one paper. Pure values: nothing here draws.
"""

from __future__ import annotations

from dataclasses import dataclass

Ink = tuple[int, int, int]


def ink(code: str) -> Ink:
    """The ink of a hex code such as ``d9482b``."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(one: Ink, other: Ink, part: float) -> Ink:
    """``one`` with ``part`` (0 to 1) of ``other`` stirred in."""
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(one, other, strict=True))
    return red, green, blue


NAVY = ink("16202f")
SLATE = ink("37475a")
STEEL = ink("6b7f8c")
PETROL = ink("1f4a55")
TEAL = ink("3f7f80")
SAGE = ink("8fa98f")
MOSS = ink("5c7448")
PINE = ink("2c4538")
SAND = ink("d9c39a")
CREAM = ink("f6ead0")
OCHRE = ink("d79b3c")
AMBER = ink("ffc66b")
RUST = ink("a8502f")
VERMILION = ink("d64a2c")
ROSE = ink("d98c80")
WINE = ink("6e2b3a")
PLUM = ink("4a3556")
UMBER = ink("4a3527")
OAK = ink("9a6a3f")
BONE = ink("e5ddcb")
SNOW = ink("f4f2ec")
ICE = ink("c8d8de")

SKINS = tuple(ink(code) for code in ("e6b993", "c78f66", "9b6844", "6d4630", "edc9a8"))
HAIRS = tuple(ink(code) for code in ("2a211d", "4b3324", "8a5f37", "1b1a1d", "b9b1a6"))
COATS = (PETROL, RUST, SLATE, OCHRE, WINE, MOSS, NAVY, TEAL, PLUM, STEEL)


@dataclass(frozen=True, slots=True)
class Light:
    """The colours of one hour and weather, from the sky down and from far to near."""

    sky: tuple[Ink, ...]
    """From the top of the sky to the horizon."""
    sun: Ink
    haze: Ink
    """What distance mixes into everything."""
    far: Ink
    near: Ink
    dark: Ink
    glint: Ink
    """The edge that the light touches; lit windows and lamps at night."""
    water: tuple[Ink, ...]

    def depth(self, part: float) -> Ink:
        """The ground colour at a distance: 0 is the horizon, 1 is at our feet."""
        if part < 0.5:
            return mix(self.far, self.near, part * 2)
        return mix(self.near, self.dark, part * 2 - 1)

    def away(self, colour: Ink, part: float) -> Ink:
        """``colour`` seen through the air: ``part`` of it is haze."""
        return mix(colour, self.haze, part)


def _light(sky: str, water: str, rest: str) -> Light:
    sun, haze, far, near, dark, glint = (ink(code) for code in rest.split())
    skies = tuple(ink(code) for code in sky.split())
    waters = tuple(ink(code) for code in water.split())
    return Light(skies, sun, haze, far, near, dark, glint, waters)


DAWN = _light(
    "3c5076 7f80a0 d69c93 f3c79c fae3bd",
    "e8bd9c a68f98 4d5d7c 2c3b58",
    "fff0cf edc4a4 ab93a0 414c6b 1c2740 ffe2b0",
)
DAY = _light(
    "6fa0b5 9cc2c6 cfdfd3 f0ead6",
    "b5d0c8 6fa3a6 33707c 22525f",
    "fff6dc dfe5d6 a2bfba 3a6a70 1c3b46 fbf2d8",
)
GOLD = _light(
    "5f8a9c a3b7a6 e6cf98 f8dca4",
    "ecd09a a8aa8c 4f7a80 274f5c",
    "fff1c6 f0d6a2 b8ab86 5c6a52 28362f ffe7ac",
)
DUSK = _light(
    "1d2748 4b4570 a35f7d e88f6d f8c387",
    "e79a78 945f7b 3c4069 1c2546",
    "ffdca0 dd9a86 84698a 353a60 161d38 ffc878",
)
NIGHT = _light(
    "0b1324 12223e 1f3b5c 38597a",
    "2f4c6b 1b3351 10223b 0a1628",
    "ffe2a4 2c4868 2a4564 15263f 0a1220 ffcb78",
)
STORM = _light(
    "29353f 475962 74868a a3aea8",
    "8fa09d 55707a 2d4853 1b303b",
    "dfe3d2 98a5a2 74868c 37495a 18242e e7ebdf",
)
RAIN = _light(
    "465767 6f808b 9ba8a9 bfc4ba",
    "a3aeac 6b7d88 41535f 2b3b47",
    "e9e2c8 a9b3b1 87969b 435361 1d2833 ffd48c",
)
FOG = _light(
    "b9c4c3 cdd3cd dedfd4 ebe6d8",
    "dcdcd0 bcc7c4 93a4a6 72868a",
    "fff7e0 d9dcd2 bcc6c3 66797f 33454f fff1cf",
)
WINTER = _light(
    "7f9fbb afc6d4 dbe4e4 f5ecdd",
    "d8e1e0 9fb7c4 64869b 3f6078",
    "fff3d8 dde5e7 adc0cc 52708a 22364b fff6e4",
)
