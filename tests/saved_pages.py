"""Saved pages for the tests: small ones, each built around the trait that its test is about. All text is invented."""

from __future__ import annotations

import json
from typing import Any

HEADLINE = "The swing bridge stays closed until spring"
FIRST = (
    "The swing bridge over the old harbour stays closed to all traffic until spring, the port office said on Tuesday."
)
SECOND = (
    "Divers found cracks in two of the four piers, and the steel for new ones comes from a mill that is fully booked."
)
THIRD = (
    "Until then the small ferry runs every twenty minutes from six in the morning, and the fare is paid by the town."
)
PARAGRAPHS = (FIRST, SECOND, THIRD)
TEASER = "And the first words of that story, which are many enough to read as prose to whoever looks no closer."
"""Of another story, as its own page would begin."""


def paragraphs(*texts: str) -> str:
    return "\n".join(f"<p>{text}</p>" for text in texts or PARAGRAPHS)


def article(headline: str = HEADLINE, *, above: str = "", below: str = "", body: str = "") -> str:
    """An article element with a headline, what stands above the body, the body, and what stands below it."""
    return f"<article><h1>{headline}</h1>{above}<div class='article-body'>{body or paragraphs()}</div>{below}</article>"


def page(body: str = "", *, head: str = "", title: str = HEADLINE, html: str = '<html lang="en">') -> bytes:
    """A whole page in UTF-8."""
    text = f"<!DOCTYPE html>{html}<head><title>{title}</title>{head}</head><body>{body or article()}</body></html>"
    return text.encode()


def json_ld(*things: dict[str, Any], **more: Any) -> str:
    """A script element with one JSON-LD object, or with a graph of several."""
    value: Any = (
        {"@context": "https://schema.org", "@graph": list(things)} if things else {"@type": "NewsArticle", **more}
    )
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def meta(**contents: str) -> str:
    """Meta elements; in names ``__`` stands for a colon."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{value}">' for name, value in contents.items())
