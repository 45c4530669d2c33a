"""Ghost's newer notation, Lexical, made into HTML: a tree of nodes, each an object with a ``type``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from dateline.errors import CopyError
from dateline.wire.bodies import cards

DEEPEST = 60

# Bits of a text's ``format``.
_FORMATS = ((1, "strong"), (2, "em"), (4, "s"), (16, "code"), (32, "sub"), (64, "sup"))
_PLAIN = {
    "paragraph": "p",
    "aside": "blockquote",
    "quote": "blockquote",
    "extended-quote": "blockquote",
    "listitem": "li",
}


def to_html(document: Any) -> str:
    """The HTML of a Lexical document; raises CopyError for what is none."""
    root = document.get("root") if isinstance(document, dict) else None
    if not isinstance(root, dict):
        raise CopyError("Its Lexical text has no root.")
    return "".join(_children(root, 0))


def _children(node: Any, depth: int) -> Iterator[str]:
    if depth > DEEPEST:
        raise CopyError(f"Its Lexical text nests deeper than {DEEPEST}.")
    children = node.get("children")
    for child in children if isinstance(children, list) else []:
        if isinstance(child, dict):
            yield _node(child, depth + 1)


def _node(node: Any, depth: int) -> str:
    kind = str(node.get("type", ""))
    write = _WRITERS.get(kind)
    if write:
        return write(node, depth)
    if isinstance(node.get("text"), str) and not node.get("children"):
        return _text(node, depth)
    inside = "".join(_children(node, depth))
    if tag := _PLAIN.get(kind.removeprefix("extended-") if kind != "extended-quote" else kind):
        return f"<{tag}>{inside}</{tag}>"
    return inside or cards.to_html(kind, node)


def _text(node: Any, _: int) -> str:
    text = escape(node["text"] if isinstance(node.get("text"), str) else "", quote=False)
    bits = node.get("format")
    for bit, tag in _FORMATS:
        if text and isinstance(bits, int) and bits & bit:
            text = f"<{tag}>{text}</{tag}>"
    return text


def _heading(node: Any, depth: int) -> str:
    return f"<h2>{''.join(_children(node, depth))}</h2>"


def _list(node: Any, depth: int) -> str:
    tag = "ol" if node.get("listType") == "number" or node.get("tag") == "ol" else "ul"
    return f"<{tag}>{''.join(_children(node, depth))}</{tag}>"


def _link(node: Any, depth: int) -> str:
    return f'<a href="{escape(str(node.get("url") or ""))}">{"".join(_children(node, depth))}</a>'


_WRITERS: dict[str, Callable[[Any, int], str]] = {
    "text": _text,
    "extended-text": _text,
    "heading": _heading,
    "extended-heading": _heading,
    "list": _list,
    "link": _link,
    "autolink": _link,
    "linebreak": lambda *_: "<br>",
    "tab": lambda *_: " ",
}
