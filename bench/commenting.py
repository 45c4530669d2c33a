"""Reading a story with no comment, with a thousand and with a hundred thousand, and pressing one more comment of each.

The comments are recorded straight into the ledger; nobody is asked whether they may be shown. A third of them answer
the story, the others answer one of the last hundred. Every page is made as a page worker makes one that nobody asked
for since the last write (``cold``), and asked for over the wire again and again (``hot``).
"""

from __future__ import annotations

import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench import copy
from bench.running import Served, dateline, load, serving

TIMES = 300
"""How often a cold page is made."""

ROUNDS = 5
CHUNK = 500
LATEST = 100
"""Of the comments before one, those that it may answer."""

CONNECTIONS = 16


def prepare(site: Path, sizes: Sequence[int]) -> None:
    """Give stories of a site threads of these sizes."""
    _note(site).write_text(json.dumps(_run(site, "record", ",".join(map(str, sizes)))), encoding="utf-8")


def measure(site: Path, seconds: int, more: int) -> dict[str, Any]:
    """For each size: bytes and processor time of pages; what one more comment writes and takes, ``more`` times."""
    codes: dict[str, int] = json.loads(_note(site).read_text(encoding="utf-8"))
    began = time.perf_counter()
    dateline("rebuild", "--site", str(site))
    took = time.perf_counter() - began
    figures = _run(site, "read", json.dumps(codes))
    for size, found in _run(site, "follow", json.dumps(codes), str(more)).items():
        figures[size]["one more comment"] = found
    for (size, name), cost in _hot(site, codes, seconds).items():
        figures[size][name]["hot_us"] = round(statistics.median(cost), 1)
    none, *_, largest = figures.values()
    return {
        "rebuild_seconds": round(took, 1),
        "comments": figures,
        "story_page_times_none": {
            name: round(largest["story"][name] / none["story"][name], 2) for name in ("cold_us", "hot_us", "bytes")
        },
    }


def _hot(site: Path, codes: dict[str, int], seconds: int) -> dict[tuple[str, str], list[float]]:
    """What answers cost that are kept, by the size of the thread and the kind of page; the rounds alternate."""
    with serving(site) as served:
        paths = {
            (size, name): path for size, code in codes.items() for name, path in _paths(served, code, int(size)).items()
        }
        rounds = [{which: _cost(served, path, seconds) for which, path in paths.items()} for _ in range(ROUNDS)]
    return {which: [one[which] for one in rounds] for which in paths}


def _note(site: Path) -> Path:
    """Which story has how many comments."""
    return site.parent / "threads.json"


def _run(site: Path, *arguments: str) -> Any:
    """What a process of its own finds out: Django enters one site in its life."""
    command = [sys.executable, "-m", "bench.commenting", str(site), *arguments]
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return json.loads(said.splitlines()[-1])


def _cost(served: Served, path: str, seconds: int) -> float:
    """Microseconds of processor time that an answer takes, all processes together."""
    before = served.cpu()
    done = load(served.address + path, CONNECTIONS, seconds)
    if done.errors:
        raise RuntimeError(f"{done.errors} of {done.requests} answers to {path} were errors")
    return (served.cpu() - before) / done.requests * 1e6


def _paths(served: Served, code: int, size: int) -> dict[str, str]:
    """The story's page, and the first of its thread in each order; no thread page is looked at without comments."""
    story = served.moved(f"/s/{code}")
    return {"story": story, **({"thread": f"/discuss/{code}"} if size else {})}


def main(site: str, what: str, *arguments: str) -> None:
    """Do one part of the measurement in this process; prints JSON."""
    from dateline.site.environment import enter

    folder = enter(Path(site), "ledger")
    print(json.dumps({"record": _record, "read": _read, "follow": _follow}[what](folder, *arguments)))


def _record(_: Any, sizes: str) -> dict[str, int]:
    """Give stories threads of these sizes; the code of each story by its size."""
    from dateline.ledger.models import LedgerEntry

    subjects = LedgerEntry.objects.filter(subject__startswith="story:").values_list("subject", flat=True)
    codes = sorted({int(subject.partition(":")[2]) for subject in subjects[:1000]})
    found, number = {}, 1
    for size, code in zip(map(int, sizes.split(",")), codes, strict=False):
        _put({f"thread:{code}": {"story": code}})
        comments = list(_comments(code, size, number))
        number += size
        for at in range(0, size, CHUNK):
            _put({f"comment:{one['number']}": one for one in comments[at : at + CHUNK]})
        found[str(size)] = code
    return found


