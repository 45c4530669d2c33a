"""Web archives: what comes out of them, how they are mended, and how captures become versions."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import brotli
import pytest

import saved_pages
from dateline.desk import house
from dateline.desk.models import NewsImage, Story
from dateline.desk.sections import sync_sections
from dateline.ledger import read
from dateline.ledger.models import LedgerEntry
from dateline.wire import pieces
from dateline.wire.containers import Opening
from dateline.wire.pieces import Piece
from dateline.wire.reading import read as read_pieces
from taking_in import outcomes, picture, shown, take_in
from web_archives import chunked, conversion, packed, page, record, response

URL = "https://old.example/2014/bridge"
MUSEUM = "The museum reopens its east wing"
LATER = "2016-08-01T09:30:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "archive"
    path.mkdir()
    return path


@pytest.fixture
def _site(db: None) -> None:
    sync_sections(house.site())


def split(path: Path) -> tuple[list[Piece], dict[str, int]]:
    opening = Opening()
    found = [piece for archive in pieces.find([path]) for piece in pieces.split(archive, "", opening)]
    return found, dict(opening.tally)


INFO = record("warcinfo", b"software: tests")
REQUEST = record("request", b"GET / HTTP/1.1\r\n\r\n", WARC_Target_URI=URL)
REVISIT = record("revisit", b"HTTP/1.1 200 OK\r\n\r\n", WARC_Target_URI=URL)


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records), lambda *r: gzip.compress(b"".join(r))])
@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_pages_come_out_however_the_archive_is_packed_and_the_rest_is_counted(
    folder: Path, pack: Any, version: str
) -> None:
    other = response(f"{URL}/gone", b"Not here", status="404 Not Found")
    style = response(f"{URL}.css", b"b {}", media="text/css")
    data = pack(INFO, REQUEST, response(URL, page(), version=version), REVISIT, other, style)
    (folder / "crawl").write_bytes(data)
    (piece,), left_out = split(folder)
    assert (piece.name, piece.source, piece.data) == (f"crawl!{URL}#3", "html", page())
    assert (piece.about.address, piece.about.charset) == (URL, "utf-8")
    assert piece.about.captured == "2014-05-03T12:00:00Z"
    assert sorted(left_out.items()) == [
        ("answers of status 404 in web archives", 1),
        ("request records of web archives", 1),
        ("revisit records of web archives", 1),
        ("styles, scripts and other files in web archives", 1),
        ("warcinfo records of web archives", 1),
    ]


@pytest.mark.parametrize(
    ("sent", "body"),
    [
        ({"Transfer-Encoding": "chunked"}, chunked(page())),
        ({"Content-Encoding": "gzip"}, gzip.compress(page())),
        ({"Content-Encoding": "deflate"}, zlib.compress(page())),
        ({"Content-Encoding": "deflate"}, zlib.compress(page())[2:-4]),
        ({"Content-Encoding": "gzip"}, page()),
        ({"Content-Encoding": "br"}, brotli.compress(page())),
        ({"Content-Encoding": "br"}, page()),
        ({"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}, chunked(gzip.compress(page()))),
        ({"Transfer-Encoding": "chunked"}, page()),
    ],
)
def test_what_was_packed_on_its_way_is_unpacked(folder: Path, sent: dict[str, str], body: bytes) -> None:
    (folder / "crawl.warc").write_bytes(response(URL, body, sent=sent))
    (piece,), _ = split(folder)
    assert piece.data == page()


def test_of_a_page_that_was_damaged_on_its_way_what_can_be_unpacked_is_kept_and_nobody_is_told_of_it_on_the_screen(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    sent = bytearray(gzip.compress(page()))
    sent[-6] ^= 255
    (folder / "crawl.warc").write_bytes(response(URL, bytes(sent), sent={"Content-Encoding": "gzip"}))
    (piece,), _ = split(folder)
    assert page().startswith(piece.data[:200])
    assert capfd.readouterr().out == ""


def test_the_charset_that_the_server_named_is_believed_where_the_page_names_none(folder: Path) -> None:
    text = "Мост через старую гавань закрыт до весны, сообщила портовая контора во вторник утром."
    html = f"<html><title>Мост закрыт до весны</title><body><h1>Мост закрыт до весны</h1><p>{text}</p><p>{text}!</p>"
    data = response(URL, html.encode("koi8-r"), media="text/html; charset=KOI8-R")
    (folder / "crawl.warc").write_bytes(data)
    (piece,), _ = split(folder)
    (found,) = read_pieces([piece], {})
    assert found.record is not None
    assert found.record.headline == "Мост закрыт до весны"


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records)])
def test_a_record_that_says_it_is_longer_than_it_is_swallows_none(folder: Path, pack: Any) -> None:
    wrong = response(URL, page(), length=len(page()) + 900)
    (folder / "crawl.warc").write_bytes(pack(wrong, response(f"{URL}/2", page(MUSEUM)), INFO))
    (first, second), left_out = split(folder)
    assert [first.data.strip(), second.data] == [page(), page(MUSEUM)]
    assert (first.note, second.note) == ("The record says it is longer than it is.", "")
    assert left_out == {"warcinfo records of web archives": 1}


@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records)])
def test_a_record_that_says_it_is_shorter_than_it_is_is_read_to_its_end(folder: Path, pack: Any) -> None:
    wrong = response(URL, page(), length=200)
    (folder / "crawl.warc").write_bytes(pack(wrong, response(f"{URL}/2", page(MUSEUM))))
    (first, second), _ = split(folder)
    assert [first.data, second.data] == [page(), page(MUSEUM)]
    assert first.note == "The record says it is shorter than it is."


def test_what_is_readable_of_an_archive_that_ends_early_comes_in(folder: Path) -> None:
    (folder / "crawl.warc.gz").write_bytes(packed(response(URL, page()), response(f"{URL}/2", page(MUSEUM)))[:-300])
    found, _ = split(folder)
    assert found[0].data == page()
    assert any("ends in the middle" in piece.fault or piece.note for piece in found[1:])


def test_damage_in_the_middle_costs_the_record_that_it_is_in(folder: Path) -> None:
    parts = [gzip.compress(response(f"{URL}/{n}", page(f"{MUSEUM}, part {n}"))) for n in range(3)]
    broken = bytearray(parts[1])
    broken[60:90] = bytes(30)
    (folder / "crawl.warc.gz").write_bytes(parts[0] + bytes(broken) + parts[2])
    found, _ = split(folder)
    whole = [piece.about.address for piece in found if not piece.fault and not piece.note]
    assert whole == [f"{URL}/0", f"{URL}/2"]
    assert any("cannot be unpacked" in piece.fault for piece in found)


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n" + b"x" * 3_000_000,
        b"WARC/1.0\r\nContent-Length: -5\r\nWARC-Type: response\r\n\r\nx",
        b"WARC/1.0\r\nContent-Length: many\r\nWARC-Type: response\r\n\r\nx\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\n\r\n\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 99999999999999\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n\r\nx",
        b"WARC/1.0",
    ],
)
def test_records_without_sense_are_told_or_passed_over_and_the_next_one_is_read(folder: Path, data: bytes) -> None:
    (folder / "crawl.warc").write_bytes(data)
    split(folder)
    (folder / "crawl.warc").write_bytes(response(URL, page()) + data)
    found, _ = split(folder)
    assert found[0].data == page()


def test_the_texts_of_a_wet_file_are_read_as_page_text(folder: Path) -> None:
    text = f"{saved_pages.HEADLINE}\n5 November 2014\n" + "\n".join(saved_pages.PARAGRAPHS)
    (folder / "crawl.wet.gz").write_bytes(packed(INFO, conversion(URL, text), conversion(f"{URL}/2", text)))
    found, _ = split(folder)
    assert [(piece.source, piece.about.address) for piece in found] == [("text", URL), ("text", f"{URL}/2")]


def test_a_wacz_is_a_zip_with_a_web_archive_in_it(folder: Path) -> None:
    with zipfile.ZipFile(folder / "crawl.wacz", "w") as wacz:
        wacz.writestr("archive/data.warc.gz", packed(INFO, response(URL, page())))
        wacz.writestr("indexes/index.cdx", f"example,old)/2014/bridge 20140503120000 {URL}\n")
        wacz.writestr("datapackage.json", '{"profile": "data-package"}')
    found, _ = split(folder)
    assert f"crawl.wacz!archive/data.warc.gz!{URL}#2" in [piece.name for piece in found]


# --- captures ---


def versions(code: int) -> list[Any]:
    return [json.loads(state.body) for state in read.history(f"story:{code}") if state.body]


@pytest.mark.usefixtures("_site")
def test_captures_of_a_page_become_its_versions_the_oldest_first(folder: Path) -> None:
    first, second = page(), page("The swing bridge opens in April")
    (folder / "a.warc.gz").write_bytes(packed(response(URL, second, at=LATER), response(f"{URL}/2", page(MUSEUM))))
    (folder / "b.warc.gz").write_bytes(packed(INFO, response(URL.replace("https", "http"), first)))
    told = take_in(folder)
    assert outcomes(told) == ["imported", "imported", "imported"]
    assert [line["file"] for line in told][:2] == [
        f"b.warc.gz!{URL.replace('https', 'http')}#2",
        f"a.warc.gz!{URL}#1",
    ]
    code = told[0]["code"]
    assert told[1]["code"] == code
    assert told[1]["reason"] == f"A version of story {code}, captured on 2016-08-01."
    assert [(v["headline"], v["captured"], v["published"]) for v in versions(code)] == [
        (saved_pages.HEADLINE, "2014-05-03T12:00:00Z", "2014-05-02"),
        ("The swing bridge opens in April", LATER, "2014-05-02"),
    ]


@pytest.mark.usefixtures("_site")
def test_a_capture_that_says_the_same_is_no_version(folder: Path) -> None:
    same = [response(URL, page(), at=f"20{year}-05-03T12:00:00Z") for year in (14, 15, 16)]
    (folder / "crawl.warc").write_bytes(b"".join(same))
    told = take_in(folder)
    assert outcomes(told) == ["imported", "merged", "merged"]
    assert "says what another capture" in told[1]["reason"]
    (version,) = versions(told[0]["code"])
    assert version["captured"] == "2014-05-03T12:00:00Z"


@pytest.mark.usefixtures("_site")
def test_a_second_run_over_captures_changes_nothing(folder: Path) -> None:
    captures = [response(URL, page(f"{MUSEUM} {year}"), at=f"{year}-05-03T12:00:00Z") for year in (2014, 2016, 2015)]
    (folder / "crawl.warc.gz").write_bytes(packed(*captures))
    first = take_in(folder)
    entries = LedgerEntry.objects.count()
    again = take_in(folder)
    assert [line["code"] for line in again] == [line["code"] for line in first]
    assert LedgerEntry.objects.count() == entries
    assert [v["headline"] for v in versions(first[0]["code"])] == [f"{MUSEUM} {year}" for year in (2014, 2015, 2016)]


@pytest.mark.usefixtures("_site")
def test_a_later_archive_adds_its_captures_and_one_that_comes_too_late_is_told(folder: Path, tmp_path: Path) -> None:
    (folder / "2015.warc").write_bytes(response(URL, page(), at="2015-01-01T00:00:00Z"))
    (first,) = take_in(folder)
    (tmp_path / "2016.warc").write_bytes(response(URL, page("The swing bridge opens in April"), at=LATER))
    (later,) = take_in(tmp_path / "2016.warc")
    assert (later["outcome"], later["code"]) == ("imported", first["code"])
    (tmp_path / "2014.warc").write_bytes(response(URL, page(MUSEUM), at="2014-01-01T00:00:00Z"))
    (early,) = take_in(tmp_path / "2014.warc")
    assert early["outcome"] == "merged"
    assert "too late for its history" in early["reason"]
    assert shown(first["code"])["headline"] == "The swing bridge opens in April"


@pytest.mark.usefixtures("_site")
def test_captures_under_two_addresses_of_one_page_are_one_story(folder: Path) -> None:
    (folder / "crawl.warc").write_bytes(
        response(f"{URL}?from=mail", page(canonical=URL))
        + response(URL, page("The swing bridge opens in April", canonical=f"{URL}/index"), at=LATER)
    )
    first, second = take_in(folder)
    assert second["code"] == first["code"]
    assert Story.objects.count() == 1


@pytest.mark.usefixtures("_site")
def test_an_address_that_the_server_sent_readers_on_from_leads_to_the_story(folder: Path) -> None:
    old = "http://older.example/story.asp?id=7"
    moved = response(old, b"", status="301 Moved Permanently", sent={"Location": URL})
    (folder / "crawl.warc").write_bytes(moved + response(URL, page(canonical=URL)))
    (line,) = take_in(folder)
    assert shown(line["code"])["former"] == [old, URL]


@pytest.mark.usefixtures("_site")
def test_a_dry_run_tells_of_captures_what_a_run_would_do(folder: Path) -> None:
    captures = [response(URL, page(f"{MUSEUM} {year}"), at=f"{year}-05-03T12:00:00Z") for year in (2016, 2014)]
    (folder / "crawl.warc").write_bytes(b"".join(captures))
    told = take_in(folder, dry_run=True)
    assert Story.objects.count() == 0
    assert outcomes(told) == outcomes(take_in(folder)) == ["imported", "imported"]


@pytest.mark.usefixtures("_site")
@pytest.mark.parametrize("pack", [packed, lambda *records: b"".join(records)])
def test_pictures_of_the_archive_are_found_by_its_pages(folder: Path, pack: Any) -> None:
    image = response("https://old.example/img/pier.jpg", picture(), media="image/jpeg")
    html = saved_pages.page(
        saved_pages.article(), head=saved_pages.json_ld(headline=saved_pages.HEADLINE, image="/img/pier.jpg")
    )
    (folder / "crawl.warc").write_bytes(pack(response(URL, html), image))
    (line,) = take_in(folder)
    assert shown(line["code"])["lead"]["width"] == 900
    assert NewsImage.objects.count() == 1


@pytest.mark.usefixtures("_site")
def test_a_page_cut_short_is_a_draft_and_takes_the_place_of_nothing(folder: Path) -> None:
    (folder / "a.html.gz").write_bytes(gzip.compress(page() + b" " * 50)[:-8])
    (line,) = take_in(folder)
    assert line["outcome"] == "review"
    assert "may be missing" in line["reason"]
    assert not Story.objects.get(pk=line["code"]).live


@pytest.mark.usefixtures("_site")
def test_what_an_archive_holds_beside_copy_is_counted_in_the_summary(folder: Path) -> None:
    from dateline.wire.driver import Import
    from dateline.wire.offer import House
    from dateline.wire.report import Report

    (folder / "crawl.warc").write_bytes(INFO + REQUEST + response(URL, page()))
    report = Report(io.StringIO())
    Import(House(house.site()), report, start=ThreadPoolExecutor).run(pieces.find([folder]))
    assert report.left_out == {"request records of web archives": 1, "warcinfo records of web archives": 1}
