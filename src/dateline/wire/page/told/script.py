"""The body that lies in a script of a page: what a page without text of its own fills itself with when it is shown.

Frameworks keep it as they like, as JSON, as a call, as JSON within a string of a call. Common to all is that somewhere
the paragraphs are one string literal with markup in it, near another that is the headline, so literals are looked for
and nothing is parsed or run. It is asked only of pages that show no body and declare none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from dateline.wire.page import select
from dateline.wire.page.words import key

MOST_TEXT = 4_000_000
"""Characters of scripts that are looked through."""
FEWEST_PARAGRAPHS, SHORTEST = 2, 250
DEEPEST = 2
"""A literal inside a literal is as far as frameworks go."""
SHORTEST_HEADLINE, LONGEST_HEADLINE = 12, 400
NEAR = 20_000
"""Characters between the headline and the body of one object, at most."""

_SCRIPTS = select.elements(".//script[not(@src) and not(contains(@type, 'ld+json'))]")
# Possessive, and no quote behind a backslash begins one, so that a literal that is never closed is looked for once.
_LITERAL = re.compile(r'(?<!\\)"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*+>")


def body(root: HtmlElement, headline: str) -> str:
    """The markup of the longest literal of paragraphs near the headline's in the page's scripts, or ``""``."""
    wanted = key(headline)
    if len(wanted) < SHORTEST_HEADLINE:
        return ""
    found: list[str] = []
    left = MOST_TEXT
    for script in _SCRIPTS(root):
        text = str(script.text or "")[:left]
        left -= len(text)
        found.extend(_bodies(text, wanted, DEEPEST))
    return max(found, key=_prose, default="")


def _bodies(text: str, wanted: str, depth: int) -> Iterator[str]:
    heads: list[int] = []
    bodies: list[tuple[int, int, str]] = []
    for match in _LITERAL.finditer(text):
        size = len(match[1])
        if SHORTEST_HEADLINE <= size <= LONGEST_HEADLINE and _is_headline(key(_decoded(match[0])), wanted):
            heads.append(match.start())
        elif size >= SHORTEST and (value := _decoded(match[0])):
            if '":' in value and depth > 1:
                yield from _bodies(value, wanted, depth - 1)
            elif len(_PARAGRAPH.findall(value)) >= FEWEST_PARAGRAPHS and _prose(value) >= SHORTEST:
                bodies.append((match.start(), match.end(), value))
    for first, last, value in bodies:
        if any(first - NEAR < head < last + NEAR for head in heads):
            yield value


def _is_headline(same: str, wanted: str) -> bool:
    """Whether a text is the headline, or that without the names of section and site."""
    return same in wanted and 2 * len(same) > len(wanted)


def _decoded(literal: str) -> str:
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:  # an escape of JavaScript's own
        return ""


def _prose(markup: str) -> int:
    return len(_TAG.sub("", markup))
