"""Posts whose texts lie in files of their own beside a list of them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from dateline.desk import house
from dateline.desk.models import Story
from dateline.desk.sections import sync_sections
from taking_in import shown, take_in

TEXT = "<p>The bridge is <em>open</em> again, and the first bus crossed it at six in the morning with nobody on it.</p>"
LIST = """post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle
11.the-bridge-is-open,2021-03-04T06:30:00.000Z,true,,newsletter,everyone,The bridge is open,"At last, a bus"
12.for-members,2021-03-05T06:30:00.000Z,true,,newsletter,only_paid,What the bridge cost,
13.not-yet,,false,,newsletter,everyone,The next bridge,
14.lost,2021-03-06T06:30:00.000Z,true,,newsletter,everyone,A post that is lost,
"""


@pytest.fixture(autouse=True)
def _site(db: None) -> None:
    sync_sections(house.site())


def write(folder: Path, listed: str = LIST) -> Path:
    (folder / "posts").mkdir(parents=True, exist_ok=True)
    (folder / "posts.csv").write_text(listed, encoding="utf-8")
    for name in ("11.the-bridge-is-open", "12.for-members", "13.not-yet"):
        (folder / "posts" / f"{name}.html").write_text(f"{TEXT}<p>Number {name}.</p>", encoding="utf-8")
    return folder


def packed(folder: Path) -> Path:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for path in sorted(folder.rglob("*.*"), reverse=True):
            archive.write(path, path.relative_to(folder))
    (folder.parent / "export.zip").write_bytes(data.getvalue())
    return folder.parent / "export.zip"


@pytest.mark.parametrize("pack", [Path, packed])
def test_posts_come_in_with_what_their_list_says_of_them(tmp_path: Path, pack: object) -> None:
    told = take_in(pack(write(tmp_path / "export")))  # type: ignore[operator]
    found = {line["headline"]: line for line in told if line["outcome"] != "rejected"}
    first = found["The bridge is open"]
    assert first["outcome"] == "imported"
    assert (first["date"][:19], first["standfirst"]) == ("2021-03-04T06:30:00", "At last, a bus")
    assert first["external_id"] == "11.the-bridge-is-open"
    assert shown(first["code"])["body"][0]["html"].startswith("The bridge is <em>open</em> again")
    assert "for some readers only" in found["What the bridge cost"]["reason"]
    assert "a draft where it comes from" in found["The next bridge"]["reason"]


def test_every_entry_of_the_list_is_accounted_for(tmp_path: Path) -> None:
    told = take_in(write(tmp_path / "export"))
    entries = [line for line in told if line["file"].startswith("posts.csv")]
    assert len(entries) == 4
    assert {line["outcome"] for line in entries} == {"rejected"}
    assert entries[3]["reason"] == "It is an entry of a list; the text of the post is in 14.lost.html."


def test_a_second_run_changes_nothing_and_a_changed_entry_changes_its_post(tmp_path: Path) -> None:
    folder = write(tmp_path / "export")
    take_in(folder)
    assert all(line["reason"].startswith("Unchanged") for line in take_in(folder) if line["outcome"] == "imported")
    write(tmp_path / "export", LIST.replace("The bridge is open", "The bridge is open again"))
    take_in(folder)
    assert Story.objects.filter(headline="The bridge is open again", live=True).count() == 1
    assert Story.objects.count() == 3


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"<h2>The bridge is open</h2>{TEXT}", "The bridge is open"),
        (TEXT, "The bridge is open again, and the first bus crossed it at six in the morning with nobody on it"),
    ],
)
def test_a_text_without_a_page_and_without_a_list_is_a_draft_to_look_at(
    tmp_path: Path, text: str, headline: str
) -> None:
    (tmp_path / "post.html").write_text(text, encoding="utf-8")
    (line,) = take_in(tmp_path)
    assert (line["outcome"], line["headline"]) == ("review", headline)
    assert "without the page around it" in line["reason"]
