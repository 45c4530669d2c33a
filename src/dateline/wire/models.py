"""What became of every piece of copy that was ever read, so that a second run goes on where the first one was."""

from __future__ import annotations

from django.db import models


class Taken(models.Model):
    """One piece of copy: ``piece`` is the place of its file, and its number there if it is one of several."""

    piece = models.TextField(primary_key=True)
    file = models.TextField()
    digest = models.CharField(max_length=32)
    """Of its bytes and of the code that reads them: another one means to read it again."""
    run = models.CharField(max_length=32)
    """Which run of the import read it last."""
    outcome = models.CharField(max_length=10)
    reason = models.TextField(blank=True)
    mark = models.CharField(max_length=300, blank=True, db_index=True)
    """What its record is known by, as ``sameness`` says."""
    code = models.BigIntegerField(null=True)
    headline = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
