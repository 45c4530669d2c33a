"""The measurements that are programs of their own, and what each is given. Measures nothing.

They are run as ``python -m bench.NAME`` by themselves, with more to choose; ``python -m bench NAME`` runs them as they
are listed here.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared" / "data"
"""Labelled sets that are not part of this repository; what needs them is left out where they are not."""


@dataclass(frozen=True, slots=True)
class Program:
    what: str
    """What it measures, in a few words."""
    needs: tuple[str, ...] = ()
    """Folders of ``DATA`` that it reads."""
    arguments: tuple[str, ...] = ()
    long: bool = False
    """Whether it takes so long that it runs only when it is named."""

    def missing(self) -> str:
        """The first folder that it needs and that is not there, or nothing."""
        return next((str(DATA / name) for name in self.needs if not (DATA / name).is_dir()), "")


PROGRAMS: dict[str, Program] = {
    "import_text": Program("the text of pages: body, headline, day, authors beside their labels", ("import",)),
    "import_formats": Program("exports of other systems: what comes in whole, what is refused and why", ("import",)),
    "import_archives": Program("web archives: MB a second, memory", ("import",)),
    "import_scale": Program("100,000 stories brought in, workers, a million redirects", long=True),
    "export_speed": Program("exports of other systems: MB a second, memory"),
    "fuzzing": Program("spoiled copy for every parser of an import", long=True),
    "posting": Program("readers' posts: a second, and while pages are read"),
    "search": Program("searches in a large archive", long=True),
    "related": Program("related stories beside labels; their speed", ("related", "corpus"), (str(DATA),), long=True),
    "copies": Program(
        "near copies: recall and precision",
        ("related", "corpus"),
        (str(DATA / "corpus"), str(DATA / "related")),
        long=True,
    ),
    "million": Program("a newspaper of a million stories beside one of ten thousand; hours", long=True),
}


def run(name: str, *, smoke: bool) -> None:
    """Run one, which prints and keeps its figures itself. Raises CalledProcessError if it fails."""
    program = PROGRAMS[name]
    if missing := program.missing():
        print(f"{name} is left out: there is nothing at {missing}.")
        return
    more = ("--smoke",) if smoke else ()
    print(f"== {name} ==", flush=True)
    command = [sys.executable, "-m", f"bench.{name}", *program.arguments, *more]
    subprocess.run(command, cwd=ROOT, check=True, stdin=subprocess.DEVNULL)
