"""What the command line says to what it cannot work with: what is wrong, where, and what to do; and touches nothing."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import sites

pytestmark = pytest.mark.slow

COMMANDS = ("serve", "rebuild", "verify", "reconcile")

Told = subprocess.CompletedProcess[str]


def refused(done: Told, *words: str) -> str:
    """What was said; it was an error, in a few lines, without a stack trace."""
    assert done.returncode not in (0, 1), done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") <= 3, done.stderr  # a bar of progress may stand before it
    assert done.stderr.splitlines()[-1].startswith("dateline: "), done.stderr
    for word in words:
        assert word in done.stderr
    return done.stderr


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Every file below a folder, but for the locks and sockets of a running site."""
    found = {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in folder.rglob("*")}
    return {name: body for name, body in found.items() if not name.startswith(("run/", "dateline.db-"))}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sites.copy(tmp_path_factory.mktemp("cli"))


@pytest.fixture
def toml(site: Path) -> Iterator[Path]:
    """Its dateline.toml, put back afterwards."""
    path = site / "dateline.toml"
    before = path.read_text()
    yield path
    path.write_text(before)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_not_there_is_named_with_the_way_to_make_one(tmp_path: Path, command: str) -> None:
    missing = tmp_path / "nowhere"
    refused(sites.dateline(command, "--site", missing), f"There is no folder {missing}.", f"dateline init {missing}")
    assert not missing.exists()


def test_a_folder_that_is_not_ours_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear editor")
    refused(sites.dateline("serve", "--site", tmp_path), "has no dateline.toml, so it is not a site", "dateline init")
    refused(sites.dateline("init", tmp_path), "is there already and not empty", "Choose another folder")
    assert snapshot(tmp_path) == {"letter.txt": b"Dear editor"}


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    path = tmp_path / "site"
    path.write_text("not a folder")
    refused(sites.dateline("serve", "--site", path), str(path))
    refused(sites.dateline("init", path), str(path))
    refused(sites.dateline("init", path / "below"), str(path))
    assert path.read_text() == "not a folder"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("format = 1", "format = 2", ["format 2", "up to 1", "Install a newer Dateline; nothing was touched."]),
        ('language = "en"', 'language = "klingonish"', ["language is 'klingonish'", 'such as "en"']),
        ('time_zone = "UTC"', 'time_zone = "Mars/Base"', ["time_zone is 'Mars/Base'", "Europe/Paris"]),
        ('url = "http', 'url = "ftp', ["url is 'ftp://courier.example'", "https://news.example"]),
        ('name = "The Harbour Courier"', "name = 5", ["name is 5", "a text"]),
        ('name = "The Harbour Courier"\n', "", ["name is missing", "a text"]),
        ('slug = "world"', 'slug = "news"', ["sections", "'news'"]),
        ('slug = "world"', 'slug = "harbour"', ["sections", "at most once"]),
        ("format = 1", 'format = 1\nlangauge = "en"', ["there is no setting 'langauge'", "Known are", "language"]),
        ("format = 1", "format = 1\n[serve]\nport = 99999", ["serve.port is 99999", "from 1 to 65535"]),
        ("format = 1", 'format = 1\n[database]\nurl = "mysql://x"', ["database.url is 'mysql://x'", "postgresql://"]),
        ("format = 1", "format = = 1", ["is not valid TOML", "line 2"]),
    ],
)
def test_a_wrong_setting_is_named_with_its_value_and_what_is_allowed(
    site: Path, toml: Path, old: str, new: str, words: list[str]
) -> None:
    text = toml.read_text()
    assert old in text
    toml.write_text(_placed(text, old, new))
    before = snapshot(site)
    refused(sites.dateline("serve", "--site", site), str(toml), *words)
    assert snapshot(site) == before


