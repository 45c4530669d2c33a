"""``make bench-million``: a whole newspaper of a million stories, measured beside one of ten thousand.

usage: python -m bench.million [--stories N] [--beside N] [--folder DIR] [--smoke]

The stories are those of bench/archive.py: words spread as in a language, events with follow-ups and copies, two
languages, twenty years. They come in by the door that every archive comes in by. What a figure of the large site has
more than that of the small one is what grows with the archive.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench import archive, machine, publishing, related, running, search, serving
from dateline.press import generation
from dateline.search.index import SearchIndex
from dateline.story import Paragraph, Story, paragraphs

PUBLISHES = 11
SECONDS, ROUNDS = 3, 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=1_000_000)
    parser.add_argument("--beside", type=int, default=10_000, help="stories of the site that is measured beside it")
    parser.add_argument("--folder", type=Path, help="keep the sites here, and use those that are")
    parser.add_argument("--smoke", action="store_true", help="few stories, to see that it runs")
    options = parser.parse_args()
    running.need("nginx-light", "wrk")
    began = time.monotonic()
    with ExitStack() as stack:
        folder = options.folder or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-million-")))
        sizes = (100, 400) if options.smoke else (options.beside, options.stories)
        figures = {size: dict(measure(folder.resolve() / str(size), size)) for size in sizes}
    beside = {name: {str(size): figures[size].get(name) for size in sizes} for name in figures[sizes[-1]]}
    result = {"minutes of the whole run": round((time.monotonic() - began) / 60, 1)} | beside
    machine.tell("million", result)
    if not options.smoke:
        machine.keep(f"site-{options.stories}", result)


def measure(folder: Path, stories: int) -> Iterator[tuple[str, Any]]:
    """Figures of a site with so many stories, which is made first unless it is there."""
    site = folder / "site"
    yield from _made(folder, stories).items()
    yield "disk, MB", {name: _megabytes(site / name) for name in ("dateline.db", "pressed", "search")}
    yield "seconds until serve answers", _start_up(site)
    served = serving.measure(folder, site, SECONDS, ROUNDS)
    for name in ("us_per_request", "cold_times_hot", "hot_times_nginx", "latency_ms", "memory_mb"):
        yield name, served[name]
    yield from publishing.measure(site, PUBLISHES).items()
    index = SearchIndex(_in_use(site))
    yield "related, ms", related.speed(index, stories)
    yield "search, ms", dict(search.measure(index))
    index.close()


def _made(folder: Path, stories: int) -> dict[str, Any]:
    note = folder / "made.json"
    if note.exists():
        return json.loads(note.read_text())  # type: ignore[no-any-return]
    folder.mkdir(parents=True, exist_ok=True)
    site, lines = str(folder / "site"), folder / "stories.jsonl"
    sections = ", ".join(name.capitalize() for name in archive.SECTIONS)
    running.dateline("init", site, "--name", "The Bench", "--sections", sections)
    figures = {"stories made a second": _per_second(stories, lambda: _write(lines, stories))}
    figures["stories taken in a second"] = _per_second(stories, lambda: _run("import", "--site", site, str(lines)))
    figures["peak memory of an import's largest process, MB"] = _peak()
    figures["stories pressed a second, from nothing"] = _per_second(stories, lambda: _run("rebuild", "--site", site))
    lines.unlink()
    note.write_text(json.dumps(figures))
    return figures


def _write(path: Path, stories: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for story in archive.Archive().stories(stories):
            file.write(json.dumps(_line(story)) + "\n")


def _line(story: Story) -> dict[str, Any]:
    """A story as JSON Lines of plain stories have it."""
    assert all(isinstance(block, Paragraph) for block in story.body)
    return {
        "id": f"bench-{story.code}",
        "title": story.headline,
        "text": "\n\n".join(paragraphs(story)),
        "date": story.published,
        "lang": story.language,
        "section": story.section,
        "authors": [byline.name for byline in story.bylines],
        "topics": [topic.slug for topic in story.topics],
        "source": next((credit.name + credit.slug for credit in story.source), ""),
    }


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "dateline", *arguments], check=True, stdout=subprocess.DEVNULL)


def _per_second(stories: int, work: Any) -> int:
    began = time.perf_counter()
    work()
    return round(stories / (time.perf_counter() - began))


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000


def _start_up(site: Path) -> float:
    began = time.perf_counter()
    with running.serving(site):
        return round(time.perf_counter() - began, 1)


def _in_use(site: Path) -> Path:
    found = generation.current(site / "search")
    assert found
    return found


def _megabytes(path: Path) -> int:
    files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return round(sum(one.stat().st_blocks * 512 for one in files) / 1e6)


if __name__ == "__main__":
    main()
