"""Killed at any instant: nothing that was acknowledged is lost, nothing is there twice, and the site mends itself."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import pressing
import sites
import waiting
from dateline.press import generation, stories
from dateline.press.store import Store

pytestmark = pytest.mark.slow

KILLS_OF_FOLLOWER = 25
KILLS_OF_SERVER = 5
KILLS_OF_IMPORT = 5
STORIES = 1500

WRITE = """
from builders import story as pure
from dateline.ledger.record import record_many
from dateline.story import as_dict
for start in range(first, first + count, 20):
    with transaction.atomic():
        record_many([(f"story:{code}", as_dict(pure(code))) for code in range(start, min(start + 20, first + count))])
result = first + count
"""
"""Publishes bare stories without a row at the desk, twenty in a transaction."""

LAST = "from dateline.ledger.read import last_seq\nresult = last_seq()"


def follow(site: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dateline.site.process", "following", site]
    return subprocess.Popen(command, env=sites.environment(), stderr=subprocess.DEVNULL)


def position(site: Path) -> int:
    store = Store(generation.in_use(site / "pressed"))
    try:
        with store.read() as reading:
            return reading.position
    finally:
        store.close()


def pages(site: Path) -> dict[Any, Any]:
    """Every record of the pages in use, less what was judged when it was pressed: related stories, copies."""
    store = Store(generation.in_use(site / "pressed"))
    try:
        found = pressing.records(store)
        return {key: _without_choice(value) for key, value in found.items() if not _is_of_its_time(*key)}
    finally:
        store.close()


def _is_of_its_time(database: str, key: bytes) -> bool:
    """Whether a record says when it was made, or what was judged from all that was there when it was."""
    return database == "meta" and (key == b"checkpoint" or key.startswith(stories.COPIES))


def _without_choice(value: Any) -> Any:
    if isinstance(value, tuple) and hasattr(value, "parts") and value.code:
        return value._replace(
            parts=tuple(part for part in value.parts if not isinstance(part, tuple) or len(part) != 2)
        )
    return value


def indexed(site: Path) -> tuple[int, int]:
    """The position of the search index and how many stories it holds."""
    from dateline.search.index import SearchIndex

    index = SearchIndex(generation.in_use(site / "search"))
    return index.position, index.index.searcher().num_docs - 1


def proves(site: Path) -> None:
    """The record verifies, and pressing everything again gives what is there."""
    done = sites.dateline("verify", "--site", site)
    assert done.returncode == 0, done.stderr
    before = pages(site)
    done = sites.dateline("rebuild", "--site", site)
    assert done.returncode == 0, done.stderr
    after = pages(site)
    assert sorted(before) == sorted(after)
    assert [key for key in before if before[key] != after[key]] == []


def test_a_follower_killed_again_and_again_loses_nothing_and_does_nothing_twice(tmp_path: Path) -> None:
    site = sites.copy(tmp_path)
    chance = random.Random(864)
    with sites.desk(site) as desk:
        desk.do(WRITE, first=1, count=STORIES)
        last = desk.do(LAST)
    kills, seen = 0, 0
    while kills < KILLS_OF_FOLLOWER:
        follower = follow(site)
        waiting.until(lambda before=seen: position(site) > before or position(site) == last, "it follows", 60, 0.002)
        time.sleep(chance.random() / 50)  # an instant somewhere inside a batch, which no condition could name
        follower.kill()
        follower.wait()
        kills += 1
        assert position(site) >= seen
        seen = position(site)
    (site / "run" / "followed").unlink(missing_ok=True)
    follower = follow(site)
    waiting.until((site / "run" / "followed").exists, "it has followed everything", 120)
    assert position(site) == last
    follower.terminate()
    assert follower.wait(30) == 0
    assert indexed(site) == (last, STORIES)
    proves(site)


def test_a_server_killed_again_and_again_comes_back_with_everything_that_was_acknowledged(tmp_path: Path) -> None:
    server = sites.Server(sites.copy(tmp_path))
    acknowledged: list[int] = []
    try:
        with sites.desk(server.site) as desk:
            for _ in range(KILLS_OF_SERVER):
                server.start()
                waiting.until(server.answers, "readers are answered", 60)
                acknowledged += [desk.do("result = published('Night boat').pk") for _ in range(3)]
                server.kill()
        server.start().ready()
        for code in acknowledged:
            waiting.until(lambda code=code: server.ask(f"/news/{code}.json").status == 200, f"story {code}")
        assert len(set(acknowledged)) == len(acknowledged)
        assert "Traceback" not in server.said()
    finally:
        server.stop()
    proves(server.site)


def test_each_process_of_a_server_that_is_killed_comes_back(tmp_path: Path) -> None:
    with sites.serving(sites.copy(tmp_path)) as server:
        for name in ("following", "newsroom", "discussing", "searching", "page", "page"):
            old = server.child(name)
            os.kill(old, signal.SIGKILL)
            waiting.until(lambda name=name, old=old: came_back(server, name, old), f"another {name} process", 60)
        server.ready()
        with sites.desk(server.site) as desk:
            code = desk.do("result = published('After the night').pk")
        waiting.until(lambda: server.ask(f"/news/{code}.json").status == 200, "what is published is seen")


def test_no_process_waits_for_a_page_worker_that_was_forked_while_it_was_started() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTS_AND_FORKS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


STARTS_AND_FORKS = """
import os, signal, sys, threading
from dateline.site import server

