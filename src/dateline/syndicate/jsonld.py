"""A story as schema.org NewsArticle in JSON-LD, for search engines.

Source of the rules: schema.org/NewsArticle; Google's "Article structured data" (one ``author`` object a person,
never names merged in one string; images in 16:9, 4:3 and 1:1).
"""

from __future__ import annotations

import json
from typing import Any

from dateline import urls
from dateline.masthead import Site
from dateline.story import Correction, Moment, Story

_GENRE_TYPES = {
    "opinion": "OpinionNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "sponsored": "AdvertiserContentArticle",
}


def article(story: Story, site: Site) -> dict[str, Any]:
    """The JSON-LD object of one story."""
    address = site.url + urls.story(story.code, story.slug)
    section = site.section(story.section)
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _GENRE_TYPES.get(story.genre, "NewsArticle"),
        "@id": address,
        "mainEntityOfPage": address,
        "identifier": str(story.code),
        "headline": story.headline,
        "description": story.standfirst,
        "inLanguage": story.language,
        "datePublished": story.published,
        "dateModified": story.updated or story.published,
        "articleSection": section.name if section else "",
        "dateline": story.place,
        "locationCreated": {"@type": "Place", "name": story.place} if story.place else None,
        "author": _authors(story, site),
        "publisher": publisher(site),
        "image": _images(story, site),
        "keywords": [topic.name for topic in story.topics],
        "isAccessibleForFree": True,
        "correction": [_correction(c, story) for c in story.corrections if c.kind != "update"],
        "isBasedOn": [credit.url for credit in story.source if credit.url and credit.kind != "own"],
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def script(data: dict[str, Any]) -> str:
    """JSON that may stand inside a ``script`` element: nothing in it can end the element or start a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return (
        text.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029")
    )


def publisher(site: Site) -> dict[str, Any]:
    return {
        "@type": "NewsMediaOrganization",
        "name": site.name,
        "url": site.url + "/",
        "correctionsPolicy": site.url + "/corrections",
    }


def _authors(story: Story, site: Site) -> list[dict[str, str]]:
    people = [
        {"@type": "Person", "name": byline.name, "url": site.url + urls.person(byline.slug)}
        for byline in story.bylines
        if byline.role not in ("photographer", "editor", "translator")
    ]
    return people or [{"@type": "Organization", "name": site.name, "url": site.url + "/"}]


def _images(story: Story, site: Site) -> list[str]:
    if not story.lead:
        return []
    return [site.url + urls.picture_crop(story.lead.key, shape) for shape in ("16x9", "4x3", "1x1")]


def _correction(correction: Correction, story: Story) -> dict[str, str]:
    when: Moment = correction.at or story.updated
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": when}
