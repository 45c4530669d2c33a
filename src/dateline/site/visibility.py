"""An editor's click returns when readers can see what it did.

A request that recorded something waits for the follower to have pressed it, a few hundredths of a second. If the
follower is busy or away, the editor is not kept: the change is safe in the ledger and will be seen when it is pressed.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from dateline.errors import StoreError
from dateline.ledger import read
from dateline.press import shelf

PATIENCE = 2.0
"""Seconds after which the editor is answered all the same."""

POLL = 0.003
"""Seconds to the second look."""

LONGER, LONGEST = 1.3, 0.02
"""By how much each pause is longer than the one before, and the longest: many who wait long look less often."""

SAFE = ("GET", "HEAD", "OPTIONS")


class UntilVisible:
    """Django middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method not in SAFE:
            wait(read.last_seq())
        return response


class UntilShown:
    """As ``UntilVisible``, for readers: only what changed a page is waited for, and not for as long."""

    PATIENCE = 0.5

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if awaited := getattr(response, "awaited", 0):
            wait(awaited, self.PATIENCE)
        return response


def wait(seq: int, patience: float = PATIENCE) -> bool:
    """Wait until an entry of the ledger has been pressed; whether it was in time."""
    deadline, pause = time.monotonic() + patience, POLL
    while _position() < seq:
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
        pause = min(LONGEST, pause * LONGER)
    return True


def _position() -> int:
    """How far the pages in use have followed the ledger."""
    try:
        with shelf.of(settings.FOLDER.pressed).store().read() as reading:
            return reading.position
    except StoreError:
        return 0
