"""Whole imports, from files to what readers see."""

from __future__ import annotations

import io
import json
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import saved_pages
from dateline.desk import house
from dateline.desk.models import NewsImage, Story
from dateline.desk.sections import sync_sections
from dateline.ledger.models import LedgerEntry
from dateline.wire import pieces
from dateline.wire.driver import Import
from dateline.wire.models import Taken
from dateline.wire.offer import House
from dateline.wire.report import Report
from taking_in import outcomes, shown, take_in


@pytest.fixture(autouse=True)
def _sections(db: None) -> None:
    sync_sections(house.site())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "archive"
    path.mkdir()
    return path


def page(path: Path, headline: str = saved_pages.HEADLINE, url: str = "", **more: Any) -> None:
    head = f'<link rel="canonical" href="{url}">' if url else ""
    declared = saved_pages.json_ld(headline=headline, datePublished="2021-03-09T07:00:00+01:00", **more)
    path.write_bytes(saved_pages.page(saved_pages.article(headline), head=head + declared, title=headline))


def lines(path: Path, *stories: dict[str, Any]) -> None:
    plain = {"text": f"{saved_pages.FIRST}\n\n{saved_pages.SECOND}", "date": "2021-03-09", "lang": "en"}
    path.write_text("".join(json.dumps(plain | story) + "\n" for story in stories))


def test_a_saved_page_becomes_a_story_that_readers_see(folder: Path) -> None:
    page(folder / "bridge.html", url="https://old.example/1", author={"@type": "Person", "name": "Ana Lopes"})
    (line,) = take_in(folder)
    assert (line["outcome"], line["file"]) == ("imported", "bridge.html")
    seen = shown(line["code"])
    assert seen["headline"] == saved_pages.HEADLINE
    assert seen["published"] == "2021-03-09T06:00:00Z"
    assert seen["bylines"][0]["name"] == "Ana Lopes"
    assert seen["former"] == ["https://old.example/1"]


def test_a_second_run_changes_nothing_and_accounts_for_everything(folder: Path) -> None:
    page(folder / "bridge.html")
    (folder / "empty.html").write_bytes(b"")
    first = take_in(folder)
    entries = LedgerEntry.objects.count()
    second = take_in(folder)
    assert outcomes(first) == outcomes(second) == ["imported", "rejected"]
    assert second[0]["reason"].startswith("Unchanged")
    assert second[0]["code"] == first[0]["code"]
    assert LedgerEntry.objects.count() == entries


def test_a_page_that_changed_changes_its_story(folder: Path) -> None:
    page(folder / "bridge.html", url="https://old.example/1")
    (first,) = take_in(folder)
    page(folder / "bridge.html", "The swing bridge opens in April", url="https://old.example/1")
    (second,) = take_in(folder)
    assert second["code"] == first["code"]
    assert shown(first["code"])["headline"] == "The swing bridge opens in April"


def test_what_an_editor_changed_since_is_left_alone(folder: Path) -> None:
    page(folder / "bridge.html", url="https://old.example/1")
    (first,) = take_in(folder)
    row = Story.objects.get(pk=first["code"])
    row.headline = "Bridge: our own headline"
    row.save_revision().publish()
    page(folder / "bridge.html", "The swing bridge opens in April", url="https://old.example/1")
    (second,) = take_in(folder)
    assert second["outcome"] == "review"
    assert "edited at the desk" in second["reason"]
    assert shown(first["code"])["headline"] == "Bridge: our own headline"


def test_pages_of_one_name_in_two_folders_are_two_stories(tmp_path: Path) -> None:
    for name, headline in (("monday", "Museum reopens its east wing"), ("tuesday", "Ferry strike ends after a week")):
        (tmp_path / name).mkdir()
        page(tmp_path / name / "index.html", headline)
    codes = {take_in(tmp_path / name)[0]["code"] for name in ("monday", "tuesday")}
    assert {shown(code)["headline"] for code in codes} == {
        "Museum reopens its east wing",
        "Ferry strike ends after a week",
    }


def test_a_page_saved_twice_is_one_story(folder: Path) -> None:
    page(folder / "a.html", url="https://old.example/1")
    page(folder / "b.html", url="https://old.example/1")
    first, second = take_in(folder)
    assert (first["outcome"], second["outcome"]) == ("imported", "merged")
    assert "https://old.example/1" in second["reason"]
    assert outcomes(take_in(folder)) == ["imported", "merged"]
    assert Story.objects.count() == 1


def test_lines_that_moved_keep_their_stories(folder: Path) -> None:
    bridge, museum = {"id": "1", "title": "The bridge stays shut"}, {"id": "2", "title": "The museum reopens"}
    lines(folder / "export.jsonl", bridge, museum)
    before = {line["external_id"]: line["code"] for line in take_in(folder)}
    lines(
        folder / "export.jsonl", {"id": "3", "title": "The ferry sails"}, bridge | {"title": "The bridge opens"}, museum
    )
    after = {line["external_id"]: line["code"] for line in take_in(folder)}
    assert {key: after[key] for key in before} == before
    assert Story.objects.count() == 3
    assert shown(before["1"])["headline"] == "The bridge opens"


def test_two_archives_that_number_from_one_do_not_overwrite_each_other(folder: Path) -> None:
    lines(folder / "a.jsonl", {"id": "1", "title": "The bridge stays shut"})
    lines(folder / "b.jsonl", {"id": "1", "title": "The museum reopens"})
    assert outcomes(take_in(folder)) == ["imported", "imported"]
    assert outcomes(take_in(folder)) == ["imported", "imported"]
    assert set(Story.objects.values_list("headline", flat=True)) == {"The bridge stays shut", "The museum reopens"}


