"""How long searches take in a large archive: queries of one to four words, common ones too, phrases, filters, typos.

    python -m bench.search [--stories N] [--index DIR] [--smoke]

Queries are drawn by the frequency that words have in the text, so that common words come as often as readers who type
sentences would type them. ``--index`` keeps the index, or takes the one that is there.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import archive, machine, related
from dateline.search.finding import Narrowing
from dateline.search.index import SearchIndex
from dateline.search.query import parse

ASKED = 300
"""Queries of each kind."""

PAGE = 20

Draw = Callable[[random.Random, archive.Archive], str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=100_000)
    parser.add_argument("--index", type=Path, help="where to keep the index, or where it is")
    parser.add_argument("--smoke", action="store_true", help="few stories, to see that it runs")
    options = parser.parse_args()
    stories = 2_000 if options.smoke else options.stories
    folder = options.index or Path(tempfile.mkdtemp())
    try:
        figures: dict[str, object] = {}
        if (folder / "meta.json").exists():
            index = SearchIndex(folder)
        else:
            index, rate = archive.build(folder, stories)
            figures["stories a second, made and indexed"] = round(rate)
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        figures |= {"bytes a story": round(size / stories), "segments": index.index.searcher().num_segments}
        figures |= dict(measure(index))
        figures["related"] = related.speed(index, stories)
        machine.tell("search", figures)
        if not options.smoke:
            machine.keep(f"search-{stories}", figures)
    finally:
        if not options.index:
            shutil.rmtree(folder)


def measure(index: SearchIndex) -> Iterator[tuple[str, object]]:
    """For each kind of query and order, milliseconds for a page of results, and for counting what was found."""
    words = archive.Archive()
    # A search process makes itself ready with a few searches before readers come; what those take is told.
    yield "the first six searches of a process", _time(index, words.words[:6], lambda one: one.page("relevance", PAGE))
    for name, draw in KINDS.items():
        dice = random.Random(3)
        queries = [draw(dice, words) for _ in range(ASKED)]
        yield f"{name}: best match", _time(index, queries, lambda one: one.page("relevance", PAGE))
        yield f"{name}: newest", _time(index, queries, lambda one: one.page("newest", PAGE))
        yield f"{name}: counts", _time(index, queries[: ASKED // 3], lambda one: one.count())
    narrow = Narrowing((("section", "world"),), since=1_500_000_000)
    yield "two words, filtered", _time(index, queries, lambda one: one.page("relevance", PAGE), narrow)


def _time(
    index: SearchIndex, queries: list[str], ask: Callable[..., object], narrowing: Narrowing | None = None
) -> dict[str, dict[str, float]]:
    walls, cpus = [], []
    for text in queries:
        wall, cpu = time.perf_counter(), time.thread_time()
        ask(index.inquire(parse(text), narrowing or Narrowing()))
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.thread_time() - cpu))
    return {"wall ms": related.percentiles(walls), "cpu ms": related.percentiles(cpus)}


def _words(number: int) -> Draw:
    def draw(dice: random.Random, words: archive.Archive) -> str:
        return " ".join(dice.choice(words.run) for _ in range(number)) + " "

    return draw


def _common(dice: random.Random, words: archive.Archive) -> str:
    return " ".join(dice.sample(words.words[:40], dice.randint(1, 4)))


def _phrase(dice: random.Random, words: archive.Archive) -> str:
    return f'"{_words(2)(dice, words).strip()}"'


def _typo(dice: random.Random, words: archive.Archive) -> str:
    word = next(word for word in iter(lambda: dice.choice(words.words), "") if len(word) >= 6)
    place = dice.randrange(1, len(word))
    return word[:place] + "q" + word[place + 1 :]


KINDS: dict[str, Draw] = {
    "one word": _words(1),
    "two words": _words(2),
    "three words": _words(3),
    "four words": _words(4),
    "only of the forty commonest words": _common,
    "a phrase of two words": _phrase,
    "a mistyped word": _typo,
}


if __name__ == "__main__":
    main()
