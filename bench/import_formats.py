"""Every recorded file of every export format through the import's own door: what came in, and why the rest did not.

usage: python -m bench.import_formats [DATA] [--groups NAME...] [--reports FOLDER] [--smoke]

Each group of ``DATA/formats`` is one archive, taken in by ``dateline import --dry-run`` as it lies there. A file that
``index.tsv`` says parses has come in whole if each of its records is a story, or is none by its own nature (a picture,
a menu, an entry with no text), and if there are as many records as another parser counts in it.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import tarfile
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from lxml import etree

from bench import machine, running
from bench.import_pages import DATA

STORY = frozenset({"imported", "merged", "review"})
SMOKE = ("ghost", "nitf")
SHOWN = 8
"""Reasons of each group that are printed."""

# What is no story by its own nature. Everything else that was left out counts against us.
NO_STORY = re.compile(
    r"It is (?:no story but|a picture|a film|a sound|a graphic|a package|a plan of|an event|a list of|a part of"
    r"|the description|an animation)"
    r"|It has neither a headline nor text|(?:It|The entry|The post) has no text, only a headline|It lay in the bin"
    r"|The feed has no entries|The export holds no posts|There is no item in it"
)
ITEMS = (
    "item",
    "entry",
    "newsItem",
    "packageItem",
    "conceptItem",
    "knowledgeItem",
    "planningItem",
    "catalogItem",
    "nitf",
)

Row = dict[str, Any]


def measure(data: Path = DATA, groups: Iterable[str] = (), reports: Path | None = None) -> dict[str, Any]:
    """The figures of each group, and those of all of them."""
    formats = data / "formats"
    index = _index(formats / "index.tsv")
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="dateline-formats-") as folder:
        site = Path(folder) / "site"
        running.dateline("init", str(site), "--name", "The Bench", "--sections", "World, Sport")
        for group in groups or sorted(index):
            report = (reports or Path(folder)) / f"{group}.jsonl"
            began = time.perf_counter()
            archive = formats / f"{group}.tar.gz"
            running.dateline("import", "--site", str(site), str(archive), "--dry-run", "--report", str(report))
            seconds = time.perf_counter() - began
            figures[group] = _figures(archive, index[group], _lines(report)) | {"seconds": round(seconds, 1)}
    figures["all"] = _sum(figures.values())
    return figures


def _index(path: Path) -> dict[str, dict[str, str]]:
    """What another parser says of each file, by group."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["group"]][row["file"]] = row["parses"]
    return found


def _lines(report: Path) -> dict[str, list[Row]]:
    """The lines of a report by the file they tell of."""
    found: dict[str, list[Row]] = defaultdict(list)
    for line in report.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        name = re.sub(r"#\d+$", "", row["file"]).split("!")[1]
        found[name].append(row)
    return found


def _figures(archive: Path, index: dict[str, str], lines: dict[str, list[Row]]) -> dict[str, Any]:
    outcomes = Counter(row["outcome"] for rows in lines.values() for row in rows)
    reasons = Counter(
        f"{row['outcome']}: {row['reason'][:90]}" for rows in lines.values() for row in rows if row["reason"]
    )
    group = archive.name.partition(".")[0]
    sound = [name for name, verdict in index.items() if _is_sound(name, verdict)]
    counted = _counted(archive, sound)
    faults = {name: fault for name in sound if (fault := _fault(lines.get(f"{group}/{name}", []), counted.get(name)))}
    broken = [name for name, verdict in index.items() if "error" in verdict]
    silent = [name for name in index if not lines.get(f"{group}/{name}")]
    return {
        "files": len(index),
        "records": outcomes.total(),
        "stories": sum(outcomes[outcome] for outcome in STORY),
        "rejected": outcomes["rejected"],
        "outcomes": dict(outcomes),
        "comments": sum(row.get("comments", 0) for rows in lines.values() for row in rows),
        "well-formed": len(sound),
        "well-formed with a story": sum(_has_story(lines.get(f"{group}/{name}", [])) for name in sound),
        "well-formed and whole": len(sound) - len(faults),
        "malformed": len(broken),
        "malformed with a story or a reason": sum(bool(lines.get(f"{group}/{name}")) for name in broken),
        "not in the report": silent,
        "not whole": faults,
        "reasons": dict(reasons.most_common()),
    }


def _is_sound(name: str, verdict: str) -> bool:
    """Whether another parser reads a file of copy; what a test of gofeed's expects is none."""
    if name.startswith("gofeed/") and name.endswith(".json"):
        return False
    return verdict.endswith(":ok") or verdict == "text" or re.fullmatch(r"warc:\d+", verdict) is not None


def _has_story(rows: list[Row]) -> bool:
    return any(row["outcome"] in STORY for row in rows)


def _fault(rows: list[Row], counted: int | None) -> str:
    """Why a well-formed file did not come in whole; empty if it did."""
    lost = [row["reason"] for row in rows if row["outcome"] not in STORY and not NO_STORY.match(row["reason"])]
    if lost:
        return lost[0]
    if counted is not None and len(rows) != max(1, counted):
        return f"{len(rows)} records of {counted}"
    return "" if rows else "not in the report"


def _counted(archive: Path, names: Iterable[str]) -> dict[str, int]:
    """How many records lxml, or the JSON of Python, finds in each file whose records it knows how to count."""
    wanted = set(names)
    found: dict[str, int] = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            name = member.name.partition("/")[2]
            if name not in wanted or (file := tar.extractfile(member)) is None:
                continue
            data = file.read()
            number = _in_xml(data) if data.lstrip()[:1] == b"<" else _in_json(data)
            if number is not None:
                found[name] = number
    return found


def _in_xml(data: bytes) -> int | None:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    if etree.QName(root).localname not in ("rss", "RDF", "feed", "newsMessage", *ITEMS):
        return None
    return sum(
        isinstance(one.tag, str)
        and etree.QName(one).localname in ITEMS
        and not any(etree.QName(up).localname in ITEMS for up in one.iterancestors())
        for one in root.iter()
    )


def _in_json(data: bytes) -> int | None:
    try:
        value = json.loads(data)
    except ValueError:
        return None
    value = (
        value.get("db", [value])[0] if isinstance(value, dict) and isinstance(value.get("db", [{}]), list) else value
    )
    value = value.get("data", value) if isinstance(value, dict) else value
    for name in ("posts", "items"):
        if isinstance(value, dict) and isinstance(value.get(name), list):
            return len(value[name])
    return len(value) if isinstance(value, list) else None


def _sum(groups: Iterable[dict[str, Any]]) -> dict[str, Any]:
    total: Counter[str] = Counter()
    for group in groups:
        total.update({name: value for name, value in group.items() if isinstance(value, int | float)})
    return dict(total)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--groups", nargs="*", default=())
    parser.add_argument("--reports", type=Path, help="a folder in which the reports of the imports are kept")
    parser.add_argument("--smoke", action="store_true", help="two groups only, to see that it runs")
    arguments = parser.parse_args()
    figures = measure(arguments.data, SMOKE if arguments.smoke else arguments.groups, arguments.reports)
    machine.tell("import_formats", {name: _short(one) for name, one in figures.items()})
    if not arguments.smoke and not arguments.groups:
        machine.keep("import_formats", figures)


def _short(figures: dict[str, Any]) -> dict[str, Any]:
    """What is printed: without all but the most frequent reasons."""
    return figures | {"reasons": dict(list(figures.get("reasons", {}).items())[:SHOWN])}


if __name__ == "__main__":
    main()
