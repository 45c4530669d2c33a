"""Pages as they are sent, read without a server or a browser."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import dataclass

from lxml import html

from builders import Tape
from dateline.masthead import Site


@dataclass(frozen=True)
class Sheet:
    """A page as it was sent."""

    status: int
    headers: dict[str, str]
    packed: bytes

    @property
    def text(self) -> str:
        return gzip.decompress(self.packed).decode()

    @property
    def tree(self) -> html.HtmlElement:
        return html.fromstring(gzip.decompress(self.packed), parser=html.HTMLParser(encoding="utf-8"))


Read = Callable[[str], Sheet]
Print = Callable[[Callable[[Site], Tape]], Read]
"""Presses a paper and gives the function that reads an address of it."""