def _placed(text: str, old: str, new: str) -> str:
    """Tables come last in TOML, so a new one is put behind the rest."""
    head, _, table = new.partition("\n[")
    changed = text.replace(old, head, 1)
    return f"{changed}\n[{table}\n" if table else changed


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    site = sites.copy(tmp_path)
    with sqlite3.connect(site / "dateline.db") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '0999_later', '2030-01-01')"
        )
    database.close()
    done = sites.dateline("serve", "--site", site, "--port", sites.free_port())
    assert done.returncode == 2
    assert "Traceback" not in done.stderr, done.stderr
    assert "ledger.0999_later" in done.stderr
    assert "Install a newer Dateline; nothing was touched." in done.stderr


@pytest.mark.parametrize("name", ["secret.key", "ledger.key"])
def test_a_lost_key_is_named(tmp_path: Path, name: str) -> None:
    site = sites.copy(tmp_path)
    (site / "keys" / name).unlink()
    refused(sites.dateline("verify", "--site", site), name, "Restore it from a backup of keys/.")


def test_a_database_that_is_none_is_named(tmp_path: Path) -> None:
    site = sites.copy(tmp_path)
    (site / "dateline.db").write_bytes(b"Dear editor, " * 1000)
    for command in ("verify", "rebuild", "reconcile"):
        refused(sites.dateline(command, "--site", site), "The database cannot be used: file is not a database.")
    (site / "dateline.db").unlink()
    for command in ("verify", "reconcile"):
        refused(sites.dateline(command, "--site", site), "database")
    assert not (site / "dateline.db").exists()


def test_a_checkpoint_that_cannot_be_read_is_named(site: Path, tmp_path: Path) -> None:
    refused(sites.dateline("verify", "--site", site, "--against", tmp_path / "kept"), str(tmp_path / "kept"))


def test_a_run_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    site = sites.copy(tmp_path)
    shutil.rmtree(site / "run")
    (site / "run").write_text("")
    refused(sites.dateline("serve", "--site", site), str(site / "run"))
    refused(sites.dateline("rebuild", "--site", site), str(site / "run"))


def test_what_a_rebuild_does_is_shown_and_never_more_than_there_was(tmp_path: Path) -> None:
    done = sites.dateline("rebuild", "--site", sites.copy(tmp_path))
    shown = re.findall(r"(\d+)/(\d+)", done.stderr)
    assert shown
    assert all(count == most for count, most in shown), done.stderr


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    path = tmp_path / "disk"
    path.mkdir()
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small disk")
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", path], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no small disk can be mounted here: {done.stderr.decode().strip()}")
    yield path
    subprocess.run(["umount", path], check=True)


def test_a_full_disk_is_told_and_no_half_site_is_left(small_disk: Path) -> None:
    (small_disk / "full").write_bytes(b"x" * ((4 << 20) - 8 * 4096))
    done = sites.dateline("init", small_disk / "site")
    refused(done, "the disk")
    assert not list((small_disk / "site").iterdir())


def test_a_disk_that_fills_up_while_pages_are_made_is_told_and_the_old_ones_stay(small_disk: Path, site: Path) -> None:
    moved = Path(shutil.copytree(site, small_disk / "site"))
    room = os.statvfs(small_disk)
    (small_disk / "full").write_bytes(b"x" * ((room.f_bavail - 4) * room.f_frsize))
    before = snapshot(moved / "pressed")
    refused(sites.dateline("rebuild", "--site", moved))
    assert (moved / "pressed" / "current").read_bytes() == before["current"]


def test_a_folder_that_may_not_be_written_to_is_named(tmp_path: Path, site: Path) -> None:
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a folder read-only, and only for others do rights say no")
    path = tmp_path / "site"
    path.mkdir()
    bound = subprocess.run(["mount", "--bind", site, path], capture_output=True, check=False)
    if bound.returncode:
        pytest.skip(f"nothing can be mounted here: {bound.stderr.decode().strip()}")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", path], check=True)
        for command in COMMANDS:
            refused(sites.dateline(command, "--site", path), str(path), "cannot be written to")
    finally:
        subprocess.run(["umount", path], check=True)


def test_what_was_pressed_can_be_proved_whole_as_well(tmp_path: Path) -> None:
    site = sites.copy(tmp_path)
    done = sites.dateline("verify", "--site", site, "--pages")
    assert done.returncode == 0, done.stderr
    assert "pressed records are whole." in done.stdout
