"""Answering what the page workers hand on: a WSGI application on a local socket of the site folder."""

from __future__ import annotations

from typing import Any

import waitress

from dateline.site.folder import SiteFolder


def answer(folder: SiteFolder, name: str, application: Any, *, threads: int, largest: int) -> None:
    """Answer requests at the socket of a process until told to stop; bodies of more than ``largest`` bytes are refused.

    The socket is open to this user alone, and what a page worker says of the reader's address is believed: a worker
    takes the headers of strangers away.
    """
    socket = folder.socket(name)
    socket.unlink(missing_ok=True)
    waitress.serve(
        application,
        unix_socket=str(socket),
        unix_socket_perms="600",
        threads=threads,
        _quiet=True,
        trusted_proxy="localhost",
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
        clear_untrusted_proxy_headers=True,
        max_request_body_size=largest,
    )
