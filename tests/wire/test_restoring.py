"""Stories of another Dateline taken in where others are already: nobody loses a code, a number or a slug."""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from builders import Tape, byline, correction, full, person, site, story, topic
from dateline.desk import house
from dateline.desk.intake import restore_named
from dateline.desk.models import Person, Story, Topic
from dateline.desk.sections import sync_sections
from dateline.export import lines
from dateline.export.record import Told
from dateline.ledger import read
from dateline.ledger.canonical import digest, encode
from dateline.story import Paragraph, as_dict
from dateline.story import Story as PublicStory
from dateline.wire import pieces
from dateline.wire.driver import Import
from dateline.wire.offer import House
from dateline.wire.report import Report


@pytest.fixture(autouse=True)
def _sections(db: None) -> None:
    sync_sections(house.site())


def write(path: Path, *histories: tuple[PublicStory, ...], people: tuple[Any, ...] = ()) -> Path:
    """An export of stories, each with its states."""
    tape = Tape(site())
    rows = []
    for states in histories:
        tape.publish(*states)
        told = Told(states[-1], tuple(tape.history(f"story:{states[-1].code}")), people, (), ())
        rows.append(json.dumps(lines.line(told, site(), [])))
    path.write_text("\n".join(rows) + "\n")
    return path


def take_in(path: Path) -> list[dict[str, Any]]:
    file = io.StringIO()
    Import(House(house.site()), Report(file), start=ThreadPoolExecutor).run(pieces.find([path]))
    return [json.loads(line) for line in file.getvalue().splitlines()]


def bare(code: int, **fields: Any) -> PublicStory:
    """A story as the desk itself would tell it, without pictures."""
    body = (Paragraph(html="The crane would not lower its arm."),)
    return story(code, lead=None, body=body, source=(), topics=(), **{"bylines": (byline(),), **fields})


def digests(code: int) -> list[str]:
    return [state.entry.digest for state in read.history(f"story:{code}")]


def digest_of(one: PublicStory) -> str:
    return digest(encode(as_dict(one)))


def test_a_story_comes_in_with_the_states_before(tmp_path: Path) -> None:
    first = bare(41)
    last = replace(first, headline="Ferry leaves very late", corrections=(correction(),))
    (line,) = take_in(write(tmp_path / "out.jsonl", (first, last), people=(person(),)))
    assert (line["outcome"], line["code"]) == ("imported", 41)
    assert digests(41) == [digest_of(first), digest_of(last)]


def test_a_state_that_is_not_clean_or_of_another_story_is_left_out(tmp_path: Path) -> None:
    unclean = replace(bare(41), body=(Paragraph(html="<script>alert(1)</script>"),))
    other = replace(bare(41), code=42)
    path = write(tmp_path / "out.jsonl", (unclean, bare(41)), people=(person(),))
    row = json.loads(path.read_text())
    row["dateline"]["earlier"].append({"snapshot": as_dict(other)})
    path.write_text(json.dumps(row))
    take_in(path)
    assert digests(41) == [digest_of(bare(41))]
    assert digests(42) == []


def test_what_a_snapshot_holds_is_cleaned_like_all_copy(tmp_path: Path) -> None:
    hostile = replace(
        bare(41), headline="<b>Ferry</b>\u202e", body=(Paragraph(html='<a href="javascript:x">pier</a><img src=x>'),)
    )
    take_in(write(tmp_path / "out.jsonl", (hostile,), people=(person(),)))
    seen = json.loads(read.current(["story:41"])["story:41"].body or b"{}")
    assert seen["body"] == [{"kind": "paragraph", "html": "pier"}]
    assert "\u202e" not in seen["headline"]


def test_a_code_that_is_taken_stays_with_its_story(tmp_path: Path) -> None:
    here = write(tmp_path / "here.jsonl", (bare(41, headline="The pier is closed"),))
    take_in(here)
    (line,) = take_in(write(tmp_path / "out.jsonl", (bare(41), bare(41, standfirst="Later.")), people=(person(),)))
    rows = {row.pk: row.headline for row in Story.objects.all()}
    assert rows[41] == "The pier is closed"
    assert len(digests(41)) == 1
    assert line["outcome"] in ("imported", "merged")


def test_a_number_or_slug_of_somebody_else_is_not_taken_from_them() -> None:
    Person(pk=7, name="Rui Costa").save()
    Person(pk=9, name="Ana Lopes").save()
    numbers = restore_named(
        [person(7, "Ana Lopes"), person(8, "Ines Prado", former=("rui-costa", "ines"))], {}, (), (), ()
    )
    assert numbers == {8: 8}
    assert Person.objects.get(pk=7).name == "Rui Costa"
    assert Person.objects.get(pk=8).former == ["ines"]


def test_the_next_person_gets_a_number_of_their_own() -> None:
    restore_named([person(70, "Ines Prado")], {}, (), (), ())
    row = Person(name="Rui Costa")
    row.save()
    assert row.pk > 70


def test_an_old_slug_of_a_topic_does_not_take_the_page_of_another() -> None:
    Topic(name="Bridges").save()
    restore_named(
        (), {}, [topic("piers", "Piers", former=("bridges", "../x", "old-piers"), about="Where boats lie.")], (), ()
    )
    row = Topic.objects.get(slug="piers")
    assert (row.former, row.about) == (["old-piers"], "Where boats lie.")


@pytest.mark.parametrize("slug", ["", "../x", "Piers", "a b", "x" * 101])
def test_what_is_no_slug_makes_nobody(slug: str) -> None:
    restore_named([person(8, "Ines Prado", slug=slug)], {}, [topic(slug, "Piers")], (), ())
    assert not Person.objects.exists()
    assert not Topic.objects.exists()


def test_a_circle_of_stories_that_continue_each_other_is_cut(tmp_path: Path) -> None:
    take_in(write(tmp_path / "out.jsonl", (bare(41, follows=42),), (bare(42, follows=43),), (bare(43, follows=41),)))
    links = dict(Story.objects.values_list("pk", "follows"))
    assert sorted(map(bool, links.values())) == [False, True, True]


def test_a_section_that_is_not_there_becomes_the_first(tmp_path: Path) -> None:
    take_in(write(tmp_path / "out.jsonl", (bare(41, section="weather"),)))
    assert Story.objects.get(pk=41).section.slug == house.site().sections[0].slug


def test_full_stories_come_in_without_the_pictures_that_are_not_there(tmp_path: Path) -> None:
    (line,) = take_in(write(tmp_path / "out.jsonl", (full(41),)))
    assert line["outcome"] == "imported"
    assert Story.objects.get(pk=41).lead_image is None
