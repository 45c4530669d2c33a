"""A whole archive through ``dateline import``: speed and memory, two workers beside one, a million redirects.

usage: python -m bench.import_scale [archive] [workers] [redirects] [--stories N] [--pages N] [--redirects N] [--smoke]

The stories are those of ``bench.copy``: as JSON Lines for the whole archive, as saved pages, with a head, a menu and a
foot around them, for the workers. Memory is that of all processes of the import together (PSS), looked at five times a
second. The redirects are put into a store of pressed pages as a publish puts them there, and asked for as the page
server asks, in an order of chance; what an answer costs is this process's own CPU.
"""

from __future__ import annotations

import argparse
import html
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from bench import copy, machine, running
from bench.watching import watch
from dateline import urls
from dateline.press.keys import address_key, code_key
from dateline.press.page import Page
from dateline.press.pagerecord import encode
from dateline.press.store import Store
from dateline.serve import answer
from dateline.serve.view import Memory, View

STORIES = 100_000
PAGES = 800
LINKS = 400
"""In the menu of each page for the workers: a real page is some hundred kilobytes, most of it not the story."""
REDIRECTS = 1_000_000
ASKED = 20_000
BATCH = 20_000

_IMPORT = """
import pathlib, sys
from dateline.site.environment import enter
folder = enter(pathlib.Path(sys.argv[1]))
from dateline.wire import pieces
from dateline.wire.driver import Import
from dateline.wire.offer import House
from dateline.wire.report import Report
if __name__ == "__main__":
    told = Report()
    Import(House(folder.config.site), told, workers=int(sys.argv[3])).run(pieces.find([pathlib.Path(sys.argv[2])]))
    print(told.outcomes["imported"])
"""


def measure(parts: Sequence[str], sizes: Mapping[str, int], folder: Path) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for part in parts:
        figures |= _PARTS[part](folder / part, sizes[part])
    return figures


def _site(folder: Path) -> Path:
    folder.mkdir(parents=True)
    running.dateline("init", str(folder / "site"), "--name", "The Bench", "--sections", "Alpha, Beta, Gamma, Delta")
    return folder / "site"


def _archive(folder: Path, count: int) -> dict[str, Any]:
    """All of it, as an operator brings it in; then once more, when there is nothing to do."""
    site = _site(folder)
    lines = folder / "stories.jsonl"
    copy.write(lines, count)
    command = ["-m", "dateline", "import", "--site", str(site), str(lines)]
    seconds, cpu, memory, _ = watch(command)
    again, *_ = watch(command)
    return {
        "stories": count,
        "megabytes": round(lines.stat().st_size / 1e6, 1),
        "stories_per_second": round(count / seconds),
        "stories_per_cpu_second": round(count / cpu),
        "peak_memory_mb": memory,
        "second_run_stories_per_second": round(count / again),
        "database_bytes_per_story": round((site / "dateline.db").stat().st_size / count),
        "stories_that_are_there": _count(site),
    }


def _count(site: Path) -> int:
    with closing(sqlite3.connect(site / "dateline.db")) as database:
        return int(database.execute("SELECT count(*) FROM desk_story WHERE live").fetchone()[0])


def _workers(folder: Path, count: int) -> dict[str, Any]:
    """The same pages into a new site each, by one worker that reads and by two."""
    archive = folder / "pages"
    archive.mkdir(parents=True)
    size = 0
    for number, page in enumerate(pages(count, LINKS)):
        size += len(page)
        (archive / f"{number:06}.html").write_bytes(page)
    (folder / "run.py").write_text(_IMPORT)
    rates = {}
    for workers in (1, 2):
        site = _site(folder / str(workers))
        began = time.perf_counter()
        command = [sys.executable, str(folder / "run.py"), str(site), str(archive), str(workers)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        rates[workers] = int(done.stdout) / (time.perf_counter() - began)
    return {
        "pages": count,
        "bytes_per_page": round(size / count),
        "pages_per_second_one_worker": round(rates[1], 1),
        "pages_per_second_two_workers": round(rates[2], 1),
        "two_workers_times_one": round(rates[2] / rates[1], 2),
    }


def pages(count: int, links: int = 0) -> Iterator[bytes]:
    """The stories as pages of a paper: each with the same menu, five teasers and a foot.

    ``links`` are more of them in the menu, each in boxes and with names of its own, as pages have them by the hundred.
    """
    item = '<li class="item item-{0}"><div class="box"><a class="link" href="/{0}"><span>Part {0}</span></a></div></li>'
    menu = "".join(item.format(number) for number in range(links))
    titles: list[str] = ["Nothing yet"] * 5
    for number, story in enumerate(copy.make(count, seed=2)):
        title, day = str(story["title"]), str(story["date"])
        text = "".join(f"<p>{html.escape(line)}</p>" for line in str(story["text"]).split("\n"))
        teasers = "".join(f'<li><a href="/{i}">{html.escape(one)}</a></li>' for i, one in enumerate(titles[-5:]))
        by = " and ".join(story["authors"])  # type: ignore[arg-type]
        yield (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} - The Old Bench</title>'
            f'<link rel="canonical" href="https://old.example/news/{number}">'
            f'<meta property="og:title" content="{title}"></head><body><nav><ul><li><a href="/">Home</a></li>'
            f'<li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li>{menu}</ul></nav><main><article>'
            f'<h1>{title}</h1><p class="byline">By {by}</p><time datetime="{day}">{day[:10]}</time>{text}</article>'
            f"<aside><h2>More stories</h2><ul>{teasers}</ul></aside></main>"
            f"<footer><p>The Old Bench, all rights reserved</p></footer></body></html>"
        ).encode()
        titles.append(title)
        del titles[:-5]


