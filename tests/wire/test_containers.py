"""Containers: told by content, opened in place, one within another; what is hostile or broken is refused by name."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

import saved_pages
from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from dateline.ledger.models import LedgerEntry
from dateline.wire import pieces
from dateline.wire.containers import Opening, member
from dateline.wire.pieces import Piece
from taking_in import Lines, outcomes, picture, shown, take_in
from web_archives import page

PAGE = b"<html><title>A page</title><p>Some words.</p></html>"
LINES = b'{"id": "1", "title": "A headline", "text": "Some words."}\n' * 2

Files = dict[str, bytes]


def zipped(files: Files, kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", kind) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files: Files) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


PACKERS: dict[str, Callable[[Files], bytes]] = {
    "zip": zipped,
    "stored zip": lambda files: zipped(files, zipfile.ZIP_STORED),
    "tar": tarred,
    "tar.gz": lambda files: gzip.compress(tarred(files)),
    "tar.zst": lambda files: zstandard.compress(tarred(files)),
    "tar.bz2": lambda files: bz2.compress(tarred(files)),
    "tar.xz": lambda files: lzma.compress(tarred(files)),
}
every_packer = pytest.mark.parametrize("pack", PACKERS.values(), ids=PACKERS)


def split(path: Path) -> list[Piece]:
    return [piece for archive in pieces.find([path]) for piece in pieces.split(archive)]


def names(path: Path) -> list[tuple[str, str]]:
    return [(piece.name, piece.source) for piece in split(path)]


def faults(path: Path) -> dict[str, str]:
    return {piece.name: piece.fault for piece in split(path) if piece.fault}


@every_packer
def test_what_a_container_holds_is_told_by_content_in_its_order(tmp_path: Path, pack: Callable[[Files], bytes]) -> None:
    (tmp_path / "archive.html").write_bytes(
        pack({"b/page": PAGE, "a.txt": LINES, "style.css": b"b {}", "pic": picture(9, 9), ".hidden": PAGE})
    )
    assert names(tmp_path) == [
        ("archive.html!b/page", "html"),
        ("archive.html!a.txt#1", "jsonl"),
        ("archive.html!a.txt#2", "jsonl"),
    ]


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress, zstandard.compress])
def test_a_single_file_may_be_packed_by_any_of_four(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    (tmp_path / "page").write_bytes(pack(PAGE))
    assert [(piece.name, piece.data) for piece in split(tmp_path)] == [("page", PAGE)]


@every_packer
def test_one_container_within_another_is_opened_and_a_third_is_refused(
    tmp_path: Path, pack: Callable[[Files], bytes]
) -> None:
    third = zipped({"deep.html": PAGE})
    inner = pack({"in.html": PAGE, "page.gz": gzip.compress(PAGE), "third.zip": third})
    (tmp_path / "outer").write_bytes(pack({"inner": inner, "out.html": PAGE}))
    assert [name for name, source in names(tmp_path) if source] == [
        "outer!inner!in.html",
        "outer!inner!page.gz",
        "outer!out.html",
    ]
    assert faults(tmp_path) == {
        "outer!inner!third.zip": "It is an archive within an archive within an archive; only the first two are opened."
    }


@every_packer
@pytest.mark.parametrize("name", ["../../etc/passwd.html", "/etc/page.html", "a/../../b.html", "C:\\page.html"])
def test_a_name_that_leads_out_of_the_archive_is_refused(
    tmp_path: Path, pack: Callable[[Files], bytes], name: str
) -> None:
    (tmp_path / "slip").write_bytes(pack({name: PAGE, "good.html": PAGE}))
    assert [name for name, source in names(tmp_path) if source] == ["slip!good.html"]
    assert list(faults(tmp_path).values()) == ["Its name leads out of the archive that it is in; it was left out."]


@every_packer
def test_names_with_newlines_and_without_sense_come_in(tmp_path: Path, pack: Callable[[Files], bytes]) -> None:
    (tmp_path / "odd").write_bytes(pack({"two\nlines.html": PAGE, "caf\xe9 \u202e.html": PAGE}))
    assert [name for name, _ in names(tmp_path)] == ["odd!two\nlines.html", "odd!caf\xe9 \u202e.html"]


def test_a_name_in_a_tar_that_is_no_utf_8_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "odd.tar").write_bytes(tarred({os.fsdecode(b"caf\xe9.html"): PAGE}))
    assert [name for name, _ in names(tmp_path)] == ["odd.tar!caf\\xe9.html"]


def test_links_and_devices_in_a_tar_are_counted_and_not_followed(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "links.tar", "w") as archive:
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE), ("device", tarfile.CHRTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    opening = Opening()
    found = [p for archive in pieces.find([tmp_path]) for p in pieces.split(archive, "", opening)]
    assert found == []
    assert opening.tally == {"links and devices in archives": 3}


def test_a_bomb_is_left_off_when_it_grows_out_of_proportion(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(member, "FREE", 1 << 20)
    for name, data in (
        ("gzip", gzip.compress(b"\n" * (20 << 20))),
        ("zstd", zstandard.compress(b"\n" * (20 << 20))),
        ("bzip2", bz2.compress(b"\n" * (20 << 20))),
        ("tar", gzip.compress(tarred({"lines": LINES + b"\n" * (20 << 20)}))),
    ):
        (tmp_path / name).write_bytes(data)
        told = [piece.fault or piece.note for piece in split(tmp_path / name)]
        assert any("250 times its size" in reason for reason in told), name


def test_a_zip_that_says_it_is_a_bomb_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "bomb.zip").write_bytes(zipped({f"{n}.html": bytes(9 << 20) for n in range(9)}))
    (piece,) = split(tmp_path)
    assert (piece.name, "250 times its size" in piece.fault) == ("bomb.zip", True)


def test_a_zip_with_too_many_files_is_not_opened(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": PAGE}))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12 : end + 16] = (200 << 20).to_bytes(4, "little")
    (tmp_path / "many.zip").write_bytes(data)
    assert "more than 400,000 files" in faults(tmp_path)["many.zip"]


def test_a_header_of_a_tar_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    info = tarfile.TarInfo("long")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 2 << 30
    (tmp_path / "long.tar").write_bytes(tarred({"a.html": PAGE})[:1024] + info.tobuf() + b"x" * 4096)
    assert "a header of 2,147,483,648 bytes" in faults(tmp_path)["long.tar"]
    assert "long.tar!a.html" in [piece.name for piece in split(tmp_path) if not piece.fault]


@pytest.mark.parametrize("cut", [300, 700, 1400])
def test_what_is_readable_of_a_tar_that_ends_early_comes_in(tmp_path: Path, cut: int) -> None:
    whole = tarred({"a.html": PAGE, "b.html": PAGE * 12})
    (tmp_path / "cut.tar").write_bytes(whole[: whole.rindex(PAGE) - cut + 512])
    found = split(tmp_path)
    assert found[0].data == PAGE
    assert any(piece.fault or piece.note for piece in found)


def test_what_is_readable_of_a_packed_tar_that_ends_early_comes_in(tmp_path: Path) -> None:
    files = {f"{n}.html": PAGE + os.urandom(900).hex().encode() for n in range(40)}
    data = gzip.compress(tarred(files))
    (tmp_path / "cut.tgz").write_bytes(data[: len(data) // 2])
    found = split(tmp_path)
    assert len([piece for piece in found if piece.data and not piece.note]) >= 15
    assert any("end" in piece.fault for piece in found)


def test_a_broken_member_of_a_zip_costs_itself(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": PAGE, "b.html": PAGE}))
    at = data.index(b"a.html") + 8
    data[at : at + 12] = bytes(12)
    (tmp_path / "broken.zip").write_bytes(data)
    first, second = split(tmp_path)
    assert (bool(first.note), second.data) == (True, PAGE)


@pytest.mark.parametrize("data", [b"PK\x03\x04 but no zip", zipped({"a.html": PAGE})[:-30], b"PK\x05\x06" + bytes(18)])
def test_a_zip_without_its_list_is_told_with_the_reason(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "broken.zip").write_bytes(data)
    assert all(piece.fault for piece in split(tmp_path))


def test_a_member_under_a_password_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.html": PAGE}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(data)
    assert faults(tmp_path) == {"locked.zip!a.html": "It is locked with a password."}


def test_an_office_document_is_no_archive_of_pages(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    assert "office program" in faults(tmp_path)["letter"]


# --- imports ---


@pytest.fixture
def _site(db: None) -> None:
    sync_sections(house.site())


def codes(lines: Lines) -> dict[str, int]:
    return {line["file"]: line["code"] for line in lines}


@pytest.mark.usefixtures("_site")
@every_packer
def test_the_picture_beside_a_page_in_a_container_comes_along(tmp_path: Path, pack: Callable[[Files], bytes]) -> None:
    head = saved_pages.json_ld(headline=saved_pages.HEADLINE, image="https://old.example/img/pier.jpg")
    html = saved_pages.page(saved_pages.article(), head=head)
    (tmp_path / "site").write_bytes(pack({"news/a.html": html, "news/a_files/pier.jpg": picture()}))
    (line,) = take_in(tmp_path)
    assert shown(line["code"])["lead"]["width"] == 900


@pytest.mark.usefixtures("_site")
@every_packer
def test_a_container_that_changed_changes_what_changed(tmp_path: Path, pack: Callable[[Files], bytes]) -> None:
    files = {"a.html": page(canonical="https://old.example/1"), "b.html": page("The ferry sails again")}
    (tmp_path / "site").write_bytes(pack(files))
    first = codes(take_in(tmp_path))
    entries = LedgerEntry.objects.count()
    assert codes(take_in(tmp_path)) == first
    assert LedgerEntry.objects.count() == entries
    files["a.html"] = page("The swing bridge opens in April", canonical="https://old.example/1")
    (tmp_path / "site").write_bytes(pack(files | {"c.html": page("The mill promises the steel")}))
    again = take_in(tmp_path)
    assert codes(again).items() > first.items()
    assert outcomes(again) == ["imported"] * 3
    assert shown(first["site!a.html"])["headline"] == "The swing bridge opens in April"
    assert Story.objects.count() == 3


@pytest.mark.usefixtures("_site")
def test_one_of_everything_in_one_folder_comes_in_without_an_option(tmp_path: Path) -> None:
    from web_archives import packed, response

    headlines = [f"The museum opens wing number {n}" for n in range(6)]
    pages = [page(headline, canonical=f"https://old.example/{n}") for n, headline in enumerate(headlines)]
    (tmp_path / "plain.html").write_bytes(pages[0])
    (tmp_path / "b.zip").write_bytes(zipped({"one.html": pages[1]}))
    (tmp_path / "c.tar.zst").write_bytes(zstandard.compress(tarred({"two.html": pages[2]})))
    (tmp_path / "d.warc.gz").write_bytes(packed(response("https://old.example/3", pages[3])))
    line = {"id": "4", "title": headlines[4], "text": "\n\n".join(saved_pages.PARAGRAPHS), "date": "2014-05-02"}
    (tmp_path / "e.jsonl").write_text(json.dumps(line) + "\n")
    (tmp_path / "f.txt").write_text(f"{headlines[5]}\n2 May 2014\n" + "\n".join(saved_pages.PARAGRAPHS) + "\n")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04")
    told = take_in(tmp_path)
    assert sorted(line["headline"] for line in told if line["outcome"] == "imported") == headlines
    assert [line["file"] for line in told if line["outcome"] == "rejected"] == ["broken.zip"]


class _Input:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.usefixtures("_site")
def test_standard_input_is_told_by_content_too_and_the_same_again_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = gzip.compress(tarred({"a.html": page(), "b.html": page("The ferry sails again")}))
    monkeypatch.setattr(sys, "stdin", _Input(data))
    first = take_in(Path("-"))
    assert [line["file"] for line in first] == ["-!a.html", "-!b.html"]
    monkeypatch.setattr(sys, "stdin", _Input(data))
    again = take_in(Path("-"))
    assert codes(again) == codes(first)
    monkeypatch.setattr(sys, "stdin", _Input(tarred({"a.html": page("The mill promises the steel")})))
    (other,) = take_in(Path("-"))
    assert other["code"] not in codes(first).values()
