"""Files of the code and of the site, as a browser asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dateline.press import assets
from dateline.serve.files import FOR_EVER, FOR_NOW, Files

PICTURE = "aa/00112233445566778899aa-320.webp"


class Line:
    """What the server would send."""

    def __init__(self) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.body: Any = b""

    def _sent(self, status: int, headers: list[tuple[str, str]], body: Any) -> None:
        self.status, self.headers, self.body = status, dict(headers), body

    response_str = response_bytes = response_file = _sent


@pytest.fixture
def site(tmp_path: Path) -> Files:
    picture = tmp_path / PICTURE
    picture.parent.mkdir()
    picture.write_bytes(b"a picture")
    (tmp_path / "secret.webp").write_bytes(b"not for readers")
    return Files(tmp_path)


def asked(site: Files, path: str, accepted: str = "gzip, br") -> Line:
    line = Line()
    site.send(path, line, accepted)
    return line


def test_a_style_sheet_is_sent_compressed_and_kept_for_ever(site: Files) -> None:
    sent = asked(site, assets.address("site.css"))
    assert (sent.status, sent.headers["content-encoding"]) == (200, "gzip")
    assert sent.headers["cache-control"] == FOR_EVER
    assert sent.headers["content-type"] == "text/css; charset=utf-8"


def test_a_browser_that_takes_no_compression_gets_the_file(site: Files) -> None:
    sent = asked(site, assets.address("site.css"), "")
    assert "content-encoding" not in sent.headers
    assert sent.body == str(assets.FOLDER / "site.css")


def test_pages_pressed_before_an_upgrade_are_not_left_without_a_style_sheet(site: Files) -> None:
    sent = asked(site, "/static/site.00000000.css")
    assert sent.status == 200
    assert sent.headers["cache-control"] == FOR_NOW
    assert sent.body == asked(site, assets.address("site.css")).body


def test_programs_that_read_no_html_find_the_icon(site: Files) -> None:
    sent = asked(site, "/favicon.ico")
    assert (sent.status, sent.headers["content-type"]) == (200, "image/png")
    assert sent.headers["cache-control"] == FOR_NOW


def test_a_picture_is_kept_for_ever(site: Files, tmp_path: Path) -> None:
    sent = asked(site, f"/media/{PICTURE}")
    assert (sent.status, sent.headers["content-type"], sent.body) == (200, "image/webp", str(tmp_path / PICTURE))
    assert sent.headers["cache-control"] == FOR_EVER


@pytest.mark.parametrize(
    "path",
    [
        "/media/secret.webp",
        "/media/../dateline.toml",
        f"/media/{PICTURE.replace('320', '640')}",
        f"/media/{PICTURE}.bak",
        "/static/site.css",
        "/static/passwd.00000000.txt",
        "/static/../app.00000000.py",
    ],
)
def test_nothing_else_is_a_file(site: Files, path: str) -> None:
    assert asked(site, path).status == 404
