"""The process that readers talk to, as one of a real site: it takes comments, sends letters, and comes back."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path
from urllib.parse import urlencode

import pytest

import sites
import waiting
from dateline.site.discussing import THREADS

pytestmark = pytest.mark.slow


@pytest.fixture
def server(talking: sites.Server) -> sites.Server:
    return talking


def post(server: sites.Server, path: str, **fields: str) -> bytes:
    """The raw answer to a form."""
    import socket

    body = urlencode(fields).encode()
    head = (
        f"POST {path} HTTP/1.1\r\nhost: courier.example\r\nsec-fetch-site: same-origin\r\nconnection: close\r\n"
        f"content-type: application/x-www-form-urlencoded\r\ncontent-length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.port), 30) as line:
        line.sendall(head.encode() + body)
        parts = []
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)


def pid(server: sites.Server) -> int:
    """The process's number."""
    for child in server.children():
        if b"process\0discussing" in Path(f"/proc/{child}/cmdline").read_bytes():
            return child
    raise AssertionError("it does not run")


def test_a_comment_goes_from_the_form_by_a_letter_to_the_moderators(server: sites.Server) -> None:
    given = {"text": "Late again.", "name": "Ines Prado", "email": "ines@reader.example"}
    answer = post(server, "/discuss/1", **given)
    assert b"Look into your mail" in answer
    assert b"set-cookie" not in answer.lower()
    outbox = server.site / "outbox"
    given_to = f"To: {given['email']}"
    text = waiting.until(lambda: _letter(outbox, given_to), "a letter", 30, 0.1).replace("=\n", "")
    found = re.search(r"http://courier\.example(/discuss/confirm/\S+)", text)
    assert found
    answer = post(server, found[1])
    assert answer.startswith(b"HTTP/1.1 303")
    cookies = re.findall(rb"set-cookie: (\w+)=.*?path=([^;\s]+)", answer.lower())
    assert (b"discuss_session", b"/discuss/") in cookies
    assert (b"discuss", b"/") in cookies


def _letter(outbox: Path, to: str) -> str:
    letters = (path.read_text() for path in outbox.glob("*.eml"))
    return next((text for text in letters if to in text), "")


def test_the_pages_set_no_cookie_and_stay_cacheable(server: sites.Server) -> None:
    for path in ("/", "/news/1", "/discuss/1"):
        answer = server.ask(path)
        assert "set-cookie" not in answer.headers
        assert "no-store" not in answer.headers.get("cache-control", "")


def test_one_that_was_killed_is_started_again_and_reading_goes_on(server: sites.Server) -> None:
    before = pid(server)
    os.kill(before, signal.SIGKILL)
    assert server.ask("/").status == 200
    waiting.until(lambda: server.ask("/discuss/account/login/").status == 200, "it is there again", 60, 0.1)
    assert pid(server) != before


def test_a_text_that_is_far_too_long_is_refused_at_the_door(server: sites.Server) -> None:
    answer = post(server, "/discuss/1", text="a" * 100_000, name="Ines", email="ines@reader.example")
    assert answer.startswith(b"HTTP/1.1 413")


def test_nothing_is_taken_into_a_database_that_was_taken_away(server: sites.Server) -> None:
    def sent(name: str) -> bytes:
        return post(server, "/discuss/1", text="Late again.", name="Ines Prado", email=f"{name}@away.example")

    assert b"Look into your mail" in sent("before")
    for _ in range(2 * THREADS):
        assert server.ask("/discuss/1/write").status == 200, "each thread has a connection"
    files = list(server.site.glob("dateline.db*"))
    away = server.site / "away"
    away.mkdir()
    try:
        for path in files:
            path.rename(away / path.name)
        answers = [sent(f"meanwhile{number}") for number in range(2 * THREADS)]
    finally:
        for path in away.iterdir():
            path.rename(server.site / path.name)
        away.rmdir()
    assert not any(b"Look into your mail" in answer for answer in answers)
    assert {answer.split()[1][:1] for answer in answers} == {b"5"}
    waiting.until(lambda: b"Look into your mail" in sent(f"after{os.urandom(4).hex()}"), "it is back", 30, 1)
