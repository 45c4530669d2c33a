"""Videos and the like in web archives: passed over without being read, and mended as all records are."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.wire import pieces
from dateline.wire.containers import Opening, Tally
from dateline.wire.containers.records import FIRST
from dateline.wire.containers.webarchive import listing, members, picture_of
from dateline.wire.pieces import Piece
from web_archives import packed, page, record, response

URL = "https://old.example/"
NOISE = random.Random(5).randbytes(2 * FIRST)
VIDEO = response(f"{URL}film.mp4", NOISE * 4, media="video/mp4")
PHOTO = response(f"{URL}photo.jpg", NOISE, media="image/jpeg")
LONG_PAGE = page("The whole of the inquiry", body=f"<p>{'The harbour office keeps its records. ' * 10}</p>" * 1000)
REST = "styles, scripts and other files in web archives"


def plain(*records: bytes) -> bytes:
    return b"".join(records)


def split(folder: Path, data: bytes) -> tuple[list[Piece], Tally]:
    (folder / "crawl.warc").write_bytes(data)
    opening = Opening()
    return [p for archive in pieces.find([folder]) for p in pieces.split(archive, "", opening)], opening.tally


@pytest.mark.parametrize("pack", [plain, packed, lambda *records: gzip.compress(plain(*records))])
def test_pages_between_videos_come_in_whole_and_the_videos_are_counted(
    tmp_path: Path, pack: Callable[..., bytes]
) -> None:
    records = [response(f"{URL}1", page()), VIDEO, response(f"{URL}2", LONG_PAGE), PHOTO, response(f"{URL}3", page())]
    found, tally = split(tmp_path, pack(*records, VIDEO))
    assert [piece.data for piece in found] == [page(), LONG_PAGE, page()]
    assert [piece.number for piece in found] == [1, 3, 5]
    assert tally == {REST: 2, "pictures in web archives": 1}


@pytest.mark.parametrize("pack", [plain, packed])
@pytest.mark.parametrize("wrong", [-700_000, -1, 1, 1 << 30])
def test_a_video_of_another_length_than_it_says_costs_no_page(
    tmp_path: Path, pack: Callable[..., bytes], wrong: int
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n"
    block = head + NOISE * 4
    video = record("response", block, length=len(block) + wrong, WARC_Target_URI=URL, Content_Type="application/http")
    found, tally = split(tmp_path, pack(response(f"{URL}1", page()), video, response(f"{URL}2", page())))
    assert [(piece.data, piece.fault) for piece in found] == [(page(), ""), (page(), "")]
    assert tally == {REST: 1}


def test_an_archive_that_ends_in_a_video_gives_the_pages_before_it(tmp_path: Path) -> None:
    found, tally = split(tmp_path, response(URL, page()) + VIDEO[:-FIRST])
    assert [piece.data for piece in found] == [page()]
    assert tally == {REST: 1}


class Counting(io.BytesIO):
    """A file that knows how much of it was read."""

    count = 0

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        self.count += len(data)
        return data


def test_most_of_a_video_is_not_read() -> None:
    records = [VIDEO, response(URL, page())] * 3
    for read in (lambda file: list(listing(file)), lambda file: list(members(file, Tally()))):
        file = Counting(plain(*records))
        assert len(read(file)) == 3
        assert file.count < len(plain(*records)) // 4


def test_a_picture_is_whole_when_a_page_asks_for_it() -> None:
    file = io.BytesIO(plain(VIDEO, PHOTO, response(URL, page())))
    (listed,) = [one for one in listing(file) if one.is_picture]
    assert picture_of(file, listed.place) == NOISE


@pytest.mark.parametrize("pack", [plain, packed])
def test_progress_goes_on_with_the_archive(tmp_path: Path, pack: Callable[..., bytes]) -> None:
    data = pack(response(f"{URL}1", page()), VIDEO, response(f"{URL}2", page()))
    first, second = split(tmp_path, data)[0]
    assert first.reached < len(data) / 10 < len(data) / 2 < second.reached <= len(data)
