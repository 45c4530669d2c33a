"""The scenes: a short function a picture, a module a place. Importing this package hangs them all."""

from __future__ import annotations

from . import bridge, civic, harbour, river, science, storm, street, trade

__all__ = ["bridge", "civic", "harbour", "river", "science", "storm", "street", "trade"]
