"""Entering a site: Django set up for its folder, in this process."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Literal

from dateline.site.folder import SiteFolder, open_site

Apps = Literal["all", "discuss", "ledger"]

SETTINGS: dict[Apps, str] = {"discuss": "dateline.site.discussing_settings"}
"""The settings of those that have their own."""


def enter(path: Path, apps: Apps = "all") -> SiteFolder:
    """Open a site and set Django up for it; ``ledger`` leaves the desk and Wagtail out, ``discuss`` what editors see.

    Raises what ``open_site`` raises. A process enters one site in its life.
    """
    folder = open_site(path)
    os.environ["DATELINE_SITE"] = str(folder.path)
    os.environ["DATELINE_APPS"] = apps
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS.get(apps, "dateline.site.settings")
    import django

    django.setup()
    return folder


def entered() -> SiteFolder:
    """The site that this process has entered."""
    from django.conf import settings

    folder: SiteFolder = settings.FOLDER
    return folder


def speak() -> None:
    """Let the log of a process of a running site go to standard error, a line each."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="%(asctime)s %(name)s: %(message)s", force=True
    )
