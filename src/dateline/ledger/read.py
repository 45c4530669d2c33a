"""Reading the ledger: for followers, for history pages, for rebuilding. Never writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db.models import Max

from dateline.ledger.entry import Entry, State
from dateline.ledger.models import LedgerEntry, Snapshot


def last_seq() -> int:
    """The number of entries, which is also the number of the last one."""
    return LedgerEntry.objects.aggregate(last=Max("seq"))["last"] or 0


def after(position: int, limit: int) -> list[State]:
    """The next ``limit`` states behind a position, in order."""
    return _states(LedgerEntry.objects.filter(seq__gt=position).order_by("seq")[:limit])


def history(subject: str) -> list[State]:
    """Every state one subject ever had, oldest first."""
    return _states(LedgerEntry.objects.filter(subject=subject).order_by("seq"))


def histories(subjects: Sequence[str], until: int) -> dict[str, list[State]]:
    """Every state up to entry ``until`` of each of the subjects that had one by then, oldest first."""
    rows = LedgerEntry.objects.filter(subject__in=subjects, seq__lte=until).order_by("subject", "seq")
    return {subject: list(group) for subject, group in groupby(_states(rows), key=lambda s: s.entry.subject)}


def current(subjects: Sequence[str]) -> dict[str, State]:
    """The last state of each of the subjects that ever had one."""
    last = LedgerEntry.objects.filter(subject__in=subjects).values("subject").annotate(last=Max("seq"))
    rows = LedgerEntry.objects.filter(seq__in=[row["last"] for row in last])
    return {state.entry.subject: state for state in _states(rows)}


def by_subject(until: int, chunk: int = 1000) -> Iterator[tuple[str, list[State]]]:
    """Every subject with all its states up to entry ``until``, subject by subject, in bounded memory."""
    rows = LedgerEntry.objects.filter(seq__lte=until).order_by("subject", "seq")
    for subject, group in groupby(_stream(rows, chunk), key=lambda state: state.entry.subject):
        yield subject, list(group)


def _stream(rows: Any, chunk: int) -> Iterator[State]:
    """The states of a long query in key order, a chunk at a time, so that no read holds a transaction open."""
    subject, seq = "", 0
    while True:
        # Written as two bounds, not a row comparison, so that both databases use the (subject, seq) index.
        here = list(rows.filter(subject=subject, seq__gt=seq)[:chunk]) if subject else []
        if len(here) < chunk:
            here += list(rows.filter(subject__gt=subject)[: chunk - len(here)])
        if not here:
            return
        yield from _states(here)
        subject, seq = here[-1].subject, here[-1].seq


def _states(rows: Any) -> list[State]:
    entries = [Entry(r.seq, r.time, r.subject, r.kind, r.digest) for r in rows]
    wanted = {entry.digest for entry in entries if entry.digest}
    bodies = dict(Snapshot.objects.filter(digest__in=wanted, removed="").values_list("digest", "body"))
    return [State(entry, _bytes(bodies.get(entry.digest))) for entry in entries]


def _bytes(body: str | None) -> bytes | None:
    return None if body is None else body.encode()
