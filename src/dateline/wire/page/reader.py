"""The one door: a record from the bytes of a saved page, or the reason why there is none.

What the page declares is read first, then what readers see; each field is chosen by a module of its own. The same
bytes give the same record on every machine and every day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from dateline.errors import CopyError
from dateline.wire.page import blocks, body, judge, second, select
from dateline.wire.page.evidence import Anchors
from dateline.wire.page.fields import (
    addresses,
    dateline,
    headline,
    language,
    people,
    pictures,
    published,
    sorting,
    source,
    standfirst,
)
from dateline.wire.page.outline import Line, Outline, outline
from dateline.wire.page.told import jsonld, meta, microdata, schema, script
from dateline.wire.page.told.declared import Claims
from dateline.wire.page.tree import parse
from dateline.wire.record import Record
from dateline.wire.refusal import NoStory

TOLD_MORE, LEAST_TOLD, MOST_TOLD = 2, 200, 500_000
"""A declared body is taken if it has twice the characters of the one that is seen, and twice 200."""
NEAR = 12
"""How many chunks away from headline and body the lines about them may stand."""

_TITLE = select.text("string(.//title)")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class _Page:
    root: HtmlElement
    outline: Outline
    objects: list[jsonld.Object]
    claims: Claims
    containers: list[HtmlElement]
    address: addresses.Addresses


def read(data: bytes, *, name: str = "", address: str = "") -> Record:  # noqa: ARG001 - every source is told the name
    """The story of a saved page.

    ``name`` is the file's, ``address`` where it was saved from, if known; neither is opened. Raises CopyError, whose
    message is the reason, for what is no page; NoStory, with what it tells, for a page that tells no story.
    """
    page = _declared(parse(data), address)
    names = source.site_names(page.claims, page.address.url)
    head = headline.choose(page.claims, page.outline, [*names, *(c.value for c in page.claims.all("section"))])
    try:
        return _story(page, head, names)
    except CopyError as reason:
        raise NoStory(str(reason), _without_story(page, head, names)) from None


def _story(page: _Page, head: headline.Headline | None, names: list[str]) -> Record:
    if head is None:
        raise CopyError("The page has no headline.")
    judge.refuse_error(head.text)
    judge.refuse_list(page.claims, page.objects, page.outline)
    found = _body(page, head)
    judge.refuse_short(sum(chunk.size for chunk in found.chunks))
    if found.outline is None:
        stated = [a for a in (page.address.url, *page.address.others) if a]
        judge.refuse_entries(page.claims, page.objects, page.outline, found.chunks, stated)
    return _record(page, head, found, names)


def _without_story(page: _Page, head: headline.Headline | None, names: list[str]) -> Record:
    """What a page tells that has no headline or no body: for the report, so that somebody can find it again."""
    draft = _Draft()
    draft.put("headline", head.text if head else "", head.origin if head else "")
    draft.put("body", ())
    draft.put("standfirst", page.claims.first("standfirst").value, page.claims.first("standfirst").origin)
    draft.put("language", language.choose(page.claims, _written_in(page.root), "")[0])
    _tell_origin(draft, page, body.Body(outline=page.outline), names)
    draft.put("url", page.address.url, page.address.origin)
    return draft.record()


def _declared(root: HtmlElement, address: str) -> _Page:
    """The page with all that it declares; the outline is made first, for it bounds the depth."""
    lines = outline(root)
    claims, metas, objects = Claims(), meta.read_metas(root), jsonld.objects(root)
    titles = [_TITLE(root), *metas.get("og:title", ())]
    schema.claim(claims, objects, titles, [address, *metas.get("og:url", ())])
    containers = microdata.claim(claims, root, titles)
    meta.claim(claims, root, metas)
    return _Page(root, lines, objects, claims, containers, addresses.choose(claims, root, address))


def _body(page: _Page, head: headline.Headline) -> body.Body:
    anchors = Anchors(
        headline=head.text,
        standfirst=page.claims.first("standfirst").value,
        text=page.claims.first("body").value,
        containers=page.containers,
    )
    found = body.find(page.outline, anchors, lambda: second.opinion(page.root, page.outline))
    if len(anchors.text) > TOLD_MORE * max(LEAST_TOLD, sum(len(chunk.text) for chunk in found.chunks)):
        return body.told(anchors.text[:MOST_TOLD])
    if not found.chunks and (hidden := script.body(page.root, head.text)):
        return body.told(hidden[:MOST_TOLD], "script")
    return found


class _Draft:
    """A record in the making: its values, and where each was found."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.origins: dict[str, str] = {}

    def put(self, field: str, value: Any, origin: str = "") -> None:
        self.values[field] = value
        if value and origin:
            self.origins[field] = origin

    def record(self) -> Record:
        return Record(**self.values, origins=self.origins)


