"""Signing what the ledger holds now, and keeping what was signed."""

from __future__ import annotations

from django.db import transaction

from dateline.ledger import tree
from dateline.ledger.models import SignedCheckpoint
from dateline.ledger.note import Checkpoint, Signer
from dateline.ledger.record import read_tile


def sign(signer: Signer, size: int) -> str:
    """The signed checkpoint of the first ``size`` entries."""
    return signer.sign(Checkpoint(signer.name, size, tree.root(size, read_tile)))


def keep(signer: Signer, size: int) -> None:
    """Keep the signed checkpoint of the first ``size`` entries for ``verify``, unless it is kept already."""
    if size and not SignedCheckpoint.objects.filter(size=size).exists():
        with transaction.atomic():
            SignedCheckpoint.objects.get_or_create(size=size, defaults={"note": sign(signer, size)})
