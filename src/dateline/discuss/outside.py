"""An outside checker, if dateline.toml names one: asked about each comment by a signed request, given little time.

What is sent is JSON: the comment's ``text``, ``name``, ``story`` and ``parent``, and ``person``, a number that means
something here only. It is signed with the key in ``keys/checker.key``: the header ``Dateline-Signature`` holds
``t=<seconds>,v1=<hex>``, where hex is the HMAC-SHA256 of ``<seconds>.<body>``. The answer is JSON as well:
``{"verdict": "pass" | "hold" | "reject", "reason": "..."}``.

Only the address in dateline.toml is ever asked: nothing of a comment becomes part of it, no redirect is followed, no
proxy of the environment is used. One that has failed three times is left alone for half a minute.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import os
import secrets
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dateline.discuss.checks import OutsideAnswer
from dateline.discuss.draft import Draft

LONGEST_ANSWER = 64 << 10
LONGEST_REASON = 300
FAILURES = 3
REST = 30.0
"""Seconds for which a checker that failed so often is not asked."""


@dataclass(frozen=True, slots=True)
class Checker:
    """Where it is and how long it may take."""

    url: str
    key: bytes
    seconds: float


class _Resting:
    """Whether a checker is worth asking: counted by this process, for all of its threads."""

    def __init__(self) -> None:
        self._failures, self._until, self._lock = 0, 0.0, threading.Lock()

    def is_due(self) -> bool:
        return time.monotonic() >= self._until

    def note(self, failed: bool) -> None:
        with self._lock:
            self._failures = self._failures + 1 if failed else 0
            if self._failures >= FAILURES:
                self._until, self._failures = time.monotonic() + REST, 0


RESTING = _Resting()


def ask(checker: Checker, draft: Draft) -> OutsideAnswer:
    """What the checker says of a draft; ``away`` if it does not answer as agreed."""
    if not RESTING.is_due():
        return OutsideAnswer("away", "it failed several times and is left alone for a moment")
    try:
        answer = _read(_send(checker, _body(draft)))
    except TimeoutError:
        answer = OutsideAnswer("away", f"no answer within {checker.seconds:g} seconds")
    except (OSError, http.client.HTTPException, ValueError) as error:
        answer = OutsideAnswer("away", f"{type(error).__name__}: {error}"[:LONGEST_REASON])
    RESTING.note(answer.verdict == "away")
    return answer


def sign(key: bytes, body: bytes, at: int) -> str:
    """The header's value; whoever checks it compares in constant time and refuses an old ``t``."""
    mark = hmac.new(key, f"{at}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={at},v1={mark}"


def read_key(path: Path) -> bytes:
    """The key that requests are signed with; made when it is first needed."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}.new")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_hex(32) + "\n", encoding="ascii")
        with suppress(FileExistsError):  # another process made one in this moment, and that one holds
            os.link(fresh, path)
        fresh.unlink()
    return path.read_text(encoding="ascii").strip().encode()


def _body(draft: Draft) -> bytes:
    said = {"text": draft.text, "name": draft.name, "story": draft.story, "parent": draft.parent}
    return json.dumps({**said, "person": draft.reader}).encode()


def _send(checker: Checker, body: bytes) -> bytes:
    parts = urlsplit(checker.url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    ends = time.monotonic() + checker.seconds
    connection = kind(parts.hostname or "", parts.port, timeout=checker.seconds)
    try:
        headers = {
            "Content-Type": "application/json",
            "User-Agent": "Dateline",
            "Dateline-Signature": sign(checker.key, body, int(time.time())),
        }
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("POST", path, body, headers)
        response = connection.getresponse()
        if response.status != 200:
            raise ValueError(f"it answered with status {response.status}")
        return _receive(response, connection, ends)
    finally:
        connection.close()


def _receive(response: http.client.HTTPResponse, connection: http.client.HTTPConnection, ends: float) -> bytes:
    """The answer, unless it drips in so slowly or is so long that somebody means harm."""
    got = b""
    while piece := response.read1(8192):
        got += piece
        if len(got) > LONGEST_ANSWER:
            raise ValueError("its answer is too long")
        left = ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        if connection.sock is not None:
            connection.sock.settimeout(left)
    return got


def _read(body: bytes) -> OutsideAnswer:
    said: Any = json.loads(body)
    verdict = said.get("verdict") if isinstance(said, dict) else None
    if verdict not in ("pass", "hold", "reject"):
        raise ValueError("its answer has no verdict that is pass, hold or reject")
    reason = said.get("reason", "")
    return OutsideAnswer(verdict, reason[:LONGEST_REASON] if isinstance(reason, str) else "")
