"""The body of an NITF document made into HTML: its elements are HTML's but for a few."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from dateline.wire.notation.trees import Element, child, children, every, inner, local, raw, text

FOLDED_AT = (48, 76)
"""Letters in each line of a folded paragraph but the last."""

_AS = {"hl1": "h2", "hl2": "h3", "bq": "blockquote", "block": "div", "fn": "p", "pre": "pre", "nitf-table": "div"}
_NOT_TEXT = frozenset({"datasource", "note", "nitf-table-metadata"})


def to_html(content: Element) -> str:
    """The HTML of ``body.content``, or of an element with the like in it."""
    for one in list(content.iter()):
        name = local(one)
        if name in _NOT_TEXT and one.getparent() is not None:
            one.clear()
        elif name in _AS:
            one.tag = _AS[name]
        elif name == "p":
            _unfold(one)
    return "".join(_parts(content))


def _unfold(paragraph: Element) -> None:
    """Take out breaks that only fold the text at a column, as programs for teletypes did: all lines are as long."""
    breaks = list(paragraph)
    if not breaks or any(local(one) != "br" for one in breaks):
        return
    lines = [paragraph.text or "", *(one.tail or "" for one in breaks[:-1])]
    if all(FOLDED_AT[0] <= len(line.strip()) <= FOLDED_AT[1] for line in lines):
        paragraph.text = " ".join(line.strip() for line in [*lines, breaks[-1].tail or ""])
        for one in breaks:
            paragraph.remove(one)


def _parts(content: Element) -> Iterator[str]:
    yield escape(content.text or "", quote=False)
    for one in content:
        if local(one) == "media":
            yield _figure(one)
        elif any(True for _ in every(one, "media")):
            yield "".join(_parts(one))
        else:
            name = local(one)
            yield f"<{name}>{inner(one)}</{name}>" if name else ""
        yield escape(one.tail or "", quote=False)


def _figure(media: Element) -> str:
    if media.get("media-type", "image") != "image":
        return ""
    found = [one for one in children(media, "media-reference") if one.get("source")]
    if not found:
        return ""
    caption = " ".join(text(one) for one in children(media, "media-caption"))
    producer = escape(raw(media, "media-producer"))
    alt = escape(str(found[0].get("alternate-text", "")))
    image = f'<img src="{escape(str(found[0].get("source")))}" alt="{alt}">'
    words = f'<figcaption>{escape(caption)}</figcaption><div class="credit">{producer}</div>'
    return f"<figure>{image}{words}</figure>"


def headline(body: Element | None) -> str:
    """The main headline of an NITF body."""
    return text(body, "body.head", "hedline", "hl1")


def body_of(root: Element | None) -> Element | None:
    """The ``body`` of an NITF document; None if it has none."""
    return child(root, "body")
