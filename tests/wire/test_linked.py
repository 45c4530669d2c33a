"""Links inside an archive lead to the stories as they are here, in whatever order those come in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from dateline.ledger.models import LedgerEntry
from dateline.story import Story as Public
from dateline.story import from_dict
from dateline.syndicate import markup
from dateline.wire import linked
from dateline.wire.models import LinkTo
from taking_in import Lines, shown, take_in

TIDE = "The tide was late again, the harbour master said, and the boats that were to leave at six stayed until eight."


@pytest.fixture(autouse=True)
def _site(db: None) -> None:
    sync_sections(house.site())


def page(number: int, *leads: str, date: str = "2014-05-03T08:00:00Z") -> str:
    links = "".join(
        f'<p>What was said of boat {n} <a href="{lead}">in its report</a> still holds. {TIDE}</p>'
        for n, lead in enumerate(leads)
    )
    return (
        f'<!doctype html><html lang="en"><head><title>Boats leave late, part {number}</title>'
        f'<link rel="canonical" href="https://old.example/{number}.asp?id={number}&amp;page=1">'
        f'<meta property="article:published_time" content="{date}"></head>'
        f"<body><article><h1>Boats leave late, part {number}</h1><p>Part {number}. {TIDE}</p>{links}</article></body>"
    )


def address(number: int) -> str:
    return f"https://old.example/{number}.asp?id={number}&amp;page=1"


def put(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def by_headline(told: Lines) -> dict[str, int]:
    return {line["headline"].rpartition(" ")[2]: line["code"] for line in told}


def links(code: int) -> list[str]:
    body = " ".join(block.get("html", "") for block in shown(code)["body"])
    return [part.split('"')[0] for part in body.split('href="')[1:]]


def entries(code: int) -> int:
    return LedgerEntry.objects.filter(subject=f"story:{code}").count()


def path(code: int) -> str:
    return f"/news/{code}/{shown(code)['slug']}"


@pytest.mark.parametrize("names", ["ab", "ba"])
def test_a_link_to_another_story_of_the_archive_leads_to_it_whichever_comes_first(tmp_path: Path, names: str) -> None:
    first, second = names
    put(tmp_path / "old", f"{first}.html", page(1, address(2)))
    put(tmp_path / "old", f"{second}.html", page(2, "http://www.old.example/1.asp?page=1&id=1#top"))
    codes = by_headline(take_in(tmp_path / "old"))
    assert links(codes["1"]) == [path(codes["2"])]
    assert links(codes["2"]) == [path(codes["1"])]
    assert [entries(code) for code in codes.values()] == [1, 1]


def test_a_link_to_a_story_that_comes_in_by_a_later_run_is_turned_then_and_once(tmp_path: Path) -> None:
    put(tmp_path / "old", "1.html", page(1, address(2), address(3), "https://elsewhere.example/2"))
    (code,) = by_headline(take_in(tmp_path / "old")).values()
    before = links(code)
    assert before == [address(2), address(3), "https://elsewhere.example/2"]
    assert set(LinkTo.objects.values_list("host", flat=True)) == {"old.example"}
    put(tmp_path / "more", "2.html", page(2))
    put(tmp_path / "more", "3.html", page(3))
    codes = by_headline(take_in(tmp_path / "more"))
    assert links(code) == [path(codes["2"]), path(codes["3"]), "https://elsewhere.example/2"]
    assert entries(code) == 2
    assert shown(code).get("corrections") is None
    assert shown(code).get("updated") is None
    for _ in range(2):
        take_in(tmp_path / "old", tmp_path / "more")
    assert entries(code) == 2
    assert not LinkTo.objects.exists()


def test_a_story_that_is_changed_in_its_archive_keeps_its_links_turned(tmp_path: Path) -> None:
    put(tmp_path / "old", "1.html", page(1, address(2)))
    put(tmp_path / "old", "2.html", page(2))
    codes = by_headline(take_in(tmp_path / "old"))
    put(tmp_path / "old", "1.html", page(1, address(2)).replace("Part 1.", "Part one."))
    take_in(tmp_path / "old")
    assert links(codes["1"]) == [path(codes["2"])]
    assert entries(codes["1"]) == 2


def test_a_link_to_a_draft_waits_until_it_is_out(tmp_path: Path) -> None:
    put(tmp_path / "old", "1.html", page(1, address(2)))
    put(tmp_path / "old", "2.html", page(2, date="2199-01-01T00:00:00Z"))
    codes = by_headline(take_in(tmp_path / "old"))
    assert links(codes["1"]) == [address(2)]
    Story.objects.get(pk=codes["2"]).save_revision().publish()
    take_in(tmp_path / "old")
    assert links(codes["1"]) == [path(codes["2"])]


def test_a_story_that_an_editor_has_worked_on_keeps_the_links_that_they_saw(tmp_path: Path) -> None:
    put(tmp_path / "old", "1.html", page(1, address(2)))
    (code,) = by_headline(take_in(tmp_path / "old")).values()
    Story.objects.get(pk=code).save_revision().publish()
    put(tmp_path / "more", "2.html", page(2))
    take_in(tmp_path / "more")
    assert links(code) == [address(2)]


def test_links_out_of_the_archive_are_forgotten_however_many_hosts_they_lead_to() -> None:
    asked = {}
    for count in (3, 300):
        LinkTo.objects.bulk_create(LinkTo(code=1, key=f"{n:x}", host=f"host{n}.example") for n in range(count))
        with CaptureQueriesContext(connection) as queries:
            linked.settle()
        asked[count] = len(queries)
        assert not LinkTo.objects.exists()
    assert asked[300] == asked[3]


def test_a_dry_run_remembers_no_links(tmp_path: Path) -> None:
    take_in(put(tmp_path / "old", "1.html", page(1, address(2))), dry_run=True)
    assert not LinkTo.objects.exists()


def test_links_of_a_ghost_export_that_names_no_site_lead_to_its_stories(tmp_path: Path) -> None:
    def post(slug: str, html: str) -> dict[str, str]:
        title = slug.replace("-", " ").capitalize()
        return {
            "id": slug,
            "title": title,
            "slug": slug,
            "html": html,
            "status": "published",
            "published_at": "2020-01-02",
        }

    posts = [
        post("the-first-boat", f'<p>{TIDE} <a href="__GHOST_URL__/the-second-boat/">More of it</a>.</p>'),
        post("the-second-boat", f"<p>{TIDE} And so did the second one.</p>"),
    ]
    data = json.dumps({"db": [{"meta": {"version": "5.0.0"}, "data": {"posts": posts}}]})
    first, second = (line["code"] for line in take_in(put(tmp_path / "ghost", "ghost.json", data)))
    assert links(first) == [path(second)]


def test_links_to_our_own_stories_are_whole_where_the_story_is_read_elsewhere(tmp_path: Path) -> None:
    put(tmp_path / "old", "1.html", page(1, address(2)))
    put(tmp_path / "old", "2.html", page(2))
    codes = by_headline(take_in(tmp_path / "old"))
    html = markup.body(from_dict(Public, shown(codes["1"])), "https://courier.example")
    assert f'href="https://courier.example{path(codes["2"])}"' in html
