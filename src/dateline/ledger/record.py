"""The one write door of the ledger.

``record`` takes what readers may now see of a subject and appends an entry if that differs from the subject's last
one. So it is at once the normal path, the import, the back-fill and the repair: calling it again changes nothing.

Order of insert equals order of commit, because the lock is taken before the last sequence number is read and is
held until the transaction ends. A follower may therefore ask for "everything after N" and never miss an entry.
Without the lock a transaction that took number 7 can commit after number 8 was read; measured on PostgreSQL with
eight writers, a follower missed 267 of 801 entries that way.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from dateline.errors import RecordError
from dateline.ledger import bell, canonical, tree
from dateline.ledger.entry import GONE, Entry, Kind, decide
from dateline.ledger.models import LedgerEntry, Snapshot, Tile
from dateline.ledger.rows import insert

# Any number, as long as every writer of the record asks PostgreSQL for the same one ("ledger" in ASCII).
_LOCK = 0x6C6564676572

Change = tuple[str, dict[str, Any] | None]


class _Kept(NamedTuple):
    """A row of a snapshot whose words are there."""

    digest: str
    body: str
    removed: str = ""


def record(subject: str, snapshot: dict[str, Any] | None) -> Entry | None:
    """Append the state of one subject, None when readers may no longer see it; None back if nothing changed.

    Must run in the transaction of the change itself. Raises RecordError outside one, or if the snapshot has no
    canonical form.
    """
    entries = record_many([(subject, snapshot)])
    return entries[0] if entries else None


def record_many(changes: Sequence[Change]) -> list[Entry]:
    """``record`` for a batch, in order, with a bounded number of queries; each subject at most once."""
    encoded = [(subject, GONE if snap is None else canonical.encode(snap)) for subject, snap in changes]
    digests = {subject: canonical.digest(body) if isinstance(body, bytes) else GONE for subject, body in encoded}
    if len(digests) != len(changes):
        raise RecordError("A batch names the same subject twice.")
    lock()
    last = _last_digests(list(digests))
    fresh = [
        (subject, kind, digest)
        for subject, digest in digests.items()
        if (kind := decide(last.get(subject), digest)) is not None
    ]
    bodies = {digests[subject]: body.decode() for subject, body in encoded if isinstance(body, bytes)}
    _keep_snapshots({digest: bodies[digest] for _, _, digest in fresh if digest != GONE})
    return _append(fresh)


def record_gone(subjects: Sequence[str]) -> list[Entry]:
    """Append that readers cannot see subjects that they saw elsewhere and never here; any other is left as it is."""
    lock()
    known = _last_digests(subjects)
    return _append([(subject, "withdrawn", GONE) for subject in dict.fromkeys(subjects) if subject not in known])


def redact(digest: str, reason: str) -> list[Entry]:
    """Remove the words of a snapshot from the record for good, and say so in it.

    The digest stays, so the ledger still verifies; every subject that ever had this state gets an entry that says
    its words were removed, which makes followers press its history again. Raises RecordError if a subject still
    shows that state: withdraw or change it first.
    """
    lock()
    subjects = sorted(set(LedgerEntry.objects.filter(digest=digest).values_list("subject", flat=True)))
    last = _last_digests(subjects)
    for subject in subjects:
        if last[subject] == digest:
            raise RecordError(f"{subject} still shows these words.", "Withdraw or change it first, then redact.")
    Snapshot.objects.filter(pk=digest).update(body="", removed=reason or "removed")
    return _append([(subject, "redacted", last[subject]) for subject in subjects])


def lock() -> None:
    """Make this transaction the only one that may append until it ends.

    SQLite needs no lock of its own: with ``transaction_mode`` IMMEDIATE (which a system check demands) the
    transaction has been the only writer since it began.
    """
    if not connection.in_atomic_block:
        raise RecordError("The ledger is written only inside the transaction of the change it records.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _last_digests(subjects: Sequence[str]) -> dict[str, str]:
    last = LedgerEntry.objects.filter(subject__in=subjects).values("subject").annotate(last=Max("seq"))
    rows = LedgerEntry.objects.filter(seq__in=[row["last"] for row in last])
    return dict(rows.values_list("subject", "digest"))


def _keep_snapshots(bodies: dict[str, str]) -> None:
    removed = Snapshot.objects.filter(digest__in=list(bodies)).exclude(removed="").first()
    if removed:
        raise RecordError(
            f"These exact words were removed from the record ({removed.removed}).", "Change them before publishing."
        )
    insert(Snapshot, [_Kept(digest, body) for digest, body in bodies.items()], unique=["digest"])


def _append(changes: Iterable[tuple[str, Kind, str]]) -> list[Entry]:
    last = LedgerEntry.objects.order_by("-seq").values_list("seq", "time").first() or (0, 0)
    size, then = last
    # A clock set back must not make the record run backwards.
    now = max(time.time_ns() // 1_000_000, then)
    entries = [
        Entry(seq, now, subject, kind, digest) for seq, (subject, kind, digest) in enumerate(changes, start=size + 1)
    ]
    insert(LedgerEntry, entries)
    if entries:
        _grow_tree([entry.leaf_hash() for entry in entries], size)
        transaction.on_commit(lambda: bell.ring(settings.DATELINE_BELL))
    return entries


def _grow_tree(leaves: list[bytes], size: int) -> None:
    tiles = tree.append(leaves, size, read_tile)
    Tile.objects.bulk_create(
        [Tile(level=level, number=number, hashes=hashes) for (level, number), hashes in tiles.items()],
        update_conflicts=True,
        unique_fields=["level", "number"],
        update_fields=["hashes"],
    )


def read_tile(level: int, number: int) -> bytes:
    hashes = Tile.objects.filter(level=level, number=number).values_list("hashes", flat=True).first()
    return bytes(hashes or b"")
