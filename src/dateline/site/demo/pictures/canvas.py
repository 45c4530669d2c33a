"""The canvas: cut shapes, washes, sprayed grain and glows, drawn at twice the size and brought down.

Its units are 1500 by 1000 whatever the size of the picture; another shape of picture is cropped around the
middle. The same key always gives the same picture: chance comes from ``canvas.chance`` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from math import cos, pi, sin
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from dateline.site.demo.pictures.grain import clouds, paper, speckle
from dateline.site.demo.pictures.inks import Ink, mix
from dateline.site.demo.pictures.shapes import Outline, Point, rect

WIDE, HIGH = 1500, 1000
_FINER = 2
_STEPS = 256
_SOFT = 8
"""Glows and shadows are made this many times smaller: they have no edge to lose."""

Fill = Ink | tuple[Ink, ...]
Box = tuple[int, int, int, int]


class Canvas:
    """One picture being made. Every method draws over what is there."""

    def __init__(self, width: int, height: int, key: str) -> None:
        self.chance = Random(key)  # noqa: S311 - the same key must give the same picture
        self._page = Image.new("RGB", (width * _FINER, height * _FINER))
        self._pen = ImageDraw.Draw(self._page, "RGBA")
        self._unit = max(self._page.width / WIDE, self._page.height / HIGH)
        self._corner = (self._page.width - WIDE * self._unit) / 2, (self._page.height - HIGH * self._unit) / 2
        self._place = (0.0, 0.0, 1.0, 1.0)

    @contextmanager
    def at(self, x: float, y: float, scale: float = 1.0, flip: bool = False) -> Iterator[None]:
        """Draw with (x, y) as the origin, ``scale`` times as large, mirrored if ``flip``."""
        before = self._place
        ox, oy, kx, ky = before
        self._place = (ox + x * kx, oy + y * ky, kx * (-scale if flip else scale), ky * scale)
        try:
            yield
        finally:
            self._place = before

    @contextmanager
    def within(self, points: Sequence[Point]) -> Iterator[None]:
        """Keep everything drawn inside the outline."""
        before = self._page.copy()
        yield
        outside = Image.new("L", self._page.size, 255)
        ImageDraw.Draw(outside).polygon(self._dots(points), fill=0)
        self._page.paste(before, (0, 0), outside)

    def shape(self, points: Sequence[Point], fill: Fill, alpha: float = 1.0, angle: float = 90) -> None:
        """An outline filled with an ink, or with a wash of inks along ``angle`` (90 runs down, 0 to the right)."""
        dots = self._dots(points)
        if isinstance(fill[0], int):
            self._pen.polygon(dots, fill=(*_one(fill), round(alpha * 255)))
            return
        box = self._box(dots)
        if box[2] > box[0] and box[3] > box[1]:
            self._page.paste(_wash(_many(fill), _size(box), angle), box[:2], _stencil(dots, box, alpha))

    def rect(self, x: float, y: float, width: float, height: float, fill: Fill, alpha: float = 1.0) -> None:
        self.shape(rect(x, y, width, height), fill, alpha)

    def disc(self, x: float, y: float, radius: float, fill: Ink, alpha: float = 1.0, flat: float = 1.0) -> None:
        """A circle, or an ellipse ``flat`` times as high as wide."""
        corners = self._dots([(x - radius, y - radius * flat), (x + radius, y + radius * flat)])
        (ax, ay), (bx, by) = corners
        self._pen.ellipse((min(ax, bx), ay, max(ax, bx), by), fill=(*fill, round(alpha * 255)))

    def line(self, points: Sequence[Point], width: float, ink: Ink, alpha: float = 1.0) -> None:
        thick = max(1, round(width * self._unit * abs(self._place[3])))
        self._pen.line(self._dots(points), fill=(*ink, round(alpha * 255)), width=thick, joint="curve")

    def spray(
        self, points: Sequence[Point], ink: Ink, strength: float = 0.6, angle: float = 90, start: float = 0.0
    ) -> None:
        """Grain inside an outline: none until ``start`` of the way along ``angle``, then denser to ``strength``."""
        dots = self._dots(points)
        box = self._box(dots)
        if box[2] <= box[0] or box[3] <= box[1]:
            return
        density = _ramp(start, strength, _size(box), angle)
        grains = ImageChops.subtract(density, speckle(self._page.size).crop(box)).point(_CRISP)
        self._page.paste(ink, box, ImageChops.darker(grains, _stencil(dots, box)))

    def brush(self, points: Sequence[Point], ink: Ink, cover: float = 0.4, alpha: float = 0.5) -> None:
        """Dry, cloudy strokes of an ink over ``cover`` of the outline."""
        dots = self._dots(points)
        box = self._box(dots)
        if box[2] <= box[0] or box[3] <= box[1]:
            return
        strokes = clouds(self._page.size).crop(box).point(_over(1 - cover, alpha))
        self._page.paste(ink, box, ImageChops.darker(strokes, _stencil(dots, box)))

    def glow(self, x: float, y: float, radius: float, ink: Ink, strength: float = 0.8, flat: float = 1.0) -> None:
        """Light around a point, fading to nothing at ``radius``."""
        (ax, ay), (bx, by) = self._dots([(x - radius, y - radius * flat), (x + radius, y + radius * flat)])
        size = max(1, round(abs(bx - ax))), max(1, round(by - ay))
        mask = _halo().resize(size, Image.Resampling.BILINEAR).point([round(v * strength) for v in range(256)])
        self._page.paste(ink, (round(min(ax, bx)), round(ay)), mask)

    def puff(self, x: float, y: float, radius: float, ink: Ink, strength: float = 1.0, flat: float = 1.0) -> None:
        """A burst of grain around a point, dense in the middle and single drops at ``radius``."""
        box = self._box(self._dots([(x - radius, y - radius * flat), (x + radius, y + radius * flat)]))
        if box[2] > box[0] and box[3] > box[1]:
            density = (
                _halo()
                .resize(_size(box), Image.Resampling.BILINEAR)
                .point([min(255, round(v * strength)) for v in range(256)])
            )
            grains = ImageChops.subtract(density, speckle(self._page.size).crop(box)).point(_CRISP)
            self._page.paste(ink, box, grains)

    def soft(self, points: Sequence[Point], ink: Ink, alpha: float, blur: float) -> None:
        """A shape without edges: a shadow, mist, a beam of light."""
        dots = self._dots(points)
        margin = blur * self._unit * 2.5
        box = self._box(dots, margin)
        if box[2] - box[0] < _SOFT or box[3] - box[1] < _SOFT:
            return
        size = max(1, (box[2] - box[0]) // _SOFT), max(1, (box[3] - box[1]) // _SOFT)
        small = Image.new("L", size)
        scaled = [((x - box[0]) / _SOFT, (y - box[1]) / _SOFT) for x, y in dots]
        ImageDraw.Draw(small).polygon(scaled, fill=round(alpha * 255))
        small = small.filter(ImageFilter.GaussianBlur(blur * self._unit / _SOFT))
        self._page.paste(ink, box, small.resize(_size(box), Image.Resampling.BILINEAR))

    def fade(self, points: Sequence[Point], ink: Ink, alpha: float, angle: float = 90) -> None:
        """An ink laid over an outline, strongest at its start and gone at its end along ``angle``."""
        dots = self._dots(points)
        box = self._box(dots)
        if box[2] > box[0] and box[3] > box[1]:
            depth = _ramp(0, alpha, _size(box), angle + 180)
            self._page.paste(ink, box, ImageChops.multiply(depth, _stencil(dots, box)))

    def mirror(self, y: float, depth: float, ink: Ink, clear: float = 0.7) -> None:
        """What stands above ``y`` seen upside down below it, as far as ``depth``, ever more lost in ``ink``."""
        line, top = (round(self._dots([(0, at)])[0][1]) for at in (y, y - depth))
        above = self._page.crop((0, max(0, top), self._page.width, line))
        keep = _ramp(0, 1, above.size, 90).point([round((255 - value) * clear) for value in range(256)])
        sheet = Image.composite(
            above.transpose(Image.Transpose.FLIP_TOP_BOTTOM), Image.new("RGB", above.size, ink), keep
        )
        self._page.paste(sheet, (0, line), keep)

    def finish(self) -> Image.Image:
        """The picture at its own size, with the fine grain of the paper over all of it."""
        small = self._page.reduce(_FINER)
        return ImageChops.overlay(small, paper(small.size))

    def _dots(self, points: Sequence[Point]) -> Outline:
        ox, oy, kx, ky = self._place
        (cx, cy), unit = self._corner, self._unit
        return [(cx + (ox + x * kx) * unit, cy + (oy + y * ky) * unit) for x, y in points]

    def _box(self, dots: Sequence[Point], margin: float = 0) -> Box:
        xs, ys = [x for x, _ in dots], [y for _, y in dots]
        left, top = max(0, int(min(xs) - margin)), max(0, int(min(ys) - margin))
        right = min(self._page.width, int(max(xs) + margin) + 1)
        return left, top, right, min(self._page.height, int(max(ys) + margin) + 1)


_CRISP = [min(255, value * 10) for value in range(256)]


def _one(fill: Fill) -> Ink:
    """The fill as a plain ink; TypeError if it is a wash."""
    red, green, blue = fill
    if isinstance(red, tuple) or isinstance(green, tuple) or isinstance(blue, tuple):
        raise TypeError(f"one ink is wanted here, not a wash: {fill!r}")
    return red, green, blue


def _many(fill: Fill) -> tuple[Ink, ...]:
    return tuple(one for one in fill if not isinstance(one, int))


def _size(box: Box) -> tuple[int, int]:
    return box[2] - box[0], box[3] - box[1]


def _stencil(dots: Sequence[Point], box: Box, alpha: float = 1.0) -> Image.Image:
    mask = Image.new("L", _size(box))
    ImageDraw.Draw(mask).polygon([(x - box[0], y - box[1]) for x, y in dots], fill=round(alpha * 255))
    return mask


def _over(level: float, alpha: float) -> list[int]:
    """Values over ``level`` rise quickly to ``alpha``; the rest stay clear."""
    return [round(255 * alpha * min(1.0, max(0.0, (value / 255 - level) * 9))) for value in range(256)]


def _turn(size: tuple[int, int], angle: float) -> tuple[float, float, float]:
    """The affine row that runs 0 to 1 across ``size`` along ``angle``."""
    ax, ay = cos(angle * pi / 180), sin(angle * pi / 180)
    span = abs(ax) * size[0] + abs(ay) * size[1] or 1.0
    shift = 0.5 - (ax * size[0] + ay * size[1]) / 2 / span
    return ax / span, ay / span, shift


def _slope(strip: Image.Image, size: tuple[int, int], angle: float) -> Image.Image:
    a, b, c = (part * (strip.width - 2) for part in _turn(size, angle))
    return strip.transform(size, Image.Transform.AFFINE, (a, b, c + 0.5, 0, 0, 0.5), Image.Resampling.NEAREST)


@lru_cache(maxsize=512)
def _strip(inks: tuple[Ink, ...]) -> Image.Image:
    strip = Image.new("RGB", (_STEPS, 1))
    strip.putdata([_stop(inks, n / (_STEPS - 1)) for n in range(_STEPS)])
    return strip


def _wash(inks: tuple[Ink, ...], size: tuple[int, int], angle: float) -> Image.Image:
    return _slope(_strip(inks), size, angle)


def _stop(inks: tuple[Ink, ...], part: float) -> Ink:
    spot = part * (len(inks) - 1)
    index = min(int(spot), len(inks) - 2)
    return mix(inks[index], inks[index + 1], spot - index)


@lru_cache(maxsize=128)
def _rise(start: float, strength: float) -> Image.Image:
    strip = Image.new("L", (_STEPS, 1))
    room = max(0.01, 1 - start)
    strip.putdata([min(255, round(255 * strength * max(0.0, n / (_STEPS - 1) - start) / room)) for n in range(_STEPS)])
    return strip


def _ramp(start: float, strength: float, size: tuple[int, int], angle: float) -> Image.Image:
    return _slope(_rise(start, strength), size, angle)


def _halo() -> Image.Image:
    """A light at the middle of a square, gone at its sides (where Pillow's gradient has the value 181)."""
    return Image.radial_gradient("L").point([round(max(0.0, 1 - value / 180) ** 2 * 255) for value in range(256)])
