"""Telling followers that something was recorded, so that they need not look all the time.

A ring is one datagram to a socket in the site folder. Nobody has to be listening, and a follower that missed it looks
by itself a moment later: the bell makes it quick, the ledger makes it right.
"""

from __future__ import annotations

import contextlib
import socket
from pathlib import Path


def ring(path: Path) -> None:
    """Wake the follower that listens at a path, if one does."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bell:
        bell.setblocking(False)
        # No listener, or one that has been rung often enough already: both are as good as heard.
        with contextlib.suppress(OSError):
            bell.sendto(b"!", str(path))


class Bell:
    """A listening socket at a path; the path is taken over if an earlier listener left it behind."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.unlink(missing_ok=True)
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(str(path))

    def wait(self, seconds: float) -> bool:
        """Wait for a ring, at most so long; whether there was one. Rings that piled up count as one."""
        self.socket.settimeout(seconds)
        try:
            self.socket.recv(16)
        except TimeoutError:
            return False
        self.socket.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                self.socket.recv(16)
        return True

    def close(self) -> None:
        self.socket.close()
        self.path.unlink(missing_ok=True)