def _redirects(folder: Path, count: int) -> dict[str, Any]:
    """As many stories as redirects, each of which had one address elsewhere; what finding one costs."""
    store = Store(folder, writer=True, durable=False)
    began = time.perf_counter()
    for first in range(1, count + 1, BATCH):
        codes = range(first, min(first + BATCH, count + 1))
        with store.write() as w:
            for code in codes:
                w.put("stories", code_key(code), encode(Page((), code=code, path=urls.story(code, "the-bench"))))
    pages = _bytes(store)
    for first in range(1, count + 1, BATCH):
        codes = range(first, min(first + BATCH, count + 1))
        with store.write() as w:
            for code in codes:
                for key in urls.former_keys(_address(code)):
                    w.put("names", address_key(key, code), b"")
    filled = time.perf_counter() - began
    size = _bytes(store) - pages
    store.close()
    return {
        "redirects": count,
        "redirect_bytes": round(size / count),
        "redirects_filled_per_second": round(count / filled),
        **_asked(folder, count),
    }


def _asked(folder: Path, count: int) -> dict[str, Any]:
    dice = random.Random(1)
    store = Store(folder)
    codes = [dice.randint(1, count) for _ in range(ASKED)]
    requests = [_address(code).removeprefix("https://old.example").partition("?")[::2] for code in codes]
    with store.env.begin() as txn:
        view = View(txn, store.databases, Memory())
        began = time.process_time()
        answers = [answer.make(view, path, query, "old.example", 0)[0] for path, query in requests]
        seconds = time.process_time() - began
        began = time.process_time()
        direct = [answer.make(view, f"/s/{code}", "", "", 0)[0] for code in codes]
        beside = time.process_time() - began
    store.close()
    right = sum(
        one.status == 301 and dict(one.headers)["location"] == urls.story(code, "the-bench")
        for one, code in zip(answers, codes, strict=True)
    )
    return {
        "redirect_microseconds": round(1e6 * seconds / ASKED, 1),
        "short_address_microseconds": round(1e6 * beside / len(direct), 1),
        "redirects_right_in_one_hop": right / ASKED,
    }


def _address(code: int) -> str:
    return (
        f"https://old.example/article.asp?id={code}" if code % 2 else f"https://old.example/2009/05/story-{code}.html"
    )


def _bytes(store: Store) -> int:
    store.env.sync(True)
    info = store.env.info()
    return int((info["last_pgno"] + 1) * store.env.stat()["psize"])


_PARTS = {"archive": _archive, "workers": _workers, "redirects": _redirects}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[[], *_PARTS], default=[], help="what to measure (default: all)")
    parser.add_argument("--stories", type=int, default=STORIES)
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--redirects", type=int, default=REDIRECTS)
    parser.add_argument("--folder", type=Path, help="work here, in a folder that is not there yet, and leave it")
    parser.add_argument("--smoke", action="store_true", help="a few only, to see that it runs")
    given = parser.parse_args()
    sizes = dict(zip(_PARTS, (given.stories, given.pages, given.redirects), strict=True))
    if given.smoke:
        sizes = dict(zip(_PARTS, (40, 20, 2_000), strict=True))
    with tempfile.TemporaryDirectory() as temporary:
        figures = measure(given.parts or list(_PARTS), sizes, given.folder or Path(temporary) / "bench")
    machine.tell("import_scale", figures)
    if not given.smoke:
        machine.keep("import_scale", figures)


if __name__ == "__main__":
    main()
