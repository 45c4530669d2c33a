"""Links of one story of an archive to another that had not come in when the first one did.

They wait in a table, across runs, until their story is out, and are then turned into links to it. Links to stories that
were here already are turned by the desk as a story is admitted. See docs/adr/0013.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db import transaction

from dateline import urls
from dateline.desk import intake
from dateline.story import Items, Paragraph, Quote
from dateline.wire.models import LinkTo, Taken
from dateline.wire.reading import Read
from dateline.wire.record import Record
from dateline.wire.report import Line
from dateline.wire.rules import host_of

CHUNK = 2000


def keep(batch: Sequence[Read], lines: Sequence[Line]) -> None:
    """Remember where the stories of a batch lead to that is not here yet, within the transaction that admits it."""
    wanted = {line.code: _addresses(read.record) for read, line in zip(batch, lines, strict=True) if _came(read, line)}
    keys = {one: urls.former_keys(one)[0] for addresses in wanted.values() for one in addresses}
    here = intake.paths_of(set(keys.values()))
    rows = [
        LinkTo(code=code, key=keys[one], host=host_of(None, one))
        for code, addresses in wanted.items()
        for one in addresses
        if keys[one] not in here
    ]
    LinkTo.objects.filter(code__in=list(wanted)).delete()
    LinkTo.objects.bulk_create(rows)


def settle() -> int:
    """Turn the links whose stories have come in since; how many stories changed. Forgets those that lead elsewhere."""
    settled, last = 0, 0
    while rows := list(LinkTo.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        # All links of a story together, so that it changes once.
        code = rows[-1].code
        rows += LinkTo.objects.filter(pk__gt=rows[-1].pk, code=code).order_by("pk")
        last = rows[-1].pk
        paths = intake.paths_of({row.key for row in rows})
        met = [row for row in rows if row.key in paths]
        with transaction.atomic():
            settled += intake.turn({row.code for row in met}, paths) if met else 0
            LinkTo.objects.filter(pk__in=[row.pk for row in met]).delete()
    _forget_others()
    return settled


def _forget_others() -> None:
    """Forget the links to hosts that no copy ever came from: their stories will not come."""
    hosts = set(LinkTo.objects.exclude(host="").values_list("host", flat=True).distinct())
    if not hosts:
        return
    known = set(Taken.objects.order_by().values_list("host", flat=True).distinct())
    others = sorted(hosts - known)
    # An archive leads to more hosts than there is sense in asking for one by one.
    for start in range(0, len(others), CHUNK):
        LinkTo.objects.filter(host__in=others[start : start + CHUNK]).delete()


def _came(read: Read, line: Line) -> bool:
    return bool(read.record and not read.record.whole and line.code and line.outcome in ("imported", "review"))


def _addresses(record: Record | None) -> list[str]:
    return intake.addresses_in(_texts(record)) if record else []


def _texts(record: Record) -> Iterator[str]:
    for block in record.body:
        match block:
            case Paragraph() | Quote():
                yield block.html
            case Items():
                yield from block.items
