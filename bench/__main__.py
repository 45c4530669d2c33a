"""``make bench`` and ``make bench-smoke``: every measurement, printed and kept in bench/results/.

usage: python -m bench [--smoke] [--folder DIR] [NAME...]

Without names all are run but those that take long (all of them in a smoke run). A smoke run is on little data, to see
that all of it still runs; it keeps nothing, for its figures say nothing.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import commenting, import_pages, machine, moderating, programs, publishing, rebuilding, running, serving


@dataclass(frozen=True)
class Size:
    """How much a run measures."""

    stories: tuple[int, ...]
    """Sizes of the sites, the largest last."""
    seconds: int
    rounds: int
    publishes: int
    comments: tuple[int, ...]
    """Sizes of threads, beginning with none."""


FULL = Size(stories=(1_000, 10_000, 100_000), seconds=3, rounds=7, publishes=21, comments=(0, 1_000, 100_000))
SMOKE = Size(stories=(50, 200), seconds=1, rounds=2, publishes=4, comments=(0, 20, 200))


@dataclass
class Bench:
    """One run; sites are made when a measurement first asks for one, and shared."""

    size: Size
    folder: Path
    rebuild_seconds: dict[int, float] = field(default_factory=dict)

    def site(self, stories: int) -> Path:
        """A site with so many stories; one that an earlier run left in the folder is used again."""
        place = self.folder / str(stories)
        if not self._note(stories).exists():
            place.mkdir(parents=True, exist_ok=True)
            seconds = running.make_site(place, stories)
            self._note(stories).write_text(json.dumps({"import_seconds": seconds}))
        if stories not in self.rebuild_seconds:
            # By the code that is measured, whatever pressed it before.
            began = time.perf_counter()
            running.dateline("rebuild", "--site", str(place / "site"))
            self.rebuild_seconds[stories] = time.perf_counter() - began
        return place / "site"

    def _note(self, stories: int) -> Path:
        return self.folder / str(stories) / "imported.json"

    def serving(self) -> dict[str, Any]:
        running.need("nginx-light", "wrk")
        site = self.site(self.size.stories[-1])
        return serving.measure(self.folder, site, self.size.seconds, self.size.rounds)

    def publishing(self) -> dict[str, Any]:
        return {str(count): publishing.measure(self.site(count), self.size.publishes) for count in self.size.stories}

    def rebuilding(self) -> dict[str, Any]:
        running.need("hugo")
        largest = self.size.stories[-1]
        self.site(largest)
        figures = rebuilding.measure(self.folder, self.rebuild_seconds[largest], largest)
        seconds = json.loads(self._note(largest).read_text())["import_seconds"]
        return figures | {"import_stories_per_second": round(largest / seconds)}

    def commenting(self) -> dict[str, Any]:
        running.need("wrk")
        place = self.folder / "commenting"
        if not place.exists():
            place.mkdir(parents=True)
            running.make_site(place, self.size.stories[0])
            commenting.prepare(place / "site", self.size.comments)
        return commenting.measure(place / "site", self.size.seconds, self.size.publishes)

    def import_pages(self) -> dict[str, Any]:
        if not import_pages.DATA.is_dir():
            print(f"import_pages is left out: there are no pages at {import_pages.DATA}.")
            return {}
        return import_pages.measure(import_pages.DATA, smoke=self.size is SMOKE)

    def moderating(self) -> dict[str, Any]:
        return moderating.measure(self.folder, smoke=self.size is SMOKE)


HERE = {
    "publishing": "what a publish costs, at several sizes of a site",
    "serving": "pages beside nginx: microseconds, latency, memory",
    "rebuilding": "pressing everything again, beside Hugo",
    "commenting": "threads of many comments: read, written to",
    "moderating": "queues, the word list, the score that learns",
    "import_pages": "saved pages: body, headline, day, authors beside their labels, and speed",
}
"""What is measured in this process, on sites that are made once and shared."""

QUICK = ("publishing", "serving", "rebuilding", "import_pages")
"""What is run on little data before every change lands: together a minute."""


def _usual(smoke: bool) -> list[str]:
    """What is run if nothing is named."""
    return list(QUICK) if smoke else [*HERE, *(name for name, one in programs.PROGRAMS.items() if not one.long)]


def _listed() -> str:
    """Every name with what it measures, as the help shows it."""
    lines = [f"  {name:<16}{what}" for name, what in HERE.items()]
    lines += [f"  {name:<16}{one.what}{' *' * one.long}" for name, one in programs.PROGRAMS.items()]
    return "\n".join(["what can be measured:", *lines, "", "* only when named; for more: python -m bench.NAME --help"])


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure Dateline beside what others can run.",
        epilog=_listed(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--smoke", action="store_true", help="little data: only see that everything runs")
    known = [*HERE, *programs.PROGRAMS]
    parser.add_argument("names", nargs="*", choices=[*known, []], metavar="NAME", help="one of the list below")
    parser.add_argument("--folder", type=Path, metavar="DIR", help="keep the sites here, and use those that are")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = options.folder or stack.enter_context(tempfile.TemporaryDirectory(prefix="dateline-bench-"))
        bench = Bench(SMOKE if options.smoke else FULL, Path(folder).resolve())
        for name in options.names or _usual(options.smoke):
            if name in programs.PROGRAMS:
                programs.run(name, smoke=options.smoke)
                continue
            figures = getattr(bench, name)()
            machine.tell(name, figures)
            if not options.smoke and figures:
                machine.keep(name, figures)


if __name__ == "__main__":
    main()