def test_a_dry_run_reports_the_same_and_touches_nothing(folder: Path) -> None:
    page(folder / "a.html", url="https://old.example/1")
    page(folder / "b.html", url="https://old.example/1")
    (folder / "c.html").write_bytes(b"\0\1\2" * 900)
    told = take_in(folder, dry_run=True)
    assert (
        Story.objects.count(),
        Taken.objects.count(),
        LedgerEntry.objects.filter(subject__startswith="story").count(),
    ) == (0, 0, 0)
    real = take_in(folder)
    assert outcomes(told) == outcomes(real) == ["imported", "merged", "rejected"]
    for line in (*told, *real):
        line.pop("code"), line.pop("reason")
    assert told == real


def test_what_cannot_be_read_is_rejected_with_the_reason_and_the_rest_comes_in(folder: Path) -> None:
    page(folder / "a.html")
    (folder / "b.html").write_bytes(b"<html><title>Nothing but a title</title></html>")
    (folder / "c.html").write_bytes(b"<div>" * 400_000)
    (folder / "d.jsonl").write_bytes(b'{"id": 1, "title": "Cut short\n')
    told = take_in(folder)
    assert outcomes(told) == ["imported", "rejected", "rejected", "rejected"]
    assert all(line["reason"] for line in told[1:])
    assert told[1]["headline"] == "Nothing but a title"


def test_the_picture_beside_a_page_comes_along(folder: Path) -> None:
    image = io.BytesIO()
    Image.effect_noise((900, 600), 40).convert("RGB").save(image, "JPEG")
    (folder / "bridge_files").mkdir()
    (folder / "bridge_files/pier.jpg").write_bytes(image.getvalue())
    (folder / "bridge_files/broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 but no picture")
    page(folder / "bridge.html", image="https://old.example/img/pier.jpg")
    page(folder / "other.html", "The museum reopens its east wing", image="https://old.example/img/gone.jpg")
    told = {line["file"]: line for line in take_in(folder)}
    assert set(told) == {"bridge.html", "other.html"}
    assert shown(told["bridge.html"]["code"])["lead"]["width"] == 900
    assert "lead" not in shown(told["other.html"]["code"])
    assert NewsImage.objects.count() == 1


def test_a_batch_that_fails_leaves_nothing_half_done(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page(folder / "a.html")
    page(folder / "b.html", "The museum reopens its east wing")
    from dateline.wire import driver

    def fail(*_: Any) -> None:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(driver.Import, "_remember", fail)
        with pytest.raises(RuntimeError):
            take_in(folder)
    assert Story.objects.count() == Taken.objects.count() == 0
    assert outcomes(take_in(folder)) == ["imported", "imported"]


def test_a_near_copy_comes_in_and_the_report_says_of_which(folder: Path) -> None:
    text = "\n".join(f"Paragraph {n}: {saved_pages.FIRST} {saved_pages.SECOND}" for n in range(3))
    other = "The museum opens its east wing on Friday, after two years of work and a winter without heating. " * 4
    lines(
        folder / "export.jsonl",
        {"id": "a", "title": "The bridge stays shut", "text": text},
        {"id": "b", "title": "No crossing until spring, port says", "text": f"(Coast Press) - {text}"},
        {"id": "c", "title": "The museum reopens", "text": other},
    )
    first, copy, third = take_in(folder)
    assert (first["reason"], third["reason"]) == ("", "")
    assert copy["outcome"] == "imported"
    assert copy["reason"].startswith(f"A near copy of story {first['code']}: ")


class _Crashing(ThreadPoolExecutor):
    """An executor whose workers die of any piece named b.html, as by a fault in a C library."""

    def submit(self, function: Any, /, *given: Any, **named: Any) -> Future[Any]:
        if any(piece.name == "b.html" for piece in given[0]):
            future: Future[Any] = Future()
            future.set_exception(BrokenProcessPool())
            return future
        return super().submit(function, *given, **named)


def test_a_page_that_ends_its_reader_is_left_out_and_the_others_are_not(folder: Path) -> None:
    for name in ("a", "b", "c"):
        page(folder / f"{name}.html", f"The museum reopens its wing {name.upper()}", url=f"https://old.example/{name}")
    told = take_in(folder, start=_Crashing)
    assert outcomes(told) == ["imported", "rejected", "imported"]
    assert "ends the reader" in told[1]["reason"]


def test_a_fault_of_the_reader_costs_one_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.wire import sources

    real = sources.read

    def read_or_fail(source: str, data: bytes, about: sources.About) -> Any:
        if about.name == "a.html":
            raise ValueError("unforeseen")
        return real(source, data, about)

    monkeypatch.setattr(sources, "read", read_or_fail)
    page(folder / "a.html")
    page(folder / "b.html", "The museum reopens its east wing")
    told = take_in(folder)
    assert outcomes(told) == ["rejected", "imported"]
    assert "ValueError: unforeseen" in told[0]["reason"]


def test_the_progress_reaches_the_size_of_the_archive(folder: Path) -> None:
    for number in range(5):
        page(folder / f"{number}.html", f"The museum reopens wing number {number}")
    reached: list[tuple[int, int]] = []
    Import(House(house.site()), Report(), start=ThreadPoolExecutor, progress=lambda *at: reached.append(at)).run(
        pieces.find([folder])
    )
    assert reached[-1] == (sum(file.stat().st_size for file in folder.iterdir()), 5)
