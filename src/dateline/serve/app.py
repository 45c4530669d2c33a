"""The RSGI application that Granian runs in every page worker.

Pages come from the edition, files from the site folder; ``/desk/`` and ``/discuss/`` are handed to the newsroom
process over its socket. Nothing here waits for anything else while a page is answered.
"""

from __future__ import annotations

import asyncio
import os
import zlib
from pathlib import Path
from typing import Any

from dateline.serve import files
from dateline.serve.answer import Answer
from dateline.serve.edition import Edition
from dateline.serve.newsroom import Newsroom

WATCH = 0.25
"""Seconds between looks at which generation of pressed pages is in use."""


class App:
    """Made in each worker after it was started, so that no LMDB environment ever crosses a fork."""

    def __init__(self, site: Path, newsroom: Path) -> None:
        self.edition = Edition(site / "pressed")
        self.files = files.Files(site / "media")
        self.newsroom = Newsroom(newsroom)
        self.parent = os.getppid()

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._watch(loop)

    def _watch(self, loop: asyncio.AbstractEventLoop) -> None:
        if os.getppid() != self.parent:
            os._exit(0)  # the server was killed; a worker alone would only hold its port
        self.edition.refresh()
        loop.call_later(WATCH, self._watch, loop)

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        path: str = scope.path
        if path.startswith(("/desk/", "/discuss/")) or path in ("/desk", "/discuss"):
            await self.newsroom.relay(scope, protocol)
        elif scope.method not in ("GET", "HEAD"):
            protocol.response_empty(405, [("allow", "GET, HEAD")])
        elif path.startswith(("/static/", "/media/")):
            self.files.send(path, protocol, scope.headers.get("accept-encoding", ""))
        else:
            headers = scope.headers
            self._send(self.edition.answer(path, scope.query_string, headers.get("host", "")), headers, protocol)

    def _send(self, answer: Answer, headers: Any, protocol: Any) -> None:
        if not answer.body:
            protocol.response_empty(answer.status, answer.headers)
        elif answer.etag and answer.etag in headers.get("if-none-match", ""):
            protocol.response_empty(304, [pair for pair in answer.headers if pair[0] in files.KEPT_ON_304])
        elif "gzip" in headers.get("accept-encoding", ""):
            protocol.response_bytes(answer.status, answer.headers, answer.body)
        else:
            plain = [pair for pair in answer.headers if pair[0] != "content-encoding"]
            protocol.response_bytes(answer.status, plain, zlib.decompress(answer.body, 16 + zlib.MAX_WBITS))


def make() -> App:
    """The application of the site that the environment names; called by Granian in the worker."""
    return App(Path(os.environ["DATELINE_SITE"]), Path(os.environ["DATELINE_NEWSROOM"]))
