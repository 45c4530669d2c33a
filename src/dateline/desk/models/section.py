"""A part of the paper. The rows follow dateline.toml; nobody edits them at the desk."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Section(models.Model):
    slug = models.SlugField(max_length=80, unique=True, editable=False)
    name = models.CharField(max_length=200, editable=False)
    order = models.PositiveSmallIntegerField(default=0, editable=False)
    retired = models.BooleanField(default=False, editable=False)
    """No longer in dateline.toml; its stories stay where they are."""

    class Meta:
        ordering: ClassVar = ["order", "slug"]

    def __str__(self) -> str:
        return self.name
