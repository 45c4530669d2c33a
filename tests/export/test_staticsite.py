"""The site as a folder: every link leads somewhere, everything is as readers got it, old addresses lead on."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from justhtml import JustHTML

from builders import site, story
from crawling import crawl
from dateline.export import folder, staticsite
from dateline.export.reader import Reader
from papers import FORMER, Paper


@pytest.fixture(scope="module")
def root(courier: Paper, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("out") / "export"
    with courier.open() as pages, folder.begin(target) as out:
        missing = staticsite.write(out, pages, courier.media, lambda _: None)
        assert missing == []
        out.finish({})
    return target / "site"


def fetch(root: Path, address: str) -> tuple[int, str, str]:
    """What a web server that only knows files answers."""
    path = root / unquote(address).partition("?")[0].lstrip("/")
    path = path / "index.html" if path.is_dir() else path
    if not path.is_file():
        return 404, "", ""
    is_page = path.suffix == ".html"
    return 200, "text/html" if is_page else "", path.read_text(encoding="utf-8") if is_page else ""


def test_the_folder_answers_every_address_that_the_running_site_does(root: Path, courier: Paper) -> None:
    def ask(pages: Reader, address: str) -> tuple[int, str, str]:
        path, _, query = address.partition("?")
        if path.startswith(("/static/", "/media/")):
            return fetch(root, path)
        got = pages.get(unquote(path), query)
        headers = dict(got.answer.headers)
        if got.answer.status == 301:
            return ask(pages, headers["location"])
        return got.answer.status, headers["content-type"], got.text.decode()

    with courier.open() as pages:
        running = crawl(lambda address: ask(pages, address), site().url)
    found = crawl(lambda address: fetch(root, address), site().url)
    assert len(found) > 300
    assert {one for one in found if found[one][0] != 200} <= {one for one in running if running[one][0] != 200}
    asked_of_a_program = ("/write", "/report")
    wanted = {one.rstrip("/") for one in running if "?" not in one and not one.endswith(asked_of_a_program)}
    assert wanted <= {one.rstrip("/") for one in found}
    assert [one for one in found if one.startswith("/discuss/88/sort/oldest/")]
    assert not [address for address in found if "?" in address]


def test_a_list_goes_on_to_its_oldest_story(root: Path) -> None:
    found = crawl(lambda address: fetch(root, address), site().url)
    assert [address for address in found if address.startswith("/harbour/before/")]
    assert [address for address in found if address.startswith("/ledger/before/")]


def test_every_page_of_the_folder_is_sound_and_asks_no_program(root: Path) -> None:
    for path in root.rglob("index.html"):
        text = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in text:
            assert JustHTML(text, collect_errors=True).errors == [], path
            assert "/search" not in text


def test_every_story_is_there_and_what_was_withdrawn_is_not(root: Path) -> None:
    assert (root / "news" / "91" / story(91).slug / "index.html").is_file()
    assert not (root / "news" / "99").exists()
    assert "late-99" not in (root / "sitemap.xml").read_text() + (root / "feed.xml").read_text()


def test_the_snapshot_is_there_byte_for_byte(root: Path, courier: Paper) -> None:
    with courier.open() as pages:
        assert (root / "news" / "91.json").read_bytes() == pages.get("/news/91.json").text


def test_old_addresses_lead_on_in_one_hop(root: Path) -> None:
    there = f"/news/500/{story(500).slug}"
    lines = dict(line.split("\t") for line in (root / "redirects.map").read_text().splitlines())
    assert lines["/s/500"] == there
    assert lines["//old.example/2001/ferry.asp?id=7"] == there
    leading = (root / "harbour" / "ferry-late" / "index.html").read_text()
    assert f'content="0;url={site().url}{there}"' in leading
    assert '"/2001/ferry.asp?id=7" ' in (root / "redirects.nginx").read_text()
    assert lines["/port/"] == "/harbour/" or "/port" in lines


def test_no_old_address_takes_the_place_of_a_page_or_leaves_the_folder(root: Path) -> None:
    assert (root / "feed.xml").is_file()
    assert FORMER[2] in (root / "redirects.map").read_text()
    assert not (root.parent.parent / "etc").exists()
    assert not list(root.rglob("passwd*"))


def test_a_picture_of_nobody_is_left_behind(root: Path, courier: Paper) -> None:
    named = {path.name for path in (root / "media").rglob("*.webp")}
    assert named
    assert named <= {path.name for path in courier.media.rglob("*.webp")}


def test_a_missing_picture_is_said(courier: Paper, tmp_path: Path) -> None:
    with courier.open() as pages, folder.begin(tmp_path / "out") as out:
        missing = staticsite.write(out, pages, tmp_path, lambda _: None)
        out.finish({})
    assert missing
    assert all(one.endswith("the picture is missing.") for one in missing)


def test_a_name_that_no_file_can_have_is_said(courier: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staticsite, "LONGEST_NAME", 18)
    with courier.open() as pages, folder.begin(tmp_path / "out") as out:
        missing = staticsite.write(out, pages, courier.media, lambda _: None)
        out.finish({})
    assert any(f"{story(91).slug}/index.html: it is longer" in one for one in missing)


def test_all_pages_are_of_one_moment(courier: Paper) -> None:
    with courier.open() as pages:
        assert isinstance(pages, Reader)
        assert pages.get("/").text == pages.get("/").text
