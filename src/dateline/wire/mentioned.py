"""Related stories that copy names by headline and day only, made into pins where those stories are in the archive.

What is named before it came in waits in a table, across runs, until it does. A story that an editor has worked on is
left alone. Only stories named as related are kept; for what a page featured see ``featured``.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from django.db import transaction

from dateline.desk import intake
from dateline.wire.models import Heading, Wanted
from dateline.wire.page.words import key
from dateline.wire.reading import Read
from dateline.wire.record import Mention, Record
from dateline.wire.report import Line

MOST = 6
"""Stories that one is pinned to at most."""
APART = 1
"""Days by which two zones, or a clock at midnight, may put one date."""
CHUNK = 500

Named = tuple[int, str]
"""The key of a headline, and the day it was named with, which may be empty."""


def named_in(record: Record | None, kind: Literal["related", "featured"] = "related") -> list[Named]:
    """The stories that a record names, as related ones or as featured ones."""
    mentions = [mention for mention in record.mentions if mention.kind == kind] if record else []
    return list(dict.fromkeys(map(_named, mentions)))


def find(named: Iterable[Named]) -> dict[Named, int]:
    """The story that each means, if it is here: the one of that headline, of that day if there are several."""
    wanted = set(named)
    if not wanted:
        return {}
    here: dict[int, list[Heading]] = defaultdict(list)
    for row in Heading.objects.filter(key__in={number for number, _ in wanted}).order_by("code"):
        here[row.key].append(row)
    return {one: row.code for one in wanted if (row := _best(here.get(one[0], ()), one[1]))}


def pins(record: Record, found: Mapping[Named, int]) -> tuple[int, ...]:
    """The stories that a record is to be pinned to."""
    return tuple(dict.fromkeys(found[one] for one in named_in(record) if one in found))[:MOST]


def keep(batch: Sequence[Read], lines: Sequence[Line], found: Mapping[Named, int]) -> None:
    """Remember the headlines of a batch, and what it names that was not ``found`` before it came in."""
    headings, wanted = [], []
    for read, line in zip(batch, lines, strict=True):
        if read.record is None or line.code is None or line.outcome not in ("imported", "review"):
            continue
        headings.append(Heading(code=line.code, key=_key(read.record.headline), day=read.record.published[:10]))
        missing = [one for one in named_in(read.record)[:MOST] if one not in found]
        said = {_named(one): one.headline for one in reversed(read.record.mentions)}
        wanted += [Wanted(code=line.code, key=one[0], day=one[1], headline=said[one]) for one in missing]
    # The last of several states of a story is the one that it shows.
    rows = {row.code: row for row in headings}.values()
    Heading.objects.bulk_create(rows, update_conflicts=True, unique_fields=["code"], update_fields=["key", "day"])
    Wanted.objects.filter(code__in=[row.code for row in rows]).delete()
    Wanted.objects.bulk_create(wanted)


def settle() -> int:
    """Pin what waited and has come in since; how many stories got a pin."""
    settled, last = 0, 0
    while rows := list(Wanted.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        last = rows[-1].pk
        found = find((row.key, row.day) for row in rows)
        met = [row for row in rows if (row.key, row.day) in found]
        others: dict[int, list[int]] = defaultdict(list)
        for row in met:
            others[row.code].append(found[row.key, row.day])
        with transaction.atomic():
            settled += intake.pin(others, MOST)
            Wanted.objects.filter(pk__in=[row.pk for row in met]).delete()
    return settled


def lost(most: int) -> tuple[int, list[tuple[int, str]]]:
    """How many named stories are not here, and the first of them: the code of the story that names it, the headline."""
    rows = Wanted.objects.order_by("code", "pk")
    named = [(row.code, f"{row.headline} ({row.day})" if row.day else row.headline) for row in rows[:most]]
    return rows.count(), named


def _best(rows: Sequence[Heading], day: str) -> Heading | None:
    """The story of a day, of those of one headline; without a day, only one that is alone."""
    if not day:
        return rows[0] if len(rows) == 1 else None
    near = [(apart, row) for row in rows if (apart := _apart(row.day, day)) <= APART]
    return min(near, key=lambda one: one[0])[1] if near else None


def _apart(one: str, other: str) -> int:
    """Days between two days; none if one of them is not known."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days)
    except ValueError:
        return 0


def _named(mention: Mention) -> Named:
    return _key(mention.headline), mention.day[:10]


def _key(headline: str) -> int:
    return int.from_bytes(hashlib.blake2b(key(headline).encode(), digest_size=8).digest(), signed=True)
