"""Depth: points in a room or a landscape brought onto the canvas in one-point perspective.

Space is measured in metres: x to the right of the viewer, y up from the ground, z ahead.
"""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.site.demo.pictures.canvas import Canvas, Fill
from dateline.site.demo.pictures.inks import Ink, mix
from dateline.site.demo.pictures.shapes import Outline, Point

Spot = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class View:
    """Where the viewer stands: the vanishing point on the canvas, the eye's height, how near all looks."""

    x: float = 750
    horizon: float = 500
    eye: float = 1.7
    focal: float = 1000

    def __call__(self, x: float, y: float, z: float) -> Point:
        near = max(z, 0.05)
        return self.x + self.focal * x / near, self.horizon - self.focal * (y - self.eye) / near

    def size(self, z: float) -> float:
        """How many units of the canvas a metre takes at that distance."""
        return self.focal / max(z, 0.05)

    def outline(self, spots: Sequence[Spot]) -> Outline:
        return [self(*spot) for spot in spots]

    def floor(self, x: float, z: float, width: float, depth: float, y: float = 0) -> Outline:
        return self.outline([(x, y, z), (x + width, y, z), (x + width, y, z + depth), (x, y, z + depth)])

    def wall(self, x: float, z: float, width: float, height: float, y: float = 0) -> Outline:
        """A wall that faces the viewer."""
        return self.outline([(x, y, z), (x + width, y, z), (x + width, y + height, z), (x, y + height, z)])

    def flank(self, x: float, z: float, depth: float, height: float, y: float = 0) -> Outline:
        """A wall that runs away from the viewer."""
        return self.outline([(x, y, z), (x, y, z + depth), (x, y + height, z + depth), (x, y + height, z)])


def block(c: Canvas, view: View, at: Spot, size: Spot, fill: Fill, dark: Fill, top: Ink | None = None) -> None:
    """A box: ``at`` is its near left foot; its front ``fill``, the flank we see ``dark``, its top ``top``."""
    x, y, z = at
    width, height, depth = size
    if x > 0:
        c.shape(view.flank(x, z, depth, height, y), dark)
    elif x + width < 0:
        c.shape(view.flank(x + width, z, depth, height, y), dark)
    if top and y + height < view.eye:
        c.shape(view.floor(x, z, width, depth, y + height), top)
    c.shape(view.wall(x, z, width, height, y), fill)


def boards(c: Canvas, view: View, span: tuple[float, float], near: float, far: float, ink: Ink, step: float) -> None:
    """The joints of a floor, running away from the viewer, between x of ``span``."""
    x = span[0]
    while x <= span[1]:
        c.line([view(x, 0, near), view(x, 0, far)], 1.6, ink, 0.5)
        x += step


def tiles(c: Canvas, view: View, span: tuple[float, float], near: float, far: float, ink: Ink, step: float) -> None:
    """A floor of square tiles, every other one in ``ink``."""
    columns, rows = round((span[1] - span[0]) / step), round((far - near) / step)
    for row in range(rows):
        for column in range(row % 2, columns, 2):
            c.shape(view.floor(span[0] + column * step, near + row * step, step, step), ink, 0.5)


def shade(ink: Ink, part: float) -> Ink:
    """The ink on the side away from the light."""
    return mix(ink, (18, 22, 38), part)
