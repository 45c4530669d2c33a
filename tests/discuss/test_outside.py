"""An outside checker is asked by a signed request, given little time, and believed only if it answers as agreed."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from dateline.discuss import outside
from dateline.discuss.draft import Draft

DRAFT = Draft(text="The tram was late.", name="Ines Prado", story=864, at=datetime(2026, 5, 21, tzinfo=UTC), reader=7)
KEY = b"a-key-of-the-newsroom"


@pytest.fixture(autouse=True)
def _rested(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "RESTING", outside._Resting())


@contextmanager
def checker(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[tuple[outside.Checker, list[Any]]]:
    """A checker that answers so, and what it was asked."""
    asked: list[Any] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, dict(self.headers), body))
            answer(self)

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield outside.Checker(f"http://127.0.0.1:{server.server_port}/ask?of=courier", KEY, 1), asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def says(body: Any, status: int = 200, **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(sent)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(sent)

    return answer


def test_a_checker_reads_the_comment_and_can_check_who_asks() -> None:
    with checker(says({"verdict": "hold", "reason": "looks like an advertisement"})) as (one, asked):
        answer = outside.ask(one, DRAFT)
    assert (answer.verdict, answer.reason) == ("hold", "looks like an advertisement")
    path, headers, body = asked[0]
    assert path == "/ask?of=courier"
    assert json.loads(body) == {
        "text": "The tram was late.",
        "name": "Ines Prado",
        "story": 864,
        "parent": 0,
        "person": 7,
    }
    at, mark = headers["Dateline-Signature"].removeprefix("t=").split(",v1=")
    assert mark == hmac.new(KEY, at.encode() + b"." + body, hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    "answer",
    [
        says({"verdict": "perhaps"}),
        says(["hold"]),
        says(b"<html>"),
        says(b"\xff\xfe"),
        says({"verdict": "pass"}, 500),
        says({"verdict": "pass"}, 204),
        says({"verdict": "pass", "padding": "x" * 100_000}),
    ],
)
def test_an_answer_that_was_not_agreed_on_is_none(answer: Any) -> None:
    with checker(answer) as (one, _):
        assert outside.ask(one, DRAFT).verdict == "away"


def test_a_redirect_is_not_followed() -> None:
    with (
        checker(says({"verdict": "pass"})) as (target, asked),
        checker(says(b"", 302, Location=target.url)) as (one, _),
    ):
        answer = outside.ask(one, DRAFT)
    assert answer.verdict == "away"
    assert asked == []


def test_one_that_does_not_answer_costs_its_time_and_no_more() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        one = outside.Checker(f"http://127.0.0.1:{silent.getsockname()[1]}/", KEY, 0.2)
        answer = outside.ask(one, DRAFT)
    assert (answer.verdict, answer.reason) == ("away", "no answer within 0.2 seconds")


def test_one_that_failed_three_times_is_left_alone_for_a_moment() -> None:
    with checker(says(b"", 500)) as (one, asked):
        answers = [outside.ask(one, DRAFT) for _ in range(5)]
    assert [answer.verdict for answer in answers] == ["away"] * 5
    assert len(asked) == 3
    assert "left alone" in answers[-1].reason


def test_nothing_of_a_proxy_in_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with checker(says({"verdict": "pass"})) as (one, _):
        assert outside.ask(one, DRAFT).verdict == "pass"


def test_the_key_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "checker.key"
    key = outside.read_key(path)
    assert len(key) == 64
    assert outside.read_key(path) == key
    assert path.stat().st_mode & 0o077 == 0
    assert [one.name for one in path.parent.iterdir()] == ["checker.key"]
