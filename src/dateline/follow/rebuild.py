"""Making the derived stores again from the ledger, beside those in use, on all cores.

It is the code that follows, in another order: each subject is pressed once with all its states instead of once for
each. First the index and, by workers, all that pages show of other pages: cards, lists, versions, people. Then the
comments, branch by branch, for a comment stands below what it answers, and the cards that tell how many there are. Last
the stories' pages, for a page names related stories and shows their cards. One process writes.
"""

from __future__ import annotations

import json
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import TypeVar

from dateline.errors import StaleStore
from dateline.follow import presswork
from dateline.follow.presswork import Collected, Filed, Group
from dateline.ledger import checkpoint, read
from dateline.ledger.note import Signer
from dateline.masthead import Site
from dateline.press import apply, fronts, generation, pastfronts, stories
from dateline.press.discussion import branch
from dateline.press.discussion import put as discussion
from dateline.press.discussion.branch import Placed
from dateline.press.discussion.record import ThreadRecord
from dateline.press.room import Room
from dateline.press.store import Store, replay
from dateline.search.index import SearchIndex
from dateline.story import from_dict

CHUNK = 64
"""Subjects that a worker presses in one go."""

IN_FLIGHT = 8
"""Chunks that are under way at once: bounds the memory."""

Progress = Callable[[str, int], None]
"""Called with the name of the pass and how many subjects are done in it, at most: the last chunk counts as full."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    stories: int
    entries: int


def rebuild(
    pressed: Path, searched: Path, signer: Signer, progress: Progress = lambda _name, _done: None, workers: int = 0
) -> Rebuilt:
    """Make both stores again and switch to them; those in use are served until then.

    Raises StaleStore if the ledger does not begin with a masthead.
    """
    until = read.last_seq()
    room = Room.of(_masthead())
    pages, index = generation.begin(pressed), generation.begin(searched)
    store = Store(pages, writer=True, durable=False)
    with store.write() as w:
        apply.begin(w, room)
    with _pool(workers or os.cpu_count() or 1, room.site, pages, index) as pool:
        codes = _press_records(store, index, pool, until, progress)
        _write(store, _pressed(pool, presswork.press_comments, _placed(store)), "comments", progress)
        _write(store, _pressed(pool, presswork.press_cards, _discussed(store)), "cards", progress)
        _write(store, _pressed(pool, presswork.press_pages, sorted(codes)), "pages", progress)
    _finish(store, room, until, signer)
    generation.switch(searched, index)
    generation.switch(pressed, pages)
    return Rebuilt(len(codes), until)


def _masthead() -> Site:
    state = read.current(["site"]).get("site")
    if state is None or state.body is None:
        raise StaleStore("The ledger does not begin with the site's masthead.", "Run: dateline reconcile")
    return from_dict(Site, json.loads(state.body))


def _press_records(store: Store, path: Path, pool: ProcessPoolExecutor, until: int, progress: Progress) -> list[int]:
    """Everything but the stories' pages; the codes of the stories that have one."""
    index = SearchIndex(path, writer=True, bulk=True)
    codes: list[int] = []
    bodies: deque[bytes] = deque()

    def seen() -> Iterator[Group]:
        for subject, states in read.by_subject(until):
            body = states[-1].body
            if subject.startswith(apply.STORY) and body is not None:
                codes.append(int(subject.removeprefix(apply.STORY)))
                bodies.append(body)
            yield subject, states

    def file(found: Filed) -> Collected:
        for sketched in found.sketches:
            index.add(bodies.popleft(), sketched)
        return found.written

    _write(store, map(file, _pressed(pool, presswork.press_records, seen())), "records", progress)
    index.commit(until)
    index.close()
    return codes


def _placed(store: Store) -> Iterator[Placed]:
    """Every comment in its place; the comments of threads are counted on the way."""
    start = b""
    while True:
        with store.read() as reading:
            found = branch.read(reading, start)
        if not found:
            return
        with store.write() as w:
            for code, seen in groupby(found, key=lambda one: one.story):
                before = discussion.thread_of(w, code).comments
                discussion.put_count(w, code, before + sum(one.words for one in seen))
        yield from branch.place(found)
        start = branch.behind(found[-1])


def _discussed(store: Store) -> list[int]:
    """The stories that have comments."""
    with store.read() as reading:
        found = ((key, ThreadRecord.decode(value)) for key, value in reading.items("threads"))
        return [int.from_bytes(key, "big") for key, thread in found if thread.comments]


def _pressed(pool: ProcessPoolExecutor, work: Callable[[list[T]], R], items: Iterable[T]) -> Iterator[R]:
    """What the pool makes of the items, chunk by chunk and in order."""
    items = iter(items)
    waiting: deque[Future[R]] = deque()
    while True:
        while len(waiting) < IN_FLIGHT and (chunk := list(islice(items, CHUNK))):
            waiting.append(pool.submit(work, chunk))
        if not waiting:
            return
        yield waiting.popleft().result()


def _write(store: Store, chunks: Iterable[Collected], name: str, progress: Progress) -> None:
    """Write what was pressed, a chunk in a transaction."""
    for done, collected in enumerate(chunks, start=1):
        with store.write() as w:
            replay(collected, w)
        progress(name, done * CHUNK)


def _finish(store: Store, room: Room, until: int, signer: Signer) -> None:
    with store.write() as w:
        for name in [key.decode() for key, _ in w.items("meta", b"sitemap:")]:
            stories.put_sitemap(w, room, name)
        for key, day in pastfronts.pages(w):
            pastfronts.put_page(w, room, key, day)
        for day in stories.days(w):
            stories.put_day(w, room, day)
        fronts.put_fronts(w, room, [section.slug for section in room.site.sections])
        apply.finish(w, until, checkpoint.sign(signer, until))
    store.close()


def _pool(workers: int, site: Site, pages: Path, index: Path) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=presswork.open_plant,
        initargs=(site, pages, index),
    )
