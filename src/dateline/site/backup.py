"""``dateline backup``: a copy of all that cannot be made again, taken while the site runs.

What is derived (pressed pages, the search index) is left out: the copy is a site folder in which they are pressed
anew when it is first served. A copy is finished or it is not there: it is made under another name and renamed.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from rich.console import Console

from dateline.errors import SiteError
from dateline.site.folder import SiteFolder, open_site

PAGES = 2_000
"""Pages of the database that are copied before writers get their turn."""

_TEMPORARY = ".unfinished"

console = Console(stderr=True)


def run(path: Path, target: Path) -> int:
    """Copy the site to a folder that is not there yet, and say what to do with it."""
    folder, target = open_site(path), target.resolve()
    copy(folder, target)
    console.print(f"The site is copied to {target}. Keep it private: it holds the keys.")
    if folder.config["database.url"]:
        console.print("Its database is PostgreSQL's: back that up now, with pg_dump.")
    return 0


def copy(folder: SiteFolder, target: Path) -> None:
    """Copy the site; raises SiteError if the target is taken, inside the site, or cannot be written."""
    if target.exists():
        raise SiteError(f"There is something at {target} already.", "Name a folder that is not there yet.")
    if target.is_relative_to(folder.path):
        raise SiteError(f"{target} lies in the site that is to be copied.", "Name a folder outside of it.")
    unfinished = target.with_name(target.name + _TEMPORARY)
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        unfinished.mkdir(parents=True, mode=0o700)
        # The database first: a picture that is added meanwhile is copied for nothing, and none is missing.
        if folder.database.exists():
            _copy_database(folder.database, unfinished / folder.database.name)
        shutil.copy2(folder.path / "dateline.toml", unfinished)
        for part in (folder.media, folder.keys, folder.originals):
            if part != folder.originals or part.is_dir():
                shutil.copytree(part, unfinished / part.name)
        unfinished.replace(target)
    except (OSError, sqlite3.Error) as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise SiteError(f"The site cannot be copied to {target}: {error}.", "Nothing was left there.") from error


def _copy_database(database: Path, target: Path) -> None:
    """A copy of one moment, while others read and write."""
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as source, sqlite3.connect(target) as copied:
        source.backup(copied, pages=PAGES)
    source.close()
    copied.close()
