"""Spoiled copy for every parser, for as long as it is asked for: what breaks one, and what is slow.

usage: python -m bench.fuzzing [--seconds N] [--parsers NAME...] [--seed N] [--add] [--data DATA] [--keep FOLDER]
                               [--smoke]

Each parser (``bench.fuzzed`` lists them) gets N seconds of processor, so that it may be stopped and go on meanwhile.
Good copy, of the recorded input of the tests and of ``DATA``, is spoiled by taking out, doubling, swapping and putting
in parts, among them words of the formats, sometimes thousands of times; what comes of it is cut and read. A parser may
refuse, with a reason; it may not fail otherwise, nor need longer than ``SLOW`` seconds. What broke one is kept in
FOLDER, to become recorded input of the tests. Results are written as each parser ends, beside those that other runs had
of other parsers; with ``--add``, and another seed, they are added to what earlier runs had of the same one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from bench import fuzzed, machine
from bench.import_pages import DATA
from dateline.errors import CopyError

SECONDS = 600
SLOW, HUNG = 2.0, 20
OFTEN, LENGTH = 100, 60_000
"""In one of so many pieces, one thing stands over and over: it finds patterns that take the square of a length."""
RESULTS = "fuzzing"

WORDS = """
    <![CDATA[ ]]> <!-- --> <item> </item> <entry <?xml <!DOCTYPE <!ENTITY &a; &#0; &#x110000; { } [ ] " null 1e999 -1
    [gallery\tids="1, [caption] [/caption] <pre> </pre> <table> <iframe\tsrc= 0000-00-00 9999-12-31T25:61:61Z
    javascript:x data:image/png;base64, \\u0000 \\ud800 <blockquote> </div> <!--\twp:image\t{"id": &lt;p&gt; --- ;
"""
PARTS = [
    *(word.encode() for word in WORDS.split()),
    *(b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\n\n", b"<p>" * 50, b"<blockquote>" * 20, b"[" * 300),
]


def measure(
    seconds: float, names: list[str], data: Path, seed: int, keep: Path | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    """How often each parser was tried, and what broke it, as each is done."""
    signal.signal(signal.SIGPROF, _give_up)
    for parser in fuzzed.parsers():
        if not names or parser.name in names:
            found = _fuzz(parser, data, seconds, random.Random(seed), keep) | {"seeds": [seed]}
            print(parser.name, found, flush=True)
            yield parser.name, found


def _sum(before: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """The figures of two runs together; what broke is told of the later one, for the earlier was mended."""
    counts = ("seconds", "executions", "read", "refused", "failed")
    both = {name: before.get(name, 0) + now.get(name, 0) for name in counts if name in before or name in now}
    slowest = max(before.get("slowest", 0), now["slowest"])
    return both | {"slowest": slowest, "broke": now["broke"], "seeds": [*before.get("seeds", ()), *now["seeds"]]}


def _before() -> dict[str, Any]:
    """What other runs found of the parsers that there still are."""
    path = machine.RESULTS / f"{RESULTS}.json"
    found = json.loads(path.read_text(encoding="utf-8"))["figures"] if path.exists() else {}
    return {parser.name: found[parser.name] for parser in fuzzed.parsers() if parser.name in found}


def _fuzz(
    parser: fuzzed.Parser, data: Path, seconds: float, chance: random.Random, keep: Path | None
) -> dict[str, Any]:
    corpus = parser.corpus(data)
    outcomes: Counter[str] = Counter()
    broke: Counter[str] = Counter()
    slowest = 0.0
    start = time.process_time()
    while time.process_time() < start + seconds:
        piece = _spoiled(chance, corpus)
        for way in parser.ways:
            outcome, took = _try(parser, way, piece)
            slowest = max(slowest, took)
            faults = [] if outcome in ("read", "refused") else [f"{way}: {outcome}"]
            faults += [f"{way}: slow"] if took > SLOW else []
            outcomes["failed" if faults else outcome] += 1
            for fault in faults:
                broke[fault] += 1
                _keep(keep, parser.name, piece, first=broke[fault] == 1)
    return {
        "seconds": round(time.process_time() - start),
        "executions": outcomes.total(),
        **outcomes,
        "slowest": round(slowest, 2),
        "broke": dict(broke),
    }


def _try(parser: fuzzed.Parser, way: str, piece: bytes) -> tuple[str, float]:
    """What came of it, and the seconds of processor that it took."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, HUNG)
    try:
        parser.ways[way](piece)
        outcome = "read"
    except CopyError as reason:
        outcome = "refused" if str(reason) else "refused without a reason"
    except Exception as error:  # noqa: BLE001 - whatever a parser lets out is what is looked for
        outcome = f"{type(error).__name__}: {error}"[:160]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return outcome, time.process_time() - began


def _give_up(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError(f"longer than {HUNG} s")


def _spoiled(chance: random.Random, corpus: list[bytes]) -> bytes:
    data = bytearray(chance.choice(corpus))
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((0, 1, 2, 8, 40, 400)))
        part = bytes(data[at:end])
        other = chance.choice(corpus)
        start = chance.randrange(len(other) + 1)
        data[at:end] = chance.choice(
            (b"", part * 2, part[::-1], chance.choice(PARTS), chance.randbytes(4), other[start : start + 60], part * 50)
        )
    if not chance.randrange(OFTEN):
        again = chance.choice((chance.choice(PARTS), part, part[:1])) or b" "
        data[at:at] = again * (LENGTH // len(again))
    return bytes(data)


def _keep(folder: Path | None, name: str, piece: bytes, *, first: bool) -> None:
    if folder and first:
        place = folder / name / hashlib.sha256(piece).hexdigest()[:12]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(piece)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for each parser (default: %(default)s)")
    parser.add_argument("--parsers", nargs="*", default=[])
    parser.add_argument("--add", action="store_true", help="to the results of earlier runs")
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for what broke a parser")
    parser.add_argument("--smoke", action="store_true", help="a second for each parser, to see that it runs")
    given = parser.parse_args()
    seconds = 1.0 if given.smoke else given.seconds
    figures: dict[str, Any] = {} if given.smoke else _before()
    for name, found in measure(seconds, given.parsers, given.data, given.seed, given.keep):
        figures[name] = _sum(figures.get(name, {}), found) if given.add else found
        if not given.smoke:
            machine.keep(RESULTS, figures)
    machine.tell(RESULTS, figures)


if __name__ == "__main__":
    main()
