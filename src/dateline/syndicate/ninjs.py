"""A story as an item of IPTC ninjs 3.0: the one place where our words are mapped to that standard's. Pure.

Source of the rules: https://iptc.org/std/ninjs/ninjs-schema_3.0.json. What is not known to the second has no place in
it and is left out. A retracted story is still ``usable``: it stays up under its notice, which is the ``edNote``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dateline import urls
from dateline.masthead import Site
from dateline.story import Figure, Picture, Story, paragraphs
from dateline.syndicate import crops, feeds, markup

STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}


def item(story: Story, site: Site, version: int = 1) -> dict[str, Any]:
    """The item of a story in its ``version``, counted from 1."""
    times = [moment for moment in (story.published, story.updated) if len(moment) > 10]
    found: dict[str, Any] = {
        "uri": feeds.guid(story, site),
        "standard": STANDARD,
        "type": "text",
        "representationType": "full",
        "version": str(version),
        "firstCreated": times[0] if times else "",
        "versionCreated": times[-1] if times else "",
        "pubStatus": "usable",
        "urgency": story.urgency,
        "edNote": "\n".join(f"{one.kind} {one.at}: {one.text}" for one in story.corrections),
        "language": story.language,
        "slugline": story.slug,
        "located": story.place,
        "by": ", ".join(byline.name for byline in story.bylines),
        "headlines": _texts(main=story.headline, kicker=story.kicker),
        "descriptions": _texts(standfirst=story.standfirst),
        "bodies": [_body(story, site)],
        "people": [
            {"name": one.name, "rel": one.role, "uri": site.url + urls.person(one.slug)} for one in story.bylines
        ],
        "subjects": list(_subjects(story, site)),
        "genres": [{"name": story.genre}],
        "infoSources": [
            {"name": one.name, "role": one.kind, **({"uri": site.url + urls.source(one.slug)} if one.slug else {})}
            for one in story.source
        ],
        "associations": list(_associations(story, site)),
        "altIds": [
            {"role": "code", "value": str(story.code)},
            {"role": "address", "value": site.url + urls.story(story.code, story.slug)},
            *({"role": "former address", "value": address} for address in story.former),
        ],
        "trustIndicators": [
            {"role": "corrections", "title": "Corrections", "href": f"{site.url}/corrections"},
            {"role": "history", "title": "Every version", "href": site.url + urls.history(story.code)},
        ],
    }
    return {name: value for name, value in found.items() if value not in ("", [])}


def _texts(**by_role: str) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": text} for role, text in by_role.items() if text]


def _body(story: Story, site: Site) -> dict[str, Any]:
    text = "\n".join(paragraphs(story))
    return {
        "role": "main",
        "contentType": "text/html",
        "charCount": len(text),
        "wordCount": len(text.split()),
        "value": markup.body(story, site.url),
    }


def _subjects(story: Story, site: Site) -> Iterator[dict[str, str]]:
    if section := site.section(story.section):
        yield {"name": section.name, "rel": "section", "uri": site.url + urls.section(section.slug)}
    for topic in story.topics:
        yield {"name": topic.name, "rel": "topic", "uri": site.url + urls.topic(topic.slug)}


def _associations(story: Story, site: Site) -> Iterator[dict[str, Any]]:
    """The pictures, each under a name of its own: the lead's is ``featureimage``."""
    if story.lead:
        yield _picture("featureimage", story.lead, site)
    inside = (block.picture for block in story.body if isinstance(block, Figure))
    for number, one in enumerate(inside, start=1):
        yield _picture(f"image{number}", one, site)


def _picture(name: str, one: Picture, site: Site) -> dict[str, Any]:
    found = {
        "name": name,
        "uri": site.url + markup.picture(one),
        "type": "picture",
        "descriptions": _texts(alt=one.alt, caption=one.caption),
        "by": one.credit,
        "renditions": [*_widths(one, site), *(_crop(one, shape, site) for shape in crops.SHAPES)],
    }
    return {key: value for key, value in found.items() if value not in ("", [])}


def _widths(one: Picture, site: Site) -> Iterator[dict[str, Any]]:
    for width in one.widths:
        height = max(1, round(one.height * width / (one.width or 1)))
        yield _rendition(str(width), site.url + urls.picture(one.key, width), "image/webp", (width, height))


def _crop(one: Picture, shape: str, site: Site) -> dict[str, Any]:
    return _rendition(shape, crops.address(one, shape, site.url), "image/jpeg", crops.size(one, shape))


def _rendition(name: str, address: str, kind: str, size: tuple[int, int]) -> dict[str, Any]:
    return {"name": name, "href": address, "contentType": kind, "width": size[0], "height": size[1]}
