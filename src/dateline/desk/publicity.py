"""The one door from the rows of the desk to the ledger.

Every way in which a row changes ends here: in ``save``, in the guarded queryset, in the receivers of deletion, in
the intake and in ``reconcile``. The rows are read afresh, after the ledger's lock is held, because the instance in
hand may carry a draft that nobody published, and because an older reading must not be recorded after a newer one.

A story is public while it is live. A person, topic or source is public from the first time that a live story names
it. A front says which of the stories placed on it are live, and what it leads with, the machine's stories as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import transaction

from dateline import story
from dateline.desk import leads, snapshot, subjects
from dateline.ledger import read, record
from dateline.ledger.entry import GONE, Entry

if TYPE_CHECKING:
    from dateline.desk.models import FrontPlan, Named

CHUNK = 500
"""How many stories are read and recorded together."""

Changes = dict[str, dict[str, Any] | None]

Told = Callable[[Collection[int], bool], None]
"""Is told of stories whose state was recorded, and whether their rows are about to go, in the same transaction."""

_told: list[Told] = []


def follow(told: Told) -> None:
    """Have somebody above the desk told of every story whose state is recorded; once at the start of a process."""
    if told not in _told:
        _told.append(told)


def announce(codes: Collection[int]) -> list[Entry]:
    """Record what readers may now see of these stories, of whom they name, and of the fronts they stand on.

    Must run in the transaction of the change. A story that is not live, or has no row, is recorded as gone.
    """
    record.lock()
    entries: list[Entry] = []
    for some in chunks(sorted(codes)):
        rows = list(apps.get_model("desk", "Story").objects.filter(pk__in=some, live=True))
        entries += announce_read(some, snapshot.of_many(rows))
    return entries


def announce_read(codes: Sequence[int], shown: Iterable[tuple[story.Story, snapshot.Parts]]) -> list[Entry]:
    """``announce`` for one chunk of which the live stories were just read or written in this transaction."""
    stories: Changes = {f"story:{code}": None for code in codes}
    met: dict[tuple[str, int], Named] = {}
    for value, parts in shown:
        stories[f"story:{value.code}"] = story.as_dict(value)
        met.update(((row._meta.model_name or "", row.pk), row) for row in parts.named())
    # Whom a story names comes before it, and where it stands behind it, so that no follower meets a loose end.
    plans = fronts_of(codes)
    changes = _named_changes(met) | stories | _front_changes(plans)
    entries = [*record.record_many(list(changes.items())), *_announce_leads(codes, plans)]
    _tell(codes)
    return entries


def announce_named(row: Named) -> list[Entry]:
    """Record a changed person, topic or source, if readers know it already."""
    record.lock()
    if not is_public(subjects.subject_of(row)):
        return []
    return record.record_many([subjects.named(type(row)._default_manager.get(pk=row.pk))])


def announce_fronts(plans: Collection[int]) -> list[Entry]:
    """Record what is placed on these fronts, and what they lead with."""
    record.lock()
    return [*record.record_many(list(_front_changes(plans).items())), *_announce_leads((), plans)]


def withdraw_story(code: int) -> list[Entry]:
    """Record that a story is about to go for good, and how the fronts close their gap."""
    record.lock()
    plans = fronts_of([code])
    changes: Changes = {f"story:{code}": None, **_front_changes(plans, without=[code])}
    entries = [*record.record_many(list(changes.items())), *_announce_leads([code], plans, without=[code])]
    _tell([code], gone=True)
    return entries


def withdraw(subjects: Iterable[str]) -> list[Entry]:
    """Record that readers can no longer see these subjects."""
    return record.record_many([(subject, None) for subject in subjects])


def refresh(row: Named) -> int:
    """Record again every live story that names this person, topic or source, each chunk in a transaction of its own.

    Stories keep a name as it was when they were published; this is for when an editor wants the new one in all.
    Returns how many stories changed.
    """
    changed = 0
    for some in chunks(list(_stories_naming(row))):
        with transaction.atomic():
            changed += sum(entry.subject.startswith("story:") for entry in announce(some))
    return changed


def is_public(subject: str) -> bool:
    state = read.current([subject]).get(subject)
    return state is not None and state.entry.digest != GONE


def fronts_of(codes: Collection[int]) -> list[int]:
    """The fronts that any of these stories is placed on."""
    placed = apps.get_model("desk", "Placement").objects.filter(story__in=codes)
    return sorted(set(placed.values_list("plan_id", flat=True)))


def chunks(codes: Sequence[int]) -> Iterator[Sequence[int]]:
    return (codes[start : start + CHUNK] for start in range(0, len(codes), CHUNK))


def _tell(codes: Collection[int], gone: bool = False) -> None:
    for told in _told:
        told(codes, gone)


def _announce_leads(codes: Collection[int], plans: Collection[int], without: Collection[int] = ()) -> list[Entry]:
    """Record what the fronts lead with since these stories and plans changed; the stories are recorded by then."""
    changes = leads.changes(codes, plans, without)
    return record.record_many(list(changes.items())) if changes else []


def _named_changes(met: dict[tuple[str, int], Named]) -> Changes:
    return dict(subjects.named(row) for row in met.values())


def _front_changes(plans: Collection[int], without: Collection[int] = ()) -> Changes:
    if not plans:
        return {}
    rows: Iterable[FrontPlan] = apps.get_model("desk", "FrontPlan").objects.filter(pk__in=plans)
    placed = apps.get_model("desk", "Placement").objects.filter(plan__in=plans, story__live=True)
    order: dict[int, list[int]] = {}
    for plan, code in placed.order_by("plan", "sort_order", "pk").values_list("plan_id", "story_id"):
        if code not in without and code not in order.setdefault(plan, []):
            order[plan].append(code)
    return {subjects.front_subject(row.key): subjects.front(row.key, order.get(row.pk, ())) for row in rows}


def _stories_naming(row: Named) -> Iterable[int]:
    live = apps.get_model("desk", "Story").objects.filter(live=True)
    match row._meta.model_name:
        case "person":
            found = live.filter(bylines__person=row.pk)
        case "topic":
            found = live.filter(topics__topic=row.pk)
        case _:
            found = live.filter(credits__source=row.pk)
    return found.order_by("pk").values_list("pk", flat=True).distinct()
