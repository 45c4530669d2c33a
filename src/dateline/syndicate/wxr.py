"""Stories as WXR 1.2, the export file of WordPress, which most other systems can take in. Pure.

Source of the rules: what WordPress itself writes (``export_wp``) and its importer reads. What it has no word for
(kicker, source chain, corrections, place, the story code) goes into ``wp:postmeta`` under names that begin with
``dateline_``. Every time is UTC, for a zone is not part of the format.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from xml.sax.saxutils import escape

from dateline import urls
from dateline.masthead import Site
from dateline.story import Byline, Correction, Credit, Picture, Story, as_dict, instant
from dateline.syndicate import feeds, markup

PICTURES_FROM = 10**13
"""The number of a story's lead picture is this and the story's code: larger than any code can be."""

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""

TAIL = "</channel>\n</rss>\n"


def head(site: Site, people: Iterable[Byline]) -> str:
    """The beginning of the file: the site, its people and its sections; ``TAIL`` is its end."""
    lines = [
        _element("title", site.name),
        _element("link", site.url),
        _element("description", site.tagline),
        _element("language", site.language),
        _element("wp:wxr_version", "1.2"),
        _element("wp:base_site_url", site.url),
        _element("wp:base_blog_url", site.url),
    ]
    lines += [
        f"<wp:author>{_element('wp:author_id', str(one.person))}{_data('wp:author_login', one.slug)}"
        f"{_data('wp:author_display_name', one.name)}</wp:author>"
        for one in people
    ]
    lines += [
        f"<wp:category>{_data('wp:category_nicename', one.slug)}{_data('wp:cat_name', one.name)}</wp:category>"
        for one in site.sections
    ]
    return _HEAD + "\n".join(lines) + "\n"


def item(story: Story, site: Site) -> str:
    """The ``item`` of a story, and before it that of its lead picture."""
    when = instant(story.published)
    section = site.section(story.section)
    lines = [
        _element("title", story.headline),
        _element("link", site.url + urls.story(story.code, story.slug)),
        _element("pubDate", format_datetime(when, usegmt=True)) if when else "",
        _data("dc:creator", story.bylines[0].slug) if story.bylines else "",
        f'<guid isPermaLink="false">{escape(feeds.guid(story, site))}</guid>',
        _data("content:encoded", markup.body(story, site.url)),
        _data("excerpt:encoded", story.standfirst),
        _element("wp:post_id", str(story.code)),
        *_dates(story),
        _data("wp:comment_status", "open" if story.comments == "open" else "closed"),
        _data("wp:post_name", story.slug),
        _data("wp:status", "publish"),
        _data("wp:post_type", "post"),
        _term("category", section.slug, section.name) if section else "",
        *(_term("post_tag", topic.slug, topic.name) for topic in story.topics),
        *(_meta(name, value) for name, value in _kept(story)),
    ]
    attachment = _attachment(story, story.lead, site) if story.lead else ""
    return f"{attachment}<item>{''.join(lines)}</item>\n"


def _kept(story: Story) -> Iterator[tuple[str, str]]:
    """What WordPress has no word for, by its name."""
    plain = {
        "code": str(story.code),
        "kicker": story.kicker,
        "genre": story.genre,
        "place": story.place,
        "language": story.language,
        "direction": story.direction,
        "urgency": str(story.urgency),
    }
    yield from ((f"dateline_{name}", value) for name, value in plain.items() if value)
    lists: dict[str, tuple[Byline | Credit | Correction, ...]] = {
        "bylines": story.bylines,
        "source": story.source,
        "corrections": story.corrections,
    }
    for name, values in lists.items():
        if values:
            yield f"dateline_{name}", json.dumps([as_dict(one) for one in values], ensure_ascii=False)
    yield from (("dateline_former_address", address) for address in story.former)
    if story.lead:
        yield "_thumbnail_id", str(PICTURES_FROM + story.code)


def _attachment(story: Story, picture: Picture, site: Site) -> str:
    address = site.url + markup.picture(picture)
    lines = [
        _element("title", picture.alt or story.headline),
        _element("link", address),
        _data("excerpt:encoded", picture.caption),
        _element("wp:post_id", str(PICTURES_FROM + story.code)),
        *_dates(story),
        _data("wp:status", "inherit"),
        _element("wp:post_parent", str(story.code)),
        _data("wp:post_type", "attachment"),
        _data("wp:attachment_url", address),
        _meta("_wp_attachment_image_alt", picture.alt) if picture.alt else "",
        _meta("dateline_credit", picture.credit) if picture.credit else "",
    ]
    return f"<item>{''.join(lines)}</item>\n"


def _dates(story: Story) -> list[str]:
    """A day without a time is its midnight, as everywhere in the format."""
    when, changed = instant(story.published), instant(story.updated) or instant(story.published)
    pairs = (("post_date", when), ("post_modified", changed))
    return [
        _data(f"wp:{name}{zone}", at.replace(tzinfo=None).isoformat(" ") if at else "0000-00-00 00:00:00")
        for name, at in pairs
        for zone in ("", "_gmt")
    ]


def _term(domain: str, slug: str, name: str) -> str:
    return f'<category domain="{domain}" nicename="{escape(slug, {chr(34): "&quot;"})}">{_cdata(name)}</category>'


def _meta(name: str, value: str) -> str:
    return f"<wp:postmeta>{_data('wp:meta_key', name)}{_data('wp:meta_value', value)}</wp:postmeta>"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(_ILLEGAL.sub('', text))}</{name}>"


def _data(name: str, text: str) -> str:
    return f"<{name}>{_cdata(text)}</{name}>"


def _cdata(text: str) -> str:
    return f"<![CDATA[{_ILLEGAL.sub('', text).replace(']]>', ']]]]><![CDATA[>')}]]>"
