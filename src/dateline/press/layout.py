"""From a template to the parts of a page.

A template says where shared parts stand; what it renders to is cut there:

    {{ slot("rail") }}
    {% call(cards) box("related") %}<section>... {{ cards }} ...</section>{% endcall %}
    {% call(text) listing("stories") %}
      {%- if text == "before" %}<ul>{% elif text == "after" %}</ul>
      {%- elif text == "more" %}<a href="?before={{ cursor }}">...</a>
      {%- elif text == "separator" %}{% elif text == "empty" %}...{% elif text == "gone" %}...{% endif -%}
    {% endcall %}

A page of a discussion is written as a listing; it has no separator, and nothing of it is gone.

The marks are NUL characters, which no snapshot holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from dateline import urls
from dateline.press import assets
from dateline.press.fragment import press
from dateline.press.page import Box, Discussion, Listing, Own, Part, Slot

TEMPLATES = Path(__file__).parent / "templates"

_MARK = re.compile("\0([a-z]+) ?([^\0]*)\0")
_CARDS = Markup("\0cards\0")
LISTING_TEXTS = ("before", "after", "separator", "more", "empty", "gone")
_CURSOR = Markup("\0cursor\0")

Fills = Mapping[str, Box | Listing | Discussion]
"""What the boxes and listings that a template names hold; their texts come from the template."""


def _slot(name: str) -> Markup:
    return Markup(f"\0slot {escape(name)}\0")


def _box(name: str, caller: Callable[[Markup], str]) -> Markup:
    return Markup(f"\0box {escape(name)}\0{escape(caller(_CARDS))}\0end\0")


def _listing(name: str, caller: Callable[[str], str]) -> Markup:
    texts = Markup("\0then\0").join(caller(text).strip() for text in LISTING_TEXTS)
    return Markup("\0listing {}\0{}\0end\0").format(name, texts)


class _Environment(Environment):
    """Its templates find what all of them know in one dict: to look it up in a chain of two took ten times as long."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def environment(folders: tuple[Path, ...] = (TEMPLATES,)) -> Environment:
    """The Jinja environment of the site's pages; everything is escaped unless it is cleaned HTML."""
    env = _Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    env.globals.update(slot=_slot, box=_box, listing=_listing, cursor=_CURSOR, urls=urls, asset=assets.address)
    return env


def parts(text: str, fills: Fills) -> tuple[Part, ...]:
    """The parts of a rendered template; raises KeyError for a box or listing that was not filled."""
    return tuple(_cut(text, fills))


def render(env: Environment, template: str, fills: Fills, **context: Any) -> tuple[Part, ...]:
    """The parts that a template renders to."""
    return parts(env.get_template(template).render(**context), fills)


def _cut(text: str, fills: Fills) -> Iterator[Part]:
    at = 0
    for mark in _MARK.finditer(text):
        kind, name = mark.groups()
        if mark.start() < at or kind not in ("slot", "box", "listing"):
            continue
        if text[at : mark.start()].strip():
            yield Own(press(text[at : mark.start()].encode()))
        at = mark.end()
        if kind == "slot":
            yield Slot(name)
            continue
        end = text.index("\0end\0", at)
        yield _fill(fills[name], text[at:end])
        at = end + len("\0end\0")
    if text[at:].strip():
        yield Own(press(text[at:].encode()))


_press_again = lru_cache(512)(press)  # what stands around a box is the same on most pages


def _fill(part: Box | Listing | Discussion, text: str) -> Part:
    """The box, listing or discussion with its own texts, as the template has them."""
    if isinstance(part, Box):
        before, _, after = text.partition(_CARDS)
        return part._replace(before=_press_again(before.encode()), after=_press_again(after.encode()))
    before, after, separator, more, empty, gone = text.split("\0then\0")
    before_more, _, after_more = more.partition(_CURSOR)
    if isinstance(part, Discussion):
        texts = (before, after, before_more, after_more, empty)
        return Discussion(part.order, part.code, part.number, *(_press_again(one.encode()) for one in texts))
    return part._replace(
        before=_press_again(before.encode()),
        after=_press_again(after.encode()),
        separator=_press_again(separator.encode()),
        before_more=_press_again(before_more.encode()),
        after_more=_press_again(after_more.encode()),
        empty=_press_again(empty.encode()),
        gone=_press_again(gone.encode()),
    )
