"""Spoiled copy for every reader of an export, for as long as it is asked for: what breaks a reader, and what is slow.

usage: python -m bench.fuzzing [--seconds N] [--sources NAME...] [--data DATA] [--seed N] [--keep FOLDER] [--smoke]

Each source gets N seconds. Its recorded pieces, and those that it takes of ``DATA/formats``, are spoiled by taking
out, doubling, swapping and putting in parts, among them words of the formats; what comes of it is cut and read. A
reader may refuse, with a reason; it may not fail otherwise, nor need longer than ``SLOW`` seconds. What broke one is
kept in FOLDER, to become recorded input of the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import random
import signal
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from bench import machine
from bench.import_pages import DATA
from dateline.errors import CopyError
from dateline.wire import sources
from dateline.wire.sources import About, Source

RECORDED = Path(__file__).parent.parent / "tests" / "wire" / "recorded"
SECONDS = 600
SLOW, HUNG = 2.0, 20
LARGEST = 200_000
"""Bytes of a piece that is spoiled: of larger ones fewer could be tried."""

WORDS = """
    <![CDATA[ ]]> <!-- --> <item> </item> <entry <?xml <!DOCTYPE <!ENTITY &a; &#0; &#x110000; { } [ ] " null 1e999 -1
    [gallery\tids="1, [caption] [/caption] <pre> </pre> <table> <iframe\tsrc= 0000-00-00 9999-12-31T25:61:61Z
    javascript:x data:image/png;base64, \\u0000 \\ud800 <blockquote> </div> <!--\twp:image\t{"id": &lt;p&gt; --- ;
"""
PARTS = [
    *(word.encode() for word in WORDS.split()),
    *(b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\n\n", b"<p>" * 50, b"<blockquote>" * 20, b"[" * 300),
]


def measure(seconds: float, names: list[str], data: Path, seed: int, keep: Path | None) -> dict[str, Any]:
    """How often each source was tried, and what broke it."""
    signal.signal(signal.SIGALRM, _give_up)
    figures: dict[str, Any] = {}
    for source in sources.SOURCES:
        corpus = list(_recorded(source))
        if (names and source.name not in names) or not corpus:
            continue
        corpus += _shared(source, data) if data.exists() else []
        figures[source.name] = _fuzz(source, corpus, seconds, random.Random(seed), keep)
        print(source.name, figures[source.name], flush=True)
    return figures


def _fuzz(
    source: Source, corpus: list[bytes], seconds: float, chance: random.Random, keep: Path | None
) -> dict[str, Any]:
    outcomes: Counter[str] = Counter()
    broke: Counter[str] = Counter()
    slowest = 0.0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        piece = _spoiled(chance, corpus)
        for what in ("read", "split"):
            began = time.process_time()
            try:
                outcomes[_try(source, piece, what)] += 1
            except Exception as error:  # noqa: BLE001 - whatever a reader lets out is what is looked for
                fault = f"{what}: {type(error).__name__}: {error}"[:160]
                broke[fault] += 1
                _keep(keep, source.name, piece, first=broke[fault] == 1)
            took = time.process_time() - began
            slowest = max(slowest, took)
            if took > SLOW:
                broke[f"{what}: slow"] += 1
                _keep(keep, source.name, piece, first=True)
    return {"tried": outcomes.total() + broke.total(), **outcomes, "slowest": round(slowest, 2), "broke": dict(broke)}


def _try(source: Source, piece: bytes, what: str) -> str:
    signal.alarm(HUNG)
    try:
        if what == "read":
            source.read(piece, About())
        else:
            for one in source.split(io.BytesIO(piece)):
                assert isinstance(one, bytes)
    except CopyError as reason:
        return "refused" if str(reason) else _without_reason()
    finally:
        signal.alarm(0)
    return "read"


def _without_reason() -> str:
    raise AssertionError("refused without a reason")


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
    return bytes(data)


def _recorded(source: Source) -> Iterator[bytes]:
    for path in sorted((RECORDED / source.name).glob("*")):
        if not path.name.endswith(".expected.json"):
            yield path.read_bytes()
            yield from _pieces(source, path.read_bytes())


def _shared(source: Source, data: Path) -> list[bytes]:
    found: list[bytes] = []
    for archive in sorted((data / "formats").glob("*.tar.gz")):
        with tarfile.open(archive) as tar:
            for member in tar:
                file = tar.extractfile(member)
                content = file.read() if file else b""
                if content and sources.tell(content[: sources.HEAD], member.name) is source:
                    found += [one for one in _pieces(source, content) if len(one) < LARGEST][:20]
    return found


def _pieces(source: Source, content: bytes) -> list[bytes]:
    found = []
    try:
        found.extend(source.split(io.BytesIO(content)))
    except CopyError:
        return found
    return found


def _keep(folder: Path | None, name: str, piece: bytes, *, first: bool) -> None:
    if folder and first:
        place = folder / name / hashlib.sha256(piece).hexdigest()[:12]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(piece)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for each source (default: %(default)s)")
    parser.add_argument("--sources", nargs="*", default=[])
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="a folder for what broke a reader")
    parser.add_argument("--smoke", action="store_true", help="a second for each source, to see that it runs")
    arguments = parser.parse_args()
    seconds = 1.0 if arguments.smoke else arguments.seconds
    figures = measure(seconds, arguments.sources, arguments.data, arguments.seed, arguments.keep)
    machine.tell("fuzzing", figures)
    if not arguments.sources and not arguments.smoke:
        machine.keep("fuzzing", {"seconds for each": arguments.seconds, "seed": arguments.seed, **figures})


if __name__ == "__main__":
    main()
