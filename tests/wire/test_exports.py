"""Exports of other systems, from their files to what readers see."""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import recording
from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from dateline.ledger import read
from dateline.wire import mapping, pieces
from dateline.wire.driver import Import
from dateline.wire.offer import House
from dateline.wire.report import Report


@pytest.fixture(autouse=True)
def _sections(db: None) -> None:
    sync_sections(house.site())


def take_in(*paths: Path, meaning: mapping.Mapping = mapping.UNMAPPED) -> dict[str, dict[str, Any]]:
    """One run of the import; the lines of its report by headline."""
    file = io.StringIO()
    work = Import(House(house.site()), Report(file), start=ThreadPoolExecutor, mapping=meaning)
    work.run(list(pieces.find(paths)))
    lines = [json.loads(line) for line in file.getvalue().splitlines()]
    return {line["headline"]: line for line in lines if line["headline"]}


def shown(code: int) -> Any:
    state = read.current([f"story:{code}"]).get(f"story:{code}")
    return json.loads(state.body) if state and state.body else None


def test_a_wordpress_export_brings_its_stories_with_people_code_and_old_addresses() -> None:
    line = take_in(recording.RECORDED / "wxr" / "harbour.xml")["Swing bridge stays closed & the ferry goes on"]
    assert (line["outcome"], line["code"], line["comments"]) == ("imported", 864, 5)
    seen = shown(864)
    assert [one["name"] for one in seen["bylines"]] == ["Ana Lopes", "Ben King"]
    assert seen["published"] == "2019-03-12T06:30:00Z"
    assert seen["updated"] == "2019-03-13T09:00:00Z"
    assert seen["slug"] == "swing-bridge-stays-closed"
    assert set(seen["former"]) == {
        "https://gazette.example/2019/03/swing-bridge-stays-closed/",
        "https://gazette.example/?p=101",
        "https://gazette.example/2019/03/bridge-closed/",
    }


def test_what_readers_could_not_see_there_they_do_not_see_here() -> None:
    lines = take_in(recording.RECORDED / "wxr" / "harbour.xml", recording.RECORDED / "ghost" / "quay.json")
    for headline in (
        "A draft about the fish market",
        "For subscribers",
        "Imprint",
        "For members",
        "About us",
        "To come",
    ):
        line = lines[headline]
        assert line["outcome"] == "review"
        assert line["reason"]
        assert shown(line["code"]) is None
        assert not Story.objects.get(pk=line["code"]).live


def test_what_an_agency_embargoed_or_called_back_does_not_go_out() -> None:
    lines = take_in(recording.RECORDED / "ninjs" / "lines.jsonl")
    assert lines["Two at once"]["outcome"] == "imported"
    for headline in ("Called back", "Not yet", "Nobody knows when", "Of a status nobody knows"):
        assert shown(lines[headline]["code"]) is None


def test_a_correction_that_an_agency_sent_is_one_that_readers_see() -> None:
    line = take_in(recording.RECORDED / "ninjs" / "one.json")["Ferry fares rise"]
    seen = shown(line["code"])
    assert seen["corrections"] == [
        {"kind": "correction", "at": "2017-08-24T06:38:34Z", "text": "CORRECTS fare in first paragraph."}
    ]
    assert (seen["urgency"], seen["source"][0]["name"]) == (3, "Coast Wire")


def test_two_stories_with_one_code_both_come_in(tmp_path: Path) -> None:
    rows = "title;text;code\nFirst;One of two.;77\nSecond;The other.;77\n"
    (tmp_path / "table.csv").write_text(rows, encoding="utf-8")
    lines = take_in(tmp_path)
    assert lines["First"]["code"] == 77
    assert lines["Second"]["outcome"] == "imported"
    assert "77" in lines["Second"]["reason"]


def test_a_changed_mapping_reads_the_table_again(tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text("kop;tekst;nr\nBrug;De brug is dicht.;5\n", encoding="utf-8")
    first = mapping.Mapping(columns=(("headline", ("kop",)), ("body", ("tekst",)), ("external_id", ("nr",))))
    assert take_in(tmp_path, meaning=first)["Brug"]["outcome"] == "imported"
    second = mapping.Mapping(columns=first.columns, fixed=(("language", "nl"),))
    line = take_in(tmp_path, meaning=second)["Brug"]
    assert shown(line["code"])["language"] == "nl"
    assert "Unchanged" in take_in(tmp_path, meaning=second)["Brug"]["reason"]
