"""Django for the tests: one site folder for the whole run, made as ``dateline init`` would make it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import django
import hypothesis
import pytest

from dateline.site import folder

# The run that decides is the same every time; HYPOTHESIS_PROFILE=search looks for what nobody has seen yet.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, max_examples=50, database=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

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


def _make_site() -> Path:
    """A site folder, on SQLite unless DATELINE_TEST_DATABASE names another database."""
    database = os.environ.get("DATELINE_TEST_DATABASE", "")
    toml = TOML + (f'\n[database]\nurl = "{database}"\n' if database else "")
    return folder.create(_FOLDER / "site", toml).path


# While this file is loaded, before any other conftest and before Django.
os.environ["DATELINE_SITE"] = str(_make_site())
os.environ["DJANGO_SETTINGS_MODULE"] = "dateline.site.settings"
os.environ.pop("DATELINE_APPS", None)
# Playwright's plain interface leaves a loop running in the thread of the tests, where nothing is asynchronous.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_configure(config: pytest.Config) -> None:
    """The settings named themselves only now, too late for pytest-django to start Django by itself."""
    config.addinivalue_line("markers", "postgresql: needs the programs of PostgreSQL, and starts a server of its own")
    django.setup()
    if django.conf.settings.FOLDER.path != Path(os.environ["DATELINE_SITE"]):
        # So it is in a pytest that a test started: it would run on that one's database and not on the one asked for.
        pytest.exit("Start pytest without DJANGO_SETTINGS_MODULE in its environment.", returncode=4)
    if getattr(config.option, "numprocesses", None):
        # The workers of pytest-xdist make a site each; they inherit the environment, and Django would start too early.
        del os.environ["DJANGO_SETTINGS_MODULE"]


def pytest_unconfigure() -> None:
    shutil.rmtree(_FOLDER, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """A file, not memory: only a file has the locks that a running site has."""
    from django.db import connection

    if connection.vendor == "sqlite":
        worker = os.environ.get("PYTEST_XDIST_WORKER", "")
        connection.settings_dict["TEST"]["NAME"] = str(_FOLDER / f"test{worker}.db")


@pytest.fixture(autouse=True)
def _fresh_media(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test that writes pictures begins with none."""
    yield
    from django.conf import settings

    if settings.configured:
        shutil.rmtree(settings.FOLDER.media, ignore_errors=True)
        settings.FOLDER.media.mkdir(parents=True, exist_ok=True)


@pytest.fixture
def broken_ledger(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Call it to make every append fail from then on."""
    from dateline.ledger import record

    def fail(*_: Any) -> None:
        raise RuntimeError("the ledger is told to fail")

    return lambda: monkeypatch.setattr(record, "_append", fail)


@pytest.fixture
def shown() -> Callable[[str], Any]:
    """What readers see of a subject now, as JSON data; None if nothing."""
    from dateline.ledger import read

    def look(subject: str) -> Any:
        state = read.current([subject]).get(subject)
        return json.loads(state.body) if state and state.body else None

    return look
