"""``dateline related``, on a site that was imported into and never served."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import sites

pytestmark = pytest.mark.slow

FIRE = (
    "The warehouse of Brandt and Sons at Eastquay burned down on Sunday night. Chief Officer Maro Lindqvist said"
    " 40 people left."
)
AFTER = (
    "Brandt and Sons will rebuild the Eastquay warehouse that burned on Sunday, said Maro Lindqvist, with 40 places."
)
BEES = "Beekeepers in the hills counted their hives this week. They lost fewer over winter."
ROWS = [
    {"id": "fire-1", "title": "Warehouse burns at Eastquay", "text": FIRE, "date": "2026-03-02", "lang": "en"},
    {"id": "fire-2", "title": "Brandt and Sons to rebuild", "lang": "en", "date": "2026-03-04",
     "text": AFTER},
    {"id": "fire-3", "title": "Relayed from elsewhere", "text": FIRE, "date": "2026-03-02", "lang": "en"},
    {"id": "bees-1", "text": BEES, "lang": "en"},
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("relating")
    site = sites.copy(folder)
    archive = folder / "archive.jsonl"
    archive.write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    sites.dateline("import", "--site", site, archive)
    return site


def related(site: Path, *arguments: object, **options: object) -> list[list[str]]:
    said = sites.dateline("related", "--site", site, *arguments, **options)
    assert said.returncode == 0, said.stderr
    return [line.split("\t") for line in said.stdout.splitlines()]


def test_each_line_names_two_stories_their_rank_the_score_and_why(site: Path) -> None:
    lines = related(site, "fire-1")
    assert [line[:3] for line in lines][:1] == [["fire-1", "fire-2", "1"]]
    assert float(lines[0][3]) > 0
    assert lines[0][4].startswith(("same event: ", "same news: "))
    assert lines[0][4].endswith("2 days apart")


def test_a_near_copy_is_left_out_unless_it_is_asked_for(site: Path) -> None:
    assert "fire-3" not in [line[1] for line in related(site, "fire-1")]
    assert "fire-3" in [line[1] for line in related(site, "fire-1", "--keep-copies")]


def test_all_stories_are_listed_to_a_depth(site: Path) -> None:
    lines = related(site, "--all", "--depth", 1, "--keep-copies")
    assert {line[0] for line in lines} >= {"fire-1", "fire-2", "fire-3"}
    assert {line[2] for line in lines} == {"1"}


def test_two_stories_are_the_same_news_or_not(site: Path) -> None:
    assert related(site, "--same", "fire-1", "fire-3")[0][:3] == ["fire-1", "fire-3", "1"]
    pairs = site / "pairs.tsv"
    pairs.write_text("fire-1\tfire-3\tOK\nfire-1\tbees-1\n", encoding="utf-8")
    with pairs.open(encoding="utf-8") as given:
        assert [line[2] for line in related(site, "--same", stdin=given)] == ["1", "0"]


def test_a_story_that_is_not_there_is_an_error_in_words(site: Path) -> None:
    said = sites.dateline("related", "--site", site, "no-such")
    assert said.returncode == 2
    assert "There is no published story no-such." in said.stderr
    assert sites.dateline("related", "--site", site).returncode == 2
