"""Paths into a tree, compiled once, with the type of what they lead to."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement


def elements(path: str) -> Callable[[HtmlElement], list[HtmlElement]]:
    """What finds the elements of a path below an element."""
    compiled = XPath(path)
    return lambda root: cast("list[HtmlElement]", compiled(root))


def text(path: str) -> Callable[[HtmlElement], str]:
    """What finds the string that a path of ``string(...)`` makes."""
    compiled = XPath(path)
    return lambda root: str(compiled(root))


def count(path: str) -> Callable[[HtmlElement], int]:
    """What finds the number that a path of ``count(...)`` makes."""
    compiled = XPath(path)
    return lambda root: int(cast("float", compiled(root)))
