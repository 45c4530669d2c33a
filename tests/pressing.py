"""Presses of tests: a tape followed batch by batch or pressed from nothing, and what is in a store, to compare."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from builders import Tape
from dateline.follow import presswork, rebuild
from dateline.ledger.note import Signer
from dateline.press import boxes, generation
from dateline.press.apply import Press
from dateline.press.page import Box, Own, Page, Part, decode_part
from dateline.press.pagerecord import decode
from dateline.press.store import DATABASES, Reading, Store
from dateline.search.index import SearchIndex
from dateline.serve.answer import make
from dateline.serve.view import Memory, View

GZIP = 16 + zlib.MAX_WBITS
NOTE = "the checkpoint"
GROUP = 5
SIGNER = Signer.generate("courier.example/ledger")


def kin(code: int, limit: int) -> list[int]:
    """A fixed choice of related stories (docs/adr/0003): those of the same five, who all choose each other."""
    first = code // GROUP * GROUP
    return [other for other in range(first, first + GROUP) if other != code][:limit]


def copies(code: int, limit: int) -> list[int]:
    """A fixed choice of near copies: an even code and the one behind it."""
    return [code ^ 1]


class Following:
    """A tape that is followed into a store of its own."""

    def __init__(self, tape: Tape, folder: Path) -> None:
        self.tape = tape
        self.store = Store(folder, writer=True, durable=False)
        self.press = Press(self.store, kin, tape.history, copies=copies)

    def step(self, limit: int) -> int:
        states = self.tape.after(self.press.position, limit)
        self.press.apply(states, NOTE)
        return len(states)

    def follow(self, limits: Iterator[int]) -> None:
        while self.step(next(limits)):
            pass


class Here(Executor):
    """Does at once and in this process what the workers of a rebuild do."""

    def submit(self, work: Any, /, *arguments: Any, **named: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(work(*arguments, **named))
        return done


@contextmanager
def rebuilt(tape: Tape, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The store that a rebuild makes of a tape, by the code of a real one but for its processes."""
    stores: dict[Path, Store] = {}

    def opened(path: Path, **options: Any) -> Store:
        return stores.setdefault(path, Store(path, **options) if path not in stores else stores[path])

    def pool(workers: int, site: Any, pages: Path, index: Path) -> Here:
        presswork._plant.clear()
        presswork.open_plant(site, pages, index)
        return Here()

    with monkeypatch.context() as patch:
        patch.setattr(rebuild, "read", tape)
        patch.setattr(rebuild.checkpoint, "sign", lambda _signer, _size: NOTE)
        patch.setattr(rebuild, "_pool", pool)
        patch.setattr(rebuild, "Store", opened)
        patch.setattr(presswork, "Store", opened)
        patch.setattr(SearchIndex, "related", lambda _self, code, limit: kin(code, limit))
        patch.setattr(presswork.Plant, "copies", lambda _self, code, limit: copies(code, limit))
        patch.setattr(Store, "close", lambda _self: None)
        rebuild.rebuild(folder / "pressed", folder / "search", SIGNER)
        presswork._plant.clear()
    store = stores[generation.in_use(folder / "pressed")]
    try:
        yield store
    finally:
        store.close()


def records(store: Store) -> dict[tuple[str, bytes], Any]:
    """Every record, by database and key: what it says, not how a box of it was joined last, nor what came before it."""
    with store.read() as reading:
        names = [name for name in DATABASES if name != "changed"]
        return {(name, key): _said(reading, name, value) for name in names for key, value in reading.items(name)}


def _said(reading: Reading, database: str, value: bytes) -> Any:
    if database in ("pages", "stories"):
        page = decode(value)
        return page._replace(parts=tuple(_part(reading, part) for part in page.parts))
    if database == "pieces":
        return _part(reading, decode_part(value))
    return value


def _part(reading: Reading, part: Part) -> Any:
    """A box is what it shows: its joined cards are only kept for as long as the stamps are those of the cards."""
    if not isinstance(part, Box):
        return part
    return part._replace(stamps=(), joined=b""), boxes.pick(reading, part)


def addresses(store: Store) -> list[str]:
    """Every address that a reader could ask for."""
    with store.read() as reading:
        stories = [int.from_bytes(key, "big") for key, _ in reading.items("stories")]
        names = [key.decode() for key, _ in reading.items("names")]
        past = [decode(record).path for _, record in reading.items("pages", b"shown:")]
        talks = [f"/discuss/{int.from_bytes(key, 'big')}" for key, _ in reading.items("threads")]
        said = [(key[:8], key[16:]) for key, _ in reading.items("comments")]
    branches = ["/discuss/" + "/".join(str(int.from_bytes(part, "big")) for part in one) for one in said]
    sorted_talks = [f"{talk}?sort={order}" for talk in talks for order in ("newest", "oldest", "replied")]
    kinds = {"person": "/people/{}", "topic": "/topic/{}", "source": "/source/{}", "section": "/{}/"}
    named = [kinds[kind].format(slug) for kind, _, slug in (name.partition(":") for name in names) if kind in kinds]
    own = [f"/news/{code}{end}" for code in stories for end in ("/x", ".json", "/history")]
    fixed = ["/", "/corrections", "/ledger", "/ledger/checkpoint", "/feed.xml", "/feed.json", "/sitemap.xml"]
    return [*fixed, "/sitemap-news.xml", "/robots.txt", "/nothing", *own, *named, *past, *sorted_talks, *branches]


def read(store: Store, targets: Sequence[str]) -> dict[str, tuple[int, dict[str, str], bytes]]:
    """What readers get at these addresses; redirects are followed once."""
    with store.env.begin() as txn:
        view = View(txn, store.databases, Memory())
        return {target: _read(view, target) for target in targets}


def _read(view: View, target: str, again: bool = True) -> tuple[int, dict[str, str], bytes]:
    path, _, query = target.partition("?")
    answer, _ = make(view, path, query, "", 0)
    headers = dict(answer.headers)
    # It tells apart a box that was joined from one whose cards were looked up since; readers see the same.
    headers.pop("etag", None)
    if again and answer.status == 301:
        return _read(view, headers["location"], again=False)
    return answer.status, headers, zlib.decompress(answer.body, GZIP) if answer.body else b""


def texts(page: Page) -> bytes:
    """A page's own words."""
    return b"".join(part.text for part in page.parts if isinstance(part, Own))
