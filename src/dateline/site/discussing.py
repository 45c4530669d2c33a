"""The process that readers talk to: takes their comments and all they do at /discuss/, and sends them letters.

Started by ``dateline serve``; answers on a local socket, which the page workers hand ``/discuss/`` to. It gives way to
the newsroom and to those that serve pages: a flood of comments may slow comments down, and nothing else.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from dateline.discuss import labels, mailing
from dateline.site import holding, listening, process
from dateline.site.folder import SiteFolder
from dateline.site.rounds import keep_doing

THREADS = 8
GIVES_WAY = 10
"""By how much the process is nicer than the newsroom and those that serve pages."""

LOOK = 0.5
"""Seconds between looks into the tray of letters."""

log = logging.getLogger("dateline.discuss")


def serve(folder: SiteFolder) -> None:
    """Answer requests until told to stop."""
    from django.core.wsgi import get_wsgi_application

    labels.words()  # read now, so that what is said when all fails needs no file then
    holding.keep(folder.database)
    stopping = threading.Event()
    deliver, sender = carrier(folder)
    keep_doing("Sending letters", lambda: mailing.send_due(deliver, sender), LOOK, stopping)
    listening.answer(folder, "discussing", get_wsgi_application(), threads=THREADS, largest=1 << 20)
    stopping.set()


def carrier(folder: SiteFolder) -> tuple[mailing.Deliver, str]:
    """How letters leave, and whom they are from."""
    url, sender = folder.config["mail.url"], folder.config["mail.from"]
    if url:
        return mailing.Smtp(url), sender
    return mailing.Folder(folder.outbox), sender or "comments@localhost"


def _wait_for_tables() -> None:
    """The newsroom brings the database to this version; nothing works before."""
    needed = set(_migrations())
    while not needed <= _applied():
        time.sleep(LOOK)
    connection.close()


def _applied() -> set[tuple[str, str]]:
    """The migrations that the database has had; none while it cannot be asked."""
    try:
        return set(MigrationRecorder(connection).applied_migrations())
    except DatabaseError as error:
        log.warning("Comments have to wait for the database: %s", error)
        connection.close()
        return set()


def _migrations() -> Iterator[tuple[str, str]]:
    """The migrations of the apps of this process, read as names: their graph leads to apps that it has not."""
    for app in apps.get_app_configs():
        for place in (Path(app.path) / "migrations").glob("[0-9]*.py"):
            yield app.label, place.stem


def main(folder: SiteFolder) -> int:
    """Run the process for a site that was entered."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    os.nice(GIVES_WAY)
    # In a flood it says so of every request; what is too much is refused before, and counted there.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    process.end_with_server()
    with folder.hold("discussing"):
        _wait_for_tables()
        serve(folder)
    return 0
