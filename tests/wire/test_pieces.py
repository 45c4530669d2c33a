"""Finding copy in files and folders."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from dateline.errors import CopyError
from dateline.wire import pieces
from dateline.wire.pieces import Piece

PAGE = b"<html><title>A page</title><p>Some words.</p></html>"
LINE = b'{"id": "1", "title": "A headline", "text": "Some words."}\n'


def split(path: Path, kind: str = "") -> list[Piece]:
    return [piece for archive in pieces.find([path]) for piece in pieces.split(archive, kind)]


def test_a_folder_is_read_through_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.html", "a.html", "c.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(PAGE)
    assert [piece.name for piece in split(tmp_path)] == ["a.html", "c.html", "b/1.html", "b/2.html"]


def test_hidden_files_and_links_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "outside.html").write_bytes(PAGE)
    (tmp_path / "in/.hidden.html").write_bytes(PAGE)
    (tmp_path / "in/link.html").symlink_to(tmp_path / "outside.html")
    (tmp_path / "in/page.html").write_bytes(PAGE)
    assert [piece.name for piece in split(tmp_path / "in")] == ["page.html"]


def test_a_path_where_nothing_is_is_said(tmp_path: Path) -> None:
    with pytest.raises(CopyError, match=r"There is nothing at .*gone"):
        split(tmp_path / "gone")


def test_what_is_packed_is_told_by_content_and_not_by_name(tmp_path: Path) -> None:
    (tmp_path / "packed.html").write_bytes(gzip.compress(PAGE))
    (tmp_path / "plain.gz").write_bytes(PAGE)
    assert [piece.data for piece in split(tmp_path)] == [PAGE, PAGE]


def test_what_a_file_holds_is_told_by_content_and_not_by_name(tmp_path: Path) -> None:
    (tmp_path / "lines.html").write_bytes(LINE * 2)
    (tmp_path / "page.jsonl").write_bytes(PAGE)
    found = [(piece.name, piece.source) for piece in split(tmp_path)]
    assert found == [("lines.html#1", "jsonl"), ("lines.html#2", "jsonl"), ("page.jsonl", "html")]


def test_the_format_that_is_asked_for_is_used(tmp_path: Path) -> None:
    (tmp_path / "lines").write_bytes(LINE)
    assert [piece.source for piece in split(tmp_path, "html")] == ["html"]


def test_a_format_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(PAGE)
    with pytest.raises(CopyError, match=r"no format 'pdf'. Known are: .*html"):
        split(tmp_path, "pdf")


@pytest.mark.parametrize("name", ["style.css", "code.js", "font.woff2", "drawing.svg", "style.css.gz"])
def test_what_lies_beside_a_page_is_no_copy(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"body { color: black }")
    assert split(tmp_path) == []


@pytest.mark.parametrize("head", [b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a", b"%PDF-1.7"])
def test_a_picture_under_any_name_is_no_copy(tmp_path: Path, head: bytes) -> None:
    (tmp_path / "picture.html").write_bytes(head + b"data")
    assert split(tmp_path) == []


def test_a_file_that_ends_early_is_read_as_far_as_it_goes_and_reported_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(os.urandom(9000))[:5000])
    (piece,) = split(tmp_path)
    assert piece.name == "cut.html.gz"
    assert "ended before the end" in piece.note
    assert piece.data


def test_lines_before_the_damage_of_a_file_are_read(tmp_path: Path) -> None:
    lines = b"".join(
        b'{"id": "%d", "title": "A", "text": "%s"}\n' % (n, os.urandom(30).hex().encode()) for n in range(999)
    )
    (tmp_path / "cut.gz").write_bytes(gzip.compress(lines)[:-4000])
    found = split(tmp_path)
    assert len(found) > 500
    assert [bool(piece.fault) for piece in found] == [False] * (len(found) - 1) + [True]


def test_a_piece_is_never_longer_than_what_is_read_of_it(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "bomb.html.gz", "wb", compresslevel=1) as file:
        for _ in range(80):
            file.write(bytes(1 << 20))
    (piece,) = split(tmp_path)
    assert len(piece.data) <= (64 << 20) + 1


def test_a_name_that_is_no_text_is_escaped(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9\nnews.html")).write_bytes(PAGE)
    (piece,) = split(tmp_path)
    assert piece.name == "caf\\xe9\nnews.html"
    piece.place.encode()


def test_files_of_one_name_in_two_folders_have_two_places(tmp_path: Path) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "index.html").write_bytes(PAGE)
    monday, tuesday = (split(tmp_path / folder)[0] for folder in ("monday", "tuesday"))
    assert monday.name == tuesday.name
    assert monday.place != tuesday.place
