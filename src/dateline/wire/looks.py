"""The one door for what a person decides of copy that needs a look: accept it, drop it, set a rule for its site.

Mending is editing the story, which the desk does. A decision stands through later runs of the import as long as the
copy is the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from dateline.desk.models import Story
from dateline.errors import CopyError, DatelineError
from dateline.wire import keeping
from dateline.wire.models import Original, SiteRule, Taken
from dateline.wire.record import Record
from dateline.wire.rules import Rule

MOST_READ = 500
"""Originals that a preview of a rule reads again."""

MOST_SHOWN = 10


def waiting() -> QuerySet[Taken]:
    """What needs a look, by site: the drafts that an import made because it was not sure of them."""
    drafts = Story.objects.filter(live=False).values("pk")
    return Taken.objects.filter(outcome="review", code__in=drafts).order_by("host", "piece")


def accept(row: Taken, user: Any) -> None:
    """Publish the story as it is. Raises DatelineError naming what is missing in it, or if it is not there any more."""
    with transaction.atomic():
        story = _draft(row)
        story.save_revision(user=user).publish(user=user)
        _decided(row, "imported", f"Accepted at the desk by {_name(user)}.", row.code)


def drop(row: Taken, user: Any) -> None:
    """Delete the draft; its code is not given again."""
    with transaction.atomic():
        _draft(row).delete()
        _decided(row, "rejected", f"Dropped at the desk by {_name(user)}.", None)


def _draft(row: Taken) -> Story:
    story: Story | None = Story.objects.select_for_update().filter(pk=row.code, live=False).first()
    if story is None:
        raise DatelineError(
            f"Story {row.code} is no draft any more.", "Somebody else has decided; load the page again."
        )
    return story


def _decided(row: Taken, outcome: str, reason: str, code: int | None) -> None:
    Taken.objects.filter(pk=row.pk).update(outcome=outcome, reason=reason, code=code)


def _name(user: Any) -> str:
    return str(user.get_full_name() or user)


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule changes in one record."""

    piece: str
    headline: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a rule would do to the kept originals of its host; ``of`` there are, ``read`` were read again."""

    of: int
    read: int
    changed: int
    changes: Sequence[Change]


def preview(host: str, rule: Rule) -> Preview:
    """Read the kept originals of a host with and without a rule. Raises DatelineError if the rule is none."""
    _refuse_fault(host, rule)
    rows = Original.objects.filter(host=host).order_by("piece")
    given = keeping.rules()
    others = [one for one in given.get(host, ()) if one.field != rule.field]
    some = list(rows[:MOST_READ])
    pairs = zip(
        some,
        keeping.read_again(some, given),
        keeping.read_again(some, {**given, host: [*others, rule]}),
        strict=True,
    )
    changes = []
    for row, before, after in pairs:
        old, new = told(before.record, rule.field), told(after.record, rule.field)
        if old != new and after.record:
            changes.append(Change(row.piece, after.record.headline, old, new))
    return Preview(rows.count(), len(some), len(changes), changes[:MOST_SHOWN])


def set_rule(host: str, rule: Rule, user: Any) -> None:
    """From the next reading on, a field of a host's pages is found there. Raises DatelineError if the rule is none."""
    _refuse_fault(host, rule)
    values = {"way": rule.way, "value": rule.value, "set_by": user}
    SiteRule.objects.update_or_create(host=host, field=rule.field, defaults=values)


def remove_rule(host: str, field: str) -> None:
    """From the next reading on, the field is found as on any page."""
    SiteRule.objects.filter(host=host, field=field).delete()


def _refuse_fault(host: str, rule: Rule) -> None:
    fault = rule.fault() if host else "The copy names no site, so no rule can be set for it."
    if fault:
        raise DatelineError(fault)


def told(record: Record | None, field: str) -> str:
    """The value of a field of a rule, as words."""
    if record is None:
        return ""
    return ", ".join(record.authors) if field == "byline" else str(getattr(record, field))


def original(row: Taken) -> tuple[Original, bytes] | None:
    """What a piece was read from, if it was kept and can be read."""
    kept = Original.objects.filter(pk=row.pk).first()
    if kept is None:
        return None
    try:
        return kept, keeping.store().fetch(kept.digest)
    except CopyError:
        return None
