"""The newsroom's lists of words, as they were typed."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone


class WordLists(models.Model):
    """One row, the newest, holds; the older ones say who changed what when. See ``checks.wordlist`` for the lines."""

    hold = models.TextField("words that hold", blank=True)
    reject = models.TextField("words that reject", blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        default_permissions = ()
        ordering: ClassVar = ["-pk"]
