"""People, topics and sources as another Dateline had them: made with the numbers and slugs that they had there.

Whoever is here already stays as they are: a number, or a slug, that somebody else has is not taken from them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from django.core.management.color import no_style
from django.db import connection

from dateline import urls
from dateline.desk import cleaning
from dateline.desk.intake.copy import NAME
from dateline.desk.models import Named, Person, Source, Topic
from dateline.desk.models.named import former_slugs
from dateline.masthead import Person as PersonPage
from dateline.masthead import SourcePage, TopicPage

Row = TypeVar("Row", bound=Named)
Numbers = dict[int, int]
"""The numbers of people here, by those that they had elsewhere."""

LARGEST = 10**12
"""A number of a person above this is not kept: one absurd one must not use up those behind it."""


def restore_named(
    people: Iterable[PersonPage],
    portraits: Mapping[int, int],
    topics: Iterable[TopicPage],
    sources: Iterable[SourcePage],
    agencies: Collection[str],
) -> Numbers:
    """Make those that are not here. ``portraits`` are rows of pictures by a person's number elsewhere."""
    _make_by_slug(Topic, [Topic(slug=t.slug, former=list(t.former), **_words(t, about="about")) for t in topics])
    rows = []
    for one in sources:
        kind = "agency" if one.slug in agencies else "outlet"
        words = _words(one, about="about") | {"url": cleaning.link(one.url)}
        rows.append(Source(slug=one.slug, former=list(one.former), kind=kind, **words))
    _make_by_slug(Source, rows)
    return _make_people(list(people), portraits)


def _make_people(people: Collection[PersonPage], portraits: Mapping[int, int]) -> Numbers:
    here = Person.objects.in_bulk([one.id for one in people])
    slugs = {slug for one in people for slug in (one.slug, *one.former)}
    taken = {*Person.objects.filter(slug__in=slugs).values_list("slug", flat=True), *former_slugs(Person)}
    found = {one.id: one.id for one in people if one.id in here and _is_same(here[one.id], one)}
    fresh = []
    own = {one.slug for one in people}
    for one in people:
        words = _words(one, title="title", bio="bio")
        if one.id in here or one.slug in taken or not 0 < one.id <= LARGEST or not _is_slug(one.slug):
            continue
        taken.add(one.slug)
        portrait = portraits.get(one.id)
        former = [slug for slug in one.former if _is_slug(slug) and slug not in taken | own]
        taken.update(former)
        fresh.append(Person(pk=one.id, slug=one.slug, former=former, portrait_id=portrait, **words))
        found[one.id] = one.id
    Person.objects.bulk_create([row for row in fresh if row.name])
    if fresh:
        _count_on(Person)
    return found


def _is_same(row: Person, one: PersonPage) -> bool:
    return row.slug == one.slug or row.name == cleaning.line(one.name)


def _make_by_slug(model: type[Row], rows: Collection[Row]) -> None:
    wanted = {row.slug: row for row in rows if _is_slug(row.slug) and row.name}
    asked = {*wanted, *(slug for row in wanted.values() for slug in row.former)}
    taken = set(model._default_manager.filter(slug__in=asked).values_list("slug", flat=True)) | former_slugs(model)
    fresh = [row for slug, row in wanted.items() if slug not in taken]
    taken |= wanted.keys()
    for row in fresh:
        # A slug that leads to somebody else here goes on leading there.
        row.former = [slug for slug in row.former if _is_slug(slug) and slug not in taken]
        taken.update(row.former)
    model._default_manager.bulk_create(fresh)


def _words(page: PersonPage | TopicPage | SourcePage, **columns: str) -> dict[str, str]:
    """The name and other texts of a page, by their columns."""
    texts = {column: cleaning.line(getattr(page, name)) for column, name in columns.items()}
    return {"name": cleaning.line(page.name)[:NAME]} | ({c: t[:200] if c == "title" else t for c, t in texts.items()})


def _is_slug(slug: str) -> bool:
    """Whether a slug is as we make them, a number behind it aside."""
    return 0 < len(slug) <= 100 and urls.slugify(re.sub(r"-[0-9]+$", "", slug), "") + _number(slug) == slug


def _number(slug: str) -> str:
    found = re.search(r"-[0-9]+$", slug)
    return found[0] if found else ""


def _count_on(model: type[Named]) -> None:
    """Let the numbers that the database gives begin behind those that were given to it."""
    for statement in connection.ops.sequence_reset_sql(no_style(), [model]):
        with connection.cursor() as cursor:
            cursor.execute(statement)
