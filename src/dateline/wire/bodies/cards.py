"""The cards of Ghost's editors, in both of its notations: what is no plain text in a story, made into HTML."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

_NOT_STORY = frozenset(
    {"email", "email-cta", "paywall", "signup", "horizontalrule", "hr", "divider", "button", "header", "product-button"}
)


def to_html(name: str, card: Any) -> str:
    """The HTML of a card; empty for what is no part of the story, such as a sign-up form."""
    write = _WRITERS.get(name)
    if write:
        return write(card)
    if name in _NOT_STORY:
        return ""
    # A card nobody here knows: whatever markup it brings along.
    return _said(card, "html") or _said(card, "markdown") or _said(card, "content")


def _said(card: Any, *keys: str) -> str:
    return next((value for key in keys if isinstance(value := card.get(key), str) and value.strip()), "")


def _image(card: Any) -> str:
    address = _said(card, "src")
    if not address:
        return ""
    alt, caption = escape(_said(card, "alt", "altText")), _said(card, "caption")
    return f'<figure><img src="{escape(address)}" alt="{alt}"><figcaption>{caption}</figcaption></figure>'


def _gallery(card: Any) -> str:
    images = card.get("images")
    shown = "".join(_image(one) for one in images if isinstance(one, dict)) if isinstance(images, list) else ""
    caption = _said(card, "caption")
    return shown + (f"<p>{caption}</p>" if caption else "")


def _player(card: Any) -> str:
    address = _said(card, "src", "url")
    title = escape(_said(card, "title", "fileTitle", "caption"))
    return f'<iframe src="{escape(address)}" title="{title}"></iframe>' if address else ""


def _bookmark(card: Any) -> str:
    told = card.get("metadata")
    told = told if isinstance(told, dict) else {}
    address = _said(card, "url") or _said(told, "url")
    title = escape(_said(told, "title") or _said(card, "title"))
    return f'<iframe src="{escape(address)}" title="{title}"></iframe>' if address else _said(card, "html")


def _embed(card: Any) -> str:
    address = _said(card, "url")
    told = card.get("metadata")
    title = escape(_said(told, "title")) if isinstance(told, dict) else ""
    return f'<iframe src="{escape(address)}" title="{title}"></iframe>' if address else _said(card, "html")


def _code(card: Any) -> str:
    return f"<pre><code>{escape(_said(card, 'code'), quote=False)}</code></pre>"


def _callout(card: Any) -> str:
    return f"<p>{_said(card, 'calloutText', 'text')}</p>"


def _toggle(card: Any) -> str:
    return f"<h3>{_said(card, 'heading')}</h3>{_said(card, 'content')}"


def _product(card: Any) -> str:
    return f"<h3>{_said(card, 'productTitle')}</h3>{_said(card, 'productDescription')}"


def _markup(card: Any) -> str:
    return _said(card, "html")


_WRITERS: dict[str, Callable[[Any], str]] = {
    "image": _image,
    "gallery": _gallery,
    "video": _player,
    "audio": _player,
    "file": _player,
    "bookmark": _bookmark,
    "embed": _embed,
    "code": _code,
    "codeblock": _code,
    "callout": _callout,
    "toggle": _toggle,
    "product": _product,
    "html": _markup,
}
