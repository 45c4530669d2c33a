"""Somebody who is named in bylines. Needs no account; may have one."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from dateline.desk.models.named import RENAMED, Named


class Person(Named):
    slug_follows_name = True
    name_is_unique = False

    title = models.CharField(
        max_length=200, blank=True, help_text="What they do, as readers should see it, such as “Courts reporter”."
    )
    bio = models.TextField("about", blank=True, help_text="A few plain sentences for their page.")
    portrait = models.ForeignKey(
        "desk.NewsImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="portraits"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="person",
        verbose_name="account",
        help_text="Their account at this desk, if they have one. New stories of that account begin with this byline.",
    )

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name = "person"
        verbose_name_plural = "people"
        indexes: ClassVar = [
            models.Index(fields=["name"], name="desk_person_name"),
            models.Index(fields=["slug"], condition=RENAMED, name="desk_person_renamed"),
        ]
