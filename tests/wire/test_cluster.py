"""Reading on a Dask cluster: a real scheduler and real workers on this machine, one of which is killed on the way."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from distributed.scheduler import KilledWorker

import saved_pages
import sites
import waiting
from dateline.errors import DatelineError
from dateline.wire import cluster, pieces, reading
from dateline.wire.cluster import Cluster
from dateline.wire.pieces import Piece

PAGES = 240


def start(program: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{program}", *arguments, "--no-dashboard", "--host", "127.0.0.1"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=sites.environment())


@contextmanager
def running(workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and so many workers; its address, and the workers."""
    port = sites.free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = start("dask_scheduler", "--port", str(port))
    hands: list[subprocess.Popen[bytes]] = []
    try:
        waiting.until(lambda: _answers(port), "the scheduler answers", 60)
        hands += [start("dask_worker", address, "--nthreads", "1", "--no-nanny") for _ in range(workers)]
        if workers:
            _wait_for(address, workers)
        yield address, hands
    finally:
        for process in (*hands, scheduler):
            process.kill()
            process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _wait_for(address: str, workers: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(workers, timeout=60)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archive"
    folder.mkdir()
    for number in range(PAGES):
        text = saved_pages.page(saved_pages.article(f"The swing bridge stays closed, day {number}"))
        (folder / f"{number:03}.html").write_bytes(text)
    return folder


def batches(folder: Path) -> list[list[Piece]]:
    found = [piece for archive in pieces.find([folder]) for piece in pieces.split(archive)]
    return [found[at : at + 10] for at in range(0, len(found), 10)]


@pytest.mark.slow
def test_an_import_goes_on_when_a_worker_is_killed_and_reads_the_same(archive: Path) -> None:
    parts = batches(archive)
    with running(2) as (address, workers), closing(Cluster(address)) as connected:
        assert connected.threads == 2
        found: list[Any] = []
        for batch in reading.read_all(parts, connected.threads, connected.start):
            found += batch
            if len(found) == 20:
                workers[0].kill()
                workers[0].wait()
        assert connected.threads == 1
    assert len(found) == PAGES
    alone = [one for batch in parts for one in reading.read(batch, {})]
    assert [one.record for one in found] == [one.record for one in alone]


@pytest.mark.slow
def test_the_command_reads_on_the_cluster(archive: Path, tmp_path: Path) -> None:
    for path in sorted(archive.iterdir())[20:]:
        path.unlink()
    site = sites.copy(tmp_path)
    with running(1) as (address, _):
        done = sites.dateline("import", "--site", site, archive, "--on", address, "--dry-run")
    assert done.returncode == 0, done.stderr
    assert f"Reading on the cluster at {address}, 1 at once." in done.stderr
    assert "20 records" in done.stderr


@pytest.mark.slow
def test_a_scheduler_without_workers_is_said_with_how_to_start_some() -> None:
    with running(0) as (address, _), pytest.raises(DatelineError, match="has no workers") as told:
        Cluster(address)
    assert f"dask worker {address}" in str(told.value)


def test_an_address_at_which_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "ANSWERS_WITHIN", 1)
    address = f"tcp://127.0.0.1:{sites.free_port()}"
    with pytest.raises(DatelineError, match=f"Nobody answers at {address}"):
        Cluster(address)


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(DatelineError, match="is no address of a scheduler"):
        Cluster("10.0.0.7")


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(DatelineError, match=r"pip install 'dateline\[cluster\]'"):
        Cluster("tcp://127.0.0.1:1")


class Hands:
    """A client of a cluster, as far as it is asked here."""

    status = "running"

    def __init__(self, code: object = "", threads: int = 1) -> None:
        self.code = code
        self.threads = {"tcp://w:1": threads} if threads else {}
        self.closed = False

    def nthreads(self) -> dict[str, int]:
        return self.threads

    def run(self, _: Any, **__: Any) -> dict[str, object]:
        return {"tcp://w:1": self.code}

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(("code", "said"), [("other", "has another Dateline"), (ImportError(), "has no Dateline")])
def test_workers_with_another_dateline_are_refused(monkeypatch: pytest.MonkeyPatch, code: object, said: str) -> None:
    hands = Hands(code)
    monkeypatch.setattr(cluster, "_connect", lambda _: hands)
    with pytest.raises(DatelineError, match=said):
        Cluster("tcp://127.0.0.1:1")
    assert hands.closed


def answer(monkeypatch: pytest.MonkeyPatch, hands: Hands, error: BaseException | None = None) -> Any:
    monkeypatch.setattr(cluster, "_connect", lambda _: hands)
    inner: Future[int] = Future()
    if error:
        inner.set_exception(error)
    return cluster._Answer(Cluster("tcp://127.0.0.1:1"), inner)


def test_a_piece_that_ends_every_worker_is_told_as_a_pool_tells_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lost = KilledWorker("read", "tcp://w:1", 3)
    with pytest.raises(BrokenProcessPool):
        answer(monkeypatch, Hands(reading.code()), lost).result()


def test_a_scheduler_that_is_gone_ends_the_import_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DatelineError, match=r"The scheduler at tcp://127\.0\.0\.1:1 is gone"):
        answer(monkeypatch, Hands(reading.code()), CancelledError()).result()


def test_nobody_waits_for_ever_for_workers_that_are_all_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "LOOK", 0.01)
    monkeypatch.setattr(cluster, "ALONE", 0.05)
    hands = Hands(reading.code())
    waited = answer(monkeypatch, hands)
    hands.threads = {}
    with pytest.raises(DatelineError, match="has no workers any more"):
        waited.result()
