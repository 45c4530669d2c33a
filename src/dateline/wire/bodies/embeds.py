"""What a body says by other means than text, marked in its tree: frames and scripts as the links that they become."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from dateline.wire.page.inline import resolve
from dateline.wire.page.words import text_of, tidy

TAG = "x-embed"

_FRAMES = ("iframe", "embed", "object", "video", "audio", "amp-youtube", "amp-iframe")
_QUOTED = re.compile(
    r"twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video"
    r"|bluesky-embed|mastodon-embed|reddit-card"
)
_PLAYER = re.compile(r"https?://(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v)/([\w\-]{6,20})")
_VIMEO = re.compile(r"https?://player\.vimeo\.com/video/(\d{4,15})")
_LINES = re.compile(r"\s*(https?://\S+)\s*")


def mark(root: HtmlElement, base: str) -> None:
    """Put an ``x-embed`` in place of every frame, player and quoted post; part a quotation from its maker."""
    for element in [e for e in root.iter(*_FRAMES) if isinstance(e.tag, str)]:
        if element.getparent() is not None and not any(up.tag in _FRAMES for up in element.iterancestors()):
            _replace(element, _address(element, base), tidy(element.get("title")))
    for element in list(root.iter("blockquote", "div")):
        if element.getparent() is not None and _QUOTED.search(element.get("class", "")):
            _replace(element, _last_link(element, base), _said(element))
    for element in list(root.iter("cite")):
        # The name below a quotation: a line of its own, as ``footer`` is, and not the end of what was said.
        if (
            (up := element.getparent()) is not None
            and up.tag in ("blockquote", "figure")
            and not (element.tail or "").strip()
        ):
            element.tag = "footer"
    for element in list(root.iter("div", "figure")):
        if "embed" in element.get("class", "") and len(element) == 0:
            match = _LINES.fullmatch(element.text or "")
            if match and (address := resolve(match[1], base)):
                _replace(element, address, "")


def _replace(element: HtmlElement, address: str, title: str) -> None:
    if not address:
        return
    link = etree.Element(TAG, href=address)
    link.text = title or address
    link.tail = element.tail
    parent = element.getparent()
    parent.replace(element, link)


def _address(element: HtmlElement, base: str) -> str:
    """Where a frame's content is for somebody who follows a link."""
    names = ("src", "data-src", "data-lazy-src", "data", "data-videoid")
    values = [element.get(name, "") for name in names]
    values += [one.get("src", "") or one.get("value", "") for one in element.iter("source", "embed", "param")]
    address = next((found for value in values if (found := resolve(value, base))), "")
    if match := _PLAYER.match(address):
        return f"https://www.youtube.com/watch?v={match[1]}"
    if match := _VIMEO.match(address):
        return f"https://vimeo.com/{match[1]}"
    if "facebook.com/plugins/" in address:
        return resolve(parse_qs(urlsplit(address).query).get("href", [""])[0], "") or address
    return address


def _said(element: HtmlElement) -> str:
    paragraph = next(element.iter("p"), None)
    return text_of(paragraph, 300) if paragraph is not None else ""


def _last_link(element: HtmlElement, base: str) -> str:
    """The address of a quoted post, which is its last link or stands in an attribute."""
    for name in ("data-instgrm-permalink", "cite", "data-href"):
        if address := resolve(element.get(name, ""), base):
            return address.split("?")[0]
    links = [address for link in element.iter("a") if (address := resolve(link.get("href", ""), base))]
    return links[-1].split("?")[0] if links else ""
