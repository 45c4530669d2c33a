"""Giving story codes: whole numbers, each to one story, for ever, also after that story is deleted."""

from __future__ import annotations

from collections.abc import Collection

from django.apps import apps
from django.db import connection, transaction

from dateline.errors import RecordError, TakenError

LARGEST = 10**12
"""An archive may ask for codes up to here: one absurd number must not use up those behind it."""


def take(count: int = 1) -> range:
    """The next codes that no story ever had. Must run in the transaction that creates the stories."""
    counter = _counter()
    first = counter.last + 1
    counter.last += count
    counter.save(update_fields=["last"])
    return range(first, first + count)


def claim(code: int) -> None:
    """Take one particular code; TakenError, naming it, if a story has or had it or if it is out of bounds."""
    refused = claim_many([code])
    if code in refused:
        raise TakenError(refused[code], "Ask for another code, or for none.")


def claim_many(codes: Collection[int]) -> dict[int, str]:
    """Take particular codes; those that cannot be had come back with the reason."""
    refused = {
        code: f"A story code is a number from 1 to {LARGEST}, not {code}." for code in codes if not 0 < code <= LARGEST
    }
    wanted = [code for code in codes if code not in refused]
    for code in used(wanted):
        refused[code] = f"The story code {code} is taken."
    free = [code for code in wanted if code not in refused]
    counter = _counter()
    if free and max(free) > counter.last:
        counter.last = max(free)
        counter.save(update_fields=["last"])
    return refused


def used(codes: Collection[int]) -> set[int]:
    """Those of the codes that a story has or had."""
    story, retired = apps.get_model("desk", "Story"), apps.get_model("desk", "RetiredCode")
    found = set(story.objects.filter(pk__in=codes).values_list("pk", flat=True))
    return found | set(retired.objects.filter(pk__in=codes).values_list("pk", flat=True))


def retire(code: int) -> None:
    """Keep the code of a story that is being deleted from ever being given again."""
    apps.get_model("desk", "RetiredCode").objects.get_or_create(pk=code)


def _counter():  # type: ignore[no-untyped-def]
    """The counter's row, held until the transaction ends, so that two creators never get the same code."""
    if not connection.in_atomic_block:
        raise RecordError("A story code is given only inside the transaction that creates the story.")
    model = apps.get_model("desk", "CodeCounter")
    with transaction.atomic():
        model.objects.get_or_create(pk=1)
    return model.objects.select_for_update().get(pk=1)
