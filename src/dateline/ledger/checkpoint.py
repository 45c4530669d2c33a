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


def keep(size: int, note: str) -> None:
    """Keep a signed checkpoint for ``verify``; a second one of the same size is not needed."""
    with transaction.atomic():
        SignedCheckpoint.objects.get_or_create(size=size, defaults={"note": note})
