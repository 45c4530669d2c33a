"""``make bench`` and ``make bench-smoke``: every measurement, printed and kept in bench/results/.

usage: python -m bench [--smoke] [NAME...]

The names are those of the results. A smoke run is on little data, to
see that all of it still runs; it keeps nothing, for its figures say nothing.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import import_pages, machine, publishing, rebuilding, running, serving


@dataclass(frozen=True)
class Size:
    """How much a run measures."""

    stories: tuple[int, ...]
    """Sizes of the sites, the largest last."""
    seconds: int
    rounds: int
    publishes: int


FULL = Size(stories=(1_000, 10_000, 100_000), seconds=3, rounds=7, publishes=21)
SMOKE = Size(stories=(50, 200), seconds=1, rounds=2, publishes=4)


@dataclass
class Bench:
    """One run; sites are made when a measurement first asks for one, and shared."""

    size: Size
    folder: Path
    seconds_to_import: dict[int, float] = field(default_factory=dict)

    def site(self, stories: int) -> Path:
        place = self.folder / str(stories)
        if stories not in self.seconds_to_import:
            place.mkdir()
            self.seconds_to_import[stories] = running.make_site(place, stories)
            running.dateline("rebuild", "--site", str(place / "site"))
        return place / "site"

    def serving(self) -> dict[str, Any]:
        running.need("nginx-light", "wrk")
        site = self.site(self.size.stories[-1])
        return serving.measure(self.folder, site, self.size.seconds, self.size.rounds)

    def publishing(self) -> dict[str, Any]:
        return {str(count): publishing.measure(self.site(count), self.size.publishes) for count in self.size.stories}

    def rebuilding(self) -> dict[str, Any]:
        running.need("hugo")
        largest = self.size.stories[-1]
        figures = rebuilding.measure(self.folder, self.site(largest), largest)
        return figures | {"import_stories_per_second": round(largest / self.seconds_to_import[largest])}

    def import_pages(self) -> dict[str, Any]:
        if not import_pages.DATA.is_dir():
            print(f"import_pages is left out: there are no pages at {import_pages.DATA}.")
            return {}
        return import_pages.measure(import_pages.DATA, smoke=self.size is SMOKE)


NAMES = ("publishing", "serving", "rebuilding", "import_pages")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure Dateline beside what others can run.")
    parser.add_argument("--smoke", action="store_true", help="little data: only see that everything runs")
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], metavar="NAME", help=", ".join(NAMES))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
        bench = Bench(SMOKE if options.smoke else FULL, Path(folder))
        for name in options.names or NAMES:
            figures = getattr(bench, name)()
            machine.tell(name, figures)
            if not options.smoke and figures:
                machine.keep(name, figures)


if __name__ == "__main__":
    main()
