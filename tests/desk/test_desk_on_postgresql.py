"""The same paths on PostgreSQL: a server of our own from the machine's programs, in a folder that goes with it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.postgresql

HERE = Path(__file__).parent
ALSO = [
    "test_failing_hook.py",
    "test_publicity.py",
    "test_intake.py",
    "test_codes.py",
    "test_reconcile.py",
    "test_schedule.py",
    "../discuss/test_doors.py",
    "../discuss/test_clock.py",
    "../discuss/intake/test_taking.py",
]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of an empty database on a server that is stopped afterwards."""
    programs = [shutil.which(name) for name in ("initdb", "pg_ctl")]
    if not all(programs):
        pytest.skip("PostgreSQL's programs are not on this machine")
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgresql-"))
    try:
        yield from _running(folder, *map(str, programs))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _running(folder: Path, initdb: str, pg_ctl: str) -> Iterator[str]:
    # PostgreSQL refuses to run as root.
    user = "nobody" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    words = {"user": user, "cwd": folder} if os.geteuid() == 0 else {"cwd": folder}
    os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
    data = folder / "data"

    def run(*command: object) -> None:
        subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, **words)  # type: ignore[call-overload]

    run(initdb, "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses='' -k {folder} -c fsync=off"
    run(pg_ctl, "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql://desk@{str(folder).replace('/', '%2F')}/postgres"
    finally:
        run(pg_ctl, "-D", data, "-m", "immediate", "stop")


def test_the_paths_hold_on_postgresql(postgresql: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "--import-mode=importlib", "-q", "-x", "-p", "no:cacheprovider"]
        + [str(HERE / name) for name in ALSO],
        env={**os.environ, "DATELINE_TEST_DATABASE": postgresql, "DJANGO_SETTINGS_MODULE": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
