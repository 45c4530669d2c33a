"""Saved pages into records: how right and how fast, beside trafilatura alone on the same pages in the same run.

usage: python -m bench.import_pages [DATA] [--smoke]

``DATA`` holds ``truth.jsonl`` and ``pages/*.html.gz`` as ``../shared/data/import`` does; its scorer is expected in
``../../tools/score_import.py`` beside it. Each page is read by both, one after the other, the first of them changing
from page to page; times are of this process's own CPU. The pages are also scored in two halves, by a hash of their
domain: faults were looked at in the half ``looked`` only, so ``held`` tells how far the rules carry.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib.util
import json
import statistics
import time
import warnings
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from trafilatura import bare_extraction

from bench import machine
from dateline.errors import CopyError
from dateline.wire import page
from dateline.wire.record import Record
from dateline.wire.refusal import NoStory

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "import"
SMOKE = 40
AIM = 0.8
"""Pages a second of Dateline by those of trafilatura alone, at least."""

Row = dict[str, Any]


def ours(data: bytes) -> Row:
    """What the import report says of a page."""
    try:
        return _told(page.read(data))
    except NoStory as reason:
        return _told(reason.found) | {"outcome": "rejected", "reason": str(reason)}
    except CopyError as reason:
        return {"outcome": "rejected", "reason": str(reason)}


def _told(record: Record) -> Row:
    return {
        "headline": record.headline,
        "body": record.plain_body(),
        "authors": list(record.authors),
        "date": record.published,
        "image": record.image.address if record.image else None,
    }


def theirs(data: bytes) -> Row:
    """What trafilatura makes of a page by itself, text and metadata."""
    found = bare_extraction(data, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {"headline": found.title, "body": found.text, "authors": authors, "date": found.date, "image": found.image}


def measure(data: Path = DATA, *, smoke: bool = False) -> dict[str, Any]:
    """The figures of both readers: pages a second, their ratio, and the scores if the scorer is there."""
    warnings.simplefilter("ignore")
    truths = [json.loads(line) for line in (data / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    truths = truths[:: max(1, len(truths) // SMOKE)] if smoke else truths
    pages = [gzip.decompress((data / truth["file"]).read_bytes()) for truth in truths]
    for read in (ours, theirs):  # what is loaded at the first use is no page's time
        read(pages[0])
    rows: dict[str, list[Row]] = {"dateline": [], "trafilatura": []}
    seconds: dict[str, list[float]] = {"dateline": [], "trafilatura": []}
    for turn, text in enumerate(pages):
        both = [("dateline", ours), ("trafilatura", theirs)]
        for name, read in both if turn % 2 else reversed(both):
            row, took = _timed(read, text)
            rows[name].append(row)
            seconds[name].append(took)
    ratio = sum(seconds["trafilatura"]) / sum(seconds["dateline"])
    figures: dict[str, Any] = {"pages": len(pages), "megabytes": round(sum(map(len, pages)) / 1e6, 1)}
    for name, times in seconds.items():
        figures[f"{name} pages/s"] = round(len(pages) / sum(times), 1)
        figures[f"{name} ms a page, median and slowest"] = [round(f(times) * 1000, 1) for f in (statistics.median, max)]
    figures["pages/s, ratio"] = round(ratio, 2)
    figures["fast enough"] = ratio >= AIM
    figures["rejected"] = [row["reason"] for row in rows["dateline"] if "reason" in row]
    if scorer := load_scorer(data):
        figures |= {f"scores of {name}": scores_of(scorer, truths, found) for name, found in rows.items()}
    return figures


def _timed(read: Callable[[bytes], Row], data: bytes) -> tuple[Row, float]:
    began = time.process_time()
    row = read(data)
    return row, time.process_time() - began


def load_scorer(data: Path) -> ModuleType | None:
    path = data.parent.parent / "tools" / "score_import.py"
    spec = importlib.util.spec_from_file_location("score_import", path) if path.exists() else None
    if spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores_of(scorer: ModuleType, truths: list[Row], rows: list[Row]) -> dict[str, Any]:
    """The scorer's figures over all pages, by set, and for the two halves."""
    groups: dict[str, list[Any]] = defaultdict(list)
    for truth, row in zip(truths, rows, strict=True):
        score = scorer.score_page(truth, row)
        held = hashlib.sha256(truth["domain"].encode()).digest()[0] & 1
        for group in ("all", truth["set"], "held" if held else "looked"):
            groups[group].append(score)
    return {group: scorer.summary(scores) for group, scores in sorted(groups.items())}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--smoke", action="store_true", help="a few pages only, to see that it runs")
    arguments = parser.parse_args()
    figures = measure(arguments.data, smoke=arguments.smoke)
    machine.tell("import_pages", figures)
    if not arguments.smoke:
        machine.keep("import_pages", figures)


if __name__ == "__main__":
    main()
