"""Page text through whole imports: told by content, learned from its site, its related stories linked."""

from __future__ import annotations

import json
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from dateline.ledger import read
from dateline.ledger.models import LedgerEntry
from dateline.wire import pieces, reading, reportpage
from dateline.wire.driver import Import
from dateline.wire.offer import House
from dateline.wire.report import Report
from dateline.wire.survey import survey
from taking_in import Lines, outcomes, shown, take_in
from text_dumps import BY_CODE, STORIES, dump, site
from web_archives import conversion, packed, page


@pytest.fixture(autouse=True)
def _site(db: None) -> None:
    sync_sections(house.site())


def folder_of(path: Path) -> Path:
    """The pages of the invented site, one to a file, named so that the newest is read first."""
    path.mkdir(exist_ok=True)
    for story in STORIES:
        (path / f"{9999 - story.code}.txt").write_text(dump(story), encoding="utf-8")
    return path


def assert_whole(told: Lines) -> None:
    found = {line["headline"]: line for line in told}
    for story in STORIES:
        line = found[story.headline]
        assert line["authors"] == [story.byline]
        assert line["date"].startswith("2024-11-")
        assert [text.split(" - ")[-1] for text in line["body"].split("\n")] == list(story.paragraphs)
        assert line["code"] == story.code


def test_a_folder_of_page_text_comes_in_whole(tmp_path: Path) -> None:
    told = take_in(folder_of(tmp_path / "texts"))
    assert outcomes(told) == ["imported"] * len(STORIES)
    assert_whole(told)


@pytest.mark.parametrize("between", ["\f", "\n" + "=" * 40 + "\n", "\n"])
def test_many_pages_in_one_file_come_in_whole(tmp_path: Path, between: str) -> None:
    (tmp_path / "all.txt").write_text(between.join(site()), encoding="utf-8")
    told = take_in(tmp_path)
    assert [line["file"] for line in told] == [f"all.txt#{n}" for n in range(1, len(STORIES) + 1)]
    assert_whole(told)


def test_the_records_of_a_wet_file_come_in_whole_with_their_addresses(tmp_path: Path) -> None:
    records = [conversion(f"https://old.example/{story.code}", dump(story)) for story in STORIES]
    (tmp_path / "crawl.wet.gz").write_bytes(packed(*records))
    told = take_in(tmp_path)
    assert_whole(told)
    assert shown(STORIES[0].code)["former"] == [f"https://old.example/{STORIES[0].code}"]


def test_what_was_learned_goes_to_the_processes_that_read(tmp_path: Path) -> None:
    def start(workers: int) -> Executor:
        pool = reading.start_pool(workers)
        assert isinstance(pool, ProcessPoolExecutor)
        return pool

    assert_whole(take_in(folder_of(tmp_path / "texts"), start=start))


def test_pages_of_two_sites_are_learned_from_apart(tmp_path: Path) -> None:
    folder_of(tmp_path / "courier")
    other = "Mountain Post\nNews\nWeather\nLetters"
    (tmp_path / "post").mkdir()
    for story in STORIES:
        text = dump(story, first=other.split("\n"), last=("© The Mountain Post",))
        (tmp_path / "post" / f"{story.code}.txt").write_text(text, encoding="utf-8")
    found = survey(pieces.find([tmp_path]))
    assert len(found.lore) == 2
    found.captures.close()


def test_related_stories_become_pins_whichever_came_in_first(tmp_path: Path) -> None:
    take_in(folder_of(tmp_path / "texts"))
    for story in STORIES:
        assert shown(story.code).get("pinned", []) == [code for code in story.related if code in BY_CODE]


def test_a_related_story_that_comes_in_a_year_later_is_linked_then(tmp_path: Path) -> None:
    first, *rest = STORIES
    (tmp_path / "first.txt").write_text(dump(first), encoding="utf-8")
    take_in(tmp_path)
    assert "pinned" not in shown(first.code)
    for story in rest:
        (tmp_path / f"{story.code}.txt").write_text(dump(story), encoding="utf-8")
    take_in(tmp_path)
    assert shown(first.code)["pinned"] == list(first.related)


def test_a_related_story_that_is_not_there_is_in_the_report(tmp_path: Path) -> None:
    first, *rest = STORIES
    (tmp_path / "first.txt").write_text(dump(first), encoding="utf-8")
    report = Report()
    run = partial(Import(House(house.site()), report, start=ThreadPoolExecutor).run, pieces.find([tmp_path]))
    run()
    assert report.account.lost == len(first.related)
    assert [code for code, _ in report.account.unpinned] == [first.code] * len(first.related)
    told = reportpage.page(report, house.site(), [], datetime(2026, 1, 1, tzinfo=UTC))
    for code in first.related:
        assert BY_CODE[code].headline in told
    for story in rest:
        (tmp_path / f"{story.code}.txt").write_text(dump(story), encoding="utf-8")
    run()
    assert report.account.lost == 0


def featured() -> list[int]:
    state = read.current(["rail:featured"]).get("rail:featured")
    return json.loads(state.body).get("order", []) if state and state.body else []


def test_what_the_newest_page_featured_begins_the_rail_of_a_site_that_was_empty(tmp_path: Path) -> None:
    folder_of(tmp_path / "texts")
    take_in(tmp_path)
    assert featured() == [story.code for story in STORIES]
    assert set(outcomes(take_in(tmp_path))) == {"imported"}
    assert featured() == [story.code for story in STORIES]


def test_a_site_that_has_stories_keeps_its_rail(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(page("The mill promises the steel for the second time"))
    take_in(tmp_path)
    folder_of(tmp_path / "texts")
    take_in(tmp_path / "texts")
    assert featured() == []


def test_a_second_run_over_page_text_changes_nothing(tmp_path: Path) -> None:
    folder_of(tmp_path / "texts")
    take_in(tmp_path)
    entries = LedgerEntry.objects.count()
    assert set(outcomes(take_in(tmp_path))) == {"imported"}
    assert LedgerEntry.objects.count() == entries


def test_what_an_editor_worked_on_is_not_pinned_to(tmp_path: Path) -> None:
    first, *rest = STORIES
    (tmp_path / "first.txt").write_text(dump(first), encoding="utf-8")
    take_in(tmp_path)
    Story.objects.get(pk=first.code).save_revision().publish()
    for story in rest:
        (tmp_path / f"{story.code}.txt").write_text(dump(story), encoding="utf-8")
    take_in(tmp_path)
    assert "pinned" not in shown(first.code)


def test_a_single_page_without_siblings_comes_out_right(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(dump(STORIES[0]), encoding="utf-8")
    (line,) = take_in(tmp_path)
    assert (line["headline"], line["code"]) == (STORIES[0].headline, STORIES[0].code)
    assert [text.split(" - ")[-1] for text in line["body"].split("\n")] == list(STORIES[0].paragraphs)


def test_text_and_pages_lie_in_one_folder(tmp_path: Path) -> None:
    folder_of(tmp_path)
    (tmp_path / "page.txt").write_bytes(page("The mill promises the steel for the second time"))
    told = take_in(tmp_path)
    assert outcomes(told) == ["imported"] * (len(STORIES) + 1)
    assert_whole(told)
