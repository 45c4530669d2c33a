"""The ledger's four tables. Only ``record`` writes to the first three, and ``checkpoint`` to the last."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class LedgerEntry(models.Model):
    """One line of the ledger; see ``entry.Entry`` for what it says. ``seq`` counts from 1 without a gap."""

    seq = models.BigIntegerField(primary_key=True)
    time = models.BigIntegerField()
    subject = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        default_permissions = ()
        indexes: ClassVar = [
            models.Index(fields=["subject", "seq"], name="ledger_subject_seq"),
            # Who ever had a state whose words are to go.
            models.Index(fields=["digest"], name="ledger_digest"),
        ]


class Snapshot(models.Model):
    """The canonical JSON that a digest stands for; an empty body with a reason when the law had it removed."""

    digest = models.CharField(max_length=64, primary_key=True)
    body = models.TextField(blank=True)
    removed = models.TextField(blank=True)
    """Why the words were removed, empty while they are there."""

    class Meta:
        default_permissions = ()


class Tile(models.Model):
    """Up to 256 hashes of the tree; see ``tree``."""

    level = models.PositiveSmallIntegerField()
    number = models.BigIntegerField()
    hashes = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar = [models.UniqueConstraint(fields=["level", "number"], name="ledger_tile_place")]


class SignedCheckpoint(models.Model):
    """A checkpoint as it was signed and shown to readers; kept so that ``verify`` can hold the past to it."""

    size = models.BigIntegerField(primary_key=True)
    note = models.TextField()

    class Meta:
        default_permissions = ()
