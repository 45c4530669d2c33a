"""A connection to the database that is kept from request to request, for as long as the database is the same.

A file of SQLite's that was taken away, or put back from a backup, lives on for whoever has it open: what is written
there is lost. So before each request it is looked whether the name still leads to the file that was opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.signals import request_started
from django.db import connection
from django.db.backends.signals import connection_created

_File = tuple[int, int] | None


def keep(path: Path) -> None:
    """Look from now on, in all threads, that connections are to the file at ``path``; to none, if it is elsewhere."""

    def note(connection: Any, **_: object) -> None:
        connection.opened_file = _file(path)

    def check(**_: object) -> None:
        if connection.connection is not None and connection.opened_file != _file(path):
            connection.close()

    connection_created.connect(note, weak=False, dispatch_uid="dateline.site.holding")
    request_started.connect(check, weak=False, dispatch_uid="dateline.site.holding")


def _file(path: Path) -> _File:
    """What tells a file from another one of its name."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
