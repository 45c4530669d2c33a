"""The frame that every door works in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from dateline.ledger import record


@contextmanager
def locked() -> Iterator[None]:
    """A transaction that holds the ledger's lock from its beginning, so that what it reads stays true until its end."""
    with transaction.atomic():
        record.lock()
        yield
