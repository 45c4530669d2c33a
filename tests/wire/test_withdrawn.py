"""Codes of stories that another Dateline withdrew: gone here as well, and given to nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import transaction

from dateline.desk import codes, house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from dateline.ledger import record
from dateline.ledger.models import LedgerEntry
from taking_in import outcomes, take_in


@pytest.fixture(autouse=True)
def _site(db: None) -> None:
    sync_sections(house.site())


def lines(folder: Path, *values: object) -> Path:
    text = "".join(json.dumps({"dateline": {"format": 1, "withdrawn": value}}) + "\n" for value in values)
    (folder / "withdrawn.jsonl").write_text(text, encoding="utf-8")
    return folder


def entries(code: int) -> list[tuple[str, str]]:
    return list(LedgerEntry.objects.filter(subject=f"story:{code}").values_list("kind", "digest"))


def test_a_code_that_was_withdrawn_elsewhere_is_gone_here_and_nobody_gets_it(tmp_path: Path) -> None:
    (line,) = take_in(lines(tmp_path, 864))
    assert line["outcome"] == "rejected"
    assert line["reason"] == "Story 864 was withdrawn where it comes from; nobody is given its code."
    assert entries(864) == [("withdrawn", "")]
    assert not Story.objects.exists()
    with transaction.atomic():
        assert codes.claim_many([864])
        assert list(codes.take()) == [865]


def test_a_second_run_records_nothing_more(tmp_path: Path) -> None:
    for _ in range(2):
        assert outcomes(take_in(lines(tmp_path, 864, 864, 900))) == ["rejected"] * 3
    assert entries(864) == entries(900) == [("withdrawn", "")]


def test_a_dry_run_withdraws_nothing(tmp_path: Path) -> None:
    take_in(lines(tmp_path, 864), dry_run=True)
    assert entries(864) == []


def test_a_story_that_is_here_under_the_code_stays(tmp_path: Path) -> None:
    (tmp_path / "old.jsonl").write_text('{"id": "1", "title": "Ferry leaves", "text": "It left at noon.", "code": 864}')
    (made,) = take_in(tmp_path)
    (line,) = (one for one in take_in(lines(tmp_path, made["code"])) if one["file"].startswith("withdrawn"))
    assert line["reason"] == f"The story code {made['code']} is taken."
    assert [kind for kind, _ in entries(made["code"])] == ["published"]


def test_what_was_seen_here_is_not_recorded_as_gone_from_elsewhere(tmp_path: Path) -> None:
    with transaction.atomic():
        record.record("story:7", {"a": 1})
        assert record.record_gone(["story:7"]) == []


@pytest.mark.parametrize("value", [0, -1, "864", True, None, 10**40])
def test_what_is_no_code_is_refused_with_its_reason(tmp_path: Path, value: object) -> None:
    (line,) = take_in(lines(tmp_path, value))
    assert line["outcome"] == "rejected"
    assert "cannot have been withdrawn" in line["reason"]
