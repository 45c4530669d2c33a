"""How fast large exports are cut and read, in seconds of one core, and how much memory that takes.

usage: python -m bench.export_speed [--megabytes N] [--smoke]

The exports are made up here, of stories of some four thousand characters with a picture and three comments each. Each
is measured in a process of its own, so that the peak of its memory is its own; the peak at 1 MB is that of the code.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench import machine
from dateline.wire import sources
from dateline.wire.sources import About

MEGABYTES = 200
SENTENCE = (
    "The harbour master said on Tuesday that the bridge would stay closed until the spring, and the ferry go on. "
)
WXR_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>
<title>Bench</title><link>https://bench.example</link><language>en</language><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>ana</wp:author_login><wp:author_display_name>Ana Lopes</wp:author_display_name></wp:author>
"""


def measure(megabytes: int) -> dict[str, Any]:
    """Megabytes and stories a second, and the peak of the memory, of each kind of export."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="dateline-exports-") as folder:
        for name, make in (("wxr", _wxr), ("ghost", _ghost), ("ninjs", _ninjs), ("feed", _feed)):
            for size in (1, megabytes):
                path = Path(folder) / name
                with path.open("w", encoding="utf-8") as file:
                    for part in make(size << 20):
                        file.write(part)
                figures[f"{name}, {max(0.1, round(path.stat().st_size / 1e6, 1))} MB"] = _alone(name, path)
    return figures


def _alone(name: str, path: Path) -> dict[str, Any]:
    here, there = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("spawn").Process(target=_run, args=(name, path, there))
    process.start()
    found: dict[str, Any] = here.recv()
    process.join()
    return found


def _run(name: str, path: Path, answer: Any) -> None:
    source = sources.named(name)
    began, cut, count = time.process_time(), 0.0, 0
    with path.open("rb") as file:
        pieces = source.split(file)
        while True:
            before = time.process_time()
            piece = next(pieces, None)
            cut += time.process_time() - before
            if piece is None:
                break
            source.read(piece, About())
            count += 1
    took = time.process_time() - began
    megabytes = path.stat().st_size / 1e6
    answer.send(
        {
            "stories": count,
            "cut, MB/s": round(megabytes / cut, 1),
            "cut and read, MB/s": round(megabytes / took, 1),
            "stories/s": round(count / took),
            "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
    )


def _body(number: int) -> str:
    return "".join(f"<p>{number}.{i} {SENTENCE * 4}</p>\n" for i in range(8))


def _wxr(most: int) -> Iterator[str]:
    yield WXR_HEAD
    size = number = 0
    while size < most:
        number += 1
        remarks = "".join(
            f"<wp:comment><wp:comment_id>{number}{i}</wp:comment_id><wp:comment_author>R</wp:comment_author>"
            f"<wp:comment_content><![CDATA[{SENTENCE}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>"
            f"</wp:comment>"
            for i in range(3)
        )
        item = (
            f"<item><title>Story {number}</title><link>https://bench.example/{number}</link><dc:creator>ana</dc:creator>"
            f"<content:encoded><![CDATA[{_body(number)}]]></content:encoded><wp:post_id>{number}</wp:post_id>"
            f"<wp:post_date_gmt>2019-03-12 06:30:00</wp:post_date_gmt><wp:status>publish</wp:status>"
            f"<wp:post_type>post</wp:post_type><wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
            f"<wp:meta_value>9{number}</wp:meta_value></wp:postmeta>{remarks}</item>\n"
        )
        size += len(item)
        yield item
    yield "</channel></rss>"


def _ghost(most: int) -> Iterator[str]:
    yield '{"db": [{"meta": {"version": "5.0"}, "data": {"posts": ['
    size = number = 0
    while size < most:
        number += 1
        post = {"id": str(number), "title": f"Story {number}", "status": "published", "html": _body(number)}
        text = json.dumps(post)
        size += len(text)
        yield (", " if number > 1 else "") + text
    yield '], "users": [], "tags": []}}]}'


def _ninjs(most: int) -> Iterator[str]:
    size = number = 0
    while size < most:
        number += 1
        item = {
            "uri": f"urn:{number}",
            "type": "text",
            "pubstatus": "usable",
            "headline": "S",
            "body_html": _body(number),
        }
        text = json.dumps(item) + "\n"
        size += len(text)
        yield text


def _feed(most: int) -> Iterator[str]:
    yield "<rss version='2.0'><channel><title>Bench</title>"
    size = number = 0
    while size < most // 10:  # a tenth: no feed is as large as an export
        number += 1
        item = f"<item><title>Story {number}</title><description><![CDATA[{_body(number)}]]></description></item>"
        size += len(item)
        yield item
    yield "</channel></rss>"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=MEGABYTES)
    parser.add_argument("--smoke", action="store_true", help="small exports, to see that it runs")
    arguments = parser.parse_args()
    figures = measure(2 if arguments.smoke else arguments.megabytes)
    machine.tell("export_speed", figures)
    if not arguments.smoke:
        machine.keep("export_speed", figures)


if __name__ == "__main__":
    main()
