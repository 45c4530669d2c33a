"""What the EU Digital Services Act asks for: notices (art. 16) and statements of reasons (art. 17)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from dateline.discuss.models.comment import Comment, Decision

OUTCOMES = [
    ("removed", "The comment was removed"),
    ("kept", "The comment stays"),
    ("elsewhere", "It is not for us to decide"),
]

GROUNDS = [
    ("law", "It is against the law"),
    ("terms", "It is against the rules of this discussion"),
]


class Notice(models.Model):
    """Somebody, not necessarily a reader, holds that a comment is illegal; open until a moderator decides."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="notices")
    quoted = models.TextField(blank=True)
    """The comment's words when the notice came."""
    law = models.CharField(max_length=12)
    """Which kind of illegal, one of ``notice_form.KINDS``."""
    explanation = models.TextField()
    place = models.URLField(max_length=500)
    """The exact address, as the law asks."""
    name = models.CharField(max_length=120, blank=True)
    email = models.CharField(max_length=254, blank=True)
    at = models.DateTimeField(default=timezone.now)
    due = models.DateTimeField()
    """When the newsroom wants to have decided."""
    outcome = models.CharField(max_length=9, choices=OUTCOMES, blank=True)
    answer = models.TextField(blank=True)
    """What the newsroom wrote to whoever sent it."""
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["due"], condition=Q(decided_at=None), name="discuss_notice_open"),
            models.Index(fields=["email"], condition=~Q(email=""), name="discuss_notice_email"),
        ]


class Statement(models.Model):
    """Why a comment was taken off or never shown, as its writer was told; and what the writer says to it."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="statement")
    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="statements")
    restriction = models.CharField(max_length=8)
    """``removed``: readers saw it before; ``refused``: they never did."""
    facts = models.TextField()
    automated = models.BooleanField()
    """No person decided."""
    detected = models.BooleanField()
    """The machine found it, whoever decided."""
    ground = models.CharField(max_length=5, choices=GROUNDS)
    rule = models.CharField(max_length=200)
    """Which law, or which rule of the discussion."""
    at = models.DateTimeField(default=timezone.now)
    sent = models.BooleanField(default=False)
    """A letter was written; not to somebody whose address is unknown, nor about advertising (art. 17 (2))."""
    contested_at = models.DateTimeField(null=True, blank=True)
    contest = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(
                fields=["contested_at"],
                condition=Q(contested_at__isnull=False, settled_at=None),
                name="discuss_contested",
            )
        ]


class Followed(models.Model):
    """How far somebody is who follows the decisions."""

    name = models.CharField(max_length=20, primary_key=True)
    position = models.BigIntegerField(default=0)

    class Meta:
        default_permissions = ()
