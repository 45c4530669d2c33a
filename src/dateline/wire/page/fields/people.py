"""Who wrote the story: what the page declares, and its byline, in the byline's order.

A declared author that is only the site's own name gives way to a byline that names somebody; it is kept if nobody else
is named, for then the desk signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.wire.page.fields import byline
from dateline.wire.page.fields.byline import BARE
from dateline.wire.page.fields.names import distinct, is_desk, is_person, is_site, split, words_of
from dateline.wire.page.outline import Line
from dateline.wire.page.told.declared import Claims

SURE = 1.4
"""A byline of so many points goes before a declared author that is only the site."""

_ORDER = ("json-ld", "microdata", "meta:author", "meta:article:author")


@dataclass(frozen=True, slots=True)
class People:
    names: tuple[str, ...] = ()
    origin: str = ""


def choose(claims: Claims, around: Sequence[Line], site_names: Iterable[str]) -> People:
    """The people of the byline. ``around`` are the lines near the headline and the end."""
    sites = {words_of(name) for name in site_names} - {""}
    firms = {words_of(name) for name in claims.of("desk", "json-ld")}
    shown = byline.read(around, sites)
    desks: list[People] = []
    for people in _declared(claims):
        persons = [n for n in people.names if not is_desk(n, sites) and words_of(n) not in firms]
        if persons and not _is_doubtful(persons, people.origin):
            names = tuple(n for n in people.names if n in persons or not is_site(n, sites))
            return People(_in_full(names, shown.names, around), people.origin)
        if people.names:
            desks.append(people)
    named = shown.points >= SURE and all(is_person(name, sites) for name in shown.names)
    if shown.names and (named or not desks):
        return People(shown.names, "byline")
    return desks[0] if desks else People()


def _is_doubtful(persons: Sequence[str], origin: str) -> bool:
    """Whether a declared author may be a login, or a brand that nothing else on the page tells to be one."""
    only = persons[0]
    may_be = only == only.lower() or origin.startswith("meta")
    return len(persons) == 1 and " " not in only and only.isascii() and may_be


def _in_full(names: tuple[str, ...], shown: Sequence[str], around: Sequence[Line]) -> tuple[str, ...]:
    """Names, those that are one word only made whole from what stands on the page."""
    if all(" " in name or not name.isascii() for name in names):
        return names
    known = [*shown, *(chunk.text for _, chunk in around if BARE.fullmatch(chunk.text))]
    whole = {name.split()[0]: name for name in reversed(known) if " " in name}
    return tuple(whole.get(name, name) for name in names)


def _declared(claims: Claims) -> Iterator[People]:
    """Declared authors by source, the surest source first."""
    origins = dict.fromkeys(claim.origin for claim in claims.all("author"))
    for origin in sorted(origins, key=_rank):
        if names := distinct(name for value in claims.of("author", origin) for name in split(value)):
            yield People(names, origin)


def _rank(origin: str) -> int:
    return _ORDER.index(origin) if origin in _ORDER else len(_ORDER) + origin.startswith("json-ld:")
