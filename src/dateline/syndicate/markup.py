"""The body of a story as plain HTML, as other systems take it in: no class, no script, no address of our own. Pure."""

from __future__ import annotations

from html import escape

from dateline import urls
from dateline.story import Block, Embed, Figure, Items, Paragraph, Picture, Quote, Story, Subhead


def body(story: Story, site_url: str) -> str:
    """The body, a block a line; pictures by their address on the site."""
    return "\n".join(_block(block, site_url) for block in story.body)


def picture(one: Picture) -> str:
    """The path of the largest form of a picture that readers are sent."""
    return urls.picture(one.key, max(one.widths, default=one.width))


def figure(one: Picture, site_url: str) -> str:
    """A picture with its caption and credit."""
    words = " ".join(escape(text, quote=False) for text in (one.caption, one.credit) if text)
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    size = f'width="{one.width}" height="{one.height}"'
    return f'<figure><img src="{escape(site_url + picture(one))}" alt="{escape(one.alt)}" {size}>{caption}</figure>'


def _block(block: Block, site_url: str) -> str:
    match block:
        case Paragraph():
            return f"<p>{_inline(block.html, site_url)}</p>"
        case Subhead():
            return f"<h2>{escape(block.text, quote=False)}</h2>"
        case Quote():
            return _quote(block, site_url)
        case Items():
            name = "ol" if block.ordered else "ul"
            return f"<{name}>{''.join(f'<li>{_inline(item, site_url)}</li>' for item in block.items)}</{name}>"
        case Embed():
            return f'<p><a href="{escape(block.url)}">{escape(block.title or block.url, quote=False)}</a></p>'
        case Figure():
            return figure(block.picture, site_url)


def _inline(html: str, site_url: str) -> str:
    """Inline HTML whose links to other stories of ours lead there from wherever it is read."""
    return html.replace('href="/', f'href="{escape(site_url)}/')


def _quote(quote: Quote, site_url: str) -> str:
    language = f' lang="{escape(quote.language)}"' if quote.language else ""
    direction = f' dir="{escape(quote.direction)}"' if quote.direction else ""
    said = f"<cite>{escape(quote.attribution, quote=False)}</cite>" if quote.attribution else ""
    return f"<blockquote{language}{direction}><p>{_inline(quote.html, site_url)}</p>{said}</blockquote>"
