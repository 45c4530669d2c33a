"""Who wrote old comments: readers known by their address, or else by the name they wrote under in that archive.

An address that an archive names is not confirmed. Whoever confirms it later finds their old comments there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from dateline.desk import cleaning
from dateline.discuss import words
from dateline.discuss.intake.remark import Remark
from dateline.discuss.models import Reader
from dateline.discuss.refusal import Refused
from dateline.ledger.rows import NO_TEXT

UNNAMED = "Anonymous"


def of(remarks: Sequence[Remark]) -> dict[str, int]:
    """The reader of each comment by its ``key``; those that are not known are made."""
    wanted: dict[str, Remark] = {}
    for remark in remarks:
        wanted.setdefault(key(remark), remark)
    found = _found(wanted)
    fresh = [(one, _reader(one, remark)) for one, remark in wanted.items() if one not in found]
    Reader.objects.bulk_create([row for _, row in fresh])
    return found | {one: row.pk for one, row in fresh}


def key(remark: Remark) -> str:
    """What a writer is known by: ``mailto:`` and the address, or a digest of the name."""
    address = email(remark)
    if address:
        return f"mailto:{address}"
    return "name:" + hashlib.blake2b(shown(remark).encode(), digest_size=16).hexdigest()


def email(remark: Remark) -> str:
    """The address in lower case; empty if there is none that could be one."""
    try:
        return words.email(remark.email) if remark.email else ""
    except Refused:
        return ""


def shown(remark: Remark) -> str:
    """The name above the comment."""
    return cleaning.line(remark.author)[: words.LONGEST_NAME].strip() or UNNAMED


def _found(wanted: dict[str, Remark]) -> dict[str, int]:
    addresses = [one.removeprefix("mailto:") for one in wanted if one.startswith("mailto:")]
    names = [one for one in wanted if one.startswith("name:")]
    by_address = Reader.objects.filter(email__in=addresses).values_list("email", "pk")
    by_name = Reader.objects.filter(external_id__in=names).exclude(external_id=NO_TEXT)
    return {f"mailto:{address}": pk for address, pk in by_address} | dict(by_name.values_list("external_id", "pk"))


def _reader(one: str, remark: Remark) -> Reader:
    if one.startswith("mailto:"):
        return Reader(name=shown(remark), email=one.removeprefix("mailto:"))
    return Reader(name=shown(remark), external_id=one)
