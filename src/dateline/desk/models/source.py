"""An agency or an outlet that copy comes from. The slug is kept for good, as a topic's is."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from dateline.desk.models.named import RENAMED, Named


class Source(Named):
    KINDS: ClassVar = [("agency", "News agency"), ("outlet", "Newspaper, broadcaster or site"), ("other", "Other")]

    kind = models.CharField(max_length=10, choices=KINDS, default="agency")
    url = models.URLField("address", max_length=2000, blank=True, help_text="Their own site.")
    about = models.TextField(blank=True, help_text="A few plain sentences for their page.")

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name = "source"
        verbose_name_plural = "sources"
        indexes: ClassVar = [
            models.Index(fields=["name"], name="desk_source_name"),
            models.Index(fields=["slug"], condition=RENAMED, name="desk_source_renamed"),
        ]
