"""Rooms: walls and floors in perspective, windows and the light they throw, tables, shelves, lamps."""

# ruff: noqa: PLR0913 - a word of drawing takes its place, its size and its inks; bundles would only hide them.

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from dateline.site.demo.pictures.canvas import Canvas
from dateline.site.demo.pictures.inks import AMBER, CREAM, OAK, Ink, mix
from dateline.site.demo.pictures.shapes import Outline, oval, rect
from dateline.site.demo.pictures.space import View, block, boards, shade


@dataclass(frozen=True, slots=True)
class Room:
    """A room around the viewer: half its width, its height and depth in metres, and its inks."""

    view: View
    half: float
    height: float
    depth: float
    wall: Ink
    floor: Ink
    ceiling: Ink


def room(c: Canvas, r: Room, joints: float = 0) -> None:
    """The five faces of the room we see; floor boards every ``joints`` metres, if any."""
    v, near = r.view, 1.2
    c.shape(
        v.outline(
            [
                (-r.half, r.height, near),
                (r.half, r.height, near),
                (r.half, r.height, r.depth),
                (-r.half, r.height, r.depth),
            ]
        ),
        (mix(r.ceiling, shade(r.ceiling, 0.4), 0.4), r.ceiling),
    )
    floor = v.floor(-r.half, near, r.half * 2, r.depth - near)
    c.shape(floor, (mix(r.floor, CREAM, 0.2), r.floor, shade(r.floor, 0.35)))
    if joints:
        boards(c, v, (-r.half, r.half), near, r.depth, shade(r.floor, 0.5), joints)
    for side, part in ((-1, 0.05), (1, 0.28)):
        wall = v.flank(side * r.half, near, r.depth - near, r.height)
        c.shape(wall, (shade(r.wall, part + 0.2), shade(r.wall, part)), angle=0 if side < 0 else 180)
        c.spray(wall, shade(r.wall, 0.55), 0.4, angle=180 if side < 0 else 0, start=0.3)
    back = v.wall(-r.half, r.depth, r.half * 2, r.height)
    c.shape(back, (mix(r.wall, CREAM, 0.12), r.wall))
    c.spray(back, shade(r.wall, 0.4), 0.3, angle=-90, start=0.4)


def arch(x: float, y: float, width: float, height: float, steps: int = 12) -> Outline:
    """A round-headed opening: (x, y) is its left foot."""
    radius = width / 2
    top = [
        (x + radius - radius * cos(pi * n / steps), y - height + radius - radius * sin(pi * n / steps))
        for n in range(steps + 1)
    ]
    return [(x, y), *top, (x + width, y)]


def arched_window(c: Canvas, x: float, y: float, width: float, height: float, sky: tuple[Ink, ...], frame: Ink) -> None:
    """A tall window with a round head, its panes divided."""
    c.shape(arch(x - width * 0.06, y + 3, width * 1.12, height * 1.03), shade(frame, 0.35))
    glass = arch(x, y, width, height)
    c.shape(glass, sky)
    for part in (1 / 3, 2 / 3):
        c.line([(x + width * part, y), (x + width * part, y - height * 0.97)], max(1.6, width * 0.025), frame)
    for part in (0.25, 0.5, 0.75):
        c.line([(x, y - height * part), (x + width, y - height * part)], max(1.6, width * 0.025), frame)
    c.rect(x - width * 0.1, y, width * 1.2, height * 0.03, mix(frame, CREAM, 0.3))


def shaft(
    c: Canvas,
    head: tuple[tuple[float, float], tuple[float, float]],
    foot: tuple[tuple[float, float], tuple[float, float]],
    ink: Ink,
    alpha: float = 0.3,
) -> None:
    """Light falling from a window, ``head``, to the floor, ``foot``, each as its left and right point."""
    c.fade([*head, *foot[::-1]], ink, alpha)
    (ax, ay), (bx, _) = foot
    c.soft(oval((ax + bx) / 2, ay, abs(bx - ax) / 2, abs(bx - ax) * 0.1), ink, alpha, 10)


def pendant(c: Canvas, x: float, y: float, size: float, shade_ink: Ink, glow: Ink = AMBER, cord: float = 400) -> None:
    """A hanging lamp with a metal shade."""
    c.line([(x, y - cord), (x, y)], max(1.2, size * 0.04), shade(shade_ink, 0.5))
    c.glow(x, y + size * 0.2, size * 3.2, glow, 0.55)
    c.shape(
        [
            (x - size * 0.5, y + size * 0.25),
            (x - size * 0.12, y - size * 0.2),
            (x + size * 0.12, y - size * 0.2),
            (x + size * 0.5, y + size * 0.25),
        ],
        (mix(shade_ink, CREAM, 0.2), shade_ink),
    )
    c.shape(oval(x, y + size * 0.25, size * 0.5, size * 0.09), mix(glow, CREAM, 0.6))


def books(
    c: Canvas, x: float, y: float, width: float, height: float, inks: tuple[Ink, ...], dim: Ink, part: float = 0.25
) -> None:
    """A row of books standing on ``y``."""
    at = x
    while at < x + width - height * 0.1:
        thick, tall = height * c.chance.uniform(0.11, 0.24), height * c.chance.uniform(0.68, 0.96)
        tone = mix(c.chance.choice(inks), dim, part)
        c.rect(at, y - tall, min(thick, x + width - at), tall, tone)
        if height > 30:
            c.rect(at, y - tall, thick * 0.3, tall, mix(tone, CREAM, 0.16))
            c.rect(at, y - tall * 0.82, thick, tall * 0.07, mix(tone, CREAM, 0.5))
        at += thick + 1


def bookcase(
    c: Canvas,
    x: float,
    y: float,
    size: tuple[float, float],
    rows: int,
    inks: tuple[Ink, ...],
    wood: Ink = OAK,
    dim: Ink = (20, 22, 34),
) -> None:
    """A bookcase seen straight on; ``size`` is width and height, (x, y) its left foot."""
    width, height = size
    c.shape(rect(x, y - height, width, height), (shade(wood, 0.45), shade(wood, 0.6)))
    pitch = (height - 12) / rows
    for row in range(rows):
        base = y - height + 8 + (row + 1) * pitch
        books(c, x + 8, base - 5, width - 16, pitch - 10, inks, dim)
        c.rect(x, base - 5, width, 6, wood)
    for left in (x - 4, x + width - 4):
        c.rect(left, y - height - 6, 8, height + 6, wood)
    c.shape(rect(x - 8, y - height - 14, width + 16, 16), (mix(wood, CREAM, 0.3), wood))


def table(
    c: Canvas, view: View, at: tuple[float, float], size: tuple[float, float], wood: Ink, high: float = 0.76
) -> None:
    """A table: ``at`` is its near left corner as (x, z), ``size`` its width and depth, in metres."""
    (x, z), (width, depth) = at, size
    c.soft(view.floor(x, z, width, depth), (10, 12, 22), 0.45, view.size(z) * 0.05)
    for px in (x + 0.08, x + width - 0.16):
        for pz in (z + depth - 0.1, z + 0.1):
            c.shape(view.wall(px, pz, 0.08, high), shade(wood, 0.5))
    block(
        c,
        view,
        (x, high - 0.08, z),
        (width, 0.08, depth),
        shade(wood, 0.25),
        shade(wood, 0.4),
        mix(wood, CREAM, 0.22),
    )
