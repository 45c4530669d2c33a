"""A story as schema.org NewsArticle in JSON-LD, for search engines.

Source of the rules: schema.org/NewsArticle; Google's "Article structured data" (one ``author`` object a person,
never names merged in one string; images in 16:9, 4:3 and 1:1). Nobody is named as the author of what others made:
copy without a byline is signed by the agency or outlet that it is from.
"""

from __future__ import annotations

import json
from typing import Any

from dateline import urls
from dateline.masthead import Site
from dateline.story import Correction, Moment, Picture, Story
from dateline.syndicate import crops

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


def comment_count(story: Story, site: Site, number: int) -> dict[str, Any]:
    """How many comments a story has; it is the same object by its ``@id``, so this can stand further down the page."""
    return {
        "@context": "https://schema.org",
        "@type": _GENRE_TYPES.get(story.genre, "NewsArticle"),
        "@id": site.url + urls.story(story.code, story.slug),
        "commentCount": number,
    }


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
    return people or [_maker(story, site)]


def _maker(story: Story, site: Site) -> dict[str, str]:
    """Who made a story that no person signed: the agency before the outlet it was taken from, else this paper."""
    others = sorted((c for c in story.source if c.kind != "own"), key=lambda credit: credit.kind != "agency")
    if not others:
        return {"@type": "Organization", "name": site.name, "url": site.url + "/"}
    page = {"url": site.url + urls.source(others[0].slug)} if others[0].slug else {}
    return {"@type": "Organization", "name": others[0].name, **page}


def _images(story: Story, site: Site) -> list[dict[str, Any]]:
    lead = story.lead
    return [_image(lead, shape, site) for shape in crops.SHAPES] if lead else []


def _image(picture: Picture, shape: str, site: Site) -> dict[str, Any]:
    width, height = crops.size(picture, shape)
    image = {"@type": "ImageObject", "url": crops.address(picture, shape, site.url), "width": width, "height": height}
    return image | ({"creditText": picture.credit} if picture.credit else {})


def _correction(correction: Correction, story: Story) -> dict[str, str]:
    when: Moment = correction.at or story.updated
    return {"@type": "CorrectionComment", "text": correction.text, "datePublished": when}
