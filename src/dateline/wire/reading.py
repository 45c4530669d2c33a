"""Reading pieces into records in a pool of processes. The function that does it is pure and knows no Django."""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dateline import garbage
from dateline.errors import CopyError
from dateline.search.text import Text
from dateline.wire import rules, sources
from dateline.wire.pieces import Piece
from dateline.wire.record import Record
from dateline.wire.refusal import NoStory
from dateline.wire.rules import Rule, Rules
from dateline.wire.survey import Lore, site_of
from dateline.wire.text import NOTHING

IN_FLIGHT = 4
"""Batches for each worker that are under way at once: bounds the memory."""

NO_RULES: Rules = {}

MOST_BYTES = 96 << 20
"""Bytes of pieces that may be under way when one more batch is sent out: pages are small, but any may be huge."""

CRASHED = "Reading it ends the reader; it was left out."


log = logging.getLogger("dateline.import")


@dataclass(frozen=True, slots=True)
class Read:
    """A piece and what was read from it: a record, or the reason why there is none."""

    piece: Piece
    record: Record | None
    reason: str = ""
    found: Record | None = None
    """What was found of a story that is none, for the report."""
    text: Text | None = None
    """The record's text, made ready to be compared with others."""


class Found(NamedTuple):
    """What a worker hands back of a piece: without the piece, which need not travel twice."""

    record: Record | None
    reason: str = ""
    scraps: Record | None = None
    text: Text | None = None


def read(pieces: Sequence[Piece], lore: Lore, given: Rules = NO_RULES) -> list[Found]:
    """What a worker does: the record or the reason of each piece.

    ``lore`` is what was learned of their sites, ``given`` what a person said of them.
    """
    return [_read(piece, lore, given) for piece in pieces]


def _read(piece: Piece, lore: Lore, given: Rules) -> Found:
    if piece.fault:
        return Found(None, piece.fault)
    try:
        about = replace(piece.about, furniture=lore.get(site_of(piece), NOTHING)) if lore else piece.about
        record = sources.read(piece.source, piece.data, about)
        addresses = tuple(dict.fromkeys((*record.addresses, *about.others)))
        record = replace(record, addresses=addresses, captured=about.captured, damage=piece.note or record.damage)
        if mine := given.get(rules.host_of(record, about.address)):
            record = rules.apply(record, piece.data, mine)
        return Found(record, text=Text.of_words(record.plain_body(), record.language))
    except NoStory as error:
        return Found(None, str(error), error.found)
    except CopyError as error:
        return Found(None, str(error))
    except Exception as error:
        # One page in a million must not end the import of the others; it is reported, and the fault is logged.
        log.exception("%s: a fault of the reader", piece.name)
        return Found(None, f"It cannot be read, by a fault of the reader: {type(error).__name__}: {error}"[:500])


def start_pool(workers: int) -> Executor:
    """Processes that are started fresh: a fork of one that holds a database open shares its connection."""
    fresh = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=fresh, initializer=garbage.start_seldom)


def nothing_learned(_: Sequence[Piece]) -> Lore:
    """What is known of the sites of pieces that nobody looked through before."""
    return {}


def read_all(
    batches: Iterable[Sequence[Piece]],
    workers: int,
    start: Callable[[int], Executor] = start_pool,
    lore_for: Callable[[Sequence[Piece]], Lore] = nothing_learned,
    given: Rules = NO_RULES,
) -> Iterator[list[Read]]:
    """Every batch read, in order, by so many workers of an executor that ``start`` makes.

    A piece that ends its worker, say by a fault in a C library, is found by reading its batch one by one.
    """
    batches = iter(batches)
    pool = start(workers)
    waiting: deque[tuple[Sequence[Piece], Future[list[Found]]]] = deque()
    try:
        while True:
            while _has_room(waiting, workers) and (batch := next(batches, None)):
                waiting.append((batch, pool.submit(read, batch, lore_for(batch), given)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                found = future.result()
            except BrokenProcessPool:
                pool.shutdown(cancel_futures=True)
                found = [_read_alone(piece, start, lore_for([piece]), given) for piece in batch]
                pool = start(workers)
                waiting = deque((later, pool.submit(read, later, lore_for(later), given)) for later, _ in waiting)
            yield [Read(piece, *one) for piece, one in zip(batch, found, strict=True)]
    finally:
        pool.shutdown(cancel_futures=True)


def _has_room(waiting: Iterable[tuple[Sequence[Piece], object]], workers: int) -> bool:
    sizes = [sum(len(piece.data) for piece in batch) for batch, _ in waiting]
    return len(sizes) < IN_FLIGHT * workers and sum(sizes) < MOST_BYTES


def _read_alone(piece: Piece, start: Callable[[int], Executor], lore: Lore, given: Rules) -> Found:
    with start(1) as pool:
        try:
            return pool.submit(read, [piece], lore, given).result()[0]
        except BrokenProcessPool:
            return Found(None, CRASHED)


def digest(piece: Piece, given: Sequence[Rule] = ()) -> str:
    """What a piece is known by on a second run: its bytes, the code that reads them, and what people said of it."""
    found = hashlib.blake2b((code() + rules.digest(given)).encode(), digest_size=16)
    if piece.about.mapping:
        found.update(repr(piece.about.mapping).encode(errors="surrogatepass"))
    found.update(piece.about.listed)
    found.update(piece.data)
    return found.hexdigest()


@cache
def code() -> str:
    """A digest of this package: a better reader reads everything again."""
    found = hashlib.blake2b(digest_size=16)
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()
