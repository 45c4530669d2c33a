"""How good related stories are on labelled sets, and how fast they are found in a large archive.

    python -m bench.related DATA [--stories N] [--smoke]

DATA is a folder with ``related/<set>.jsonl.gz``, ``related/<set>.qrels.tsv`` and ``corpus/``, in the form that the
shared scorer reads. Each set is taken alone; ``en_hard`` is three of them among the articles of three corpora. The
figure is nDCG@10 with two grades; copies are kept, for in these sets a copy is the same event.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import math
import random
import shutil
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from bench import archive, machine
from dateline.search import schema
from dateline.search.index import SearchIndex
from dateline.story import Moment, Paragraph, Story
from dateline.wire.lines import first_sentence

SETS = ("gva", "ecbplus", "basil", "vietnamesemds")
HARD = ("gva", "ecbplus", "basil")
DISTRACTORS = ("allsides", "reuters", "bbc")
DEPTH = 10
ASKED = 2000
"""Stories of the large archive that are asked for."""

Grades = dict[str, dict[str, int]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--stories", type=int, default=100_000, help="of the archive that speed is measured in")
    parser.add_argument("--smoke", action="store_true", help="the speed alone, among few stories, to see that it runs")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp())
    try:
        if options.smoke:
            index, _ = archive.build(folder / "archive", 2_000)
            machine.tell("related", speed(index, 2_000))
            return
        machine.keep("related", _quality(options.data, folder) | _same(options.data, folder))
        index, _ = archive.build(folder / "archive", options.stories)
        machine.keep(f"related-speed-{options.stories}", speed(index, options.stories))
    finally:
        shutil.rmtree(folder)


def speed(index: SearchIndex, stories: int) -> dict[str, object]:
    """Milliseconds for one story, copies left out, and of the processor alone."""
    dice = random.Random(7)
    walls, cpus = [], []
    for code in dice.sample(range(1, stories), min(ASKED, stories - 1)):
        wall, cpu = time.perf_counter(), time.thread_time()
        index.related(code, 10)
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.thread_time() - cpu))
    return {"stories": stories, "wall ms": percentiles(walls), "cpu ms": percentiles(cpus)}


def percentiles(values: Sequence[float]) -> dict[str, float]:
    cuts = statistics.quantiles(values, n=100)
    return {"p50": round(cuts[49], 2), "p90": round(cuts[89], 2), "p99": round(cuts[98], 2)}


def _quality(data: Path, folder: Path) -> dict[str, object]:
    figures: dict[str, object] = {}
    for name in SETS:
        figures[name] = _score(data, folder / name, _rows(data / "related", [name]), [name])[name]
    hard = [*_rows(data / "related", HARD), *_rows(data / "corpus", DISTRACTORS)]
    scores = _score(data, folder / "hard", hard, HARD)
    queries = {name: len(_asked(_grades(data, name))) for name in HARD}
    mean = sum(scores[name] * queries[name] for name in HARD) / sum(queries.values())
    return figures | {"en_hard": round(mean, 4), "en_hard by set": scores}


def _same(data: Path, folder: Path) -> dict[str, object]:
    """F1 of the decision whether two stories are the same news."""
    index, codes = _index(folder / "pairs", _rows(data / "related", ["tgpairs"]))
    right = wrong = missed = 0
    for line in (data / "related" / "tgpairs.pairs.tsv").read_text(encoding="utf-8").splitlines():
        one, other, verdict, *_ = line.split("\t")
        told, besides = index.told(codes[one]), index.told(codes[other])
        assert told is not None
        assert besides is not None
        said = index.compare(told, besides).same
        right += said and verdict == "OK"
        wrong += said and verdict != "OK"
        missed += not said and verdict == "OK"
    return {"same news, F1": round(2 * right / (2 * right + wrong + missed), 4)}


def _score(data: Path, folder: Path, rows: list[dict[str, str]], names: Iterable[str]) -> dict[str, float]:
    index, codes = _index(folder, rows)
    ids = {code: one for one, code in codes.items()}
    scores = {}
    for name in names:
        grades = _grades(data, name)
        found = {one: index.neighbours(codes[one], DEPTH, keep_copies=True) for one in _asked(grades)}
        ranked = {one: [ids[other.code] for other in others] for one, others in found.items()}
        scores[name] = round(statistics.mean(_ndcg(others, grades[one]) for one, others in ranked.items()), 4)
    return scores


def _asked(grades: Grades) -> list[str]:
    """The stories with at least two others of the same event."""
    return [one for one, others in grades.items() if sum(grade >= 2 for grade in others.values()) >= 2]


def _ndcg(ranked: Sequence[str], grades: dict[str, int]) -> float:
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    return _gain(grades.get(other, 0) for other in ranked) / _gain(best)


def _gain(grades: Iterable[int]) -> float:
    return sum(grade / math.log2(place + 2) for place, grade in enumerate(grades))


def _grades(data: Path, name: str) -> Grades:
    found: Grades = defaultdict(dict)
    for line in (data / "related" / f"{name}.qrels.tsv").read_text(encoding="utf-8").splitlines():
        one, other, grade = line.split("\t")
        found[one][other] = int(grade)
    return found


def _rows(folder: Path, names: Iterable[str]) -> list[dict[str, str]]:
    packed = [gzip.decompress((folder / f"{name}.jsonl.gz").read_bytes()) for name in names]
    return [json.loads(line) for one in packed for line in one.split(b"\n") if line.strip()]


def _index(folder: Path, rows: list[dict[str, str]]) -> tuple[SearchIndex, dict[str, int]]:
    """An index of some records, as an import would take them in, and their codes by id."""
    index = SearchIndex(folder, writer=True)
    codes = {}
    for code, row in enumerate(rows, 1):
        codes[row["id"]] = code
        index.writer.add_document(schema.document(_story(code, row)))
    index.commit(1)
    return index, codes


def _story(code: int, row: dict[str, str]) -> Story:
    text = row["text"] or ""
    return Story(
        code=code, slug="s", section="s", language=row["lang"] or "en",
        headline=row["title"] or first_sentence(text), published=Moment((row["date"] or "")[:10]),
        body=tuple(Paragraph(html=html.escape(line)) for line in text.split("\n") if line.strip()),
    )  # fmt: skip


if __name__ == "__main__":
    main()