def _put(snapshots: Mapping[str, dict[str, Any] | None]) -> None:
    from django.db import transaction

    from dateline.ledger.record import record_many

    with transaction.atomic():
        record_many(list(snapshots.items()))


def _comments(code: int, size: int, first: int) -> Iterator[dict[str, Any]]:
    """Snapshots of so many comments on a story."""
    dice = random.Random(code)
    words = str(next(copy.make(1))["text"]).split()
    roots: dict[int, int] = {}
    for number in range(first, first + size):
        parent = 0 if dice.random() < 1 / 3 else dice.randrange(max(first, number - LATEST), number + 1) % number
        place = {"parent": parent, "root": roots.get(parent) or parent} if parent else {}
        roots[number] = place.get("root", 0)
        yield {
            "number": number,
            "story": code,
            "at": "2026-05-21T08:30:00Z",
            "name": " ".join(dice.sample(words, 2)).title(),
            "text": " ".join(dice.choices(words, k=dice.randint(5, 80))).capitalize() + ".",
            **place,
        }


def _read(folder: Any, codes: str) -> dict[str, dict[str, Any]]:
    """Bytes of pages and the time that a page worker takes to make one that it has not made yet."""
    from dateline.press import generation
    from dateline.press.store import Store

    store = Store(generation.in_use(folder.pressed))
    found: dict[str, dict[str, Any]] = {}
    for size, code in json.loads(codes).items():
        pages = {"story": (f"/news/{code}/", "")}
        if int(size):
            pages["thread"] = (f"/discuss/{code}", "")
            pages["oldest first"] = (f"/discuss/{code}", "sort=oldest")
            pages["most replied first"] = (f"/discuss/{code}", "sort=replied")
        found[size] = {name: _cold(store, *where) for name, where in pages.items()}
    return found


def _cold(store: Any, path: str, query: str) -> dict[str, float]:
    from dateline.serve.answer import make
    from dateline.serve.view import Memory, View

    spent = []
    with store.env.begin() as txn:
        answer, _ = make(View(txn, store.databases, Memory()), path, query, "", 0)
        if answer.status == 301:
            path = dict(answer.headers)["location"]
        for _ in range(TIMES):
            view = View(txn, store.databases, Memory())
            began = time.process_time_ns()
            answer, _ = make(view, path, query, "", 0)
            spent.append((time.process_time_ns() - began) / 1e3)
    assert answer.status == 200, (path, answer.status)
    return {"bytes": len(answer.body), "cold_us": round(statistics.median(spent), 1)}


def _follow(folder: Any, codes: str, times: str) -> dict[str, dict[str, float]]:
    """The records that one more comment writes and the milliseconds from its recording until pages show it."""
    from dateline.follow.follower import Follower

    follower = Follower(folder.pressed, folder.search, folder.signer())
    number, found = 10_000_000, {}
    for size, code in json.loads(codes).items():
        rounds = []
        more = list(_comments(code, int(times), number))
        for one in more:
            _put({f"comment:{one['number']}": one})
            before, began, used = follower.store.writes, time.perf_counter(), time.process_time()
            follower.step()
            took, spent = time.perf_counter() - began, time.process_time() - used
            rounds.append((follower.store.writes - before, took * 1e3, spent * 1e3))
        # Taken back, so that what is measured next is measured in a thread of this size.
        _put(dict.fromkeys(f"comment:{one['number']}" for one in more))
        follower.step()
        number += int(times)
        writes, took_ms, cpu_ms = zip(*rounds, strict=True)
        found[size] = {
            "records": [min(writes), max(writes)],
            "followed_ms": round(statistics.median(took_ms), 1),
            "worst_ms": round(max(took_ms), 1),
            "cpu_ms": round(statistics.median(cpu_ms), 1),
        }
    follower.close()
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
