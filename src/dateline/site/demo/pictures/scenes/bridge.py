"""The Saltgate Bridge, from its first cracks to its reopening."""

from __future__ import annotations

from ..bridges import Bridge, bridge
from ..canvas import Canvas
from ..gallery import scene
from ..inks import DAWN, PETROL, mix
from ..sky import bands, birds, mist, sky, sun
from ..space import View
from ..town import bollard, quay, skyline, spire
from ..vessels import tug
from ..water import glitter, ripples, sea

_FROM_QUAY = View(x=400, horizon=640, eye=9, focal=900)


@scene("bridge-dawn", focus="52% 45%")
def bridge_dawn(c: Canvas) -> None:
    """The bridge from the south quay as the sun comes up."""
    light = DAWN
    sky(c, light, 660)
    bands(c, light, 90, 420, 7)
    sun(c, light, 560, 560, 44)
    skyline(c, light, 648, 44, 0.1)
    spire(c, 300, 648, 130, light.depth(0.25), light.away(light.far, 0.3))
    mist(c, 600, 60, light.haze, 0.7)
    sea(c, light, 646)
    span = Bridge(_FROM_QUAY, start=(175, 80), end=(-260, 560))
    bridge(c, span, light, mix(PETROL, light.near, 0.45))
    c.mirror(646, 330, light.water[2], 0.45)
    glitter(c, 560, 648, 900, light.sun, 70)
    ripples(c, 650, 960, light.glint, 120, 0.3)
    with c.at(850, 775, 0.85):
        tug(c, light, light.near)
    birds(c, 720, 250, 130, 9, light.dark)
    quay(c, light, 925)
    bollard(c, 330, 945, 70, light.dark, mix(light.near, light.glint, 0.4))
    bollard(c, 1200, 950, 70, light.dark, mix(light.near, light.glint, 0.4))
