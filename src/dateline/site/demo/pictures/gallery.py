"""The gallery: every scene by its key, with the spot that must stay in view when it is cropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.site.demo.pictures.canvas import Canvas

Painter = Callable[[Canvas], None]


@dataclass(frozen=True, slots=True)
class Scene:
    paint: Painter
    focus: str
    """CSS ``object-position``, such as ``50% 40%``."""


SCENES: dict[str, Scene] = {}


def scene(key: str, focus: str = "50% 50%") -> Callable[[Painter], Painter]:
    """Hang a painter in the gallery under ``key``."""

    def hang(paint: Painter) -> Painter:
        if key in SCENES:
            raise ValueError(f"two scenes are called {key}")
        SCENES[key] = Scene(paint, focus)
        return paint

    return hang
