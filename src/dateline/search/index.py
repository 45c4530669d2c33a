"""The index on disk: following the ledger into it, and asking it.

tantivy's commit takes no payload in Python, so the position in the ledger is a document of its own, replaced in the
commit whose effect it tells. After a crash the index stands at its last commit, position included, and applying the
same states again replaces each story's document by itself.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import tantivy

from dateline.errors import DamagedStore, StaleStore
from dateline.ledger.entry import State
from dateline.search import languages, likeness, related, schema
from dateline.search.finding import Inquiry, Narrowing
from dateline.search.likeness import Likeness, Told
from dateline.search.query import Query, parse
from dateline.search.related import Around, Found, Rarity
from dateline.story import Story, from_dict

# tantivy wants at least 15 MB a thread; one thread keeps up with a newsroom.
HEAP = 20_000_000

BULK_HEAP = 200_000_000
"""For an archive that goes in at once, into few segments: each of them costs a look for related stories about as much
however many stories are in it (60,000 stories in four of them took 0.39 ms to search, in two 0.20)."""


class SearchIndex:
    """An open index; only one process may open it as its writer."""

    def __init__(self, path: Path, *, writer: bool = False, threads: int = 1, bulk: bool = False) -> None:
        """Open the index in the folder ``path``; a writer makes it if it is not there.

        ``bulk``: a whole archive is about to be added, and may take memory.
        Raises DamagedStore if it cannot be read, StaleStore if it is of another format.
        """
        self.path = path
        self.schema = schema.build()
        self._seen = self._state()
        self._rarity: Rarity | None = None
        self._around: tuple[tuple[int, int], Around] | None = None
        heap = BULK_HEAP if bulk else HEAP
        try:
            if writer:
                path.mkdir(parents=True, exist_ok=True)
            self.index = tantivy.Index(self.schema, path=str(path))
            languages.register(self.index)
            self.index.config_reader("manual")
            self.writer: Any = self.index.writer(heap * threads, threads) if writer else None
        except (ValueError, OSError) as error:
            raise DamagedStore(
                f"The search index in {path} cannot be opened: {error}", "It is made again by: dateline rebuild"
            ) from error
        self._check_format()

    @property
    def position(self) -> int:
        """The number of the last entry of the ledger that the index knows."""
        found = self._cursor()
        return int(found["position"][0]) if found else 0

    def apply(self, states: Sequence[State]) -> None:
        """Index the states that come next, in one commit; those at or before ``position`` are passed over."""
        done = self.position
        fresh = [state for state in states if state.entry.seq > done]
        if not fresh:
            return
        latest = {state.entry.subject: state for state in fresh if state.entry.subject.startswith("story:")}
        for subject, state in latest.items():
            self.put(int(subject.removeprefix("story:")), state.body)
        self.commit(fresh[-1].entry.seq)

    def put(self, code: int, body: bytes | None) -> None:
        """Replace what is known of a story by its snapshot; None takes it out. Not seen before ``commit``."""
        self._delete(code)
        if body is not None:
            self.add(body)

    def add(self, body: bytes, sketched: bytes | None = None) -> None:
        """``put`` for a story that the index does not have: it need not be looked for.

        ``sketched`` is its sketch, if somebody has made it already.
        """
        story = from_dict(Story, json.loads(body))
        if not story.retracted:
            self.writer.add_document(schema.document(story, sketched))

    def commit(self, position: int) -> None:
        """Make what was put findable, as of an entry of the ledger."""
        self._delete(schema.CURSOR)
        self.writer.add_document(schema.cursor(position))
        self.writer.commit()
        self._reload()

    def refresh(self) -> None:
        """See what another process has committed since; costs next to nothing if that is nothing."""
        state = self._state()
        if state != self._seen:
            # The state is that from before: what is committed meanwhile is seen the next time, at the latest.
            self._seen = state
            self._reload()

    def inquire(self, query: Query, narrowing: Narrowing) -> Inquiry:
        """A query as asked of what the index knows now."""
        return Inquiry(self.index.searcher(), self.schema, query, narrowing)

    def find(self, words: str, limit: int) -> list[int]:
        """The codes of at most ``limit`` stories that a query finds, best first."""
        return [hit.code for hit in self.inquire(parse(words), Narrowing()).page("relevance", limit).hits]

    def related(self, code: int, limit: int) -> list[int]:
        """The codes of at most ``limit`` stories that belong to a story, best first, copies left out."""
        return [found.code for found in self._look(code, limit).related]

    def copies(self, code: int, limit: int) -> list[int]:
        """The codes of near copies of a story among what is looked through for ``limit`` related ones."""
        return self._look(code, limit).copies

    def neighbours(self, code: int, limit: int, *, keep_copies: bool = False) -> list[Found]:
        """The same with their scores; with near copies if they are wanted."""
        return related.find(self.rarity(), self.schema, code, limit, keep_copies=keep_copies)

    def rarity(self) -> Rarity:
        """How rare words are in what the index knows now."""
        if self._rarity is None:
            self._rarity = Rarity(self.index.searcher())
        return self._rarity

    def _look(self, code: int, limit: int) -> Around:
        # Remembered for one story: whoever presses it asks for what is related to it and then for its copies.
        if self._around is None or self._around[0] != (code, limit):
            self._around = (code, limit), related.look(self.rarity(), self.schema, code, limit)
        return self._around[1]

    def _reload(self) -> None:
        self.index.reload()
        self._rarity = Rarity(self.index.searcher(), self._rarity)
        self._around = None

    def having(self, field: str, value: str, limit: int = 2) -> list[int]:
        """The codes of a few stories with a section, person, topic or source."""
        searcher = self.index.searcher()
        hits = searcher.search(tantivy.Query.term_query(self.schema, field, value), limit, count=False).hits
        codes = searcher.fast_field_values("code", [address for _, address in hits])
        return [int(code) for code in codes if code is not None]

    def told(self, code: int) -> Told | None:
        """What of a story is compared with others; None if the index does not have it."""
        searcher = self.index.searcher()
        address = related.locate(searcher, self.schema, code)
        if address is None:
            return None
        published = searcher.fast_field_values("published", [address])[0]
        return likeness.read(searcher.doc(address).to_dict(), int(published or 0))

    def compare(self, one: Told, other: Told) -> Likeness:
        """How alike two stories are, and why."""
        return likeness.compare(self.rarity(), one, other)

    def close(self) -> None:
        if self.writer is not None:
            self.writer.wait_merging_threads()
            self.writer = None

    def _delete(self, code: int) -> None:
        # By a query: deleting by term takes an int for a signed one and finds nothing in an unsigned field (0.27.0).
        self.writer.delete_documents_by_query(tantivy.Query.term_query(self.schema, "code", code))

    def _state(self) -> tuple[int, ...]:
        """What changes with every commit: tantivy puts a new file of this name in place."""
        try:
            found = (self.path / "meta.json").stat()
        except FileNotFoundError:
            return ()
        return found.st_mtime_ns, found.st_ino, found.st_size

    def _cursor(self) -> Any:
        searcher = self.index.searcher()
        query = tantivy.Query.term_query(self.schema, "code", schema.CURSOR)
        hits = searcher.search(query, 1).hits
        return searcher.doc(hits[0][1]).to_dict() if hits else None

    def _check_format(self) -> None:
        found = self._cursor()
        if found and found["format"][0] != schema.FORMAT:
            raise StaleStore(
                f"The search index in {self.path} is of another format.", "It is made again by: dateline rebuild"
            )
