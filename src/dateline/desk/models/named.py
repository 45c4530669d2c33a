"""What people, topics and sources have in common: a name, an address of their own, and a place in the record."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.expressions import RawSQL

from dateline import urls
from dateline.desk import publicity

ASKED = 100
"""Slugs that are asked for together. By its whole is how a slug is found; by its beginning, all would be read."""


RENAMED = ~models.Q(former=[])
"""Those that gave up a slug: few, which an index holds."""

# Written out and not a parameter: only so does SQLite know that the index has what is asked for.
_NONE = RawSQL("'[]'", ())


class Named(models.Model):
    """Something a story can name. Two of the same name stay apart: the later one's slug gets a number."""

    name = models.CharField(max_length=200)
    slug = models.CharField(max_length=100, unique=True, editable=False)
    former = models.JSONField(default=list, blank=True, editable=False)
    """Slugs it had before, oldest first; each still answers."""

    class Meta:
        abstract = True

    slug_follows_name = False
    """Whether a new name makes a new slug, or the first one stays for good."""
    name_is_unique = True
    """Whether a second one of the same name is a mistake."""

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and record the new state if readers see this one already, in one transaction."""
        with transaction.atomic():
            self._make_slug()
            super().save(*args, **kwargs)
            publicity.announce_named(self)

    def clean(self) -> None:
        super().clean()
        if not self.name_is_unique:
            return
        same = type(self)._default_manager.filter(slug=urls.slugify(self.name)).exclude(pk=self.pk).first()
        if same:
            raise ValidationError({"name": f"There is one of that name already: {same}."})

    def _make_slug(self) -> None:
        wanted = urls.slugify(self.name, fallback=self._meta.model_name or "")
        if self.slug and not (self.slug_follows_name and self._renamed(wanted)):
            return
        old, self.slug = self.slug, free_slug(type(self), wanted, self.pk)
        if old:
            self.former = [*(one for one in self.former if one != self.slug), old]

    def _renamed(self, wanted: str) -> bool:
        """Whether the slug was made from another name; its number, if it has one, says nothing about that."""
        stem, _, number = self.slug.rpartition("-")
        return self.slug != wanted and not (stem == wanted and number.isdecimal())


def free_slug(model: type[Named], wanted: str, own: int | None = None, also: Collection[str] = ()) -> str:
    """``wanted``, with a number behind it if another row has or had that slug; ``also`` are taken as well."""
    rows = model._default_manager.exclude(pk=own)
    gone = {*former_slugs(model, own), *also}
    some, number = [wanted], 1
    while True:
        taken = set(rows.filter(slug__in=some).values_list("slug", flat=True)) | gone
        free = next((slug for slug in some if slug not in taken), None)
        if free is not None:
            return free
        some = [f"{wanted}-{n}" for n in range(number + 1, number + ASKED + 1)]
        number += ASKED


def former_slugs(model: type[Named], own: int | None = None) -> set[str]:
    """Every slug that a row other than ``own`` gave up; few have any."""
    rows = model._default_manager.exclude(pk=own).exclude(former=_NONE).order_by().values_list("former", flat=True)
    return {slug for former in rows for slug in former}
