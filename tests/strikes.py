"""Texts that try to become more than text, and a story that holds some of them in every field.

The strings here are our own, one for each way out of where text stands.
"""

from __future__ import annotations

from typing import Any

import attacks
from builders import byline, correction, credit, picture, story
from dateline.story import Embed, Figure, Items, Paragraph, Quote, Story, Subhead, Topic

OWN = (
    "<script>window.struck=1</script>",
    "</script><script>window.struck=1</script>",
    '"><img src=x onerror="window.struck=1">',
    "' onfocus='window.struck=1' autofocus tabindex=0 x='",
    "<svg/onload=window.struck=1>",
    "</title><svg><style><img src=x onerror=window.struck=1></style>",
    "</article></main></body></html><h1>Broken out</h1>",
    "<!-- <p> --!><img src=x onerror=window.struck=1>",
    "]]><x:script xmlns:x='http://www.w3.org/1999/xhtml'>window.struck=1</x:script>",
    "{{ 7 * 7 }}${7*7}{% raw %}",
    "\u202eevil\u202d \u0000\u0008\ufeff\u2028</p>",
    "javascript:window.struck=1",
    "data:text/html,<script>window.struck=1</script>",
    "&lt;script&gt;window.struck=1&lt;/script&gt;",
    "<a href=\"java\tscript:window.struck=1\" onclick=window.struck=1>A</a><base href='//evil.example/'>",
)


def texts() -> list[str]:
    """Our own, and those of ``attacks`` if they are on this machine; each once."""
    others = attacks.strings() if attacks.FOLDER.is_dir() else []
    return [text for text in dict.fromkeys((*OWN, *others)) if text.strip()]


def story_of(code: int, held: list[str], **fields: Any) -> Story:
    """A story with these texts in every field, as the desk lets them through to readers."""
    from dateline.desk import cleaning  # Django is not started yet when conftests are read

    text = cleaning.line(" ".join(held)) or "-"
    first = cleaning.line(held[0]) or "-"
    link = next(filter(None, map(cleaning.link, held)), "")
    given: dict[str, Any] = {
        "slug": f"struck-{code}",
        "headline": text,
        "kicker": first,
        "standfirst": text,
        "place": first,
        "bylines": (byline(7, first, slug="struck"), byline(8, text, slug="struck-too", role="photographer")),
        "source": (credit("agency", first, slug="struck", url=link), credit("relay", text, slug="", url=link)),
        "topics": (Topic(slug="struck", name=first),),
        "lead": picture(alt=text, caption=text, credit=first, focus=first),
        "body": (
            *(Paragraph(html=cleaning.inline(one)) for one in held),
            Subhead(text=first),
            Quote(html=cleaning.inline(held[0]), attribution=text, language=cleaning.language(first)),
            Items(items=tuple(map(cleaning.inline, held))),
            Figure(picture=picture(alt=text, caption=text, credit=first)),
            *([Embed(url=link, title=text)] if link else []),
        ),
        "corrections": (correction(text=text), correction("update", text=first)),
    }
    return story(code, **given | fields)
