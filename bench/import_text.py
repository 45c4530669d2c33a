"""The text of saved pages through ``dateline import``: the pages and scorer of ``import_pages``, only the text kept.

usage: python -m bench.import_text [DATA] [--dumps FOLDER] [--smoke]

The text is what Chromium shows of a page without scripts (``innerText``), each page alone in the browser and nothing
fetched; dumps are kept in FOLDER, for they take minutes to make. They are imported by the command into a new site, and
scored by its report, five ways: one page to a file, in a folder of its own or in that of its domain, without or with
the page's title as the first line; and all in one WET file, titled as those are. Most domains have one page or two
here, so what siblings are worth is told by the set ``cleanportaleval``.

Not everything that the scorer asks for is in the text: ``within reach`` is the share of headlines that are lines of the
dump, and of days that a date in a short line of it gives.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import Route, sync_playwright
from warcio.warcwriter import WARCWriter

from bench import machine, running
from bench.import_pages import DATA, SMOKE, Row, load_scorer, scores_of
from dateline.wire.page.fields.moments import find
from dateline.wire.page.words import key
from dateline.wire.text.lines import lines_of

DUMPS = Path(tempfile.gettempdir()) / "dateline-page-text"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ADDRESS = "http://page.example/"
SHORT = 200
AT = "2020-01-01T00:00:00Z"


def measure(data: Path = DATA, dumps: Path = DUMPS, ways: Iterable[str] = (), *, smoke: bool = False) -> dict[str, Any]:
    """Pages a second from the command's start to its end, and the scores of each way, by set and half."""
    truths = [json.loads(line) for line in (data / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    truths = truths[:: max(1, len(truths) // SMOKE)] if smoke else truths
    scorer = load_scorer(data)
    dump(data, truths, dumps)
    shown = [json.loads((dumps / _name(truth)).read_text(encoding="utf-8")) for truth in truths]
    figures: dict[str, Any] = {"pages": len(truths), "within reach": _reach(truths, shown)}
    for way in ways or WAYS:
        with tempfile.TemporaryDirectory(prefix="dateline-bench-") as folder:
            files = WAYS[way](Path(folder) / "in", truths, shown)
            told, seconds = _imported(Path(folder))
            print(f"{way}: {len(told)} lines in {seconds:.0f} s", flush=True)
            figures[f"pages/s {way}"] = round(len(truths) / seconds, 1)
        figures[f"outcomes {way}"] = dict(Counter(row["outcome"] for row in told.values()))
        figures[f"without a line in the report, {way}"] = sum(name not in told for name in files)
        if scorer is not None:
            figures[f"scores {way}"] = scores_of(scorer, truths, [told.get(name, {}) for name in files])
    return figures


def _as_files(folder: Path, truths: list[Row], shown: list[Row], titled: bool, together: bool) -> list[str]:
    """One page to a file; the names that the report has for them."""
    names = []
    for number, (truth, page) in enumerate(zip(truths, shown, strict=True)):
        name = f"{truth['domain'] if together else number}/{number}.txt"
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{page['title']}\n{page['text']}" if titled else page["text"], encoding="utf-8")
        names.append(f"{name}#1")
    return names


def _as_wet(folder: Path, truths: list[Row], shown: list[Row]) -> list[str]:
    folder.mkdir(parents=True)
    names = []
    with (folder / "pages.wet.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number, (truth, page) in enumerate(zip(truths, shown, strict=True), start=1):
            address = f"http://{truth['domain']}/{number}"
            text = io.BytesIO(f"{page['title']}\n{page['text']}".encode())
            record = writer.create_warc_record(
                address, "conversion", payload=text, warc_content_type="text/plain", warc_headers_dict={"WARC-Date": AT}
            )
            writer.write_record(record)
            names.append(f"pages.wet.gz!{address}#{number}")
    return names


WAYS: dict[str, Callable[[Path, list[Row], list[Row]], list[str]]] = {
    "without title, alone": partial(_as_files, titled=False, together=False),
    "without title, among siblings": partial(_as_files, titled=False, together=True),
    "with title, alone": partial(_as_files, titled=True, together=False),
    "with title, among siblings": partial(_as_files, titled=True, together=True),
    "as WET": _as_wet,
}


def _imported(folder: Path) -> tuple[dict[str, Row], float]:
    """The lines of the report of an import of what is in ``folder``, by file, and the seconds it took."""
    site, report = folder / "site", folder / "report.jsonl"
    running.dateline("init", str(site), "--name", "The Bench", "--sections", "Alpha")
    began = time.perf_counter()
    running.dateline("import", "--site", str(site), str(folder / "in"), "--report", str(report))
    seconds = time.perf_counter() - began
    rows = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    return {row["file"]: row for row in rows}, seconds


def dump(data: Path, truths: Iterable[Row], dumps: Path) -> None:
    """Keep title and text of each page as Chromium shows it; those that are kept are not made again."""
    dumps.mkdir(parents=True, exist_ok=True)
    missing = [truth for truth in truths if not (dumps / _name(truth)).exists()]
    if not missing:
        return
    served: dict[str, Any] = {}

    def fulfil(route: Route) -> None:
        route.fulfill(**served) if route.request.url == ADDRESS else route.abort()

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_context(java_script_enabled=False).new_page()
        page.route("**/*", fulfil)
        for truth in missing:
            charset = "; charset=utf-8" if truth["encoding"] == "utf-8" else ""
            served["body"] = gzip.decompress((data / truth["file"]).read_bytes())
            served["headers"] = {"content-type": f"text/html{charset}"}
            page.goto(ADDRESS, wait_until="domcontentloaded")
            said = page.evaluate("document.body ? document.body.innerText : ''")
            shown = json.dumps({"title": page.title(), "text": said})
            (dumps / _name(truth)).write_text(shown, encoding="utf-8")
        browser.close()


def _name(truth: Row) -> str:
    return f"{truth['id'].replace('/', '_')}.json"


def _reach(truths: Iterable[Row], shown: Iterable[Row]) -> dict[str, float]:
    headlines, days = [], []
    for truth, page in zip(truths, shown, strict=True):
        lines = lines_of(page["text"])
        if truth["headline"]:
            headlines.append(key(truth["headline"]) in {line.key for line in lines})
        if truth["date_day"]:
            wanted = (truth["date_day"], truth["date_day_utc"])
            dates = (found.iso[:10] for line in lines if line.size < SHORT for found in find(line.text, truth["lang"]))
            days.append(any(day in wanted for day in dates))
    return {"headline": round(sum(headlines) / len(headlines), 3), "date": round(sum(days) / len(days), 3)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--dumps", type=Path, default=DUMPS, help="where the dumps are kept")
    parser.add_argument("--ways", nargs="+", default=[], choices=WAYS, metavar="WAY", help=f"of {', '.join(WAYS)}")
    parser.add_argument("--smoke", action="store_true", help="a few pages only, to see that it runs")
    arguments = parser.parse_args()
    figures = measure(arguments.data, arguments.dumps, arguments.ways, smoke=arguments.smoke)
    machine.tell("import_text", figures)
    if not arguments.smoke:
        machine.keep("import_text", figures)


if __name__ == "__main__":
    main()
