"""The search process: answers readers' searches from the index and the pressed pages. Knows no database, no Django.

Started by ``dateline serve``; answers on a local socket, which the page workers hand ``/search`` to. It gives way to
them where both want a processor.
"""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable
from typing import Any

from dateline.errors import StoreError
from dateline.press import shelf
from dateline.serve.answer import Answer, unavailable
from dateline.serve.fitting import fit
from dateline.serve.search import Search
from dateline.site import listening, process
from dateline.site.folder import SiteFolder

THREADS = 2
"""Searches at once: what one spends in Python, others wait for."""

GIVES_WAY = 5
"""By how much the process is nicer than those that serve pages."""

LINES = {200: "200 OK", 304: "304 Not Modified", 503: "503 Service Unavailable"}

log = logging.getLogger("dateline.searching")


class Application:
    """Searches over WSGI."""

    def __init__(self, search: Search) -> None:
        self.search = search

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        answer = self._answer(environ)
        encodings, known = environ.get("HTTP_ACCEPT_ENCODING", ""), environ.get("HTTP_IF_NONE_MATCH", "")
        status, headers, body = fit(answer, encodings, known)
        start(LINES[status], [*headers, ("content-length", str(len(body)))])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _answer(self, environ: dict[str, Any]) -> Answer:
        try:
            return self.search.answer(environ["PATH_INFO"], environ["QUERY_STRING"])
        except StoreError as error:
            log.error("A search has no answer: %s", error)
            return unavailable()


def serve(folder: SiteFolder) -> None:
    """Answer searches until told to stop."""
    search = Search(shelf.of(folder.pressed).store, folder.search)
    threading.Thread(target=_warm, args=(search,), name="warm", daemon=True).start()
    listening.answer(folder, "searching", Application(search), threads=THREADS, largest=1)


def _warm(search: Search) -> None:
    try:
        search.warm()
    except StoreError as error:
        log.warning("Searches are not ready yet: %s", error)


def main(folder: SiteFolder) -> int:
    """Run the process for a site."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    os.nice(GIVES_WAY)
    process.end_with_server()
    with folder.hold("searching"):
        serve(folder)
    return 0