def start_processes():
    for _ in range(STARTS):
        server.start([sys.executable, "-c", ""]).wait()

STARTS = 30
starting = threading.Thread(target=start_processes, daemon=True)
starting.start()
workers = []
while starting.is_alive() and len(workers) < 400:
    worker = os.fork()
    if not worker:
        signal.pause()
    workers.append(worker)
starting.join(20)
for worker in workers:
    os.kill(worker, signal.SIGKILL)
sys.exit(starting.is_alive())
"""


def came_back(server: sites.Server, name: str, old: int) -> bool:
    try:
        return server.child(name) != old and server.answers()
    except IndexError:
        return False


def write_copy(folder: Path, count: int) -> Path:
    """An archive of plain stories, as JSON Lines."""
    lines = [
        {
            "id": f"old-{number}",
            "title": f"Ferry number {number} leaves the {number % 7}th pier",
            "text": f"The ferry of {number} o'clock left late. Nobody was hurt.\nIt came back with {number} people.",
            "date": "2024-03-02T08:00:00Z",
            "lang": "en",
            "url": f"http://old-courier.example/{number}.html",
            "authors": ["Ana Lopes"],
            "source": "The Harbour Courier",
        }
        for number in range(count)
    ]
    path = folder / "archive.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_an_import_killed_again_and_again_takes_in_every_story_once(tmp_path: Path) -> None:
    site, count = sites.copy(tmp_path), 400 * KILLS_OF_IMPORT  # which come in together
    archive = write_copy(tmp_path, count)
    chance = random.Random(864)
    with sites.desk(site) as desk:
        taken = "result = Story.objects.count()"
        for _ in range(KILLS_OF_IMPORT):
            before = desk.do(taken)
            running = subprocess.Popen(
                [sys.executable, "-m", "dateline", "import", "--site", site, archive],
                env=sites.environment(), stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            waiting.until(
                lambda before=before, running=running: desk.do(taken) > before or running.poll() is not None,
                "it takes in", 60,
            )  # fmt: skip
            time.sleep(chance.random() / 5)  # as above
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
        done = sites.dateline("import", "--site", site, archive)
        assert done.returncode == 0, done.stderr
        assert desk.do(taken) == count
        assert desk.do("result = Story.objects.values('headline').distinct().count()") == count
        recorded = "from dateline.ledger.models import LedgerEntry as L\nresult = list(L.objects.filter("
        recorded += "subject__startswith='story:').values_list('subject', flat=True))"
        subjects = desk.do(recorded)
        assert len(subjects) == len(set(subjects)) == count
    done = sites.dateline("verify", "--site", site)
    assert done.returncode == 0, done.stderr
