"""An import that is ended by force in the middle of an archive goes on where it was."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import sites
import waiting
from web_archives import packed, page, response

PAGES = 400
FILLING = b"<!--" + 12_000 * b" " + b"-->"
"""Makes pages as heavy as pages are: of light ones, four hundred come in together."""

pytestmark = pytest.mark.slow


def tar_of(pages: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in pages.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return gzip.compress(data.getvalue())


def pages() -> dict[str, bytes]:
    return {
        f"{n:04}.html": page(f"Story number {n} of the old archive", canonical=f"https://old.example/{n}") + FILLING
        for n in range(PAGES)
    }


def captures() -> bytes:
    """Each page twice: the second crawl found another headline."""
    crawls = [("2014-05-03T12:00:00Z", ""), ("2016-08-01T09:30:00Z", ", put right")]
    return packed(
        *(
            response(f"https://old.example/{n}", page(f"Story number {n} of the old archive{more}") + FILLING, at=at)
            for at, more in crawls
            for n in range(PAGES // 2)
        )
    )


def count(site: Path, query: str) -> int:
    with closing(sqlite3.connect(site / "dateline.db")) as database:
        return int(database.execute(query).fetchone()[0])


@pytest.mark.parametrize("make", [lambda: tar_of(pages()), captures], ids=["tar.gz", "warc.gz"])
def test_an_import_killed_in_the_middle_of_an_archive_goes_on_where_it_was(tmp_path: Path, make: Any) -> None:
    archive, report = tmp_path / "archive", tmp_path / "report.jsonl"
    archive.write_bytes(make())
    site = sites.copy(tmp_path / "site")
    command = [sys.executable, "-m", "dateline", "import", "--site", str(site), str(archive), "--report", str(report)]
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=sites.environment(), start_new_session=True)
    waiting.until(lambda: count(site, "SELECT count(*) FROM wire_taken") > 0, "a batch is in", 240)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    done = count(site, "SELECT count(*) FROM wire_taken")
    assert 0 < done < PAGES
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=sites.environment())
    told = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
    assert len({line["file"] for line in told}) == len(told) == PAGES
    assert sum(line["reason"].startswith("Unchanged") for line in told) >= done
    assert {line["outcome"] for line in told} == {"imported"}
    stories = len({line["code"] for line in told})
    assert count(site, "SELECT count(*) FROM desk_story") == stories
    states = count(site, "SELECT count(*) FROM ledger_ledgerentry WHERE subject LIKE 'story:%'")
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL, env=sites.environment())
    assert count(site, "SELECT count(*) FROM ledger_ledgerentry WHERE subject LIKE 'story:%'") == states == PAGES
