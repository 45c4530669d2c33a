"""Ghost's older notation, Mobiledoc 0.3, made into HTML: sections of texts, each text opening and closing markups."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from dateline.errors import CopyError
from dateline.wire.bodies import cards, markdown

_TEXT, _PICTURE, _LIST, _CARD = 1, 2, 3, 10
_MARKS = frozenset({"a", "b", "strong", "i", "em", "sub", "sup", "code", "s", "del", "q"})
_SECTIONS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "aside", "pull-quote"})


def to_html(document: Any) -> str:
    """The HTML of a Mobiledoc document; raises CopyError for what is none."""
    sections = document.get("sections") if isinstance(document, dict) else None
    if not isinstance(sections, list):
        raise CopyError("Its Mobiledoc text has no sections.")
    return "".join(_section(one, document) for one in sections if isinstance(one, list) and one)


def _section(section: Sequence[Any], document: Any) -> str:
    kind, rest = section[0], section[1:]
    if kind == _TEXT and len(rest) > 1:
        tag = _tag(rest[0], _SECTIONS) or "p"
        tag = "blockquote" if tag in ("aside", "pull-quote") else tag
        return f"<{tag}>{''.join(_texts(rest[1], document))}</{tag}>"
    if kind == _PICTURE and rest:
        return f'<img src="{escape(str(rest[0]))}">'
    if kind == _LIST and len(rest) > 1 and isinstance(rest[1], list):
        tag = "ol" if rest[0] == "ol" else "ul"
        return f"<{tag}>{''.join('<li>' + ''.join(_texts(item, document)) + '</li>' for item in rest[1])}</{tag}>"
    if kind == _CARD and rest:
        return _card(rest[0], document)
    return ""


def _card(number: Any, document: Any) -> str:
    name, payload = _at(document.get("cards"), number, ("", {}))[:2]
    if not isinstance(payload, dict):
        return ""
    text = payload.get("markdown")
    if name in ("markdown", "card-markdown") and isinstance(text, str):
        return markdown.to_html(text)
    return cards.to_html(str(name), payload)


def _texts(texts: Any, document: Any) -> Iterator[str]:
    """The HTML of the texts of a section; what they leave open at its end is closed."""
    open_tags: list[str] = []
    for text in texts if isinstance(texts, list) else []:
        if not isinstance(text, list) or len(text) < 4:
            continue
        kind, opens, closes, value = text[:4]
        for number in opens if isinstance(opens, list) else []:
            tag, markup = _markup(number, document)
            open_tags.append(tag)
            yield markup
        yield _atom(value, document) if kind == 1 else escape(str(value), quote=False)
        for _ in range(min(closes, len(open_tags)) if isinstance(closes, int) else 0):
            if tag := open_tags.pop():
                yield f"</{tag}>"
    yield from (f"</{tag}>" for tag in reversed(open_tags) if tag)


def _markup(number: Any, document: Any) -> tuple[str, str]:
    found = _at(document.get("markups"), number, ("",))
    tag = _tag(found[0], _MARKS)
    given = found[1] if len(found) > 1 and isinstance(found[1], list) else []
    pairs = dict(zip(given[::2], given[1::2], strict=False)) if all(isinstance(one, str) for one in given) else {}
    link = f' href="{escape(html.unescape(pairs["href"]))}"' if tag == "a" and "href" in pairs else ""
    return tag, f"<{tag}{link}>" if tag else ""


def _tag(name: Any, known: frozenset[str]) -> str:
    """The name of a tag if it is a known one, else empty."""
    return name if isinstance(name, str) and name in known else ""


def _atom(number: Any, document: Any) -> str:
    name, text = _at(document.get("atoms"), number, ("", ""))[:2]
    return "<br>" if re.search("return|break", str(name)) else escape(str(text), quote=False)


def _at(values: Any, number: Any, otherwise: Sequence[Any]) -> Sequence[Any]:
    """The entry of a list by its number; ``otherwise`` if there is none with as many parts."""
    if isinstance(values, list) and isinstance(number, int) and 0 <= number < len(values):
        found = values[number]
        if isinstance(found, list) and len(found) >= len(otherwise):
            return found
    return otherwise
