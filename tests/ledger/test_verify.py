"""``verify``: an untouched record is proved, and whatever is changed in it afterwards is named."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as some

from dateline.errors import Tampered
from dateline.ledger import canonical, checkpoint, read, record, tree
from dateline.ledger.models import LedgerEntry, SignedCheckpoint, Snapshot, Tile
from dateline.ledger.note import Signer
from dateline.ledger.verify import Proof, verify

pytestmark = pytest.mark.django_db

SIZE = 600
REMOVED = {"n": 5}


def state(code: int) -> dict[str, Any]:
    return {"n": code, "headline": f"Ferry number {code} left – späte Fähre"}


@pytest.fixture
def written(signer: Signer) -> Signer:
    """A record of 600 entries: past two tiles, with withdrawals, a redaction and three checkpoints kept."""
    record.record("story:5", REMOVED)
    record.record("story:5", None)
    record.redact(canonical.digest(canonical.encode(REMOVED)), "by court order")
    checkpoint.keep(signer, 3)
    record.record_many([(f"story:{code}", state(code)) for code in range(4, 400)])
    checkpoint.keep(signer, 256)
    record.record_many([(f"story:{code}", None if code % 5 == 0 else state(code + 1)) for code in range(201, 400)])
    record.record_many([("site", state(0)), ("front:home", state(1))])
    assert read.last_seq() == SIZE
    checkpoint.keep(signer, SIZE)
    return signer


def change(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def found(signer: Signer, *kept: str) -> str:
    """What verify complains of."""
    with pytest.raises(Tampered) as raised:
        verify(signer.verifier, kept)
    return str(raised.value)


def named(message: str) -> int:
    """The entry that a message names."""
    match = re.search(r"[Ee]ntry (\d+)|first (\d+) entries", message)
    assert match, message
    return int(match[1] or match[2])


def test_an_untouched_record_is_proved(written: Signer) -> None:
    done: list[int] = []
    proof = verify(written.verifier, [checkpoint.sign(written, 17)], done.append)
    assert proof == Proof(SIZE, 4, 1, tree.root(SIZE, record.read_tile))
    assert done == [256, 512, 600]


def test_an_empty_record_is_proved(signer: Signer) -> None:
    assert verify(signer.verifier) == Proof(0, 0, 0, tree.EMPTY_ROOT)


@pytest.mark.parametrize("size", [255, 256, 257, 512, 513])
def test_a_record_that_ends_at_the_edge_of_a_tile_is_proved(signer: Signer, size: int) -> None:
    record.record_many([(f"story:{code}", state(code)) for code in range(size)])
    assert verify(signer.verifier).entries == size


# --- one byte ---

COLUMNS = [
    ("ledger_ledgerentry", "seq"),
    ("ledger_ledgerentry", "time"),
    ("ledger_ledgerentry", "subject"),
    ("ledger_ledgerentry", "kind"),
    ("ledger_ledgerentry", "digest"),
    ("ledger_snapshot", "digest"),
    ("ledger_snapshot", "body"),
    ("ledger_tile", "level"),
    ("ledger_tile", "number"),
    ("ledger_tile", "hashes"),
    ("ledger_signedcheckpoint", "size"),
    ("ledger_signedcheckpoint", "note"),
]
"""Every column, but for two: ``tile.id``, which only numbers the rows, and ``snapshot.removed``, the reason for which
words were removed: the record says that they were, and when, but the reason is not in it."""


def flip(table: str, column: str, data: some.DataObject) -> tuple[Any, ...]:
    """Change one byte of one cell; the row as it was."""
    names = {"ledger_ledgerentry": "seq", "ledger_snapshot": "digest", "ledger_signedcheckpoint": "size"}
    key = names.get(table, "id")
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM {table} WHERE length("{column}") > 0 ORDER BY {key}')
        rows = cursor.fetchall()
        fields = [one[0] for one in cursor.description]
        row = data.draw(some.sampled_from(rows))
        cell = row[fields.index(column)]
        flipped, cast = _flipped(cell, data)
        sql = f'UPDATE {table} SET "{column}" = CAST(%s AS {cast}) WHERE "{key}" = %s'
        try:
            with transaction.atomic():
                cursor.execute(sql, [flipped, row[fields.index(key)]])
        except IntegrityError:
            assume(False)  # another row has that key: the database itself refuses it
    return row


def _flipped(cell: Any, data: some.DataObject) -> tuple[Any, str]:
    if isinstance(cell, int):
        raw = bytearray(cell.to_bytes(8, "big", signed=True))
    else:
        raw = bytearray(cell.encode() if isinstance(cell, str) else cell)
    raw[data.draw(some.integers(0, len(raw) - 1))] ^= data.draw(some.integers(1, 255))
    if isinstance(cell, int):
        return int.from_bytes(raw, "big", signed=True), "INTEGER"
    return bytes(raw), "TEXT" if isinstance(cell, str) else "BLOB"


def first_with(digest: str) -> int:
    return int(LedgerEntry.objects.filter(digest=digest).order_by("seq").values_list("seq", flat=True)[0])


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="cells are damaged by the means of SQLite")
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_any_byte_flipped_anywhere_is_found_and_the_entry_named(written: Signer, table: str, column: str) -> None:
    digests = dict(LedgerEntry.objects.values_list("seq", "digest"))

    @settings(max_examples=25, suppress_health_check=list(HealthCheck))
    @given(some.data())
    def flips(data: some.DataObject) -> None:
        with transaction.atomic():
            row = flip(table, column, data)
            message = found(written)
            transaction.set_rollback(True)
        if table == "ledger_ledgerentry":
            assert named(message) == row[0], message
        elif table == "ledger_snapshot":
            assert named(message) == min(seq for seq, digest in digests.items() if digest == row[0]), message
        elif table == "ledger_tile":
            _, level, number, _hashes = row
            covered = range(number * 256 ** (level + 1) + 1, (number + 1) * 256 ** (level + 1) + 1)
            assert named(message) in covered, message
        else:
            assert (f"covers {row[0]}." if column == "size" else f"the first {row[0]} entries") in message

    flips()


def test_a_damaged_leaf_is_named_to_the_entry(written: Signer) -> None:
    tile = Tile.objects.get(level=0, number=1)
    hashes = bytearray(tile.hashes)
    hashes[7 * 32 + 5] ^= 1
    Tile.objects.filter(pk=tile.pk).update(hashes=bytes(hashes))
    assert named(found(written)) == 256 + 8


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite lets a cell hold anything")
@pytest.mark.parametrize("value", [1.5, b"\x00\xff", "x", 2**62, -1])
@pytest.mark.parametrize("column", ["time", "kind", "subject", "digest"])
def test_a_cell_of_another_type_is_named(written: Signer, column: str, value: object) -> None:
    change(f"UPDATE ledger_ledgerentry SET {column} = %s WHERE seq = 300", value)
    assert named(found(written)) == 300


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite lets a cell hold anything")
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE ledger_snapshot SET body = x'ff00' WHERE digest = %s",
        "UPDATE ledger_snapshot SET body = CAST(x'ff' AS TEXT) WHERE digest = %s",
        "UPDATE ledger_snapshot SET body = 5 WHERE digest = %s",
        "UPDATE ledger_snapshot SET body = '' WHERE digest = %s",
        "UPDATE ledger_snapshot SET body = '', removed = 'to hide it' WHERE digest = %s",
        "UPDATE ledger_snapshot SET removed = 'to hide it' WHERE digest = %s",
        "DELETE FROM ledger_snapshot WHERE digest = %s",
    ],
)
def test_words_that_were_taken_away_behind_the_record_are_missed(written: Signer, sql: str) -> None:
    digest = LedgerEntry.objects.get(seq=300).digest
    change(sql, digest)
    assert named(found(written)) == first_with(digest)


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="SQLite lets a cell hold anything")
@pytest.mark.parametrize(
    "sql", ["UPDATE ledger_tile SET hashes = 'x' WHERE {}", "UPDATE ledger_tile SET hashes = 7 WHERE {}"]
)
def test_a_tile_that_is_no_tile_is_named_by_its_first_entry(written: Signer, sql: str) -> None:
    change(sql.format("level = 0 AND number = 1"))
    assert named(found(written)) == 257


def test_a_checkpoint_that_cannot_be_read_is_named(written: Signer) -> None:
    if connection.vendor == "sqlite":
        change("UPDATE ledger_signedcheckpoint SET note = CAST(x'ff' AS TEXT) WHERE size = 256")
        assert "first 256 entries cannot be read" in found(written)


# --- what is lost or added ---


@pytest.mark.parametrize("lost", [[600], [599, 600], [1], [256], [257], list(range(301, 601)), list(range(1, 601))])
def test_lost_entries_are_named_by_the_first(written: Signer, lost: list[int]) -> None:
    LedgerEntry.objects.filter(seq__in=lost).delete()
    assert named(found(written)) == lost[0]


@pytest.mark.parametrize("place", [(0, 0), (0, 1), (0, 2), (1, 0)])
def test_a_lost_tile_is_named_by_its_first_entry(written: Signer, place: tuple[int, int]) -> None:
    level, number = place
    Tile.objects.filter(level=level, number=number).delete()
    assert named(found(written)) == number * 256 ** (level + 1) + 1


@pytest.mark.parametrize("seq", [0, -7, 601, 700])
def test_an_entry_added_outside_the_record_is_named(written: Signer, seq: int) -> None:
    LedgerEntry.objects.create(seq=seq, time=1, subject="story:5", kind="withdrawn", digest="")
    assert named(found(written).replace("Entry -", "Entry ")) == (abs(seq) if seq != 700 else 601)


def test_swapped_entries_are_found(written: Signer) -> None:
    for old, new in ((300, 1000), (301, 300), (1000, 301)):
        LedgerEntry.objects.filter(seq=old).update(seq=new)
    assert named(found(written)) == 300


# --- history rewritten by somebody who knows how the tree is made ---


def rewrite(seq: int) -> None:
    """Change what an entry said and make every tile again, so that the tables agree with each other."""
    body = canonical.encode({"headline": f"Nothing happened at {seq}"})
    Snapshot.objects.create(digest=canonical.digest(body), body=body.decode())
    LedgerEntry.objects.filter(seq=seq).update(digest=canonical.digest(body))
    make_tiles()


def make_tiles() -> None:
    Tile.objects.all().delete()
    record._grow_tree([state.entry.leaf_hash() for state in read.after(0, SIZE)], 0)


def test_rewritten_history_is_caught_by_the_checkpoint_that_was_kept(written: Signer) -> None:
    rewrite(300)
    assert f"first {SIZE} entries" in found(written)
    SignedCheckpoint.objects.filter(size=SIZE).delete()
    assert verify(written.verifier).entries == SIZE  # the older ones know nothing of entry 300
    rewrite(200)
    assert "first 256 entries" in found(written)


def test_rewritten_history_with_all_checkpoints_signed_anew_is_caught_by_one_kept_elsewhere(written: Signer) -> None:
    kept = checkpoint.sign(written, 450)
    rewrite(300)
    SignedCheckpoint.objects.all().delete()
    checkpoint.keep(written, SIZE)
    assert verify(written.verifier).checkpoints == 1
    assert "first 450 entries" in found(written, kept)


def test_the_end_cut_off_cleanly_is_caught_by_a_checkpoint_of_it(written: Signer) -> None:
    LedgerEntry.objects.filter(seq__gt=590).delete()
    make_tiles()
    assert named(found(written).partition(". ")[2]) == 591


def test_a_checkpoint_of_another_key_proves_nothing(written: Signer) -> None:
    stranger = Signer.generate(written.name)
    assert "no valid signature" in found(written, checkpoint.sign(stranger, 10))
    assert "no valid signature" in found(stranger)
