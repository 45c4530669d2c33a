"""A newsroom with its sections, for the tests of discussions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
# The builders are imported as ``readers`` and ``newsroom``, however pytest imports the tests.
sys.path[:0] = [str(HERE), str(HERE.parent / "desk")]


@pytest.fixture
def sections(db: None) -> None:
    """The sections of the site, and nobody of an earlier test remembered."""
    from django.conf import settings

    from dateline.desk.sections import sync_sections
    from dateline.discuss import badges

    sync_sections(settings.FOLDER.config.site)
    badges.forget()


@pytest.fixture
def pages(settings: Any, sections: None) -> None:
    """The process that readers talk to: its addresses, sessions and rights; nobody has done anything too often yet."""
    import importlib

    from django.core.cache import cache

    from dateline.discuss import limits

    its = importlib.import_module("dateline.site.discussing_settings")
    for name in dir(its):
        if name.isupper() and name not in ("INSTALLED_APPS", "DATABASES", "FOLDER"):
            setattr(settings, name, getattr(its, name))
    # Apps cannot be started twice: the pages of allauth are found as if it were one of those that are there.
    ours, theirs = (
        Path(importlib.import_module(name).__file__ or "").parent for name in ("dateline.discuss", "allauth")
    )
    given = {**settings.TEMPLATES[0], "DIRS": [ours / "templates", theirs / "templates"]}
    tags = {"allauth": "allauth.templatetags.allauth", "humanize": "django.contrib.humanize.templatetags.humanize"}
    settings.TEMPLATES = [{**given, "OPTIONS": {**given["OPTIONS"], "libraries": tags}}]
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if not one.startswith("dateline.site.")]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    limits.counts.forget()
    cache.clear()  # in which allauth counts
