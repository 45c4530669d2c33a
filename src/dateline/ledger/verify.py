"""Proof that the record was not edited: ``dateline verify``. Never writes.

It reads every entry in order and holds four things against each other: the number (no gap), the digest (of the
snapshot kept beside it), the leaf (of the entry, against the tile) and the tree above; then every checkpoint that
was ever signed against the tree at its size. The first thing that does not fit is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db import DatabaseError

from dateline.errors import RecordError, Tampered
from dateline.ledger import canonical, tree
from dateline.ledger.entry import Entry
from dateline.ledger.models import LedgerEntry, SignedCheckpoint, Snapshot
from dateline.ledger.note import Verifier
from dateline.ledger.record import read_tile

# What sqlite3, psycopg and Python raise when a damaged cell cannot be decoded.
UNREADABLE = (DatabaseError, ValueError, TypeError, OverflowError)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved: so many entries, under this root, held to so many signed checkpoints."""

    entries: int
    checkpoints: int
    redacted: int
    root: bytes


def verify(
    verifier: Verifier, kept_elsewhere: Iterable[str] = (), progress: Callable[[int], None] = lambda _: None
) -> Proof:
    """Prove the whole ledger, and that it still holds to signed notes that others kept.

    Raises Tampered, naming the first bad entry. ``progress`` is called with the number of entries done.
    """
    size = 0
    removed: list[Entry] = []
    full: list[bytes] = []
    while True:
        entries = _read_entries(size, tree.TILE_WIDTH)
        removed += _check_snapshots(entries)
        computed = b"".join(map(_leaf_hash, entries))
        _check_tile(0, size // tree.TILE_WIDTH, computed)
        size += len(entries)
        progress(size)
        if len(entries) < tree.TILE_WIDTH:
            break
        full.append(tree.fold(computed))
    _check_upper_tiles(full)
    _check_nothing_before()
    # After the tree: an entry that no longer says "redacted" is to be named itself, not the one whose words went.
    for entry in removed:
        _check_said(entry)
    notes = list(kept_elsewhere)
    for note in notes:
        _check_note(note, verifier, size)
    checkpoints = _check_kept_notes(verifier, size) + len(notes)
    return Proof(size, checkpoints, len(removed), tree.root(size, read_tile))


def _read_entries(last: int, limit: int) -> list[Entry]:
    """The next entries; raises Tampered for a gap or one that cannot be read."""
    rows = LedgerEntry.objects.filter(seq__gt=last).order_by("seq")[:limit]
    try:
        entries = [_entry(row) for row in rows]
    except UNREADABLE as error:
        raise _name_unreadable(last, limit) from error
    for expected, entry in enumerate(entries, start=last + 1):
        if entry.seq != expected:
            raise Tampered(f"Entry {expected} is missing: the ledger jumps to {entry.seq}.")
    return entries


def _leaf_hash(entry: Entry) -> bytes:
    try:
        return entry.leaf_hash()
    except RecordError as error:
        raise Tampered(f"Entry {entry.seq} was changed after it was recorded: {error}") from error


def _entry(row: LedgerEntry) -> Entry:
    return Entry(row.seq, row.time, row.subject, row.kind, row.digest)


def _name_unreadable(last: int, limit: int) -> Tampered:
    """Which of the entries behind ``last`` it is that cannot be read."""
    for seq in range(last + 1, last + limit + 1):
        try:
            _entry(LedgerEntry.objects.get(seq=seq))
        except LedgerEntry.DoesNotExist:
            return Tampered(f"Entry {seq} is missing.")
        except UNREADABLE as error:
            return Tampered(f"Entry {seq} cannot be read: {error}.")
    return Tampered(f"The entries after {last} cannot be read in order.")


def _check_snapshots(entries: Sequence[Entry]) -> list[Entry]:
    """The entries whose snapshots were removed by ``redact``; raises Tampered if one is wrong or lost."""
    wanted = {entry.digest for entry in entries if entry.digest}
    try:
        kept = {s.digest: s for s in Snapshot.objects.filter(digest__in=wanted)}
    except UNREADABLE:
        kept = {digest: s for digest in wanted if (s := _readable(digest))}
    return [entry for entry in entries if entry.digest and _check_snapshot(entry, kept.get(entry.digest))]


def _readable(digest: str) -> Snapshot | None:
    try:
        found: Snapshot | None = Snapshot.objects.filter(pk=digest).first()
    except UNREADABLE:
        return None
    return found


def _check_snapshot(entry: Entry, snapshot: Snapshot | None) -> bool:
    """Whether the words were removed."""
    where = f"Entry {entry.seq} ({entry.subject})"
    if snapshot is None or not isinstance(snapshot.body, str):
        raise Tampered(f"{where}: the snapshot it names is gone or cannot be read.")
    if snapshot.removed and snapshot.body:
        raise Tampered(f"{where}: its words are marked as removed, and are there.")
    if snapshot.removed:
        return True
    if canonical.digest(snapshot.body.encode(errors="surrogatepass")) != entry.digest:
        raise Tampered(f"{where}: its snapshot was changed after it was recorded.")
    return False


def _check_said(entry: Entry) -> None:
    """Words that were removed are said to be so by the record itself."""
    if not LedgerEntry.objects.filter(subject=entry.subject, kind="redacted", seq__gt=entry.seq).exists():
        raise Tampered(f"Entry {entry.seq} ({entry.subject}): its words were removed, and no later entry says so.")


def _check_tile(level: int, number: int, computed: bytes) -> None:
    """Hold one tile of the tree against the one computed from the entries."""
    try:
        kept = read_tile(level, number)
    except UNREADABLE:
        kept = b""
    if kept == computed:
        return
    size = tree.HASH_SIZE
    same = next(
        i for i in range(0, max(len(kept), len(computed)), size) if kept[i : i + size] != computed[i : i + size]
    )
    first = (number * tree.TILE_WIDTH + same // size) * tree.TILE_WIDTH**level + 1
    if same >= len(computed):
        raise Tampered(f"Entry {first} is missing: the tree holds it, the ledger does not.")
    raise Tampered(f"Entry {first} does not fit the tree: it, or the tree over it, was changed after it was recorded.")


def _check_upper_tiles(hashes: list[bytes]) -> None:
    level = 1
    while hashes:
        above = []
        for start in range(0, len(hashes), tree.TILE_WIDTH):
            group = hashes[start : start + tree.TILE_WIDTH]
            _check_tile(level, start // tree.TILE_WIDTH, b"".join(group))
            if len(group) == tree.TILE_WIDTH:
                above.append(tree.fold(b"".join(group)))
        level, hashes = level + 1, above


def _check_nothing_before() -> None:
    """Entries are counted from 1, and whoever reads a subject's history would read one numbered below as well."""
    below = LedgerEntry.objects.filter(seq__lt=1).order_by("seq").values_list("seq", flat=True).first()
    if below is not None:
        raise Tampered(f"Entry {below} was added outside the record: entries are counted from 1.")


def _check_kept_notes(verifier: Verifier, size: int) -> int:
    """Hold the tree against every checkpoint kept in the database; how many there are."""
    sizes = list(SignedCheckpoint.objects.order_by("size").values_list("size", flat=True))
    for said in sizes:
        try:
            note = SignedCheckpoint.objects.get(size=said).note
            covers = _check_note(str(note), verifier, size)
        except UNREADABLE as error:
            raise Tampered(f"The checkpoint kept for the first {said} entries cannot be read: {error}.") from error
        except Tampered as error:
            raise Tampered(f"The checkpoint kept for the first {said} entries does not hold. {error}") from error
        if covers != said:
            raise Tampered(f"The checkpoint kept for the first {said} entries covers {covers}.")
    return len(sizes)


def _check_note(note: str, verifier: Verifier, size: int) -> int:
    """Hold the tree against a signed checkpoint; how many entries it covers."""
    checkpoint = verifier.open(note)
    if checkpoint.size > size:
        raise Tampered(f"Entry {size + 1} is missing: a signed checkpoint says there were {checkpoint.size}.")
    if tree.root(checkpoint.size, read_tile) != checkpoint.root:
        raise Tampered(
            f"The first {checkpoint.size} entries are not those that a signed checkpoint of that size covers."
        )
    return checkpoint.size
