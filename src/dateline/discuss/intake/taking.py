"""The door for old comments: threading, dates and states as they were, each once, a batch in one transaction.

A comment is known again by the code of its story and the id it had. One whose parent comes later in the file waits
for it; one whose parent never comes answers the story. Whoever was erased here does not come back: what they wrote is
known, so it is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.utils import timezone

from dateline.desk import cleaning
from dateline.discuss import showing, standing
from dateline.discuss.doors.deciding import count
from dateline.discuss.doors.transaction import locked
from dateline.discuss.intake import writers
from dateline.discuss.intake.numbers import take
from dateline.discuss.intake.remark import Remark
from dateline.discuss.models import Comment, Thread
from dateline.ledger.rows import NO_TEXT

BATCH = 500

LONGEST = 50_000
"""Characters that are kept of an old comment; other systems had no limit."""

NEW = (False, False)


@dataclass
class Counted:
    """What became of the comments that were handed over."""

    taken: int = 0
    known: int = 0
    """Were here already."""
    refused: Counter[str] = field(default_factory=Counter)
    """How many could not be taken, by reason."""


class Intake:
    """One run. Hand comments over with ``add``, and call ``finish`` when there are no more."""

    def __init__(self) -> None:
        self.counted = Counted()
        self._late: list[Remark] = []

    def add(self, remarks: Iterable[Remark]) -> None:
        """Take comments in, in batches; those whose parent is not here yet are kept for later."""
        batch: list[Remark] = []
        for remark in remarks:
            batch.append(remark)
            if len(batch) == BATCH:
                self._take(batch)
                batch = []
        self._take(batch)

    def finish(self) -> Counted:
        """Take those in whose parents came late or not at all."""
        while self._late:
            late, self._late = self._late, []
            for start in range(0, len(late), BATCH):
                self._take(late[start : start + BATCH])
            if len(self._late) == len(late):
                rest, self._late = self._late, []
                for start in range(0, len(rest), BATCH):
                    self._take(rest[start : start + BATCH], orphans=True)
        return self.counted

    def _take(self, batch: Sequence[Remark], orphans: bool = False) -> None:
        if not batch:
            return
        with locked():
            found = standing.places({remark.story for remark in batch})
            here = [remark for remark in batch if remark.story in found]
            if len(here) < len(batch):
                self.counted.refused["There is no story of that code."] += len(batch) - len(here)
            known = _known(here)
            fresh = self._fresh(here, known)
            self._write(_ordered(fresh), known, orphans)

    def _fresh(self, here: Sequence[Remark], known: dict[str, Comment]) -> dict[str, Remark]:
        """Those of a batch that can be written and are not here, by their name; an id that comes twice counts once."""
        fresh: dict[str, Remark] = {}
        for remark in here:
            if name(remark) in known or name(remark) in fresh:
                self.counted.known += 1
            elif not _words(remark):
                self.counted.refused["It has no words."] += 1
            else:
                fresh[name(remark)] = remark
        return fresh

    def _write(self, fresh: Sequence[Remark], known: dict[str, Comment], orphans: bool) -> None:
        who = writers.of(fresh)
        numbers = iter(take(len(fresh)))
        rows: list[Comment] = []
        for remark in fresh:
            above = known.get(parent_name(remark)) if remark.parent else None
            if remark.parent and above is None and not orphans:
                self._late.append(remark)
                continue
            row = _row(remark, next(numbers), above, who[writers.key(remark)])
            known[name(remark)] = row
            rows.append(row)
        Comment.objects.bulk_create(rows)
        _note(rows)
        self.counted.taken += len(rows)


def name(remark: Remark) -> str:
    """What a comment is known by here."""
    return f"{remark.story}:{remark.id}"[:200]


def parent_name(remark: Remark) -> str:
    return f"{remark.story}:{remark.parent}"[:200]


def _known(here: Sequence[Remark]) -> dict[str, Comment]:
    """Comments that are here already: those of the batch and the parents of them."""
    names = {name(remark) for remark in here} | {parent_name(remark) for remark in here if remark.parent}
    return {row.external_id: row for row in Comment.objects.filter(external_id__in=names).exclude(external_id=NO_TEXT)}


def _ordered(fresh: dict[str, Remark]) -> list[Remark]:
    """Oldest first, and nothing before what it answers."""
    last = timezone.now()
    by_time = sorted(fresh.values(), key=lambda one: one.when or last)
    placed: dict[str, Remark] = {}
    for remark in by_time:
        branch: list[Remark] = []
        above: Remark | None = remark
        while above is not None and name(above) not in placed and above not in branch:
            branch.append(above)
            above = fresh.get(parent_name(above)) if above.parent else None
        placed.update((name(one), one) for one in reversed(branch))
    return list(placed.values())


def _row(remark: Remark, number: int, above: Comment | None, reader: int) -> Comment:
    state = remark.state
    return Comment(
        number=number,
        story=remark.story,
        parent_id=above.number if above else None,
        root_id=(above.root_id or above.number) if above else None,
        reader_id=reader,
        name=writers.shown(remark),
        text=_words(remark),
        state=state,
        written_at=remark.when or timezone.now(),
        decided_at=timezone.now() if state in ("approved", "rejected") else None,
        external_id=name(remark),
    )


def _words(remark: Remark) -> str:
    lines = cleaning.storable(remark.text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    return lines[:LONGEST]


def _note(rows: Sequence[Comment]) -> None:
    """Give the threads their rows, count for the writers, and record what readers see now."""
    if not rows:
        return
    codes = {row.story for row in rows}
    Thread.objects.bulk_create([Thread(story=code, standing="closed") for code in sorted(codes)], ignore_conflicts=True)
    standing.announce(codes)
    count((row.reader_id, "", row.state) for row in rows)
    showing.announce(rows, dict.fromkeys((row.number for row in rows), NEW))