def _record(page: _Page, head: headline.Headline, found: body.Body, names: list[str]) -> Record:
    """Every field chosen by its own module, and the place each came from noted."""
    draft = _Draft()
    draft.put("headline", head.text, head.origin)
    _tell_text(draft, page, found)
    _tell_origin(draft, page, found, names)
    _tell_filing(draft, page, head, found)
    return draft.record()


def _tell_text(draft: _Draft, page: _Page, found: body.Body) -> None:
    """What readers read besides the headline, and in which language."""
    text = " ".join(chunk.text for chunk in found.chunks[:20])
    tongue, from_tongue = language.choose(page.claims, _written_in(page.root), text)
    draft.put("language", tongue, from_tongue)
    draft.put("direction", language.direction_of(tongue, text))
    draft.put("kicker", headline.kicker_of(page.outline, found.start), "page")
    above = standfirst.choose(page.claims, found.above, found.chunks)
    draft.put("standfirst", above.text, above.origin)
    draft.put("shown", bool(above.chunks))
    chunks = [chunk for chunk in found.shown if chunk not in above.chunks]
    draft.put("body", blocks.build(chunks, found.outline or page.outline, page.address.base), found.origin)


def _tell_origin(draft: _Draft, page: _Page, found: body.Body, names: list[str]) -> None:
    """Who wrote it, when, where, and for whom."""
    claims, lines = page.claims, _around(page.outline, found)
    who = people.choose(claims, lines, names)
    draft.put("authors", who.names, who.origin)
    tongue = draft.values["language"]
    when = published.choose(claims, page.root, lines, page.address.url, tongue)
    draft.put("published", when.iso, when.origin)
    changed = published.changed(claims, tongue)
    draft.put("updated", changed.iso, changed.origin)
    publisher, from_publisher = source.choose(claims, page.address.url)
    draft.put("source", publisher, from_publisher)
    place, wire = dateline.read(found.chunks[0].text) if found.chunks else ("", "")
    agency, relay = source.credited(claims, [chunk for _, chunk in lines], publisher)
    draft.put("place", place, "dateline")
    draft.put("agency", wire or agency, "dateline" if wire else "source-line")
    draft.put("relay", relay, "source-line")


def _tell_filing(draft: _Draft, page: _Page, head: headline.Headline, found: body.Body) -> None:
    """Where the old site kept it, under which address and code, with which picture."""
    claims, address = page.claims, page.address
    section, origin = sorting.section_of(claims, page.objects, page.outline, head.text, address.url)
    draft.put("section", section, origin)
    draft.put("topics", sorting.topics_of(claims))
    number, origin = sorting.id_of(claims, page.outline, address.url)
    draft.put("external_id", number, origin)
    draft.put("code", sorting.code_of(page.outline), "page")
    image, origin = pictures.lead(claims, page.outline, found.start, _span(page.outline, found)[1], address.base)
    draft.put("image", image, origin)
    draft.put("url", address.url, address.origin)
    draft.put("addresses", address.others)


def _written_in(root: HtmlElement) -> str:
    return root.get("lang") or root.get("xml:lang") or root.get(_XML_LANG) or ""


def _span(lines: Outline, found: body.Body) -> tuple[int, int]:
    """The first and the last chunk of the body on the page; for a body that is not on it, the place of the headline."""
    if found.outline is None:
        return found.chunks[0].index, found.chunks[-1].index
    place = next((box.first for box in lines.boxes if box.tag == "h1" and box.last > box.first), 0)
    return place, min(place + NEAR, len(lines.chunks))


def _around(lines: Outline, found: body.Body) -> list[Line]:
    """Where byline and date line are: below the headline, above it, and at the end of the body and below it."""
    first, last = _span(lines, found)
    start = found.start or max(0, first - NEAR)
    groups = (
        (0, lines.chunks[start + 1 : min(first + 2, start + 1 + 2 * NEAR)]),
        (16, list(reversed(lines.chunks[max(0, start - NEAR // 2) : start]))),
        (16, found.chunks[:-3:-1]),
        (24, lines.chunks[last + 1 : last + 1 + NEAR]),
    )
    return [(far + i, chunk) for far, group in groups for i, chunk in enumerate(group)]
