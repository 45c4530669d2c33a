"""Stories as schema.org has them, in JSON: a NewsArticle or its kin, a list, or a graph of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO, Any

from dateline.errors import CopyError
from dateline.story import Correction, Genre, Role
from dateline.wire import remarks
from dateline.wire.assembly import assemble, picture, told, when
from dateline.wire.bodies import plain
from dateline.wire.notation.objects import Object, cut, dump, load, raw, rows, text
from dateline.wire.page.inline import resolve
from dateline.wire.page.told import jsonld, schema
from dateline.wire.page.told.declared import Claims
from dateline.wire.record import FoundImage, Record, Remark
from dateline.wire.roles import Part
from dateline.wire.sources.ninjs import at_utc
from dateline.wire.sources.source import About

ORIGIN = "schema.org"

_SIGNS = re.compile(rb'"@(?:type|graph|context)"\s*:')
_LISTS = re.compile(r"@graph\.item|(?:mainEntity\.)?itemListElement\.item|(?:items|articles|data)\.item")
_GENRES: dict[str, Genre] = {"OpinionNewsArticle": "opinion", "AnalysisNewsArticle": "analysis"}


class SchemaOrg:
    """A NewsArticle a story."""

    name = "schema.org"
    whole = False

    def fits(self, head: bytes) -> bool:
        return head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[") and bool(_SIGNS.search(head))

    def split(self, file: IO[bytes]) -> Iterator[bytes]:
        for _, thing in cut(file, _LISTS):
            yield dump(thing)

    def read(self, data: bytes, about: About) -> Record:  # noqa: ARG002
        thing = load(data)
        if not isinstance(thing, dict):
            raise CopyError("It is no JSON object.")
        inner = thing.get("item")
        thing = inner if isinstance(inner, dict) else thing
        kinds = jsonld.types(thing)
        if not kinds & schema.STORIES:
            raise CopyError(f"It is no story but {', '.join(sorted(kinds))[:100] or 'an object without a type'}.")
        return told(_read(thing, kinds), "It has no text, only a headline.")


def _read(thing: Object, kinds: set[str]) -> Record:
    claims = Claims()
    schema.claim(claims, [dict(thing)], [], [])
    first = {name: claim[0].value for name, claim in claims.by_field.items() if claim}
    addresses = [found for claim in claims.all("address") if (found := resolve(claim.value, ""))]
    base = addresses[0] if addresses else ""
    changed = when(first.get("updated", ""))
    return assemble(
        ORIGIN,
        headline=first.get("headline", ""),
        body=plain.either(raw(thing, "articleBody", "text"), base),
        written=first.get("language", ""),
        state="draft" if text(thing, "creativeWorkStatus").lower() in ("draft", "incomplete") else "out",
        kicker=text(thing, "alternativeHeadline") if len(text(thing, "alternativeHeadline")) < 60 else "",
        standfirst=first.get("standfirst", ""),
        authors=[name for name in _authors(claims) if name not in claims.of("desk", schema.ORIGIN)],
        others=_others(thing),
        published=when(text(thing, "datePublished"), text(thing, "dateCreated")),
        updated=changed,
        created=when(text(thing, "dateCreated")),
        place=first.get("place", ""),
        section=first.get("section", ""),
        topics=[c.value for name in ("topic", "section") for c in claims.all(name) if c.value != first.get("section")],
        image=_lead(thing, claims, base),
        source=first.get("source", ""),
        url=base,
        addresses=tuple(dict.fromkeys(a for a in addresses if a != base)),
        external_id=first.get("id", "") or text(thing, "@id"),
        genre=next((genre for kind, genre in _GENRES.items() if kind in kinds), "news"),
        corrections=tuple(_corrections(thing, changed)),
        comments=remarks.threads(_remarks(thing)),
    )


_PARTS: dict[str, Role] = {"editor": "editor", "translator": "translator", "contributor": "contributor"}


def _others(thing: Object) -> list[Part]:
    """Those who had another part in it than writing it."""
    people = [
        (name, role) for key, role in _PARTS.items() for name, person in schema.people(thing.get(key), {}) if person
    ]
    return [(name, role) for name, role in people if name]


def _authors(claims: Claims) -> list[str]:
    """Who wrote it; who is only said to have contributed did so if nobody else is named."""
    wrote = [one.value for one in claims.all("author") if not one.origin.endswith(":contributor")]
    return wrote or [one.value for one in claims.all("author")]


def _lead(thing: Object, claims: Claims, base: str) -> FoundImage | None:
    told_of = next(iter(rows(thing, "image")), {})
    address = resolve(claims.first("image").value, base)
    return picture(address, "", text(told_of, "caption", "description"), text(told_of, "creditText", "copyrightNotice"))


def _corrections(thing: Object, changed: str) -> Iterator[Correction]:
    value = thing.get("correction")
    for one in value if isinstance(value, list) else [value]:
        said = one if isinstance(one, str) else text(one, "text", "description")
        if said.strip():
            at = when(text(one, "datePublished", "dateCreated")) or changed
            yield Correction(kind="correction", at=at_utc(at), text=said)


def _remarks(thing: Object) -> Iterator[Remark]:
    for one in rows(thing, "comment"):
        parent: Any = one.get("parentItem")
        names = jsonld.texts(one.get("author"))
        yield Remark(
            id=text(one, "@id", "identifier", "url"),
            parent=parent if isinstance(parent, str) else text(parent, "@id", "identifier", "url"),
            author=names[0] if names else "",
            when=when(text(one, "dateCreated", "datePublished")),
            text=remarks.text_of(raw(one, "text", "description")),
        )
