"""Items of RSS 2.0 and JSON Feed 1.1, and the entries of sitemaps, one story at a time.

The identifier of an item is the permanent address of the story's code and never changes: a program that saw the story
before shows the corrected one in its place.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

from dateline import urls
from dateline.masthead import Site
from dateline.story import Correction, Story, instant, paragraphs
from dateline.syndicate import crops, markup

EXCERPT = 300


def excerpt(story: Story, limit: int = EXCERPT) -> str:
    """The standfirst, or the first words of the body, whole words up to ``limit`` characters.

    Of a story that is disowned it is the notice: nothing that is not so is passed on as a summary.
    """
    notice = next((c.text for c in reversed(story.corrections) if c.kind == "retraction"), "")
    text = " ".join((notice or story.standfirst or next(paragraphs(story), "")).split())
    if len(text) <= limit:
        return text
    return text[: limit + 1].rpartition(" ")[0].rstrip(",;:") + "…" if " " in text[:limit] else text[:limit] + "…"


def guid(story: Story, site: Site) -> str:
    """The permanent address, which leads to the story whatever becomes of its slug."""
    return site.url + urls.short(story.code)


def whole(story: Story, site: Site, label: Callable[[Correction], str]) -> str:
    """The story as HTML, for programs that show it by themselves: picture, text, and what was corrected in it.

    Nothing of a story that is disowned: its summary is the notice, and that is all there is to pass on.
    """
    if story.retracted:
        return ""
    lead = markup.figure(story.lead, site.url) + "\n" if story.lead else ""
    notes = (f"\n<p><b>{escape(label(one))}:</b> {escape(one.text)}</p>" for one in story.corrections)
    return lead + markup.body(story, site.url) + "".join(notes)


def rss_item(story: Story, site: Site, text: str = "") -> str:
    """The ``item`` element of RSS 2.0; ``text`` is the whole of it, if the feed has that."""
    address = site.url + urls.story(story.code, story.slug)
    section = site.section(story.section)
    when = instant(story.published)
    lines = [
        "<item>",
        f"<title>{escape(story.headline)}</title>",
        f"<link>{escape(address)}</link>",
        f"<guid>{escape(guid(story, site))}</guid>",
        f"<pubDate>{format_datetime(when, usegmt=True)}</pubDate>" if when else "",
        f"<description>{escape(excerpt(story))}</description>",
        f"<content:encoded>{escape(text)}</content:encoded>" if text else "",
        f"<category>{escape(section.name)}</category>" if section else "",
        *(f"<category>{escape(topic.name)}</category>" for topic in story.topics),
        *(f"<dc:creator>{escape(byline.name)}</dc:creator>" for byline in story.bylines),
        _rss_picture(story, site),
        "</item>\n",
    ]
    return "".join(lines)


def correction_item(story: Story, site: Site, place: int, label: str) -> str:
    """The ``item`` element of one correction by its place in the story; its identifier never changes either."""
    one = story.corrections[place]
    when = instant(one.at)
    lines = [
        "<item>",
        f"<title>{escape(label)}: {escape(story.headline)}</title>",
        f"<link>{escape(site.url + urls.story(story.code, story.slug))}</link>",
        f'<guid isPermaLink="false">{escape(guid(story, site))}#correction-{place + 1}</guid>',
        f"<pubDate>{format_datetime(when, usegmt=True)}</pubDate>" if when else "",
        f"<description>{escape(one.text)}</description>",
        "</item>\n",
    ]
    return "".join(lines)


def _rss_picture(story: Story, site: Site) -> str:
    if not story.lead:
        return ""
    lead = story.lead
    width, height = crops.size(lead, "16x9")
    credit = f"<media:credit>{escape(lead.credit)}</media:credit>" if lead.credit else ""
    text = f"<media:description>{escape(lead.alt)}</media:description>" if lead.alt else ""
    return (
        f'<media:content url={quoteattr(crops.address(lead, "16x9", site.url))} medium="image" type="image/jpeg"'
        f' width="{width}" height="{height}">{text}{credit}</media:content>'
    )


def json_item(story: Story, site: Site, text: str = "") -> str:
    """An item of JSON Feed 1.1; ``text`` is the whole of it, if the feed has that."""
    said = excerpt(story) or story.headline
    item = {
        "id": guid(story, site),
        "url": site.url + urls.story(story.code, story.slug),
        "title": story.headline,
        **({"summary": said, "content_html": text} if text else {"content_text": said}),
        "language": story.language,
        "date_published": story.published if len(story.published) > 10 else "",
        "date_modified": story.updated,
        "authors": [{"name": b.name, "url": site.url + urls.person(b.slug)} for b in story.bylines],
        "tags": [topic.name for topic in story.topics],
        "image": crops.address(story.lead, "16x9", site.url) if story.lead else "",
    }
    return json.dumps({k: v for k, v in item.items() if v}, ensure_ascii=False, separators=(",", ":"))


def sitemap_url(story: Story, site: Site) -> str:
    """The ``url`` element of a sitemap."""
    changed = story.updated or story.published
    lastmod = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{escape(site.url + urls.story(story.code, story.slug))}</loc>{lastmod}</url>\n"


def news_sitemap_url(story: Story, site: Site) -> str:
    """The ``url`` element of a Google News sitemap; empty for copy that others made, which is not ours, or disowned."""
    theirs = story.genre == "sponsored" or any(credit.kind == "relay" for credit in story.source)
    if theirs or story.retracted or not story.published:
        return ""
    return (
        f"<url><loc>{escape(site.url + urls.story(story.code, story.slug))}</loc><news:news><news:publication>"
        f"<news:name>{escape(site.name)}</news:name><news:language>{escape(story.language.split('-')[0])}</news:language>"
        f"</news:publication><news:publication_date>{story.published}</news:publication_date>"
        f"<news:title>{escape(story.headline)}</news:title></news:news></url>\n"
    )
