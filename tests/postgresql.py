"""A PostgreSQL server of the tests' own, from the programs of this machine, in a folder that goes with it."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def is_here() -> bool:
    return all(shutil.which(name) for name in ("initdb", "pg_ctl"))


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database on a server that is stopped afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgresql-"))
    words: dict[str, Any] = {"cwd": folder, "stdout": subprocess.DEVNULL}
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        os.chown(folder, pwd.getpwnam("nobody").pw_uid, -1)
        words["user"] = "nobody"
    data = folder / "data"
    try:
        subprocess.run(
            ["initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync"], check=True, **words
        )
        options = f"-c listen_addresses='' -k {folder} -c fsync=off"
        start = ["pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start"]
        subprocess.run(start, check=True, **words)
        try:
            yield f"postgresql://desk@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            subprocess.run(["pg_ctl", "-D", data, "-m", "immediate", "stop"], check=True, **words)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
