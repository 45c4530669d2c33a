"""What readers may see besides stories, and the names that the ledger knows it all by.

People, topics, sources and fronts into values of ``dateline.masthead``. As in ``snapshot``, what leaves here is clean.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from dateline import masthead, story
from dateline.desk import cleaning
from dateline.desk.snapshot import picture

if TYPE_CHECKING:
    from dateline.desk.models import Named, Person, Source, Topic


def named(row: Named) -> tuple[str, dict[str, Any]]:
    """The ledger subject of a person, topic or source, and its public form."""
    return _NAMED[row._meta.model_name or ""](row)


def subject_of(row: Named) -> str:
    return named_subject(row._meta.model_name or "", row.pk, row.slug)


def named_subject(model: str, number: int, slug: str) -> str:
    """Topics and sources are known by their slug, which never changes; people, who may change it, by number."""
    return f"person:{number}" if model == "person" else f"{model}:{slug}"


def front_subject(key: str) -> str:
    return "rail:featured" if key == "featured" else f"front:{key}"


def shown_subject(key: str) -> str:
    return f"shown:{key}"


def shown(key: str, codes: Iterable[int]) -> dict[str, Any]:
    return story.as_dict(masthead.Shown(key=key, codes=tuple(codes)))


def read_shown(body: bytes) -> masthead.Shown:
    return story.from_dict(masthead.Shown, json.loads(body))


def front(key: str, live: Iterable[int]) -> dict[str, Any]:
    return story.as_dict(masthead.Front(key=key, order=tuple(live)))


def _person(row: Person) -> tuple[str, dict[str, Any]]:
    value = masthead.Person(
        id=row.pk,
        slug=row.slug,
        name=cleaning.line(row.name),
        title=cleaning.line(row.title),
        bio=cleaning.line(row.bio),
        portrait=picture(row.portrait, {}) if row.portrait else None,
        former=tuple(row.former),
    )
    return subject_of(row), story.as_dict(value)


def _topic(row: Topic) -> tuple[str, dict[str, Any]]:
    value = masthead.TopicPage(
        slug=row.slug, name=cleaning.line(row.name), about=cleaning.line(row.about), former=tuple(row.former)
    )
    return subject_of(row), story.as_dict(value)


def _source(row: Source) -> tuple[str, dict[str, Any]]:
    value = masthead.SourcePage(
        slug=row.slug,
        name=cleaning.line(row.name),
        url=cleaning.link(row.url),
        about=cleaning.line(row.about),
        former=tuple(row.former),
    )
    return subject_of(row), story.as_dict(value)


_NAMED: dict[str, Callable[[Any], tuple[str, dict[str, Any]]]] = {
    "person": _person,
    "topic": _topic,
    "source": _source,
}
