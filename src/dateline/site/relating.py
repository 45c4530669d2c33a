"""``dateline related``: what the site finds for a story and why, and whether two stories are the same news.

Lines of tab-separated fields on standard output; stories are named by the id that they were imported with, or by code.
The index is brought up to the ledger first, by the running server or here.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from rich.console import Console
from rich.progress import track

from dateline.errors import DatelineError, SiteError, StoreError
from dateline.search.index import SearchIndex
from dateline.search.likeness import Told
from dateline.site.environment import enter
from dateline.site.folder import SiteFolder

PATIENCE = 60.0
"""Seconds that a running server is given to follow what is new."""

BATCH = 1000
"""Entries that are indexed in one go."""

KEPT = 4096
"""Stories that are remembered for comparing."""

Line = tuple[str, ...]

console = Console(stderr=True)


def run(options: argparse.Namespace) -> int:
    """Run the command; its exit status."""
    if (options.same is None) + (not options.all) + (options.story is None) != 2:
        raise DatelineError("Name one story, or give --all, or --same.", "See: dateline related --help")
    if options.same and len(options.same) != 2:
        raise DatelineError("--same takes two stories, or none and pairs on standard input.")
    folder = enter(options.site)
    bring_up(folder)
    desk = _Reader(SearchIndex(_in_use(folder.search)))
    if options.same is not None:
        pairs = [tuple(options.same)] if options.same else (line.split()[:2] for line in sys.stdin if line.strip())
        _print(desk.same(*pair) for pair in pairs)
    elif options.all:
        codes = desk.codes()
        _print(line for code in track(codes, "related", console=console) for line in desk.related(code, options))
    else:
        _print(desk.related(desk.code(options.story), options))
    return 0


def bring_up(folder: SiteFolder) -> None:
    """Let the index know all that the ledger has. Raises SiteError if the running server does not get there."""
    from dateline.ledger import bell, read

    with folder.hold("following", patience=0) as held:
        if held:
            _follow(folder)
            return
    bell.ring(folder.socket("follow"))
    wanted, deadline = read.last_seq(), time.monotonic() + PATIENCE
    while SearchIndex(_in_use(folder.search)).position < wanted:
        if time.monotonic() > deadline:
            raise SiteError("The running server has not followed all that is new.", "Look at what its log says.")
        time.sleep(0.1)


def _follow(folder: SiteFolder) -> None:
    """Index what is new. Pages are left to the server: it goes on where they stand, whatever the index knows."""
    from dateline.ledger import read
    from dateline.site import rebuilding

    try:
        index = SearchIndex(_in_use(folder.search), writer=True)
    except StoreError:
        with console.status("Pressing everything ..."):
            rebuilding.run(folder)
        return
    with console.status("Indexing what is new ..."):
        while states := read.after(index.position, BATCH):
            index.apply(states)
    index.close()


def _in_use(folder: Path) -> Path:
    from dateline.press import generation

    return generation.in_use(folder)


@dataclass
class _Reader:
    """Asks the index, and names stories as whoever asks knows them."""

    index: SearchIndex
    names: dict[int, str] = field(default_factory=dict)
    by_name: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        from dateline.desk.models import Story

        self.names = dict(Story.objects.exclude(external_id="").values_list("pk", "external_id"))
        self.by_name = {name: code for code, name in self.names.items()}
        self.told = lru_cache(KEPT)(self._told)

    def codes(self) -> list[int]:
        from dateline.desk.models import Story

        return list(Story.objects.filter(live=True).order_by("pk").values_list("pk", flat=True))

    def code(self, name: str) -> int:
        """The story of an id or of a code; raises DatelineError if there is none."""
        found = self.by_name.get(name) or (int(name) if name.isdecimal() else 0)
        if not found or self.index.told(found) is None:
            raise DatelineError(
                f"There is no published story {name}.", "Give its code, or the id it was imported with."
            )
        return found

    def related(self, code: int, options: argparse.Namespace) -> Iterator[Line]:
        """The editor's pins, then what the index finds less what the editor banned."""
        pinned, banned = _wishes(code)
        found = self.index.neighbours(code, options.depth + len(banned), keep_copies=options.keep_copies)
        lines = [(other, 1.0, "pinned by an editor") for other in pinned]
        lines += [(one.code, one.score, "") for one in found if one.code not in (*pinned, *banned)]
        for rank, (other, score, why) in enumerate(lines[: options.depth], 1):
            reason = why or self.index.compare(self.told(code), self.told(other)).why
            yield self.name(code), self.name(other), str(rank), f"{score:.4f}", reason

    def same(self, one: str, other: str) -> Line:
        found = self.index.compare(self.told(self.code(one)), self.told(self.code(other)))
        return one, other, str(int(found.same)), f"{found.score:.4f}", found.why

    def name(self, code: int) -> str:
        return self.names.get(code, str(code))

    def _told(self, code: int) -> Told:
        found = self.index.told(code)
        assert found is not None, code
        return found


def _wishes(code: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What an editor pinned to a story and banned from it, as readers see it now."""
    import json

    from dateline.ledger import read
    from dateline.story import Story, from_dict

    state = read.current([f"story:{code}"]).get(f"story:{code}")
    if state is None or state.body is None:
        return (), ()
    story = from_dict(Story, json.loads(state.body))
    return story.pinned, story.banned


def _print(lines: Iterable[Line]) -> None:
    for line in lines:
        print("\t".join(line))
