"""People, topics and sources by name: found if they are here, made if not, all of a batch at once.

Two people may share a name, but copy cannot say which of them it means; it gets the one who was here first.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from typing import TypeVar

from dateline import story as public
from dateline import urls
from dateline.desk import cleaning
from dateline.desk.models import Named, Person, Source, Topic
from dateline.desk.models.named import former_slugs, free_slug

Row = TypeVar("Row", bound=Named)
Key = TypeVar("Key", bound=Hashable)


def people(keys: Collection[str | int]) -> dict[str | int, Person]:
    """The person for each name or number; a number nobody has is left out."""
    numbers = {key for key in keys if isinstance(key, int)}
    names = {key: cleaning.line(key) for key in keys if isinstance(key, str)}
    rows = {row.name: row for row in Person.objects.filter(name__in=set(names.values())).order_by("-pk")}
    missing = [name for name in dict.fromkeys(names.values()) if name not in rows]
    made = _make(Person, [Person(name=name) for name in missing])
    rows.update((row.name, row) for row in made)
    return {**Person.objects.in_bulk(numbers), **{key: rows[name] for key, name in names.items()}}


def topics(wanted: Iterable[str | public.Topic]) -> dict[str | public.Topic, Topic]:
    rows = {}
    for one in wanted:
        name, slug = (one, "") if isinstance(one, str) else (one.name, one.slug)
        rows[one] = Topic(name=cleaning.line(name), slug=slug or name)
    return _by_slug(Topic, rows)


def sources(kinds: dict[tuple[str, str], str]) -> dict[tuple[str, str], Source]:
    """The source for each name and slug, which may be empty; ``kinds`` says what a new one is."""
    rows = {
        (name, slug): Source(name=cleaning.line(name), slug=slug or name, kind=kind)
        for (name, slug), kind in kinds.items()
    }
    return _by_slug(Source, rows)


def _by_slug(model: type[Row], wanted: dict[Key, Row]) -> dict[Key, Row]:
    """Each row, or the one that is here, under the slug that its own, or its name in the place of one, makes."""
    slugs = {key: urls.slugify(row.slug, fallback=model._meta.model_name or "") for key, row in wanted.items()}
    rows: dict[str, Row] = {row.slug: row for row in model._default_manager.filter(slug__in=set(slugs.values()))}
    fresh: dict[str, Row] = {}
    for key, slug in slugs.items():
        if slug not in rows:
            fresh.setdefault(slug, wanted[key])
    for slug, row in fresh.items():
        row.slug = slug
    rows.update((row.slug, row) for row in model._default_manager.bulk_create(fresh.values()))
    return {key: rows[slug] for key, slug in slugs.items()}


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
