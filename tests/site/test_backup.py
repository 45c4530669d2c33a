"""A copy of a site, taken while it runs, from which it can be brought back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from dateline.errors import SiteError
from dateline.site import backup, folder
from dateline.site.folder import SiteFolder

TOML = """\
name = "The Copy"
url = "http://copy.example"
language = "en"
time_zone = "UTC"

[[sections]]
slug = "local"
name = "Local"
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    made = folder.create(tmp_path / "site", TOML)
    with sqlite3.connect(made.database) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE stories (headline)")
        database.execute("INSERT INTO stories VALUES ('New bridge opens to trams')")
    (made.media / "bridge.webp").write_bytes(b"picture")
    (made.pressed / "data").mkdir(parents=True)
    return made


def test_a_copy_holds_all_that_cannot_be_made_again_and_nothing_else(site: SiteFolder, tmp_path: Path) -> None:
    backup.copy(site, tmp_path / "copy")
    copied = folder.open_site(tmp_path / "copy")
    assert (copied.media / "bridge.webp").read_bytes() == b"picture"
    assert copied.secret() == site.secret()
    assert not copied.pressed.exists()
    with sqlite3.connect(copied.database) as database:
        assert database.execute("SELECT headline FROM stories").fetchall() == [("New bridge opens to trams",)]


def test_what_is_being_written_meanwhile_is_not_half_in_the_copy(site: SiteFolder, tmp_path: Path) -> None:
    writer = sqlite3.connect(site.database)
    writer.execute("INSERT INTO stories VALUES ('Not committed yet')")
    backup.copy(site, tmp_path / "copy")
    writer.commit()
    with sqlite3.connect(tmp_path / "copy" / "dateline.db") as database:
        assert database.execute("SELECT count(*) FROM stories").fetchone() == (1,)


def test_a_copy_never_goes_over_what_is_there(site: SiteFolder, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(SiteError, match="already"):
        backup.copy(site, tmp_path / "taken")


def test_a_copy_into_the_site_itself_is_refused(site: SiteFolder) -> None:
    with pytest.raises(SiteError, match="lies in the site"):
        backup.copy(site, site.path / "backups" / "today")


def test_a_copy_that_fails_leaves_nothing_behind(site: SiteFolder, tmp_path: Path) -> None:
    (site.media / "gone.webp").symlink_to(tmp_path / "nowhere")
    with pytest.raises(SiteError, match="cannot be copied"):
        backup.copy(site, tmp_path / "copy")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
