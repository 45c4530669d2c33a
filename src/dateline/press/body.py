"""A story's body and pictures as HTML. Pure.

Written out here and not as a template because every paragraph of the archive passes through it: a rebuild spends a
third of its time in the bodies otherwise. Inline HTML was cleaned when the snapshot was made; all other text is
escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from dateline import urls
from dateline.story import Block, Embed, Figure, Items, Paragraph, Picture, Quote, Subhead

IN_BODY = "(min-width:42em) 38rem,100vw"
"""The width that a picture in the body takes, for ``sizes``."""

THUMBNAIL = 320
"""Pixels of the picture beside a headline in a list."""


def render(blocks: Iterable[Block], *, place: str = "", paid: bool = False) -> Markup:
    """The blocks in order.

    ``place`` stands in front of the first of them, which is then a paragraph. With ``paid`` the links of the text say
    that they were paid for (``rel=sponsored``).
    """
    html = [_block(block) for block in blocks]
    if place:
        html[0] = f'<p><span class="place">{escape(place)}</span> — {html[0].removeprefix("<p>")}'
    text = "\n".join(html)
    return Markup(text.replace('<a href="', '<a rel="sponsored" href="') if paid else text)


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{block.html}</p>"
        case Subhead():
            return f"<h2>{escape(block.text)}</h2>"
        case Quote():
            return _quote(block)
        case Items():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>" + "".join(f"<li>{item}</li>" for item in block.items) + f"</{tag}>"
        case Figure():
            return figure(block.picture, IN_BODY)
        case Embed():
            return _embed(block)


def _embed(block: Embed) -> str:
    text = escape(block.title or block.url)
    return f'<p class="embed"><a rel="noopener nofollow" href="{escape(block.url)}">{text}</a></p>'


def _quote(block: Quote) -> str:
    language = f' lang="{escape(block.language)}"' if block.language else ""
    direction = f' dir="{escape(block.direction)}"' if block.direction else ""
    said_by = f"<figcaption>{escape(block.attribution)}</figcaption>" if block.attribution else ""
    return f'<figure class="quote"><blockquote{language}{direction}><p>{block.html}</p></blockquote>{said_by}</figure>'


def figure(picture: Picture, sizes: str, kind: str = "", eager: bool = False) -> Markup:
    """A picture with its caption and credit; one that is higher than wide says so, to be shown smaller."""
    caption = escape(picture.caption)
    if picture.credit:
        caption += Markup(' <span class="credit">{}</span>').format(picture.credit)
    kinds = " ".join(filter(None, (kind, "tall" if picture.height > picture.width else "")))
    attributes = f' class="{kinds}"' if kinds else ""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return Markup(f"<figure{attributes}>{image(picture, sizes, picture.alt, eager)}{below}</figure>")


def image(picture: Picture, sizes: str, alt: str = "", eager: bool = False) -> Markup:
    """A picture with room kept for it, so that nothing moves when it arrives.

    ``alt`` is empty where the headline beside it says what it shows; an ``eager`` one is the page's first.
    """
    first = urls.picture(picture.key, _fallback(picture))
    when = 'fetchpriority="high"' if eager else 'loading="lazy" decoding="async"'
    return Markup(
        f'<img{_focus(picture.focus)} src="{first}" srcset="{_sources(picture)}" sizes="{sizes}"'
        f' width="{picture.width}" height="{picture.height}" alt="{escape(alt)}" {when}>'
    )


def thumbnail(picture: Picture, *, double: bool = False, alt: str = "") -> Markup:
    """A small picture beside a headline; with ``double`` also one of twice its size, for fine screens."""
    width = min((w for w in picture.widths if w >= THUMBNAIL), default=max(picture.widths))
    fine = next((w for w in picture.widths if w >= 2 * width), 0) if double else 0
    srcset = f' srcset="{urls.picture(picture.key, fine)} 2x"' if fine else ""
    return Markup(
        f'<img{_focus(picture.focus)} src="{urls.picture(picture.key, width)}"{srcset}'
        f' width="{picture.width}" height="{picture.height}" alt="{escape(alt)}" loading="lazy">'
    )


def _sources(picture: Picture) -> str:
    return ",".join(f"{urls.picture(picture.key, width)} {width}w" for width in picture.widths)


def _fallback(picture: Picture, wanted: int = 960) -> int:
    """The width for a browser that knows no ``srcset``."""
    return max((width for width in picture.widths if width <= wanted), default=min(picture.widths))


@lru_cache(256)
def _focus(focus: str) -> str:
    """The classes that keep the focus in view when the picture is cropped: ``x1 y3`` are 25 % and 75 %.

    Classes and not a style, for the pages' content policy forbids styles in the text.
    """
    across, _, down = focus.partition(" ")
    steps = [name + str(step) for name, text in (("x", across), ("y", down)) if (step := _quarter(text)) != MIDDLE]
    return f' class="{" ".join(steps)}"' if steps else ""


MIDDLE = 2


def _quarter(percent: str) -> int:
    """A percentage to the nearest quarter, 0 to 4; the middle if it is none."""
    number = percent.removesuffix("%")
    if not number.replace(".", "", 1).isdigit():
        return MIDDLE
    return min(4, round(float(number) / 25))
