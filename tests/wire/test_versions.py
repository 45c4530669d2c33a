"""Versions of an agency's item: the story shows the highest, in whatever order they come."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from dateline.ledger.models import LedgerEntry
from dateline.wire import reading
from taking_in import outcomes, shown, take_in

WORDS = "The ferry to the islands leaves at noon from today, the company said, and no longer at one in the afternoon."


@pytest.fixture(autouse=True)
def _site(db: None) -> None:
    sync_sections(house.site())


def ninjs(version: int) -> str:
    item = {
        "guid": "urn:newsml:coast.example:20200102:ferry",
        "version": str(version),
        "type": "text",
        "pubstatus": "usable",
        "headline": f"Ferry leaves at noon, version {version}",
        "versioncreated": f"2020-01-02T0{version}:00:00Z",
        "firstcreated": "2020-01-02T01:00:00Z",
        "body_html": f"<p>{WORDS} {version}</p>",
    }
    return json.dumps(item)


def newsml_g2(version: int) -> str:
    return f"""<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standardversion="2.10"
    guid="urn:newsml:coast.example:20200102:ferry" version="{version}"><itemMeta><itemClass qcode="ninat:text"/>
    <versionCreated>2020-01-02T0{version}:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><headline>Ferry leaves at noon, version {version}</headline></contentMeta>
    <contentSet><inlineXML><html><body><p>{WORDS} {version}</p></body></html></inlineXML></contentSet></newsItem>"""


def nitf(version: int) -> str:
    return f"""<nitf><head><docdata><doc-id id-string="coast.20200102.ferry"/><du-key key="ferry" version="{version}"/>
    <date.issue norm="20200102T0{version}0000Z"/></docdata></head><body><body.head><hedline>
    <hl1>Ferry leaves at noon, version {version}</hl1></hedline></body.head><body.content>
    <p>{WORDS} {version}</p></body.content></body></nitf>"""


@pytest.mark.parametrize("order", list(itertools.permutations((1, 2, 3))))
def test_the_highest_version_of_an_item_is_shown_whatever_the_order_of_files(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    for name, version in zip("abc", order, strict=True):
        (tmp_path / f"{name}.json").write_text(ninjs(version), encoding="utf-8")
    told = take_in(tmp_path)
    (row,) = Story.objects.all()
    assert shown(row.pk)["headline"] == "Ferry leaves at noon, version 3"
    assert {line["code"] for line in told} == {row.pk}
    highest = 0
    for version, line in zip(order, told, strict=True):
        assert line["outcome"] == ("imported" if version > highest else "merged")
        highest = max(highest, version)
    assert LedgerEntry.objects.filter(subject=f"story:{row.pk}").count() == outcomes(told).count("imported")


@pytest.mark.parametrize("make", [ninjs, newsml_g2, nitf])
def test_a_lower_version_that_comes_later_changes_nothing_and_says_so(
    tmp_path: Path, make: Callable[[int], str]
) -> None:
    first, later = tmp_path / "first", tmp_path / "later"
    for folder, version in ((first, 5), (later, 4)):
        folder.mkdir()
        (folder / "item").write_text(make(version), encoding="utf-8")
    (come,) = take_in(first)
    (line,) = take_in(later)
    assert (line["outcome"], line["code"]) == ("merged", come["code"])
    assert line["reason"] == f"Version 4 of story {come['code']}, which is here in version 5."
    assert shown(come["code"])["headline"].endswith("version 5")
    (again,) = take_in(later)
    assert again["outcome"] == "merged"


def test_a_higher_version_says_which_one_it_replaces(tmp_path: Path) -> None:
    for name, version in (("a", 2), ("b", 7)):
        (tmp_path / name).write_text(newsml_g2(version), encoding="utf-8")
    _, line = take_in(tmp_path)
    assert line["reason"] == f"Version 7 of story {line['code']}, in the place of version 2."


def test_a_dry_run_tells_of_versions_what_the_run_would(tmp_path: Path) -> None:
    for name, version in (("a", 2), ("b", 7), ("c", 3)):
        (tmp_path / name).write_text(ninjs(version), encoding="utf-8")
    assert (
        outcomes(take_in(tmp_path, dry_run=True)) == outcomes(take_in(tmp_path)) == ["imported", "imported", "merged"]
    )


def test_a_better_reader_takes_no_state_of_a_story_for_one_that_comes_too_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, version in (("a", 2), ("b", 7)):
        (tmp_path / name).write_text(ninjs(version), encoding="utf-8")
    take_in(tmp_path)
    entries = LedgerEntry.objects.count()
    monkeypatch.setattr(reading, "code", lambda: "a later one")
    first, second = take_in(tmp_path)
    assert (first["outcome"], second["outcome"]) == ("imported", "imported")
    assert "it is in its history" in first["reason"]
    assert LedgerEntry.objects.count() == entries
