"""Codes of stories that were withdrawn elsewhere: given to nobody here, and answered as gone.

Of such a story nothing is known but its code. The record says that it is withdrawn, and nothing of what it said.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.desk import codes
from dateline.desk.models import RetiredCode
from dateline.ledger import record


def retire(wanted: Sequence[int]) -> dict[int, str]:
    """Keep these codes from ever being given; those that cannot be kept come back with the reason.

    Must run in a transaction.
    """
    before = set(RetiredCode.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    fresh = [code for code in dict.fromkeys(wanted) if code not in before]
    refused = codes.claim_many(fresh)
    kept = [code for code in fresh if code not in refused]
    RetiredCode.objects.bulk_create([RetiredCode(code=code) for code in kept])
    record.record_gone([f"story:{code}" for code in kept])
    return refused
