"""Pins that an archive asks for once all of it is here. What an editor has worked on is left alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.desk import publicity
from dateline.desk.models import Pin, Story


def pin(wanted: Mapping[int, Sequence[int]], most: int) -> int:
    """Pin stories to others, by code, behind the pins they have, ``most`` in all; how many of them got a pin.

    Must run in a transaction.
    """
    open_rows = Story.objects.filter(pk__in=wanted, latest_revision=None, locked=False)
    codes = set(open_rows.values_list("pk", flat=True))
    here = set(
        Story.objects.filter(pk__in={other for others in wanted.values() for other in others}).values_list(
            "pk", flat=True
        )
    )
    there: dict[int, list[int]] = {code: [] for code in codes}
    for code, other in Pin.objects.filter(story__in=codes).order_by("sort_order").values_list("story_id", "other_id"):
        there[code].append(other)
    fresh = []
    for code in sorted(codes):
        for other in dict.fromkeys(wanted[code]):
            if other in here and other != code and other not in there[code] and len(there[code]) < most:
                fresh.append(Pin(story_id=code, other_id=other, sort_order=len(there[code])))
                there[code].append(other)
    Pin.objects.bulk_create(fresh)
    changed = {row.story_id for row in fresh}
    publicity.announce(changed)
    return len(changed)
