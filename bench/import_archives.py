"""Web archives through ``dateline import``: megabytes a second, and the memory that the whole of it takes at most.

usage: python -m bench.import_archives [DATA] [--cut N] [--gigabytes N [--packed] [--folder FOLDER]] [--smoke]

The archive is made of the saved pages of ``import_pages``: a request, a response and a metadata record for each, packed
one by one as crawlers do. It is imported into a new site; then one of N gigabytes (``--cut``), the same pages again and
again under other addresses, is cut into its pieces without reading them, which is all that grows with the size of an
archive besides the stories themselves. Bytes are those of the records, unpacked. Memory is that of all processes of the
import together (PSS), looked at five times a second.

With ``--gigabytes`` an archive of so many is made on the disk instead, of 4,000 pages among videos, pictures and
packages (``bench.bulk``), and imported; ``--packed`` makes it a .warc.gz. Its figures are kept beside the others.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import bulk, import_scale, machine, running
from bench.import_pages import DATA, SMOKE
from bench.watching import watch

CUT_GIGABYTES = 4.0
LARGE_PAGES = 4_000
CUT = """
import sys
from pathlib import Path
from dateline.wire import pieces
from dateline.wire.containers import Opening
from dateline.wire.survey import survey
found = pieces.find([Path(sys.argv[1])])
looked = survey(found)
opening = Opening(captures=looked.captures)
print(sum(1 for archive in found for _ in pieces.split(archive, "", opening)))
"""
"""What an import does with an archive but for reading its pages: the look through it, and the cutting."""


def measure(data: Path = DATA, gigabytes: float = CUT_GIGABYTES, *, smoke: bool = False) -> dict[str, Any]:
    """The figures of an import of one archive, and of cutting a large one."""
    truths = [json.loads(line) for line in (data / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    truths = truths[:: max(1, len(truths) // SMOKE)] if smoke else truths
    pages = [(truth["url"], gzip.decompress((data / truth["file"]).read_bytes())) for truth in truths]
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        folder = Path(name)
        return _imported(folder, pages) | _cut(folder, pages, int((0.05 if smoke else gigabytes) * 1e9))


def _imported(folder: Path, pages: Sequence[tuple[str, bytes]]) -> dict[str, Any]:
    site, report = folder / "site", folder / "report.jsonl"
    size = write(folder / "pages.warc.gz", enumerate(pages))
    running.dateline("init", str(site), "--name", "The Bench", "--sections", "Alpha")
    command = ["-m", "dateline", "import", "--site", str(site), str(folder / "pages.warc.gz"), "--report", str(report)]
    seconds, cpu, memory, _ = watch(command)
    outcomes = Counter(json.loads(line)["outcome"] for line in report.read_text(encoding="utf-8").splitlines())
    again, *_ = watch(command)
    return {
        "pages": len(pages),
        "MB of records": round(size / 1e6, 1),
        "import MB/s": round(size / 1e6 / seconds, 2),
        "import MB per second of processor": round(size / 1e6 / cpu, 2),
        "import pages/s": round(len(pages) / seconds, 1),
        "import peak MB": memory,
        "outcomes": dict(outcomes),
        "second run, seconds": round(again, 1),
    }


def _cut(folder: Path, pages: Sequence[tuple[str, bytes]], least: int) -> dict[str, Any]:
    size = write(folder / "large.warc.gz", _repeated(pages, least))
    seconds, cpu, memory, said = watch(["-c", CUT, str(folder / "large.warc.gz")])
    return {
        "cut GB of records": round(size / 1e9, 2),
        "cut GB packed": round((folder / "large.warc.gz").stat().st_size / 1e9, 2),
        "cut pages": int(said),
        "cut MB/s": round(size / 1e6 / seconds, 1),
        "cut MB per second of processor": round(size / 1e6 / cpu, 1),
        "cut peak MB": memory,
    }


def _repeated(pages: Sequence[tuple[str, bytes]], least: int) -> Iterator[tuple[int, tuple[str, bytes]]]:
    """The pages again and again until they are so many bytes."""
    size = number = 0
    while size < least:
        url, data = pages[number % len(pages)]
        yield number, (f"{url}?again={number // len(pages)}", data)
        size += len(data)
        number += 1


def write(path: Path, pages: Iterable[tuple[int, tuple[str, bytes]]]) -> int:
    """Make an archive of pages; the bytes of its records, unpacked."""
    size = 0
    with path.open("wb") as file:
        for number, (url, data) in pages:
            at = f"WARC-Target-URI: {url}\r\nWARC-Date: 2020-01-01T00:00:00Z"
            answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + data
            for kind, block, media in (
                ("request", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
                ("response", answer, "application/http; msgtype=response"),
                ("metadata", b"fetchTimeMs: 12\r\n", "application/warc-fields"),
            ):
                head = f"WARC/1.1\r\nWARC-Type: {kind}\r\n{at}\r\nWARC-Record-ID: <urn:uuid:{number}-{kind}>\r\n"
                head += f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n"
                record = head.encode() + block + b"\r\n\r\n"
                size += len(record)
                file.write(gzip.compress(record, 1))
    return size


def large(folder: Path, gigabytes: float, *, packed: bool, pages: int = LARGE_PAGES) -> dict[str, Any]:
    """A large archive through the whole of an import, and whether every record of it is in the report."""
    path, site = folder / ("large.warc.gz" if packed else "large.warc"), folder / "site"
    page, lines = folder / "report.html", folder / "report.jsonl"
    began = time.perf_counter()
    made = bulk.write(path, list(import_scale.pages(pages)), int(gigabytes * 1e9), packed=packed)
    print(f"made {path} in {time.perf_counter() - began:.0f} s: {dict(made)}", flush=True)
    running.dateline("init", str(site), "--name", "The Bench", "--sections", "Alpha")
    reports = [part for one in (page, lines) for part in ("--report", str(one))]
    try:
        seconds, cpu, memory, _ = watch(["-m", "dateline", "import", "--site", str(site), str(path), *reports])
        began = time.perf_counter()
        running.dateline("import", "--site", str(site), str(path))
        again = time.perf_counter() - began
    finally:
        path.unlink()
    outcomes = Counter(json.loads(line)["outcome"] for line in lines.read_text(encoding="utf-8").splitlines())
    told = left_out(page.read_text(encoding="utf-8"))
    return {
        "GB": round(made["bytes"] / 1e9, 2),
        "records": made["pages"] + made["requests"] + made["pictures"] + made["others"],
        "pages": made["pages"],
        "seconds": round(seconds),
        "MB/s": round(made["bytes"] / 1e6 / seconds, 1),
        "seconds of processor": round(cpu),
        "peak MB": memory,
        "outcomes": dict(outcomes),
        "left out": told,
        "records in the report": outcomes.total() + sum(told.values()),
        "second run, seconds": round(again),
    }


def left_out(page: str) -> dict[str, int]:
    """What a report on a page says that is no copy."""
    said = re.search(r"In the archives, but no copy: (.*?)\.</p>", page)
    counts = re.findall(r"([\d,]+) ([^\d]+?)(?:, (?=\d)|$)", said[1]) if said else []
    return {what: int(count.replace(",", "")) for count, what in counts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", nargs="?", type=Path, default=DATA)
    parser.add_argument("--cut", type=float, default=CUT_GIGABYTES, help="gigabytes in the archive that is cut")
    parser.add_argument("--gigabytes", type=float, default=0, help="of a large archive, which alone is measured then")
    parser.add_argument("--packed", action="store_true", help="the large archive is a .warc.gz")
    parser.add_argument("--folder", type=Path, help="where the large archive is made (default: a temporary folder)")
    parser.add_argument("--smoke", action="store_true", help="a few pages only, to see that it runs")
    given = parser.parse_args()
    if given.gigabytes:
        with tempfile.TemporaryDirectory(prefix="dateline-bench-", dir=given.folder) as name:
            found = large(Path(name), given.gigabytes, packed=given.packed)
        figures = _kept() | {f"large archive{', packed' if given.packed else ''}": found}
    else:
        figures = measure(given.data, given.cut, smoke=given.smoke)
    machine.tell("import_archives", figures)
    if not given.smoke:
        machine.keep("import_archives", figures)


def _kept() -> dict[str, Any]:
    path = machine.RESULTS / "import_archives.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))["figures"]) if path.exists() else {}


if __name__ == "__main__":
    main()
