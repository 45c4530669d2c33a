"""What became of every piece of copy that was ever read, so that a second run goes on where the first one was."""

from __future__ import annotations

from django.db import models


class Taken(models.Model):
    """One piece of copy: ``piece`` is its name below the path it was imported from."""

    piece = models.CharField(max_length=500, primary_key=True)
    digest = models.CharField(max_length=32)
    """Of its bytes and of the code that reads them: another one means to read it again."""
    outcome = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    code = models.BigIntegerField(null=True)
    headline = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
