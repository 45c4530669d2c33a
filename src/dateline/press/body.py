"""A story's body as HTML. Pure.

Written out here and not as a template because every paragraph of the archive passes through it: a rebuild spends a
third of its time in the bodies otherwise. Inline HTML was cleaned when the snapshot was made; all other text is
escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from dateline import urls
from dateline.story import Block, Embed, Figure, Items, Paragraph, Picture, Quote, Subhead

IN_BODY = "(min-width: 48em) 42rem, 100vw"
"""The width that a picture in the body takes, for ``sizes``."""


def render(blocks: Iterable[Block]) -> Markup:
    """The blocks in order."""
    return Markup("\n".join(_block(block) for block in blocks))


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
            return f'<p class="embed"><a href="{escape(block.url)}" rel="noopener nofollow">{escape(block.title or block.url)}</a></p>'


def _quote(block: Quote) -> str:
    language = f' lang="{escape(block.language)}"' if block.language else ""
    direction = f' dir="{escape(block.direction)}"' if block.direction else ""
    said_by = f"<figcaption>{escape(block.attribution)}</figcaption>" if block.attribution else ""
    return f'<figure class="quote"><blockquote{language}{direction}><p>{block.html}</p></blockquote>{said_by}</figure>'


def figure(picture: Picture, sizes: str, kind: str = "", eager: bool = False) -> Markup:
    """A picture with its caption and credit."""
    caption = escape(picture.caption)
    if picture.credit:
        caption += Markup(' <span class="credit">{}</span>').format(picture.credit)
    attributes = f' class="{escape(kind)}"' if kind else ""
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return Markup(f"<figure{attributes}>{image(picture, sizes, picture.alt, eager)}{below}</figure>")


def image(picture: Picture, sizes: str, alt: str = "", eager: bool = False) -> Markup:
    """A picture with room kept for it, so that nothing moves when it arrives.

    ``alt`` is empty where the headline beside it says what it shows; an ``eager`` one is the page's first.
    """
    sources = ", ".join(f"{urls.picture(picture.key, width)} {width}w" for width in picture.widths)
    when = 'fetchpriority="high"' if eager else 'loading="lazy"'
    return Markup(
        f'<img src="{urls.picture(picture.key, _fallback(picture))}" srcset="{sources}" sizes="{escape(sizes)}"'
        f' width="{picture.width}" height="{picture.height}" alt="{escape(alt)}" {when} decoding="async">'
    )


def _fallback(picture: Picture, wanted: int = 960) -> int:
    """The width for a browser that knows no ``srcset``."""
    return max((width for width in picture.widths if width <= wanted), default=min(picture.widths))
