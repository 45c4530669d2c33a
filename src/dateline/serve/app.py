"""The RSGI application that Granian runs in every page worker.

Pages come from the edition, files from the site folder; ``/desk/`` is handed to the newsroom process over its socket,
searches to the search process, and what is not a page below ``/discuss/`` to the one that takes comments. Pages and
files are answered in the thread that brings the request, and wait for nothing; the rest is done in the event loop.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from pathlib import Path
from typing import Any

from dateline.press import repair
from dateline.serve import files, health
from dateline.serve.answer import Answer, plain
from dateline.serve.discussing import PREFIX, Discussing
from dateline.serve.edition import Edition
from dateline.serve.fitting import fit
from dateline.serve.load import Load
from dateline.serve.newsroom import Newsroom
from dateline.serve.route import is_discussion
from dateline.serve.searching import ADDRESSES, Searching

WATCH = 0.25
"""Seconds between looks at which generation of pressed pages is in use, and at how busy this worker is."""

log = logging.getLogger("dateline.serve")


class App:
    """Made in each worker after it was started, so that no LMDB environment ever crosses a fork."""

    def __init__(self, site: Path, newsroom: Path, searching: Path, discussing: Path) -> None:
        self.edition = Edition(site / "pressed")
        self.files = files.Files(site / "media")
        self.newsroom = Newsroom(newsroom)
        self.searching = Searching(searching, self._ask_again)
        self.discussing = Discussing(discussing, self._refuse)
        self.load = Load(WATCH)
        self.run = site / "run"
        self.parent = int(os.environ.get("DATELINE_SERVER", os.getppid()))

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._watch(loop)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        if os.getppid() != self.parent:
            os._exit(0)  # the server was killed; a worker alone would only hold its port
        self.edition.refresh()
        self.discussing.heed(self.load.share())
        loop.call_later(WATCH, self._watch, loop)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        try:
            path, reads = scope.path, scope.method in ("GET", "HEAD")
            process = self._process(path, reads=reads)
            if process is None:
                self._answer(scope, protocol, path, reads=reads)
            else:
                await process.relay(scope, protocol)
        except Exception:
            log.exception("%s %.200r could not be answered", scope.method, scope.path)
            self._send(plain(500, "Something went wrong here. It has been noted.\n"), scope.headers, protocol)

    def _process(self, path: str, *, reads: bool) -> Newsroom | Discussing | Searching | None:
        """The process that answers what is not answered here."""
        if path.startswith("/desk/") or path == "/desk":
            return self.newsroom
        if path.startswith(PREFIX) and not (reads and is_discussion(path)):
            return self.discussing
        return self.searching if reads and path in ADDRESSES else None

    def _answer(self, scope: Any, protocol: Any, path: str, *, reads: bool) -> None:
        """Send a page or a file."""
        if not reads:
            protocol.response_empty(405, [("allow", "GET, HEAD")])
        elif path.startswith(("/static/", "/media/")) or path == files.FAVICON:
            self.files.send(path, protocol, scope.headers.get("accept-encoding", ""))
        elif path == health.PATH:
            self._send(health.check(self.edition, self.run), scope.headers, protocol)
        else:
            headers = scope.headers
            self._send(self.edition.answer(path, scope.query_string, headers.get("host", "")), headers, protocol)

    def _ask_again(self, scope: Any, protocol: Any) -> None:
        """Send the page that asks a reader to come again in a moment."""
        self._send(self.edition.busy(), scope.headers, protocol)

    def _refuse(self, scope: Any, protocol: Any, status: int) -> None:
        """Send the page that says why a request was not handed on."""
        self._send(self.edition.refusal(status), scope.headers, protocol)

    def _send(self, answer: Answer, headers: Any, protocol: Any) -> None:
        status, fields, body = fit(answer, headers.get("accept-encoding", ""), headers.get("if-none-match", ""))
        if body:
            protocol.response_bytes(status, fields, body)
        else:
            protocol.response_empty(status, fields)


def make() -> App:
    """The application of the site that the environment names; called by Granian in the worker."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s", force=True
    )
    site = Path(os.environ["DATELINE_SITE"])
    repair.leave_trace(site / "run")
    newsroom = os.environ["DATELINE_NEWSROOM"]
    # Where nobody else takes comments, the newsroom does.
    discussing = os.environ.get("DATELINE_DISCUSSING", newsroom)
    return App(site, Path(newsroom), Path(os.environ["DATELINE_SEARCHING"]), Path(discussing))
