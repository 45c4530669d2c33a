"""What is on its way: comments whose address is not confirmed, and letters that are not sent."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone

from dateline.discuss.models.comment import Comment


class Waiting(models.Model):
    """A comment by somebody who has not shown yet that the address is theirs. Nobody else ever sees it."""

    digest = models.CharField(max_length=64, unique=True)
    """SHA-256 of the token in the letter; the token itself is kept nowhere."""
    name = models.CharField(max_length=80)
    email = models.CharField(max_length=254)
    story = models.BigIntegerField()
    parent = models.ForeignKey(Comment, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    seconds = models.FloatField(null=True, blank=True)
    """How long the form was open, if that is known."""
    network = models.CharField(max_length=32, blank=True)
    written_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["email", "expires_at"], name="discuss_waiting_of")]


class Letter(models.Model):
    """A letter to a reader that the clock sends; gone once it is sent or has failed too often."""

    to = models.CharField(max_length=254)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    headers = models.JSONField(default=dict, blank=True)
    quotes = models.ForeignKey(
        Comment, null=True, blank=True, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    """The comment whose words stand in it: once readers do not see those any more, the letter is not sent."""
    written_at = models.DateTimeField(default=timezone.now)
    due = models.DateTimeField(default=timezone.now, db_index=True)
    tries = models.PositiveSmallIntegerField(default=0)
    failure = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [models.Index(fields=["to"], name="discuss_letter_to")]
