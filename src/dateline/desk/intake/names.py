"""People, topics and sources by name: found if they are here, made if not, all of a batch at once.

Two people may share a name, but copy cannot say which of them it means; it gets the one who was here first.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

from dateline import urls
from dateline.desk import cleaning
from dateline.desk.models import Named, Person, Source, Topic
from dateline.desk.models.named import former_slugs, free_slug

Row = TypeVar("Row", bound=Named)


def people(keys: Collection[str | int]) -> dict[str | int, Person]:
    """The person for each name or number; a number nobody has is left out."""
    numbers = {key for key in keys if isinstance(key, int)}
    names = {key: cleaning.line(key) for key in keys if isinstance(key, str)}
    rows = {row.name: row for row in Person.objects.filter(name__in=set(names.values())).order_by("-pk")}
    missing = [name for name in dict.fromkeys(names.values()) if name not in rows]
    made = _make(Person, [Person(name=name) for name in missing])
    rows.update((row.name, row) for row in made)
    return {**Person.objects.in_bulk(numbers), **{key: rows[name] for key, name in names.items()}}


def topics(names: Iterable[str]) -> dict[str, Topic]:
    return _by_slug(Topic, {name: Topic(name=cleaning.line(name)) for name in names})


def sources(kinds: dict[str, str]) -> dict[str, Source]:
    """The source for each name; ``kinds`` says what a new one is."""
    return _by_slug(Source, {name: Source(name=cleaning.line(name), kind=kind) for name, kind in kinds.items()})


def _by_slug(model: type[Row], wanted: dict[str, Row]) -> dict[str, Row]:
    """Names that make the same slug mean the same thing."""
    slugs = {name: urls.slugify(name, fallback=model._meta.model_name or "") for name in wanted}
    rows: dict[str, Row] = {row.slug: row for row in model._default_manager.filter(slug__in=set(slugs.values()))}
    fresh: dict[str, Row] = {}
    for name, slug in slugs.items():
        if slug not in rows:
            fresh.setdefault(slug, wanted[name])
    for slug, row in fresh.items():
        row.slug = slug
    rows.update((row.slug, row) for row in model._default_manager.bulk_create(fresh.values()))
    return {name: rows[slug] for name, slug in slugs.items()}


def _make(model: type[Row], rows: list[Row]) -> list[Row]:
    """Save new rows under slugs of their own; they are public only once a live story names them."""
    if not rows:
        return []
    wanted = {row.name: urls.slugify(row.name, fallback=model._meta.model_name or "") for row in rows}
    taken = set(model._default_manager.filter(slug__in=set(wanted.values())).values_list("slug", flat=True))
    taken |= former_slugs(model)
    for row in rows:
        row.slug = wanted[row.name]
        if row.slug in taken:
            row.slug = free_slug(model, row.slug, also=taken)
        taken.add(row.slug)
    return model._default_manager.bulk_create(rows)
