"""The same paths on PostgreSQL: a server of our own from the machine's programs, in a folder that goes with it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import postgresql

pytestmark = pytest.mark.postgresql

HERE = Path(__file__).parent
ALSO = [
    "test_failing_hook.py",
    "test_publicity.py",
    "test_intake.py",
    "test_codes.py",
    "test_reconcile.py",
    "test_schedule.py",
    # What remains of discuss asks the database nothing, or only what these ask it too, and takes long.
    "../discuss/test_doors.py",
    "../discuss/test_clock.py",
    "../discuss/test_accounts.py",
    "../discuss/test_mailing.py",
    "../discuss/intake/test_taking.py",
    "../discuss/pages/test_own.py",
    "../discuss/pages/test_writing.py",
    "../discuss/desk",
    "../discuss/legal",
    "../discuss/learned/test_learning.py",
]


@pytest.fixture(scope="session")
def database() -> Iterator[str]:
    """The address of an empty database on a server that is stopped afterwards."""
    if not postgresql.is_here():
        pytest.skip("PostgreSQL's programs are not on this machine")
    with postgresql.running() as address:
        yield address


def test_the_paths_hold_on_postgresql(database: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "--import-mode=importlib", "-q", "-x", "-p", "no:cacheprovider"]
        + [str(HERE / name) for name in ALSO],
        env={**os.environ, "DATELINE_TEST_DATABASE": database, "DJANGO_SETTINGS_MODULE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
