"""Bringing the record into line with the rows: the repair for what changed behind the desk's back.

It says for every row what saving it would have said, and the ledger keeps what is new. So it may run at any time,
on any part, any number of times; a chunk is a transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import transaction

from dateline.desk import publicity, subjects
from dateline.desk.models import FrontPlan, Person, Source, Story, Topic
from dateline.ledger import read, record
from dateline.ledger.entry import GONE, Entry
from dateline.ledger.models import LedgerEntry

NAMED = {"person": Person, "topic": Topic, "source": Source}


@dataclass(slots=True)
class Counts:
    """How many rows were looked at, and how many entries were missing, by kind."""

    stories: int = 0
    recorded: dict[str, int] = field(default_factory=dict)

    def add(self, entries: list[Entry]) -> None:
        for entry in entries:
            self.recorded[entry.kind] = self.recorded.get(entry.kind, 0) + 1


def reconcile(progress: Callable[[int], None] = lambda _: None) -> Counts:
    """Record whatever the ledger does not have, and withdraw what has no row any more.

    ``progress`` is called with the number of stories done.
    """
    counts = Counts()
    for codes in _story_codes():
        with transaction.atomic():
            counts.add(publicity.announce(codes))
        counts.stories += len(codes)
        progress(counts.stories)
    with transaction.atomic():
        counts.add(publicity.announce_fronts(list(FrontPlan.objects.values_list("pk", flat=True))))
    for kind, model in NAMED.items():
        for numbers in _chunks(model):
            with transaction.atomic():
                counts.add(_announce_known(model, numbers))
        _withdraw_lost(kind, counts)
    for kind in ("story", "front", "shown"):
        _withdraw_lost(kind, counts)
    return counts


def _story_codes() -> Iterator[list[int]]:
    return _chunks(Story)


def _chunks(model: type) -> Iterator[list[int]]:
    """All primary keys in order, some at a time, each read on its own so that nothing is held in between."""
    last = 0
    while True:
        rows = model._default_manager.filter(pk__gt=last).order_by("pk")  # type: ignore[attr-defined]
        keys = list(rows.values_list("pk", flat=True)[: publicity.CHUNK])
        if not keys:
            return
        yield keys
        last = keys[-1]


def _announce_known(model: type, numbers: list[int]) -> list[Entry]:
    """Record again those people, topics or sources that readers know already."""
    record.lock()
    rows = {subjects.subject_of(row): row for row in model._default_manager.filter(pk__in=numbers)}  # type: ignore[attr-defined]
    return record.record_many([subjects.named(rows[subject]) for subject in _seen(list(rows))])


def _withdraw_lost(kind: str, counts: Counts) -> None:
    """Withdraw the subjects of a kind that readers still see although their row is gone."""
    last = ""
    while subjects := _subjects_after(kind, last):
        last = subjects[-1]
        with transaction.atomic():
            record.lock()
            shown = _seen(subjects)
            counts.add(publicity.withdraw(sorted(shown - _with_row(kind, shown))))


def _subjects_after(kind: str, last: str) -> list[str]:
    rows = LedgerEntry.objects.filter(subject__startswith=f"{kind}:", subject__gt=last)
    return list(rows.order_by("subject").values_list("subject", flat=True).distinct()[: publicity.CHUNK])


def _seen(subjects: list[str]) -> set[str]:
    """Those that readers see now."""
    return {subject for subject, state in read.current(subjects).items() if state.entry.digest != GONE}


def _with_row(kind: str, subjects: set[str]) -> set[str]:
    names = {subject.partition(":")[2]: subject for subject in subjects}
    match kind:
        case "topic" | "source":
            found = NAMED[kind].objects.filter(slug__in=names).values_list("slug", flat=True)
        case "front" | "shown":
            found = FrontPlan.objects.filter(key__in=names).values_list("key", flat=True)
        case _:
            model = {"story": Story, **NAMED}[kind]
            numbers = [int(name) for name in names if name.isdecimal()]
            found = model.objects.filter(pk__in=numbers).values_list("pk", flat=True)
    return {names[str(one)] for one in found}
