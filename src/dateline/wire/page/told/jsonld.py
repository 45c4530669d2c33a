"""JSON-LD as real sites write it: broken often, nested at will, several to a page.

``objects`` gives every object of a page in reading order. Text that is not JSON even after mending yields what can be
picked out of it by name. The depth and the number of objects are bounded; what lies beyond is not read.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from dateline.wire.page import select
from dateline.wire.page.words import unmarked

MOST_TEXT = 2_000_000
MOST_OBJECTS = 3000
MOST_SCRIPTS = 60
PICKED = ("headline", "datePublished", "dateModified", "articleBody", "articleSection", "description", "inLanguage")

_SCRIPTS = select.elements(".//script[contains(@type, 'ld+json')]")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>|;)\s*$"
)
_LAST_COMMA = re.compile(r",(\s*[}\]])")
_JOINED = re.compile(r"\}\s*\{")

Object = Mapping[str, Any]


def objects(root: HtmlElement) -> list[Object]:
    """Every JSON-LD object of the page, outer before inner; those of ``@graph`` and of lists among them."""
    found: list[Object] = []
    for script in _SCRIPTS(root)[:MOST_SCRIPTS]:
        text = script.text or ""
        if text.strip() and len(text) <= MOST_TEXT:
            for value in _values(text):
                found.extend(_flatten(value, MOST_OBJECTS - len(found)))
    return found


def _values(text: str) -> Iterator[Any]:
    """The values in the text of one script, after as much mending as it needs."""
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip()
    for mend in (_as_it_is, _without_last_commas, _as_a_list, _unescaped):
        try:
            yield json.loads(mend(text), strict=False)
            return
        except (ValueError, RecursionError):
            continue
    if picked := _picked(text):
        yield picked


def _as_it_is(text: str) -> str:
    return text


def _without_last_commas(text: str) -> str:
    return _LAST_COMMA.sub(r"\1", text)


def _as_a_list(text: str) -> str:
    return "[" + _JOINED.sub("},{", _without_last_commas(text)) + "]"


def _unescaped(text: str) -> str:
    return html.unescape(text)


def _picked(text: str) -> dict[str, Any]:
    """The best-known fields of text that no parser takes, by name; the first of each name counts."""
    found: dict[str, Any] = {"@type": "NewsArticle"}
    for name in PICKED:
        if match := re.search(rf'"{name}"\s*:\s*"((?:[^"\\]|\\.){{1,200000}})"', text, re.DOTALL):
            found[name] = _string(match[1])
    author = re.search(
        r'"author"\s*:\s*[\[{\s]{0,9}"(?:@type"\s*:\s*"\w+"\s*,\s*"name"\s*:\s*"|name"\s*:\s*")?([^"\\]{2,80})"', text
    )
    if author and author[1] not in ("@type", "name", "@id", "url"):
        found["author"] = author[1]
    return found if len(found) > 1 else {}


def _string(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return raw


def _flatten(value: Any, most: int) -> Iterator[Object]:
    """Objects in reading order, without recursion."""
    stack = [value]
    while stack and most > 0:
        top = stack.pop()
        if isinstance(top, dict):
            most -= 1
            yield top
            stack.extend(v for v in reversed(top.values()) if isinstance(v, dict | list))
        elif isinstance(top, list):
            stack.extend(v for v in reversed(top) if isinstance(v, dict | list))


def types(thing: Object) -> set[str]:
    """The types of an object without their prefix or address."""
    named = thing.get("@type") or thing.get("type") or ()
    named = [named] if isinstance(named, str) else named
    return {re.split(r"[:/#]", n)[-1] for n in named if isinstance(n, str)} if isinstance(named, list) else set()


def texts(value: Any, depth: int = 4) -> list[str]:
    """The strings of a value: itself, those of a list, or the name of an object."""
    if isinstance(value, str):
        return [t] if (t := unmarked(value)) else []
    if isinstance(value, int) and not isinstance(value, bool):
        return [str(value)]
    if depth and isinstance(value, dict):
        return texts(value.get("name") or value.get("@value") or value.get("value"), depth - 1)[:1]
    if depth and isinstance(value, list):
        return [t for one in value[:200] for t in texts(one, depth - 1)]
    return []


def text(value: Any) -> str:
    """The first string of a value, or ``""``."""
    return next(iter(texts(value)), "")
