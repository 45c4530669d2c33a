"""A page worker asked over the wire, kindly and not: methods, versions, encodings, hostile requests, our own faults."""

from __future__ import annotations

import gzip
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import newsstand
import sites
import waiting

pytestmark = pytest.mark.slow

STORY = "/news/90/ferry-leaves-late-90"

BROKEN = """
from dateline.serve import app, edition

def fail(self, *_):
    raise RuntimeError("a fault of ours")

def make():
    made = app.make()
    edition.Edition.answer = fail
    return made
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    stand = newsstand.Newsstand(tmp_path_factory.mktemp("app"))
    yield urlsplit(stand.open(newsstand.courier)).port or 0
    stand.close()


def test_head_is_get_without_the_body(port: int) -> None:
    got, head = sites.ask(port, STORY, accept_encoding="gzip"), sites.ask(port, STORY, "HEAD", accept_encoding="gzip")
    assert (head.status, head.body) == (200, b"")
    assert {k: v for k, v in head.headers.items() if k != "date"} == {
        k: v for k, v in got.headers.items() if k != "date"
    }


def test_the_same_text_in_the_encoding_that_is_asked_for(port: int) -> None:
    packed, plain = sites.ask(port, STORY, accept_encoding="br, gzip"), sites.ask(port, STORY, accept_encoding="br")
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["vary"] == plain.headers["vary"] == "accept-encoding"
    assert packed.headers["etag"] != plain.headers["etag"]


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_reader_who_has_the_page_is_told_that_it_is_unchanged(port: int, encoding: str) -> None:
    etag = sites.ask(port, STORY, accept_encoding=encoding).headers["etag"]
    again = sites.ask(port, STORY, accept_encoding=encoding, if_none_match=etag)
    assert (again.status, again.body) == (304, b"")
    assert "etag" in again.headers
    assert again.headers["cache-control"] == "no-cache"
    assert sites.ask(port, STORY, accept_encoding=encoding, if_none_match='"0"').status == 200


def test_a_part_of_a_page_is_not_sent(port: int) -> None:
    whole = sites.ask(port, STORY)
    part = sites.ask(port, STORY, range="bytes=0-9")
    assert (part.status, part.body) == (200, whole.body)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])
def test_pages_are_only_read(port: int, method: str) -> None:
    answer = sites.ask(port, STORY, method)
    assert answer.status == 405
    assert answer.headers["allow"] == "GET, HEAD"


def test_no_answer_sets_a_cookie(port: int) -> None:
    for target in (*newsstand.PAGES.values(), "/healthz", "/robots.txt", "/desk/"):
        answer = sites.ask(port, target, cookie="desk_session=x")
        assert "set-cookie" not in answer.headers
        assert "desk_session" not in answer.text


def test_pictures_and_style_sheets_may_be_kept_for_ever(port: int) -> None:
    sheet = sites.ask(port, STORY).text.partition('href="/static/')[2].partition('"')[0]
    for target in (f"/static/{sheet}", f"/media/{newsstand.SUNSET.key}-320.webp"):
        answer = sites.ask(port, target)
        assert answer.status == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "target",
    [
        *(
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc/passwd",
            "/media/../dateline.toml",
            "/media/%2e%2e/keys/secret.key",
        ),
        *("/static/..%2f..%2fstory.py", "/static/../../story.py", "/media/aa/../../keys", "/media/%00.webp", "/%00"),
        *(
            "/news/%ff",
            "/people/%ff%fe",
            "/news/90%0d%0aset-cookie:x",
            "/" + "a" * 20_000,
            "/?" + "q=1&" * 5_000,
            "//x",
        ),
    ],
)
def test_a_hostile_path_finds_nothing(port: int, target: str) -> None:
    answer = sites.ask(port, target)
    assert answer.status in (200, 301, 400, 404, 414)
    assert "set-cookie" not in answer.headers
    assert answer.status != 200 or target.startswith("/?")
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "lines",
    [
        b"\xff\xfe\x00\x01\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: [::1\r\n\r\n",
        b"GET /x HTTP/1.1\r\nhost: a\r\nhost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\n" + b"".join(b"x-%d: y\r\n" % n for n in range(5000)) + b"\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\nx: " + b"y" * 2_000_000 + b"\r\n\r\n",
        b"POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
    ],
    ids=range(9),
)
def test_a_hostile_request_harms_nobody_else(port: int, lines: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), 20) as line:
        line.settimeout(20)
        try:
            line.sendall(lines)
            line.shutdown(socket.SHUT_WR)
            said = line.recv(65536)
        except OSError:
            said = b""  # cut off, which is an answer too
    assert not said or said.startswith(b"HTTP/1.1 ")
    assert not said.startswith(b"HTTP/1.1 500")
    assert sites.ask(port, STORY).status == 200


def test_the_desk_that_is_not_running_is_said_to_be_so(port: int) -> None:
    answer = sites.ask(port, "/desk/")
    assert answer.status == 503
    assert answer.headers["cache-control"] == "no-store"
    assert "not running" in answer.text


@pytest.mark.parametrize("target", ["/discuss/88", "/discuss/88/2", "/discuss/88?sort=oldest"])
def test_comments_are_read_without_the_process_that_takes_them(port: int, target: str) -> None:
    answer = sites.ask(port, target)
    assert answer.status == 200
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("method", "target"), [("POST", "/discuss/88"), ("GET", "/discuss/88/write"), ("GET", "/discuss/account/login/")]
)
def test_without_that_process_a_reader_is_asked_to_come_again_in_the_words_of_the_site(
    port: int, method: str, target: str
) -> None:
    answer = sites.ask(port, target, method)
    assert answer.status == 503
    assert answer.headers["retry-after"] == "2"
    assert "<h1>One moment</h1>" in answer.text


def test_a_comment_of_a_hundred_kilobytes_is_too_long(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), 20) as line:
        line.settimeout(20)
        line.sendall(b"POST /discuss/88 HTTP/1.1\r\nhost: x\r\ncontent-length: 102400\r\n\r\n" + b"x" * 102_400)
        said = line.recv(65_536)
    assert said.startswith(b"HTTP/1.1 413 ")
    assert sites.ask(port, STORY).status == 200


def test_a_fault_of_ours_is_logged_with_its_trace_and_the_reader_gets_a_plain_500(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text(BROKEN)
    port, log = sites.free_port(), tmp_path / "log"
    environment = sites.environment(
        PYTHONPATH=str(tmp_path), DATELINE_SITE=str(tmp_path), **{
            f"DATELINE_{name}": str(tmp_path / f"{name}.sock") for name in ("NEWSROOM", "SEARCHING")
        }
    )  # fmt: skip
    with log.open("wb") as errors:
        command = [sys.executable, "-m", "granian", *newsstand.GRANIAN, "--port", str(port), "broken:make"]
        worker = subprocess.Popen(command, env=environment, stderr=errors, stdout=errors)
    try:
        answer = waiting.until(lambda: _answered(port), "the worker answers")
        assert answer.status == 500
        assert "a fault of ours" not in answer.text
        assert "Something went wrong here" in answer.text
        waiting.until(lambda: "RuntimeError: a fault of ours" in log.read_text(), "it is logged")
        assert "Traceback" in log.read_text()
        assert f"GET '{STORY}'" in log.read_text()
    finally:
        worker.terminate()
        worker.wait(20)


def _answered(port: int) -> sites.Answer | None:
    try:
        return sites.ask(port, STORY)
    except OSError:
        return None
