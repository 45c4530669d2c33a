"""Two processes write to one record at once, with the settings of a real site: nothing is lost, doubled or skipped."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import postgresql
import writing
from dateline.site import folder

TOML = """\
name = "The Harbour Courier"
url = "http://courier.example"
language = "en"
time_zone = "Europe/Lisbon"

[[sections]]
slug = "world"
name = "World"

[database]
url = "{}"
"""

EACH = 300


@pytest.fixture
def sqlite_site(tmp_path: Path) -> Path:
    return made(tmp_path, "")


@pytest.fixture
def postgresql_site(tmp_path: Path) -> Iterator[Path]:
    if not postgresql.is_here():
        pytest.skip("PostgreSQL's programs are not on this machine")
    with postgresql.running() as address:
        yield made(tmp_path, address)


def made(tmp_path: Path, database: str) -> Path:
    """A site whose database has the ledger's tables."""
    path = folder.create(tmp_path / "site", TOML.format(database)).path
    script = (
        "import sys; from pathlib import Path; from dateline.site.environment import enter;"
        " enter(Path(sys.argv[1]), 'ledger');"
        " from django.core.management import call_command; call_command('migrate', verbosity=0)"
    )
    subprocess.run([sys.executable, "-c", script, path], check=True)
    return path


def started(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, writing.__file__, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def said(process: subprocess.Popen[str]) -> list[tuple[str, ...]]:
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    return [tuple(line.split()) for line in out.splitlines()]


def run_writers(site: Path) -> None:
    follower = started("read", site, 2 * EACH)
    writers = [started("write", site, name, EACH) for name in (1, 2)]
    acknowledged = {(seq, subject) for writer in writers for subject, seq in said(writer)}
    followed = said(follower)
    assert len(acknowledged) == 2 * EACH
    assert [int(seq) for seq, _ in followed] == list(range(1, 2 * EACH + 1))
    assert set(followed) == acknowledged
    verified = subprocess.run(
        [sys.executable, "-m", "dateline", "verify", "--site", site], capture_output=True, text=True, check=False
    )
    assert verified.returncode == 0, verified.stderr
    assert verified.stdout.startswith(f"{2 * EACH} entries hold")


@pytest.mark.slow
def test_two_writers_and_a_follower_on_sqlite(sqlite_site: Path) -> None:
    run_writers(sqlite_site)


@pytest.mark.slow
@pytest.mark.postgresql
def test_two_writers_and_a_follower_on_postgresql(postgresql_site: Path) -> None:
    run_writers(postgresql_site)
