"""The one door: a record from the bytes of a saved page, or the reason why there is none.

What the page declares is read first, then what readers see; each field is chosen by a module of its own. The same
bytes give the same record on every machine and every day.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import XPath
from lxml.html import HtmlElement

from dateline.errors import CopyError
from dateline.wire.page import (
    addresses,
    blocks,
    body,
    dateline,
    headline,
    judge,
    jsonld,
    language,
    meta,
    microdata,
    people,
    pictures,
    published,
    schema,
    second,
    sorting,
    source,
    standfirst,
)
from dateline.wire.page.declared import Claims
from dateline.wire.page.evidence import Anchors
from dateline.wire.page.outline import Line, Outline, outline
from dateline.wire.page.tree import parse
from dateline.wire.record import Record

TOLD_MORE, LEAST_TOLD, MOST_TOLD = 2, 200, 500_000
"""A declared body is taken if it has twice the characters of the one that is seen, and twice 200."""
NEAR = 12
"""How many chunks away from headline and body the lines about them may stand."""

_TITLE = XPath("string(.//title)")
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(slots=True)
class _Page:
    root: HtmlElement
    outline: Outline
    objects: list[jsonld.Object]
    claims: Claims
    containers: list[HtmlElement]
    address: addresses.Addresses


def read(data: bytes, *, name: str = "", address: str = "") -> Record:
    """The story of a saved page.

    ``name`` is the file's, ``address`` where it was saved from, if known; neither is opened. Raises CopyError, whose
    message is the reason, for what is no page, or a page that tells no story.
    """
    page = _declared(parse(data), address)
    names = source.site_names(page.claims, page.address.url)
    head = headline.choose(page.claims, page.outline, [*names, *(c.value for c in page.claims.all("section"))])
    if head is None:
        raise CopyError("The page has no headline.")
    judge.refuse_error(head.text)
    found = _body(page, head)
    judge.refuse_short(sum(chunk.size for chunk in found.chunks))
    return _record(page, head, found, names)


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
        second=second.opinion(page.root, page.outline),
    )
    found = body.find(page.outline, anchors)
    if len(anchors.text) > TOLD_MORE * max(LEAST_TOLD, sum(len(chunk.text) for chunk in found.chunks)):
        return body.told(anchors.text[:MOST_TOLD])
    return found


def _record(page: _Page, head: headline.Headline, found: body.Body, names: list[str]) -> Record:
    """Every field chosen by its own module, and the place each came from noted."""
    claims, address = page.claims, page.address
    text = " ".join(chunk.text for chunk in found.chunks[:20])
    tongue, from_tongue = language.choose(claims, _written_in(page.root), text)
    lines = _around(page.outline, found)
    when = published.choose(claims, page.root, lines, address.url, tongue)
    changed = published.changed(claims, tongue)
    who = people.choose(claims, lines, names)
    above = standfirst.choose(claims, found.above, found.chunks)
    publisher, from_publisher = source.choose(claims, address.url)
    place, wire_agency = dateline.read(found.chunks[0].text)
    agency, relay = source.credited(claims, [chunk for _, chunk in lines], publisher)
    section, from_section = sorting.section_of(claims, page.objects, page.outline, head.text, address.url)
    number, from_number = sorting.id_of(claims, page.outline, address.url)
    image, from_image = pictures.lead(claims, page.outline, found.start, _span(page.outline, found)[1], address.base)
    origins = {
        "headline": head.origin, "body": found.origin, "standfirst": above.origin, "authors": who.origin, "published": when.origin,
        "updated": changed.origin, "language": from_tongue, "source": from_publisher, "section": from_section, "image": from_image,
        "external_id": from_number, "url": address.origin, "place": "body" if place else "", "agency": "body" if wire_agency else "page" if agency else "",
    }  # fmt: skip
    return Record(
        headline=head.text,
        kicker=headline.kicker_of(page.outline, found.start),
        standfirst=above.text,
        shown=bool(above.chunks),
        body=blocks.build([c for c in found.shown if c not in above.chunks], found.outline or page.outline, address.base),
        authors=who.names,
        published=when.iso,
        updated=changed.iso,
        place=place,
        section=section,
        topics=sorting.topics_of(claims),
        image=image,
        source=publisher,
        agency=wire_agency or agency,
        relay=relay,
        url=address.url,
        addresses=address.others,
        language=tongue,
        direction=language.direction_of(tongue, text),
        external_id=number,
        code=sorting.code_of(page.outline),
        origins={field: origin for field, origin in origins.items() if origin},
    )


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
