"""What the pages of a site have in common: the lines, and the patterns of lines, that recur from page to page.

A line that stands on several pages is a menu's, a label's, a footer's or a rail's. It is counted by pages, so the pages
of several sites may be learned from together: what is common to one site's pages is told by its own number. A headline
stands on other pages too, in their rails; it is told by standing on its own page more often than it does on others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dateline.wire.page.words import key
from dateline.wire.text.lines import Line, lines_of

MOST_PAGES = 5000
MOST_KNOWN = 2_000_000
"""Lines that are counted at once; past them those met only once are forgotten."""
ENOUGH = 4
"""A line on so many pages is furniture for sure."""
LONGEST_PATTERN = 60
SIGNS = 3
"""So many of a page's longest lines tell it from others; a page that has one of another's is a copy of it."""

_BETWEEN = re.compile(r"\s+[|\-–—·•»«:/]{1,2}\s+|\s*[|»«｜]\s*|_{1,2}(?=\S)")


@dataclass(frozen=True, slots=True)
class Furniture:
    """What was learned from ``pages`` pages; plain values, so that it can be sent to other processes."""

    pages: int = 0
    lines: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By key: on how many pages a line stands, and how many times in all. Only lines that recur."""
    shapes: Mapping[str, int] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    """What stands behind, or before, the headline in the titles: the site's name, by key."""

    def weight(self, line: Line) -> float:
        """How surely a line is furniture: 0 for one that no other page has, 1 for one that recurs."""
        pages = self.lines.get(line.key, (0, 0))[0]
        if line.size <= LONGEST_PATTERN and line.shape != line.key:
            pages = max(pages, self.shapes.get(line.shape, 0))
        return min(1.0, max(0, pages - 1) / (ENOUGH - 1))

    def is_common(self, line: Line, share: float = 0.0) -> bool:
        """Whether the line itself, not only its pattern, stands on enough pages, and on such a share of all."""
        pages = self.lines.get(line.key, (0, 0))[0]
        return pages >= max(ENOUGH, share * self.pages)

    def exceeds(self, line: Line, times: int) -> bool:
        """Whether a line stands on a page more often than it stands on others, as its own headline does."""
        pages, all_times = self.lines.get(line.key, (0, 0))
        return pages > 1 and times > (all_times - times) / (pages - 1) + 0.5


NOTHING = Furniture()
"""What is known of a page without siblings."""


def learn(siblings: Iterable[str]) -> Furniture:
    """What pages of one site, or of several, have in common; the page that is read later may be among them."""
    pages = 0
    seen: set[str] = set()
    on_pages: Counter[str] = Counter()
    in_all: Counter[str] = Counter()
    shapes: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text in siblings:
        lines = lines_of(text)
        if not lines or _is_known(lines, seen):
            continue
        pages += 1
        times = Counter(line.key for line in lines)
        on_pages.update(times.keys())
        in_all.update(times)
        shapes.update({line.shape for line in lines if line.size <= LONGEST_PATTERN and line.shape != line.key})
        names.update(_ends_of_title(lines))
        if len(on_pages) > MOST_KNOWN:
            on_pages = Counter({same: n for same, n in on_pages.items() if n > 1})
            in_all = Counter({same: in_all[same] for same in on_pages})
        if pages == MOST_PAGES:
            break
    return Furniture(
        pages,
        {same: (n, in_all[same]) for same, n in on_pages.items() if n > 1},
        {shape: n for shape, n in shapes.items() if n > 1},
        frozenset(name for name, n in names.items() if n > 1),
    )


def _is_known(lines: list[Line], seen: set[str]) -> bool:
    """Whether this is one more copy of a page; all of a copy's lines would seem to recur."""
    signs = {line.key for line in sorted(lines, key=lambda line: -line.size)[:SIGNS]}
    known = len(signs & seen) * 2 > len(signs)
    seen |= signs
    return known


def _ends_of_title(lines: list[Line]) -> set[str]:
    """What may be the site's name in the first line, if that holds another line of the page."""
    first = lines[0]
    cuts = list(_BETWEEN.finditer(first.text))
    if not cuts or first.size > 400:
        return set()
    held = {line.key for line in lines[1:] if line.size >= 12}
    ends = [(first.text[: cuts[-1].start()], first.text[cuts[-1].end() :])]
    ends += [(first.text[cuts[0].end() :], first.text[: cuts[0].start()])]
    return {key(name) for title, name in ends if key(title) in held} - {""}
