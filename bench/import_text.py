"""The text of saved pages into records: the same pages and scorer as ``import_pages``, of which only the text is kept.

usage: python -m bench.import_text [DATA] [--dumps FOLDER] [--smoke]

The text is what Chromium shows of a page without scripts (``innerText``), each page alone in the browser and nothing
fetched; dumps are kept in FOLDER, for they take minutes to make. Each is read four ways: alone or with what was learned
from the pages of its domain, without or with the page's title as the first line, as WET files have it. Most domains
have one page or two here, so what siblings are worth is told by the set ``cleanportaleval``.

Not everything that the scorer asks for is in the text: ``within reach`` is the share of headlines that are lines of the
dump, and of days that a date in a short line of it gives.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from playwright.sync_api import Route, sync_playwright

from bench import machine
from bench.import_pages import DATA, SMOKE, Row, load_scorer, scores_of
from dateline.errors import CopyError
from dateline.wire import text
from dateline.wire.page.fields.moments import find
from dateline.wire.page.words import key
from dateline.wire.record import Record
from dateline.wire.refusal import NoStory
from dateline.wire.text.lines import lines_of

DUMPS = Path(tempfile.gettempdir()) / "dateline-page-text"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ADDRESS = "http://page.example/"
SHORT = 200


def measure(data: Path = DATA, dumps: Path = DUMPS, *, smoke: bool = False) -> dict[str, Any]:
    """Pages a second, and the scores of each way of reading, by set and half."""
    truths = [json.loads(line) for line in (data / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    truths = truths[:: max(1, len(truths) // SMOKE)] if smoke else truths
    scorer = load_scorer(data)
    dump(data, truths, dumps)
    shown = [json.loads((dumps / _name(truth)).read_text(encoding="utf-8")) for truth in truths]
    figures: dict[str, Any] = {"pages": len(truths), "within reach": _reach(truths, shown)}
    for titled in (False, True):
        pages = [f"{page['title']}\n{page['text']}" if titled else page["text"] for page in shown]
        for together in (False, True):
            learned = _learned(truths, pages) if together else defaultdict(lambda: text.NOTHING)
            began = time.process_time()
            rows = [_read(page, learned[truth["domain"]]) for truth, page in zip(truths, pages, strict=True)]
            way = f"{'with' if titled else 'without'} title, {'among siblings' if together else 'alone'}"
            figures[f"pages/s {way}"] = round(len(pages) / (time.process_time() - began), 1)
            if scorer is not None:
                figures[f"scores {way}"] = scores_of(scorer, truths, rows)
    return figures


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


def _learned(truths: Iterable[Row], pages: Iterable[str]) -> dict[str, text.Furniture]:
    of_domain: dict[str, list[str]] = defaultdict(list)
    for truth, page in zip(truths, pages, strict=True):
        of_domain[truth["domain"]].append(page)
    return {domain: text.learn(siblings) for domain, siblings in of_domain.items()}


def _read(page: str, furniture: text.Furniture) -> Row:
    try:
        return _told(text.read(page, furniture))
    except NoStory as reason:
        return _told(reason.found)
    except CopyError:
        return {}


def _told(record: Record) -> Row:
    return {
        "headline": record.headline,
        "body": record.plain_body(),
        "authors": list(record.authors),
        "date": record.published,
    }


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
    parser.add_argument("--smoke", action="store_true", help="a few pages only, to see that it runs")
    arguments = parser.parse_args()
    figures = measure(arguments.data, arguments.dumps, smoke=arguments.smoke)
    machine.tell("import_text", figures)
    if not arguments.smoke:
        machine.keep("import_text", figures)


if __name__ == "__main__":
    main()
