"""How often Python looks for objects that refer to each other in circles and to nothing else.

Copy comes in and pages are pressed by making very many objects, of which hardly any stand in a circle; those that
stay, of what was met in a run, are looked through again and again: a sixth of an import, and more the longer it is.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

EVERY = 100_000
"""Objects made and not yet freed after which the young ones are looked through; Python's own number is 700."""


@contextmanager
def seldom() -> Iterator[None]:
    """For work that makes many objects: what is there stays unlooked at, what is made is looked at seldom."""
    before = gc.get_threshold()
    start_seldom()
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def start_seldom() -> None:
    """The same for a process that does nothing else, from now on."""
    gc.freeze()
    gc.set_threshold(EVERY, 20, 20)
