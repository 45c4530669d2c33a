"""Django for the tests: one site folder for the whole run, made as ``dateline init`` would make it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

TOML = """\
name = "The Harbour Courier"
url = "http://courier.example"
language = "en"
time_zone = "Europe/Lisbon"

[[sections]]
slug = "harbour"
name = "Harbour"

[[sections]]
slug = "world"
name = "World"

[[sections]]
slug = "culture"
name = "Culture"
"""

_FOLDER = Path(tempfile.mkdtemp(prefix="dateline-tests-"))


def pytest_configure() -> None:
    """Before Django loads: a site folder, on SQLite unless DATELINE_TEST_DATABASE names another database."""
    from dateline.site import folder

    database = os.environ.get("DATELINE_TEST_DATABASE", "")
    toml = TOML + (f'\n[database]\nurl = "{database}"\n' if database else "")
    os.environ["DATELINE_SITE"] = str(folder.create(_FOLDER / "site", toml).path)
    os.environ["DJANGO_SETTINGS_MODULE"] = "dateline.site.settings"
    os.environ.pop("DATELINE_APPS", None)


def pytest_unconfigure() -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A file, not memory: only a file has the locks that a running site has."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        database["TEST"] = {"NAME": str(_FOLDER / f"test{worker}.db")}


@pytest.fixture(autouse=True)
def _fresh_media(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test that writes pictures begins with none."""
    yield
    from django.conf import settings

    if settings.configured:
        shutil.rmtree(settings.FOLDER.media, ignore_errors=True)
        settings.FOLDER.media.mkdir(parents=True, exist_ok=True)
