"""``dateline import``: copy from files to stories, a batch at a time, every piece accounted for.

Reading is done by a pool of processes, writing by this one. What became of a piece is written in the transaction that
admits its story, so an import that was killed at any instant goes on where it was, and a second run changes nothing.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial

from django.db import transaction

from dateline.desk import intake
from dateline.desk.pictures import take_picture
from dateline.errors import CopyError
from dateline.ledger.rows import insert
from dateline.wire import featured, linked, mentioned, offer, pieces, reading, restoring
from dateline.wire.account import MOST_MISSING
from dateline.wire.admitting import CopyFinder, Gate, nothing_held
from dateline.wire.beside import Beside
from dateline.wire.containers import Opening
from dateline.wire.keeping import Keeping
from dateline.wire.mapping import UNMAPPED, Mapping
from dateline.wire.models import Taken
from dateline.wire.offer import House
from dateline.wire.pieces import Archive, Piece
from dateline.wire.reading import Read
from dateline.wire.report import Line, Outcome, Report
from dateline.wire.rules import Rules, host_of
from dateline.wire.survey import Survey
from dateline.wire.survey import survey as look_through

BATCH = 100
"""Pieces that are read and admitted together, or LIGHT_BATCH of small ones, such as lines: much is done once for each
batch, but pages take long to read, and are to be parted among the readers."""

LIGHT_BATCH = 400
"""Half a second in which nobody else writes."""

LIGHT_BYTES = 1 << 20
"""Bytes up to which a batch may have more pieces than BATCH."""

BATCH_BYTES = 8 << 20
"""Bytes after which a batch is closed before it is full."""

UNCHANGED = "Unchanged since it was taken in."

Progress = Callable[[int, int], None]
"""Called with the bytes of the files that are done, and the number of pieces."""


class _Undo(Exception):
    """Ends the transaction of a dry run."""


@dataclass
class Import:
    """One run over some paths."""

    house: House
    report: Report
    dry_run: bool = False
    workers: int = 1
    start: Callable[[int], Executor] = reading.start_pool
    """Makes the executor that reads."""
    progress: Progress = lambda *_: None
    archive: CopyFinder = nothing_held
    admitted: Callable[[Sequence[Line]], None] = lambda _: None
    """Is told what became of each batch, in the transaction that admits it."""
    done: int = 0
    """Bytes of the files that are read."""
    rules: Rules = field(default_factory=dict)
    """What people said of the pages of some hosts."""
    mapping: Mapping = UNMAPPED
    """What the columns of tables and the names of JSON objects mean."""
    originals: Keeping | None = None
    """Where the bytes that stories are read from are kept, if anywhere."""
    beside: Beside = field(default_factory=Beside)
    """Where the pictures of pages are found."""

    def run(self, archives: Iterable[Archive], kind: str = "") -> None:
        """Take in every piece of the files; what became of it goes to the report.

        ``archives`` are gone through twice: to look what there is, and to read it.
        """
        gate = Gate(self.house, secrets.token_hex(8), self.dry_run, archive=self.archive)
        rail = featured.Featured(wanted=not self.dry_run and intake.is_empty())
        survey = look_through(archives, kind)
        opening = Opening(self.report.left_out, survey.captures)
        self.beside = Beside(survey.captures)
        if self.originals:
            self.originals.lore_for = survey.lore_for
        with closing(survey.captures), closing(self.beside):
            fresh = self._fresh(_batches(archives, kind, opening, self._told_of(survey)))
            for batch in reading.read_all(fresh, self.workers, self.start, survey.lore_for, self.rules):
                rail.meet(batch)
                for line in self._admit(gate, batch):
                    self.report.add(line)
                self.done = max(self.done, batch[-1].piece.reached)
                self.progress(self.done, self.report.total)
        if not self.dry_run:
            mentioned.settle()
            self.report.account.lost, self.report.account.unpinned = mentioned.lost(MOST_MISSING)
            linked.settle()
            rail.place()

    def _told_of(self, survey: Survey) -> Callable[[Piece], Piece]:
        """What gives a piece the mapping, and what a list of posts says of it."""

        def told(piece: Piece) -> Piece:
            row = survey.row_for(piece)
            if not row and not self.mapping:
                return piece
            return replace(piece, about=replace(piece.about, mapping=self.mapping, listed=row))

        return told

    def _fresh(self, batches: Iterable[list[Piece]]) -> Iterator[list[Piece]]:
        """The pieces that were not taken in before just as they are; the others are reported."""
        for batch in batches:
            known = Taken.objects.in_bulk([piece.place for piece in batch])
            fresh = []
            for piece in batch:
                row = known.get(piece.place)
                if row is not None and row.digest == reading.digest(piece, self.rules.get(row.host, ())):
                    self.report.add(_known(piece, row))
                else:
                    fresh.append(piece)
            if fresh:
                yield fresh
            else:
                self.progress(batch[-1].reached, self.report.total)

    def _admit(self, gate: Gate, batch: Sequence[Read]) -> list[Line]:
        """Offer a batch to the desk and remember what became of it, both or neither."""
        # Before the transaction: making the sizes of a picture is slow.
        found = {read.piece.name: self._pictures_of(read) for read in batch}
        lines: list[Line] = []
        with contextlib.suppress(_Undo), transaction.atomic():
            lines = gate.admit(batch, {name: pictures for name, (pictures, _) in found.items()})
            if self.dry_run:
                raise _Undo
            self._remember(batch, lines, gate.run)
            mentioned.keep(batch, lines, gate.named)
            linked.keep(batch, lines)
            self.admitted(lines)
            if self.originals:
                self.originals.keep(batch, lines)
        return [replace(line, missing=found[line.file][1]) for line in lines]

    def _pictures_of(self, read: Read) -> tuple[dict[str, int], tuple[str, ...]]:
        """The pictures of a record that lie beside it, as rows of the desk, by address; and those that are missing.

        A dry run only looks for them: their rows are 0.
        """
        taken: dict[str, int] = {}
        missing: list[str] = []
        for address, take in self._pictures_named(read):
            try:
                row = take()
                if row is None:
                    missing.append(address)
                else:
                    taken[address] = row
            except (CopyError, OSError) as error:
                missing.append(f"{address}: {error}")
        return taken, tuple(missing)

    def _pictures_named(self, read: Read) -> Iterator[tuple[str, Callable[[], int | None]]]:
        """The address of every picture that a record names, and what takes it in; that gives None if it is missing."""
        if read.record and read.record.whole:
            for one in read.record.whole.pictures:
                yield one.key, partial(restoring.take_picture, read, one, self.dry_run)
            return
        for address in offer.addresses_of_pictures(read.record) if read.record else ():
            yield address, partial(self._take_picture, read, address)

    def _take_picture(self, read: Read, address: str) -> int | None:
        found = self.beside.picture(read.piece, address)
        if found is None:
            return None
        return 0 if self.dry_run else int(take_picture(found.data, title=found.name).pk)

    def _remember(self, batch: Sequence[Read], lines: Sequence[Line], run: str) -> None:
        rows = []
        for read, line in zip(batch, lines, strict=True):
            host = host_of(read.record, read.piece.about.address)
            rows.append(
                Taken(
                    piece=read.piece.place,
                    file=read.piece.archive.place,
                    digest=reading.digest(read.piece, self.rules.get(host, ())),
                    run=run,
                    outcome=line.outcome,
                    reason=line.reason,
                    mark=line.mark,
                    code=line.code,
                    version=read.record.version if read.record else 0,
                    headline=read.record.headline if read.record else "",
                    host=host,
                )
            )
        fields = ["file", "digest", "run", "outcome", "reason", "mark", "code", "version", "headline", "host"]
        insert(Taken, rows, unique=["piece"], update=fields)


def _batches(
    archives: Iterable[Archive], kind: str, opening: Opening, told_of: Callable[[Piece], Piece]
) -> Iterator[list[Piece]]:
    batch: list[Piece] = []
    size = 0
    for archive in archives:
        for piece in pieces.split(archive, kind, opening):
            batch.append(told_of(piece))
            size += len(piece.data)
            if _is_full(len(batch), size):
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def _is_full(pieces: int, size: int) -> bool:
    return size >= BATCH_BYTES or pieces >= (BATCH if size >= LIGHT_BYTES else LIGHT_BATCH)


def _known(piece: Piece, row: Taken) -> Line:
    outcome: Outcome = row.outcome
    reason = row.reason if outcome == "rejected" else f"{UNCHANGED} {row.reason}".strip()
    return Line(piece.name, outcome, reason, row.code, headline=row.headline)
