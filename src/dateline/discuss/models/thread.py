"""How the discussion of each story stands, and the rules that it follows."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from dateline.discuss.models.choices import COMMENTS, MODERATION


class Thread(models.Model):
    """What the ledger last said of a thread, its numbers, and when it has to be looked at again.

    A story whose discussion was never open, such as one of an archive, has none.
    """

    story = models.BigIntegerField(primary_key=True)
    standing = models.CharField(max_length=6, choices=COMMENTS)
    closes_at = models.DateTimeField(null=True, blank=True)
    held = models.BooleanField(default=False)
    hidden = models.BooleanField(default=False)
    """The story is not out, so its thread is not."""
    shown = models.PositiveIntegerField(default=0)
    """Comments whose words readers see."""
    due = models.DateTimeField(null=True, blank=True)
    """When the clock looks at it; null: not before something changes."""

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["due"], condition=Q(due__isnull=False), name="discuss_thread_due")]


class Rules(models.Model):
    """What one scope says about discussions; null: what the wider scope says. See ``rules.Policy`` for the meanings."""

    scope = models.CharField(max_length=120, unique=True)
    """``site``, ``section:<slug>`` or ``story:<code>``."""
    comments = models.CharField(max_length=6, choices=COMMENTS, null=True, blank=True)
    moderation = models.CharField(max_length=6, choices=MODERATION, null=True, blank=True)
    close_after_days = models.PositiveIntegerField(null=True, blank=True)
    hold_first = models.PositiveIntegerField(null=True, blank=True)
    links_held = models.PositiveIntegerField(null=True, blank=True)
    seconds_least = models.PositiveIntegerField(null=True, blank=True)
    threshold = models.FloatField(null=True, blank=True)
    longest = models.PositiveIntegerField(null=True, blank=True)
    reports_hold = models.PositiveIntegerField(null=True, blank=True)
    proof_bits = models.PositiveIntegerField(null=True, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.scope
