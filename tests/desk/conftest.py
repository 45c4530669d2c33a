"""What every test of the desk starts from: the sections and fronts of the test site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

# The builders are imported as ``newsroom``, however pytest imports the tests.
sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _newsroom(db: None) -> None:
    from dateline.desk import house
    from dateline.desk.models import Section
    from dateline.desk.sections import sync_sections

    if not Section.objects.exists():
        sync_sections(house.site())


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    """What costs time and is not what is tested here.

    Django's test client copies the context of each of the thousand templates of a page of the desk; no test looks at
    them. A password is hashed so that guessing it takes long. And nobody presses pages here that one could wait for.
    """
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if not one.startswith("dateline.site.")]
    monkeypatch.setattr("django.test.client.store_rendered_templates", lambda *_, **__: None)
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _rested_clock() -> None:
    from dateline.desk import schedule

    schedule._resting.clear()
